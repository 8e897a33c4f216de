import TerminalUI
import Testing

@testable import Dashboard

@Suite("Arranging the parts of a case and of a meeting")
struct CaseArrangingTests {
  private func opened(_ width: Int, _ height: Int) throws -> Bench {
    let bench = try Bench(width, height)
    bench.press("enter")
    return bench
  }

  private func area(_ panel: CasePanel, _ bench: Bench) -> Rect {
    (bench.app.screens.last as? CaseScreen)?.layout.area(of: panel)
      ?? Rect(x: 0, y: 0, width: 0, height: 0)
  }

  private func shown(_ bench: Bench) -> [CasePanel] {
    (bench.app.screens.last as? CaseScreen)?.layout.panels.map(\.panel) ?? []
  }

  @Test("keys make the part in use wider, narrower, taller and shorter, whichever it is")
  func keys() throws {
    for panel in CasePanel.allCases {
      let bench = try opened(200, 60)
      bench.press(String(panel.rawValue + 1))
      let before = area(panel, bench)
      bench.press(">", "+")
      let after = area(panel, bench)
      #expect(after.width == before.width + 4, "\(panel)")
      #expect(after.height == before.height + 2, "\(panel)")
      bench.press("<", "-")
      #expect(area(panel, bench).size == before.size, "\(panel)")
    }
  }

  @Test("where two parts stand side by side the line between them moves, and none above them")
  func two() throws {
    let bench = try opened(120, 40)
    let before = area(.clocks, bench)
    bench.press(">", ">")
    #expect(area(.clocks, bench).width == before.width + 8)
    #expect(area(.timeline, bench).x == before.right + 8)
    bench.press("2", ">")
    #expect(area(.clocks, bench).width == before.width + 4)
    bench.press("+")
    #expect(bench.shows("There is no other pane on that side"))
    bench.press("=")
    #expect(area(.clocks, bench) == before)
  }

  @Test(
    "no part becomes too small to be of use, however often one presses", arguments: ["1", "3", "5"])
  func least(number: String) throws {
    let bench = try opened(160, 45)
    bench.press(number)
    for key in [">", "+", "<", "-"] {
      for _ in 0..<60 { bench.press(key) }
      #expect(shown(bench).count == 6)
      for panel in CasePanel.allCases {
        let area = area(panel, bench)
        #expect(area.width >= 20 && area.height >= 4, "\(panel) after \(key)")
      }
    }
  }

  @Test("the mouse drags each of the three lines to where it goes")
  func drag() throws {
    let bench = try opened(200, 60)
    func drag(_ start: Point, _ end: Point) {
      bench.send(.mouse(Mouse(.press, at: start)))
      bench.send(.mouse(Mouse(.drag, at: end)))
      bench.send(.mouse(Mouse(.release, at: end)))
    }
    drag(Point(x: area(.clocks, bench).right - 1, y: 15), Point(x: 90, y: 15))
    #expect(area(.timeline, bench).x == 90)
    drag(Point(x: area(.attendance, bench).x, y: 15), Point(x: 150, y: 15))
    #expect(area(.attendance, bench).x == 150)
    #expect(area(.history, bench).x == 150)
    #expect(area(.timeline, bench).x == 90)
    drag(Point(x: 20, y: area(.placements, bench).y), Point(x: 20, y: 30))
    #expect(area(.placements, bench).y == 30)
    #expect(area(.views, bench).y == 30)
  }

  @Test("a hidden part leaves its room to the others, is passed over, and comes back by its number")
  func hide() throws {
    let bench = try opened(200, 60)
    bench.press("3", "v")
    #expect(shown(bench) == [.clocks, .timeline, .attendance, .views, .history])
    #expect(bench.shows("Placements is hidden: 3 shows it again."))
    bench.press("2", "tab")
    #expect((bench.app.screens.last as? CaseScreen)?.focus == .attendance)
    bench.press("3")
    #expect(shown(bench).count == 6)
    bench.press("2", "v", "5", "v")
    #expect(shown(bench) == [.clocks, .placements, .attendance, .history])
    #expect(area(.attendance, bench).right == 200)
    bench.press("=")
    #expect(shown(bench).count == 6)
  }

