import Testing

/// The dashboard in a real terminal, with keys.
@Suite("The dashboard in a terminal")
struct DashboardTests {
  private func open(
    columns: Int = 120, rows: Int = 40, terminal: String = "tmux-256color", _ more: [String] = []
  ) throws -> Terminal {
    let scratch = try Scratch()
    return try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)] + more, in: scratch,
      columns: columns, rows: rows, terminal: terminal)
  }

  @Test("opens whole at every size", arguments: [(80, 24), (120, 40), (200, 60)])
  func opens(columns: Int, rows: Int) throws {
    let terminal = try open(columns: columns, rows: rows)
    let screen = try terminal.screen()
    #expect(screen.lines.count == rows)
    for title in ["1 Open cases", "2 Days since exclusion", "3 Attendance", "4 Quality"] {
      #expect(screen.contains(title), "no pane \(title) in:\n\(screen)")
    }
    // What matters now stands in the first line; the keys of the moment in the last.
    #expect(screen.lines.first?.contains("■") == true)
    #expect(screen.lines.last?.contains("Enter Open") == true)
    #expect(screen.lines.allSatisfy { $0.count <= columns })
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }

  @Test("the demonstration says that everything in it is made up")
  func demonstration() throws {
    let terminal = try Terminal(sixthday: ["demo"], in: Scratch())
    #expect(try terminal.screen().contains("made up"))
    try terminal.press("j")
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }

  @Test("down, page down, bottom, top and up move the selection")
  func moves() throws {
    let terminal = try open()
    let first = try #require(try terminal.styledScreen().selection)
    try terminal.press("j")
    let second = try #require(try terminal.styledScreen().selection)
    #expect(second != first)
    try terminal.press("k")
    #expect(try terminal.styledScreen().selection == first)
    try terminal.press("NPage")
    let paged = try #require(try terminal.styledScreen().selection)
    #expect(paged != first && paged != second)
    try terminal.press("G")
    let last = try #require(try terminal.styledScreen().selection)
    try terminal.press("j")
    #expect(try terminal.styledScreen().selection == last)
    try terminal.press("g")
    #expect(try terminal.styledScreen().selection == first)
    try terminal.press("Up")
    #expect(try terminal.styledScreen().selection == first)
  }

  @Test("a filter narrows as one types, and Escape takes it back")
  func filters() throws {
    let terminal = try open()
    let selection = try #require(try terminal.styledScreen().selection)
    let name = try #require(selection.split(separator: " ").first { $0.contains(",") }).dropLast()
    let word = name.lowercased()
    try terminal.press("/")
    try terminal.type(word)
    let filtered = try terminal.screen()
    #expect(filtered.contains("“\(word)”"))
    #expect(filtered.contains(" of 6"))
    #expect(try terminal.styledScreen().selection?.lowercased().contains(word) == true)
    try terminal.type("qqq")
    #expect(try terminal.screen().contains("0 of 6"))
    try terminal.press("Escape")
    #expect(try !terminal.screen().contains("“\(word)"))
  }

  @Test("a paste into the filter is one text, and its control characters do no harm")
  func pastes() throws {
    let terminal = try open()
    try terminal.press("/")
    try terminal.paste("zz\u{7}top")
    let screen = try terminal.wait(for: "0 of 6")
    #expect(screen.contains("zz"))
    #expect(screen.contains("1 Open cases"))
  }

  @Test("sorting by another column changes the order, and the same again turns it")
  func sorts() throws {
    let terminal = try open()
    try terminal.press("z", "s")
    try terminal.wait(for: "Sort open cases by")
    try terminal.type("child")
    try terminal.press("Enter")
    let ascending = try #require(try terminal.screen().lines.dropFirst(3).first)
    try terminal.press("s")
    try terminal.type("child")
    try terminal.press("Enter")
    try terminal.press("g")
    let descending = try #require(try terminal.screen().lines.dropFirst(3).first)
    func name(_ line: String) -> String {
      String(line.split(separator: " ").first { $0.contains(",") } ?? "")
    }
    #expect(name(ascending) < name(descending))
  }

  @Test("a pane fills the screen and makes room again")
  func zooms() throws {
    let terminal = try open()
    try terminal.press("3", "z")
    let zoomed = try terminal.screen()
    #expect(zoomed.contains("Attendance by provider"))
    #expect(!zoomed.contains("1 Open cases"))
    try terminal.press("z")
    #expect(try terminal.screen().contains("1 Open cases"))
  }

  @Test("a case opens with its clocks, shows why a day is what it is, and goes back")
  func opensACase() throws {
    let terminal = try open()
    try terminal.press("Enter")
    let file = try terminal.screen()
    for part in ["Clocks", "Timeline", "Placements", "Attendance", "Views", "History"] {
      #expect(file.contains(part), "no \(part) in:\n\(file)")
    }
    #expect(file.contains("AP-2026-"))
    try terminal.press("w")
    let proof = try terminal.screen()
    #expect(proof.contains("day 1"))
    #expect(proof.contains("not counted: weekend"))
    #expect(proof.contains("EA 1996"))
    try terminal.press("Escape")
    #expect(try terminal.screen().contains("1 Clocks"))
    for tab in 2...6 {
      try terminal.press("\(tab)")
      #expect(try terminal.screen().contains("[\(tab) "))
    }
    try terminal.press("Escape")
    #expect(try terminal.screen().contains("1 Open cases"))
  }

  @Test("help lists the keys, and goes away")
  func helps() throws {
    let terminal = try open()
    try terminal.press("?")
    let help = try terminal.screen()
    #expect(help.contains("Take back the last filter or narrowing"))
    try terminal.press("Escape")
    #expect(try !terminal.screen().contains("Take back the last"))
  }

  @Test("choosing a provider narrows the other panes, visibly, and Escape widens them again")
  func narrows() throws {
    let terminal = try open()
    let whole = try terminal.screen()
    #expect(whole.contains("All cases"))
    try terminal.press("3", "Enter")
    let narrowed = try terminal.screen()
    #expect(narrowed.contains("All cases › At "))
    #expect(narrowed.line(with: "1 Open cases")?.contains(" of 60 ") == true)
    try terminal.press("Escape")
    let widened = try terminal.screen()
    #expect(!widened.contains("›"))
    #expect(widened.line(with: "1 Open cases")?.contains(" of ") == false)
  }

  @Test("the mouse selects a line and turns the list")
  func mouse() throws {
    let terminal = try open()
    let first = try #require(try terminal.styledScreen().selection)
    try terminal.click(column: 8, row: 5)
    let clicked = try #require(try terminal.styledScreen().selection)
    #expect(clicked != first)
    try terminal.wheel(column: 8, row: 5)
    try terminal.press("g")
    #expect(try terminal.styledScreen().selection == first)
  }

  @Test("the screen follows every change of the window's size, down to too small and back")
  func resizes() throws {
    let terminal = try open()
    for (columns, rows) in [(80, 24), (200, 60), (60, 15), (120, 40)] {
      try terminal.resize(columns: columns, rows: rows)
      let screen = try terminal.wait("for \(columns)x\(rows)") { screen in
        screen.lines.last?.contains("Help") == true && screen.lines.count == rows
          && screen.lines.allSatisfy { $0.count <= columns }
      }
      #expect(screen.contains("Open cases"))
    }
    try terminal.resize(columns: 20, rows: 5)
    try terminal.resize(columns: 120, rows: 40)
    #expect(try terminal.wait(for: "4 Quality").contains("1 Open cases"))
  }
}
