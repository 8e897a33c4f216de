import Glibc
import Testing

/// What the mouse and the terminal's own reports do, in a real terminal.
@Suite("Mouse, focus and paste in a real terminal")
struct PointerTests {
  private func open(
    _ scratch: Scratch, columns: Int = 120, rows: Int = 40
  ) throws -> Terminal {
    try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch,
      columns: columns, rows: rows)
  }

  /// The column of a sign in a line, counted from nought.
  private func column(of sign: Character, in line: String, last: Bool = false) throws -> Int {
    let place = last ? line.lastIndex(of: sign) : line.firstIndex(of: sign)
    return line.distance(from: line.startIndex, to: try #require(place))
  }

  private func drag(_ terminal: Terminal, _ start: (Int, Int), _ end: (Int, Int)) throws {
    let bytes =
      "\u{1b}[<0;\(start.0 + 1);\(start.1 + 1)M\u{1b}[<32;\(end.0 + 1);\(end.1 + 1)M"
      + "\u{1b}[<0;\(end.0 + 1);\(end.1 + 1)m"
    try terminal.send(bytes: Array(bytes.utf8), events: 3)
  }

  @Test("two clicks on a child open the case, two slow ones and two on different rows do not")
  func doubleClick() throws {
    let terminal = try open(Scratch())
    try terminal.click(column: 10, row: 4)
    try terminal.click(column: 10, row: 6)
    #expect(try terminal.screen().contains("1 Open cases"))
    let press = "\u{1b}[<0;11;6M\u{1b}[<0;11;6m"
    try terminal.send(bytes: Array((press + press).utf8), events: 4)
    try terminal.wait(for: "Clocks")
  }

  @Test("the wheel turns what is under the pointer, and the focus stays where it was")
  func wheel() throws {
    let terminal = try open(Scratch(), rows: 24)
    let before = try terminal.screen()
    let row = try #require(before.lines.firstIndex { $0.contains("3 Attendance") })
    try terminal.wheel(column: 10, row: row + 3)
    let after = try terminal.screen()
    #expect(after.contains("┏━ 1 Open cases"))
    #expect(after.lines[2...5] == before.lines[2...5])
    #expect(after.lines[row + 2] != before.lines[row + 2])
    try terminal.wheel(column: 10, row: row + 3, up: true)
    #expect(try terminal.screen().lines[row + 2] == before.lines[row + 2])
  }

  @Test("the lines between the parts of a case are dragged, and stand there again the next time")
  func caseDivider() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    func start() throws -> Terminal {
      let terminal = try Terminal(
        sixthday: ["--caseload", caseload], in: scratch, columns: 200, rows: 60)
      try terminal.press("Enter")
      return terminal
    }
    let terminal = try start()
    let row = try #require(try terminal.screen().lines.firstIndex { $0.contains("1 Clocks") })
    let edge = try column(of: "┓", in: try terminal.screen().lines[row])
    try drag(terminal, (edge, row + 3), (99, row + 3))
    #expect(Array(try terminal.screen().lines[row])[99] == "┌")
    try terminal.press("6", "v", "g")
    #expect(try !terminal.screen().contains("6 History"))
    let before = try terminal.screen().lines[row...40]
    try terminal.pressWithoutWaiting(["q"])
    try terminal.wait(for: "1 Open cases")
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
    let again = try start()
    #expect(try again.screen().lines[row...40] == before)
    #expect(Array(try again.screen().lines[row])[99] == "┌")
  }

  @Test("the terminal's word that it has or lost the focus is asked for, and is nobody's typing")
  func focus() throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch)
    var end = try session.expect("\u{1b}]2;S0\u{7}")
    #expect(session.text.contains("\u{1b}[?1004h"))
    session.type("/")
    end = try session.expect("\u{1b}]2;S1\u{7}", after: end)
    session.type("\u{1b}[O\u{1b}[I")
    end = try session.expect("\u{1b}]2;S3\u{7}", after: end)
    session.type("\u{1b}")
    _ = try session.expect("\u{1b}]2;S4\u{7}", after: end)
    session.type("q")
    #expect(try session.ending() == .exited(0))
    #expect(session.text.contains("\u{1b}[?1004l"))
  }

  @Test("somebody who goes to another window and comes back finds the screen whole")
  func focusInTmux() throws {
    let terminal = try open(Scratch())
    try terminal.set("-g focus-events on")
    try terminal.press("/")
    try terminal.type("a")
    let before = try terminal.screen()
    try terminal.lookAway()
    #expect(try terminal.screen().lines == before.lines)
    try terminal.press("Escape", "j")
    #expect(try terminal.screen().contains("1 Open cases"))
  }

  @Test("several pasted lines are words in a form, and no keys")
  func paste() throws {
    let terminal = try open(Scratch())
    try terminal.press("e")
    try terminal.type("somebody")
    try terminal.press("Enter", "Tab", "Tab")
    try terminal.paste("First line\r\nqqq second\nthird \u{1b}[31mred")
    let screen = try terminal.screen()
    #expect(screen.contains("First line") && screen.contains("qqq second"))
    #expect(screen.contains("third") && screen.contains("In their words"))
    #expect(!screen.lines.contains { $0.contains("First line qqq") })
  }

  @Test(
    "a terminal that tells no size, or a wrong one until it is asked again, is drawn on all the same"
  )
  func lies() throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch, columns: 0,
      rows: 0)
    let end = try session.expect("Open cases")
    session.resize(columns: 100, rows: 30)
    _ = try session.expect("Open cases", after: end)
    session.type("q")
    #expect(try session.ending() == .exited(0))
    #expect(session.isWhole)
  }

  @Test("a key of one's own that another command had is named with both where one looks for faults")
  func keyConflict() throws {
    let scratch = try Scratch()
    try #require(mkdir(scratch.file("config"), 0o700) == 0)
    try #require(mkdir(scratch.file("config/sixthday"), 0o700) == 0)
    try scratch.write("config/sixthday/keys", "board.zoom = s\nboard.nothing = x\n")
    let done = try sixthday("config", "check", in: scratch)
    #expect(done.exitCode == 1)
    let said = done.output + done.errors
    #expect(said.contains("board.nothing"), "\(said)")
    #expect(said.contains("keys:1: s was board.sort"), "\(said)")
    let terminal = try open(scratch)
    #expect(try terminal.screen().contains("sixthday config check"))
    try terminal.press("s")
    try terminal.wait("for the pane to have the screen") { !$0.contains("4 Quality") }
  }
}
