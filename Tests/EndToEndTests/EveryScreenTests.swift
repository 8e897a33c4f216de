import Glibc
import Testing

/// What holds on every screen there is, walked through by keys.
@Suite("Every screen in a real terminal")
struct EveryScreenTests {
  /// A screen or a box: the keys that lead to it from the one before.
  struct Stop {
    let name: String
    let keys: [String]
    /// What shows that one is there.
    let sign: String
    /// The keys that lead back to where the next stop begins.
    var back: [String] = ["Escape"]
  }

  static let board = [
    Stop(name: "board", keys: [], sign: "1 Open cases", back: []),
    Stop(name: "cases", keys: ["z"], sign: "1 Open cases", back: ["z"]),
    Stop(name: "days", keys: ["2", "z"], sign: "2 Days", back: ["z"]),
    Stop(name: "attendance", keys: ["3", "z"], sign: "3 Attendance", back: ["z", "1"]),
    Stop(name: "assign", keys: ["a"], sign: "─ Assign "),
    Stop(name: "what to correct", keys: ["e"], sign: "Edit what is on file about"),
    Stop(name: "close", keys: ["c"], sign: "case: why?"),
    Stop(name: "narrow", keys: ["f"], sign: "Narrow every pane to"),
    Stop(name: "columns", keys: ["C"], sign: "[x] Due"),
    Stop(name: "figures", keys: ["F"], sign: "Open a figure of the first line"),
    Stop(name: "themes", keys: ["T"], sign: "projector"),
    Stop(name: "day chart", keys: ["H"], sign: "school days out"),
    Stop(name: "help", keys: ["?"], sign: "Take back the last filter"),
    Stop(name: "palette", keys: [":"], sign: "Commands"),
  ]

  static let caseFile = [
    Stop(name: "case", keys: ["Enter"], sign: "1 Clocks", back: []),
    Stop(name: "timeline", keys: ["2"], sign: "[2 Timeline]", back: []),
    Stop(name: "placements", keys: ["3"], sign: "[3 Placements]", back: []),
    Stop(name: "its attendance", keys: ["4"], sign: "[4 Attendance]", back: []),
    Stop(name: "views", keys: ["5"], sign: "[5 Views]", back: []),
    Stop(name: "history", keys: ["6"], sign: "[6 History]", back: ["1"]),
    Stop(name: "proof", keys: ["w"], sign: "day 1", back: ["Escape", "Escape"]),
  ]

  static let panels = [
    Stop(name: "panels", keys: ["M", "3"], sign: "3 Referrals", back: []),
    Stop(name: "referral", keys: ["Enter"], sign: "Who refers", back: ["Escape"]),
    Stop(name: "agenda", keys: ["2", "Enter"], sign: "Agenda", back: []),
    Stop(name: "who is there", keys: ["t"], sign: "Quorum", back: ["Escape"]),
    Stop(name: "off the agenda", keys: ["d"], sign: "Off the agenda:", back: ["Escape", "Escape"]),
    Stop(
      name: "minutes", keys: ["2", "G", "Enter", "m"], sign: "Minutes",
      back: ["Escape", "Escape", "Escape"]),
  ]

  /// The children's names as any screen would have them.
  private func names(_ caseload: String, _ scratch: Scratch) throws -> Set<String> {
    func rows(_ query: String) throws -> [Substring] {
      try run(
        "sqlite3", ["-separator", "\t", caseload, query],
        environment: BuiltProgram.environment(home: scratch.path)
      ).outputLines
    }
    let children = try rows("select surname, forename from pupil")
    #expect(children.count > 60)
    var names: Set<String> = []
    for row in children {
      let parts = row.split(separator: "\t").map(String.init)
      guard let surname = parts.first, let forename = parts.last, parts.count == 2 else { continue }
      names.formUnion([
        "\(surname.uppercased()),", "\(surname), \(forename)", "\(forename) \(surname)",
      ])
    }
    // A child may be called as somebody who works there is.
    return names.subtracting(try rows("select name from officer").map(String.init))
  }

