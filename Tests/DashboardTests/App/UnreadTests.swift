import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("A caseload that cannot be read")
struct UnreadTests {
  static func hasLetters(_ text: String) -> Bool { text.contains { $0.isLetter || $0.isNumber } }

  @Test(
    "where the names of a meeting's children can't be read, every word is covered and that is said")
  func meetingCover() throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    let desk = seat.app.desk
    let words = "Her brother Aaliyah rang 01632 960 000"
    let covered = try desk.caseload.unable(toRead: "agenda_item") {
      desk.nameCover(of: table.meeting)
    }
    #expect(!UnreadTests.hasLetters(covered.covered(words)))
    #expect(covered.masked(words, cursor: 4).count == words.count)
    #expect(desk.takeUnread()?.description.contains("agenda_item") == true)
    #expect(desk.nameCover(of: table.meeting).covered(words).hasPrefix("Her brother A rang"))
  }

  @Test(
    "where the book of names can't be read, words are covered until it can, and it is tried again")
  func bookOfNames() throws {
    let bench = try Bench(120, 40)
    let desk = bench.app.desk
    bench.press("x")
    try bench.small.caseload.unable(toRead: "pupil") {
      for _ in 0..<5 where bench.app.hasWork { bench.app.work() }
      #expect(!bench.app.hasWork)
      #expect(bench.app.message?.kind == .error)
    }
    #expect(!UnreadTests.hasLetters(desk.nameCover().covered("with Danny Pike")))
    bench.app.say(Message(.notice, "Undone: ring Danny Pike back."))
    #expect(bench.app.message?.text == "Undone: ring DP back.")
    bench.wait(.seconds(1))
    while bench.app.hasWork { bench.app.work() }
    #expect(desk.nameCover().covered("with Danny Pike") == "with DP")
  }

  @Test("names are shown only at the second press where it can't be read whether a meeting is open")
  func beforeARoom() throws {
    let bench = try Bench(120, 40)
    bench.press("x")
    try bench.small.caseload.unable(toRead: "meeting") {
      bench.press("x")
      #expect(bench.app.desk.isShared)
      #expect(bench.shows("It can't be read whether a meeting is open"))
      bench.press("x")
      #expect(!bench.app.desk.isShared)
    }
  }

  @Test(
    "a load that fails is said once and tried again in a second, and the program sleeps meanwhile")
  func failingLoad() throws {
    let small = try SmallCaseload()
    var time = Duration.seconds(1000)
    let app = try DashboardApp(
      caseload: small.caseload, today: SmallCaseload.today, size: Size(width: 120, height: 40),
      setting: DashboardSetting(
        author: "A. Lead", now: { SmallCaseload.now }, stopwatch: { time }))
    var said = 0
    func work() -> Int {
      for tries in 0..<100 {
        guard app.hasWork else { return tries }
        app.say(nil)
        app.work()
        if app.message?.kind == .error { said += 1 }
      }
      return 100
    }
    try small.caseload.unable(toRead: "board_change") {
      #expect(work() < 10)
      #expect(!app.desk.board.isLoaded)
      #expect(app.deadline == time + .seconds(1))
      time += .seconds(1)
      app.passTime()
      #expect(app.hasWork)
      #expect(work() < 10)
      #expect(said == 1)
    }
    time += .seconds(1)
    app.passTime()
    #expect(work() < 100)
    #expect(app.desk.board.isLoaded)
  }

  @Test("a child is not placed with a provider that can't be read, since nothing is checked")
  func placing() throws {
    let bench = try Bench(120, 40)
    bench.press("/")
    bench.type("marlow")
    bench.press("enter", "p")
    bench.type("harb")
    try bench.small.caseload.unable(toRead: "provider") { bench.press("enter") }
    #expect(bench.shows("The provider cannot be read, so nothing is checked"))
    bench.press("enter", "enter", "enter", "enter", "F9")
    #expect(try bench.placements(of: "AP-2026-0002").isEmpty)
  }

  @Test(
    "of an item that can't be read nothing of the one before stays, and nothing is decided on it")
  func meetingItem() throws {
    let table = try PanelTable()
    let seat = try Seat(120, 40, at: table)
    // Made ready already; the one after it is not.
    seat.press("n")
    #expect(seat.shows("BM · AP-2026-0002"))
    try seat.app.desk.caseload.unable(toRead: "exclusion") {
      seat.press("n")
      #expect(seat.shows("Item 3 of 5"))
      #expect(seat.shows("This item cannot be read"))
      #expect(!seat.shows("BM ·") && !seat.shows("providers on"))
      #expect(seat.app.message?.kind == .error)
      for key in ["d", "c"] {
        seat.press(key)
        #expect(seat.app.message?.text == MeetingScreen.notRead)
        #expect(seat.app.screens.count == 1)
      }
      seat.wait(.seconds(1))
      #expect(seat.shows("This item cannot be read"))
    }
    seat.wait(.seconds(1))
    #expect(seat.shows("CO · AP-2026-0003"))
    #expect(seat.screen?.view?.brief.reference == "AP-2026-0003")
    seat.press("down")
    #expect(!seat.shows("cannot be read"))
  }

  @Test("an item that can't be read any more after a change shows what it is no longer known to be")
  func meetingItemAfterAChange() throws {
    let table = try PanelTable()
    let seat = try Seat(120, 40, at: table)
    try seat.app.desk.caseload.unable(toRead: "exclusion") {
      try table.leave("Ms Tan")
      seat.hear()
      #expect(seat.shows("This item cannot be read"))
    }
    seat.hear()
    seat.wait(.seconds(1))
    #expect(!seat.shows("cannot be read"))
  }

  @Test("a case whose marks or history can't be read says so, and in words it is not told at all")
  func openCase() throws {
    let small = try SmallCaseload()
    let bench = try Bench(120, 40, small: small)
    let desk = bench.app.desk
    let id = try #require(try small.caseload.file(reference: "AP-2026-0004")).id
    let open = try #require(try OpenCase(id, desk: desk))
    for (table, panel) in [("attendance_mark", CasePanel.attendance), ("journal", .history)] {
      var screen = CaseScreen(reading: open)
      try small.caseload.unable(toRead: table) {
        let lines = screen.lines(of: panel, width: 100, desk: desk).map(\.text)
        #expect(lines == Wording.notRead(width: 100).map(\.text))
        #expect(desk.takeUnread() != nil)
        let plain = PlainCase(
          id, on: SmallCaseload.today, of: small.caseload, desk.setting)
        #expect(throws: StoreError.self) { try plain.text() }
      }
      let lines = screen.lines(of: panel, width: 100, desk: desk).map(\.text)
      #expect(lines != Wording.notRead(width: 100).map(\.text))
    }
  }

  @Test("what was left off an agenda is not said to be nothing where it can't be read")
  func leftOff() throws {
    let bench = try PanelOffice.agenda(120, 40)
    try bench.small.caseload.change(by: "B", at: SmallCaseload.now, cause: "wake") { door in
      try door.put(School(urn: 999_009, authority: 351, name: "Another School"))
    }
    bench.app.caseloadMayHaveChanged()
    try bench.small.caseload.unable(toRead: "meeting") {
      bench.press("m")
      #expect(!bench.shows("Nothing was left off"))
      #expect(bench.app.message?.kind == .error)
      #expect(bench.app.deadline.map { $0 > bench.time } ?? true)
    }
  }

  @Test("what was typed before and can't be read now is not written over")
  func draft() throws {
    let office = try FormOffice(for: .view)
    let first = try office.open()
    first.goToTyping()
    first.type("She wants to go back")
    first.wait(.seconds(1))
    let again = try office.small.caseload.unable(toRead: "draft") {
      let bench = try office.open()
      bench.goToTyping()
      bench.type("Other words")
      return bench
    }
    again.wait(.seconds(1))
    #expect(again.shows("Not kept yet. What you typed here before is on file"))
    let kept = try office.small.caseload.drafts(by: "Clerk").flatMap(\.fields).map(\.text)
    #expect(kept.contains("She wants to go back"))
    #expect(!kept.contains { $0.contains("Other words") })
  }
}
