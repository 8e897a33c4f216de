import TerminalUI
import Testing

@testable import Dashboard

@Suite("The screens as they look")
struct SnapshotTests {
  static let sizes = [(80, 24), (120, 40), (200, 60)]

  @Test("the board", arguments: sizes)
  func board(width: Int, height: Int) throws {
    let bench = try Bench(width, height, isDemo: true)
    Snapshot.check(bench.lines, "board-\(width)x\(height)")
    bench.press("2")
    Snapshot.check(bench.lines, "board-days-\(width)x\(height)")
    bench.press("3", "z")
    Snapshot.check(bench.lines, "board-attendance-zoomed-\(width)x\(height)")
    bench.press("z", "4")
    Snapshot.check(bench.lines, "board-quality-\(width)x\(height)")
  }

  @Test("a case, part by part", arguments: sizes)
  func caseFile(width: Int, height: Int) throws {
    let bench = try Bench(width, height)
    bench.press("/")
    bench.type("pike")
    bench.press("enter", "enter")
    for (number, part) in CasePanel.allCases.enumerated() {
      bench.press(String(number + 1))
      Snapshot.check(bench.lines, "case-\(part)-\(width)x\(height)")
    }
  }

  @Test("a proof, the help, the choosers and a form", arguments: sizes)
  func overlays(width: Int, height: Int) throws {
    let bench = try Bench(width, height)
    bench.press("enter", "enter")
    Snapshot.check(bench.lines, "proof-\(width)x\(height)")
    bench.press("esc", "esc", "?")
    Snapshot.check(bench.lines, "help-\(width)x\(height)")
    bench.press("esc", "s")
    Snapshot.check(bench.lines, "sort-\(width)x\(height)")
    bench.press("esc", "a")
    Snapshot.check(bench.lines, "assign-\(width)x\(height)")
    bench.press("esc", "p")
    Snapshot.check(bench.lines, "place-\(width)x\(height)")
    bench.press("enter")
    Snapshot.check(bench.lines, "place-form-\(width)x\(height)")
  }

  @Test("an empty caseload says what to do first", arguments: sizes)
  func empty(width: Int, height: Int) throws {
    let bench = try Bench(width, height, small: SmallCaseload(isEmpty: true))
    Snapshot.check(bench.lines, "empty-\(width)x\(height)")
    #expect(bench.shows("sixthday import schools"))
    #expect(bench.shows("sixthday demo"))
  }
}
