import Glibc
import Testing

/// What one who lives in the dashboard all day does to it, in a real terminal.
@Suite("Living in the dashboard")
struct LivingInItTests {
  private func open(
    _ scratch: Scratch, _ caseload: String, columns: Int = 120, rows: Int = 40,
    _ more: [String: String] = [:]
  ) throws -> Terminal {
    try Terminal(
      sixthday: ["--caseload", caseload], in: scratch, columns: columns, rows: rows,
      environment: more)
  }

  private func leave(_ terminal: Terminal) throws {
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }

  @Test("a dragged divider, a sorting and a zoom are there again the next time")
  func remembers() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try open(scratch, caseload)
    let edge = try #require(
      try terminal.screen().lines[1].firstIndex(of: "┓"))
    let column = try terminal.screen().lines[1].distance(
      from: terminal.screen().lines[1].startIndex, to: edge)
    let drag =
      "\u{1b}[<0;\(column + 1);10M" + "\u{1b}[<32;\(column + 15);10M" + "\u{1b}[<32;81;10M"
      + "\u{1b}[<0;81;10m"
    try terminal.send(bytes: Array(drag.utf8), events: 4)
    #expect(Array(try terminal.screen().lines[1])[80] == "┌")
    try terminal.press("s")
    try terminal.type("child")
    try terminal.press("Enter")
    let before = try terminal.screen().lines[1...20]
    try leave(terminal)
    let again = try open(scratch, caseload)
    #expect(try again.screen().lines[1...20] == before)
    try again.press("3", "z")
    try leave(again)
    let zoomed = try open(scratch, caseload)
    #expect(try !zoomed.screen().contains("1 Open cases"))
    #expect(try zoomed.screen().contains("3 Attendance"))
    try leave(zoomed)
    let state = try #require(Scratch.read(scratch.file("state/sixthday/look")))
    #expect(!state.contains("AP-2026") && !state.contains(caseload))
    var facts = stat()
    #expect(stat(scratch.file("state/sixthday/look"), &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
  }

  @Test("the palette finds a command by a few letters")
  func palette() throws {
    let scratch = try Scratch()
    let terminal = try open(scratch, try SampleCaseload.copy(into: scratch))
    try terminal.press(":")
    try terminal.wait(for: "Commands")
    try terminal.type("zoo")
    try terminal.press("Enter")
    #expect(try !terminal.screen().contains("4 Quality"))
    try leave(terminal)
  }

  @Test("a person's own key calls a command, and the footer and the palette name it")
  func ownKeys() throws {
    let scratch = try Scratch()
    try #require(mkdir(scratch.file("config"), 0o700) == 0)
    try #require(mkdir(scratch.file("config/sixthday"), 0o700) == 0)
    try scratch.write("config/sixthday/keys", "board.zoom = ctrl+w z\n")
    let terminal = try open(scratch, try SampleCaseload.copy(into: scratch))
    try terminal.press("C-w")
    #expect(try terminal.screen().lines.last?.contains("z Zoom") == true)
    try terminal.press("z")
    #expect(try !terminal.screen().contains("4 Quality"))
    try leave(terminal)
  }

  @Test(
    "the shared view shows no name that was on the screen, and is on from the start by a setting")
  func shared() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try open(scratch, caseload)
    let surnames = try terminal.screen().lines.compactMap { line in
      line.split(whereSeparator: { !$0.isLetter && $0 != "," && $0 != "-" })
        .first { $0.hasSuffix(",") && $0.dropLast().allSatisfy { $0.isUppercase || $0 == "-" } }
    }
    #expect(!surnames.isEmpty)
    try terminal.press("x")
    let covered = try terminal.screen()
    for surname in surnames { #expect(!covered.contains(String(surname)), "\(surname)") }
    #expect(covered.contains("SHARED VIEW"))
    try leave(terminal)
    let again = try open(scratch, caseload, ["SIXTHDAY_SHARED_VIEW": "on"])
    #expect(try again.screen().contains("SHARED VIEW"))
    try leave(again)
  }

  @Test("a window that is resized while the program is stopped is drawn whole afterwards")
  func resizedWhileStopped() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try Terminal.shell(in: scratch)
    try terminal.pressWithoutWaiting(["\(BuiltProgram.path) --caseload \(caseload)", "Enter"])
    try terminal.wait(for: "1 Open cases")
    try terminal.pressWithoutWaiting(["C-z"])
    try terminal.wait(for: "Stopped")
    try terminal.resizeWithoutWaiting(columns: 140, rows: 44)
    try terminal.pressWithoutWaiting(["clear; fg", "Enter"])
    try terminal.wait("for the new size") { screen in
      screen.lines.count == 44 && screen.lines.last?.contains("Enter Open") == true
    }
    try terminal.pressWithoutWaiting(["q"])
    try terminal.wait(for: "ready>")
  }
}
