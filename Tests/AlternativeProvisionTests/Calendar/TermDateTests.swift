import AlternativeProvision
import TestSupport
import Testing

@Suite("Term dates as published")
struct TermDateTests {
  func row(
    _ title: String, _ start: String?, _ end: String?, year: String = "2025/26", line: Int = 1,
    note: String = ""
  ) -> TermDateEvent {
    TermDateEvent(
      line: line, owner: "Madeupshire", schoolYear: year, title: title, start: start.map(day),
      end: end.map(day), asWritten: note)
  }

  @Test("INSET days, single dates and totals are understood among terms")
  func mixture() throws {
    let dates = SchoolYear.read([
      row("Summer term", "2026-04-13", "2026-07-20"),
      row("INSET day", "2025-09-01", nil),
      row("Autumn Term", "2025-09-01", "2025-12-19"),
      row("Autumn half-term", "2025-10-27", "2025-10-31"),
      row("Spring term", "2026-01-05", "2026-03-27"),
      row("Staff training", "2026-02-13", "2026-02-13"),
      row("May Day", "2026-05-04", nil),
      row("School closed: polling station", "2026-05-07", nil),
      row("Total openings", nil, nil, note: "Total number of openings - 186"),
    ])
    #expect(dates.problems.isEmpty)
    let year = try #require(dates.years.first)
    #expect(year.year.terms.map(\.name) == ["Autumn Term", "Spring term", "Summer term"])
    #expect(year.statedOpenings == 186)
    #expect(
      year.year.closures.map(\.kind) == [.inset, .halfTerm, .inset, .holiday, .closure])
    let calendar = SchoolCalendar(
      name: "Madeupshire", years: [year.year], bankHolidays: .statutory)
    #expect(calendar.status(of: day("2025-09-01")) == .closed(.inset("INSET day")))
    #expect(calendar.status(of: day("2026-02-13")) == .closed(.inset("Staff training")))
    #expect(calendar.namesInsetDays)
  }

  @Test("schools open and schools close, a row each, make terms")
  func openAndClose() throws {
    let dates = SchoolYear.read([
      row("Autumn: schools open", "2025-09-02", nil),
      row("Christmas: schools close", "2025-12-19", nil),
      row("Spring: schools open", "2026-01-05", nil),
      row("Easter break: schools close", "2026-03-27", nil),
      row("Easter break: schools open", "2026-04-13", nil),
      row("Last day of term", nil, "2026-07-20"),
    ])
    #expect(dates.problems.isEmpty)
    let terms = try #require(dates.years.first).year.terms
    #expect(terms.map(\.first.iso) == ["2025-09-02", "2026-01-05", "2026-04-13"])
    #expect(terms.map(\.last.iso) == ["2025-12-19", "2026-03-27", "2026-07-20"])
  }

  @Test("holidays without terms are known by themselves, and nothing between them is")
  func holidaysOnly() throws {
    let dates = SchoolYear.read([
      row("Christmas: schools close", "2025-12-19", nil),
      row("Christmas: schools open", "2026-01-05", nil),
      row("February holidays", "2026-02-16", "2026-02-20"),
    ])
    #expect(dates.problems.isEmpty)
    let year = try #require(dates.years.first)
    #expect(year.hasHolidaysOnly)
    #expect(year.year.closures.map(\.name) == ["Christmas", "February holidays"])
    let calendar = SchoolCalendar(
      name: "Madeupshire", years: [year.year], bankHolidays: .statutory)
    #expect(calendar.status(of: day("2025-12-22")) == .closed(.holiday("Christmas")))
    // Six weeks lie between them, which would be a short summer, and is term.
    #expect(calendar.status(of: day("2026-01-20")) == .unknown)
    #expect(calendar.status(of: day("2026-02-18")) == .closed(.holiday("February holidays")))
    // Of a year in which schools open and nobody says when they close again, nothing is made.
    let open = SchoolYear.read([
      row("Christmas: schools close", "2025-12-19", nil),
      row("Christmas: schools open", "2026-01-05", nil),
      row("Easter: schools close", "2026-03-27", nil),
    ])
    #expect(open.years.isEmpty)
    #expect(open.problems.map(\.cause) == [.incompleteYear])
  }

  @Test("what cannot be understood is named, row by row, and the rest still read")
  func problems() {
    let dates = SchoolYear.read([
      row("Autumn term", "2025-09-01", "2025-12-19", line: 2),
      row("Autumn term", "2025-09-01", "2025-12-19", year: "next year", line: 3),
      row("Sports afternoon", "2025-09-12", "2025-09-12", line: 4),
      row("Autumn half term", "2025-10-31", "2025-10-27", line: 5),
      row("Spring term", "2026-01-05", nil, line: 6),
      row("Summer term", "2027-04-13", "2027-07-20", line: 7),
      row("INSET day", nil, nil, line: 8),
    ])
    #expect(dates.years.count == 1)
    let causes = dates.problems.sorted { $0.line < $1.line }
    #expect(causes.map(\.line) == [3, 4, 5, 6, 7, 8])
    #expect(
      causes.map(\.cause) == [
        .notASchoolYear, .unknownEvent, .endsBeforeItStarts, .missingDay,
        .outsideYear(day("2027-04-13")), .missingDay,
      ])
    for problem in causes { #expect(problem.description.contains("\"")) }
  }

  @Test("terms that overlap make no year")
  func overlap() {
    let dates = SchoolYear.read([
      row("Autumn term", "2025-09-01", "2026-01-09"),
      row("Spring term", "2026-01-05", "2026-03-27"),
    ])
    #expect(dates.years.isEmpty)
    #expect(dates.problems.map(\.cause) == [.overlappingTerms("Autumn term", "Spring term")])
  }

  @Test("the order of rows does not matter", .enabled(if: RealCalendars.arePresent))
  func order() {
    var dice = SeededGenerator(4)
    for _ in 0..<20 {
      let dates = SchoolYear.read(RealCalendars.events.shuffled(using: &dice))
      #expect(dates.years == RealCalendars.dates.years)
    }
  }
}
