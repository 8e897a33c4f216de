import Glibc
import Testing

/// The harness is proved on programs that every machine has, so that a failing test of Sixthday is
/// Sixthday's.
@Suite("The harness")
struct HarnessTests {
  @Test("a run without a terminal gives output, errors and exit code apart")
  func plainRun() throws {
    let scratch = try Scratch()
    let done = try run(
      "sh", ["-c", "cat; echo told >&2; exit 3"], input: "given",
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(done.output == "given")
    #expect(done.errors == "told\n")
    #expect(done.exitCode == 3)
  }

  @Test("a child of a test hears signals, though the test's own threads block them")
  func signalsAreHeard() throws {
    let scratch = try Scratch()
    let child = try Child(
      "sleep", ["60"], environment: BuiltProgram.environment(home: scratch.path)
    ) { _ in }
    kill(child.process, SIGTERM)
    #expect(child.wait(milliseconds: 5000) == .killed(by: SIGTERM))
  }

  @Test("a terminal shows text, styles and its size, and takes keys")
  func terminalShows() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(
      command: #"printf '\033[1;38;5;208mhot\033[0m plain\n'; read answer; echo "got $answer"; "#
        + #"stty size; printf '\033]2;S0\007'; exec cat"#,
      in: scratch, columns: 60, rows: 12,
      environment: BuiltProgram.environment(home: scratch.path, terminal: "tmux-256color"))
    try terminal.wait(for: "hot plain")
    let styled = try terminal.styledScreen()
    #expect(styled.style(of: "hot") == .init(bold: true, foreground: "38;5;208"))
    #expect(styled.style(of: "plain")?.isPlain == true)
    try terminal.pressWithoutWaiting(["O", "'", "K", "Enter"])
    let screen = try terminal.wait(for: "12 60")
    #expect(screen.contains("got O'K"))
    try terminal.settle()
    #expect(try terminal.eventsConsumed() == 0)
  }

  @Test("a pseudo-terminal is its program's controlling terminal, and tells whether it is whole")
  func pseudoTerminal() throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      "sh", ["-c", "stty -echo; echo changed; read line; exit 7"],
      environment: BuiltProgram.environment(home: scratch.path, terminal: "xterm-256color"),
      folder: scratch.path)
    try session.expect("changed")
    #expect(!session.isWhole)
    session.type("on\n")
    #expect(try session.ending() == .exited(7))
  }
}
