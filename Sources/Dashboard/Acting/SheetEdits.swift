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

  /// Sets words that must be.
  func set(_ place: inout String, _ name: String) {
    if isChanged(name) { place = MinuteText.cleaned(after[name]) }
  }

  /// Sets a number that must be.
  func set(_ place: inout Int, _ name: String) {
    if isChanged(name), let number = Int(after[name]) { place = number }
  }

  /// Sets a half of a day, by its title.
  func set(_ place: inout Session, _ name: String) {
    if isChanged(name), let session = Session.allCases.first(where: { $0.title == after[name] }) {
      place = session
    }
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
