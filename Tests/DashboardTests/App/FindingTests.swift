import TerminalUI
import Testing

@testable import Dashboard

@Suite("Finding words in a text")
struct FindingTests {
  @Test("/ finds words in a proof as one types, n and N go on, and Escape goes back")
  func proof() throws {
    let bench = try Bench(80, 24)
    bench.press("enter", "w")
    let before = bench.lines
    bench.press("/")
    #expect(bench.shows("Find: "))
    bench.type("not COUNTED")
    #expect(bench.lines.contains { $0.contains("not counted") })
    bench.press("enter")
    #expect(bench.shows("“not COUNTED”: line 1 of"))
    let first = bench.lines
    bench.press("n")
    #expect(bench.shows("“not COUNTED”: line 2 of"))
    bench.press("N")
    #expect(bench.lines == first)
    bench.press("/")
    bench.type("zzz")
    bench.press("esc")
    #expect(!bench.shows("Find: "))
    bench.press("g")
    #expect(bench.lines.dropLast(2) == before.dropLast(2))
  }

  @Test("what is found is shown as found, letters that call commands are typed, and a miss is said")
  func parts() throws {
    let bench = try Bench(120, 40)
    bench.press("enter", "6", "/")
    bench.type("quit")
    #expect(bench.shows("Find: quit") && !bench.app.isFinished)
    bench.press("enter")
    #expect(bench.shows("Nothing here holds “quit”."))
    bench.press("/")
    bench.type("import")
    let found = (0..<bench.surface.height).contains { y in
      (0..<bench.surface.width).contains { bench.surface.style($0, y).role == Role.match.number }
    }
    #expect(found)
  }

  @Test("in the clocks / selects the clock that holds the words, and its letters are no commands")
  func clocks() throws {
    let bench = try Bench(80, 24)
    bench.press("/")
    bench.type("pike")
    bench.press("enter", "enter", "/")
    bench.type("visit")
    #expect(bench.shows("Find: visit"))
    #expect(bench.selectedLine?.contains("Monitoring visit") == true)
    bench.press("enter")
    #expect(!bench.shows("Find: "))
    #expect(bench.selectedLine?.contains("Monitoring visit") == true)
    bench.press("enter")
    #expect(bench.shows("Monitoring visit"))
    #expect(bench.app.screens.last is ProofScreen)
  }

  @Test("a column is found in the list of sorts by its heading, and one of just that name first")
  func headings() throws {
    let bench = try Bench(200, 60)
    bench.press("s")
    bench.type("due")
    #expect(!bench.shows("Nothing of that name"))
    bench.press("esc", "s")
    bench.type("school")
    bench.press("enter")
    #expect(bench.shows("School▴"))
  }

  @Test("the help is searched too")
  func help() throws {
    let bench = try Bench(80, 24)
    bench.press("?", "/")
    bench.type("zoom")
    bench.press("enter")
    #expect(bench.shows("Give the pane the whole screen"))
    bench.press("esc")
    #expect(bench.shows("1 Open cases"))
  }
}
