import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("Typing in a meeting")
struct MeetingTypingTests {
  /// A terminal whose cursor stands in the rationale of the first item.
  private func writing(_ seat: Seat) {
    seat.press("d", "esc")
    seat.go(to: .rationale)
  }

  @Test("what is typed is in the store a quarter of a second after the last key")
  func pause() throws {
    let seat = try Seat(at: PanelTable())
    writing(seat)
    seat.type("Calm since")
    #expect(try seat.stored(.rationale).isEmpty)
    seat.wait(.milliseconds(249))
    #expect(try seat.stored(.rationale).isEmpty)
    seat.wait(.milliseconds(1))
    #expect(try seat.stored(.rationale) == "Calm since")
  }

  @Test("a day that one comes to is replaced by what is typed, and one that was stopped in goes on")
  func dayReplaced() throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    seat.choose(.agree)
    seat.go(to: .startsOn)
    seat.type("30/11")
    seat.press("tab", "shift+tab")
    #expect(seat.text == "30/11/2026")
    seat.type("1/1")
    #expect(seat.text == "1/1")
    seat.wait(.milliseconds(250))
    let again = try Seat(at: table)
    #expect(again.focused == .decision(.startsOn))
    again.type("2")
    #expect(again.text == "1/12")
  }

  @Test("who types without a pause is saved all the same, before a second is over")
  func noPause() throws {
    let seat = try Seat(at: PanelTable())
    writing(seat)
    for letter in "abcdefghi" {
      seat.type(String(letter))
      seat.wait(.milliseconds(100))
    }
    let saved = try seat.stored(.rationale)
    #expect(saved.count >= 7, "in the store: \(saved)")
  }

  @Test("killed in mid-sentence, it comes back to the item with the cursor behind the last word")
  func killed() throws {
    let table = try PanelTable()
    do {
      let seat = try Seat(at: table)
      seat.press("n", "n")
      writing(seat)
      seat.type("The panel heard from the school that")
      seat.wait(.milliseconds(250))
      // The program goes without a word: nothing is closed, left or asked.
    }
    let again = try Seat(at: table)
    #expect(again.shows("Item 3 of 5"))
    #expect(again.focused == .decision(.rationale))
    again.type(" attendance rose")
    again.wait(.milliseconds(250))
    #expect(
      try again.stored(.rationale, item: 2)
        == "The panel heard from the school that attendance rose")
  }

  @Test("leaving a field, stepping on, and the end of the program each save at once")
  func saved() throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    writing(seat)
    seat.type("one")
    seat.press("tab")
    #expect(try seat.stored(.rationale) == "one")
    seat.go(to: .rationale)
    seat.type(" two")
    seat.press("alt+n")
    #expect(try seat.stored(.rationale) == "one two")
    #expect(seat.shows("Item 2 of 5"))
    writing(seat)
    seat.type("three")
    seat.app.leave()
    #expect(try seat.stored(.rationale, item: 1) == "three")
  }

  @Test("two people type into one field, and no word of either is lost")
  func together() throws {
    let table = try PanelTable()
    let chair = try Seat(at: table)
    let clerk = try Seat(at: table, author: "C. Clerk")
    writing(chair)
    chair.type("The school asked for a place.")
    chair.wait(.milliseconds(250))
    clerk.hear()
    writing(clerk)
    clerk.press("ctrl+home")
    clerk.type("Agreed. ")
    chair.type(" The carer agrees.")
    clerk.wait(.milliseconds(250))
    chair.wait(.milliseconds(250))
    clerk.hear()
    let both = "Agreed. The school asked for a place. The carer agrees."
    #expect(try chair.stored(.rationale) == both)
    #expect(chair.text == both)
    #expect(clerk.text == both)
    // Each goes on where they were.
    chair.type(" So do we.")
    clerk.type("Unanimously. ")
    clerk.wait(.milliseconds(250))
    chair.wait(.milliseconds(250))
    #expect(
      try chair.stored(.rationale)
        == "Agreed. Unanimously. The school asked for a place. The carer agrees. So do we.")
  }

  @Test("the clerk writes actions while the chair steps, and each sees the other's words")
  func actions() throws {
    let table = try PanelTable()
    let chair = try Seat(160, 45, at: table)
    let clerk = try Seat(160, 45, at: table, author: "C. Clerk")
    clerk.press("a")
    clerk.type("Ring the carrier")
    clerk.press("tab")
    clerk.type("Ms Ward")
    clerk.press("tab")
    clerk.type("3/12")
    chair.hear()
    #expect(chair.shows("Ring the carrier"))
    chair.press("n")
    clerk.press("tab")
    clerk.wait(.milliseconds(250))
    let action = try #require(
      try table.small.caseload.meeting(table.meeting)?.items[0].actions.first?.action)
    #expect(action.what == "Ring the carrier")
    #expect(action.owner == "Ms Ward")
    #expect(action.dueOn == SmallCaseload.day(2026, 12, 3))
    #expect(clerk.shows("Item 1 of 5"))
    #expect(chair.shows("Item 2 of 5"))
  }

  @Test("words typed while somebody else confirms the decision are kept under Notes")
  func confirmedMeanwhile() throws {
    let table = try PanelTable()
    let chair = try Seat(at: table)
    let clerk = try Seat(at: table, author: "C. Clerk")
    chair.choose(.note)
    chair.press("esc")
    clerk.hear()
    writing(clerk)
    clerk.type("The mother rang at noon.")
    chair.press("c", "enter")
    #expect(try table.item(0).item.value.state == .decided)
    clerk.wait(.milliseconds(250))
    #expect(clerk.shows("kept under Notes"))
    #expect(try clerk.stored(.notes) == "Rationale: The mother rang at noon.")
    #expect(try table.item(0).decision?.value.decision.rationale == "")
  }

  @Test(
    "a field stays under the hands of whoever writes in it, whatever the chair chooses meanwhile")
  func optionChanges() throws {
    let table = try PanelTable()
    let chair = try Seat(at: table)
    let clerk = try Seat(at: table, author: "C. Clerk")
    chair.choose(.deferred)
    clerk.hear()
    clerk.go(to: .information)
    clerk.type("A letter from")
    clerk.wait(.milliseconds(250))
    chair.hear()
    chair.go(to: .option)
    chair.press("enter")
    chair.type("Note")
    chair.press("enter")
    #expect(chair.shows("Kept, though no part of Note: Needed"))
    clerk.hear()
    #expect(clerk.focused == .decision(.information))
    #expect(clerk.shows("“Needed” is no part of Note; what you type is kept."))
    clerk.type(" the nurse")
    clerk.wait(.milliseconds(250))
    #expect(try clerk.stored(.information) == "A letter from the nurse")
    #expect(try clerk.stored(.option) == "note")
  }

  @Test("an item taken off the agenda stays for whoever is writing on it, and the words with it")
  func dropped() throws {
    let table = try PanelTable()
    let clerk = try Seat(at: table, author: "C. Clerk")
    clerk.go(to: .rationale)
    clerk.type("The mother")
    try table.small.caseload.change(by: "Chair", at: SmallCaseload.now, cause: "drop") { door in
      try door.drop(table.items[0], because: "Moved")
    }
    clerk.hear()
    #expect(clerk.focused == .decision(.rationale))
    #expect(clerk.shows("This item was taken off the agenda"))
    #expect(clerk.shows("Off the agenda"))
    clerk.type(" rang at noon.")
    clerk.press("alt+c")
    #expect(clerk.shows("put it back before it is decided"))
    clerk.wait(.milliseconds(250))
    #expect(try clerk.stored(.rationale) == "The mother rang at noon.")
    clerk.press("alt+n")
    #expect(clerk.shows("Item 1 of 4"))
  }

  @Test("a clerk is told that the chair closed the meeting, and what becomes of what is typed then")
  func closedMeanwhile() throws {
    let table = try PanelTable()
    let caseload = table.small.caseload
    let clerk = try Seat(at: table, author: "C. Clerk")
    let chair = try Seat(at: table)
    clerk.go(to: .rationale)
    clerk.type("The mother")
    try caseload.change(by: "Chair", at: SmallCaseload.now, cause: "close") { door in
      try door.move(table.meeting, to: .closed)
    }
    clerk.hear()
    #expect(clerk.focused == .decision(.rationale))
    #expect(clerk.shows("The meeting is closed. What you type is kept"))
    clerk.type(" rang at noon.")
    clerk.wait(.milliseconds(250))
    #expect(try clerk.stored(.rationale) == "The mother rang at noon.")
    clerk.press("alt+c")
    #expect(clerk.shows("The meeting is closed: C, then O opens it again to decide."))
    // Who only looks on is told as well.
    chair.hear()
    #expect(chair.shows("The meeting is closed."))
    try caseload.change(by: "Chair", at: SmallCaseload.now, cause: "again") { door in
      try door.move(table.meeting, to: .open)
    }
    clerk.hear()
    #expect(clerk.shows("The meeting is open again."))
    try caseload.change(by: "Chair", at: SmallCaseload.now, cause: "approve") { door in
      try door.move(table.meeting, to: .closed)
      try door.approveMinutes(of: table.meeting, text: "t", covered: "c", on: PanelTable.heldOn)
    }
    clerk.type(" And")
    clerk.hear()
    #expect(clerk.shows("Not kept.") || clerk.shows("The minutes are approved"))
    clerk.type("x")
    #expect(clerk.text == "The mother rang at noon. And")
    clerk.wait(.seconds(1))
    clerk.press("alt+n")
    #expect(clerk.shows("Not kept."))
    #expect(clerk.shows("Item 1 of 5"))
  }

  @Test("an action that somebody writes in is not taken away by the closing under their hands")
  func closedInAnAction() throws {
    let table = try PanelTable()
    let clerk = try Seat(at: table, author: "C. Clerk")
    clerk.press("a")
    try table.small.caseload.change(by: "Chair", at: SmallCaseload.now, cause: "close") { door in
      try door.move(table.meeting, to: .closed)
    }
    clerk.hear()
    clerk.type("Ring the school")
    clerk.wait(.milliseconds(250))
    let item = try table.item(0)
    #expect(
      item.actions.map(\.action.what) == ["Ring the school"]
        || item[.notes].text == "Action: Ring the school")
  }

  @Test("nobody steps away from words that the store could not take")
  func notSaved() throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    writing(seat)
    seat.type("The mother rang.")
    let other = try Caseload.open(table.small.path, access: .readWrite)
    try other.change(by: "X", at: SmallCaseload.now, cause: "holds the file") { door in
      try door.put(SmallCaseload.year, of: .authority(355))
      seat.press("alt+n")
      #expect(seat.shows("Not saved yet"))
      #expect(seat.shows("Item 1 of 5"))
    }
    seat.wait(.seconds(1))
    #expect(try seat.stored(.rationale) == "The mother rang.")
    #expect(seat.shows("What you typed is kept now."), "what was in danger is said to be safe")
    seat.press("alt+n")
    #expect(seat.shows("Item 2 of 5"))
  }

  @Test(
    "a field that can't be merged says whose is on file, and typing again replaces it knowingly")
  func differs() throws {
    let table = try PanelTable()
    let chair = try Seat(at: table)
    let clerk = try Seat(at: table, author: "C. Clerk")
    for seat in [chair, clerk] {
      seat.press("d")
      seat.type("Agree prov")
      seat.press("enter", "esc")
      seat.hear()
      seat.go(to: .startsOn)
    }
    chair.type("30/11/2026")
    clerk.type("01/12/2026")
    clerk.wait(.milliseconds(250))
    chair.wait(.milliseconds(250))
    #expect(try chair.stored(.startsOn) == "01/12/2026")
    #expect(chair.shows("C. Clerk wrote"))
  }

  @Test("a page that is pasted keeps its words, and says how much of it was left out")
  func pasted() throws {
    let seat = try Seat(at: PanelTable())
    writing(seat)
    seat.send(.paste("Seen\u{1B}[2J by\u{7} Dr Pereira\nand the school"))
    #expect(seat.shows("2 control characters of the paste left out"))
    seat.wait(.milliseconds(250))
    #expect(try seat.stored(.rationale) == "Seen by Dr Pereira\nand the school")
  }

  @Test("an over-long rationale is told and kept, not cut")
  func overLong() throws {
    let seat = try Seat(at: PanelTable())
    writing(seat)
    let long = String(repeating: "Because. ", count: 2_300)
    seat.send(.paste(long))
    #expect(seat.shows("700 characters too long"))
    seat.wait(.milliseconds(250))
    #expect(try seat.stored(.rationale).count == 20_700)
  }

  @Test("a date that is none is told when the field is left, and shown where it stands")
  func wrongDate() throws {
    let seat = try Seat(160, 45, at: PanelTable())
    seat.choose(.agree)
    seat.go(to: .startsOn)
    seat.type("31/11/2026")
    seat.press("tab")
    #expect(seat.shows("There is no such day; November 2026 has 30 days."))
    #expect(seat.shows("✗ 31/11/2026"))
    seat.go(to: .startsOn)
    seat.press("ctrl+u")
    seat.type("mon")
    seat.press("tab")
    #expect(try seat.stored(.startsOn) == "30/11/2026")
  }

  @Test("a day without school is said to be one when the field is left, and where it stands")
  func noSchool() throws {
    let seat = try Seat(160, 45, at: PanelTable())
    seat.choose(.agree)
    seat.go(to: .reviewOn)
    // Four weeks from Thursday 26 November.
    seat.type("20/12/2026")
    seat.press("tab")
    #expect(seat.shows("Review: Sun 20 Dec 2026 is no school day (weekend)."))
    #expect(seat.shows("The next is Tue 5 Jan."))
    #expect(seat.shows("Sun 20 Dec, no school"))
    seat.go(to: .startsOn)
    seat.type("30/11")
    seat.press("tab")
    #expect(!seat.shows("no school day"))
    #expect(seat.shows("Mon 30 Nov "))
  }

  @Test("undo and redo work in a field, and the person's own editor takes and gives its text")
  func ownEditor() throws {
    let seat = try Seat(at: PanelTable())
    writing(seat)
    seat.type("one two")
    seat.press("alt+u")
    #expect(seat.text == "one ")
    seat.press("alt+e")
    #expect(seat.text == "one two")
    // The editor covers nothing: before the room it is asked for twice.
    seat.press("F4")
    #expect(seat.app.takeTextToEdit() == nil && seat.shows("The editor shows names to the room"))
    seat.press("F4")
    #expect(seat.app.takeTextToEdit() == "one two")
    seat.app.receive(edited: .success("one two three"))
    #expect(try seat.stored(.rationale) == "one two three")
    seat.press("alt+u")
    #expect(seat.text == "one two")
  }

  @Test("a keystroke draws its own row and nothing else")
  func oneRow() throws {
    let seat = try Seat(at: PanelTable())
    writing(seat)
    seat.type("a")
    let before = seat.lines
    seat.type("b")
    let changed = zip(before, seat.lines).filter { $0 != $1 }
    #expect(changed.count == 1)
    // What a whole drawing would show is the same.
    let kept = seat.lines
    seat.send(.resize(Size(width: 80, height: 24)))
    #expect(seat.lines == kept)
  }

  @Test("a caseload opened read only says so and takes no word")
  func readOnly() throws {
    let seat = try Seat(at: PanelTable(), isReadOnly: true)
    seat.press("d")
    #expect(seat.shows("read only"))
  }
}