  @Test("a hidden part is passed over on a small screen too, and the last can't be hidden")
  func hideSmall() throws {
    let bench = try opened(80, 24)
    bench.press("2", "v", "v", "v", "v", "v", "v")
    #expect(bench.shows("the only pane left"))
    #expect(shown(bench).count == 1)
    bench.press(">")
    #expect(bench.shows("Two parts stand side by side in a window of 100"))
  }

  @Test("beside the clocks stays the part that was open last")
  func beside() throws {
    let bench = try opened(120, 40)
    bench.press("3", "1")
    #expect(shown(bench) == [.clocks, .placements])
  }

  @Test("the next case and the next start find the parts as they were left")
  func remembered() throws {
    let bench = try opened(200, 60)
    bench.press(">", ">", "+", "4", "v")
    let (clocks, parts) = (area(.clocks, bench), shown(bench))
    bench.press("]")
    #expect(area(.clocks, bench) == clocks)
    bench.press("esc", "enter")
    #expect(area(.clocks, bench) == clocks && shown(bench) == parts)
    let board = try #require(bench.app.screens.first as? BoardScreen)
    var book = LookBook()
    book.put(board.look(bench.app.desk), of: "file")
    let look = try #require(LookBook(book.bytes)?.look(of: "file"))
    let other = try Bench(200, 60)
    var again = try #require(other.app.screens.first as? BoardScreen)
    again.restore(look, desk: other.app.desk)
    other.press("enter")
    #expect(area(.clocks, other) == clocks && shown(other) == parts)
  }

  @Test("lines of a state file that are damaged leave the parts as the program has them")
  func damaged() {
    var look = RememberedLook()
    for line in [
      "case across 5000", "case down x", "case second -1", "case hidden 1 2 3 4 5 0", "case",
      "meeting across", "meeting hidden 9", "hidden", "across",
    ] {
      look.take(line[...])
    }
    #expect(look == RememberedLook())
  }

  @Test("a meeting's brief, providers and decision are made wider and taller, by keys and mouse")
  func meeting() throws {
    let seat = try Seat(160, 45, at: PanelTable())
    func layout() -> MeetingLayout? { (seat.app.screens.last as? MeetingScreen)?.layout }
    let before = try #require(layout())
    seat.press(">", ">")
    #expect(layout()?.brief.width == before.brief.width + 8)
    seat.press("tab", "+")
    #expect(layout()?.options.height == before.options.height + 2)
    seat.press("=")
    #expect(layout()?.brief == before.brief)
    let edge = Point(x: before.brief.right - 1, y: 12)
    seat.app.handle(.mouse(Mouse(.press, at: edge)))
    seat.app.handle(.mouse(Mouse(.drag, at: Point(x: 60, y: 12))))
    seat.app.handle(.mouse(Mouse(.release, at: Point(x: 60, y: 12))))
    _ = seat.app.draw()
    #expect(layout()?.brief.width == 60)
    seat.press("z", ">")
    #expect(seat.shows("z gives it back first"))
  }

  @Test("on a small screen the line between brief and providers moves")
  func smallMeeting() throws {
    let seat = try Seat(80, 24, at: PanelTable())
    func layout() -> MeetingLayout? { (seat.app.screens.last as? MeetingScreen)?.layout }
    seat.press("tab")
    let before = try #require(layout())
    #expect(before.options.width > 0, "who goes to the providers sees them beside the brief")
    seat.press("<")
    #expect(layout()?.brief.width == before.brief.width + 4)
    #expect(layout()?.options.width == before.options.width - 4)
  }
}
