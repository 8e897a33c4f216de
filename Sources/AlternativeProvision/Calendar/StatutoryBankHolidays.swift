/// The bank holidays that statute fixes, for the years of which no published list is at hand.
///
/// Banking and Financial Dealings Act 1971 s.1 and Sch 1; New Year's Day and the early May holiday by
/// yearly proclamation since 1974 and 1978; days moved or added once stand in a table.
enum StatutoryBankHolidays {
  /// The name of the bank holiday on that day, or nil where statute knows none.
  static func name(of day: Day) -> String? {
    let (year, month, dayOfMonth) = day.components
    if let once = proclaimed[day] { return once }
    switch month {
    case 1:
      return day == inLieu(of: Day(year: year, month: 1, day: 1)) ? "New Year’s Day" : nil
    case 3, 4:
      if day == Easter.goodFriday(year) { return "Good Friday" }
      return day == Easter.monday(year) ? "Easter Monday" : nil
    case 5:
      guard day.weekday == .monday else { return nil }
      if dayOfMonth <= 7 { return movedYears.contains(year) ? nil : "Early May bank holiday" }
      return dayOfMonth > 24 && !movedSprings.contains(year) ? "Spring bank holiday" : nil
    case 8:
      return day.weekday == .monday && dayOfMonth > 24 ? "Summer bank holiday" : nil
    case 12:
      return christmas(day, year: year)
    default:
      return nil
    }
  }

  /// Years in which the early May holiday was moved to 8 May, the end of the war in Europe.
  private static let movedYears = [1995, 2020]
  /// Years in which the spring holiday was moved to a jubilee in June.
  private static let movedSprings = [2002, 2012, 2022]

  private static let proclaimed: [Day: String] = {
    let rows: [(Int, Int, Int, String)] = [
      (1995, 5, 8, "VE Day"), (1999, 12, 31, "Millennium Eve"),
      (2002, 6, 3, "Golden Jubilee"), (2002, 6, 4, "Spring bank holiday"),
      (2011, 4, 29, "Royal Wedding"), (2012, 6, 4, "Spring bank holiday"),
      (2012, 6, 5, "Diamond Jubilee"), (2020, 5, 8, "VE Day"),
      (2022, 6, 2, "Spring bank holiday"), (2022, 6, 3, "Platinum Jubilee"),
      (2022, 9, 19, "State Funeral of Queen Elizabeth II"),
      (2023, 5, 8, "Coronation of King Charles III"),
    ]
    var days: [Day: String] = [:]
    for (year, month, day, name) in rows {
      if let day = Day(year: year, month: month, day: day) { days[day] = name }
    }
    return days
  }()

  private static func inLieu(of day: Day?) -> Day? {
    guard let day else { return nil }
    return day.weekday.isWeekend ? day.next(.monday) : day
  }

  private static func christmas(_ day: Day, year: Int) -> String? {
    guard let christmas = Day(year: year, month: 12, day: 25) else { return nil }
    let boxing = christmas.adding(days: 1)
    switch christmas.weekday {
    case .friday:  // Boxing Day falls on the Saturday.
      return day == christmas
        ? "Christmas Day" : day == boxing.next(.monday) ? "Boxing Day" : nil
    case .saturday, .sunday:  // Both days fall, or one falls, on the weekend: Monday and Tuesday.
      let monday = christmas.next(.monday)
      // On a Sunday, Boxing Day keeps the Monday and Christmas Day takes the Tuesday.
      let sunday = christmas.weekday == .sunday
      if day == monday { return sunday ? "Boxing Day" : "Christmas Day" }
      return day == monday.adding(days: 1) ? (sunday ? "Christmas Day" : "Boxing Day") : nil
    default:
      return day == christmas ? "Christmas Day" : day == boxing ? "Boxing Day" : nil
    }
  }
}
