import Glibc
import Testing

/// What a list can do besides being moved in, read off a real terminal.
@Suite("Tables in a real terminal")
struct TableTests {
  private func open(
    _ scratch: Scratch, _ caseload: String, columns: Int = 160, rows: Int = 72,
    today: String = BuiltProgram.today
  ) throws -> Terminal {
    try Terminal(
      sixthday: ["--caseload", caseload], in: scratch, columns: columns, rows: rows,
      environment: ["SIXTHDAY_TODAY": today])
  }

  /// The cases, alone on a screen that holds all sixty of them.
  private func zoomed(_ scratch: Scratch, columns: Int = 160, rows: Int = 72) throws -> Terminal {
    let terminal = try open(
      scratch, SampleCaseload.copy(into: scratch), columns: columns, rows: rows)
    try terminal.press("z")
    return terminal
  }

  private func leave(_ terminal: Terminal) throws {
    try terminal.pressWithoutWaiting(["q"])
    #expect(try terminal.exitCode() == 0)
  }

  /// Chooses a line of a chooser by its name.
  private func choose(_ name: String, by key: String, _ terminal: Terminal) throws {
    try terminal.press(key)
    try terminal.type(name)
    try terminal.press("Enter")
  }

  /// The line with the heads, and the rows beneath it, without their frame.
  private func table(_ terminal: Terminal) throws -> (heads: String, rows: [String]) {
    let lines = try terminal.screen().lines
    let inside = lines.map { line in
      line.hasPrefix("┃") ? String(line.dropFirst().prefix { $0 != "┃" && $0 != "▐" }) : ""
    }
    return (inside[2], inside.dropFirst(3).filter { !$0.allSatisfy { $0 == " " } })
  }

  /// What stands under a head, up to the next but blanks.
  private func cell(_ head: String, of row: String, heads: String, width: Int) throws -> String {
    let range = try #require(heads.firstRange(of: head), "\(head) is no head of \(heads)")
    let start = heads.distance(from: heads.startIndex, to: range.lowerBound)
    let text = String(row.dropFirst(start).prefix(width))
    let from = text.firstIndex { $0 != " " } ?? text.endIndex
    return String(text[from...].prefix { _ in true })
  }

  /// The number in front of a word.
  private func number(before word: String, on screen: Screen) throws -> Int {
    let line = try #require(screen.line(with: word), "no \(word) on\n\(screen)")
    let range = try #require(line.firstRange(of: word))
    let digits = line[..<range.lowerBound].reversed().prefix { $0.isNumber }.reversed()
    return try #require(Int(String(digits)))
  }

  /// Who has the case in the tenth row, in the letters of a filter.
  private func officer(_ terminal: Terminal) throws -> String {
    let (heads, rows) = try table(terminal)
    let name = try cell("Officer", of: rows[10], heads: heads, width: 12)
    return String(name.prefix { $0.isLetter }).lowercased()
  }

  private func markedRows(_ terminal: Terminal) throws -> Int {
    try table(terminal).rows.filter { $0.dropFirst().hasPrefix("◆") }.count
  }

