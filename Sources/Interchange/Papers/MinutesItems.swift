import AlternativeProvision
import CaseStore

/// One item in the minutes: what came before the panel, what it decided, who decided, and every word that
/// was typed.
extension MinutesWriter {
  mutating func item(_ entry: ItemFile, number: Int) {
    page.heading(3, "\(number). \(heading(of: entry))")
    let subtitle = facts.subtitle(of: entry)
    if subtitle != entry.item.value.title { page.paragraph(subtitle) }
    if let earlier = facts.ratified[entry.item.id] { ratified(earlier) }
    if entry.item.value.kind == .mattersArising {
      page.list(facts.earlierActions.map { covered(PaperFacts.words(of: $0)) })
    }
    for decision in entry.decisions { write(decision.value, on: entry) }
    if entry.decision == nil { undecided(entry) } else { written(entry) }
    if !entry.letters.isEmpty {
      page.labelled(
        "Letters sent",
        entry.letters.map {
          "\($0.to.title.lowercased()) on \($0.sentOn.medium), by \($0.sentBy)"
        }.joined(separator: "; ") + ".")
    }
    let notes = MinuteText.cleaned(MinuteText.trimmed(entry[.notes].text))
    if !notes.isEmpty { page.labelled("Notes", covered(notes)) }
    if !entry.actions.isEmpty {
      page.labelled("Actions", "")
      page.list(entry.actions.map { covered(PaperFacts.words(of: $0, tellsGaps: true)) })
    }
  }

  /// What was put before the panel to be ratified, so that the minutes can be read without the earlier ones.
  private mutating func ratified(_ earlier: RecordedDecision) {
    page.labelled("Before the panel", covered(facts.words(of: earlier)) + ".")
    for fact in facts.facts(of: earlier.decision) { page.labelled(fact.name, covered(fact.value)) }
    if let why = facts.value(of: .rationale, in: earlier.decision) {
      page.labelled(
        earlier.standing == .chairsAction ? "Why the chair acted" : "Why it was recommended",
        covered(why))
    }
  }

  private mutating func undecided(_ entry: ItemFile) {
    let typed = facts.typed(in: entry)
    if entry.item.value.kind.isForTalk, entry.decisions.isEmpty, typed.isEmpty { return }
    var state = entry.item.value.state == .parked ? "Parked; not decided" : "Not decided"
    if !entry.decisions.isEmpty { state += " again" }
    page.strong(
      state
        + (typed.isEmpty ? "." : ". What was written is no decision, and stands as it was typed:"))
    write(typed)
    if let passing = facts.file.passing(entry.item.value), entry.item.value.state != .dropped {
      page.paragraph(
        "\(passing.words). It does not wait for a meeting: the chair can act before it."
      )
    }
  }

  /// Sentences that were written for another option than the one decided: none is lost.
  private mutating func written(_ entry: ItemFile) {
    guard let decision = entry.decision?.value.decision else { return }
    let own = decision.option.fields + DecisionField.common
    let typed = facts.typed(in: entry).filter { $0.field.sort == .prose && !own.contains($0.field) }
    guard !typed.isEmpty else { return }
    page.paragraph("Also written, and no part of the decision:")
    write(typed)
  }

  mutating func write(_ typed: [PaperFacts.Typed]) {
    for words in typed { page.labelled(words.field.title, covered(words.text)) }
  }

  private mutating func write(_ recorded: RecordedDecision, on entry: ItemFile) {
    let decision = recorded.decision
    let isInForce = recorded.reopening == nil
    page.strong(
      (isInForce ? "" : "No longer in force. ")
        + covered(facts.decided(recorded, on: entry.item.id)))
    if let reopening = recorded.reopening {
      page.labelled(
        "Reopened in the meeting by \(reopening.by)", covered(reopening.reason)
      )
    }
    if let ratification = recorded.ratification {
      page.paragraph(
        "\(ratification.isRatified ? "Ratified" : "Not ratified") on \(ratification.on.medium).")
    }
    deciders(of: recorded)
    if !recorded.shortfalls.isEmpty {
      page.labelled(
        "Without a quorum",
        recorded.shortfalls.joined(separator: "; ") + "."
          + (recorded.standing == .recommended ? " It is to be ratified." : ""))
    }
    for fact in facts.facts(of: decision) { page.labelled(fact.name, covered(fact.value)) }
    for field in DecisionField.common {
      if let value = facts.value(of: field, in: decision) {
        page.labelled(field.title, covered(value))
      } else if isInForce, field == .section19 || field == .evidence,
        facts.needsReasoning(decision), entry.item.value.isAboutChild
      {
        page.labelled(field.title, "none is recorded.")
      }
    }
    if let votes = decision.votes { page.labelled("Votes", votes.words) }
    if !recorded.told.isEmpty {
      page.labelled("Told at the decision", covered(recorded.told.joined(separator: "; ")) + ".")
    }
  }

