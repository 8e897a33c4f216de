import AlternativeProvision
import TestSupport
import Testing

@Suite("Calendars as councils published them", .enabled(if: RealCalendars.arePresent))
struct RealCalendarTests {
  @Test("Lancashire's 2025/26 has the 195 openings that it says")
  func lancashire() throws {
    #expect(RealCalendars.calendar("Lancashire").openings(inYear: "2025/26") == 195)
    let published = try #require(RealCalendars.dates.years.first { $0.owner == "Lancashire" })
    #expect(published.statedOpenings == 195)
  }

  @Test("Sefton's 2018/19, before the list of bank holidays begins, has the 195 days that it says")
  func sefton() throws {
    #expect(RealCalendars.calendar("Sefton").openings(inYear: "2018/19") == 195)
    let published = try #require(
      RealCalendars.dates.years.first { $0.owner == "Sefton" && $0.year.label == "2018/19" })
    #expect(published.statedOpenings == 195)
  }

  @Test("every authority's rows make years, of St Helens no more than the break that it names")
  func problems() throws {
    let dates = RealCalendars.dates
    #expect(dates.problems.isEmpty)
    #expect(Set(dates.years.map(\.owner)) == Set(RealCalendars.owners + ["St Helens"]))
    for year in dates.years where year.owner != "St Helens" {
      #expect(year.year.terms.count == 3)
      #expect(!year.hasHolidaysOnly)
    }
    let helens = try #require(dates.years.first { $0.owner == "St Helens" })
    #expect(helens.hasHolidaysOnly)
    let calendar = RealCalendars.calendar("St Helens")
    #expect(calendar.status(of: day("2025-04-04")) == .unknown)
    #expect(calendar.status(of: day("2025-04-08")) == .closed(.holiday("Easter break")))
    #expect(calendar.status(of: day("2025-04-21")) == .closed(.bankHoliday("Easter Monday")))
    #expect(calendar.status(of: day("2025-04-22")) == .unknown)
    #expect(calendar.openDays.isEmpty)
    #expect(
      calendar.schoolDay(6, from: day("2025-04-07"))
        == .beyondCalendar(knownThrough: day("2025-04-21"), counted: 0))
  }

  @Test(
    "Bury and Sefton, which publish holidays, get the terms between them",
    arguments: [
      ("Bury", "2023/24", ["2023-09-04", "2023-12-22", "2024-01-04", "2024-03-28", "2024-04-15"]),
      ("Bury", "2024/25", ["2024-09-02", "2024-12-20", "2025-01-06", "2025-04-04", "2025-04-22"]),
      (
        "Sefton", "2024/25", ["2024-09-02", "2024-12-20", "2025-01-06", "2025-04-04", "2025-04-22"]
      ),
    ])
  func holidays(owner: String, label: String, edges: [String]) throws {
    let year = try #require(
      RealCalendars.dates.years.first { $0.owner == owner && $0.year.label == label })
    let found = year.year.terms.flatMap { [$0.first.iso, $0.last.iso] }
    #expect(Array(found.prefix(5)) == edges)
  }

  @Test("the n-th school day agrees with a walk over the rows", arguments: RealCalendars.owners)
  func counting(owner: String) {
    let calendar = RealCalendars.calendar(owner)
    let rows = RealCalendars.events.filter { $0.owner == owner && $0.schoolYear > "2020" }
    let second = SecondCount(
      rows: rows, holidays: Set(RealCalendars.listedHolidays.keys.map(\.iso)))
    var dice = SeededGenerator(UInt64(owner.count))
    guard let first = second.open.min().map(day), let last = second.open.max().map(day) else {
      Issue.record("nothing was published")
      return
    }
    for _ in 0..<1500 {
      let start = first.adding(days: .random(in: 0...last.days(since: first), using: &dice))
      let count = Int.random(in: 1...60, using: &dice)
      let expected = second.schoolDay(count, after: start.iso)
      let found = calendar.schoolDay(count, after: start)
      #expect(found.day?.iso == expected, "\(count) after \(start.long)")
      if case .beyondCalendar(let through, let counted) = found {
        #expect(through?.iso == second.end)
        #expect(counted == second.open.filter { $0 > start.iso }.count)
      }
      let end = start.adding(days: count * 3)
      #expect(
        calendar.openDays(from: start, through: end)
          == second.open.filter { $0 >= start.iso && $0 <= end.iso }.count)
      #expect((calendar.status(of: start) == .open) == second.open.contains(start.iso))
      if case .on(let day) = calendar.schoolDay(count, from: start) {
        #expect(calendar.openDays(from: start, through: day) == count)
        if let back = calendar.schoolDay(count, before: day.adding(days: 1)) {
          #expect(calendar.openDays(from: back, through: day) == count)
        }
      }
    }
  }

  @Test("every closed day says why")
  func reasons() {
    let calendar = RealCalendars.calendar("Lancashire")
    let expected: [(String, DayStatus)] = [
      ("2025-09-01", .open),
      ("2025-09-06", .closed(.weekend)),
      ("2025-10-28", .closed(.halfTerm("Autumn half term"))),
      ("2025-12-25", .closed(.bankHoliday("Christmas Day"))),
      ("2025-12-23", .closed(.holiday("Christmas holiday"))),
      ("2026-04-06", .closed(.bankHoliday("Easter Monday"))),
      ("2026-03-31", .closed(.holiday("holiday between Spring term and Summer term"))),
      ("2026-05-04", .closed(.bankHoliday("Early May bank holiday"))),
      ("2025-08-28", .closed(.holiday("summer holiday"))),
      ("2026-07-20", .open),
      ("2026-07-21", .unknown),
      ("2025-07-31", .unknown),
    ]
    for (iso, status) in expected { #expect(calendar.status(of: day(iso)) == status, "\(iso)") }
  }

  @Test("the summer between two years that are both known is holiday; after the last, unknown")
  func gaps() {
    let knowsley = RealCalendars.calendar("Knowsley")
    #expect(knowsley.status(of: day("2024-08-13")) == .closed(.holiday("summer holiday")))
    #expect(knowsley.status(of: day("2024-08-26")) == .closed(.bankHoliday("Summer bank holiday")))
    #expect(knowsley.status(of: day("2025-08-13")) == .unknown)
    #expect(knowsley.knownThrough == day("2025-07-22"))
    let sefton = RealCalendars.calendar("Sefton")
    #expect(sefton.status(of: day("2021-03-03")) == .unknown)
    #expect(
      sefton.schoolDay(10, after: day("2019-07-17"))
        == .beyondCalendar(knownThrough: day("2019-07-23"), counted: 4))
  }
}
