import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("quorum, ratifying and reopening")
struct QuorumTests {
  let table: PanelTable

  init() throws { table = try PanelTable() }

  private func leave(_ names: String...) throws {
    try table.change("leave") { door in
      for member in PanelTable.members where names.contains(member.name) {
        try door.put(Attendee(member, .left), in: table.meeting)
      }
    }
  }

  /// The next meeting of the panel, open, with everybody there and its agenda built.
  private func next() throws -> Identifier<Meeting> {
    try table.change("next") { door in
      let meeting = try door.put(
        Meeting(panel: table.panel, heldOn: PanelTable.day.adding(days: 7))
      ).id
      for member in PanelTable.members { try door.put(Attendee(member, .present), in: meeting) }
      try door.buildAgenda(meeting)
      try door.move(meeting, to: .open)
      return meeting
    }
  }

  @Test("with the quorum lost a decision is a recommendation; regained, a decision")
  func lostAndRegained() throws {
    try leave("D. Nurse", "E. Worker")
    #expect(try !table.file().deciding(on: nil).hasQuorum)
    let referral = try table.refer("R-1")
    let item = try table.item(on: referral)
    try table.type(table.agreement(), on: item)
    let recommended = try table.confirm(item)
    #expect(recommended.value.standing == .recommended)
    #expect(recommended.value.shortfalls.count == 2)
    #expect(try table.entry(item).item.value.file == nil)
    #expect(try table.caseload.referral(referral)?.status == .submitted)
    #expect(
      try table.file().unfinished().contains {
        if case .toRatify(item, _, .recommended) = $0 { true } else { false }
      })
    try table.change("return") { door in
      for member in PanelTable.members {
        try door.put(Attendee(member, .present), in: table.meeting)
      }
    }
    let second = try table.item(on: try table.refer("R-2"))
    try table.type(table.agreement(), on: second)
    #expect(try table.confirm(second).value.standing == .decided)
  }

  @Test("a recommendation takes effect when the next meeting ratifies it")
  func ratified() throws {
    try leave("D. Nurse", "E. Worker")
    let referral = try table.refer("R-1")
    let item = try table.item(on: referral)
    try table.type(table.agreement(), on: item)
    let recommended = try table.confirm(item)
    try table.change("close") { door in
      try door.move(table.meeting, to: .closed)
      try door.approveMinutes(of: table.meeting, text: "t", covered: "c", on: PanelTable.day)
    }
    let meeting = try next()
    let items = try #require(try table.caseload.meeting(meeting)).items
    #expect(!items.contains { $0.item.value.kind == .newReferral })
    let ratifying = try #require(items.first { $0.item.value.ratifies == recommended.id })
    #expect(ratifying.item.value.title == "R-1 · recommendation of 26 Nov")
    try table.type(
      [.option: "ratify", .isAgreed: "yes", .rationale: "As recommended"], on: ratifying.item.id)
    try table.confirm(ratifying.item.id)
    let found = try #require(try table.caseload.referral(referral))
    #expect(found.status == .agreed)
    let file = try #require(found.file)
    #expect(try table.caseload.placements(in: file).count == 1)
    let decision = try #require(try table.caseload.decision(recommended.id))
    #expect(
      decision.ratification == Ratification(isRatified: true, on: PanelTable.day.adding(days: 7)))
    #expect(!decision.awaitsRatification)
    #expect(try table.caseload.check(on: PanelTable.day).isEmpty)
  }

  @Test("a chair's action takes effect at once, and the next meeting may not ratify it")
  func chairsAction() throws {
    let (item, file, _) = try table.placed("AP-3", kind: .escalation)
    var form = table.agreement()
    form[.option] = "chairsAction"
    form[.startsOn] = "23/11/2026"
    try table.type(form, on: item)
    let acted = try table.confirm(item)
    #expect(acted.value.deciding.map(\.name) == ["A. Chair"])
    #expect(try table.caseload.placements(in: file).count == 2)
    try table.change("close") { door in try door.move(table.meeting, to: .closed) }
    let meeting = try next()
    let ratifying = try #require(
      try table.caseload.meeting(meeting)?.items.first { $0.item.value.ratifies == acted.id })
    try table.type(
      [.option: "ratify", .isAgreed: "no", .rationale: "It could have waited"],
      on: ratifying.item.id)
    try table.confirm(ratifying.item.id)
    #expect(try table.caseload.decision(acted.id)?.ratification?.isRatified == false)
    #expect(try table.caseload.placements(in: file).count == 2)
    let refused = try table.refusal {
      try table.change("reopen") { door in try door.reopen(item, because: "x") }
    }
    #expect(refused.kind == .refused)
  }

  @Test("where the chair has an interest the deputy acts; where both have one, nobody")
  func chairsActionWithInterest() throws {
    let (item, file, _) = try table.placed("AP-4", kind: .escalation)
    func declare(_ member: String) throws {
      try table.change("declare") { door in
        try door.declare(Interest(member: member, nature: "kin"), in: item, of: table.meeting)
      }
    }
    var form = table.agreement()
    form[.option] = "chairsAction"
    try table.type(form, on: item)
    try declare("A. Chair")
    try declare("B. Deputy")
    let refused = try table.refusal { try table.confirm(item) }
    #expect(refused.description.contains("no chair without an interest is here"))
    #expect(try table.caseload.placements(in: file).count == 1)
    try table.change("take back") { door in
      try door.withdrawInterest(of: "B. Deputy", in: item, of: table.meeting)
    }
    #expect(try table.confirm(item).value.deciding.map(\.name) == ["B. Deputy"])
  }

  @Test("a member with an interest does not decide on that item, and does on the next")
  func interests() throws {
    let first = try table.item(on: try table.refer("R-1"))
    let second = try table.item(on: try table.refer("R-2"))
    try table.change("declare") { door in
      try door.declare(
        Interest(member: "D. Nurse", nature: "her nephew"), in: first, of: table.meeting)
    }
    let file = try table.file()
    #expect(file.deciding(on: try table.entry(first)).members.count == 4)
    #expect(file.deciding(on: try table.entry(second)).members.count == 5)
    try table.type(table.agreement(), on: first)
    let decided = try table.confirm(first)
    #expect(!decided.value.deciding.contains { $0.name == "D. Nurse" })
    #expect(decided.value.interested.map(\.nature) == ["her nephew"])
    try table.change("withdraw") { door in
      try door.withdrawInterest(of: "D. Nurse", in: first, of: table.meeting)
    }
    #expect(try table.entry(first).interests.isEmpty)
  }

  @Test("reopening puts case and placement back, and both decisions stand in the record")
  func reopening() throws {
    let (item, file, _) = try table.placed("AP-3", kind: .escalation)
    let before = try #require(try table.caseload.file(file))
    try table.type(table.agreement(), on: item)
    try table.confirm(item)
    #expect(try table.caseload.placements(in: file).count == 2)
    let silent = try table.refusal {
      try table.change("reopen") { door in try door.reopen(item, because: " \n") }
    }
    #expect(silent.description.contains("not reopened without a reason"))
    try table.change("reopen", by: "Bel") { door in
      try door.reopen(item, because: "The aunt rang")
    }
    #expect(try table.caseload.file(file) == before)
    #expect(try table.caseload.placements(in: file).count == 1)
    var entry = try table.entry(item)
    #expect(entry.item.value.state == .waiting && entry.decision == nil)
    #expect(
      entry.decisions.map(\.value.reopening) == [Reopening(reason: "The aunt rang", by: "Bel")])
    // The form is as it was left, ready to be changed.
    #expect(entry[.rationale].text == "No school place is open to her")
    try table.type([.option: "decline", .declineRoute: "schoolFunded"], on: item)
    try table.confirm(item)
    entry = try table.entry(item)
    #expect(entry.decisions.map(\.value.decision.option) == [.agree, .decline])
    #expect(entry.decisions.map(\.value.number) == [1, 2])
    #expect(try table.caseload.decisions(on: file).count == 2)
    let twice = try table.refusal {
      try table.change("reopen") { door in
        try door.reopen(item, because: "x")
        try door.reopen(item, because: "x")
      }
    }
    #expect(twice.description.contains("no decision stands"))
  }

  @Test("reopening leaves what somebody has changed since, and says so")
  func reopeningChanged() throws {
    let (item, file, _) = try table.placed("AP-3")
    try table.type(table.agreement(), on: item)
    try table.confirm(item)
    try table.change("reassign", by: "Bel") { door in
      var found = try #require(try table.caseload.file(file))
      found.officer = "Cy"
      try door.put(found)
    }
    let error = try table.refusal {
      try table.change("reopen") { door in try door.reopen(item, because: "x") }
    }
    #expect(error.description.contains("the case has been changed since"))
    #expect(try table.entry(item).decision != nil)
  }

  @Test("reopening a referral's agreement keeps the case that was opened, and places nobody")
  func reopeningReferral() throws {
    let referral = try table.refer("R-1")
    let item = try table.item(on: referral)
    try table.type(table.agreement(), on: item)
    try table.confirm(item)
    try table.change("reopen") { door in try door.reopen(item, because: "Wrong provider") }
    let found = try #require(try table.caseload.referral(referral))
    #expect(found.status == .submitted)
    let file = try #require(found.file)
    #expect(try table.caseload.placements(in: file).isEmpty)
    try table.confirm(item)
    #expect(try table.caseload.placements(in: file).count == 1)
    #expect(try table.caseload.file(reference: "AP-2026-0002") == nil)
    #expect(try table.caseload.check(on: PanelTable.day).isEmpty)
  }
}
