import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("what a panel said stays on record")
struct OnRecordTests {
  private func action(
    _ table: PanelTable, on item: Identifier<AgendaItem>
  ) throws -> Identifier<PanelAction> {
    let action = try table.change("add an action") { door in
      try door.add(PanelAction(what: ""), to: table.meeting, item: item)
    }
    for (field, text) in [
      (ActionField.what, "Ring MASH today"), (.owner, "Paula Kershaw"), (.dueOn, "2026-11-26"),
    ] {
      _ = try table.caseload.save(
        text, to: .action(action, field), over: Words(), by: "Ada", at: MadeUp.now)
    }
    return action
  }

  @Test("an action keeps its words when the decision is reopened")
  func reopening() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    let action = try action(table, on: item)
    try table.type(table.agreement(), on: item)
    try table.change("confirm") { door in
      try door.settle(action)
      try door.confirm(item)
    }
    try table.change("reopen") { door in try door.reopen(item, because: "A place came up") }
    let kept = try #require(try table.entry(item).actions.first)
    #expect(kept.id == action && kept.action.what == "Ring MASH today")
    #expect(kept.action.owner == "Paula Kershaw" && kept.action.dueOn == PanelTable.day)
    // Confirmed again, it still stands, and once.
    try table.confirm(item)
    #expect(try table.entry(item).actions.map(\.action.what) == ["Ring MASH today"])
  }

  @Test("an action that the decision asked for and that somebody has changed since stays too")
  func askedAndChanged() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(
      [
        .option: "defer", .information: "The CAMHS letter", .owner: "D. Nurse",
        .dueOn: "2026-12-01", .rationale: "Hours depend on it",
      ], on: item)
    try table.confirm(item)
    let asked = try #require(try table.entry(item).actions.first)
    _ = try table.caseload.save(
      "The CAMHS letter, and the GP's", to: .action(asked.id, .what), over: asked[.what],
      by: "Bel", at: MadeUp.now)
    try table.change("reopen") { door in try door.reopen(item, because: "The head is here") }
    #expect(
      try table.entry(item).actions.map(\.action.what) == ["The CAMHS letter, and the GP's"])
  }

  @Test("an action into which nobody wrote anything is dropped, and is on no list before")
  func silent() throws {
    let table = try PanelTable()
    let (item, file, _) = try table.placed("AP-1")
    let spoken = try table.change("act") { door in
      _ = try door.add(PanelAction(what: ""), to: table.meeting, item: item)
      _ = try door.add(PanelAction(what: ""), to: table.meeting, item: nil)
      return try door.add(PanelAction(what: "", owner: "Ada"), to: table.meeting, item: item)
    }
    #expect(try table.caseload.actions(of: file).map(\.id) == [spoken])
    #expect(try table.caseload.openActions().map(\.id) == [spoken])
    #expect(try table.entry(item).actions.count == 2, "the form still shows it")
    try table.type(
      [
        .option: "extend",
        .placement: "\(try #require(try table.entry(item).item.value.placement).number)",
        .plannedEnd: "2027-02-12", .reviewOn: "2027-01-11", .rationale: "It goes well",
      ], on: item)
    try table.confirm(item)
    #expect(try table.entry(item).actions.map(\.id) == [spoken])
    #expect(try table.file().actions.count == 1)
    try table.change("close") { door in try door.move(table.meeting, to: .closed) }
    #expect(try table.file().actions.isEmpty)
    #expect(
      try table.file().unfinished().contains {
        if case .action(spoken, _, _) = $0 { true } else { false }
      })
  }

  @Test("undo leaves a confirmed decision, its reopening, approved minutes and their notes alone")
  func undo() throws {
    let table = try PanelTable()
    let (item, file, placement) = try table.placed("AP-1")
    func refused(_ author: String = "Ada") throws -> StoreError {
      try table.refusal { try table.caseload.undo(by: author, at: MadeUp.now) }
    }
    try table.type(
      [
        .option: "extend", .placement: "\(placement.number)", .plannedEnd: "2027-02-12",
        .reviewOn: "2027-01-11", .rationale: "It goes well",
      ], on: item)
    try table.confirm(item)
    let decided = try refused()
    #expect(decided.kind == .cannotUndo)
    #expect(
      decided.description
        == "the last change, \"confirm\", is a confirmed decision, which stays on record: "
        + "reopen it in its meeting: o on the item, with a reason")
    #expect(try table.entry(item).decision != nil)
    #expect(try table.caseload.placements(in: file).first?.value.plannedEnd?.iso == "2027-02-12")
    try table.change("reopen") { door in try door.reopen(item, because: "New facts") }
    #expect(try refused().whatToDo == "decide the item again in its meeting")
    #expect(try table.entry(item).decisions.first?.value.reopening?.reason == "New facts")
    try table.confirm(item)
    try table.change("close") { door in try door.move(table.meeting, to: .closed) }
    try table.change("approve") { door in
      try door.approveMinutes(of: table.meeting, text: "t", covered: "c", on: PanelTable.day)
    }
    #expect(try refused().whatToDo == "correct them with a dated note: n in the minutes")
    try table.change("correct") { door in
      try door.correctMinutes(of: table.meeting, words: "Read Tuesday", on: PanelTable.day)
    }
    #expect(try refused().whatToDo == "add another note: n in the minutes")
    #expect(try table.file().corrections.count == 1)
    // What is done beside it is undone as ever.
    let action = try table.caseload.change(by: "Bel", at: MadeUp.now, cause: "assign") { door in
      var value = try #require(try table.caseload.file(file))
      value.officer = "Bel"
      return try door.put(value).id
    }
    #expect(action == file)
    #expect(try table.caseload.undo(by: "Bel", at: MadeUp.now).cause == "assign")
  }

  @Test("a section 19 panel's decision without the reasoning is unfinished, until it is written")
  func reasoning() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    // Provision is not agreed without it; what is declined can be, and is then unfinished.
    var form: [DecisionField: String] = [
      .option: "decline", .declineRoute: "earlyHelp", .rationale: "The school can teach her",
    ]
    try table.type(form, on: item)
    try table.confirm(item)
    func found() throws -> [String] {
      try table.file().unfinished().compactMap { what in
        if case .reasoning = what { what.description } else { nil }
      }
    }
    #expect(
      try found() == [
        "R-1: no section 19 reasoning is recorded; reopen the decision and write whether education is "
          + "reasonably available"
      ])
    try table.change("reopen") { door in try door.reopen(item, because: "The reasons") }
    try table.type([.section19: "Not reasonably available"], on: item)
    try table.confirm(item)
    #expect(try found().isEmpty)
    // After a permanent exclusion education is owed without asking.
    let other = try PanelTable(kind: .exclusion)
    let excluded = try other.item(on: try other.refer("R-2"))
    form = other.agreement()
    form[.section19] = ""
    try other.type(form, on: excluded)
    try other.confirm(excluded)
    #expect(
      try !other.file().unfinished().contains {
        if case .reasoning = $0 { true } else { false }
      })
  }

  @Test(
    "what is said to a room covers the names of every child of the meeting, and of their families")
  func covering() throws {
    let table = try PanelTable()
    _ = try table.item(on: try table.refer("R-1"))
    _ = try table.placed("AP-1")
    let cover = try table.caseload.nameCover(of: table.meeting)
    #expect(cover.covered("Ask P. Parent, and Wren's mother") == "Ask P. P, and W's mother")
    #expect(cover.covered("Nobody else") == "Nobody else")
  }

  @Test("brief, agenda and the opened case of a referral speak of the same exclusion, or of none")
  func prospectiveCase() throws {
    let table = try PanelTable()
    let referral = try table.refer("R-1", route: .medical)
    let child = try #require(try table.caseload.referral(referral)).pupil
    try table.change("an old suspension") { door in
      var suspension = Exclusion(
        pupil: child, school: table.school, category: .suspension,
        firstDay: PanelTable.day.adding(days: -60), sessions: 12)
      suspension.reasons = ["DB"]
      try door.put(suspension)
    }
    let item = try table.item(on: referral)
    let brief = try #require(try BriefReader(table.caseload).brief(item, on: PanelTable.day))
    let kinds = brief.clocks.map(\.kind)
    #expect(!kinds.contains(.governors15) && !kinds.contains(.sixthDaySuspension))
    let value = try #require(try table.caseload.referral(referral))
    #expect(value.prospectiveCase(exclusions: brief.exclusions).exclusion == nil)
    try table.type(table.agreement(), on: item)
    try table.confirm(item)
    let opened = try #require(try table.entry(item).item.value.file)
    #expect(try table.caseload.file(opened)?.exclusion == nil)
    var excluded = value
    excluded.route = .longSuspension
    #expect(
      excluded.prospectiveCase(exclusions: brief.exclusions).exclusion == brief.exclusions[0].id)
    excluded.route = .permanentExclusion
    #expect(excluded.prospectiveCase(exclusions: brief.exclusions).exclusion == nil)
  }
}
