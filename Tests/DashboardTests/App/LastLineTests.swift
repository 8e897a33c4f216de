import TerminalUI
import Testing

@testable import Dashboard

@Suite("The keys in the last line")
struct LastLineTests {
  @Test("are those that can be called now, and not one that would only be refused")
  func offered() throws {
    let bench = try Bench(120, 24)
    #expect(bench.lines.last?.contains("a Assign  p Place") == true)
    bench.press("3")
    #expect(bench.lines.last?.contains("Assign") == false)
    #expect(bench.lines.last?.contains("Enter Open") == true)
    bench.press("1")
    #expect(bench.lines.last?.contains("a Assign  p Place") == true)
    let reader = try Bench(120, 24, isReadOnly: true)
    #expect(reader.lines.last?.contains("Assign") == false)
    #expect(reader.lines.last?.contains("Undo") == false)
  }

  @Test(
    "a box stands above the line at the foot, of which it leaves no ends",
    arguments: ["?", "H", "s"])
  func whole(_ key: String) throws {
    let bench = try Bench(80, 24, isDemo: true)
    let before = bench.lines[22]
    bench.press(key)
    #expect(bench.lines[22] == before)
    bench.press("esc", "x", key)
    #expect(bench.lines[22].hasSuffix(" SHARED VIEW"))
    #expect(!bench.lines[22].contains("Es"))
  }
}
