import TerminalUI
import Testing

@testable import Dashboard

@Suite("Arranging the panes of the board")
struct ArrangingTests {
  private func board(_ bench: Bench) -> BoardScreen? { bench.app.screens.first as? BoardScreen }

  private func area(_ kind: PaneKind, _ bench: Bench) -> Rect {
    board(bench)?.layout.area(of: kind) ?? Rect(x: 0, y: 0, width: 0, height: 0)
  }

  @Test("keys make the pane in use wider, narrower, taller and shorter, whichever it is")
  func keys() throws {
    for number in ["1", "2", "3", "4"] {
      let bench = try Bench(120, 40)
      bench.press(number)
      let kind = try #require(board(bench)?.focus)
      let before = area(kind, bench)
      bench.press(">", "+")
      let after = area(kind, bench)
      #expect(after.width == before.width + 4, "pane \(number)")
      #expect(after.height == before.height + 2, "pane \(number)")
      bench.press("<", "-")
      #expect(area(kind, bench).size == before.size)
    }
  }

  @Test("no pane becomes too small to be of use, however often one presses")
  func least() throws {
    let bench = try Bench(80, 24)
    for _ in 0..<40 { bench.press(">", "+") }
    for (kind, area) in board(bench)?.layout.panes ?? [] {
      #expect(area.width >= 20 && area.height >= 4, "\(kind)")
    }
    for _ in 0..<80 { bench.press("<", "-") }
    for (kind, area) in board(bench)?.layout.panes ?? [] {
      #expect(area.width >= 20 && area.height >= 4, "\(kind)")
    }
  }

  @Test("the mouse drags the divider between two panes to where it goes")
  func drag() throws {
    let bench = try Bench(120, 40)
    let cases = area(.cases, bench)
    bench.send(.mouse(Mouse(.press, at: Point(x: cases.right - 1, y: 6))))
    bench.send(.mouse(Mouse(.drag, at: Point(x: 50, y: 6))))
    #expect(area(.days, bench).x == 50)
    bench.send(.mouse(Mouse(.drag, at: Point(x: 81, y: 9))))
    #expect(area(.days, bench).x == 81)
    bench.send(.mouse(Mouse(.release, at: Point(x: 81, y: 9))))
    bench.send(.mouse(Mouse(.drag, at: Point(x: 30, y: 9))))
    #expect(area(.days, bench).x == 81)
    let lower = area(.attendance, bench)
    bench.send(.mouse(Mouse(.press, at: Point(x: 5, y: lower.y))))
    bench.send(.mouse(Mouse(.drag, at: Point(x: 5, y: 30))))
    #expect(area(.attendance, bench).y == 30)
    #expect(area(.quality, bench).y == 30)
  }

  @Test("a drag that begins in a list moves no divider")
  func dragInAList() throws {
    let bench = try Bench(120, 40)
    let before = area(.cases, bench)
    bench.send(.mouse(Mouse(.press, at: Point(x: 5, y: 5))))
    bench.send(.mouse(Mouse(.drag, at: Point(x: 40, y: 12))))
    #expect(area(.cases, bench) == before)
  }

  @Test("a hidden pane leaves its room to the others, says how it comes back, and does")
  func hide() throws {
    let bench = try Bench(120, 40)
    bench.press("4", "v")
    #expect(!bench.shows("4 Quality of providers"))
    #expect(bench.shows("4 shows it again"))
    #expect(area(.days, bench).bottom == 38)
    bench.press("2", "v")
    #expect(area(.cases, bench).width == 120)
    bench.press("tab")
    #expect(board(bench)?.focus == .attendance)
    bench.press("tab")
    #expect(board(bench)?.focus == .cases)
    bench.press("4")
    #expect(bench.shows("4 Quality of providers"))
    bench.press("=")
    #expect(bench.shows("2 Days since exclusion"))
  }

  @Test("the last pane can't be hidden")
  func lastPane() throws {
    let bench = try Bench(120, 40)
    bench.press("v", "v", "v", "v")
    #expect(bench.shows("the only pane left"))
    #expect(board(bench)?.layout.panes.count == 1)
  }

  @Test("a divider stays at its share when the window changes its size")
  func share() throws {
    let bench = try Bench(120, 40)
    for _ in 0..<3 { bench.press(">") }
    let share = Double(area(.cases, bench).width) / 120
    bench.send(.resize(Size(width: 200, height: 60)))
    #expect(abs(Double(area(.cases, bench).width) / 200 - share) < 0.01)
    bench.send(.resize(Size(width: 120, height: 40)))
    #expect(abs(Double(area(.cases, bench).width) / 120 - share) < 0.01)
  }

  @Test("a cell at which a divider was put comes out again, at every width")
  func exact() {
    for length in 60...300 {
      for cell in stride(from: 20, through: length - 20, by: 7) {
        var shape = BoardShape()
        shape.put(.across, at: cell, of: length)
        #expect(shape.cells(.across, of: length) == cell)
      }
    }
  }
}
