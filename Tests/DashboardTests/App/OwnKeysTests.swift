import TerminalUI
import Testing

@testable import Dashboard

@Suite("Messages name the keys that a person has")
struct OwnKeysTests {
  private func bench(_ file: String) throws -> Bench {
    let rebound = DashboardKeys.rebound(by: Array(file.utf8))
    #expect(rebound.problems.isEmpty)
    return try Bench(120, 40, keys: rebound.table)
  }

  @Test("what undoes a change, opens a meeting or asks why is named by its own key")
  func rebound() throws {
    let bench = try bench(
      "acting.undo = U\nclocks.why = W\ncase.clocks = F5\nchoosing.cancel = F10\n")
    bench.press("a")
    #expect(bench.shows("F10 cancels"))
    bench.type("pat")
    bench.press("enter")
    #expect(bench.shows("U undoes it."))
    bench.press("enter", "2", "W")
    #expect(bench.shows("W shows how a clock was counted: press F5 for the clocks."))
    bench.press("w")
    #expect(!bench.shows("w shows how"))
  }

  @Test("a command whose keys were taken away is named by its title, by which it can be found")
  func unbound() throws {
    let bench = try bench("unbind acting.undo\n")
    bench.press("a")
    bench.type("pat")
    bench.press("enter")
    #expect(bench.shows("“Undo” undoes it."))
  }

  @Test("every command that a message may name has a key and a title in the table")
  func named() throws {
    let bench = try Bench()
    let desk = bench.app.desk
    #expect(desk.key(.undo, in: .acting) == "u")
    #expect(desk.key(.leave) == "Ctrl-C")
    #expect(desk.key(.meeting(.reopen)) == "o")
    #expect(desk.key(.panel(.new), in: .attendance) == "n")
  }
}
