/// A decision as it stands in the form: the text of every field, finished or not.
public struct DecisionDraft: Hashable, Sendable {
  /// The text of each field that holds any.
  public var texts: [DecisionField: String]

  /// A form with those texts.
  public init(_ texts: [DecisionField: String] = [:]) {
    self.texts = texts
  }

  /// The text of a field; empty where there is none.
  public subscript(_ field: DecisionField) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// The option chosen, once one is.
  public var option: DecisionOption? { DecisionOption(rawValue: self[.option]) }

  /// The decision that the form makes, and what in it cannot be read.
  ///
  /// Only the fields of the option chosen count: what was typed for another option stays in the form
  /// and out of the decision. Nil while no option is chosen.
  public func read() -> (decision: Decision?, problems: [DecisionProblem]) {
    guard let option else { return (nil, [.undecided]) }
    var reading = DraftReading(self, fields: option.fields + DecisionField.common)
    var decision = Decision(option)
    decision.provider = reading.record(.provider)
    decision.startsOn = reading.day(.startsOn)
    decision.sessions = reading.whole(.sessions)
    decision.hours = reading.hours(.hours)
    decision.weeklyCost = reading.money(.weeklyCost)
    decision.budgetCode = reading.words(.budgetCode)
    decision.plannedEnd = reading.day(.plannedEnd)
    decision.reviewOn = reading.day(.reviewOn)
    decision.exitCriteria = reading.words(.exitCriteria)
    decision.healthReason = reading.words(.healthReason)
    decision.tier = reading.choice(.tier)
    decision.officer = reading.words(.officer)
    decision.information = reading.words(.information)
    decision.owner = reading.words(.owner)
    decision.dueOn = reading.day(.dueOn)
    decision.declineRoute = reading.choice(.declineRoute)
    decision.isAgreed = reading.flag(.isAgreed)
    decision.placement = reading.record(.placement)
    decision.endsOn = reading.day(.endsOn)
    decision.outcome = reading.words(.outcome)
    decision.measure = reading.words(.measure)
    decision.referredTo = reading.words(.referredTo)
    decision.section19 = reading.words(.section19)
    decision.evidence = reading.words(.evidence)
    decision.rationale = reading.words(.rationale)
    decision.dissent = reading.words(.dissent)
    decision.votes = reading.votes()
    return (decision, reading.problems)
  }

  /// The form of a decision, as when it is opened again.
  public init(_ decision: Decision) {
    self.init()
    self[.option] = decision.option.rawValue
    for field in DecisionField.allCases {
      if let text = decision.text(of: field) { self[field] = text }
    }
    self[.provider] = decision.provider.map { String($0.number) } ?? ""
    self[.placement] = decision.placement.map { String($0.number) } ?? ""
    self[.startsOn] = decision.startsOn?.iso ?? ""
    self[.plannedEnd] = decision.plannedEnd?.iso ?? ""
    self[.reviewOn] = decision.reviewOn?.iso ?? ""
    self[.dueOn] = decision.dueOn?.iso ?? ""
    self[.endsOn] = decision.endsOn?.iso ?? ""
    self[.sessions] = decision.sessions.map(String.init) ?? ""
    self[.hours] = decision.hours.map(Hours.words) ?? ""
    self[.weeklyCost] = decision.weeklyCost.map { String(Pence.words($0).dropFirst()) } ?? ""
    self[.tier] = decision.tier?.rawValue ?? ""
    self[.declineRoute] = decision.declineRoute?.rawValue ?? ""
    self[.isAgreed] = decision.isAgreed.map { $0 ? "yes" : "no" } ?? ""
    if let votes = decision.votes {
      self[.votesFor] = String(votes.inFavour)
      self[.votesAgainst] = String(votes.against)
      self[.votesAbstained] = String(votes.abstained)
      self[.castingVote] = votes.hasCastingVote ? "yes" : ""
    }
  }

