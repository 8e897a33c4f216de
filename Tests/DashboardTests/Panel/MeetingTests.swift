import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("A panel's meeting, item by item")
struct MeetingTests {
  @Test("one key goes on and one goes back, and the headline says where one is")
  func steps() throws {
    let seat = try Seat(at: PanelTable())
    #expect(seat.shows("Item 1 of 5"))
    seat.press("p")
    #expect(seat.shows("This is the first item"))
    seat.press("n", "n")
    #expect(seat.shows("Item 3 of 5"))
    seat.press("p")
    #expect(seat.shows("Item 2 of 5"))
    seat.press("n", "n", "n", "n")
    #expect(seat.shows("Item 5 of 5"))
    #expect(seat.shows("5 not decided"))
  }

  @Test("an item is jumped to by its reference")
  func jumps() throws {
    let seat = try Seat(at: PanelTable())
    seat.press("i")
    seat.type("0004")
    seat.press("enter")
    #expect(seat.shows("Item 4 of 5"))
  }

  @Test("a number typed in the list is the item of that number")
  func jumpsByNumber() throws {
    let seat = try Seat(at: PanelTable())
    seat.press("i")
    seat.type("2")
    seat.press("enter")
    #expect(seat.shows("Item 2 of 5"))
  }

  @Test("an item is found by the child's name too, which the room does not see being typed")
  func jumpsByName() throws {
    let seat = try Seat(at: PanelTable())
    seat.press("i")
    seat.type("marlow")
    #expect(!seat.shows("marlow"))
    seat.press("enter")
    #expect(seat.shows("Item 2 of 5"))
  }

  @Test("an item is parked, the next comes, and one key returns to it")
  func parks() throws {
    let seat = try Seat(at: PanelTable())
    seat.press("P")
    #expect(seat.shows("Item 2 of 5"))
    #expect(seat.shows("Parked; r returns to it."))
    seat.press("r")
    #expect(seat.shows("Item 1 of 5"))
    #expect(seat.shows("Parked"))
    seat.press("P")
    #expect(seat.shows("Taken up again"))
    seat.press("r")
    #expect(seat.shows("Nothing else is parked"))
  }

  @Test("the headline counts the minutes on the item against those that it has")
  func minutes() throws {
    let seat = try Seat(at: PanelTable())
    #expect(seat.shows("0 min, 10 left"))
    seat.wait(.seconds(60))
    #expect(seat.shows("1 min, 9 left"))
    seat.press("n")
    #expect(seat.shows("0 min, 10 left"))
    seat.wait(.seconds(11 * 60))
    #expect(seat.shows("11 min, 1 over"))
    seat.press("p")
    #expect(seat.shows("1 min, 9 left"))
    // Whoever opens it anew goes on from there.
    seat.wait(MeetingScreen.settling)
    #expect(try seat.table.small.caseload.meeting(seat.table.meeting)?.items[1].secondsSpent == 660)
  }

  @Test("the minute goes on while one types")
  func minuteWhileTyping() throws {
    let seat = try Seat(at: PanelTable())
    seat.go(to: .rationale)
    #expect(!seat.hasNews(after: .milliseconds(59_900)))
    seat.type("a")
    #expect(seat.shows("0 min"))
    _ = seat.hasNews(after: .milliseconds(200))
    seat.type("b")
    #expect(seat.shows("1 min, 9 left"))
    // A key that comes before the clock was looked at hides no minute.
    seat.type("c", after: .seconds(60))
    #expect(seat.shows("2 min, 8 left"))
  }

  @Test("nothing wakes a meeting more often than once a minute while nobody types")
  func sleeps() throws {
    let seat = try Seat(at: PanelTable())
    let start = try #require(seat.app.deadline)
    seat.wait(.seconds(1))
    #expect(seat.app.deadline == start)
    seat.wait(.seconds(59))
    #expect(try #require(seat.app.deadline) - start == .seconds(60))
  }

  @Test("a step waits for no disk, and what it leaves is noted a moment later")
  func settles() throws {
    let seat = try Seat(at: PanelTable())
    let place = { try seat.table.small.caseload.place(of: "M. Okafor", in: seat.table.meeting) }
    seat.press("n")
    #expect(try place()?.item == nil)
    #expect(!seat.hasNews(after: MeetingScreen.settling), "nothing to draw")
    #expect(try place()?.item == seat.table.items[1])
  }

