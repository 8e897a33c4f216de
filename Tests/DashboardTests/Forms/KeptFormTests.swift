import AlternativeProvision
import CaseStore
import Foundation
import TerminalUI
import Testing

@testable import Dashboard

@Suite("What is typed into a form is kept")
struct KeptFormTests {
  /// A program whose person types into the form and is never heard of again.
  private func leaveUnsaved(_ office: FormOffice, _ words: String) throws -> SheetField {
    let bench = try office.open()
    bench.goToTyping()
    bench.type(words)
    bench.wait(.milliseconds(250))
    return try #require(bench.field, "\(bench.text)")
  }

  @Test(
    "killed in mid-sentence, every form comes back with its words and the cursor behind the last",
    arguments: FormPlace.Kind.allCases)
  func killed(kind: FormPlace.Kind) throws {
    let office = try FormOffice(for: kind)
    let before = try leaveUnsaved(office, "Aaliyah Fox sa")
    #expect(before.text.hasSuffix("Aaliyah Fox sa"))
    let again = try office.open()
    let field = try #require(again.field)
    #expect(field.name == before.name)
    #expect(field.text == before.text)
    #expect(field.cursor == field.text.count)
    #expect(again.shows("What you typed on 23 Nov 2026 08:45 is here again"))
    again.type("id so")
    again.wait(.milliseconds(250))
    let third = try office.open()
    #expect(third.field?.text == before.text + "id so")
  }

  @Test(
    "what is thrown away with two Escapes does not come back", arguments: FormPlace.Kind.allCases)
  func thrownAway(kind: FormPlace.Kind) throws {
    let office = try FormOffice(for: kind)
    _ = try leaveUnsaved(office, "Some words")
    let again = try office.open()
    again.press("esc")
    #expect(again.sheet != nil, "one Escape asks")
    again.press("esc")
    #expect(again.sheet == nil)
    #expect(try office.small.caseload.drafts(by: "Clerk").isEmpty)
    #expect(try office.open().field?.text.hasSuffix("Some words") == false)
  }

  @Test("a form in which nobody typed leaves nothing", arguments: FormPlace.Kind.allCases)
  func untouched(kind: FormPlace.Kind) throws {
    let office = try FormOffice(for: kind)
    let bench = try office.open()
    bench.press("tab", "right", "tab")
    bench.wait(.seconds(1))
    #expect(try office.small.caseload.drafts(by: "Clerk").isEmpty)
    #expect(bench.app.deadline == nil || !bench.shows("here again"))
  }

  @Test("what comes back is covered where others can see", arguments: FormPlace.Kind.allCases)
  func covered(kind: FormPlace.Kind) throws {
    let office = try FormOffice(for: kind)
    _ = try leaveUnsaved(office, "Aaliyah Fox")
    let again = try Bench(
      120, 50, small: office.small, author: "Clerk", papers: ClosingScreenTests.Papers().papers)
    again.press("x")
    #expect(!again.shows("Aaliyah Fox"))
    try office.go(again)
    again.surfaceAgain()
    // These are about no child, and their words are meant for whoever reads them.
    guard ![.newPanel, .panel, .newMeeting, .meeting, .attendee, .approval, .papers].contains(kind)
    else { return }
    #expect(again.sheet != nil, "\(again.text)")
    #expect(!again.shows("Aaliyah Fox"))
    again.press("tab")
    #expect(!again.shows("Aaliyah Fox"))
  }

