/// The days between which a child must be educated, outside which no sixth-day duty is owed.
///
/// EA 1996 s.8 and the orders under it, by the numbers that `CompulsoryAge.england` holds: from the
/// beginning of the prescribed day on or after the fifth birthday, to the school leaving date.
public struct CompulsorySchoolAge: Sendable, Hashable {
  /// The first day of compulsory school age.
  public let first: Day
  /// The last day of compulsory school age.
  public let last: Day

  /// The compulsory school age of a child born on that day.
  public init(bornOn birth: Day) {
    let window = CompulsoryAge.england.window(bornOn: birth)
    first = window.lowerBound
    last = window.upperBound
  }

  /// Whether a child of that age must be educated on a day.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}
