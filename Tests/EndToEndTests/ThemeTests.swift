import Glibc
import Testing

/// The colours of a theme as the snapshots of looks have them, for a real terminal to be held to.
private struct ThemeColours {
  /// By role: the looks of text and shapes at each depth, in the words of the file.
  private var rows: [String: [String]] = [:]
  static let depths = ["true", "256", "16", "8"]

  init(_ name: String) throws {
    var path = #filePath
    for _ in 0..<2 { path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }
    let file = path + "/DashboardTests/Snapshots/Looks/theme-\(name).txt"
    guard let text = Scratch.read(file) else { throw HarnessProblem("there is no \(file)") }
    for line in text.split(separator: "\n").dropFirst(2) {
      let parts = line.split(separator: "|").map { part in
        part.split(separator: " ").joined(separator: " ")
      }
      // xterm-direct can't be given black: its first eight numbers are the colours of ANSI. Terminals with
      // 24 bits on top of 256 colours, as here, get it.
      let meant = parts.map { $0.components("#000008").joined(separator: "#000000") }
      if let role = meant.first { rows[role] = meant }
    }
  }

  /// Ink and ground of a role at a depth, text first and shapes after.
  func looks(of role: String, at depth: String) -> [[String]] {
    guard let place = Self.depths.firstIndex(of: depth), let row = rows[role], row.count > place
    else { return [] }
    return row[place + 1].components(" / ").map { look in
      // Whether bold comes or goes with few colours stands behind a comma.
      (look.components(", ").first ?? look).components(" on ")
    }
  }

  /// Every colour that a role has at a depth.
  func all(at depth: String) -> Set<String> {
    Set(rows.keys.flatMap { looks(of: $0, at: depth).flatMap { $0 } })
  }

  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]
  private static let steps = [0, 95, 135, 175, 215, 255]

  /// What tmux says of a cell's colour, in the words of the file.
  static func words(_ code: String, at depth: String) -> String {
    let numbers = code.split(separator: ";").compactMap { Int($0) }
    func hex(_ parts: [Int]) -> String {
      "#"
        + parts.map { part in
          let digits = String(part, radix: 16)
          return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
    if numbers.count == 5 { return hex(Array(numbers[2...])) }
    if numbers.count == 3 {
      let index = numbers[2]
      if depth == "256" { return String(index) }
      if index >= 232 { return hex(Array(repeating: 8 + (index - 232) * 10, count: 3)) }
      let cube = index - 16
      return hex([steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]])
    }
    guard let number = numbers.first else { return "default" }
    let isBright = number >= 90
    let name = names[number % 10]
    return isBright ? "bright-" + name : name
  }
}