  private func named(_ names: Set<String>, on screen: Screen) -> [String] {
    let text = screen.text
    return names.filter { text.contains($0) }
  }

  @Test("the shared view is a key away on each, covers every child's name there, and goes again")
  func shared() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
    let names = try names(caseload, scratch)
    let terminal = try Terminal(
      sixthday: ["--caseload", caseload], in: scratch, environment: ["USER": "Marian Holroyd"])
    var open = 0
    for stop in Self.board + Self.caseFile + Self.panels {
      for key in stop.keys { try terminal.press(key) }
      let before = try terminal.wait(for: stop.sign)
      #expect(!before.contains("SHARED VIEW"), "\(stop.name)")
      if !named(names, on: before).isEmpty { open += 1 }
      try terminal.press("M-s")
      let covered = try terminal.screen()
      #expect(covered.contains("SHARED VIEW"), "\(stop.name):\n\(covered)")
      #expect(named(names, on: covered) == [], "\(stop.name):\n\(covered)")
      try terminal.press("M-s")
      let after = try terminal.screen()
      #expect(!after.contains("SHARED VIEW"), "\(stop.name)")
      #expect(named(names, on: after).isEmpty == named(names, on: before).isEmpty, "\(stop.name)")
      for key in stop.back { try terminal.press(key) }
    }
    // There was something to cover.
    #expect(open >= 20, "\(open)")
  }

  @Test(
    "to look only: every key that would change something says why not, and the file stays as it was"
  )
  func readOnly() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
    let before = Scratch.readBytes(caseload)
    let terminal = try Terminal(
      sixthday: ["--caseload", caseload, "--read-only"], in: scratch,
      environment: ["USER": "Marian Holroyd"])
    let said = "opened read only: nothing here can change it"
    func refused(_ keys: [String], _ place: String) throws {
      for key in keys {
        try terminal.press(key)
        let screen = try terminal.screen()
        #expect(screen.contains(said), "\(key) \(place):\n\(screen)")
        // A warning stays a while for whoever types on, unless there is something else to say.
        try terminal.press("#")
        #expect(try !terminal.screen().contains(said), "\(key) \(place)")
      }
    }
    try refused(["a", "p", "c", "u"], "on the board")
    try terminal.press("m", "Enter")
    try terminal.wait(for: "1 Clocks")
    try refused(["a", "p", "c", "u"], "in a case")
    try terminal.press("Escape", "M", "2", "Enter")
    try terminal.wait(for: "Agenda")
    try refused(["b", "O"], "on an agenda")
    try terminal.pressWithoutWaiting(["C-c", "C-c"])
    #expect(try terminal.exitCode() == 0)
    #expect(Scratch.readBytes(caseload) == before)
    for end in ["-wal", "-shm", "-journal"] {
      #expect(access(caseload + end, F_OK) != 0, "\(end)")
    }
  }

  @Test(
    "an idle screen is covered over whatever stands there, and the key that shows it does no more")
  func blank() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch), "--blank-after", "0.03"],
      in: scratch)
    try terminal.press("e")
    try terminal.type("somebody")
    try terminal.press("Enter")
    try terminal.press("Tab", "Tab")
    try terminal.type("Half a sent")
    let before = try terminal.wait(for: "Half a sent")
    try terminal.wait("for the cover") { !$0.contains("In their words") }
    #expect(try !terminal.screen().contains("Half a sent"))
    // Not even a letter of it is typed.
    try terminal.pressWithoutWaiting(["x"])
    let after = try terminal.wait(for: "In their words")
    #expect(after.contains("Half a sent") && !after.contains("Half a sentx"))
    #expect(after.lines.first == before.lines.first)
    try terminal.pressWithoutWaiting(["ence"])
    try terminal.wait(for: "Half a sentence")
  }
}
