import AlternativeProvision
import CaseStore

/// What a decision settles, in the words in which a chair reads it out: on confirming, and in the brief
/// once it stands or is to be ratified.
struct DecisionWords {
  /// The names of the providers that a decision can name.
  private var names: [Identifier<Provider>: String]
  /// The placements of the child's case.
  private let placements: [Identifier<Placement>: Placement]

  /// The words for the decisions on an item.
  init(_ view: ItemView?) {
    names = (view?.brief.file?.providers ?? [:]).mapValues(\.name)
    for option in view?.options ?? [] { names[option.provider.id] = option.provider.value.name }
    for (id, name) in view?.otherProviders ?? [:] { names[id] = name }
    placements = Dictionary(
      (view?.brief.file?.placements ?? []).map { ($0.id, $0.value) },
      uniquingKeysWith: { one, _ in one })
  }

  /// What was decided, with the answer where it is one of yes or no: "EOTAS: yes".
  static func title(of decision: Decision) -> String {
    guard decision.option == .eotas || decision.option == .ratify,
      let isAgreed = decision.isAgreed
    else { return decision.option.title }
    return decision.option.title + (isAgreed ? ": yes" : ": no")
  }

  /// Everything that is decided but the sentences, a line for each fact; the place in one line.
  ///
  /// - Parameter covers: Whether a fact is covered: it is left out then.
  func lines(
    of decision: Decision, covers: (SharedFact) -> Bool = { _ in false }
  ) -> [String] {
    var lines: [String] = []
    func say(_ label: String, _ value: String?, _ fact: SharedFact = .placement) {
      if let value, !value.isEmpty, !covers(fact) { lines.append("\(label): \(value)") }
    }
    if let provider = decision.provider {
      var words = names[provider] ?? "a provider not on file"
      if let start = decision.startsOn { words += ", from \(start.long)" }
      if let sessions = decision.sessions {
        words += ", \(NumberText.count(sessions, "session")) a week"
      }
      if let hours = decision.hours { words += ", \(Hours.words(hours)) hours" }
      if let cost = decision.weeklyCost { words += ", \(Pence.words(cost)) a week" }
      lines.append(words)
    }
    if let number = decision.placement, let placement = placements[number] {
      say("Placement", names[placement.provider])
      if decision.provider == nil {
        say("Sessions a week", decision.sessions.map(String.init))
        say("Hours a week", decision.hours.map(Hours.words))
        say("Cost a week", decision.weeklyCost.map(Pence.words))
      }
    }
    say("Budget code", decision.budgetCode)
    say("Until", decision.plannedEnd?.long)
    say("Ends on", decision.endsOn?.long)
    say("Tier", decision.tier?.title)
    say("Review on", decision.reviewOn?.long)
    say(DecisionField.declineRoute.title, decision.declineRoute?.title, .decision)
    say("Referred to", decision.referredTo, .decision)
    say("Owner", decision.owner, .decision)
    say("Due on", decision.dueOn?.long, .decision)
    say("Officer", decision.officer, .officer)
    say("Votes", decision.votes?.words, .decisionState)
    return lines
  }
}
