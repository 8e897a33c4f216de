import TerminalUI
import Testing

@testable import Dashboard

@Suite("Numbers that stand for pictures")
struct NumbersTests {
  @Test("the column of numbers has words over it")
  func head() throws {
    let bench = try Bench(120, 40)
    bench.press("2", "#")
    #expect(bench.lines.contains { $0.contains("Day six") })
    #expect(bench.shows("Numbers instead of pictures; # again draws them."))
    bench.press("#")
    #expect(bench.shows("Pictures instead of numbers."))
  }

  @Test("where nothing is drawn the key says so, and changes nothing")
  func nothing() throws {
    let bench = try Bench(80, 24)
    bench.press("z", "#")
    #expect(bench.shows("Nothing is drawn here"))
    #expect(!bench.app.desk.showsNumbers)
    bench.press("z")
    bench.press("#")
    #expect(bench.app.desk.showsNumbers)
  }
}
