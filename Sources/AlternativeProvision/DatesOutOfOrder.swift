/// Two dates of one record of which the later thing is dated first.
public struct DatesOutOfOrder: Error, Hashable, Sendable, CustomStringConvertible {
  /// What must come first, as in "the hearing".
  public let earlier: String
  /// Its date.
  public let earlierDay: Day
  /// What must not come before it.
  public let later: String
  /// Its date, which is before the other.
  public let laterDay: Day

  /// What is wrong, and what would be right.
  public var description: String {
    "\(later) is dated \(laterDay.medium), before \(earlier) on \(earlierDay.medium); one of the two "
      + "dates must be changed"
  }

  /// The problem with two dates, if both are known and the second is before the first.
  init?(_ earlier: String, _ earlierDay: Day?, _ later: String, _ laterDay: Day?) {
    guard let earlierDay, let laterDay, laterDay < earlierDay else { return nil }
    self.earlier = earlier
    self.earlierDay = earlierDay
    self.later = later
    self.laterDay = laterDay
  }
}
