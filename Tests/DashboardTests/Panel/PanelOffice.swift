import AlternativeProvision
import CaseStore
import Testing

@testable import Dashboard

/// A small caseload with a panel of made-up people that meets on Thursdays, and a clerk at a desk.
enum PanelOffice {
  static let heldOn = SmallCaseload.day(2026, 11, 26)
  static let members = [
    PanelMember(name: "Ms Okafor", agency: .educationInclusion, role: .chair),
    PanelMember(name: "Mr Brandt", agency: .attendance, role: .deputy),
    PanelMember(name: "Mr Lindqvist", agency: .school),
    PanelMember(name: "Dr Pereira", agency: .mentalHealth),
    PanelMember(name: "Ms Ward", agency: .socialCare),
  ]

  /// The same, with an action of a meeting a week before that is not done.
  static func withAnEarlierAction() throws -> SmallCaseload {
    let small = try small()
    guard let panel = try small.caseload.panels().first else { return small }
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "meet") { door in
      let meeting = try door.put(
        Meeting(panel: panel.id, heldOn: SmallCaseload.day(2026, 11, 19))
      ).id
      try door.add(
        PanelAction(
          what: "Ring the school", owner: "Ms Ward", dueOn: SmallCaseload.day(2026, 11, 20)),
        to: meeting, item: nil)
    }
    return small
  }

  /// The caseload with the panel in it.
  static func small() throws -> SmallCaseload {
    let small = try SmallCaseload()
    var panel = Panel(name: "Permanent exclusion panel", kind: .exclusion, members: members)
    panel.terms.purpose = "Decides on every child who is permanently excluded."
    panel.terms.startsAt = "14:00"
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "make a panel") { door in
      try door.put(panel)
    }
    return small
  }

  /// A bench that shows the panels.
  static func bench(
    _ width: Int = 80, _ height: Int = 24, small: SmallCaseload? = nil,
    papers: PanelPapers? = nil
  ) throws -> Bench {
    let bench = try Bench(
      width, height, small: small ?? PanelOffice.small(), author: "Clerk", papers: papers)
    bench.press("M")
    return bench
  }

  /// A bench with the agenda of the next meeting, made from the panels' first screen.
  static func agenda(
    _ width: Int = 80, _ height: Int = 24, small: SmallCaseload? = nil
  ) throws -> Bench {
    let bench = try bench(width, height, small: small)
    bench.press("2", "enter")
    bench.rest()
    return bench
  }

  /// The meeting that was made last, as it is on file.
  static func meeting(_ bench: Bench) throws -> MeetingFile {
    let all = try bench.small.caseload.meetings()
    let first = try #require(all.first)
    return try #require(try bench.small.caseload.meeting(first.id))
  }

  /// Puts a referral of a child on file, by the child's reference.
  static func refer(
    _ pupil: String, on small: SmallCaseload, _ edit: (inout Referral) -> Void = { _ in }
  ) throws {
    let child = try #require(try small.caseload.pupil(reference: pupil))
    var referral = Referral(
      pupil: child.id, receivedOn: SmallCaseload.day(2026, 11, 10), referrer: "Mr Bell",
      route: .permanentExclusion)
    edit(&referral)
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "refer") { door in
      try door.put(referral)
    }
  }
}

extension Bench {
  /// Lets the program do what it does while nobody presses a key.
  func rest() {
    app.passTime()
    send(.wake(0))
  }
}
