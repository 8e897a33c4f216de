import Testing

@testable import AlternativeProvision

@Suite("Calendars")
struct CalendarTests {
  @Test(
    "Easter Sunday falls as the almanac says",
    arguments: [
      "1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2016-03-27", "2019-04-21",
      "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18",
    ])
  func easter(iso: String) {
    #expect(Easter.sunday(day(iso).year) == day(iso))
    #expect(Easter.monday(day(iso).year).weekday == .monday)
  }

  @Test(
    "statute's bank holidays are those that GOV.UK lists", .enabled(if: RealCalendars.arePresent))
  func statute() {
    var date = day("2024-01-01")
    while date.year <= 2027 {
      #expect(
        BankHolidays.statutory.name(of: date) == RealCalendars.listedHolidays[date], "\(date.iso)")
      date = date.adding(days: 1)
    }
  }

  @Test(
    "bank holidays moved or added once are known",
    arguments: [
      ("2020-05-08", "VE Day"), ("2020-05-04", nil), ("2022-06-02", "Spring bank holiday"),
      ("2022-05-30", nil), ("2022-09-19", "State Funeral of Queen Elizabeth II"),
      ("2023-05-08", "Coronation of King Charles III"), ("2022-01-03", "New Year’s Day"),
      ("2021-12-27", "Christmas Day"), ("2021-12-28", "Boxing Day"),
      ("2022-12-27", "Christmas Day"),
      ("2020-12-28", "Boxing Day"), ("2022-12-26", "Boxing Day"),
    ])
  func moved(iso: String, name: String?) {
    #expect(BankHolidays.statutory.name(of: day(iso)) == name)
  }

  @Test("a published list is believed in its own years, statute elsewhere")
  func listed() {
    let holidays = BankHolidays([day("2030-06-05"): "A new holiday"])
    #expect(holidays.name(of: day("2030-06-05")) == "A new holiday")
    #expect(holidays.name(of: day("2030-12-25")) == nil)
    #expect(holidays.name(of: day("2031-12-25")) == "Christmas Day")
    #expect(holidays.knownThrough == day("2030-12-31"))
  }

  @Test(
    "post counts as given on the second working day after, other delivery at once",
    arguments: [
      ("2025-09-01", Delivery.firstClassPost, "2025-09-03"),
      ("2025-09-04", .firstClassPost, "2025-09-08"),
      ("2025-09-05", .firstClassPost, "2025-09-09"),
      ("2025-09-06", .firstClassPost, "2025-09-09"),
      ("2025-12-24", .firstClassPost, "2025-12-30"),
      ("2026-04-02", .firstClassPost, "2026-04-08"),
      ("2025-09-05", .byHand, "2025-09-05"),
      ("2025-09-05", .email, "2025-09-05"),
    ])
  func service(sent: String, delivery: Delivery, given: String) {
    #expect(BankHolidays.statutory.deemedService(sentOn: day(sent), by: delivery) == day(given))
  }

  @Test("working days are counted between days, both included")
  func workingDays() {
    let holidays = BankHolidays.statutory
    #expect(holidays.workingDays(from: day("2025-12-22"), through: day("2026-01-02")) == 7)
    #expect(holidays.workingDay(1, after: day("2026-04-02")) == day("2026-04-07"))
    #expect(holidays.workingDay(0, after: day("2026-04-03")) == day("2026-04-03"))
  }

  @Test(
    "the terms of the totals run between 31 December, Easter Monday and 31 July",
    arguments: [
      ("2025-09-01", "2025-08-01", "2025-12-31"), ("2026-01-05", "2026-01-01", "2026-04-06"),
      ("2026-04-06", "2026-01-01", "2026-04-06"), ("2026-04-07", "2026-04-07", "2026-07-31"),
      ("2026-08-01", "2026-08-01", "2026-12-31"), ("2026-12-31", "2026-08-01", "2026-12-31"),
    ])
  func terms(iso: String, first: String, last: String) {
    let term = ReferencePeriod.term(of: day(iso))
    #expect([term.first.iso, term.last.iso] == [first, last])
    #expect(ReferencePeriod.schoolYear(of: day("2026-07-31")).last == day("2026-07-31"))
    #expect(ReferencePeriod.schoolYear(of: day("2026-08-01")).first == day("2026-08-01"))
  }

  @Test("a school year's label is read in the ways that people write it")
  func labels() {
    for label in ["2025/26", "2025-26", "2025/2026", "2025–26", "202526", "2025 / 26"] {
      #expect(SchoolYear.startYear(of: label) == 2025, "\(label)")
    }
    for label in ["", "2025", "2025/27", "25/26", "2025/26a", "autumn"] {
      #expect(SchoolYear.startYear(of: label) == nil, "\(label)")
    }
    #expect(SchoolYear.startYear(of: SchoolYear.label(startYear: 1999)) == 1999)
  }

  @Test("a month later is the same day, or the last of a shorter month")
  func months() {
    #expect(day("2026-01-31").adding(months: 1) == day("2026-02-28"))
    #expect(day("2025-11-15").adding(months: 14) == day("2027-01-15"))
    #expect(day("2024-02-29").adding(months: 12) == day("2025-02-28"))
    #expect(day("2026-03-31").adding(months: -13) == day("2025-02-28"))
    #expect(Day.distantFuture.iso == "9999-12-31")
  }

  @Test("a missing term leaves a hole in what is known, which is no holiday")
  func missingTerm() {
    let year = SchoolYear(
      label: "2025/26",
      terms: [
        Term(name: "Autumn term", first: day("2025-09-01"), last: day("2025-12-19")),
        Term(name: "Summer term", first: day("2026-04-13"), last: day("2026-07-20")),
      ])
    let calendar = SchoolCalendar(name: "Made-up", years: [year], bankHolidays: .statutory)
    #expect(calendar.status(of: day("2026-02-03")) == .unknown)
    #expect(
      calendar.schoolDay(5, after: day("2025-12-16"))
        == .beyondCalendar(knownThrough: day("2025-12-19"), counted: 3))
    #expect(calendar.schoolDay(1, after: day("2026-04-13")) == .on(day("2026-04-14")))
  }

  @Test("a calendar of nothing knows nothing, and says so")
  func empty() {
    let calendar = SchoolCalendar(name: "Nowhere", years: [], bankHolidays: .statutory)
    #expect(calendar.status(of: day("2026-02-03")) == .unknown)
    #expect(calendar.knownThrough == nil)
    #expect(calendar.openings(inYear: "2025/26") == 0)
    #expect(
      calendar.schoolDay(6, from: day("2026-02-03"))
        == .beyondCalendar(knownThrough: nil, counted: 0))
    #expect(calendar.schoolDay(2, before: day("2026-02-03")) == nil)
  }

  @Test("a school's own calendar goes before its authority's")
  func book() {
    let authority = MadeUp.calendar
    let own = SchoolCalendar(name: "Own", years: [], bankHolidays: .statutory)
    let book = CalendarBook(authorities: [888: authority], schools: [Identifier(7): own])
    #expect(book.calendar(for: Identifier(7), authority: 888)?.name == "Own")
    #expect(book.calendar(for: Identifier(8), authority: 888)?.name == authority.name)
    #expect(book.calendar(for: nil, authority: 340) == nil)
    #expect(book.calendar(for: nil, authority: nil) == nil)
  }
}
