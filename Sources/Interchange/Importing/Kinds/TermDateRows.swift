import AlternativeProvision

/// Whose calendar rows of term dates are, by what a file itself says.
public enum TermDateOwner: Hashable, Sendable {
  /// An authority, by its number.
  case authority(Int)
  /// A school, by its URN.
  case school(Int)

  /// The owner in words, as in "Lancashire" or "school 900001".
  public var name: String {
    switch self {
    case .authority(let number): Codes.authorityName(number)
    case .school(let urn): "school \(urn)"
    }
  }
}

/// The columns of term dates as councils publish them, and what a row of them says: one row an event,
/// several rows a school year. It asks nothing of a caseload.
struct TermDateColumns: Sendable {
  var list = ColumnList()
  /// Where the URN of a school with a calendar of its own stands.
  let school: Column<Int>
  private let authority: Column<Int>
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
      "as_written", also: ["notes", "source_text"], .prose("the words of the source", limit: 2000))
  }

  /// Reads the row on which a reader stands.
  func entry(_ row: inout Row) -> TermDateRow {
    let authority = row.value(authority)
    let urn = row.value(school)
    let label = row.required(schoolYear)
    let title = row.required(event)
    let start = row.value(start)
    let end = row.value(end)
    let owner = urn.map(TermDateOwner.school) ?? authority.map(TermDateOwner.authority)
    if owner == nil, row.isSound {
      row.problem("a calendar is an authority's (column la) or a school's (column school_urn)")
    }
    var entry = TermDateRow(reader: row.reader, owner: owner, problems: row.problems)
    if let owner, let label { entry.year = TermDateRow.YearKey(owner: owner, label: label) }
    if let owner, let label, let title, row.isSound {
      entry.event = TermDateEvent(
        line: row.line, owner: owner.name, schoolYear: label, title: title, start: start, end: end,
        asWritten: row.value(asWritten) ?? "")
    }
    return entry
  }
}

/// A row of term dates with its event, once it is understood, and the year to which it belongs.
struct TermDateRow {
  var reader: CSVReader
  var owner: TermDateOwner?
  var year: YearKey?
  var event: TermDateEvent?
  var problems: [ImportProblem]

  init(reader: CSVReader, owner: TermDateOwner?, problems: [ImportProblem]) {
    self.reader = reader
    self.owner = owner
    self.problems = problems
  }

  /// The year of an owner, as a row labels it.
  struct YearKey: Hashable {
    var owner: TermDateOwner
    var label: String

    /// Whether two labels name the same year of the same owner, as 2025-26 and 2025/26 do.
    func isSame(as other: YearKey) -> Bool {
      owner == other.owner
        && (label == other.label
          || SchoolYear.startYear(of: label) == SchoolYear.startYear(of: other.label))
    }
  }
}

/// All the rows of a file of term dates, and the years that they make.
///
/// A year is taken whole or not at all, for half of its closures would make wrong deadlines; so one bad
/// row holds back the other rows of its year.
struct TermDateRows {
  private(set) var rows: [TermDateRow]
  /// The years that the rows make, those of authorities first: a school's INSET days may add to one.
  let years: [PublishedYear]
  private let owners: [String: TermDateOwner]

  init(_ rows: [TermDateRow]) {
    self.rows = rows
    let dates = SchoolYear.read(rows.compactMap(\.event))
    var owners: [String: TermDateOwner] = [:]
    for case let owner? in rows.map(\.owner) { owners[owner.name] = owner }
    self.owners = owners
    func isAuthority(_ year: PublishedYear) -> Bool {
      if case .authority? = owners[year.owner] { return true }
      return false
    }
    years = dates.years.filter(isAuthority) + dates.years.filter { !isAuthority($0) }
    for problem in dates.problems { refuse(problem.description, line: problem.line) }
  }

  /// Whose year it is.
  func owner(of year: PublishedYear) -> TermDateOwner? { owners[year.owner] }

  /// Notes what is wrong with the row of a line.
  mutating func refuse(_ expected: String, line: Int) {
    guard let place = rows.firstIndex(where: { $0.reader.line == line }) else { return }
    rows[place].problems.append(ImportProblem(line: line, expected: expected))
  }

  /// The years one of whose rows is wrong.
  var badYears: Set<TermDateRow.YearKey> {
    Set(rows.filter { !$0.problems.isEmpty }.compactMap(\.year))
  }

  /// The years of which nothing is wrong.
  var soundYears: [PublishedYear] {
    let bad = badYears
    return years.filter { year in
      guard let owner = owner(of: year) else { return false }
      let key = TermDateRow.YearKey(owner: owner, label: year.year.label)
      return !bad.contains { $0.isSame(as: key) }
    }
  }
}
