import AlternativeProvision
import Testing

@Suite("Days as people type them near today")
struct NearDayTests {
  let today = Day(year: 2026, month: 11, day: 23)

  func read(_ text: String) -> String? {
    today.flatMap { try? Day(text, relativeTo: $0) }?.iso
  }

  @Test("a day and a month are the nearest such date, which may be next year's")
  func dayAndMonth() {
    #expect(read("24/11") == "2026-11-24")
    #expect(read("24 nov") == "2026-11-24")
    #expect(read("5 January") == "2027-01-05")
    #expect(read("1.9") == "2026-09-01")
    #expect(read("Mon 23 Nov") == "2026-11-23")
    #expect(read("1st dec") == "2026-12-01")
  }

  @Test("a date in full is that date, with a year of two digits or four, or as ISO has it")
  func inFull() {
    #expect(read("24/11/2026") == "2026-11-24")
    #expect(read("24-11-26") == "2026-11-24")
    #expect(read("2026-11-24") == "2026-11-24")
    #expect(read("Tue 24 November 2026") == "2026-11-24")
  }

  @Test("today, tomorrow, a weekday and a number of days are read from today")
  func relative() {
    #expect(read("today") == "2026-11-23")
    #expect(read(" Tomorrow ") == "2026-11-24")
    #expect(read("wed") == "2026-11-25")
    #expect(read("monday") == "2026-11-30")
    #expect(read("sun") == "2026-11-29")
    #expect(read("+10") == "2026-12-03")
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "", "31/11", "soon", "24", "13/13", "a/b/c", "+x", "1 2 3 4", "24 marvel", "moonday", "+1234",
      "+",
    ]
  )
  func nonsense(text: String) {
    #expect(read(text) == nil)
  }

  @Test("the 29th of February without a year is the next one, where this year has none")
  func leapDay() throws {
    let before = try Day("2027-12-01")
    #expect(try Day("29/2", relativeTo: before) == Day("2028-02-29"))
    let problem = DayProblem.noSuchDay(year: 2026, month: 2)
    #expect(throws: problem) { try Day("29/2", relativeTo: Day("2026-01-05")) }
  }

  @Test("what is wrong with it is said as of any other day")
  func problems() throws {
    let today = try #require(today)
    #expect(throws: DayProblem.noSuchDay(year: 2026, month: 11)) {
      try Day("31/11", relativeTo: today)
    }
    #expect(throws: DayProblem.wrongWeekday(try Day("2026-11-24"))) {
      try Day("Mon 24 Nov", relativeTo: today)
    }
    #expect(throws: DayProblem.monthFirst(try Day("2026-11-24"))) {
      try Day("11/24", relativeTo: today)
    }
    #expect(throws: DayProblem.noSuchMonth(13)) { try Day("13/13", relativeTo: today) }
  }
}