  @Test("names are covered from the start, on every item, and shown by one key even while typing")
  func sharedView() throws {
    let seat = try Seat(160, 45, at: PanelTable())
    #expect(seat.shows("AF · AP-2026-0001"))
    #expect(seat.shows("SHARED VIEW"))
    #expect(!seat.shows("Aaliyah"))
    #expect(!seat.shows("FOX"))
    #expect(!seat.shows("with an older group"))
    // She is looked after and in treatment: what people tell of her is covered with it.
    for words in ["emotional", "mentor", "nobody knows me", "whom she trusts"] {
      #expect(!seat.shows(words), "\(words)")
    }
    seat.press("V")
    seat.type("Social care")
    seat.press("enter")
    #expect(seat.shows("with an older group"))
    // What was revealed is covered again at the next item and when one comes back.
    seat.press("n", "p")
    #expect(!seat.shows("with an older group"))
    seat.go(to: .rationale)
    // Before the room one slip does not show every name.
    seat.press("alt+s")
    #expect(!seat.shows("FOX") && seat.shows("the same key again shows every name"))
    seat.press("alt+s")
    #expect(seat.shows("FOX, Aaliyah"))
    #expect(seat.shows("NAMES SHOWN"))
    #expect(!seat.shows("SHARED VIEW"))
    seat.press("alt+s")
    #expect(!seat.shows("FOX"))
  }

  @Test("a name is covered while it is typed, and the cursor and the store have every letter")
  func maskedTyping() throws {
    let table = try PanelTable()
    let seat = try Seat(160, 45, at: table)
    seat.go(to: .rationale)
    seat.type("Aaliyah and Danny P")
    #expect(seat.shows("A······ and D···· P"))
    #expect(!seat.shows("Aaliyah") && !seat.shows("Danny"))
    let before = seat.surface.cursor
    seat.press("alt+s", "alt+s")
    #expect(seat.shows("Aaliyah and Danny P"))
    #expect(seat.surface.cursor == before)
    seat.press("alt+s")
    seat.type("ike")
    seat.wait(.milliseconds(300))
    #expect(try seat.stored(.rationale) == "Aaliyah and Danny Pike")
    #expect(seat.shows("D···· P···"))
  }

