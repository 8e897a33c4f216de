/// The days between which a child is of compulsory school age, as a rule with its numbers as data.
///
/// EA 1996 s.8 and the orders under it: from the prescribed day on or after the fifth birthday, to the
/// school leaving date of the school year in which the child turns sixteen. The prescribed days and
/// the leaving date are general knowledge here, not checked against the orders.
public struct CompulsoryAge: Sendable {
  /// The age at which it begins, in years.
  public let startsAt: Int
  /// The age at which it may end, in years.
  public let endsAt: Int
  /// The days of the year on which it can begin, as month and day, in order.
  public let prescribedDays: [(month: Int, day: Int)]
  /// The month on whose last day of `leavingWeekday` it ends.
  public let leavingMonth: Int
  /// The day of the week on which it ends.
  public let leavingWeekday: Weekday
  /// The month with which a school year begins, for the purpose of leaving.
  public let schoolYearMonth: Int
  /// How far these numbers may be trusted.
  public let certainty: Certainty

  /// The rule in England.
  public static let england = CompulsoryAge(
    startsAt: 5, endsAt: 16, prescribedDays: [(3, 31), (8, 31), (12, 31)], leavingMonth: 6,
    leavingWeekday: .friday, schoolYearMonth: 9, certainty: .generalKnowledge)

  /// The first and last day of compulsory school age of a child born on that day.
  public func window(bornOn birth: Day) -> ClosedRange<Day> {
    let first = firstDay(bornOn: birth)
    return first...max(first, lastDay(bornOn: birth))
  }

  private func firstDay(bornOn birth: Day) -> Day {
    let birthday = birth.birthday(startsAt)
    let year = birthday.year
    let candidates = (year...year + 1).flatMap { year in
      prescribedDays.compactMap { Day(year: year, month: $0.month, day: $0.day) }
    }
    return candidates.first { $0 >= birthday } ?? birthday
  }

  private func lastDay(bornOn birth: Day) -> Day {
    let birthday = birth.birthday(endsAt)
    let year = birthday.month >= schoolYearMonth ? birthday.year + 1 : birthday.year
    return leavingDate(in: year) ?? birthday
  }

  /// The school leaving date of a calendar year.
  public func leavingDate(in year: Int) -> Day? {
    guard
      let last = Day(
        year: year, month: leavingMonth, day: Day.length(ofMonth: leavingMonth, year: year))
    else { return nil }
    let back = (last.weekday.rawValue - leavingWeekday.rawValue + 7) % 7
    return last.adding(days: -back)
  }
}

extension Day {
  /// The birthday at that age of someone born on this day; one born on 29 February has it on 1 March
  /// of a common year.
  func birthday(_ age: Int) -> Day {
    let (year, month, day) = components
    return Day(year: year + age, month: month, day: day)
      ?? Day(year: year + age, month: 3, day: 1) ?? self
  }
}
