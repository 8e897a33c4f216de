/// A moment as clocks in England show it, summer time included.
///
/// An hour ahead of Greenwich from 01:00 Greenwich time on the last Sunday in March to 01:00 on the last
/// Sunday in October: Summer Time Act 1972 s.1, as amended by the Summer Time Order 2002.
public struct EnglishTime: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The minute of the day, from 0 to 1,439.
  public let minute: Int

  /// The moment so many seconds after 1 January 1970, 00:00 in Greenwich; nil beyond the calendar.
  public init?(secondsSince1970 seconds: Int64) {
    guard let greenwich = EnglishTime.parts(seconds) else { return nil }
    let year = greenwich.day.year
    guard let begins = EnglishTime.change(in: 3, of: year),
      let ends = EnglishTime.change(in: 10, of: year)
    else { return nil }
    let isSummer = seconds >= begins && seconds < ends
    guard let local = isSummer ? EnglishTime.parts(seconds + 3600) : greenwich else { return nil }
    day = local.day
    minute = local.minute
  }

  /// The time as in "08:45".
  public var time: String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  private static func parts(_ seconds: Int64) -> (day: Day, minute: Int)? {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    guard let number = Int32(exactly: days) else { return nil }
    return (Day(number: number), Int(seconds - days * 86_400) / 60)
  }

  /// When clocks are changed in a month: its last Sunday, 01:00 in Greenwich.
  private static func change(in month: Int, of year: Int) -> Int64? {
    guard let last = Day(year: year, month: month, day: 31) else { return nil }
    let sunday = last.adding(days: -((last.weekday.rawValue + 1) % 7))
    return Int64(sunday.number) * 86_400 + 3600
  }
}