  /// Fills the fields of a place from a provider that was chosen beside the brief; what somebody has
  /// typed already stays.
  public mutating func choose(_ option: ProviderOption) {
    self[.provider] = String(option.provider.id.number)
    if self[.weeklyCost].isEmpty, let cost = option.weeklyCost {
      self[.weeklyCost] = String(Pence.words(cost).dropFirst())
    }
  }
}

/// Reads the texts of a form one by one, and gathers what cannot be read.
private struct DraftReading {
  let draft: DecisionDraft
  let fields: Set<DecisionField>
  var problems: [DecisionProblem] = []

  init(_ draft: DecisionDraft, fields: [DecisionField]) {
    self.draft = draft
    self.fields = Set(fields)
  }

  /// The text of a field of this option without the spaces around it; nil where there is none.
  private func text(_ field: DecisionField) -> String? {
    guard fields.contains(field) else { return nil }
    let text = MinuteText.trimmed(draft[field])
    return text.isEmpty ? nil : text
  }

  func words(_ field: DecisionField) -> String {
    text(field).map(MinuteText.cleaned) ?? ""
  }

  mutating func day(_ field: DecisionField) -> Day? {
    guard let text = text(field) else { return nil }
    do throws(DayProblem) {
      return try Day(text)
    } catch {
      problems.append(.unreadable(field, text: text, expected: error.description))
      return nil
    }
  }

  mutating func whole(_ field: DecisionField) -> Int? {
    guard let text = text(field) else { return nil }
    if let number = Int(text) { return number }
    problems.append(.unreadable(field, text: text, expected: field.whatToDo))
    return nil
  }

  mutating func hours(_ field: DecisionField) -> Double? {
    guard let text = text(field) else { return nil }
    if let number = Hours.reading(text) { return number }
    problems.append(.unreadable(field, text: text, expected: field.whatToDo))
    return nil
  }

  mutating func money(_ field: DecisionField) -> Int? {
    guard let text = text(field) else { return nil }
    if let pence = Pence.reading(text) { return pence }
    problems.append(.unreadable(field, text: text, expected: field.whatToDo))
    return nil
  }

  mutating func flag(_ field: DecisionField) -> Bool? {
    guard let text = text(field) else { return nil }
    switch text.lowercased() {
    case "yes", "y", "true", "1": return true
    case "no", "n", "false", "0": return false
    default:
      problems.append(.unreadable(field, text: text, expected: "say yes or no"))
      return nil
    }
  }

  mutating func choice<Choice: Titled & RawRepresentable>(
    _ field: DecisionField
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(field) else { return nil }
    do throws(NameProblem) {
      return try Choice(named: text)
    } catch {
      problems.append(.unreadable(field, text: text, expected: error.description))
      return nil
    }
  }

  mutating func record<Kind>(_ field: DecisionField) -> Identifier<Kind>? {
    guard let text = text(field) else { return nil }
    if let number = Int64(text) { return Identifier(number) }
    problems.append(.unreadable(field, text: text, expected: field.whatToDo))
    return nil
  }

  /// The votes, where any were written down; a number left empty is none.
  mutating func votes() -> Votes? {
    let form = draft
    let wasCounted = DecisionField.voting.contains { !MinuteText.trimmed(form[$0]).isEmpty }
    guard wasCounted else { return nil }
    var counting = DraftReading(form, fields: DecisionField.voting)
    let votes = Votes(
      inFavour: counting.count(.votesFor), against: counting.count(.votesAgainst),
      abstained: counting.count(.votesAbstained),
      hasCastingVote: counting.flag(.castingVote) ?? false)
    problems += counting.problems
    return votes
  }

  private mutating func count(_ field: DecisionField) -> Int {
    guard let number = whole(field) else { return 0 }
    if (0...1000).contains(number) { return number }
    problems.append(.unreadable(field, text: String(number), expected: field.whatToDo))
    return 0
  }
}
