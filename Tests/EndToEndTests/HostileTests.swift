import Testing

/// Text from outside is never trusted with the terminal.
@Suite("Names that mean harm")
struct HostileTests {
  private static let names = [
    "Evil\u{1b}]2;pwned\u{7}Title", "Red\u{1b}[31mAlert\u{1b}[2J", "Right\u{202e}tfeL",
    "Tab\tand\u{8}\u{8}back", "C1\u{9b}31mcsi", "Null\u{0}byte", "Zero\u{200b}\u{200d}width",
    "Sto\u{0304}\u{0301}\u{0302}\u{0303}\u{0304}\u{0305}cked", "家族👩‍👩‍👧‍👦名", "=cmd|' /C calc'!A0",
  ]

  @Test("do not move, colour or title the terminal, and every line stays as wide as it was")
  func hostileNames() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    var text = "provider,name,kind\n"
    for (number, name) in HostileTests.names.enumerated() {
      text += "P\(number + 1),\"\(name.replacing("\"", with: "\"\""))\",nonSchool\n"
    }
    let file = try scratch.write("providers.csv", text)
    let done = try sixthday(
      "import", "providers", file, "--skip-bad-rows", "--caseload", caseload, in: scratch)
    #expect(done.output.contains("changed") || done.errors.contains("line"))
    // What an import refuses may be on file all the same, from another hand.
    let refused = HostileTests.names.enumerated().filter { $0.element.contains { $0.isObeyed } }
    #expect(refused.count == 6)
    #expect(done.output.contains("6 rows refused"), "\(done.output)")
    for (number, name) in refused where !name.contains("\0") {
      let characters = name.unicodeScalars.map { "char(\($0.value))" }.joined(separator: " || ")
      let written = try run(
        "sqlite3",
        [
          caseload,
          "UPDATE provider SET name = \(characters) WHERE id = "
            + "(SELECT id FROM provider ORDER BY id LIMIT 1 OFFSET \(number)) RETURNING 'done'",
        ], environment: BuiltProgram.environment(home: scratch.path))
      #expect(written.output == "done\n", "\(written.errors)")
    }
    let terminal = try Terminal(sixthday: ["--caseload", caseload], in: scratch)
    try terminal.press("3", "z")
    let screen = try terminal.screen()
    #expect(try terminal.ask("pane_title")?.hasPrefix("S") == true)
    // The right-hand border stands in one column on every row.
    let bodies = screen.lines.filter { $0.hasPrefix("┃") }
    #expect(bodies.count > 20)
    let styled = try terminal.styledScreen()
    let alert = styled.style(of: "Alert")
    #expect(alert == nil || alert?.foreground != "31")
    #expect(
      screen.lines.allSatisfy { line in
        line.unicodeScalars.allSatisfy { $0.value != 0x202e && $0.value != 0x1b && $0.value != 7 }
      })
    let list = try sixthday("list", "providers", "--caseload", caseload, in: scratch)
    #expect(list.exitCode == 0)
    #expect(!list.output.contains("\u{1b}"))
    #expect(!list.output.contains("\u{202e}"))
  }

  @Test("a first start makes an empty caseload of one's own, and says what to do first")
  func emptyCaseload() throws {
    let scratch = try Scratch()
    let path = scratch.file("data/sixthday/caseload.sqlite3")
    let terminal = try Terminal(sixthday: [], in: scratch)
    #expect(Scratch.readBytes(path) != nil)
    #expect(try terminal.screen().contains("sixthday import"))
    for key in ["j", "NPage", "G", "Enter", "Escape", "/", "Escape", "s", "Escape", "f", "Escape"] {
      try terminal.press(key)
    }
    for pane in ["2", "3", "4"] { try terminal.press(pane, "z", "j", "Enter", "Escape", "z") }
    try terminal.press("?", "Escape")
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
    for kind in ["cases", "clocks", "providers", "attendance", "quality"] {
      let list = try sixthday("list", kind, "--caseload", path, in: scratch)
      #expect(list.exitCode == 0, "\(list.errors)")
    }
  }
}

extension Character {
  /// Whether a terminal might obey it or it turns the direction of writing: what no name may hold.
  fileprivate var isObeyed: Bool {
    unicodeScalars.contains {
      ($0.value < 0x20 && $0.value != 9) || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
    }
  }
}