  /// Who decided, who was there and did not for an interest, and who had left.
  private mutating func deciders(of recorded: RecordedDecision) {
    let members = recorded.deciding.map(\.name)
    if recorded.standing == .chairsAction {
      page.labelled("Decided by", recorded.deciding.first.map(\.inTheChair) ?? "the chair")
    } else if !members.isEmpty {
      let verb = recorded.standing == .recommended ? "Recommended by" : "Decided by"
      page.labelled("\(verb) \(members.count)", members.joined(separator: "; "))
    }
    if !recorded.interested.isEmpty {
      page.labelled(
        "Not deciding, because of an interest",
        recorded.interested.map(\.member).joined(separator: "; "))
    }
    let away = facts.file.attendees.map(\.member).filter { facts.wasAway($0, at: recorded) }
    if !away.isEmpty {
      page.labelled("Not there for this item", away.map(\.name).joined(separator: "; "))
    }
  }
}

extension PaperFacts {
  /// Something that was typed into the form of an item.
  struct Typed: Sendable, Hashable {
    /// The field.
    var field: DecisionField
    /// What stands in it, a choice by its name.
    var text: String
  }

  /// What stands in the form of an item, in the order in which it is asked for; notes are minuted anyway.
  func typed(in entry: ItemFile) -> [Typed] {
    DecisionField.allCases.compactMap { field in
      let text = MinuteText.cleaned(MinuteText.trimmed(entry[field].text))
      return field == .notes || text.isEmpty
        ? nil : Typed(field: field, text: shown(text, in: field))
    }
  }

  private func shown(_ text: String, in field: DecisionField) -> String {
    switch field {
    case .option: DecisionOption(rawValue: text)?.title ?? text
    case .provider: Int64(text).flatMap { providers[Identifier($0)] } ?? text
    case .placement:
      Int64(text).flatMap { placements[Identifier($0)] }.flatMap { providers[$0] } ?? text
    case .tier: CaseTier(rawValue: text)?.title ?? text
    case .declineRoute: DeclineRoute(rawValue: text)?.title ?? text
    default: text
    }
  }

  /// Whether a decision of this panel must say if education is reasonably available without the
  /// authority, so that papers say where it does not.
  func needsReasoning(_ decision: Decision) -> Bool {
    file.panel.value.kind.weighsSection19 && decision.option.restsOnSection19
  }

  /// Whether somebody who came to the meeting had left, or not come yet, when an item was decided.
  ///
  /// Observers decide nothing, and the chair acts alone: of neither is it known.
  func wasAway(_ member: PanelMember, at recorded: RecordedDecision) -> Bool {
    let attendee = file.attendees.first { $0.member.name == member.name }
    guard member.role != .observer, recorded.standing != .chairsAction,
      attendee?.presence == .present || attendee?.presence == .left
    else { return false }
    return !recorded.deciding.contains { $0.name == member.name }
      && !recorded.interested.contains { $0.isDeclared(by: member) }
  }

  /// The kind of an item, and for a child the school and year.
  func subtitle(of entry: ItemFile) -> String {
    var parts = [entry.item.value.kind.title]
    if let child = children[entry.item.id] {
      parts.append("\(child.hasCase ? "case" : "referral") \(child.reference)")
      if let school = child.school { parts.append(school.name) }
      parts.append("year \(child.pupil.yearGroup)")
    }
    return parts.joined(separator: " · ")
  }

  /// An action in words: what, by whom, by when.
  ///
  /// - Parameter tellsGaps: Whether it is said that nobody is named, or no day.
  static func words(of file: ActionFile, tellsGaps: Bool = false) -> String {
    var words = file.action.what
    if tellsGaps || !file.action.owner.isEmpty { words += " – \(file.action.ownerWords)" }
    if let due = file.action.dueOn {
      words += ", by \(due.medium)"
    } else if tellsGaps {
      words += ", \(file.action.dueWords)"
    }
    if let done = file.action.doneOn { words += " (done \(done.medium))" }
    return words
  }
}
