import AlternativeProvision
import CaseStore

/// Term dates as councils publish them: one row an event, several rows a school year.
///
/// A year is imported whole or not at all, for half of its closures would make wrong deadlines; so
/// one bad row holds back the other rows of its year.
struct CalendarFile: Sendable {
  var list = ColumnList()
  private let authority: Column<Int>
  private let school: Column<Int>
  private let schoolYear: Column<String>
  private let event: Column<String>
  private let start: Column<Day>
  private let end: Column<Day>
  private let asWritten: Column<String>

  init() {
    authority = list.optional(
      "la", also: ["la_code", "LA (code)", "authority", "local_authority", "la_name"],
      .authority("whose calendar it is, unless a school's own"), example: "Lancashire")
    school = list.optional(
      "school_urn", also: ["urn"],
      .number(digits: 6, "the URN of the school whose own calendar it is"))
    schoolYear = list.required(
      "school_year", also: ["year", "academic_year", "time_period"],
      .text("the school year, as 2025/26", limit: 20), example: "2026/27")
    event = list.required(
      "event", also: ["name", "title", "description", "term"],
      .text("a term, half term, holiday, INSET day, closure, or first or last day", limit: 100),
      example: "Autumn term")
    start = list.optional(
      "start", also: ["start_date", "first_day", "from", "starts"], .day("its first day"),
      example: "2026-09-01")
    end = list.optional(
      "end", also: ["end_date", "last_day", "to", "ends"], .day("its last day"),
      example: "2026-12-18")
    asWritten = list.optional(
      "as_written", also: ["notes", "source_text"], .text("the words of the source", limit: 2000))
  }

  /// Further rows that, with the example row, make a whole year.
  static let furtherExamples = [
    ("Autumn half term", "2026-10-26", "2026-10-30"), ("Spring term", "2027-01-04", "2027-03-25"),
    ("Spring half term", "2027-02-15", "2027-02-19"), ("Summer term", "2027-04-12", "2027-07-21"),
    ("Summer half term", "2027-05-31", "2027-06-04"),
  ]

  /// A row with its event, once it is understood, and the year to which it belongs.
  private struct Entry {
    var reader: CSVReader
    var year: YearKey?
    var event: TermDateEvent?
    var problems: [ImportProblem]
  }

  private struct YearKey: Hashable {
    var owner: String
    var label: String
  }

  func read(
    into run: inout ImportRun, _ known: OnFile, through door: inout Door
  ) throws {
    var row = try run.rows(of: list.columns)
    var entries: [Entry] = []
    var owners: [String: CalendarOwner] = [:]
    while row.next() {
      run.report.rows += 1
      entries.append(try entry(&row, &owners, known))
    }
    try run.refuseIfEmpty()
    let dates = SchoolYear.read(entries.compactMap(\.event))
    for problem in dates.problems {
      let place = entries.firstIndex { $0.reader.line == problem.line }
      if let place {
        entries[place].problems.append(
          ImportProblem(line: problem.line, expected: problem.description))
      }
    }
    // Authorities' years first: a school's INSET days may add to one that stands in the same file.
    let published =
      dates.years.filter { owners[$0.owner].map(CalendarFile.isAuthority) == true }
      + dates.years.filter { owners[$0.owner].map(CalendarFile.isAuthority) != true }
    var merge = CalendarMerge(try known.caseload.calendarYears())
    for year in published where year.addsClosuresOnly {
      guard let owner = owners[year.owner] else { continue }
      let authority = try known.authority(of: owner)
      let isInFile = dates.years.contains { other in
        !other.addsClosuresOnly && other.year.startYear == year.year.startYear
          && (other.owner == year.owner
            || owners[other.owner].map { $0 == authority.map(CalendarOwner.authority) } == true)
      }
      guard !isInFile, !merge.knows(year.year, of: owner, in: authority),
        let place = entries.firstIndex(where: { $0.reader.line == year.line })
      else { continue }
      entries[place].problems.append(
        ImportProblem(
          line: year.line,
          expected: "\(year.owner) \(year.year.label): these days are closed within terms, and its "
            + "terms are not known; import those first, or give them here too"))
    }
    let bad = Set(entries.filter { !$0.problems.isEmpty }.compactMap(\.year))
    for published in published {
      let key = YearKey(owner: published.owner, label: published.year.label)
      guard let owner = owners[published.owner],
        !bad.contains(where: { CalendarFile.isSame($0, key) })
      else { continue }
      let (year, remark) = merge.merged(published, of: owner, in: try known.authority(of: owner))
      if let remark {
        run.report.remarks.append(
          ImportProblem(
            line: published.line, expected: "\(published.owner) \(year.label): \(remark)"))
      }
      run.count(try door.put(year, of: owner).outcome)
      try remarkOpenings(of: published, known, &run)
      if published.hasHolidaysOnly, !published.addsClosuresOnly {
        remarkHolidays(of: published, &run)
      }
    }
    refuse(entries, bad, &run)
  }

