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
    #expect(desk.takeUnread()?.contains("agenda_item") == true)
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
}
