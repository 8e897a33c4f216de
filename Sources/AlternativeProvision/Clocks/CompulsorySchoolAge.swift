/// The days between which a child must be educated, outside which no sixth-day duty is owed.
///
/// EA 1996 s.8 and the School Leaving Date Order 1997: from the prescribed day (31 March, 31 August,
/// 31 December) on or after the fifth birthday, to the last Friday in June of the school year in which
/// the child turns sixteen.
public struct CompulsorySchoolAge: Sendable, Hashable {
  /// The first day of compulsory school age.
  public let first: Day
  /// The last day of compulsory school age.
  public let last: Day

  /// The compulsory school age of a child born on that day.
  public init(bornOn birth: Day) {
    let fifth = birth.adding(months: 60)
    let (year, month, dayOfMonth) = fifth.components
    let prescribed: Day?
    if month < 4 {
      prescribed = Day(year: year, month: 4, day: 1)
    } else if month < 9 {
      prescribed = Day(year: year, month: 9, day: 1)
    } else {
      prescribed = Day(year: year + 1, month: 1, day: 1)
    }
    // A fifth birthday on a prescribed day itself counts from that day.
    let isPrescribed =
      (month, dayOfMonth) == (3, 31) || (month, dayOfMonth) == (8, 31)
      || (month, dayOfMonth) == (12, 31)
    first = isPrescribed ? fifth : prescribed ?? fifth
    let sixteenth = birth.adding(months: 192).components
    let leavingYear = sixteenth.month >= 9 ? sixteenth.year + 1 : sixteenth.year
    let endOfJune = Day(year: leavingYear, month: 6, day: 30) ?? birth
    last = endOfJune.last(.friday)
  }

  /// Whether a child of that age must be educated on a day.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
