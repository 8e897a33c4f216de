/// How a calendar's lists of school days and of known stretches are made from published years.
enum CalendarBuilding {
  /// A longer gap than this between published days is not a holiday but something unpublished.
  ///
  /// English summer holidays last six weeks, the longest private ones ten; a missing term leaves
  /// fifteen weeks or more.
  static let longestHoliday = 80

  /// The school days of years in order: the days of terms less weekends, closures, bank holidays.
  ///
  /// A caseload has a calendar for every school that publishes its own, and each is built when the
  /// program starts, so the days are swept once beside the sorted days that are taken out.
  static func openDays(of years: [SchoolYear], bankHolidays: BankHolidays) -> [Day] {
    let terms = years.flatMap(\.terms).sorted { $0.first < $1.first }
    guard let first = terms.first?.first, let last = terms.map(\.last).max(), first <= last else {
      return []
    }
    let closures = years.flatMap(\.closures).sorted { $0.first < $1.first }
    var sweep = Sweep(
      closed: closures.map { ($0.first.number, $0.last.number) },
      holidays: bankHolidays.numbers(from: first, through: last))
    var days: [Day] = []
    days.reserveCapacity(years.count * 200)
    var next = first.number
    for term in terms {
      next = max(next, term.first.number)
      while next <= term.last.number {
        // 1 January 1970 was a Thursday.
        let weekday = ((next + 3) % 7 + 7) % 7
        if weekday < 5, !sweep.isClosed(on: next) { days.append(Day(number: next)) }
        next += weekday == 4 ? 3 : 1
      }
    }
    return days
  }

  /// Closures and bank holidays, asked for days that only ever go forward.
  private struct Sweep {
    let closed: [(first: Int32, last: Int32)]
    let holidays: [Int32]
    private var nextClosure = 0
    private var nextHoliday = 0
    /// The latest last day of the closures begun so far: one may lie within another.
    private var closedThrough = Int32.min

    init(closed: [(first: Int32, last: Int32)], holidays: [Int32]) {
      self.closed = closed
      self.holidays = holidays
    }

    mutating func isClosed(on day: Int32) -> Bool {
      while nextClosure < closed.count, closed[nextClosure].first <= day {
        closedThrough = max(closedThrough, closed[nextClosure].last)
        nextClosure += 1
      }
      while nextHoliday < holidays.count, holidays[nextHoliday] < day { nextHoliday += 1 }
      return day <= closedThrough || (nextHoliday < holidays.count && holidays[nextHoliday] == day)
    }
  }

  /// The stretches of which everything is known: terms and closures, joined over holidays.
  static func spans(of years: [SchoolYear], days: [Day]) -> [SchoolCalendar.Span] {
    var pieces: [(first: Day, last: Day, year: Int?)] = []
    for year in years {
      let terms = year.terms.filter { $0.first <= $0.last }
      pieces += terms.map { ($0.first, $0.last, year.startYear) }
      // Between two holidays of a year of which nothing else was published lie school days, and not
      // more holiday: such a holiday is known by itself.
      let joinedBy = terms.isEmpty ? nil : year.startYear
      pieces += year.closures.filter { $0.first <= $0.last }
        .map { ($0.first, $0.last, joinedBy) }
      // A school year begins with the first term that begins after July (EA 1996 s.579(1)), so the
      // days of August before it are holiday.
      if let start = year.startYear, let august = Day(year: start, month: 8, day: 1),
        let first = terms.map(\.first).min(), august < first,
        first.days(since: august) <= longestHoliday
      {
        pieces.append((august, august, start))
      }
    }
    pieces.sort { $0.first < $1.first }
    var spans: [SchoolCalendar.Span] = []
    var latestYear: Int?
    for piece in pieces {
      if let last = spans.last, joins(last.last, latestYear, piece.first, piece.year) {
        spans[spans.count - 1].last = max(last.last, piece.last)
      } else {
        spans.append(.init(first: piece.first, last: piece.last, openings: 0..<0))
      }
      latestYear = piece.year
    }
    var position = 0
    for index in spans.indices {
      let start = position
      while position < days.count, days[position] <= spans[index].last { position += 1 }
      spans[index].openings = start..<position
    }
    return spans
  }

  private static func joins(_ last: Day, _ year: Int?, _ first: Day, _ nextYear: Int?) -> Bool {
    guard let year, let nextYear else { return first <= last.adding(days: 1) }
    return nextYear - year <= 1 && first.days(since: last) <= longestHoliday
  }

  /// What to call the days between two terms.
  static func holidayName(between before: Term?, and after: Term?) -> String {
    guard let before, let after else { return "summer holiday" }
    if before.last.month >= 6 && after.first.month >= 8 && after.first.month <= 10 {
      return "summer holiday"
    }
    if before.last.month == 12 || after.first.month == 1 { return "Christmas holiday" }
    return "holiday between \(before.name) and \(after.name)"
  }
}