  @Test(
    "one row, a range and all that a filter leaves are marked, counted at the foot and acted upon")
  func marks() throws {
    let scratch = try Scratch()
    let terminal = try zoomed(scratch)
    try terminal.set("-s set-clipboard on")
    #expect(try table(terminal).rows.count == 60)
    let totals = try #require(try terminal.screen().lines.last { $0.hasPrefix("┗") })
    #expect(totals.contains("△ ") && !totals.contains("marked"))
    try terminal.press("m")
    #expect(try markedRows(terminal) == 1)
    #expect(try number(before: " marked", on: terminal.screen()) == 1)
    try terminal.press("j", "j", "V")
    #expect(try markedRows(terminal) == 4)
    #expect(try number(before: " marked", on: terminal.screen()) == 4)
    try terminal.press("y")
    let references = try terminal.clipboard().split(separator: "\n")
    #expect(references.count == 4 && references.allSatisfy { $0.hasPrefix("AP-2026-") })
    // Every case that a filter leaves, besides those.
    let officer = try officer(terminal)
    try terminal.press("/")
    try terminal.type(officer)
    try terminal.press("Enter")
    let left = try table(terminal).rows.count
    let before = try markedRows(terminal)
    #expect(left > before && left < 60)
    try terminal.press("*")
    #expect(try markedRows(terminal) == left)
    try terminal.press("Escape")
    #expect(try markedRows(terminal) == 4 + left - before)
    #expect(try number(before: " marked", on: terminal.screen()) == 4 + left - before)
    // One step gives all of them to an officer, and one takes that back.
    try terminal.press("a")
    try terminal.type("Zoe Newcomer")
    try terminal.press("Enter", "Enter")
    try terminal.wait(for: "u undoes it")
    #expect(
      try table(terminal).rows.filter { $0.contains("Zoe Newc") }.count == 4 + left - before)
    try terminal.press("u")
    #expect(try !table(terminal).rows.contains { $0.contains("Zoe Newc") })
  }

  @Test("columns are hidden, moved and made wider, and so they are found the next day")
  func columns() throws {
    let scratch = try Scratch()
    let terminal = try zoomed(scratch)
    let first = try table(terminal).heads
    #expect(first.contains("Clock"))
    try terminal.press("C")
    try terminal.wait(for: "[x] Due: how pressing")
    try terminal.press("j", "j", "j", "Space")
    #expect(try terminal.screen().contains("[ ] Clock"))
    #expect(try !table(terminal).heads.contains("Clock"))
    try terminal.press("j", "j", "j", "K", "K", "K", "K", "+", "+", "+", "+")
    #expect(try terminal.screen().contains("[x] Provider"))
    #expect(try terminal.screen().line(with: "[x] Provider")?.contains(" wide") == true)
    try terminal.press("Enter")
    let heads = try table(terminal).heads
    let names = heads.split(separator: " ").map { String($0.filter(\.isLetter)) }
    #expect(names.starts(with: ["Child", "Provider", "Due", "Day"]), "\(names)")
    try leave(terminal)
    let caseload = scratch.file("caseload.sqlite3")
    let next = try open(scratch, caseload, today: "2026-11-24")
    #expect(try table(next).heads == heads)
    // As they were, by one key.
    try next.press("C", "=", "Enter")
    #expect(try table(next).heads == first)
    try leave(next)
  }

  @Test("a second column decides among rows that are equal in the first, and turns by itself")
  func sorts() throws {
    let terminal = try zoomed(Scratch())
    try choose("officer", by: "s", terminal)
    try choose("school days out", by: "S", terminal)
    func check(_ follows: (Int, Int) -> Bool, _ sign: String) throws {
      let (heads, rows) = try table(terminal)
      #expect(heads.contains("Officer▴") && heads.contains("\(sign)Day"), "\(heads)")
      let found = try rows.map { row in
        (
          officer: try cell("Officer", of: row, heads: heads, width: 12),
          day: Int(
            try cell("Day", of: row, heads: heads, width: 3).filter(\.isNumber))
        )
      }
      var equal = 0
      for (one, next) in zip(found, found.dropFirst()) {
        #expect(one.officer.lowercased() <= next.officer.lowercased())
        guard one.officer == next.officer, let day = one.day, let other = next.day else { continue }
        #expect(follows(day, other), "\(one) before \(next)")
        equal += 1
      }
      #expect(equal > 10)
    }
    try check({ $0 <= $1 }, "▵")
    try choose("school days out", by: "S", terminal)
    try check({ $0 >= $1 }, "▿")
  }

  @Test("the first column stays in its place while the others are scrolled past it")
  func frozen() throws {
    let terminal = try zoomed(Scratch(), columns: 80, rows: 24)
    let (heads, rows) = try table(terminal)
    let names = rows.map { $0.prefix(13) }
    #expect(!heads.contains("Opened"))
    try terminal.press("}", "S-Right", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}", "}")
    let (far, scrolled) = try table(terminal)
    #expect(far.contains("Child") && far.contains("‹") && far.contains("Opened"))
    #expect(!far.contains("Due"))
    #expect(scrolled.map { $0.prefix(13) } == names)
    #expect(try terminal.screen().contains("no more columns to the right"))
    for _ in 0..<14 { try terminal.press("{") }
    #expect(try table(terminal).heads == heads)
    #expect(try table(terminal).rows == rows)
  }

  @Test("n and N go from one row that holds the words to the next, whether they filter or not")
  func matches() throws {
    let terminal = try zoomed(Scratch())
    let officer = try officer(terminal)
    try terminal.press("/")
    try terminal.type(officer)
    let count = try table(terminal).rows.count
    #expect(count > 1 && count < 60)
    try terminal.press("Enter", "Escape")
    #expect(try table(terminal).rows.count == 60)
    var seen: Set<String> = []
    for _ in 0..<count {
      try terminal.press("n")
      let line = try #require(try terminal.styledScreen().selection)
      #expect(line.lowercased().contains(officer), "\(line)")
      seen.insert(line)
    }
    #expect(seen.count == count)
    let last = try terminal.styledScreen().selection
    try terminal.press("n")
    #expect(try terminal.screen().contains(" of \(count)"))
    try terminal.press("N")
    #expect(try terminal.styledScreen().selection == last)
  }

  @Test("the place and the selection survive a filter, a sorting and another program's import")
  func survives() throws {
    let scratch = try Scratch()
    let terminal = try zoomed(scratch, columns: 120, rows: 30)
    try terminal.press("NPage", "NPage", "j")
    let line = try #require(try terminal.styledScreen().selection)
    let child = try #require(line.split(separator: ",").first)
    // By both names: a sister has the same surname.
    let forename = try #require(line.dropFirst(child.count + 1).split(separator: " ").first)
    try terminal.press("/")
    try terminal.type(
      child.filter(\.isLetter).lowercased() + " " + forename.filter(\.isLetter).lowercased())
    try terminal.press("Escape")
    #expect(try terminal.styledScreen().selection?.hasPrefix(child) == true)
    try choose("reference", by: "s", terminal)
    #expect(try terminal.styledScreen().selection?.hasPrefix(child) == true)
    try terminal.press("s")
    try terminal.type("How pressing")
    try terminal.press("Enter")
    #expect(try terminal.styledScreen().selection?.hasPrefix(child) == true)
    let before = try terminal.screen().lines[1...26]
    let file = try scratch.write(
      "providers.csv", "reference,name,kind\nNEW-99,Aaa Zyxwvut House,non_school\n")
    let caseload = scratch.file("caseload.sqlite3")
    let done = try sixthday("import", "providers", file, "--caseload", caseload, in: scratch)
    #expect(done.exitCode == 0, "\(done.errors)")
    try terminal.press("3", "Home")
    try terminal.press("g")
    try terminal.press("1")
    let after = try terminal.screen()
    #expect(after.lines[1...26] == before, "\(before.joined(separator: "\n"))\n\(after)")
  }
}
