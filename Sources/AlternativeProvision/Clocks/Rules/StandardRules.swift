/// The rows of the standard rule book, gathered from one table a subject.
///
/// Where a date of force or a number was not read in the provision itself, the row's remark or the
/// domain handbook says so; correcting it is changing a row.
enum StandardRules {
  static let all: [ClockRule] =
    sixthDay + governors + review + section19 + placements + direction + attendance + fairAccess

  /// A day of force.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    Day(year: year, month: month, day: day)
  }

  /// The schools whose exclusions the regulations govern: SI 2012/1033 reg 1(2). Among the others may
  /// be a maintained nursery school; independent schools and colleges are left out.
  static let excluding: [SchoolKind] = [
    .maintained, .special, .pupilReferralUnit, .academy, .alternativeProvisionAcademy, .other,
  ]
  /// The exclusion regulations came into force.
  static let regulations2012 = day(2012, 9, 1)
  /// The amendments that let meetings be held remotely and exclusions be cancelled.
  static let amended2023 = day(2023, 9, 1)
  /// The guidance and regulations of 2026.
  static let guidance2026 = day(2026, 7, 26)
}

extension Day {
  /// The day before, for the end of a row that another follows.
  var eve: Day { adding(days: -1) }
}
