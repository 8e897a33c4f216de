import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("what is typed into a form and not saved")
struct FormDraftTests {
  let shelf = Shelf()

  private func draft(_ words: String, at seconds: Int64 = 60) -> FormDraft {
    FormDraft(
      form: "view 7 ", title: "AP-2026-0001",
      fields: [
        FormDraft.Field(name: "voice", opened: "child", text: "parent", shown: "A parent"),
        FormDraft.Field(name: "words", opened: "", text: words),
      ], focus: "words", cursor: 3, at: Instant(seconds: seconds))
  }

  @Test(
    "it is there again to the letter when the file is opened anew",
    arguments: [
      "She said \"no\", and that’s that.", "Line one\nline two\r\n\tand three \\ four",
      "\u{1B}[31m zo\u{E8} \u{1F469}\u{200D}\u{1F3EB} \u{202E}", "",
    ])
  func kept(words: String) throws {
    try shelf.caseload().keep(draft(words), of: "Ada")
    let again = try Caseload.open(shelf.file(), access: .readWrite)
    #expect(try again.draft(of: "view 7 ", by: "Ada") == draft(words))
    #expect(try again.drafts(by: "Ada") == [draft(words)])
  }

  @Test("each has their own, the latest first, and only the one thrown away goes")
  func apart() throws {
    let caseload = try shelf.caseload()
    try caseload.keep(draft("Ada's"), of: "Ada")
    try caseload.keep(draft("Ben's"), of: "Ben")
    var other = draft("newer", at: 120)
    other.form = "close 7 "
    try caseload.keep(other, of: "Ada")
    #expect(try caseload.drafts(by: "Ada").map(\.form) == ["close 7 ", "view 7 "])
    try caseload.forget("view 7 ", of: "Ada")
    #expect(try caseload.draft(of: "view 7 ", by: "Ada") == nil)
    #expect(try caseload.draft(of: "view 7 ", by: "Ben") == draft("Ben's"))
    #expect(try caseload.drafts(by: "Ada") == [other])
  }

  @Test("the change that saves a form takes what was kept of it along, or leaves both")
  func saved() throws {
    let caseload = try shelf.caseload()
    try caseload.keep(draft("Said"), of: "Ada")
    #expect(throws: StoreError.self) {
      try caseload.change(by: "Ada", at: MadeUp.now, cause: "fail") { door in
        try door.forget("view 7 ")
        throw StoreError(.refused, "no", toDo: "nothing")
      }
    }
    #expect(try caseload.draft(of: "view 7 ", by: "Ada") != nil)
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "save") { door in
      try door.put(MadeUp.provider)
      try door.forget("view 7 ")
    }
    #expect(try caseload.draft(of: "view 7 ", by: "Ada") == nil)
  }

  @Test("the journal knows nothing of it, and it waits for the disk")
  func quiet() throws {
    let caseload = try shelf.caseload()
    let position = try caseload.journalPosition()
    try caseload.keep(draft("Said"), of: "Ada")
    #expect(try caseload.journalPosition() == position)
    #expect(try caseload.connection.number("PRAGMA synchronous") == 2)
  }

  @Test("a form about a record that is gone is nothing that a check finds wrong")
  func gone() throws {
    let caseload = try shelf.caseload()
    try caseload.keep(draft("About a case that was taken back"), of: "Ada")
    #expect(try caseload.check(on: MadeUp.day(2026, 11, 23)).isEmpty)
  }

  @Test("what another program made of it is no draft, and stops nobody")
  func damaged() throws {
    let caseload = try shelf.caseload()
    try caseload.keep(draft("Said"), of: "Ada")
    try caseload.connection.run("UPDATE draft SET text = '{\"not\": 1}'")
    #expect(try caseload.drafts(by: "Ada").isEmpty)
    #expect(try caseload.draft(of: "view 7 ", by: "Ada") == nil)
  }
}
