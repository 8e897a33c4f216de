import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("typing in a meeting")
struct TypingTests {
  let table: PanelTable
  let item: Identifier<AgendaItem>
  let other: Caseload

  init() throws {
    table = try PanelTable()
    item = try table.item(on: try table.refer("R-1"))
    other = try Caseload.open(table.shelf.file(), access: .readWrite)
  }

  @Test("what was typed is on file, another terminal sees it, and the journal does not")
  func saved() throws {
    let position = try table.caseload.journalPosition()
    let before = try other.othersVersion()
    let saved = try table.caseload.save(
      "We have hea", to: .item(item, .rationale), over: Words(), cursor: 11, by: "Ada",
      at: MadeUp.now)
    #expect(saved.outcome == .saved && saved.words.version == 1 && saved.cursor == 11)
    #expect(try other.othersVersion() != before)
    #expect(try other.words(of: item)[.rationale] == saved.words)
    #expect(try other.words(of: item)[.rationale]?.author == "Ada")
    #expect(try table.caseload.journalPosition() == position)
    #expect(try table.caseload.connection.number("PRAGMA synchronous") == 2)
    #expect(try other.connection.number("PRAGMA synchronous") == 1)
  }

  @Test("two people who type into the same field at once both keep every word")
  func merged() throws {
    let field = TypedField.item(item, .rationale)
    let start = try table.caseload.save(
      "The panel agreed.", to: field, over: Words(), by: "Ada", at: MadeUp.now)
    let base = try #require(try other.words(of: item)[.rationale])
    _ = try other.save(
      "The panel agreed. Ring the school.", to: field, over: base, by: "Bel", at: MadeUp.now)
    let merged = try table.caseload.save(
      "Today the panel agreed.", to: field, over: start.words, cursor: 23, by: "Ada",
      at: MadeUp.now)
    #expect(merged.outcome == .merged)
    #expect(merged.words.text.contains("Ring the school."))
    #expect(merged.words.text.contains("Today") && merged.words.version == 3)
    // What came back is the base of what comes next: saving it again changes nothing.
    let again = try table.caseload.save(
      merged.words.text, to: field, over: merged.words, by: "Ada", at: MadeUp.now)
    #expect(again.outcome == .saved && again.words.version == 3)
    let theirs = try other.save(
      "The panel agreed. Ring the school. By Friday.", to: field,
      over: try #require(try savedBy("Bel")), by: "Bel", at: MadeUp.now)
    #expect(theirs.words.text.contains("By Friday.") && theirs.words.text.contains("Today"))
  }

  private func savedBy(_ author: String) throws -> Words? {
    var words = Words("The panel agreed. Ring the school.")
    words.version = 2
    words.author = author
    return words
  }

  @Test("two connections that type a word each at every pause lose none of two hundred")
  func many() throws {
    let field = TypedField.item(item, .notes)
    var mine = Words()
    var theirs = Words()
    for round in 0..<100 {
      mine =
        try table.caseload.save(
          mine.text + " m\(round)", to: field, over: mine, by: "Ada", at: MadeUp.now
        ).words
      if round % 3 != 0 { theirs = try #require(try other.words(of: item)[.notes]) }
      theirs =
        try other.save(
          "t\(round) " + theirs.text, to: field, over: theirs, by: "Bel", at: MadeUp.now
        ).words
    }
    let words = Set(try #require(try other.words(of: item)[.notes]).text.split(separator: " "))
    for round in 0..<100 {
      #expect(words.contains("m\(round)") && words.contains("t\(round)"))
    }
  }

  @Test("a field of one line is not merged: the other's stays until it is replaced knowingly")
  func lines() throws {
    let field = TypedField.item(item, .startsOn)
    _ = try table.caseload.save("30/11/2026", to: field, over: Words(), by: "Ada", at: MadeUp.now)
    let differing = try other.save(
      "01/12/2026", to: field, over: Words(), by: "Bel", at: MadeUp.now)
    #expect(differing.outcome == .differs && differing.words.text == "30/11/2026")
    #expect(try table.caseload.words(of: item)[.startsOn]?.text == "30/11/2026")
    let knowingly = try other.save(
      "01/12/2026", to: field, over: differing.words, by: "Bel", at: MadeUp.now)
    #expect(knowingly.outcome == .saved && knowingly.words.text == "01/12/2026")
  }

  @Test("the clerk types an action while the chair types another, and both are there")
  func actions() throws {
    let first = try table.change("add") { door in
      try door.add(PanelAction(what: ""), to: table.meeting, item: item)
    }
    let second = try other.change(by: "Bel", at: MadeUp.now, cause: "add") { door in
      try door.add(PanelAction(what: ""), to: table.meeting, item: item)
    }
    _ = try table.caseload.save(
      "Ring the school", to: .action(first, .what), over: Words(), by: "Ada", at: MadeUp.now)
    _ = try other.save(
      "Write to CAMHS", to: .action(second, .what), over: Words(), by: "Bel", at: MadeUp.now)
    _ = try other.save("Bel", to: .action(second, .owner), over: Words(), by: "Bel", at: MadeUp.now)
    _ = try other.save(
      "3 Dec", to: .action(second, .dueOn), over: Words(), by: "Bel", at: MadeUp.now)
    var seen = try table.entry(item).actions
    #expect(seen.map(\.action.what) == ["Ring the school", "Write to CAMHS"])
    #expect(seen.map(\.number) == [1, 2] && seen[1].action.owner == "Bel")
    #expect(seen[1][.dueOn].text == "3 Dec")
    let wrong = try table.refusal {
      try other.change(by: "Bel", at: MadeUp.now, cause: "settle") { door in
        try door.settle(second)
      }
    }
    #expect(wrong.description.contains("\"3 Dec\" is no date"))
    _ = try other.save(
      "3 Dec 2026", to: .action(second, .dueOn), over: seen[1][.dueOn], by: "Bel",
      at: MadeUp.now)
    try other.change(by: "Bel", at: MadeUp.now, cause: "settle") { door in try door.settle(second) }
    seen = try table.entry(item).actions
    #expect(seen[1].words.isEmpty && seen[1].action.dueOn == MadeUp.day(2026, 12, 3))
    #expect(try table.caseload.openActions(of: "bel").map(\.id) == [second])
  }

  @Test("words are refused on what is settled, with what to do")
  func settled() throws {
    try table.type(table.agreement(), on: item)
    try table.confirm(item)
    let decided = try table.refusal {
      try table.type([.rationale: "after all"], on: item)
    }
    #expect(decided.description.contains("reopen it with a reason"))
    try table.type([.notes: "A long talk"], on: item)
    #expect(try table.entry(item)[.notes].text == "A long talk")
    let gone = try table.refusal {
      try table.type([.notes: "x"], on: Identifier(99_999))
    }
    #expect(gone.kind == .refused)
  }

  @Test("a place in the meeting is each author's own, and outlives the program")
  func places() throws {
    try table.caseload.save(
      MeetingPlace(item: item, field: "rationale", cursor: 17), of: "Ada", in: table.meeting)
    try table.caseload.save(MeetingPlace(item: nil), of: "Bel", in: table.meeting)
    try table.caseload.save(
      MeetingPlace(item: item, field: "rationale", cursor: 18), of: "Ada", in: table.meeting)
    #expect(
      try other.place(of: "Ada", in: table.meeting)
        == MeetingPlace(item: item, field: "rationale", cursor: 18))
    #expect(try other.place(of: "Bel", in: table.meeting) == MeetingPlace(item: nil))
    #expect(try other.place(of: "Cy", in: table.meeting) == nil)
  }

  @Test("the time that an item takes adds up from both terminals")
  func times() throws {
    try table.caseload.add(seconds: 30, to: item)
    try other.add(seconds: 12, to: item)
    try other.add(seconds: -5, to: item)
    #expect(try table.entry(item).secondsSpent == 42)
  }
}
