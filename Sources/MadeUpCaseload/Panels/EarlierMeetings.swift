import AlternativeProvision
import CaseStore
import Interchange

/// What is written on an item of an earlier meeting, and what was agreed to be done.
private struct HeldItem {
  var item: AgendaItem
  var texts: [DecisionField: String]
  var seconds: Int
  var actions: [PanelAction] = []
}

extension PanelFilling {
  /// A meeting four weeks ago and one a fortnight ago, whose minutes are approved; last week's
  /// exclusion panel, whose minutes wait for the chair; and an assurance board.
  func holdEarlierMeetings() throws {
    try holdFourWeeksAgo()
    try holdAFortnightAgo()
    try holdExclusionPanel()
    try holdAssuranceBoard()
  }

  private func holdFourWeeksAgo() throws {
    let day = story.fourWeeksAgo
    guard let zainab = entry("Rafiq") else { return }
    var item = item(.newReferral, zainab)
    item.minutesAllotted = 8
    let held = HeldItem(
      item: item,
      texts: [
        .option: DecisionOption.agreePartTime.rawValue, .provider: String(tuition.number),
        .startsOn: story.tuitionBegan.iso, .sessions: "5", .hours: "12.5", .weeklyCost: "212.50",
        .budgetCode: "HN-S19-2", .plannedEnd: story.ahead(60).iso, .reviewOn: today.iso,
        .exitCriteria: "Nine mornings in ten kept for four weeks, and one lesson at school chosen.",
        .healthReason: "Panic in crowds: the school nurse advises mornings only for now.",
        .section19:
          "Not reasonably available: she has not been able to enter the building since June.",
        .evidence: "Referral, school nurse’s letter, attendance by code, her own words.",
        .rationale: """
        She learns when nobody watches her. Five mornings in the library are what her health allows \
        and what she says that she can do.
        """,
        .dissent: "Graham Unsworth would have begun with ten sessions.",
      ],
      seconds: 540,
      actions: [
        PanelAction(
          what: "Introduce the tutor at home, with her mother there", owner: "Jo Lindley",
          dueOn: day.adding(days: 6), doneOn: day.adding(days: 5), result: "Met twice; went well."),
        PanelAction(
          what: "Ask the school to name one lesson and one adult", owner: "Dev Fairclough",
          dueOn: day.adding(days: 14)),
      ])
    try hold(
      inclusion, on: day, [held], away: ["Abena Mensah"], approvedAfter: 5)
  }

  private func holdAFortnightAgo() throws {
    let day = story.aFortnightAgo
    guard let oisin = entry("Brannigan"), let nathan = entry("Sowerby") else { return }
    let deferred = HeldItem(
      item: item(.newReferral, oisin),
      texts: [
        .option: DecisionOption.deferred.rawValue,
        .information: "A letter from CAMHS that says what he can manage, and a safety plan.",
        .owner: "Abena Mensah", .dueOn: story.schoolDay(2).iso,
        .evidence: "Referral; attendance by code.",
        .rationale: "Without health’s view the panel cannot say how many hours are right for him.",
      ],
      seconds: 610,
      actions: [
        PanelAction(
          what: "Walk to school with him on three mornings and report", owner: "Jo Lindley",
          dueOn: day.adding(days: 10), doneOn: day.adding(days: 11),
          result: "At the gate on two of three.")
      ])
    let acted = HeldItem(
      item: item(.permanentExclusion, nathan),
      texts: [
        .option: DecisionOption.chairsAction.rawValue, .provider: String(school.number),
        .startsOn: story.actionBegan.iso, .sessions: "10", .hours: "25", .weeklyCost: "520",
        .reviewOn: story.ahead(28).iso,
        .exitCriteria: "A term without an incident, and a mainstream school named.",
        .section19: "Owed from day six, which comes before the next meeting.",
        .evidence: "Exclusion letter; telephone call with his father.",
        .rationale: """
        His sixth day came two days after the meeting, and nobody present could say yet whether the \
        school had visited him. It has now, and takes him.
        """,
      ],
      seconds: 320,
      actions: [
        PanelAction(
          what: "Visit Nathan in his second week and report to the panel", owner: "Paula Kershaw",
          dueOn: day.adding(days: 11))
      ])
    try hold(inclusion, on: day, [deferred, acted], away: ["Nasreen Qadir"], approvedAfter: 6)
  }

  private func holdExclusionPanel() throws {
    let day = story.schoolDay(4)
    guard let corey = entry("Lathom") else { return }
    let declined = HeldItem(
      item: item(.newReferral, corey),
      texts: [
        .option: DecisionOption.decline.rawValue,
        .declineRoute: DeclineRoute.ehcAssessment.rawValue,
        .evidence: "Referral; one page from the speech and language therapist.",
        .rationale: """
        A term away would not answer a need for language. His school should ask for an assessment \
        now, and keep the visual timetable every day.
        """,
        .votesFor: "3", .votesAgainst: "1", .votesAbstained: "1",
        .dissent: "Hilary Postlethwaite: staff are being hurt while they wait.",
      ],
      seconds: 700,
      actions: [
        PanelAction(
          what: "Help the school with the request for an assessment", owner: "Jo Lindley",
          dueOn: today.adding(days: 9))
      ])
    try hold(exclusion, on: day, [declined], away: [], approvedAfter: nil)
  }

