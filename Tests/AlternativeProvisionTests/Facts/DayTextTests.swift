import AlternativeProvision
import TestSupport
import Testing

@Suite("Days as people write them")
struct DayTextTests {
  @Test(
    "a day is read from every common writing",
    arguments: [
      "2025-09-01", " 2025-09-01 ", "2025-09-01T00:00:00", "2025-09-01T08:30:00.000Z",
      "2025-09-01 00:00", "2025-09-01T08:30:00+01:00", "01/09/2025", "1/9/2025", "01-09-2025",
      "01.09.2025", "01/09/2025 00:00:00", "1 Sep 2025", "01 September 2025", "1 Sept 2025",
      "1-Sep-2025", "1st September 2025", "Mon 1 Sep 2025", "Monday, 1 September 2025",
      "MON 1 SEP 2025", "2025/09/01",
    ])
  func reads(_ text: String) throws {
    #expect(try Day(text) == Day(year: 2025, month: 9, day: 1))
  }

  @Test(
    "what is not a day says what would be right",
    arguments: [
      ("", DayProblem.empty), ("  ", .empty), ("soon", .notADay), ("2025-09", .notADay),
      ("31/02/2026", .noSuchDay(year: 2026, month: 2)),
      ("2026-02-31", .noSuchDay(year: 2026, month: 2)),
      ("29/02/2025", .noSuchDay(year: 2025, month: 2)), ("2025-13-45", .noSuchMonth(13)),
      ("01/09/25", .shortYear), ("1 Sep 25", .shortYear), ("1 Foo 2025", .notADay),
      ("2025-09-01x", .notADay), ("2025-09-01 tea", .notADay), ("1/2/3/2025", .notADay),
      ("2025-009-01", .notADay), ("0000-01-01", .notADay), ("1 Ma 2025", .notADay),
      ("999999999999/1/2025", .notADay), ("01/09/2025/", .notADay), ("2025", .notADay),
    ])
  func refuses(_ text: String, _ problem: DayProblem) {
    #expect(throws: problem) { try Day(text) }
  }

  @Test("a month before the day is refused, and the day that was meant is told")
  func monthFirst() throws {
    let meant = try Day("2025-09-23")
    #expect(throws: DayProblem.monthFirst(meant)) { try Day("09/23/2025") }
    #expect(DayProblem.monthFirst(meant).description.contains("2025-09-23"))
  }

  @Test("a spreadsheet's number is refused, and told which day it stands for")
  func spreadsheet() throws {
    #expect(throws: DayProblem.spreadsheetNumber(try Day("2025-09-01"))) { try Day("45901") }
  }

  @Test("a weekday that does not fall on the date is refused")
  func wrongWeekday() throws {
    let day = try Day("2025-09-01")
    #expect(throws: DayProblem.wrongWeekday(day)) { try Day("Tue 1 Sep 2025") }
    #expect(DayProblem.wrongWeekday(day).description == "1 Sep 2025 is a Monday")
  }

  @Test("every way of writing a day is read back as that day")
  func roundTrip() throws {
    var random = SeededGenerator(6)
    for _ in 0..<3000 {
      let day = Day(number: Int32.random(in: -50_000...60_000, using: &random))
      #expect(try Day(day.iso) == day)
      #expect(Day(iso: day.iso) == day)
      #expect(try Day(day.medium) == day)
      #expect(try Day(day.long) == day)
      let (year, month, number) = day.components
      #expect(try Day("\(number)/\(month)/\(year)") == day)
    }
  }

  @Test("no bytes at all make the reader fail otherwise than by saying so")
  func anyBytes() {
    var random = SeededGenerator(7)
    let alphabet = Array("0123456789-/. T:ZSepMon1st,é\u{0}".unicodeScalars)
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? " ")
      }
      if let day = try? Day(text) { #expect(Day(iso: day.iso) == day) }
    }
  }

  @Test("the strict reading takes ten bytes in one form and nothing else")
  func strict() {
    #expect(Day(iso: "2026-11-23") != nil)
    for text in ["2026-11-3", "2026/11/23", "2026-11-31", "2026-1１-23", "", "2026-11-23 "] {
      #expect(Day(iso: text) == nil)
    }
  }

  @Test("a day is written as screens, tables and files need it")
  func writing() throws {
    let day = try Day("2026-11-23")
    #expect(day.iso == "2026-11-23")
    #expect(day.short == "23 Nov")
    #expect(day.medium == "23 Nov 2026")
    #expect(day.long == "Mon 23 Nov 2026")
    #expect("\(day)" == "2026-11-23")
    #expect(try Day("0987-06-05").iso == "0987-06-05")
  }
}
