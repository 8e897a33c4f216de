import AlternativeProvision
import CaseStore

/// Puts the years of a file of term dates into a caseload.
struct CalendarFile: Sendable {
  private let columns = TermDateColumns()
  var list: ColumnList { columns.list }

  /// Further rows that, with the example row, make a whole year.
  static let furtherExamples = [
    ("Autumn half term", "2026-10-26", "2026-10-30"), ("Spring term", "2027-01-04", "2027-03-25"),
    ("Spring half term", "2027-02-15", "2027-02-19"), ("Summer term", "2027-04-12", "2027-07-21"),
    ("Summer half term", "2027-05-31", "2027-06-04"),
  ]

  func read(
    into run: inout ImportRun, _ known: OnFile, through door: inout Door
  ) throws {
    var row = try run.rows(of: list.columns)
    var entries: [TermDateRow] = []
    var owners: [TermDateOwner: CalendarOwner] = [:]
    while row.next() {
      run.report.rows += 1
      var entry = columns.entry(&row)
      if let owner = entry.owner, owners[owner] == nil {
        owners[owner] = try self.owner(owner, in: &row, known)
        // A school that is not on file has a problem in each of its rows.
        if owners[owner] == nil { (entry.problems, entry.event) = (row.problems, nil) }
      }
      entries.append(entry)
    }
    try run.refuseIfEmpty()
    var file = TermDateRows(entries)
    let authorities = try owners.compactMapValues { try known.authority(of: $0) }
    var merge = CalendarMerge(try known.caseload.calendarYears())
    for year in file.years where year.addsClosuresOnly {
      guard let owner = file.owner(of: year), let kept = owners[owner] else { continue }
      let isInFile = file.years.contains { other in
        !other.addsClosuresOnly && other.year.startYear == year.year.startYear
          && (other.owner == year.owner
            || authorities[owner].map { file.owner(of: other) == .authority($0) } == true)
      }
      guard !isInFile, !merge.knows(year.year, of: kept, in: authorities[owner]) else { continue }
      file.refuse(
        "\(year.owner) \(year.year.label): these days are closed within terms, and its "
          + "terms are not known; import those first, or give them here too", line: year.line)
    }
    for published in file.soundYears {
      guard let owner = file.owner(of: published), let kept = owners[owner] else { continue }
      let (year, remark) = merge.merged(published, of: kept, in: authorities[owner])
      if let remark {
        run.report.remarks.append(
          ImportProblem(
            line: published.line, expected: "\(published.owner) \(year.label): \(remark)"))
      }
      run.count(try door.put(year, of: kept).outcome)
      try remarkOpenings(of: published, known, &run)
      remarkTerms(of: year, published, &run)
      try InsetRemarks(of: year, published, bankHolidays: known.caseload.bankHolidays())
        .add(for: file.rows, to: &run.report)
      if published.hasHolidaysOnly, !published.addsClosuresOnly {
        remarkHolidays(of: published, &run)
      }
    }
    refuse(file, &run)
  }

  /// The owner as the caseload knows it; nil, with a problem, for a school that is not on file.
  private func owner(
    _ owner: TermDateOwner, in row: inout Row, _ known: OnFile
  ) throws(StoreError) -> CalendarOwner? {
    switch owner {
    case .authority(let number): .authority(number)
    case .school(let urn):
      try known.schoolID(urn: urn, column: columns.school, in: &row).map { .school($0) }
    }
  }

  private func refuse(_ file: TermDateRows, _ run: inout ImportRun) {
    let bad = file.badYears
    for entry in file.rows {
      if !entry.problems.isEmpty {
        run.refuse(entry.reader, entry.problems)
      } else if let year = entry.year, bad.contains(where: { $0.isSame(as: year) }) {
        run.holdBack(
          entry.reader, "another row of \(year.owner.name) \(year.label) is wrong; mend that one")
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

  /// A year of which terms are missing ends, for every clock, with those that there are; and no term begins
  /// or ends at a weekend.
  private func remarkTerms(
    of year: SchoolYear, _ published: PublishedYear, _ run: inout ImportRun
  ) {
    func remark(_ words: String) {
      run.report.remarks.append(
        ImportProblem(
          line: published.line, expected: "\(published.owner) \(year.label): \(words)"))
    }
    guard let last = year.terms.last?.last, let start = year.startYear else { return }
    if let may = Day(year: start + 1, month: 5, day: 1), last < may {
      remark(
        "its last term ends on \(last.medium), so no school day after it can be counted until the rest "
          + "of the year is imported")
    }
    for day in year.terms.flatMap({ [$0.first, $0.last] }) where day.weekday.isWeekend {
      remark(
        "a term begins or ends on \(day.medium), a \(day.weekday.name); see whether that is right")
    }
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