  @Test("on starting again one line says what was left, and by which keys it is reached")
  func told() throws {
    let office = try FormOffice(for: .view)
    _ = try leaveUnsaved(office, "I like art")
    let bench = try Bench(120, 40, small: office.small, author: "Clerk")
    #expect(
      bench.shows("A form was left unsaved: What somebody said (e on the case)."))
    let other = try Bench(120, 40, small: office.small, author: "R. Shah")
    #expect(!other.shows("left unsaved"))
    let panel = try FormOffice(for: .newPanel)
    _ = try leaveUnsaved(panel, "Medical panel")
    #expect(
      try Bench(120, 40, small: panel.small, author: "Clerk")
        .shows("A form was left unsaved: A new panel (M, 1, n)."))
  }

  @Test("of a form about a record that is gone nothing is said")
  func gone() throws {
    let small = try SmallCaseload()
    let place = FormPlace(.view, of: 999, about: "AP-2026-0999")
    try small.caseload.keep(
      FormDraft(
        form: place.key, title: place.about,
        fields: [FormDraft.Field(name: "words", opened: "", text: "x")], focus: "words", cursor: 1,
        at: SmallCaseload.now), of: "A. Lead")
    #expect(try !Bench(small: small).shows("left unsaved"))
  }

  @Test("what is saved is kept no longer, whether a meeting's form or a case's")
  func saved() throws {
    for kind in [FormPlace.Kind.matter, .view, .correction, .reopening] {
      let office = try FormOffice(for: kind)
      _ = try leaveUnsaved(office, "The aunt rang")
      let again = try office.open()
      again.press("ctrl+s")
      #expect(again.sheet == nil, "\(kind)")
      #expect(try office.small.caseload.drafts(by: "Clerk").isEmpty, "\(kind)")
    }
  }

  @Test("words stay where the record has changed underneath, and replace nothing unasked")
  func changedUnderneath() throws {
    let office = try FormOffice(for: .action)
    let first = try office.open()
    first.goToTyping()
    first.type(" on Monday")
    first.press("tab")
    first.type(" or Mr Brandt")
    first.wait(.milliseconds(250))
    var action = try #require(try office.small.caseload.openActions().first)
    action.action.what = "Ring the school and the aunt"
    action.action.owner = "Dr Pereira"
    try office.small.caseload.change(by: "B. Other", at: SmallCaseload.now, cause: "change") {
      door in try door.write(Stored(id: action.id, value: action.action))
    }
    let again = try office.open()
    #expect(again.sheet?["what"] == "Ring the school and the aunt on Monday")
    #expect(again.sheet?["owner"] == "Ms Ward or Mr Brandt")
    #expect(again.shows("By whom: somebody else has changed it to “Dr Pereira” meanwhile."))
    // Whoever is killed twice is told twice.
    again.type(" too")
    again.wait(.milliseconds(250))
    let third = try office.open()
    #expect(third.shows("By whom: somebody else has changed it to “Dr Pereira” meanwhile."))
    third.press("ctrl+s")
    #expect(
      third.shows("Changed by somebody else meanwhile: By whom. F9 again writes yours over it"))
    #expect(try office.small.caseload.openActions().first?.action.owner == "Dr Pereira")
    third.press("ctrl+s")
    let now = try #require(try office.small.caseload.openActions().first?.action)
    #expect(now.owner == "Ms Ward or Mr Brandt too")
    #expect(now.what == "Ring the school and the aunt on Monday")
  }

  @Test("where the caseload takes nothing it is told, and tried again without a key")
  func triedAgain() throws {
    let office = try FormOffice(for: .view)
    let bench = try office.open()
    bench.goToTyping()
    bench.type("I like")
    bench.wait(.milliseconds(250))
    let path = office.small.path
    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    bench.type(" art")
    bench.wait(.milliseconds(250))
    #expect(bench.shows("Not kept yet."))
    #expect(
      bench.app.screens.last?.unsavedWords(desk: bench.app.desk)?.contains("I like art") == true)
    bench.wait(.seconds(1))
    #expect(bench.shows("Not kept yet."))
    try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
    bench.wait(.seconds(1))
    #expect(bench.shows("What you typed is kept now."))
    #expect(bench.app.screens.last?.unsavedWords(desk: bench.app.desk) == nil)
    #expect(try office.small.caseload.drafts(by: "Clerk").first?.fields.last?.text == "I like art")
    #expect(bench.app.screens.last?.deadline == nil, "nothing wakes it any more")
  }

  @Test("who types without a pause is kept all the same, before a second is over")
  func noPause() throws {
    let office = try FormOffice(for: .newPanel)
    let bench = try office.open()
    for letter in "abcdefghi" {
      bench.type(String(letter))
      bench.wait(.milliseconds(100))
    }
    let kept = try #require(try office.small.caseload.drafts(by: "Clerk").first?.fields.first?.text)
    #expect(kept.count >= 7, "kept: \(kept)")
  }

  @Test("a form covered by another, as by a list or the help, has kept what was typed")
  func left() throws {
    let office = try FormOffice(for: .newPanel)
    let bench = try office.open()
    bench.type("Medical")
    bench.press("F1")
    #expect(try office.small.caseload.drafts(by: "Clerk").first?.fields.first?.text == "Medical")
  }

  @Test("a case's reason in a person's own words is kept from the moment it was chosen")
  func ownReason() throws {
    let office = try FormOffice(for: .close)
    let first = try Bench(120, 50, small: office.small, author: "Clerk")
    first.press("c")
    first.type("Gone to sea")
    first.press("enter")
    first.wait(.milliseconds(250))
    let again = try Bench(120, 50, small: office.small, author: "Clerk")
    #expect(again.shows("A form was left unsaved: Close (c on the case)."))
    again.press("c")
    #expect(again.sheet?["reason"] == "Gone to sea")
    again.press("ctrl+s", "ctrl+s")
    #expect(
      try office.small.caseload.file(reference: "AP-2026-0001")?.value.closingReason
        == "Gone to sea")
    #expect(try office.small.caseload.drafts(by: "Clerk").isEmpty)
  }

  @Test("a day or a number that one comes to is replaced by what is typed, and added to after that")
  func replaced() throws {
    let bench = try FormOffice(for: .action).open()
    bench.press("tab", "tab")
    bench.type("+7")
    #expect(bench.field?.text == "+7")
    bench.press("shift+tab", "tab", "end")
    bench.type("x")
    #expect(bench.field?.text == "+7x")
    bench.press("shift+tab", "tab")
    bench.send(.paste("27/11"))
    #expect(bench.field?.text == "27/11")
    let panel = try FormOffice(for: .panel).open()
    while panel.field?.name != "length" { panel.press("tab") }
    panel.type("90")
    #expect(panel.field?.text == "90")
  }

  @Test("a day without school is told in a case's forms too")
  func noSchool() throws {
    let bench = try FormOffice(for: .placement).open()
    while bench.field?.name != "next" { bench.press("tab") }
    bench.type("28/11")
    #expect(bench.shows("Sat 28 Nov 2026: no school, weekend"))
  }
}
