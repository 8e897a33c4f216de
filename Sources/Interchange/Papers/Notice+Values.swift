import AlternativeProvision
import CaseStore

/// A letter that tells a school or a parent what a panel decided on a child.
public enum Notice {
  /// The names that a template may use.
  public enum Placeholder: String, CaseIterable, Sendable {
    case child, forename, reference, school, parent, referrer
    case dateOfBirth = "date_of_birth"
    case yearGroup = "year_group"
    case parentName = "parent_name"
    case parentAddress = "parent_address"
    case panel, chair
    case meetingDate = "meeting_date"
    case letterDate = "letter_date"
    case letterDue = "letter_due"
    case kind, decision, standing, provider, sessions, hours, tier
    case wasDecided = "was_decided"
    case startsOn = "starts_on"
    case plannedEnd = "planned_end"
    case reviewOn = "review_on"
    case endsOn = "ends_on"
    case providerAddress = "provider_address"
    case sessionTimes = "session_times"
    case reportTo = "report_to"
    case transport
    case exitCriteria = "exit_criteria"
    case healthReason = "health_reason"
    case information, owner
    case dueOn = "due_on"
    case followUp = "follow_up"
    case otherWay = "other_way"
    case earlierReasons = "earlier_reasons"
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

  /// What a letter must say and no record holds, as it stands in the letter until somebody fills it in.
  static func gap(_ what: String) -> String { "\(gapBegins) \(what)]" }
  static let gapBegins = "[to be filled in:"

  static func values(
    for item: Identifier<AgendaItem>, _ facts: PaperFacts, day: Day
  ) -> [Placeholder: String]? {
    guard let entry = facts.file.items.first(where: { $0.item.id == item }),
      let child = facts.children[item], let recorded = entry.decision?.value
    else { return nil }
    var values = values(of: child, facts, day: day)
    let decision = recorded.decision
    values[.kind] = recorded.standing == .recommended ? "Recommendation" : "Decision"
    values[.wasDecided] = recorded.standing == .recommended ? "recommended" : "decided"
    values[.decision] = facts.sentence(of: decision, on: item)
    if recorded.awaitsRatification {
      values[.standing] =
        recorded.standing == .recommended
        ? "This is a recommendation: the panel had no quorum, and its next meeting will decide."
        : "The chair acted because this could not wait; the next meeting will be asked to ratify it."
    }
    if decision.option == .ratify, decision.isAgreed == false {
      values[.standing] = afterRefusal(item, facts)
    }
    // A concern goes to those whom it concerns: a letter says that it went, and nothing of what it is.
    guard decision.option != .referSafeguarding else {
      values[.followUp] =
        [decision.owner, decision.dueOn.map { "by \($0.long)" } ?? ""].filter { !$0.isEmpty }
        .joined(separator: ", ")
      return values.mapValues(MinuteText.cleaned)
    }
    // What was ratified is what now holds.
    let earlier = decision.option == .ratify ? facts.ratified[item]?.decision : nil
    let held = decision.isAgreed == true ? earlier ?? decision : decision
    values[.provider] = facts.providerName(of: held)
    if !held.officer.isEmpty { values[.officer] = held.officer }
    values[.actions] = entry.actions.map { "- " + PaperFacts.words(of: $0) }
      .joined(separator: "\n")
    for (placeholder, field) in fields {
      values[placeholder] = facts.value(of: field, in: held)
    }
    for (placeholder, field) in reasons {
      values[placeholder] = facts.value(of: field, in: decision)
    }
    if decision.option == .extend, let number = decision.placement, let place = facts.places[number]
    {
      // What the panel left as it was goes on as it is.
      values[.sessions] = values[.sessions] ?? "\(place.sessionsPerWeek)"
      values[.hours] = values[.hours] ?? place.hoursPerWeek.map(Hours.words)
      values[.startsOn] = values[.startsOn] ?? place.startsOn.long
    }
    values[.earlierReasons] = earlier.flatMap { facts.value(of: .rationale, in: $0) }
    if values[.section19] == nil {
      values[.section19] = earlier.flatMap { facts.value(of: .section19, in: $0) }
    }
    if values[.section19] == nil, facts.needsReasoning(held) {
      values[.section19] = gap("the reasoning, which the minutes do not hold: ask the chair")
    }
    if recorded.standing.takesEffect, held.placesChild, let start = held.startsOn, start >= day {
      firstDay(with: held.provider, of: child, facts, into: &values)
    }
    return values.mapValues(MinuteText.cleaned)
  }

