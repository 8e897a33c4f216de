import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

/// A meeting of made-up people in which something was decided.
struct PaperScene {
  let desk: Desk
  let meeting: Identifier<Meeting>
  let item: Identifier<AgendaItem>
  static let time = Instant(seconds: 1_795_000_000)

  /// What was typed as the rationale.
  static let rationale = """
    1. Tereza Novak's place at Larkfield is *gone*; <b>no</b> other_school | answers & may not.
    # Second line, with \\ and `ticks` [and] brackets

    A second paragraph – “quoted”, zoë 小龙 👩‍💻.
    """

  /// - Parameters:
  ///   - hasQuorum: Whether a quorum decides; without, they recommend.
  ///   - edit: What to change in the form before it is confirmed.
  init(
    hasQuorum: Bool = false, edit: (inout [DecisionField: String]) -> Void = { _ in }
  ) throws {
    var texts: [DecisionField: String] = [
      .option: "agree", .startsOn: "30/11/2026",
      .sessions: "10", .hours: "25", .weeklyCost: "450", .reviewOn: "11/1/2027",
      .exitCriteria: "Nine sessions of ten", .rationale: Self.rationale,
      .section19: "Not reasonably available", .evidence: "The GP's letter",
      .dissent: "C. Head would have waited", .notes: "Petra Novak was heard",
    ]
    edit(&texts)
    desk = try Desk()
    let day = desk.today
    let caseload = desk.caseload
    (meeting, item) = try caseload.change(by: "Ada", at: Self.time, cause: "scene") { door in
      var school = School(urn: 999_001, authority: 888, name: "Larkfield High School")
      school.kind = .maintained
      let number = try door.put(school).id
      var pupil = Pupil(
        reference: "S1", surname: "Novak", forename: "Tereza",
        dateOfBirth: Day(year: 2012, month: 4, day: 3) ?? day, yearGroup: "9")
      pupil.school = number
      if hasQuorum { (pupil.address, pupil.postcode) = ("1 Mill Lane", "LK1 1AA") }
      let child = try door.put(pupil).id
      var provider = Provider(reference: "P1", name: "The Boatyard", kind: .independentSchool)
      provider.isInDirectory = true
      provider.places = 5
      if hasQuorum { (provider.town, provider.postcode) = ("Larkfield", "LK1 2YZ") }
      let boatyard = try door.put(provider).id
      var panel = Panel(name: "Thursday panel", kind: .section19)
      panel.members = [
        PanelMember(name: "A. Chair", agency: .educationInclusion, role: .chair),
        PanelMember(name: "C. Head", agency: .school),
        PanelMember(name: "D. Nurse", agency: .schoolNursing),
        PanelMember(name: "E. Worker", agency: .socialCare),
        PanelMember(name: "F. Friend", agency: .police),
      ]
      var planned = Meeting(panel: try door.put(panel).id, heldOn: day)
      planned.startsAt = "14:00"
      planned.venue = "Room 2"
      let meeting = try door.put(planned).id
      for (place, member) in panel.members.enumerated() {
        try door.put(
          Attendee(member, place == 4 && !hasQuorum ? .apologies : .present), in: meeting)
      }
      var referral = Referral(
        pupil: child, receivedOn: day.adding(days: -9), referrer: "C. Head",
        route: .emotionallyBasedAbsence)
      referral.reference = "R-1"
      referral.consent = ParentalConsent(
        parent: "Petra Novak", givenOn: day.adding(days: -9), isWritten: true)
      referral.childsViews = "I miss my friends"
      if hasQuorum { referral.transport = "A taxi from Mill Lane" }
      referral.status = .submitted
      let referred = try door.put(referral).id
      var item = AgendaItem(meeting: meeting, kind: .newReferral, title: "R-1")
      item.referral = referred
      let id = try door.put(item).id
      try door.declare(
        Interest(member: "D. Nurse", nature: "Aunt of Tereza"), in: id, of: meeting)
      try door.put(AgendaItem(meeting: meeting, kind: .other, title: "Any other business"))
      try door.move(meeting, to: .open)
      texts[.provider] = texts[.provider] ?? "\(boatyard.number)"
      for (field, text) in texts {
        _ = try caseload.save(text, to: .item(id, field), over: Words(), by: "Ada", at: Self.time)
      }
      _ = try door.add(
        PanelAction(
          what: "Ring Petra Novak, about \"taxis\"", owner: "Ada", dueOn: day.adding(days: 3)),
        to: meeting, item: id)
      try door.confirm(id)
      return (meeting, id)
    }
  }

  func facts() throws -> PaperFacts { try #require(try PaperFacts(meeting, in: desk.caseload)) }

  func close() throws {
    try desk.caseload.change(by: "Ada", at: Self.time, cause: "close") { door in
      try door.move(meeting, to: .closed)
    }
  }
}

/// A form in which the panel declines and nobody wrote why under section 19, without which it would agree
/// no provision.
func withoutReasoning(_ form: inout [DecisionField: String]) {
  form[.section19] = nil
  form[.option] = "decline"
  form[.declineRoute] = "earlyHelp"
}
