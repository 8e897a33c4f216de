import AlternativeProvision

/// Counts the school days between two days at one school after another, as a screen full of children
/// asks for them: from what is kept of calendars, so that none need be built.
///
/// It remembers what it read, and is thrown away when the caseload changes.
public final class SchoolDayCounter {
  private let caseload: Caseload
  private let isCurrent: Bool
  private var owners: [Identifier<School>: Int64?] = [:]
  private var stretches: [Int64: [CalendarStretch]] = [:]

  /// A counter of a caseload as it stands.
  public init(_ caseload: Caseload) {
    self.caseload = caseload
    isCurrent = (try? DerivedEdition.isCurrent(in: caseload.connection)) ?? false
  }

  /// How many school days a school has from one day through another, by its own calendar, else by its
  /// authority's; nil where none is known, or it ends before.
  ///
  /// - Throws: `StoreError` when the caseload cannot be read.
  public func count(
    from first: Day, through last: Day, at school: Identifier<School>
  ) throws(StoreError) -> Int? {
    guard first <= last else { return nil }
    guard isCurrent else { return try slowly(from: first, through: last, at: school) }
    guard let owner = try owner(of: school), let known = stretches[owner],
      let end = known.last?.last, last.number <= end
    else { return nil }
    return known.reduce(0) { $0 + $1.openDays(from: first.number, through: last.number) }
  }

  /// By the calendar itself, where what is kept of it was worked out by another edition.
  private func slowly(
    from first: Day, through last: Day, at school: Identifier<School>
  ) throws(StoreError) -> Int? {
    let authority = try caseload.school(school)?.authority
    guard let calendar = try caseload.calendar(for: school, authority: authority),
      let end = calendar.knownThrough, last <= end
    else { return nil }
    return calendar.openDays(from: first, through: last)
  }

  private func owner(of school: Identifier<School>) throws(StoreError) -> Int64? {
    if let known = owners[school] { return known }
    var found: Int64?
    if try read(school.number) {
      found = school.number
    } else if let authority = try caseload.school(school)?.authority, try read(-Int64(authority)) {
      found = -Int64(authority)
    }
    owners[school] = .some(found)
    return found
  }

  /// Reads an owner's stretches once; false where there are none.
  private func read(_ owner: Int64) throws(StoreError) -> Bool {
    if let known = stretches[owner] { return !known.isEmpty }
    let found = try CalendarStretches(caseload.connection).stretches(of: owner)
    stretches[owner] = found
    return !found.isEmpty
  }
}
