import AlternativeProvision

/// A day in a field of a sheet: read, and remarked upon, by one hand.
enum SheetDay {
  /// The day meant, with or without its year; nil for none.
  static func day(_ text: String, today: Day) -> Day? {
    try? Day(text, relativeTo: today)
  }

  /// What is made of a day that may be left out; nil where there is none.
  ///
  /// - Parameters:
  ///   - mayBeAhead: Whether it can be a day that has not come.
  ///   - days: The school days by which a day ahead is told to be none.
  static func remark(
    _ text: String, today: Day, mayBeAhead: Bool = false, by days: SchoolDays? = nil
  ) -> FieldSheet.Remark? {
    if text.isEmpty { return nil }
    return needed(text, today: today, by: days) { day in
      day > today && !mayBeAhead ? "\(day.medium) has not come yet." : nil
    }
  }

  /// What is made of a day that must be given.
  ///
  /// - Parameters:
  ///   - days: The school days by which a day ahead is told to be none.
  ///   - wrong: What else is wrong with a day that can be read; nil for nothing.
  static func needed(
    _ text: String, today: Day, by days: SchoolDays? = nil,
    unless wrong: (Day) -> String? = { _ in nil }
  ) -> FieldSheet.Remark {
    guard let day = day(text, today: today) else {
      return .problem(DayText.problem(with: text, today: today))
    }
    if let wrong = wrong(day) { return .problem(wrong) }
    if day > today, let closure = days?.closure(on: day) {
      return .doubt("\(day.long): no school, \(closure)")
    }
    return .day(day, typed: text)
  }

  /// That a sheet can't be saved for its day, which its check has said too.
  static func refusal(_ text: String, today: Day) -> SheetScreen.Saving {
    .refused(DayText.problem(with: text, today: today))
  }
}
