/// Every calendar of a caseload: a school's own where it has one, else its authority's.
public struct CalendarBook: Sendable {
  /// The calendars of authorities, by three-digit number.
  public var authorities: [Int: SchoolCalendar]
  /// The calendars of schools that have their own.
  public var schools: [Identifier<School>: SchoolCalendar]
  /// The bank holidays by which working days are counted.
  public var bankHolidays: BankHolidays

  /// The calendars of authorities and schools; without bank holidays, those of statute.
  public init(
    authorities: [Int: SchoolCalendar] = [:],
    schools: [Identifier<School>: SchoolCalendar] = [:],
    bankHolidays: BankHolidays = .statutory
  ) {
    self.authorities = authorities
    self.schools = schools
    self.bankHolidays = bankHolidays
  }

  /// The calendar by which to count: the school's own, else the authority's, else none.
  public func calendar(
    for school: Identifier<School>?, authority: Int?
  ) -> SchoolCalendar? {
    if let school, let own = schools[school] { return own }
    return authority.flatMap { authorities[$0] }
  }
}
