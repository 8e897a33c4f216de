/// When Easter falls, which ends one of the terms in which days of exclusion are counted.
public enum Easter {
  /// Easter Sunday of a year of the Gregorian calendar (Calendar (New Style) Act 1750, sch).
  public static func sunday(_ year: Int) -> Day {
    // The Anonymous Gregorian algorithm (Nature, 1876; Meeus, Astronomical Algorithms, ch. 8).
    let century = year / 100
    let golden = year % 19
    let corrected = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - corrected + 15) % 30
    let dominical = (32 + 2 * (century % 4) + 2 * ((year % 100) / 4) - epact - (year % 100) % 4) % 7
    let shift = (golden + 11 * epact + 22 * dominical) / 451
    let sum = epact + dominical - 7 * shift + 114
    let found = Day(year: year, month: sum / 31, day: sum % 31 + 1)
    return found ?? Day(number: 0)  // Only for a year that Day cannot hold.
  }

  /// Easter Monday of a year: a reference date of ExReg reg 2.
  public static func monday(_ year: Int) -> Day { sunday(year).adding(days: 1) }

  /// Good Friday of a year.
  public static func goodFriday(_ year: Int) -> Day { sunday(year).adding(days: -2) }
}
