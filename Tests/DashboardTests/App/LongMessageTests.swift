import TerminalUI
import Testing

@testable import Dashboard

@Suite("A message that is longer than the line at the foot")
struct LongMessageTests {
  private static let widths = [60, 80, 120]
  private let text =
    "The shared view is on: names are covered, and so is what only some may know. "
    + "Press x twice to uncover them while a meeting is open."

  /// The words of lines, whatever the breaks between them.
  private func words(_ lines: some Sequence<String>) -> String {
    lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test("is said whole, above the keys, and is gone with the next key", arguments: widths)
  func whole(_ width: Int) throws {
    let bench = try Bench(width, 24)
    let before = bench.lines
    bench.say(Message(.notice, text))
    let said = bench.lines
    #expect(words(said.suffix(4)).contains(words([text])))
    #expect(said.last == before.last)
    // The row that is selected stays, and the one with the keys.
    #expect(said[3] == before[3])
    bench.press("j", "k")
    #expect(bench.lines == before)
  }

  @Test("stands at the top where it would cover the row that is selected", arguments: widths)
  func elsewhere(_ width: Int) throws {
    let bench = try Bench(width, 12, isDemo: true)
    bench.press("z", "G")
    let row = try #require(bench.surface.cursor?.point.y)
    let selected = bench.lines[row]
    bench.say(Message(.warning, text + " " + text))
    #expect(bench.lines[row] == selected)
    #expect(words(bench.lines).contains("! The shared view is on"))
    bench.say(nil)
    #expect(bench.lines[row] == selected)
  }

  @Test("never covers the mark that others can see", arguments: widths)
  func shared(_ width: Int) throws {
    let bench = try Bench(width, 24)
    bench.press("x")
    bench.say(Message(.error, text))
    #expect(bench.shows("SHARED"))
    #expect(words(bench.lines).contains("while a meeting is open."))
  }

  @Test("what fits on the line takes no more than the line")
  func short() throws {
    let bench = try Bench(80, 24)
    let before = bench.lines
    bench.say(Message(.notice, "Saved."))
    #expect(bench.lines.dropLast(2).elementsEqual(before.dropLast(2)))
    #expect(bench.lines[22].hasPrefix("Saved."))
  }
}
