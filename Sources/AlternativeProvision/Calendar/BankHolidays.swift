/// The bank holidays of England and Wales, as published where they are, by statute where they are not.
///
/// GOV.UK publishes a few years. In a year of which no day is listed, the days of the Banking and
/// Financial Dealings Act 1971 and those proclaimed up to 2023 stand, so that a May Day is never
/// mistaken for a school day merely because nobody imported the feed.
public struct BankHolidays: Sendable, Equatable {
  /// The days as published, with their names.
  public let listed: [Day: String]
  /// The last day of which the published list speaks; nil where nothing was published.
  public let knownThrough: Day?
  private let firstYear: Int
  private let lastYear: Int

  /// Bank holidays as listed, which hold for each year from the first to the last one listed.
  ///
  /// - Parameter knownThrough: the end of the published list; without one, the end of its last year.
  public init(_ days: [Day: String], knownThrough: Day? = nil) {
    let end = days.keys.max()
    listed = days
    firstYear = days.keys.min()?.year ?? 1
    lastYear = end?.year ?? 0
    self.knownThrough =
      knownThrough ?? end.flatMap { Day(year: $0.year, month: 12, day: 31) }
  }

  /// No published list: statute alone.
  public static let statutory = BankHolidays([:])

  /// The name of the bank holiday on that day, or nil where it is none.
  public func name(of day: Day) -> String? {
    let year = day.year
    if year >= firstYear && year <= lastYear { return listed[day] }
    return StatutoryBankHolidays.name(of: day)
  }

  /// The bank holidays from one day through another, as day numbers in order.
  func numbers(from first: Day, through last: Day) -> [Int32] {
    var found = listed.keys.filter { first <= $0 && $0 <= last }.map(\.number)
    for year in first.year...last.year where year < firstYear || year > lastYear {
      guard var day = Day(year: year, month: 1, day: 1) else { continue }
      while day.year == year {
        if first <= day, day <= last, StatutoryBankHolidays.name(of: day) != nil {
          found.append(day.number)
        }
        day = day.adding(days: 1)
      }
    }
    return found.sorted()
  }

  /// Whether banks and posts work on that day: Monday to Friday, and no bank holiday.
  public func isWorkingDay(_ day: Day) -> Bool {
    !day.weekday.isWeekend && name(of: day) == nil
  }

  /// The n-th working day after a day, the day itself not counted; the day itself for none.
  public func workingDay(_ count: Int, after day: Day) -> Day {
    var found = day
    var left = max(0, count)
    while left > 0 {
      found = found.adding(days: 1)
      if isWorkingDay(found) { left -= 1 }
    }
    return found
  }

  /// The number of working days from one day through another, both counted.
  public func workingDays(from first: Day, through last: Day) -> Int {
    var count = 0
    var day = first
    while day <= last {
      if isWorkingDay(day) { count += 1 }
      day = day.adding(days: 1)
    }
    return count
  }

  /// The day on which a written notice counts as given.
  ///
  /// ExReg Sch 1 para 1(2) and reg 17(3): by first-class post, the second working day after posting;
  /// delivered, the day of delivery. An email is taken as delivered when it is sent.
  public func deemedService(sentOn day: Day, by delivery: Delivery) -> Day {
    switch delivery {
    case .firstClassPost: workingDay(2, after: day)
    case .byHand, .email: day
    }
  }
}
