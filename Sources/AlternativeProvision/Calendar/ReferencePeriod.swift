/// The stretch of a year in which days of exclusion are added up: a term, or a school year.
public struct ReferencePeriod: Sendable, Hashable {
  /// The first day.
  public let first: Day
  /// The last day.
  public let last: Day

  /// Whether the day falls in the period.
  public func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The term that holds a day, between the reference dates 31 December, Easter Monday and 31 July.
  ///
  /// ExReg reg 2. Half terms do not divide it, so an authority with six "terms" a year counts in the
  /// same three. Each reference date is the last day of the term that it ends.
  public static func term(of day: Day) -> ReferencePeriod {
    let year = day.year
    let newYear = start(of: year)
    let easter = Easter.monday(year)
    let august = Day(year: year, month: 8, day: 1) ?? day
    if day <= easter { return ReferencePeriod(first: newYear, last: easter) }
    if day < august {
      return ReferencePeriod(first: easter.adding(days: 1), last: august.adding(days: -1))
    }
    return ReferencePeriod(first: august, last: start(of: year + 1).adding(days: -1))
  }

  /// The term that holds a day at a school.
  ///
  /// Where its school year has three terms, a term is one of those; the reference dates are for years of
  /// more. The two hold the same school days but where Easter Monday falls within a term of the school's.
  static func term(of day: Day, in calendar: SchoolCalendar?) -> ReferencePeriod {
    let whole = schoolYear(of: day)
    let dates = term(of: day)
    guard let year = calendar?.years.first(where: { $0.startYear == whole.first.year }),
      year.terms.count == 3
    else { return dates }
    let terms = year.terms.sorted { $0.first < $1.first }
    let easter = Easter.monday(whole.last.year)
    if terms[1].last <= easter, easter < terms[2].first { return dates }
    let starts = [whole.first, terms[1].first, terms[2].first]
    let place = starts.lastIndex { $0 <= day } ?? 0
    let last = place == 2 ? whole.last : starts[place + 1].adding(days: -1)
    return ReferencePeriod(first: starts[place], last: last)
  }

  /// The school year that holds a day, from 1 August to 31 July.
  ///
  /// EA 1996 s.579(1): it begins with the first term to begin after July. No school day falls between
  /// 1 August and that term, so for counting the two are the same.
  public static func schoolYear(of day: Day) -> ReferencePeriod {
    let (year, month, _) = day.components
    let start = month >= 8 ? year : year - 1
    return ReferencePeriod(
      first: Day(year: start, month: 8, day: 1) ?? day,
      last: Day(year: start + 1, month: 7, day: 31) ?? day)
  }

  private static func start(of year: Int) -> Day {
    Day(year: year, month: 1, day: 1) ?? Day.distantFuture
  }
}
