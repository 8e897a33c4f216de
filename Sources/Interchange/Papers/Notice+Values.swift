import AlternativeProvision
import CaseStore

/// A letter that tells a school or a parent what a panel decided on a child.
public enum Notice {
  /// The names that a template may use.
  public enum Placeholder: String, CaseIterable, Sendable {
    case child, forename, reference, school, parent, referrer
    case dateOfBirth = "date_of_birth"
    case yearGroup = "year_group"
    case panel, chair
    case meetingDate = "meeting_date"
    case letterDate = "letter_date"
    case letterDue = "letter_due"
    case decision, standing, provider, sessions, hours, tier
    case startsOn = "starts_on"
    case plannedEnd = "planned_end"
    case reviewOn = "review_on"
    case endsOn = "ends_on"
    case exitCriteria = "exit_criteria"
    case healthReason = "health_reason"
    case information, owner
    case dueOn = "due_on"
    case otherWay = "other_way"
    case outcome, measure, reasons, section19, evidence, dissent, actions, officer
  }

  /// The letter on an item; nil where the item is about no child or nothing is decided.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - facts: The meeting.
  ///   - template: The template.
  ///   - day: The day of the letter.
  public static func letter(
    on item: Identifier<AgendaItem>, _ facts: PaperFacts, _ template: NoticeTemplate, day: Day
  ) -> String? {
    values(for: item, facts, day: day).map(template.filled)
  }

  /// The last day on which the letters of a meeting are in time, by the panel's own terms.
  public static func dueDay(_ facts: PaperFacts) -> Day {
    facts.bankHolidays.workingDay(
      facts.file.panel.value.terms.letterWorkingDays, after: facts.file.meeting.value.heldOn)
  }

  static func values(
    for item: Identifier<AgendaItem>, _ facts: PaperFacts, day: Day
  ) -> [Placeholder: String]? {
    guard let entry = facts.file.items.first(where: { $0.item.id == item }),
      let child = facts.children[item], let recorded = entry.decision?.value
    else { return nil }
    let decision = recorded.decision
    var values: [Placeholder: String] = [:]
    values[.child] = "\(child.pupil.preferredName ?? child.pupil.forename) \(child.pupil.surname)"
    values[.forename] = child.pupil.preferredName ?? child.pupil.forename
    values[.reference] = child.reference
    values[.dateOfBirth] = child.pupil.dateOfBirth.medium
    values[.yearGroup] = child.pupil.yearGroup
    values[.school] = child.school?.name
    values[.parent] = child.referral?.parentsName ?? "parent or carer"
    values[.referrer] = child.referral?.referrer
    values[.panel] = facts.file.panel.value.name
    values[.meetingDate] = facts.file.meeting.value.heldOn.long
    values[.chair] = facts.chair
    values[.letterDate] = day.medium
    values[.letterDue] = dueDay(facts).medium
    values[.decision] = facts.sentence(of: decision)
    if recorded.awaitsRatification {
      values[.standing] =
        recorded.standing == .recommended
        ? "This is a recommendation: the panel had no quorum, and its next meeting will decide."
        : "The chair acted because this could not wait; the next meeting will be asked to ratify it."
    }
    values[.provider] = facts.providerName(of: decision)
    values[.officer] = decision.officer
    values[.actions] = entry.actions.map { "- " + PaperFacts.words(of: $0) }
      .joined(separator: "\n")
    let fields: [(Placeholder, DecisionField)] = [
      (.startsOn, .startsOn), (.sessions, .sessions), (.hours, .hours),
      (.plannedEnd, .plannedEnd), (.reviewOn, .reviewOn), (.exitCriteria, .exitCriteria),
      (.healthReason, .healthReason), (.tier, .tier), (.information, .information),
      (.owner, .owner), (.dueOn, .dueOn), (.otherWay, .declineRoute), (.endsOn, .endsOn),
      (.outcome, .outcome), (.measure, .measure), (.reasons, .rationale),
      (.section19, .section19), (.evidence, .evidence), (.dissent, .dissent),
    ]
    for (placeholder, field) in fields {
      values[placeholder] = facts.value(of: field, in: decision)
    }
    return values.mapValues(MinuteText.cleaned)
  }
}

extension PaperFacts {
  /// Who was in the chair: the chair if present, else the deputy.
  var chair: String? {
    let here = file.attendees.filter { $0.presence == .present || $0.presence == .left }
    let inChair =
      here.first { $0.member.role == .chair } ?? here.first { $0.member.role == .deputy }
    return inChair?.member.name
  }
}