  private func entry(
    _ row: inout Row, _ owners: inout [String: CalendarOwner], _ known: OnFile
  ) throws(StoreError) -> Entry {
    let authority = row.value(authority)
    let urn = row.value(school)
    let label = row.required(schoolYear)
    let title = row.required(event)
    let start = row.value(start)
    let end = row.value(end)
    var owner: String?
    if let urn {
      if let found = try known.schoolID(urn: urn, column: school, in: &row) {
        owner = "school \(urn)"
        owners["school \(urn)"] = .school(found)
      }
    } else if let authority {
      owner = Codes.authorityName(authority)
      owners[owner ?? ""] = .authority(authority)
    } else if row.isSound {
      row.problem("a calendar is an authority's (column la) or a school's (column school_urn)")
    }
    var entry = Entry(reader: row.reader, problems: row.problems)
    if let owner, let label { entry.year = YearKey(owner: owner, label: label) }
    if let owner, let label, let title, row.isSound {
      entry.event = TermDateEvent(
        line: row.line, owner: owner, schoolYear: label, title: title, start: start, end: end,
        asWritten: row.value(asWritten) ?? "")
    }
    return entry
  }

  private static func isAuthority(_ owner: CalendarOwner) -> Bool {
    if case .authority = owner { return true }
    return false
  }

  /// Whether two labels name the same year of the same owner, as 2025-26 and 2025/26 do.
  private static func isSame(_ left: YearKey, _ right: YearKey) -> Bool {
    left.owner == right.owner
      && (left.label == right.label
        || SchoolYear.startYear(of: left.label) == SchoolYear.startYear(of: right.label))
  }

  private func refuse(_ entries: [Entry], _ bad: Set<YearKey>, _ run: inout ImportRun) {
    for entry in entries {
      if !entry.problems.isEmpty {
        run.refuse(entry.reader, entry.problems)
      } else if let year = entry.year, bad.contains(where: { CalendarFile.isSame($0, year) }) {
        run.holdBack(
          entry.reader, "another row of \(year.owner) \(year.label) is wrong; mend that one")
      }
    }
  }

  /// A year of which only holidays are known is taken for what it is, and said to be no more.
  private func remarkHolidays(of published: PublishedYear, _ run: inout ImportRun) {
    run.report.remarks.append(
      ImportProblem(
        line: published.line,
        expected: "\(published.owner) \(published.year.label) has holidays but no terms: no school "
          + "day of it can be counted until its terms are imported too"))
  }

  /// A source that states its total of openings is taken at its word: a difference is told.
  private func remarkOpenings(
    of published: PublishedYear, _ known: OnFile, _ run: inout ImportRun
  ) throws(StoreError) {
    guard let stated = published.statedOpenings else { return }
    let calendar = SchoolCalendar(
      name: published.owner, years: [published.year],
      bankHolidays: try known.caseload.bankHolidays())
    let counted = calendar.openings(inYear: published.year.label)
    guard counted != stated else { return }
    run.report.remarks.append(
      ImportProblem(
        line: published.line,
        expected: "\(published.owner) \(published.year.label) has \(counted) openings by these "
          + "dates, the source says \(stated)"))
  }
}
