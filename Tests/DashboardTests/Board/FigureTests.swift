import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The figures of the first line")
struct FigureTests {
  private func narrowed(_ bench: Bench) -> Int { bench.app.desk.board.cases.count }

  @Test("each opens to exactly the cases that it counts, and Escape widens again")
  func opens() throws {
    let bench = try Bench(200, 60)
    let steps = HeadlineBar(of: bench.app.desk).steps
    #expect(steps.count == 7)
    let all = narrowed(bench)
    for (number, figure) in steps.enumerated() {
      guard case .figure = figure.step else { continue }
      bench.press("F")
      #expect(bench.shows("Open a figure of the first line"))
      for _ in 0..<number { bench.press("down") }
      bench.press("enter")
      #expect(narrowed(bench) == figure.count, "\(figure.step.title)")
      #expect(bench.shows("All cases › \(figure.step.title)"))
      bench.press("esc")
      #expect(narrowed(bench) == all)
    }
    #expect(steps.contains { $0.count > 0 && $0.count < all })
  }

  @Test("a click on one opens it")
  func click() throws {
    let bench = try Bench(200, 60)
    let count = try #require(HeadlineBar(of: bench.app.desk).steps.first?.count)
    bench.send(.mouse(Mouse(.press, at: Point(x: 2, y: 0))))
    #expect(bench.shows("All cases › Past day six"))
    #expect(narrowed(bench) == count)
  }

  @Test("what is narrowed to a figure is so again the next time")
  func remembered() throws {
    let bench = try Bench(120, 40)
    bench.press("F", "enter")
    let board = try #require(bench.app.screens.first as? BoardScreen)
    let look = board.look(bench.app.desk)
    #expect(look.lines.contains("narrow figure past-day-six"))
    let step = NarrowingStep(remembered: "figure past-day-six", desk: bench.app.desk)
    #expect(step == .figure(.pastDaySix))
  }

  @Test(
    "what was missed and is owed no longer, for which the line has no room, is a state to narrow to"
  )
  func missed() throws {
    let bench = try Bench(120, 40)
    let count = bench.app.desk.board.cases.count(of: .missed)
    bench.press("f")
    bench.type("pressing")
    bench.press("enter")
    #expect(bench.shows("A deadline missed, owed no longer"))
    bench.type("missed")
    bench.press("enter")
    #expect(bench.shows("All cases › A deadline missed, owed no longer"))
    #expect(narrowed(bench) == count)
  }

  @Test("what the Clock column says can be typed into the filter")
  func clocks() throws {
    let bench = try Bench(200, 60)
    bench.press("/")
    bench.type("sixth day")
    #expect(bench.app.desk.board.cases.count > 0)
    #expect(bench.lines[3...].contains { $0.contains("Sixth day") })
    bench.press("esc", "/")
    bench.type("governors fox")
    #expect(bench.app.desk.board.cases.count <= 1)
  }
}
