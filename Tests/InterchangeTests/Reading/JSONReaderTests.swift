import Testing

@testable import Interchange

@Suite("JSON")
struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue {
    try JSONReader.read(SourceText(Array(text.utf8)))
  }

  @Test("values of every kind are read")
  func values() throws {
    let value = try read(
      #" { "a": [1, -0.5e+3, true, false, null], "b": "x\u00e9\ud83d\ude00\n\"", "c": {} } "#)
    #expect(
      value
        == .members([
          "a": .list([.number("1"), .number("-0.5e+3"), .flag(true), .flag(false), .null]),
          "b": .text("xé😀\n\""), "c": .object([]),
        ]))
    #expect(value["b"]?.string == "xé😀\n\"")
    #expect(value["a"]?.elements?.count == 5)
  }

  @Test(
    "what is nearly JSON is refused, with the place",
    arguments: [
      ("", 1, 1), ("[1,]", 1, 4), ("{\"a\":1,}", 1, 8), ("[01]", 1, 4), ("[1] 2", 1, 5),
      ("{'a':1}", 1, 2), ("[\n1\n2]", 3, 1), ("\"\\q\"", 1, 3), ("\"\\ud800\"", 1, 8),
      ("[1.]", 1, 4), ("nul", 1, 1), ("\"abc", 1, 5), ("[-]", 1, 3), ("\"a\tb\"", 1, 3),
    ])
  func refused(text: String, line: Int, column: Int) {
    let problem = #expect(throws: JSONProblem.self) { try read(text) }
    #expect(problem?.line == line)
    #expect(problem?.column == column)
  }

  @Test("nesting without end is refused rather than run out of stack")
  func nesting() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONProblem.self) { try read(deep) }
    let fair = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    _ = try read(fair)
  }

  @Test("what is written reads back, and holds nothing that a terminal might obey")
  func roundTrip() throws {
    let value = JSONValue.members([
      "text": .text("a\u{1B}[31m\u{202E}\u{7F}\u{9B}\\\"\r\n\t😀\u{E0041}"),
      "list": .list([.integer(-4), .null]),
      "none": .list([]),
    ])
    for indented in [true, false] {
      let written = value.written(indented: indented)
      #expect(try read(written) == value)
      #expect(!written.unicodeScalars.contains { $0 != "\n" && $0.mayBeObeyed })
    }
    #expect(value.written(indented: false).contains(#""list":[-4,null]"#))
  }

  @Test("the GOV.UK bank holidays file reads", .needsSharedData)
  func bankHolidays() throws {
    let value = try JSONReader.read(try SharedData.load("calendar/bank-holidays.json"))
    let events = try #require(value["england-and-wales"]?["events"]?.elements)
    #expect(events.contains { $0["date"]?.string == "2025-12-26" })
    #expect(events.first?["title"]?.string == "New Year’s Day")
  }
}
