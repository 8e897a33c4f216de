import AlternativeProvision

/// The calendars that a file of term dates makes by itself, for a question that no caseload stands
/// behind: read by the same rows as an import, and kept nowhere.
public struct PublishedCalendars {
  /// Those of whom the file gives anything that can be used: authorities first, then schools.
  public let owners: [TermDateOwner]
  private let years: [TermDateOwner: [PublishedYear]]
  private let rows: [TermDateRow]
  private let bankHolidays: BankHolidays

  /// Reads a file.
  ///
  /// - Parameter bankHolidays: Those on which the schools are closed too.
  /// - Throws: `SourceProblem` where it cannot be read, or `ImportRefusal` where it is no file of term
  ///   dates.
  public init(file path: String, bankHolidays: BankHolidays) throws {
    let text = try ImportSource(.calendars, file: path).text
    if BankHolidayFile.looksLikeOne(text) {
      throw ImportRefusal(
        "\(harmless(path)): this is the bank holidays file; give it with --bank-holidays")
    }
    let columns = TermDateColumns()
    var row = try Row(firstOf: text, columns: columns.list.columns, of: .calendars, file: path)
    var found: [TermDateRow] = []
    while row.next() { found.append(columns.entry(&row)) }
    if found.isEmpty { throw ImportRefusal.withoutRows(.calendars, file: path) }
    let file = TermDateRows(found)
    rows = file.rows
    var owners: [TermDateOwner] = []
    var years: [TermDateOwner: [PublishedYear]] = [:]
    for year in file.soundYears {
      guard let owner = file.owner(of: year) else { continue }
      if years[owner] == nil { owners.append(owner) }
      years[owner, default: []].append(year)
    }
    self.owners = owners
    self.years = years
    self.bankHolidays = bankHolidays
  }

  /// What is wrong with the rows of an owner, or with any row where none is named.
  public func problems(of owner: TermDateOwner?) -> [ImportProblem] {
    rows.filter { owner == nil || $0.owner == nil || $0.owner == owner }.flatMap(\.problems)
  }

  /// The calendar of an owner; nil where the file gives only days closed within terms, and no terms.
  ///
  /// - Parameter authority: Whose terms hold where a school gives only its INSET days and closures.
  public func calendar(of owner: TermDateOwner, inTermsOf authority: Int?) -> SchoolCalendar? {
    var found: [SchoolYear] = []
    for published in years[owner] ?? [] {
      guard published.addsClosuresOnly else {
        found.append(published.year)
        continue
      }
      let base = authority.flatMap { years[.authority($0)] }?
        .first { !$0.addsClosuresOnly && $0.year.startYear == published.year.startYear }
      guard let base else { continue }
      found.append(CalendarMerge.adding(published.year.closures, to: base.year))
    }
    guard !found.isEmpty else { return nil }
    return SchoolCalendar(name: owner.name, years: found, bankHolidays: bankHolidays)
  }

  /// The number of the authority of that name, or number.
  public static func authority(named text: String) -> Int? {
    try? ValueReader<Int>.authority("an authority").read(text)
  }
}
