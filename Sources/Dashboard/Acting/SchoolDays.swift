import AlternativeProvision
import CaseStore

/// The school days of one child, by the calendar of their school or its authority, for what is dated.
struct SchoolDays {
  private let calendar: SchoolCalendar?

  /// The days of a calendar; nil where none is known.
  init(by calendar: SchoolCalendar?) { self.calendar = calendar }

  init(of file: CaseFile) {
    calendar = file.facts.calendars.calendar(
      for: file.pupil.value.school,
      authority: file.school?.value.authority ?? file.pupil.value.authorities.home)
  }

  /// Why there is no school on a day; nil where there is, or where nobody knows otherwise.
  func closure(on day: Day) -> String? {
    switch calendar?.status(of: day) {
    case .closed(let reason)?: reason.words
    case .open?: nil
    case .unknown?, nil: day.weekday.isWeekend ? "weekend" : nil
    }
  }

  /// The status of a day, as far as it is known.
  func status(of day: Day) -> DayStatus { calendar?.status(of: day) ?? .unknown }

  /// The next school day after a day, else the next that is no weekend.
  func next(after day: Day) -> Day {
    if let next = calendar?.schoolDay(1, after: day).day { return next }
    var next = day.adding(days: 1)
    while next.weekday.isWeekend { next = next.adding(days: 1) }
    return next
  }

  /// The last school day before a day, where it is known.
  func last(before day: Day) -> Day? { calendar?.schoolDay(1, before: day) }

  /// How many school days there are from one day through another; nil where that is not known.
  func count(from first: Day, through last: Day) -> Int? {
    guard let calendar, let end = calendar.knownThrough, last <= end, first <= last,
      let start = calendar.knownFrom, start <= first
    else { return nil }
    return calendar.openDays(from: first, through: last)
  }
}
