import Glibc
import Testing

/// What another program's write does to the person at the keys.
@Suite("A caseload that another program is writing to")
struct WaitingTests {
  /// Is about to give a case to a new officer, with another program holding the file.
  private func begin(_ scratch: Scratch) throws -> (Terminal, OtherProgram, String) {
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try Terminal(sixthday: ["--caseload", caseload], in: scratch)
    try terminal.press("a")
    try terminal.type("Zoe Newcomer")
    try terminal.press("Enter")
    let other = try OtherProgram(holding: caseload)
    return (terminal, other, caseload)
  }

  private func changes(_ caseload: String, _ scratch: Scratch) throws -> String {
    try run(
      "sqlite3", [caseload, "SELECT count(*) FROM change WHERE cause LIKE 'assign%'"],
      environment: BuiltProgram.environment(home: scratch.path)
    ).output
  }

  @Test("it says so at once, Escape gives up at once, and nothing that was typed meanwhile is done")
  func givesUp() throws {
    let scratch = try Scratch()
    let (terminal, other, caseload) = try begin(scratch)
    let before = try changes(caseload, scratch)
    try terminal.pressWithoutWaiting(["Enter"])
    try terminal.wait(for: "Another program is writing; waiting…", milliseconds: 1500)
    try terminal.pressWithoutWaiting(["G", "q"])
    let asked = milliseconds()
    try terminal.pressWithoutWaiting(["Escape"])
    let screen = try terminal.wait(for: "Given up: nothing was changed.", milliseconds: 1500)
    #expect(milliseconds() - asked < 1000)
    #expect(screen.contains("1 Open cases"))
    other.letGo()
    #expect(try changes(caseload, scratch) == before)
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }

  @Test("it goes on when the other is done, however long that took, and says what it did")
  func waits() throws {
    let scratch = try Scratch()
    let (terminal, other, _) = try begin(scratch)
    try terminal.pressWithoutWaiting(["Enter"])
    try terminal.wait(for: "waiting…", milliseconds: 1500)
    try terminal.pressWithoutWaiting(["j", "j"])
    try terminal.wait(for: "waiting… 1 s.", milliseconds: 3000)
    other.letGo()
    let screen = try terminal.wait(for: "u undoes it", milliseconds: 3000)
    #expect(screen.contains("is now with"))
  }

  @Test(
    "a start that another program holds up says so from half a second on, and goes on when it may",
    arguments: [([], "Open cases"), (["list", "cases", "--limit", "1"], "AP-2026-")])
  func start(arguments: [String], sign: String) throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let other = try OtherProgram(holding: caseload, alone: true)
    let session = try PseudoTerminal(
      sixthday: arguments + ["--caseload", caseload], in: scratch, columns: 120)
    let asked = milliseconds()
    let told = try session.expect("waiting for another program that is writing; Ctrl-C gives up")
    #expect(milliseconds() - asked < 2500)
    other.letGo()
    try session.expect(sign, after: told)
  }

  @Test("a signal ends the program in the middle of the wait")
  func signal() throws {
    let scratch = try Scratch()
    let (terminal, other, _) = try begin(scratch)
    try terminal.pressWithoutWaiting(["Enter"])
    try terminal.wait(for: "waiting…", milliseconds: 1500)
    kill(try terminal.process(), SIGTERM)
    #expect(try terminal.exitCode() == 143)
    other.letGo()
  }
}