  private func holdAssuranceBoard() throws {
    let day = story.schoolDay(8)
    var item = AgendaItem(
      meeting: Identifier(0), kind: .providerQuality, title: "Visits that are overdue")
    item.minutesAllotted = 15
    let noted = HeldItem(
      item: item,
      texts: [
        .option: DecisionOption.note.rawValue,
        .notes: "Two visits are late because the visitor was ill. Both are booked.",
      ],
      seconds: 800,
      actions: [
        PanelAction(
          what: "Send the list of visits due before Christmas to every member",
          owner: "Hollie Marsden", dueOn: day.adding(days: 7), doneOn: day.adding(days: 6))
      ])
    try hold(assurance, on: day, [noted], away: [], approvedAfter: 4)
  }

  /// An item of a meeting that is yet to be put; about a child.
  func item(_ kind: AgendaKind, _ entry: Entry) -> AgendaItem {
    let reference =
      entry.child.draft.cases.first?.value.reference ?? entry.child.referral?.reference ?? ""
    var item = AgendaItem(meeting: Identifier(0), kind: kind, title: reference)
    if kind == .newReferral, let referral = entry.child.referral { item.title = referral.reference }
    item.file = entry.file
    item.referral = entry.referral
    return item
  }

  /// Holds a meeting as it would be held, from opening to minutes.
  ///
  /// - Parameters:
  ///   - away: Who sent apologies; everybody else is there.
  ///   - count: After how many days the chair approved the minutes; nil leaves them in draft.
  private func hold(
    _ panel: Identifier<Panel>, on day: Day, _ items: [HeldItem], away: [String],
    approvedAfter count: Int?
  ) throws {
    let (meeting, done) = try change(on: day, hour: 14, "hold a meeting") { door in
      var done: [(Identifier<PanelAction>, PanelAction)] = []
      guard let terms = try caseload.panel(panel) else { return (Identifier<Meeting>(0), done) }
      var value = Meeting(panel: panel, heldOn: day)
      value.startsAt = terms.terms.startsAt
      value.venue = "Committee room 2"
      let meeting = try door.put(value).id
      for member in terms.members {
        try door.put(
          Attendee(member, away.contains(member.name) ? .apologies : .present), in: meeting)
      }
      try door.move(meeting, to: .open)
      for held in items { done += try put(held, in: meeting, of: day, into: &door) }
      try door.move(meeting, to: .closed)
      try door.move(meeting, to: .minutesDraft)
      return (meeting, done)
    }
    if let count, meeting.number > 0 {
      let approved = min(today, day.adding(days: count))
      let sent = min(approved, day.adding(days: 3))
      try change(on: sent, hour: 15, "record letters as sent") { door in
        for entry in try caseload.meeting(meeting)?.items ?? [] {
          for kind in entry.lettersDue {
            guard let decision = entry.decision?.id else { continue }
            try door.put(
              SentLetter(
                decision: decision, to: kind,
                addressee: try caseload.addressee(of: kind, on: entry.item.value), sentOn: sent,
                sentBy: PanelPeople.clerk))
          }
        }
      }
      try Minutes.approve(
        meeting, in: caseload, by: PanelPeople.chair, on: approved,
        at: Instant(day: approved, hour: 10))
    }
    for (number, action) in done {
      guard let on = action.doneOn else { continue }
      try change(on: on, hour: 16, "finish an action") { door in
        try door.finish(number, on: on, result: action.result)
      }
    }
  }

  /// - Returns: The actions that have been done since.
  private func put(
    _ held: HeldItem, in meeting: Identifier<Meeting>, of day: Day, into door: inout Door
  ) throws -> [(Identifier<PanelAction>, PanelAction)] {
    var item = held.item
    item.meeting = meeting
    let number = try door.put(item).id
    for (field, text) in held.texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      _ = try caseload.save(
        text, to: .item(number, field), over: Words(), by: PanelPeople.clerk,
        at: Instant(day: day, hour: 14))
    }
    try caseload.add(seconds: held.seconds, to: number)
    var done: [(Identifier<PanelAction>, PanelAction)] = []
    for action in held.actions {
      var agreed = action
      (agreed.doneOn, agreed.result) = (nil, "")
      let added = try door.add(agreed, to: meeting, item: number)
      if action.doneOn != nil { done.append((added, action)) }
    }
    try door.confirm(number)
    return done
  }
}