extension String {
  /// The parts between a mark.
  fileprivate func components(_ mark: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

@Suite("Themes in a real terminal")
struct ThemeTests {
  private func open(_ arguments: [String], in scratch: Scratch) throws -> Terminal {
    try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)] + arguments, in: scratch,
      columns: 100, rows: 30, environment: ["COLORTERM": "truecolor"])
  }

  /// The ink and the ground of a text, in words.
  private func look(
    of text: String, on screen: StyledScreen, _ depth: String
  ) throws -> [String] {
    let style = try #require(screen.style(of: text), "\(text) is not on the screen")
    return [style.foreground, style.background].map { ThemeColours.words($0, at: depth) }
  }

  @Test(
    "each theme at each depth sends the colours that its table gives, and no others",
    arguments: [
      "dusk", "chalk", "contrast", "deutan", "tritan", "solarized-dark", "solarized-light",
      "gruvbox", "mono", "projector",
    ])
  func colours(_ theme: String) throws {
    let wanted = try ThemeColours(theme)
    for depth in ThemeColours.depths {
      let scratch = try Scratch()
      let terminal = try open(["--theme", theme, "--colours", depth], in: scratch)
      let screen = try terminal.styledScreen()
      var seen: Set<String> = []
      for style in screen.styles {
        seen.insert(ThemeColours.words(style.foreground, at: depth))
        seen.insert(ThemeColours.words(style.background, at: depth))
      }
      let strange = seen.subtracting(wanted.all(at: depth))
      #expect(strange.isEmpty, "\(theme) at \(depth)")
      #expect(
        try look(of: "Child", on: screen, depth) == wanted.looks(of: "heading", at: depth).first)
      #expect(
        try look(of: "3 Attendance", on: screen, depth)
          == wanted.looks(of: "title", at: depth).first)
    }
  }

  @Test("a theme is seen on the whole screen as one comes to it, and Escape takes it back")
  func preview() throws {
    let scratch = try Scratch()
    let (dusk, chalk) = (try ThemeColours("dusk"), try ThemeColours("chalk"))
    let terminal = try open([], in: scratch)
    func heading() throws -> [String] {
      try look(of: "Child", on: terminal.styledScreen(), "true")
    }
    #expect(try heading() == dusk.looks(of: "heading", at: "true").first)
    try terminal.press("T", "Down")
    // Around the chooser too: the pane's title at the top is in view beside it.
    #expect(
      try look(of: "1 Open cases", on: terminal.styledScreen(), "true")
        == chalk.looks(of: "focused-title", at: "true").first)
    try terminal.press("Escape")
    #expect(try heading() == dusk.looks(of: "heading", at: "true").first)
    try terminal.press("T", "g", "Enter")
    let gruvbox = try ThemeColours("gruvbox")
    #expect(try heading() == gruvbox.looks(of: "heading", at: "true").first)
    // Tomorrow too.
    try terminal.pressWithoutWaiting(["q"])
    _ = try terminal.exitCode()
    let again = try open([], in: scratch)
    #expect(
      try look(of: "Child", on: again.styledScreen(), "true")
        == gruvbox.looks(of: "heading", at: "true").first)
  }

  @Test("a choice says how long it counts, and config tells who decided")
  func lasting() throws {
    let scratch = try Scratch()
    for folder in ["config", "config/sixthday"] { mkdir(scratch.file(folder), 0o700) }
    let terminal = try open([], in: scratch)
    try terminal.press("T", "g", "Enter")
    #expect(try terminal.screen().contains("The look is gruvbox, the next time too."))
    try terminal.pressWithoutWaiting(["q"])
    _ = try terminal.exitCode()
    let shown = try sixthday("config", "--format", "csv", in: scratch).output
    #expect(shown.contains("theme,gruvbox,chosen in the dashboard"), "\(shown)")
    // Asked for by name, that one holds at the next start.
    try scratch.write("config/sixthday/config", "theme = dusk\n")
    let dusk = try ThemeColours("dusk")
    for _ in 1...2 {
      let again = try open([], in: scratch)
      #expect(
        try look(of: "Child", on: again.styledScreen(), "true")
          == dusk.looks(of: "heading", at: "true").first)
      try again.press("T", "c", "Enter")
      let said = try again.screen()
      #expect(
        said.contains("The look is chalk until you leave: line 1 of your settings says dusk."))
      try again.pressWithoutWaiting(["q"])
      _ = try again.exitCode()
    }
    let forgetful = try open(["--no-remember", "--theme", "mono"], in: scratch)
    try forgetful.press("T", "c", "Enter")
    #expect(try forgetful.screen().contains("until you leave: --theme says mono."))
  }

  @Test("a theme of one's own is used, and offered among the others")
  func own() throws {
    let scratch = try Scratch()
    for folder in ["config", "config/sixthday", "config/sixthday/themes"] {
      mkdir(scratch.file(folder), 0o700)
    }
    try scratch.write(
      "config/sixthday/themes/evening.theme",
      "like = dusk\n[roles]\ntext = #fedcba, #012345\nheading = #abcdef\n")
    let terminal = try open(["--theme", "evening"], in: scratch)
    let screen = try terminal.styledScreen()
    #expect(try look(of: "Child", on: screen, "true") == ["#abcdef", "#012345"])
    try terminal.press("T")
    #expect(try terminal.screen().contains("evening"))
  }

  @Test("a theme with a line that can't be understood is used for the rest, and the line is named")
  func broken() throws {
    let scratch = try Scratch()
    for folder in ["config", "config/sixthday", "config/sixthday/themes"] {
      mkdir(scratch.file(folder), 0o700)
    }
    try scratch.write(
      "config/sixthday/themes/evening.theme",
      "like = dusk\n[roles]\nheadnig = #ffffff\nheading = #abcdef\n")
    let terminal = try open(["--theme", "evening"], in: scratch)
    let screen = try terminal.styledScreen()
    #expect(try look(of: "Child", on: screen, "true").first == "#abcdef")
    #expect(screen.text.contains("sixthday config check says what"), "\(screen.text)")
    try scratch.write("config/sixthday/config", "theme = evening\n")
    let check = try run(
      BuiltProgram.path, ["config", "check"],
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(check.output.contains("themes/evening.theme:3: there is no role 'headnig'"))
  }
}
