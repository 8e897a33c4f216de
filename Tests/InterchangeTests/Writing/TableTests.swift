import AlternativeProvision
import Testing

@testable import Interchange

@Suite("Tables for people and for programs")
struct TableTests {
  private let table = Table(
    columns: [
      TableColumn("name"), TableColumn("day_number", title: "day", alignment: .right),
      TableColumn("due", mayShrink: false), TableColumn("attendance", alignment: .right),
      TableColumn("looked_after"),
    ],
    rows: [
      [
        .text("Ada Made-Up"), .integer(12), .day(Day(number: 20_780)), .decimal(914, places: 1),
        .flag(true),
      ],
      [.text("Zoë, “Z” 小龙"), .integer(-3), .none, .decimal(-5, places: 2), .flag(false)],
    ])

  @Test("an aligned table lines up by cells, wide characters included")
  func aligned() {
    #expect(
      table.written(as: .table) == """
        name           day  due         attendance  looked after
        ─────────────  ───  ──────────  ──────────  ────────────
        Ada Made-Up     12  2026-11-23        91.4  yes
        Zoë, “Z” 小龙   -3                   -0.05  no

        """)
  }

  @Test(
    "text that a spreadsheet would calculate is written behind an apostrophe, and figures are not")
  func formulas() {
    let cells = [
      "=1+1", "+44 1632 960001", "-cmd", "@now", " =x", "'=x", "'tis", "-5", "+", "a=b", "",
    ]
    var writer = CSVWriter(delimiter: 9, lineEnd: "\n")
    for cell in cells { writer.write([cell, "."]) }
    let text = SourceText(writer.bytes)
    var reader = CSVReader(text, delimiter: 9)
    var written: [String] = []
    var read: [String] = []
    while reader.next() {
      written.append(reader.string(0))
      read.append(FormulaGuard.unguarded(reader.slice(0)).string)
    }
    #expect(read == cells)
    #expect(
      written == [
        "'=1+1", "'+44 1632 960001", "'-cmd", "'@now", "' =x", "''=x", "'tis", "-5", "+", "a=b", "",
      ])
  }

  @Test("a table too wide for the terminal cuts what may be cut, the widest first")
  func narrow() {
    let lines = table.written(as: .table, width: 50).split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 50 })
    #expect(lines[2].contains("2026-11-23"))
    #expect(lines[3].hasPrefix("Zoë, “…"))
  }

  @Test("CSV and JSON carry plain values")
  func programs() throws {
    #expect(
      records(table.written(as: .csv)) == [
        ["name", "day_number", "due", "attendance", "looked_after"],
        ["Ada Made-Up", "12", "2026-11-23", "91.4", "true"],
        ["Zoë, “Z” 小龙", "-3", "", "-0.05", "false"],
      ])
    let json = try JSONReader.read(SourceText(Array(table.written(as: .json).utf8)))
    #expect(
      json.elements?.last
        == .members([
          "name": .text("Zoë, “Z” 小龙"), "day_number": .integer(-3), "due": .null,
          "attendance": .number("-0.05"), "looked_after": .flag(false),
        ]))
    #expect(Table(columns: table.columns).written(as: .json) == "[]\n")
  }

  @Test("text from outside cannot command a terminal")
  func harmlessCells() {
    let hostile = Table(
      columns: [TableColumn("name")], rows: [[.text("a\u{1B}[2J\nb\u{202E}c\u{9B}1m")]])
    let written = hostile.written(as: .table)
    #expect(written.hasSuffix("a␛[2J b�c�1m\n"))
    #expect(harmless("abcdef", limit: 3) == "abc…")
  }

  @Test("widths are as glibc counts them")
  func widths() {
    let known: KeyValuePairs = [
      "é": 1, "e\u{301}": 1, "小龙": 4, "ｱ": 1, "Ａ": 2, "😀": 2, "👍🏽": 4, "£€™①✓★": 6, "한글": 4,
      "\u{FEFF}": 0,
    ]
    for (text, width) in known { #expect(DisplayWidth.of(text) == width, "\(text)") }
    #expect(DisplayWidth.cut("小龙小龙", to: 5) == "小龙…")
    #expect(DisplayWidth.cut("abc", to: 0) == "")
  }
}
