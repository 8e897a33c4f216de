/// How a deadline was counted: the inputs alone, from which day and proof can both be made again.
enum CountedDays: Sendable {
  /// Nothing was counted.
  case nothing
  /// School days forward from a day.
  case schoolDays(SchoolCalendar?, from: Day, inclusive: Bool, length: Int)
  /// A notice sent, the working days of its post, then school days after the day of service.
  case afterService(
    SchoolCalendar?, sentOn: Day, servedOn: Day, BankHolidays, length: Int)
  /// School days forward from a day, through the last before an examination.
  case untilExamination(SchoolCalendar?, from: Day, through: Day, examination: Day)
  /// School days backwards from a day.
  case schoolDaysBefore(SchoolCalendar?, Day, length: Int)
  /// Weeks, months or days of the civil calendar, which need no counting out.
  case elapsed(from: Day, through: Day)
  /// Days of exclusion found one by one.
  case chain(SuspensionChain, length: Int)
  /// Half days of exclusions, added up over a period.
  case exclusions([ExclusionSpan], ReferencePeriod)
  /// Half days away, and school days after them as if the absence goes on.
  case absence(AwayDays, SchoolCalendar?, limit: Int, expectedFrom: Day?)
  /// Half days away up to the day on which a duty was accepted, and school days after that.
  case acceptance(AwayDays, SchoolCalendar?, on: Day, length: Int)
}

/// A day and how many of its two half days count.
struct DayOfHalves: Sendable, Hashable {
  var day: Day
  var halves: Int
}

extension ClockReading {
  /// Starts the clock on a day and counts its rule out from there.
  mutating func run(from start: Day, calendar: SchoolCalendar?, bankHolidays: BankHolidays) {
    started = start
    let inclusive = rule.firstDayCounts
    switch rule.counting {
    case .schoolDays, .schoolDaysInAll:
      count = .schoolDays(calendar, from: start, inclusive: inclusive, length: rule.length)
      deadline = ClockReading.schoolDay(
        rule.length, from: inclusive ? start : start.adding(days: 1), calendar)
    case .schoolDaysBefore:
      count = .schoolDaysBefore(calendar, start, length: rule.length)
      deadline =
        calendar?.schoolDay(rule.length, before: start).map { .on($0) }
        ?? .beyondCalendar(knownThrough: calendar?.lastKnown(before: start), counted: 0)
    case .calendarDays: runElapsed(through: start.adding(days: rule.length))
    case .weeks: runElapsed(through: start.adding(days: rule.length * 7))
    case .months:
      let end = start.adding(months: rule.length)
      // A month without the day of the start ends the period with its own last day: twelve months that
      // start with 29 February are over on 28 February.
      let isCut = end.components.day != start.components.day
      runElapsed(through: isCut && inclusive ? end.adding(days: 1) : end)
    }
  }

  /// Starts the clock when a notice counts as given, and counts school days after that.
  mutating func run(
    fromNoticeSentOn sent: Day, by delivery: Delivery, calendar: SchoolCalendar?,
    bankHolidays: BankHolidays
  ) {
    let served = bankHolidays.deemedService(sentOn: sent, by: delivery)
    started = served
    count = .afterService(
      calendar, sentOn: sent, servedOn: served, bankHolidays, length: rule.length)
    deadline = ClockReading.schoolDay(rule.length, from: served.adding(days: 1), calendar)
    if delivery == .firstClassPost {
      remarks.append(
        .day("Sent by first-class post on", sent, ", so given on the second working day after."))
    }
  }

  /// Starts a clock whose last day was agreed and is not counted out.
  mutating func run(from start: Day, throughAgreed day: Day, _ remark: String) {
    started = start
    deadline = .on(day)
    count = .elapsed(from: start, through: day)
    remarks.append(.day(remark, day, "."))
  }

  private mutating func runElapsed(through day: Day) {
    let last = rule.firstDayCounts ? day.adding(days: -1) : day
    deadline = .on(last)
    if let started { count = .elapsed(from: started, through: last) }
  }

  static func schoolDay(_ length: Int, from day: Day, _ calendar: SchoolCalendar?) -> Deadline {
    calendar?.schoolDay(length, from: day) ?? .beyondCalendar(knownThrough: nil, counted: 0)
  }

  /// Ends the clock, if it has not ended sooner.
  mutating func end(on day: Day, because remark: Remark?) {
    guard endedOn.map({ day < $0 }) ?? true else { return }
    endedOn = day
    if let remark { remarks.append(remark) }
  }
}
