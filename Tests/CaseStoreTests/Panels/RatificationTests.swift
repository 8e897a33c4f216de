import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("What waits for another meeting")
struct RatificationTests {
  let table: PanelTable

  init() throws { table = try PanelTable() }

  /// A later meeting of the panel, open, with everybody there and its agenda built.
  private func meeting(after days: Int) throws -> Identifier<Meeting> {
    try table.change("later") { door in
      let meeting = try door.put(
        Meeting(panel: table.panel, heldOn: PanelTable.day.adding(days: days))
      ).id
      for member in PanelTable.members { try door.put(Attendee(member, .present), in: meeting) }
      try door.buildAgenda(meeting)
      try door.move(meeting, to: .open)
      return meeting
    }
  }

  private func waiting(
    _ decision: Identifier<RecordedDecision>, at meeting: Identifier<Meeting>
  ) throws -> ItemFile? {
    try table.caseload.meeting(meeting)?.items.first { $0.item.value.ratifies == decision }
  }

  private func loseQuorum() throws {
    try table.change("leave") { door in
      for member in PanelTable.members.suffix(2) {
        try door.put(Attendee(member, .left), in: table.meeting)
      }
    }
  }

  private func approve() throws {
    try table.change("approve") { door in
      try door.move(table.meeting, to: .closed)
      try door.approveMinutes(of: table.meeting, text: "t", covered: "c", on: PanelTable.day)
    }
  }

  @Test("a child left undecided by one meeting comes up at the next, whatever panel is hers")
  func leftUndecided() throws {
    let parked = try table.refer("R-1", route: .permanentExclusion)
    let notReached = try table.refer("R-2", route: .medical)
    let item = try table.item(on: parked)
    _ = try table.item(on: notReached)
    try table.change("park") { door in try door.set(.parked, of: item) }
    try approve()
    let next = try meeting(after: 7)
    let again = try #require(try table.caseload.meeting(next)).items.map(\.item.value)
    #expect(Set(again.compactMap(\.referral)).isSuperset(of: [parked, notReached]))
  }

  @Test("a recommendation comes up at every meeting until one decides on it, and then at none")
  func comesUpUntilRatified() throws {
    try loseQuorum()
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(table.agreement(), on: item)
    let recommended = try table.confirm(item)
    try approve()
    let first = try meeting(after: 7)
    #expect(try waiting(recommended.id, at: first) != nil)
    // Nobody takes it up there.
    let second = try meeting(after: 14)
    let ratifying = try #require(try waiting(recommended.id, at: second))
    try table.type(
      [.option: "ratify", .isAgreed: "yes", .rationale: "As recommended"], on: ratifying.item.id)
    try table.confirm(ratifying.item.id)
    #expect(try waiting(recommended.id, at: try meeting(after: 21)) == nil)
  }

  @Test("a chair's action between meetings comes up at the next one, though it is carried out")
  func chairsAction() throws {
    let planned = try table.change("plan") { door in
      try door.put(Meeting(panel: table.panel, heldOn: PanelTable.day.adding(days: 7))).id
    }
    let (item, file, _) = try table.placed("AP-9", kind: .escalation, in: planned)
    var form = table.agreement()
    form[.option] = "chairsAction"
    try table.type(form, on: item)
    let acted = try table.confirm(item)
    #expect(acted.value.standing == .chairsAction && acted.value.awaitsRatification)
    #expect(try table.caseload.placements(in: file).count == 2)
    let next = try meeting(after: 14)
    let ratifying = try #require(try waiting(acted.id, at: next))
    #expect(ratifying.item.value.title == "AP-9 · chair's action of 3 Dec")
    #expect(ratifying.item.value.file == file)
  }

  @Test(
    "what a ratified recommendation asks of somebody is minuted by the meeting that ratified it")
  func actionOfTheRatifyingMeeting() throws {
    try loseQuorum()
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(
      [
        .option: "defer", .information: "The CAMHS letter", .owner: "D. Nurse",
        .dueOn: "2026-12-01", .rationale: "Hours depend on it",
      ], on: item)
    let recommended = try table.confirm(item)
    #expect(try table.file().items.allSatisfy(\.actions.isEmpty))
    try approve()
    let later = try meeting(after: 7)
    let ratifying = try #require(try waiting(recommended.id, at: later))
    try table.type(
      [.option: "ratify", .isAgreed: "yes", .rationale: "Still so"], on: ratifying.item.id)
    try table.confirm(ratifying.item.id)
    let own = try #require(try waiting(recommended.id, at: later))
    #expect(own.actions.map(\.action.what) == ["The CAMHS letter"])
    #expect(own.actions.map(\.action.owner) == ["D. Nurse"])
  }

  @Test("the action of a deferral stands under its child, and goes when the item is reopened")
  func actionOfADeferral() throws {
    let (item, file, _) = try table.placed("AP-8")
    try table.type(
      [
        .option: "defer", .information: "The school's offer", .owner: "C. Head",
        .dueOn: "2026-12-03", .rationale: "Not known today",
      ], on: item)
    try table.confirm(item)
    #expect(try table.entry(item).actions.map(\.action.owner) == ["C. Head"])
    #expect(try table.caseload.actions(of: file).count == 1)
    try table.change("reopen") { door in try door.reopen(item, because: "The head is here") }
    #expect(try table.entry(item).actions.isEmpty)
  }
}
