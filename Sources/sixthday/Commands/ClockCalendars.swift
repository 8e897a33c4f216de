import AlternativeProvision
import CaseStore
import Interchange

/// The calendars of term dates and bank holidays in files, read without any caseload, or those of a
/// caseload that is named.
struct ClockCalendars {
  /// The bank holidays of the file, of the caseload, or those of statute.
  let bankHolidays: BankHolidays
  /// The measures that the team of the caseload set itself, or the usual ones.
  let targets: LocalTargets
  private let source: Source

  private enum Source {
    case none
    case file(String, PublishedCalendars)
    case caseload(String, Caseload, CalendarBook)
  }

  /// Reads what is named.
  ///
  /// - Parameters:
  ///   - terms: A file of term dates, or nil.
  ///   - holidays: A file of bank holidays, or nil.
  ///   - caseload: The caseload whose calendars serve where no term dates are given, or nil.
  /// - Throws: What reading a file, or opening the caseload, throws.
  init(terms: String?, bankHolidays holidays: String?, caseload: String?) throws {
    let published = try holidays.map(BankHolidays.published)
    let opened = try caseload.map { try Caseload.opened($0, access: .readOnly) }
    targets = try opened?.localTargets() ?? .usual
    if let terms {
      bankHolidays = published ?? .statutory
      source = .file(terms, try PublishedCalendars(file: terms, bankHolidays: bankHolidays))
    } else if let caseload, let opened {
      let book = try opened.calendarBook()
      bankHolidays = published ?? book.bankHolidays
      source = .caseload(caseload, opened, book)
    } else {
      bankHolidays = published ?? .statutory
      source = .none
    }
  }

  /// A school's number in the place of an authority's is told as what it is.
  private func check(_ authority: String?) throws {
    if let authority, authority.count == 6, Int(authority) != nil {
      throw Failure.usage(
        "--authority takes an authority's name or three-digit number: '\(authority)' looks like a "
          + "school's URN; --urn \(authority)", about: .clock)
    }
  }

  /// The calendar of an authority, by name or number, or of a school, by its URN, or the only one there
  /// is; nil where none was given, or the clock counts no school days.
  ///
  /// - Throws: `Failure` where there is none of that name, or several and none was named.
  func calendar(
    for kind: ClockKind, of authority: String?, urn: Int?
  ) throws -> SchoolCalendar? {
    guard ClockOptions.countingSchoolDays.contains(kind) else { return nil }
    try check(authority)
    return switch source {
    case .none: nil
    case .file(let path, let file): try calendar(in: file, path, authority, urn)
    case .caseload(let path, let caseload, let book):
      try calendar(in: caseload, book, path, authority, urn)
        .map { SchoolCalendar(name: $0.name, years: $0.years, bankHolidays: bankHolidays) }
    }
  }

  private func calendar(
    in file: PublishedCalendars, _ path: String, _ authority: String?, _ urn: Int?
  ) throws -> SchoolCalendar {
    func refusal(_ words: String, about owner: TermDateOwner?) -> Failure {
      let problem = file.problems(of: owner).first
      return .refusal("\(path) \(words)" + (problem.map { " (\($0))" } ?? ""))
    }
    let list = Self.list(file.owners.map(\.name))
    let number = authority.flatMap(PublishedCalendars.authority)
    if let authority, number.map({ file.owners.contains(.authority($0)) }) != true {
      throw refusal(
        "has no term dates of '\(authority)': it has those of \(list)",
        about: number.map(TermDateOwner.authority))
    }
    let owner: TermDateOwner
    if let named = urn.map(TermDateOwner.school) ?? number.map(TermDateOwner.authority) {
      owner = named
    } else if file.owners.count == 1, let only = file.owners.first {
      owner = only
    } else if file.owners.isEmpty {
      throw refusal("has no term dates that can be used", about: nil)
    } else {
      let hasSchool = file.owners.contains { if case .school = $0 { true } else { false } }
      throw refusal(
        "has the term dates of \(list): say whose with \(Self.choosing(hasSchool))", about: nil)
    }
    guard file.owners.contains(owner) else {
      throw refusal("has no term dates of \(owner.name): it has those of \(list)", about: owner)
    }
    guard let calendar = file.calendar(of: owner, inTermsOf: number) else {
      throw refusal(
        "gives of \(owner.name) only days closed within terms: "
          + "say within whose terms with --authority NAME, which the file must hold too",
        about: owner)
    }
    for problem in file.problems(of: owner) {
      StandardOutput.complain("\(path): \(problem): that school year is left out")
    }
    return calendar
  }

  private func calendar(
    in caseload: Caseload, _ book: CalendarBook, _ path: String, _ authority: String?, _ urn: Int?
  ) throws -> SchoolCalendar? {
    let all = Array(book.authorities.values) + Array(book.schools.values)
    let list = Self.list(all.map(\.name).sorted())
    if let urn {
      guard let school = try caseload.school(urn: urn) else {
        throw Failure.refusal("no school has the URN \(urn) in \(path)")
      }
      let number = authority.flatMap(PublishedCalendars.authority) ?? school.value.authority
      guard let found = book.calendar(for: school.id, authority: number) else {
        throw Failure.refusal(
          "\(path) has no term dates of \(school.value.name) or its authority: it has those of \(list)"
        )
      }
      return found
    }
    if let authority {
      guard
        let found = PublishedCalendars.authority(named: authority).flatMap({ book.authorities[$0] })
      else {
        throw Failure.refusal(
          "\(path) has no term dates of '\(authority)': it has those of \(list)")
      }
      return found
    }
    guard all.count <= 1 else {
      throw Failure.refusal(
        "\(path) has the term dates of \(list): say whose with "
          + Self.choosing(!book.schools.isEmpty))
    }
    return all.first
  }

  /// How one of several is chosen.
  private static func choosing(_ hasSchool: Bool) -> String {
    hasSchool ? "--authority NAME or --urn URN" : "--authority NAME"
  }

  /// The names, or the first of many.
  private static func list(_ names: [String]) -> String {
    let most = 12
    guard names.count > most else {
      return names.isEmpty ? "nobody" : names.joined(separator: ", ")
    }
    return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
  }
}
