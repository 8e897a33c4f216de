/// How a deadline was counted: the inputs alone, from which day and proof can both be made again.
enum CountedDays: Sendable {
  /// Nothing was counted.
  case nothing
  /// School days forward from a day.
  case schoolDays(SchoolCalendar?, from: Day, inclusive: Bool, length: Int)
  /// A notice served by post, then school days after the day of service.
  case schoolDaysAfterService(
    SchoolCalendar?, sentOn: Day, by: Delivery, BankHolidays, length: Int)
  /// School days backwards from a day.
  case schoolDaysBefore(SchoolCalendar?, Day, length: Int)
  /// Weeks, months or days of the civil calendar.
  case elapsed(from: Day, through: Day)
  /// Days of exclusion found one by one, which need not be all the school days between.
  case listed([Day], SchoolCalendar?, from: Day, attended: [Day])
  /// Half days added up; the last so many of them expected and not yet on record.
  case halves([DayOfHalves], SchoolCalendar?, expected: Int)
}

/// A day and how many of its two half days count.
struct DayOfHalves: Sendable, Hashable {
  var day: Day
  var halves: Int
}
