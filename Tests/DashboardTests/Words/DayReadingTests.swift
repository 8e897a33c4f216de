import AlternativeProvision
import Testing

@testable import Dashboard

@Suite("Reading a day from a field")
struct DayReadingTests {
  let today = Day(year: 2026, month: 11, day: 23)

  func read(_ text: String) -> String? {
    today.flatMap { DayReading.day(text, today: $0) }?.iso
  }

  @Test("a day and a month are the nearest such date, which may be next year's")
  func dayAndMonth() {
    #expect(read("24/11") == "2026-11-24")
    #expect(read("24 nov") == "2026-11-24")
    #expect(read("5 January") == "2027-01-05")
    #expect(read("1.9") == "2026-09-01")
  }

  @Test("a date in full is that date, with a year of two digits or four, or as ISO has it")
  func inFull() {
    #expect(read("24/11/2026") == "2026-11-24")
    #expect(read("24-11-26") == "2026-11-24")
    #expect(read("2026-11-24") == "2026-11-24")
  }

  @Test("today, tomorrow, a weekday and a number of days are read from today")
  func relative() {
    #expect(read("today") == "2026-11-23")
    #expect(read(" Tomorrow ") == "2026-11-24")
    #expect(read("wed") == "2026-11-25")
    #expect(read("monday") == "2026-11-30")
    #expect(read("+10") == "2026-12-03")
  }

  @Test(
    "what is no day is refused",
    arguments: ["", "31/11", "soon", "24", "13/13", "a/b/c", "+x", "1 2 3 4"]
  )
  func nonsense(text: String) {
    #expect(read(text) == nil)
  }
}
