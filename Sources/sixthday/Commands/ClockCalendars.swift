import AlternativeProvision
import CaseStore
import Interchange

/// The calendars of term dates and bank holidays in files, read just as an import reads them, or those
/// of a caseload that is named.
struct ClockCalendars {
  private let book: CalendarBook
  private let terms: String?
  private var problem: String?

  /// Reads what is named.
  ///
  /// - Parameters:
  ///   - terms: A file of term dates, or nil.
  ///   - bankHolidays: A file of bank holidays, or nil.
  ///   - caseload: The caseload whose calendars serve where no term dates are given, or nil.
  /// - Throws: `Failure` for the first problem in a file, or what an import or the store throws.
  init(
    terms: String?, bankHolidays: String?, caseload: String?, _ surroundings: Surroundings
  ) throws {
    let files = [bankHolidays, terms].compactMap { $0 }
    if terms == nil, bankHolidays == nil, let caseload {
      self.terms = caseload
      book = try Caseload.open(caseload, access: .readOnly).calendarBook()
      return
    }
    self.terms = terms
    guard !files.isEmpty else {
      book = CalendarBook()
      return
    }
    let temporary = try TemporaryCaseload(surroundings)
    var options = ImportOptions(
      author: surroundings.author, time: Instant(seconds: surroundings.startedAt),
      today: surroundings.today)
    // What cannot be read of another authority's dates does not stand in the way of this one's.
    options.skipBadRows = true
    options.refusedPath = temporary.folder + "/refused.csv"
    var firstProblem: String?
    for file in files {
      let report = try Importer.run(
        .calendars, file: file, into: temporary.caseload, options: options)
      if let problem = report.problems.first {
        firstProblem = firstProblem ?? "\(file): \(problem)"
      }
    }
    problem = firstProblem
    book = try temporary.caseload.calendarBook()
  }

  /// The bank holidays of the file, or those of statute.
  var bankHolidays: BankHolidays { book.bankHolidays }

  /// The calendar of an authority, by name or number, or the only one there is.
  ///
  /// - Throws: `Failure` where the file has none of that name, or several and none was named.
  func calendar(of authority: String?) throws -> SchoolCalendar? {
    guard let terms else { return nil }
    let names = book.authorities.keys.sorted().map { (number: $0, name: Codes.authorityName($0)) }
    let list = names.map(\.name).joined(separator: ", ")
    if let authority {
      let found = names.first {
        $0.name.lowercased() == authority.lowercased() || String($0.number) == authority
      }
      guard let found else {
        throw Failure.refusal(
          "\(terms) has no term dates of '\(authority)': it has those of \(list)"
            + (problem.map { " (and \($0))" } ?? ""))
      }
      return book.authorities[found.number]
    }
    let all = Array(book.authorities.values) + Array(book.schools.values)
    guard all.count == 1 else {
      throw Failure.refusal(
        all.isEmpty
          ? problem ?? "\(terms) has no term dates"
          : "\(terms) has the term dates of \(list): say whose with --authority NAME")
    }
    return all.first
  }
}
