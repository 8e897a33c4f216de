extension Day {
  /// The same day of the month that many months later, or the last of a shorter month.
  public func adding(months: Int) -> Day {
    let (year, month, day) = components
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    let last = Day.length(ofMonth: newMonth, year: newYear)
    return Day(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }

  /// 31 December 9999, which no caseload reaches: asking as at this day hides nothing.
  public static let distantFuture = Day(number: 2_932_896)

  /// The first day of that weekday on or after this one.
  func next(_ wanted: Weekday) -> Day {
    adding(days: (wanted.rawValue - weekday.rawValue + 7) % 7)
  }

  /// The last day of that weekday on or before this one.
  func last(_ wanted: Weekday) -> Day {
    adding(days: -((weekday.rawValue - wanted.rawValue + 7) % 7))
  }

  /// The last day before this one that is not at a weekend.
  public var weekdayBefore: Day {
    var found = adding(days: -1)
    while found.weekday.isWeekend { found = found.adding(days: -1) }
    return found
  }

  /// The first day after this one that is not at a weekend.
  public var weekdayAfter: Day {
    var found = adding(days: 1)
    while found.weekday.isWeekend { found = found.adding(days: 1) }
    return found
  }
}