  /// What becomes of a place that the panel did not ratify.
  private static func afterRefusal(
    _ item: Identifier<AgendaItem>, _ facts: PaperFacts
  ) -> String? {
    guard let earlier = facts.ratified[item] else { return nil }
    guard earlier.standing == .chairsAction else {
      return "What was recommended is not carried out: nothing changes by it."
    }
    guard let place = facts.given[item], let name = facts.providers[place.provider] else {
      return nil
    }
    if let end = place.endedOn {
      return "The place with \(name) since \(place.startsOn.medium) ends on \(end.medium)."
    }
    return "The place with \(name) since \(place.startsOn.medium) goes on until we tell you "
      + "otherwise: the panel did not end it."
  }

  private static let fields: [(Placeholder, DecisionField)] = [
    (.startsOn, .startsOn), (.sessions, .sessions), (.hours, .hours),
    (.plannedEnd, .plannedEnd), (.reviewOn, .reviewOn), (.exitCriteria, .exitCriteria),
    (.healthReason, .healthReason), (.tier, .tier), (.information, .information),
    (.owner, .owner), (.dueOn, .dueOn), (.otherWay, .declineRoute), (.endsOn, .endsOn),
    (.outcome, .outcome), (.measure, .measure),
  ]
  private static let reasons: [(Placeholder, DecisionField)] = [
    (.reasons, .rationale), (.section19, .section19), (.evidence, .evidence),
    (.dissent, .dissent),
  ]

  /// What every letter on a child says.
  private static func values(
    of child: PaperFacts.Child, _ facts: PaperFacts, day: Day
  ) -> [Placeholder: String] {
    let pupil = child.pupil
    var values: [Placeholder: String] = [:]
    values[.child] = pupil.spokenName
    values[.forename] = pupil.givenName
    values[.reference] = child.reference
    values[.dateOfBirth] = pupil.dateOfBirth.medium
    values[.yearGroup] = pupil.yearGroup
    values[.school] = child.school?.name ?? gap("the school")
    let parent = child.parentsName
    values[.parent] = parent ?? "parent or carer"
    values[.parentName] = parent ?? "To the parent or carer of \(values[.child] ?? "")"
    // A looked-after child's address is not its parents'.
    let home = pupil.isLookedAfter ? [] : [pupil.address, pupil.postcode].compactMap { $0 }
    values[.parentAddress] =
      home.isEmpty ? gap("their address") : home.joined(separator: "\n")
    values[.referrer] = child.referral?.referrer
    values[.officer] = child.officer ?? gap("the officer who answers questions")
    values[.panel] = facts.file.panel.value.name
    values[.meetingDate] = facts.file.meeting.value.heldOn.long
    values[.chair] = facts.chair ?? gap("the chair")
    values[.letterDate] = day.medium
    values[.letterDue] = dueDay(facts).medium
    return values
  }

  /// What must be known before the first day: where, when, to whom and how. The notice on education from
  /// the sixth day must say it (SI 2007/1870 reg 7), and a parent can do without it nowhere else either.
  private static func firstDay(
    with provider: Identifier<Provider>?, of child: PaperFacts.Child, _ facts: PaperFacts,
    into values: inout [Placeholder: String]
  ) {
    let name = values[.forename] ?? "the pupil"
    let known = provider.flatMap { facts.addresses[$0] }
    values[.providerAddress] =
      (known.map { "\($0) " } ?? "")
      + gap("the full address, or how \(name) joins if taught at home or online")
    values[.sessionTimes] = gap("when the day begins and ends, morning and afternoon")
    values[.reportTo] = gap("whom to ask for on the first day")
    // What a referral says of transport was written for the team, and not for the reader of a letter.
    let asked = MinuteText.trimmed(child.referral?.transport ?? "")
    values[.transport] = gap(
      asked.isEmpty
        ? "what is arranged, or that nothing is" : "what is arranged; the referral asks for some")
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
