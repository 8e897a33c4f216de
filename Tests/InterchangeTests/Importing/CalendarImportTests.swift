import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("Calendars: term dates and bank holidays")
struct CalendarImportTests {
  private func lancashire() throws -> String {
    let lines = try SharedData.load("calendar/term_dates_north_west.csv").string
      .split(whereSeparator: \.isNewline)
    return lines.filter { $0.hasPrefix("la,") || $0.hasPrefix("Lancashire,") }
      .joined(separator: "\n")
  }

  @Test("an INSET day that lasts a month is a slip, and refused")
  func longInset() throws {
    let desk = try Desk()
    let problems = try desk.problems(
      .calendars,
      """
      la,school_year,event,start,end
      Lancashire,2026/27,Autumn term,2026-09-01,2026-12-18
      Lancashire,2026/27,INSET,2026-11-19,2026-12-19
      """)
    #expect(
      problems == [
        "line 3: \"INSET\" lasts 31 days: give each INSET day its own row, with its first and last day"
      ])
  }

  @Test("an opening on a Saturday is refused, since no calendar here can count it")
  func openSaturday() throws {
    let desk = try Desk()
    let problems = try desk.problems(
      .calendars,
      """
      la,school_year,event,start,end
      Lancashire,2026/27,Autumn term,2026-09-01,2026-12-18
      Lancashire,2026/27,Open Saturday,2026-11-14,
      """)
    #expect(problems.count == 1)
    #expect(
      problems.first?.hasPrefix(
        "line 3: \"Open Saturday\" opens a school on Sat 14 Nov 2026: no day at a weekend") == true,
      "\(problems)")
  }

  @Test("Lancashire's 2025/26 as published has its 195 openings", .needsSharedData)
  func openings() throws {
    let desk = try Desk()
    let holidays = try desk.take(.calendars, path: SharedData.path("calendar/bank-holidays.json"))
    #expect(holidays.isImported && holidays.added == holidays.rows && holidays.rows > 20)
    let terms = try desk.take(.calendars, try lancashire())
    #expect(terms.problems.map(\.description) == [])
    #expect(terms.isImported && terms.rows == 8 && terms.added == 1 && terms.remarks.isEmpty)
    let book = try desk.caseload.calendarBook()
    let calendar = try #require(book.calendar(for: nil, authority: 888))
    #expect(calendar.openings(inYear: "2025/26") == 195)

    let position = try desk.journalPosition()
    let again = try desk.take(.calendars, try lancashire())
    let holidaysAgain = try desk.take(
      .calendars, path: SharedData.path("calendar/bank-holidays.json"))
    #expect(again.unchanged == 1 && again.changed == 0)
    #expect(holidaysAgain.unchanged == holidays.rows && holidaysAgain.changed == 0)
    #expect(try desk.journalPosition() == position)
  }

  @Test(
    "the councils' dates import together; of one that gives a break alone, that break and a note",
    .needsSharedData)
  func councils() throws {
    let desk = try Desk()
    let path = SharedData.path("calendar/term_dates_north_west.csv")
    let report = try desk.take(.calendars, path: path)
    #expect(report.isImported && report.added == 10 && report.problems.isEmpty)
    #expect(
      report.remarks.map(\.description).contains {
        $0.contains("2024/25 has holidays but no terms")
      })
    let years = try desk.caseload.calendarYears()
    #expect(years.contains { $0.owner == .authority(888) && $0.year.label == "2025/26" })
    #expect(years.contains { $0.owner == .authority(340) && $0.year.label == "2023/24" })
    let helens = try #require(years.first { $0.owner == .authority(342) })
    #expect(helens.year.terms.isEmpty && helens.year.closures.map(\.name) == ["Easter break"])
    let again = try desk.take(.calendars, path: path)
    #expect(again.added == 0 && again.changed == 0 && again.unchanged == 10)
  }

  @Test("a wrong row holds back its year and no other")
  func wholeYears() throws {
    let desk = try Desk()
    let text = """
      LA,School year,Event,Start,End
      Lancashire,2026/27,Autumn term,2026-09-01,2026-12-18
      Lancashire,2026/27,Spring term,2027-01-04,31/02/2027
      Lancashire,2026/27,Summer term,2027-04-12,2027-07-21
      Bury,2026-27,Autumn term,2026-09-01,2026-12-18
      """
    #expect(
      try desk.problems(.calendars, text) == [
        "line 3, End, \"31/02/2027\": there is no such day; February 2027 has 28 days"
      ])
    let report = try desk.take(.calendars, text) { $0.skipBadRows = true }
    #expect(report.added == 1 && report.refusedRows == 3)
    #expect(try desk.caseload.calendarYears().map(\.owner) == [.authority(351)])
    let refused = records(try SourceText.load(try #require(report.refusedPath)))
    #expect(
      refused[1].last == "another row of Lancashire 2026/27 is wrong; mend that one")
  }

  @Test("a school's own calendar needs the school, and any calendar an owner")
  func owners() throws {
    let desk = try Desk()
    try desk.take(.schools, ImportTemplate.csv(for: .schools))
    let rows = "Autumn term,2026-09-01,2026-12-18"
    #expect(
      try desk.problems(
        .calendars,
        """
        school_urn,la,school_year,event,start,end
        900001,,2026/27,\(rows)
        900002,,2026/27,\(rows)
        ,,2026/27,\(rows)
        ,Bury,26/27,\(rows)
        ,Bury,2026/27,Sports day,2026-09-01,2026-09-01
        """) == [
          "line 3, school_urn, \"900002\": no such school is on file; "
            + "import schools first, or correct it",
          "line 4: a calendar is an authority's (column la) or a school's (column school_urn)",
          "line 5: \"26/27\" is not a school year: write it as 2025/26",
          "line 6: \"Sports day\" is no known event: use a term, half term, holiday, INSET, "
            + "closure, or first or last day",
          "line 6: Bury 2026/27: the rows do not say when each term begins and ends",
        ])
  }

  private static let terms = """
    la,school_urn,school_year,event,start,end
    Lancashire,,2026/27,Autumn term,2026-09-01,2026-12-18
    Lancashire,,2026/27,Spring term,2027-01-04,2027-03-25
    Lancashire,,2026/27,Summer term,2027-04-12,2027-07-21

    """

  private func insets(_ desk: Desk, _ authority: Int = 888) throws -> [String] {
    let years = try desk.caseload.calendarYears().filter { $0.owner == .authority(authority) }
    return years.flatMap(\.year.closures).filter { $0.kind == .inset }.map(\.first.iso)
  }

  @Test("INSET days that come by themselves are added to the year that is known, twice for nothing")
  func insetDaysAlone() throws {
    let desk = try Desk()
    try desk.take(.calendars, Self.terms)
    let file =
      "la,school_year,event,start,end\nLancashire,2026/27,INSET day,2026-11-02,2026-11-02\n"
    let report = try desk.take(.calendars, file)
    #expect(report.problems.map(\.description) == [] && report.changed == 1)
    #expect(try insets(desk) == ["2026-11-02"])
    #expect(try desk.caseload.calendarYears().first?.year.terms.count == 3)
    #expect(try desk.take(.calendars, file).unchanged == 1)
  }

  @Test("a school's own INSET days are added to its authority's terms, which may stand in the file")
  func schoolsInsetDays() throws {
    let desk = try Desk()
    try desk.take(.schools, ImportTemplate.csv(for: .schools))
    let file = Self.terms + ",900001,2026/27,INSET day,2026-11-02,2026-11-02\n"
    let report = try desk.take(.calendars, file)
    #expect(report.problems.map(\.description) == [] && report.added == 2)
    #expect(
      report.remarks.map(\.description) == [
        "line 5: school 900001 2026/27: the terms are those of Lancashire as they are known today"
      ])
    let school = try #require(try desk.caseload.school(urn: 900_001))
    let book = try desk.caseload.calendarBook()
    let own = try #require(book.calendar(for: school.id, authority: 888))
    let day = try #require(Day(iso: "2026-11-02"))
    #expect(!own.isOpen(day) && own.isOpen(day.adding(days: 1)))
    #expect(book.authorities[888]?.isOpen(day) == true)
  }

  @Test("INSET days of a year whose terms nobody knows are refused with what to import first")
  func insetDaysOfNoYear() throws {
    #expect(
      try Desk().problems(
        .calendars, "la,school_year,event,start,end\nBury,2026/27,INSET day,2026-11-02,2026-11-02\n"
      )
        == [
          "line 2: Bury 2026/27: these days are closed within terms, and its terms are not known; "
            + "import those first, or give them here too"
        ])
  }

  @Test("terms without INSET days keep those that are known, and others in their place are told")
  func keptInsetDays() throws {
    let desk = try Desk()
    try desk.take(
      .calendars, Self.terms + "Lancashire,,2026/27,INSET day,2026-11-02,2026-11-02\n")
    let plain = try desk.take(.calendars, Self.terms)
    #expect(plain.unchanged == 1)
    #expect(
      plain.remarks.map(\.description) == [
        "line 2: Lancashire 2026/27: it keeps INSET day 2 Nov 2026, known before: the file names no "
          + "such day"
      ])
    #expect(try insets(desk) == ["2026-11-02"])
    let other = try desk.take(
      .calendars, Self.terms + "Lancashire,,2026/27,INSET day,2026-11-03,2026-11-03\n")
    #expect(
      other.remarks.map(\.description) == [
        "line 2: Lancashire 2026/27: it takes away INSET day 2 Nov 2026, which was known before and is "
          + "not in the file"
      ])
    #expect(try insets(desk) == ["2026-11-03"])
  }

  @Test("a bank holidays file that is cut short or empty is refused")
  func brokenFeed() throws {
    let desk = try Desk()
    let cut = try desk.refusal(.calendars, "{\"england-and-wales\":{\"events\":[{\"title\":")
    #expect(
      cut == "calendars.csv: this is not whole JSON (line 1, column 42: the text ends where a "
        + "value must stand); download it again")
    #expect(
      try desk.refusal(.calendars, "{\"england-and-wales\":{\"events\":[]}}")
        == "calendars.csv: no events of england-and-wales; "
        + "download https://www.gov.uk/bank-holidays.json")
    #expect(
      try desk.refusal(.calendars, "{\"england-and-wales\":{\"events\":[{\"title\":\"x\"}]}}")
        == "calendars.csv: event 1 has no date as 2026-12-25; download the file again")
  }
}
