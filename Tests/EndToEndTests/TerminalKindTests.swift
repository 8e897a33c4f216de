import Testing

/// Terminals that can do less, or nothing.
@Suite("Terminals of other kinds")
struct TerminalKindTests {
  private func open(_ terminal: String, _ environment: [String: String] = [:]) throws -> Terminal {
    let scratch = try Scratch()
    return try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch,
      columns: 100, rows: 30, terminal: terminal, environment: environment)
  }

  @Test("NO_COLOR asks for no colour, and still tells the selection and the urgent apart")
  func noColour() throws {
    let terminal = try open("tmux-256color", ["NO_COLOR": "1"])
    let screen = try terminal.styledScreen()
    #expect(screen.styles.allSatisfy { !$0.isColoured })
    #expect(screen.styles.count > 1)
    #expect(screen.selection != nil)
    #expect(screen.text.contains("█"))
  }

  @Test("a terminal without colour or mouse gets everything in black and white")
  func vt100() throws {
    let terminal = try open("vt100")
    let screen = try terminal.styledScreen()
    #expect(screen.styles.allSatisfy { !$0.isColoured })
    #expect(screen.text.contains("Open cases"))
    let first = screen.selection
    try terminal.press("j")
    #expect(try terminal.styledScreen().selection != first)
  }

  @Test("colour is asked for where there is some")
  func colour() throws {
    #expect(try open("tmux-256color").styledScreen().styles.contains { $0.isColoured })
    #expect(try open("screen").styledScreen().styles.contains { $0.isColoured })
  }

  @Test("a terminal that says it has 24 bits of colour gets them, and another the nearest of 256")
  func trueColour() throws {
    let scratch = try Scratch()
    func foregrounds(_ environment: [String: String]) throws -> Set<String> {
      let terminal = try Terminal(
        sixthday: ["--caseload", SampleCaseload.copy(into: scratch), "--theme", "gruvbox"],
        in: scratch, columns: 100, rows: 30, environment: environment)
      return Set(try terminal.styledScreen().styles.compactMap(\.foreground))
    }
    let deep = try foregrounds(["COLORTERM": "truecolor"])
    #expect(deep.contains("38;2;235;219;178"), "\(deep)")
    let shallow = try foregrounds([:])
    #expect(!shallow.contains { $0.hasPrefix("38;2") })
    #expect(shallow.contains { $0.hasPrefix("38;5") })
  }

  @Test(
    "a terminal that cannot move the cursor, or that nobody knows, is refused in one line",
    arguments: ["dumb", "no-such-terminal"])
  func refused(kind: String) throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch, terminal: kind)
    #expect(try session.ending() == .exited(1))
    #expect(session.text.contains("sixthday: "))
    #expect(session.text.split(whereSeparator: \.isNewline).count == 1, "\(session.tail)")
    #expect(!session.text.contains("\u{1b}"))
    #expect(session.isWhole)
  }

  @Test("without a terminal it says what to use instead")
  func noTerminal() throws {
    let scratch = try Scratch()
    for command in [[], ["demo"]] {
      let done = try run(
        BuiltProgram.path, command, environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 1)
      #expect(done.errorLines.count == 1)
      #expect(done.errors.contains("terminal"))
      #expect(done.output.isEmpty)
    }
  }
}
