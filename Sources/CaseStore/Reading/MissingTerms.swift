import AlternativeProvision

extension Caseload {
  /// Why a sixth school day from a day on cannot be counted at a school, as in "no term dates of Bury after
  /// 22 Jul 2025"; nil where it can.
  ///
  /// - Throws: `StoreError` when the caseload cannot be read.
  public func termsMissing(
    at school: Identifier<School>, from day: Day
  ) throws(StoreError) -> String? {
    let facts = try self.school(school)
    let calendar = try calendar(for: school, authority: facts?.authority)
    guard let calendar, let first = calendar.knownFrom else {
      let names = [facts?.name, (facts?.authority).map(Codes.authorityName)].compactMap { $0 }
      return "no term dates of \(names.joined(separator: ", or of "))"
    }
    switch calendar.schoolDay(6, from: day) {
    case .on: return nil
    case .beyondCalendar(let through?, _):
      return "no term dates of \(calendar.name) after \(through.medium)"
    case .beyondCalendar(nil, _):
      return "no term dates of \(calendar.name) before \(first.medium)"
    }
  }
}
