import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("letters with decisions")
struct LetterTests {
  private func decided(_ table: PanelTable) throws -> Identifier<AgendaItem> {
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(table.agreement(), on: item)
    try table.confirm(item)
    return item
  }

  private func close(_ table: PanelTable) throws {
    try table.change("close") { door in
      try door.move(table.meeting, to: .closed)
      try door.move(table.meeting, to: .minutesDraft)
    }
  }

  private func send(
    _ kind: NoticeKind, of item: Identifier<AgendaItem>, on day: Day, at table: PanelTable,
    by sender: String = "Ada"
  ) throws {
    let decision = try #require(try table.entry(item).decision?.id)
    let entry = try table.entry(item).item.value
    // The letters go out a week after the meeting, when the clock has moved on.
    let later = Instant(seconds: Int64(PanelTable.day.number + 10) * 86_400)
    try table.caseload.change(by: "Ada", at: later, cause: "send") { door in
      try door.put(
        SentLetter(
          decision: decision, to: kind,
          addressee: try table.caseload.addressee(of: kind, on: entry), sentOn: day,
          sentBy: sender))
    }
  }

  @Test("a letter not sent is unfinished once the panel has risen, and not before")
  func unfinished() throws {
    let table = try PanelTable()
    let item = try decided(table)
    #expect(try table.entry(item).lettersDue == [.school, .parent])
    func letters() throws -> [String] {
      try table.file().unfinished().compactMap { what in
        if case .letters = what { what.what } else { nil }
      }
    }
    #expect(try letters().isEmpty)
    try close(table)
    #expect(try letters() == ["R-1: letter to the school and to the parent not sent"])
    try send(.school, of: item, on: PanelTable.day.adding(days: 4), at: table)
    #expect(try letters() == ["R-1: letter to the parent not sent"])
    try send(.parent, of: item, on: PanelTable.day.adding(days: 5), at: table)
    #expect(try letters().isEmpty)
  }

  @Test("when, to whom and by whom stands on the case, and can be undone")
  func onTheCase() throws {
    let table = try PanelTable()
    let item = try decided(table)
    try send(.parent, of: item, on: PanelTable.day.adding(days: 4), at: table)
    let file = try #require(try table.entry(item).item.value.file)
    let letter = try #require(try table.caseload.letters(of: file).first)
    #expect(letter.to == .parent && letter.addressee == "P. Parent" && letter.sentBy == "Ada")
    #expect(letter.sentOn == PanelTable.day.adding(days: 4))
    #expect(try table.caseload.journal(of: file).contains { $0.cause == "send" })
    try table.caseload.undo(by: "Ada", at: MadeUp.now)
    #expect(try table.caseload.letters(of: file).isEmpty)
    #expect(try table.entry(item).lettersDue == [.school, .parent])
  }

  @Test("approved minutes do not keep a letter from being recorded")
  func afterApproval() throws {
    let table = try PanelTable()
    let item = try decided(table)
    try close(table)
    try table.change("approve") { door in
      try door.approveMinutes(
        of: table.meeting, text: "text", covered: "covered", on: PanelTable.day)
    }
    try send(.school, of: item, on: PanelTable.day.adding(days: 4), at: table)
    #expect(try table.entry(item).letters.map(\.to) == [.school])
  }

  @Test("a letter is not sent before its decision, nor on a day that has not come, nor by nobody")
  func refusals() throws {
    let table = try PanelTable()
    let item = try decided(table)
    var refused = try table.refusal {
      try send(.school, of: item, on: PanelTable.day.adding(days: -1), at: table)
    }
    #expect(refused.description.contains("25 Nov 2026 is before the decision, on 26 Nov 2026"))
    refused = try table.refusal {
      try send(.school, of: item, on: PanelTable.day.adding(days: 11), at: table)
    }
    #expect(refused.description.contains("7 Dec 2026 has not come yet"))
    refused = try table.refusal {
      try send(.school, of: item, on: PanelTable.day, at: table, by: " ")
    }
    #expect(refused.description.contains("nobody is named who sent it"))
  }

  @Test("nobody is to be told unasked of a child who was referred to safeguarding")
  func safeguarding() {
    #expect(DecisionOption.referSafeguarding.isToldTo.isEmpty)
    #expect(DecisionOption.note.isToldTo.isEmpty)
    #expect(DecisionOption.decline.isToldTo == [.school, .parent])
  }

  @Test("who was told of a referral to safeguarding all the same can be noted, and nobody must be")
  func toldAllTheSame() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(
      [
        .option: "referSafeguarding", .referredTo: "The duty team", .owner: "Ada",
        .dueOn: "2026-11-30", .rationale: "What she said",
      ], on: item)
    try table.confirm(item)
    #expect(try table.entry(item).lettersDue.isEmpty)
    #expect(try table.entry(item).lettersPossible == [.school, .parent])
    try send(.parent, of: item, on: PanelTable.day, at: table)
    #expect(try table.entry(item).lettersPossible == [.school])
  }

  @Test("a decision that was reopened is told again: its letters are not those of the new one")
  func reopened() throws {
    let table = try PanelTable()
    let item = try decided(table)
    try send(.school, of: item, on: PanelTable.day, at: table)
    try table.change("reopen") { door in try door.reopen(item, because: "A new place came up") }
    #expect(try table.entry(item).lettersDue.isEmpty, "nothing stands that could be told")
    try table.type(table.agreement(), on: item)
    try table.confirm(item)
    #expect(try table.entry(item).lettersDue == [.school, .parent])
    #expect(try table.entry(item).letters.count == 1)
  }
}
