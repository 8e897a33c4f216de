import AlternativeProvision

/// The school days of last, this and next school year in order, to place a story's dates by.
struct SchoolDays: Sendable {
  /// The days on which pupils are in school, in order.
  let days: [Day]
  /// The day from which the story is told.
  let today: Day
  /// How many of `days` are today or earlier.
  let elapsed: Int

  init(years: [SchoolYear], today: Day) {
    days = SchoolCalendar(name: "", years: years, bankHolidays: .statutory).openDays
    self.today = today
    elapsed = SchoolDays.count(in: days, before: today.adding(days: 1))
  }

  /// The calendar year in which the school year of `day` began.
  static func yearBegan(_ day: Day) -> Int { day.month >= 9 ? day.year : day.year - 1 }

  /// How many school days come before `day`: where it stands or would stand in `days`.
  func position(of day: Day) -> Int { SchoolDays.count(in: days, before: day) }

  /// The school day that is day number `number` as of today, so that 1 is the latest school day.
  ///
  /// An exclusion that began then is in its `number`th school day, counted inclusively.
  func beginning(dayNumber number: Int) -> Day {
    days[max(0, min(days.count - 1, elapsed - number))]
  }

  /// The school day that is `count` school days after `day`, as limits "within N school days" count.
  func day(_ count: Int, after day: Day) -> Day {
    let start = position(of: day.adding(days: 1))
    return days[max(0, min(days.count - 1, start + count - 1))]
  }

  /// The first school day on or after `day`.
  func onOrAfter(_ day: Day) -> Day { days[min(days.count - 1, position(of: day))] }

  /// The last school day on or before `day`.
  func onOrBefore(_ day: Day) -> Day { days[max(0, position(of: day.adding(days: 1)) - 1)] }

  /// How many school days lie from `first` to `last`, both included.
  func count(from first: Day, through last: Day) -> Int {
    max(0, position(of: last.adding(days: 1)) - position(of: first))
  }

  private static func count(in days: [Day], before day: Day) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
