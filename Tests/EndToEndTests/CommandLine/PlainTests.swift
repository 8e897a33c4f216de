import Testing

/// The dashboard for those who do not see a screen.
@Suite("In words")
struct PlainTests {
  @Test("board --plain prints the whole dashboard, and so does board in a pipe")
  func board() throws {
    let scratch = try Scratch()
    let path = try SampleCaseload.copy(into: scratch)
    let plain = try sixthday("board", "--plain", "--caseload", path, in: scratch)
    #expect(plain.exitCode == 0 && plain.errors.isEmpty)
    #expect(plain.output.hasPrefix("Sixthday on Mon 23 Nov 2026.\n"))
    for title in ["NOW", "OPEN CASES", "ATTENDANCE BY PROVIDER", "QUALITY OF PROVIDERS"] {
      #expect(plain.outputLines.contains { $0 == title })
    }
    let piped = try sixthday("board", "--caseload", path, in: scratch)
    #expect(piped.output == plain.output)
    let narrowed = try sixthday(
      "board", "--plain", "--caseload", path, "--urgency", "past-day-six", "--limit", "1",
      "--shared-view", in: scratch)
    #expect(narrowed.output.contains("Shared view"))
    #expect(narrowed.outputLines.count < plain.outputLines.count)
  }

  @Test("a case is printed in words, and a wrong reference is refused in one line")
  func oneCase() throws {
    let scratch = try Scratch()
    let path = try SampleCaseload.copy(into: scratch)
    let list = try sixthday(
      "list", "cases", "--caseload", path, "--limit", "1", "--format", "csv", in: scratch)
    let reference = String(list.outputLines.last?.prefix { $0 != "," } ?? "")
    let plain = try sixthday("case", reference, "--plain", "--caseload", path, in: scratch)
    #expect(plain.exitCode == 0)
    #expect(plain.output.contains(reference) && plain.output.contains("Clock 1 of "))
    let small = try sixthday(
      "case", reference.lowercased(), "--plain", "--caseload", path, in: scratch)
    #expect(small.output == plain.output)
    let early = try sixthday(
      "case", reference, "--plain", "--on", "2001-01-01", "--caseload", path, in: scratch)
    #expect(early.exitCode == 1 && early.errors.contains(", after 2001-01-01"))
    let wrong = try sixthday("case", "AP-0", "--plain", "--caseload", path, in: scratch)
    #expect(wrong.exitCode == 1 && wrong.errorLines.count == 1)
    #expect(wrong.errors.contains("sixthday list cases"))
  }

  @Test("on a terminal a case opens in the dashboard, and Escape goes back to the board")
  func opens() throws {
    let scratch = try Scratch()
    let path = try SampleCaseload.copy(into: scratch)
    let list = try sixthday(
      "list", "cases", "--caseload", path, "--limit", "3", "--format", "csv", in: scratch)
    let reference = String(list.outputLines.last?.prefix { $0 != "," } ?? "")
    let terminal = try Terminal(
      sixthday: ["case", reference, "--caseload", path], in: scratch)
    #expect(try terminal.screen().contains(reference))
    #expect(try terminal.screen().contains("1 Clocks"))
    try terminal.press("Escape")
    #expect(try terminal.screen().contains("1 Open cases"))
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }

  @Test("what narrows the words is refused where a screen was asked for")
  func needsPlain() throws {
    let scratch = try Scratch()
    let path = try SampleCaseload.copy(into: scratch)
    let session = try PseudoTerminal(
      sixthday: ["board", "--caseload", path, "--urgency", "past-day-six"], in: scratch)
    #expect(try session.ending() == .exited(2))
    #expect(session.text.contains("--urgency goes with --plain"))
  }
}
