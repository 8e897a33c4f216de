import Foundation
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

  @Test("the key that opened the help or the day chart closes it, whichever that is")
  func closing() throws {
    let bench = try bench("everywhere.help = F12\nboard.day-chart = F11\n")
    for key in ["F12", "F11"] {
      bench.press(key)
      #expect(!(bench.app.screens.last is BoardScreen))
      bench.press("H")
      #expect(bench.shows("H does nothing here."))
      #expect(!(bench.app.screens.last is BoardScreen))
      bench.press(key)
      #expect(bench.app.screens.last is BoardScreen)
    }
  }

  @Test("a command whose keys were taken away is named by its title, by which it can be found")
  func unbound() throws {
    let bench = try bench("unbind acting.undo\n")
    bench.press("a")
    bench.type("pat")
    bench.press("enter")
    #expect(bench.shows("“Undo” undoes it."))
  }

  @Test("what is covered, noted, arranged or left is named by the key that the person has")
  func everywhere() throws {
    let bench = try bench(
      "board.zoom = Z\nboard.hide = X\nboard.cases = F6\nboard.all-panes = F7\n"
        + "acting.undo = U\nacting.edit = E\ncase.zoom = F8\n")
    bench.press("Z", "<")
    #expect(bench.shows("Z gives it back first."))
    bench.press("Z", "X")
    #expect(bench.shows("F6 shows it again."))
    bench.press("X", "X", "X")
    #expect(bench.shows("F7 shows all again."))
    bench.press("F7", "F6", "enter", "5")
    #expect(bench.shows("E notes it."))
    bench.press("F8", "<")
    #expect(bench.shows("F8 gives it back first."))
  }

  @Test("no message names a key by hand: each asks the table, but for keys that nobody can bind")
  func nowhereByHand() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Dashboard")
    // A wait is given up, and a field filled, by keys that are not in the table; the others name none.
    let fixed = [
      "Esc gives up", "Enter opens the schools", "Enter chooses", "Enter saves", "Polish, or",
      "day 6  G governors",
    ]
    let named =
      /\"(?:[^\"]*[\s:(])?(?:[A-Za-z\/?:#*]|Esc|Enter|Tab|Space|F\d+|(?:Ctrl|Alt)-\w) (?:again|\w+s) [^\"]*\"/
    var found: [String] = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.path.contains("/Keys/") else { continue }
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard !line.contains("///"), let match = line.firstMatch(of: named) else { continue }
        if !fixed.contains(where: { line.contains($0) }) { found.append(String(match.output)) }
      }
    }
    #expect(found.isEmpty, "\(found)")
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
