import AlternativeProvision

/// What was changed in a sheet that corrects a record: only that is set, so that a field which somebody
/// else has changed meanwhile, and this person has not, stays theirs.
struct SheetEdits {
  private let before: SheetValues
  private let after: SheetValues
  private let today: Day

  init(_ fields: [SheetField], _ after: SheetValues, today: Day) {
    before = SheetValues(fields)
    self.after = after
    self.today = today
  }

  private func isChanged(_ name: String) -> Bool { before[name] != after[name] }

  /// Sets a day; an empty field takes it away.
  func set(_ place: inout Day?, _ name: String) {
    if isChanged(name) { place = SheetDay.day(after[name], today: today) }
  }

  /// Sets a day that must be.
  func set(_ place: inout Day, _ name: String) {
    if isChanged(name), let day = SheetDay.day(after[name], today: today) { place = day }
  }

  /// Sets words; an empty field takes them away.
  func set(_ place: inout String?, _ name: String) {
    guard isChanged(name) else { return }
    let words = MinuteText.cleaned(after[name])
    place = words.isEmpty ? nil : words
  }

  /// Sets a number that must be.
  func set(_ place: inout Int, _ name: String) {
    if isChanged(name), let number = Int(after[name]) { place = number }
  }

  /// Sets a choice that must be.
  func set<Choice: RawRepresentable>(_ place: inout Choice, _ name: String)
  where Choice.RawValue == String {
    if isChanged(name), let choice = Choice(rawValue: after[name]) { place = choice }
  }

  /// Sets a choice; an empty field takes it away.
  func set<Choice: RawRepresentable>(_ place: inout Choice?, _ name: String)
  where Choice.RawValue == String {
    if isChanged(name) { place = Choice(rawValue: after[name]) }
  }
}

/// A day in a field of a sheet.
enum SheetDay {
  /// The day meant, with or without its year; nil for none.
  static func day(_ text: String, today: Day) -> Day? {
    try? Day(text, relativeTo: today)
  }

  /// What is made of a day that may be left out; nil where there is none.
  ///
  /// - Parameter mayBeAhead: Whether it can be a day that has not come.
  static func remark(
    _ text: String, today: Day, mayBeAhead: Bool = false
  ) -> FieldSheet.Remark? {
    if text.isEmpty { return nil }
    guard let day = day(text, today: today) else {
      return .problem(DayText.problem(with: text, today: today))
    }
    if day > today, !mayBeAhead { return .problem("\(day.medium) has not come yet.") }
    return .day(day, typed: text)
  }
}
