import Glibc
import Testing

/// What a terminal is asked for besides a screen, in a real one.
@Suite("Manners in a real terminal")
struct TerminalMannersTests {
  private func open(
    _ scratch: Scratch, columns: Int = 120, rows: Int = 40, _ more: [String] = []
  ) throws -> Terminal {
    try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)] + more, in: scratch,
      columns: columns, rows: rows)
  }

  @Test("y puts the reference on the clipboard that tmux holds")
  func clipboard() throws {
    let terminal = try open(Scratch())
    try terminal.set("-s set-clipboard on")
    try terminal.press("y")
    let reference = try terminal.clipboard()
    #expect(reference.hasPrefix("AP-2026-") && reference.utf8.count == 12, "\(reference)")
  }

  @Test("the mouse is left to the terminal where the setting says so, and by a key, and taken back")
  func mouse() throws {
    let off = try open(Scratch(), ["--no-mouse"])
    #expect(try off.ask("mouse_any_flag") == "0")
    try off.press("M-m")
    #expect(try off.ask("mouse_any_flag") == "1")
    let on = try open(Scratch())
    #expect(try on.ask("mouse_any_flag") == "1")
    try on.press("M-m")
    #expect(try on.ask("mouse_any_flag") == "0")
    #expect(try on.screen().contains("select text with it"))
  }

  @Test("a click is exact past column 223")
  func farClick() throws {
    let terminal = try open(Scratch(), columns: 300, rows: 50)
    try terminal.click(column: 290, row: 1)
    #expect(try terminal.screen().contains("┏━ 2 Days"))
    let row = try #require(try terminal.screen().lines.lastIndex { $0.contains("4 Quality") })
    try terminal.click(column: 260, row: row)
    #expect(try terminal.screen().contains("┏━ 4 Quality"))
  }

  @Test(
    "the window's title says the program and nobody's name, and is the shell's again afterwards")
  func title() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try Terminal.shell(in: scratch)
    let before = try terminal.ask("pane_title")
    try terminal.pressWithoutWaiting(["\(BuiltProgram.path) --caseload \(caseload)", "Enter"])
    try terminal.wait(for: "1 Open cases")
    #expect(try terminal.ask("pane_title") == "Sixthday")
    try terminal.pressWithoutWaiting(["Enter"])
    try terminal.wait(for: "Clocks")
    #expect(try terminal.ask("pane_title") == "Sixthday")
    try terminal.pressWithoutWaiting(["C-z"])
    try terminal.wait(for: "Stopped")
    #expect(try terminal.ask("pane_title") == before)
    try terminal.pressWithoutWaiting(["clear; fg", "Enter"])
    try terminal.wait(for: "Clocks")
    #expect(try terminal.ask("pane_title") == "Sixthday")
    try terminal.pressWithoutWaiting(["Escape"])
    try terminal.wait(for: "1 Open cases")
    try terminal.pressWithoutWaiting(["q"])
    try terminal.wait(for: "ready>")
    #expect(try terminal.ask("pane_title") == before)
  }

  @Test("the bell rings only where it is asked for", arguments: [false, true])
  func bell(isAsked: Bool) throws {
    let scratch = try Scratch()
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)] + (isAsked ? ["--bell"] : []),
      in: scratch)
    let start = try session.expect("\u{1b}]2;S0\u{7}")
    session.type("3a")
    try session.expect("\u{1b}]2;S2\u{7}", after: start)
    let marks = session.text.split(separator: "\u{1b}]2;S").count - 1
    let bells = session.bytes.count { $0 == 7 }
    #expect(bells - marks == (isAsked ? 1 : 0))
  }

  @Test("an idle screen is covered by itself, and a key shows it again and does no more")
  func blank() throws {
    let terminal = try open(Scratch(), ["--blank-after", "0.03"])
    let covered = try terminal.wait(for: "Sixthday is covered", milliseconds: 10_000)
    #expect(!covered.contains("Open cases"))
    try terminal.pressWithoutWaiting(["q"])
    try terminal.wait(for: "1 Open cases")
  }

  @Test("how a caseload was looked at is found again by whatever path it is named")
  func onePath() throws {
    let scratch = try Scratch()
    let path = try SampleCaseload.copy(into: scratch)
    let first = try Terminal(sixthday: ["--caseload", path], in: scratch)
    try first.press("3", "z")
    try first.pressWithoutWaiting(["q"])
    #expect(try first.exitCode() == 0)
    let again = try Terminal(sixthday: ["--caseload", "./caseload.sqlite3"], in: scratch)
    #expect(try !again.screen().contains("1 Open cases"))
  }

  @Test("borders stay in their column beside names of any script, after every kind of repaint")
  func widths() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let names = [
      "家族のための家", "👩‍👩‍👧‍👦 Family House", "Sto\u{304}\u{301}\u{302}cked", "日本 Ö e\u{301} ½", "🏳️‍🌈 Flag",
      "한국어 학교", "عربي مدرسة", "👍🏽 Thumb", "① ② ± § °", "Zero\u{200b}\u{200d}width",
    ]
    var text = "reference,name,kind\n"
    for (number, name) in names.enumerated() { text += "W\(number),\(name),non_school\n" }
    let file = try scratch.write("providers.csv", text)
    let done = try sixthday("import", "providers", file, "--caseload", caseload, in: scratch)
    #expect(done.exitCode == 0, "\(done.errors)")
    let terminal = try Terminal(sixthday: ["--caseload", caseload], in: scratch)
    func check(_ when: String) throws {
      let lines = try terminal.screen().lines.filter { $0.hasPrefix("┃") }
      #expect(lines.count > 10)
      for line in lines { #expect(try terminal.width(of: line) == 120, "\(when): \(line)") }
    }
    try terminal.press("3", "z", "s")
    try terminal.type("provider")
    try terminal.press("Enter")
    try check("first")
    for _ in 0..<12 { try terminal.press("j") }
    try check("after steps")
    try terminal.press("C-l")
    try check("after a repaint")
    try terminal.press("g", "G")
    try check("after jumps")
  }
}
