import Glibc
import Testing

/// Where a real terminal's cursor stands: its screen reader reads that line.
@Suite("What the screen reader of a terminal reads")
struct ScreenReaderTests {
  private func open(_ more: String...) throws -> Terminal {
    let scratch = try Scratch()
    return try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch, columns: 80,
      rows: 24)
  }

  /// The row on which the cursor stands, what is in it, and whether the cursor shows.
  private func cursor(
    _ terminal: Terminal
  ) throws -> (row: Int, text: String, shows: Bool) {
    let row = try #require(try terminal.ask("cursor_y").flatMap { Int($0) })
    return (row, try terminal.screen().lines[row], try terminal.ask("cursor_flag") == "1")
  }

  @Test("in a list that one types into, the field, then the row that is gone to")
  func chooser() throws {
    let terminal = try open()
    for list in ["a", "f", ":", "s"] {
      try terminal.press(list)
      let field = try cursor(terminal)
      #expect(field.shows, "\(list): one types in the field")
      try terminal.press("PPage")
      let first = try cursor(terminal)
      #expect(first.row == field.row + 2 && !first.shows, "\(list): the first row")
      try terminal.press("Down")
      let second = try cursor(terminal)
      #expect(second.row == first.row + 1 && second.text != first.text, "\(list): the second")
      try terminal.type("e")
      let again = try cursor(terminal)
      #expect(again.row == field.row && again.shows, "\(list): typing goes back to the field")
      try terminal.press("Escape")
    }
  }

  @Test("in a proof and in the help the first line in view, as it scrolls")
  func pages() throws {
    let terminal = try open()
    try terminal.press("Enter", "Enter")
    for page in ["the proof", "the help"] {
      if page == "the help" { try terminal.press("?") }
      let first = try cursor(terminal)
      let lines = try terminal.screen().lines
      #expect(!first.shows, "\(page)")
      #expect(first.row == 1 || first.row == 2, "\(page): under its frame")
      try terminal.press("j")
      let next = try cursor(terminal)
      #expect(next.row == first.row, "\(page)")
      #expect(
        next.text.prefix(40) == lines[first.row + 1].prefix(40),
        "\(page): \(next.text) was the second line")
    }
    // What is sought is read where it stands.
    try terminal.press("/")
    #expect(try cursor(terminal).shows)
    try terminal.type("page")
    try terminal.press("Enter")
    #expect(try cursor(terminal).text.contains("page"))
    let one = try cursor(terminal)
    try terminal.press("n")
    let other = try cursor(terminal)
    #expect(other.text.contains("page") && (other.row, other.text) != (one.row, one.text))
  }

  @Test("a window that is too small says so, and no key but one that leaves acts in it")
  func tooSmall() throws {
    let terminal = try open()
    try terminal.press("j")
    let before = try cursor(terminal)
    try terminal.resize(columns: 39, rows: 7)
    #expect(try terminal.screen().contains("Make the window"))
    try terminal.press("x", "j", "a", "Enter")
    try terminal.type("some words")
    try terminal.resize(columns: 80, rows: 24)
    let after = try cursor(terminal)
    #expect((after.row, after.text) == (before.row, before.text))
    #expect(try !terminal.screen().contains("SHARED"))
    try terminal.resize(columns: 39, rows: 7)
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }
}
