import Testing

/// What is drawn, and the figures behind it, read cell by cell.
@Suite("Pictures and their figures in a real terminal")
struct FigureTests {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  private func open(_ scratch: Scratch) throws -> Terminal {
    try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch, columns: 160,
      rows: 60)
  }

  /// The lines within the frame that fills the screen, without the frame.
  private func inside(_ screen: Screen) -> [String] {
    screen.lines.filter { $0.hasPrefix("┃") }.map { String($0.dropFirst().dropLast()) }
  }

  /// A stretch of a line's cells.
  private func cells(_ line: String, from column: Int, _ count: Int) -> [Character] {
    Array(line.dropFirst(column).prefix(count))
  }

  /// Where a head begins in the line of heads.
  private func column(_ head: String, of lines: [String]) throws -> Int {
    let heads = try #require(lines.first)
    let range = try #require(heads.firstRange(of: head), "no \(head) in \(heads)")
    return heads.distance(from: heads.startIndex, to: range.lowerBound)
  }

  @Test(
    "the eight weeks of each provider are as high as their figures, which are those of the list")
  func weeks() throws {
    let scratch = try Scratch()
    let terminal = try open(scratch)
    try terminal.press("3", "z")
    let drawn = inside(try terminal.screen())
    try terminal.press("#")
    let counted = inside(try terminal.screen())
    let list = try sixthday(
      "list", "attendance", "--format", "csv", "--caseload", scratch.file("caseload.sqlite3"),
      in: scratch
    ).outputLines.dropFirst()
    var compared = 0
    for row in list {
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      let name = try #require(fields.dropFirst().first)
      let wanted = try #require(fields.last).split(separator: " ").map { Int($0) }
      #expect(wanted.count == 8, "\(row)")
      let line = try #require(counted.first { $0.hasPrefix(name) }, "\(name)")
      let picture = try #require(drawn.first { $0.hasPrefix(name) })
      let start = try column("8 weeks", of: counted)
      let numbers = String(cells(line, from: start, 31)).split(separator: " ").map { Int($0) }
      #expect(numbers == wanted, "\(name)")
      let levels = cells(picture, from: try column("8 weeks", of: drawn), 8)
      for (level, number) in zip(levels, numbers) {
        guard let number else {
          #expect(level == "·", "\(name)")
          continue
        }
        // From 30 at the bottom, since little lies below.
        let height = min(7, max(0, number - 30) * 8 / 70)
        #expect(level == Self.blocks[height], "\(name): \(number) is drawn as \(level)")
        compared += 1
      }
    }
    #expect(compared > 40)
  }

  @Test("the bar of each child is as long as the school days out, and ‘past’ counts from day six")
  func days() throws {
    let terminal = try open(Scratch())
    try terminal.press("2", "z")
    let drawn = inside(try terminal.screen())
    try terminal.press("#")
    let counted = inside(try terminal.screen())
    // The ruler gives its place to words, so each screen has its own columns.
    let places = (day: try column("Day", of: drawn), ruler: try column("1····6", of: drawn))
    let words = try column("Day", of: counted)
    var seen: Set<String> = []
    for (line, other) in zip(drawn, counted).dropFirst() {
      let text = String(cells(line, from: places.day, 3)).filter(\.isNumber)
      guard let day = Int(text), day <= 24 else { continue }
      #expect(String(cells(other, from: words, 3)).filter(\.isNumber) == text)
      let bar = cells(line, from: places.ruler, day)
      let behind = cells(line, from: places.ruler + day, 1)
      let said = String(other.dropFirst(words + 3).prefix(24))
      if said.contains("past") {
        #expect(said.contains(" \(day - 6) past"), "\(other)")
        seen.insert("past")
      } else if said.contains("day 6") {
        #expect(day == 6, "\(other)")
        seen.insert("day 6")
      } else if let range = said.firstRange(of: "6 in ") {
        let left = Int(said[range.upperBound...].prefix { $0.isNumber })
        #expect(left == 6 - day, "\(other)")
        seen.insert("before")
      } else {
        continue
      }
      #expect(bar.allSatisfy { "█▄▟▐─┼▀".contains($0) }, "\(line)")
      #expect(!"█▄▟─".contains(behind.first ?? " "), "\(line)")
    }
    #expect(seen.isSuperset(of: ["past", "before"]))
  }

  @Test("the columns of the day chart are as high as their figures, and stand over their days")
  func histogram() throws {
    let terminal = try open(Scratch())
    try terminal.press("H")
    let chart = try #require(try terminal.screen().frame("Excluded children"))
    func box() throws -> [[Character]] {
      try terminal.screen().lines[chart.row + 1..<chart.row + chart.height - 1].map {
        cells($0, from: chart.column + 1, chart.width - 2)
      }
    }
    let drawn = try box()
    try terminal.press("#")
    // "  8   12": a day and its count, to the end of the list.
    var counts: [Int: Int] = [:]
    var last: [[Character]] = []
    while true {
      let page = try box()
      if page == last { break }
      last = page
      for line in page {
        let words = String(line).split(separator: " ")
        if let day = words.first.flatMap({ Int($0) }), words.count > 1, let count = Int(words[1]) {
          counts[day] = count
          #expect(words.contains("six") == (day == 6))
        }
      }
      try terminal.press("NPage")
    }
    #expect(counts.values.reduce(0, +) > 5)
    // How high the column over a day is, in eighths of a cell.
    let axis = try #require(drawn.last)
    let text = String(axis)
    var heights: [Int: Int] = [:]
    for day in 1...8 {
      let range = try #require(text.firstRange(of: " \(day)"))
      let column = text.distance(from: text.startIndex, to: range.lowerBound) + 1
      heights[day] = drawn.dropLast().reduce(0) { sum, line in
        sum + (Self.blocks.firstIndex(of: line[column]).map { $0 + 1 } ?? 0)
      }
    }
    let most = try #require(counts.values.max())
    let full = (drawn.count - 1) * 8
    for (day, height) in heights {
      let exact = Double(full * (counts[day] ?? 0)) / Double(most)
      #expect(
        abs(Double(height) - exact) <= 8, "day \(day): \(counts[day] ?? 0), \(height) of \(full)")
    }
  }

  @Test("the line of a child's attendance stands in each week where the figure says")
  func attendance() throws {
    let terminal = try open(Scratch())
    // A child of the first provider's, who has marks.
    try terminal.press("3", "Enter", "1", "Enter", "4", "z")
    let drawn = inside(try terminal.screen())
    try terminal.press("#")
    let counted = try terminal.screen()
    let said = try #require(inside(counted).first { $0.contains("in %:") }, "\(counted)")
    let range = try #require(said.firstRange(of: "in %:"))
    let numbers = said[range.upperBound...].split(separator: " ").map { Int($0) }
    #expect(numbers.count > 8 && numbers.compactMap(\.self).count > 4, "\(said)")
    // Four rows of Braille between 100% and 0%, of four dots each.
    let top = try #require(drawn.firstIndex { $0.contains("100% │") })
    let left = try #require(Array(drawn[top]).firstIndex(of: "│")) + 1
    #expect(drawn[top + 3].contains("0% │"))
    let axis = Array(drawn[top + 4])
    let end = try #require(axis.lastIndex { $0 != " " }) + 1
    let each = (end - left) / numbers.count
    #expect(each >= 2)
    for (week, number) in numbers.enumerated() {
      // The last cell of a week: in its first one the line comes from the week before.
      let column = left + week * each + each - 1
      var rows: Set<Int> = []
      for row in 0..<4 {
        let scalar = Array(drawn[top + row])[column].unicodeScalars.first?.value ?? 0
        guard (0x2801...0x28FF).contains(scalar) else { continue }
        let dots = scalar - 0x2800
        for (bit, dot) in [(0x01, 0), (0x02, 1), (0x04, 2), (0x40, 3), (0x08, 0), (0x10, 1)]
          + [(0x20, 2), (0x80, 3)]
        where dots & UInt32(bit) != 0 { rows.insert(row * 4 + dot) }
      }
      guard let number else {
        #expect(rows.isEmpty, "week \(week)")
        continue
      }
      let exact = Double(100 - number) * 15 / 100
      #expect(rows.count == 1, "week \(week): \(number) at \(rows)")
      #expect(
        rows.allSatisfy { abs(Double($0) - exact) <= 1 }, "week \(week): \(number) at \(rows)")
    }
  }
}