  @Test("that a child was referred to safeguarding is covered in the brief, the form and the list")
  func safeguarding() throws {
    let table = try PanelTable()
    let caseload = table.small.caseload
    for (field, text) in [
      (DecisionField.option, "referSafeguarding"), (.referredTo, "MASH"), (.owner, "Ms Ward"),
      (.dueOn, "27/11/2026"), (.rationale, "She said what she saw at home."),
    ] {
      _ = try caseload.save(
        text, to: .item(table.items[0], field), over: Words(), by: "Clerk", at: SmallCaseload.now)
    }
    try caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "decide") { door in
      try door.confirm(table.items[0])
    }
    let seat = try Seat(160, 45, at: table)
    seat.press("p", "p", "p", "p")
    func isCovered() -> Bool {
      !["afeguard", "MASH", "what she saw"].contains { seat.shows($0) }
    }
    #expect(seat.shows("✓ Decided") && isCovered(), "\(seat.lines.joined(separator: "\n"))")
    seat.press("n", "i")
    #expect(seat.shows("✓ ▒▒") && isCovered(), "\(seat.lines.joined(separator: "\n"))")
    seat.press("esc", "p", "v")
    #expect(seat.shows("Refer to safeguarding") && seat.shows("what she saw"))
  }

  @Test(
    "why a child was excluded, and what the providers' needs would tell, are covered with the rest")
  func covered() throws {
    let seat = try Seat(200, 50, at: PanelTable())
    #expect(!seat.shows("physical assault"))
    seat.press("tab")
    #expect(!seat.shows("main need"))
    seat.press("esc", "v")
    #expect(seat.shows("physical assault"))
    seat.press("v")
    #expect(!seat.shows("physical assault"))
  }

  @Test("what is asked, tried and said can be shown without address, health and risks")
  func accounts() throws {
    let seat = try Seat(160, 45, at: PanelTable())
    #expect(seat.shows("accounts and views") && !seat.shows("I like art"))
    seat.press("V")
    seat.type("asked")
    seat.press("enter")
    #expect(seat.shows("I like art") && seat.shows("A full-time place by day six"))
    #expect(!seat.shows("Contact with an older group") && !seat.shows("01632"))
    #expect(seat.shows("care, risks and reasons"))
  }

  @Test("another child of the agenda is covered too, and so are actions carried over")
  func mentioned() throws {
    let table = try PanelTable()
    let seat = try Seat(160, 45, at: table)
    seat.go(to: .rationale)
    seat.type("She knows Danny Pike from the same street.")
    seat.press("esc")
    #expect(seat.shows("She knows DP from the same street."))
    #expect(!seat.shows("Danny"))
  }

  @Test("without a quorum the screen says so all the time, and again with one")
  func quorum() throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    #expect(seat.shows("Quorum"))
    #expect(!seat.shows("NO QUORUM"))
    try table.leave("Mr Lindqvist")
    seat.hear()
    #expect(seat.shows("NO QUORUM: recommendation only"))
    seat.press("n")
    #expect(seat.shows("NO QUORUM"))
    #expect(seat.shows("Recommendation"))
    try table.come("Mr Lindqvist")
    seat.hear()
    #expect(!seat.shows("NO QUORUM"))
  }

  @Test("a member with an interest is shown as not deciding, on that item only")
  func interest() throws {
    let table = try PanelTable()
    let seat = try Seat(160, 45, at: table)
    #expect(seat.shows("5 decide"))
    try table.declare("Ms Tan", "neighbour", item: 0)
    seat.hear()
    #expect(seat.shows("Ms Tan has an interest (▒▒ covered): not deciding"))
    #expect(seat.shows("4 decide"))
    seat.press("n")
    #expect(!seat.shows("not deciding"))
    #expect(seat.shows("5 decide"))
  }

  @Test("a provider that can't take the child is not taken, and the reason says what to do")
  func ruledOut() throws {
    let seat = try Seat(160, 45, at: PanelTable())
    seat.press("tab")
    seat.press("down", "down")
    seat.press("enter")
    #expect(seat.shows("Kite House is ruled out: it is rated red since 3 Nov 2026"))
    #expect(try seat.stored(.provider).isEmpty)
  }

  @Test("letters among the providers find one, and command nothing")
  func findsProviders() throws {
    let table = try PanelTable()
    let seat = try Seat(160, 45, at: table)
    let before = try table.item(0)
    seat.press("tab")
    let names = seat.screen?.view?.options.map(\.provider.value.name) ?? []
    let wanted = try #require(names.last)
    seat.type(String(wanted.prefix(5)))
    #expect(
      seat.screen?.view?.options[seat.screen?.options.selected ?? 0].provider.value.name == wanted)
    #expect(seat.shows("Finding “\(wanted.prefix(5))”"))
    // What are commands on the brief: the view stays covered, nothing is parked, closed or written.
    seat.type("xPCaro")
    #expect(seat.shows("SHARED VIEW") && seat.shows("Item 1 of 5"))
    #expect(seat.shows("No provider has these letters"))
    seat.press("esc")
    #expect(seat.screen?.part == .options)
    seat.press("esc")
    #expect(seat.screen?.part == .brief)
    let after = try table.item(0)
    #expect(after.item.value.state == before.item.value.state && after.actions.isEmpty)
  }

  @Test("the meeting's time goes by the clock from its opening, and stands on eighty columns too")
  func meetingTime() throws {
    let table = try PanelTable(isOpen: false)
    try table.small.caseload.change(by: "C", at: SmallCaseload.now, cause: "open") { door in
      try door.move(table.meeting, to: .open)
    }
    for (width, words) in [(160, "Meeting 0 of 50 min"), (80, "Meeting 0/50")] {
      #expect(try Seat(width, 24, at: table).shows(words))
    }
  }

  @Test("choosing a provider fills the decision and goes on with what is wanted next")
  func chosen() throws {
    let table = try PanelTable()
    let seat = try Seat(160, 45, at: table)
    seat.press("tab", "enter")
    #expect(seat.shows("Harbour Studio is in the decision."))
    #expect(try seat.stored(.option) == "agree")
    #expect(seat.focused == .decision(.startsOn))
  }

  @Test("a meeting that was left is where it was left", arguments: [true, false])
  func returns(_ isSamePerson: Bool) throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    seat.press("n", "n", "q")
    let again = try Seat(at: table, author: isSamePerson ? "M. Okafor" : "C. Clerk")
    #expect(again.shows(isSamePerson ? "Item 3 of 5" : "Item 1 of 5"))
  }

  @Test(
    "Esc goes one step out at a time: from the field, from the providers, from the whole screen")
  func stepsOut() throws {
    let seat = try Seat(at: PanelTable())
    seat.go(to: .rationale)
    seat.press("esc")
    #expect(seat.screen?.part == .brief)
    seat.press("tab", "esc")
    #expect(seat.screen?.part == .brief)
    seat.press("z", "esc")
    #expect(seat.screen?.isZoomed == false)
    seat.press("esc", "esc")
    #expect(seat.shows("q leaves it as it stands"))
    #expect(!seat.app.isFinished)
    seat.press("q")
    #expect(seat.app.isFinished)
  }

  @Test("what is cut in the brief is read in full by going down")
  func readsOn() throws {
    let seat = try Seat(80, 20, at: PanelTable())
    seat.press("x", "x")
    #expect(!seat.shows("01632 960 000"))
    #expect(seat.shows("z: "))
    seat.press("down")
    seat.press("G")
    #expect(seat.shows("01632 960 000"))
  }

  @Test("every size that a terminal can have is drawn", arguments: [8, 12, 20, 24, 33, 34, 45, 70])
  func sizes(_ height: Int) throws {
    let seat = try Seat(at: PanelTable())
    seat.choose(.agree)
    for width in [40, 55, 71, 72, 80, 119, 120, 160, 250] {
      seat.send(.resize(Size(width: width, height: height)))
      #expect(seat.lines[0].contains("1"), "\(width)×\(height)")
      #expect(seat.lines[0].contains("uorum"), "\(width)×\(height): \(seat.lines[0])")
      for _ in 0..<4 { seat.press("tab") }
      seat.press("esc", "z", "z")
    }
  }
}
