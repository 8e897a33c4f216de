import AlternativeProvision

/// Reads calendars one by one as they are wanted, and keeps them: a case needs two of the thousands
/// that a large caseload has.
///
/// A shelf is made for one pass: it does not see what changes after.
final class CalendarShelf {
  /// The calendars fetched so far.
  private(set) var book: CalendarBook
  private let caseload: Caseload
  private var asked: Set<CalendarOwner> = []

  init(_ caseload: Caseload) throws(StoreError) {
    self.caseload = caseload
    book = CalendarBook(bankHolidays: try caseload.bankHolidays())
  }

  /// Sees to it that the book holds the calendar by which a school counts: its own, else that of the
  /// authority.
  func fetch(school: Identifier<School>?, authority: Int?) throws(StoreError) {
    if let school {
      try fetch(.school(school))
      if book.schools[school] != nil { return }
    }
    if let authority { try fetch(.authority(authority)) }
  }

  /// Sees to it that the book holds an owner's calendar, if there is one.
  func fetch(_ owner: CalendarOwner) throws(StoreError) {
    guard asked.insert(owner).inserted else { return }
    let years = try caseload.calendarYears(of: owner)
    guard !years.isEmpty else { return }
    book.put(
      try caseload.calendar(of: owner, years: years, book.bankHolidays), of: owner)
  }
}
