import Glibc
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
    "every terminal that a person may have opens it, moves the selection, and ends whole",
    arguments: [
      "xterm", "xterm-256color", "tmux", "tmux-256color", "screen-256color", "putty",
      "putty-256color", "linux", "ms-terminal", "vt220", "rxvt-unicode-256color",
    ])
  func kinds(_ kind: String) throws {
    let terminal = try open(kind)
    let screen = try terminal.styledScreen()
    #expect(screen.text.contains("1 Open cases"), "\(screen.text)")
    let first = screen.selection
    #expect(first != nil)
    try terminal.press("j")
    #expect(try terminal.styledScreen().selection != first)
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }

  /// What the program writes while one looks at its panes and its help in a locale.
  private func written(in locale: String) throws -> [UInt8] {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch,
      environment: ["LC_ALL": locale])
    var end = try session.expect("\u{1b}]2;S0\u{7}")
    for (number, key) in ["j", "2", "3", "4", "?"].enumerated() {
      session.type(key)
      end = try session.expect("\u{1b}]2;S\(number + 1)\u{7}", after: end)
    }
    #expect(session.text.contains("Open cases"))
    return session.bytes
  }

  @Test("a locale of ASCII gets ASCII and nothing else", arguments: ["C", "POSIX"])
  func plainLocales(_ locale: String) throws {
    #expect(try written(in: locale).allSatisfy { $0 < 0x80 })
  }

  @Test(
    "a list on a terminal whose locale is ASCII is ASCII, and none of its lines is cut in a word")
  func plainList() throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: [
        "list", "cases", "--limit", "3", "--read-only", "--caseload",
        SampleCaseload.copy(into: scratch),
      ], in: scratch, environment: ["LC_ALL": "C"], columns: 80)
    _ = try session.expect("--format csv)")
    #expect(session.bytes.allSatisfy { $0 < 0x80 })
    #expect(session.text.contains("----"))
    let lines = session.text.split(whereSeparator: \.isNewline)
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(session.text)")
  }

  @Test(
    "a locale of Latin-1 gets a byte for an accented letter, installed here or not",
    arguments: ["en_GB.ISO-8859-1", "fr_FR.ISO8859-15@euro"])
  func latinLocales(_ locale: String) throws {
    let bytes = try written(in: locale)
    // The middle dot, of which the axis of days is made.
    #expect(bytes.contains(0xB7))
    // No UTF-8: neither the bytes that only lead, nor the controls of C1, are any of ours.
    #expect(bytes.allSatisfy { !(0x80...0xA0).contains($0) && $0 != 0xC2 })
  }

  @Test("a letter with an accent that a Latin-1 keyboard sends is typed, and shown")
  func latinTyping() throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch,
      environment: ["LC_ALL": "en_GB.ISO-8859-1"])
    var end = try session.expect("\u{1b}]2;S0\u{7}")
    session.type("/")
    end = try session.expect("\u{1b}]2;S1\u{7}", after: end)
    session.send([0xE9])
    _ = try session.expect("\u{1b}]2;S2\u{7}", after: end)
    #expect(session.bytes[end...].contains(0xE9))
  }

  @Test(
    "the largest window is filled, the smallest told of",
    arguments: [(500, 200), (60, 20), (20, 5)])
  func sizes(columns: Int, rows: Int) throws {
    let scratch = try Scratch()
    let terminal = try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch,
      columns: columns, rows: rows)
    let screen = try terminal.screen()
    #expect(screen.lines.count == rows)
    #expect(screen.lines.allSatisfy { $0.count <= columns })
    #expect(screen.lines.contains { !$0.isEmpty })
    try terminal.press("j", "Tab", "?", "Escape")
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }

  @Test(
    "a slow line is not flooded, in any theme at any depth: 350 bytes for a move, 3,200 for a page",
    arguments: [
      "dusk", "chalk", "contrast", "deutan", "tritan", "solarized-dark", "solarized-light",
      "gruvbox", "mono", "projector",
    ])
  func bytes(theme: String) throws {
    for depth in ["true", "256", "16", "8", "none"] {
      let scratch = try Scratch()
      let session = try PseudoTerminal(
        sixthday: [
          "--caseload", SampleCaseload.copy(into: scratch), "--theme", theme, "--colours", depth,
        ], in: scratch)
      var end = try session.expect("\u{1b}]2;S0\u{7}")
      func cost(of key: String, _ number: Int) throws -> Int {
        session.type(key)
        let marker = "\u{1b}]2;S\(number)\u{7}"
        let next = try session.expect(marker, after: end)
        defer { end = next }
        return next - end - marker.utf8.count
      }
      // The first move also takes away what the first frame had to say.
      _ = try cost(of: "j", 1)
      // What is worked out behind the first frame may come along with one of them.
      let moves = try (2...9).map { try cost(of: "j", $0) }.sorted()
      #expect(moves[5] <= 350, "\(depth): \(moves)")
      let pages = [try cost(of: "\u{1b}[6~", 10), try cost(of: "\u{1b}[5~", 11)]
      #expect(pages.allSatisfy { $0 <= 3200 }, "\(depth): \(pages)")
      // Sorted by colour, 24 bits cost little more than a number: as much as in any other form.
      #expect(pages.allSatisfy { $0 <= 2400 }, "\(depth): \(pages)")
    }
  }

  @Test(
    "a terminal that cannot move the cursor, or that nobody knows, is refused in one sentence",
    arguments: ["dumb", "no-such-terminal"], [200, 80, 40])
  func refused(kind: String, columns: Int) throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch, terminal: kind,
      columns: columns)
    #expect(try session.ending() == .exited(1))
    let lines = session.text.split(whereSeparator: \.isNewline)
    #expect(lines.first?.hasPrefix("sixthday: ") == true)
    #expect(columns < 200 || lines.count == 1, "\(session.tail)")
    #expect(lines.allSatisfy { $0.count <= columns }, "\(session.text)")
    // Broken at words, where anything must be.
    let whole = lines.joined(separator: " ")
    #expect(whole.contains(kind == "dumb" ? "sixthday board --plain" : "TERM"), "\(whole)")
    #expect(!session.text.contains("\u{1b}"))
    #expect(session.isWhole)
  }

  @Test("what is wrong on the command line is told without a word broken at the edge")
  func told() throws {
    let scratch = try Scratch()
    for arguments in [
      ["--theme", "dsuk"], ["list", "cases", "--sort", "nothing"], ["board", "--figure", "all"],
    ] {
      let session = try PseudoTerminal(sixthday: arguments, in: scratch, columns: 60)
      _ = try session.ending()
      let lines = session.text.split(whereSeparator: \.isNewline)
      #expect(lines.count > 1 && lines.allSatisfy { $0.count <= 60 }, "\(session.text)")
      let piped = try run(
        BuiltProgram.path, arguments, environment: BuiltProgram.environment(home: scratch.path))
      #expect(piped.errorLines.count == 1)
      #expect(lines.joined(separator: " ") == piped.errorLines.joined(), "\(session.text)")
    }
  }

  @Test("a terminal that claims more columns and rows than there are is drawn on all the same")
  func absurdSize() throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch, columns: 65_535,
      rows: 65_535)
    let end = try session.expect("Open cases")
    session.resize(columns: 100, rows: 30)
    _ = try session.expect("Open cases", after: end)
    session.type("q")
    #expect(try session.ending() == .exited(0))
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

  /// Whether a description of the terminal is installed: what tmux and PuTTY bring is not everywhere.
  private func isDescribed(_ kind: String) -> Bool {
    let folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo"]
    return folders.contains { access("\($0)/\(kind.prefix(1))/\(kind)", R_OK) == 0 }
  }

  @Test(
    "every terminal that people have gets the whole board, moves, and is whole again afterwards",
    arguments: [
      "xterm", "xterm-256color", "tmux", "tmux-256color", "screen", "screen-256color", "putty",
      "putty-256color", "linux", "vt100", "vt220", "ms-terminal", "ansi", "rxvt-unicode",
    ])
  func everyKind(kind: String) throws {
    // One that is not described here is taken for an xterm where its name says so.
    guard
      isDescribed(kind)
        || ["tmux", "putty", "putty-256color", "ms-terminal"].contains(kind)
    else { return }
    try isWholeOn(kind)
  }

  @Test("Windows Terminal, which calls itself an xterm and tells more by a variable, is served")
  func windowsTerminal() throws {
    let told = ["WT_SESSION": "1d8f5c0e-0000-4000-8000-000000000000", "WT_PROFILE_ID": "{0}"]
    try isWholeOn("xterm-256color", told)
    // The colours of dusk are all among the 256; Gruvbox has its own.
    let bytes = try isWholeOn(
      "xterm-256color",
      told.merging(["COLORTERM": "truecolor", "SIXTHDAY_THEME": "gruvbox"]) { $1 })
    #expect(String(decoding: bytes, as: UTF8.self).contains("\u{1b}[38;2;"))
  }

  /// Starts on a bare terminal of a kind, moves, leaves, and finds the terminal whole; all that was written.
  @discardableResult
  private func isWholeOn(
    _ kind: String, _ environment: [String: String] = [:]
  ) throws -> [UInt8] {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch, terminal: kind,
      environment: environment, columns: 100, rows: 30)
    let first = try session.expect("Open cases")
    session.type("j")
    try session.expect("\u{1B}", after: first)
    session.type("q")
    #expect(try session.ending() == .exited(0))
    #expect(session.isWhole)
    return session.bytes
  }

  @Test(
    "a locale of ASCII gets no character that it cannot show, by whichever variable it comes",
    arguments: ["LC_ALL", "LC_CTYPE", "LANG"], ["C", "POSIX"])
  func plainLocale(variable: String, locale: String) throws {
    let terminal = try open("tmux-256color", ["LC_ALL": ""].merging([variable: locale]) { $1 })
    let screen = try terminal.screen()
    #expect(screen.contains("Open cases"))
    for line in screen.lines { #expect(line.unicodeScalars.allSatisfy { $0.isASCII }, "\(line)") }
  }

  @Test("the largest screens are filled, small ones are used, and one that is too small says so")
  func sizes() throws {
    let scratch = try Scratch()
    let path = try SampleCaseload.copy(into: scratch)
    let terminal = try Terminal(
      sixthday: ["--caseload", path], in: scratch, columns: 500, rows: 200)
    var screen = try terminal.screen()
    #expect(screen.lines.count == 200 && screen.contains("4 Quality"))
    #expect(screen.lines.last?.contains("Open") == true)
    try terminal.resize(columns: 60, rows: 20)
    screen = try terminal.screen()
    #expect(screen.contains("1 Open cases"))
    #expect(screen.lines.allSatisfy { $0.count <= 60 })
    try terminal.resize(columns: 30, rows: 6)
    #expect(try terminal.screen().contains("at least"))
    try terminal.resize(columns: 80, rows: 24)
    #expect(try terminal.screen().contains("1 Open cases"))
  }
}
