import AlternativeProvision

/// Reads a date as a person types it into a field: "24/11", "24 nov", "tomorrow", "mon", "+3".
enum DayReading {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The day meant, seen from today; nil where no day can be made of the text.
  ///
  /// A date without a year is the next such date, or the one that has just gone by within the last
  /// three months, since a placement is often recorded after it began.
  static func day(_ text: String, today: Day) -> Day? {
    let words = parts(of: text)
    guard let first = words.first else { return nil }
    if words.count == 1 {
      if let named = named(first, today: today) { return named }
    }
    if words.count == 3, first.count == 4, let year = Int(first), let month = month(words[1]),
      let day = Int(words[2])
    {
      return Day(year: year, month: month, day: day)
    }
    guard words.count == 2 || words.count == 3, let number = Int(first),
      let month = month(words[1])
    else { return nil }
    guard words.count == 3 else { return nearest(day: number, month: month, today: today) }
    guard let year = Int(words[2]) else { return nil }
    return Day(year: year < 100 ? 2000 + year : year, month: month, day: number)
  }

  /// What is wrong with a text of which no day can be made.
  static func problem(with text: String) -> String {
    let words = parts(of: text)
    guard words.count == 2 || words.count == 3, let number = Int(words[0]), words[0].count < 4
    else { return Wording.howToWriteADay }
    guard let month = month(words[1]) else {
      return Int(words[1]) == nil ? Wording.howToWriteADay : "There is no month \(words[1])."
    }
    guard words.count == 2 || Int(words[2]) != nil else { return Wording.howToWriteADay }
    // The 29th of February is the one day that some years have.
    let year = month == 2 && number == 29 && words.count == 3 ? " in \(words[2])" : ""
    return "There is no \(number) \(longMonths[month - 1])\(year)."
  }

  private static let longMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func named(_ word: String, today: Day) -> Day? {
    if word == "today" { return today }
    if word == "tomorrow" { return today.adding(days: 1) }
    if word.first == "+", let days = Int(word.dropFirst()), days < 1000 {
      return today.adding(days: days)
    }
    guard word.count >= 3,
      let wanted = weekdays.firstIndex(of: String(word.prefix(3)))
    else { return nil }
    let ahead = (wanted - today.weekday.rawValue + 7) % 7
    return today.adding(days: ahead == 0 ? 7 : ahead)
  }

  private static func nearest(day: Int, month: Int, today: Day) -> Day? {
    guard let this = Day(year: today.year, month: month, day: day) else {
      return Day(year: today.year + 1, month: month, day: day)
    }
    if this.days(since: today) < -92 { return Day(year: today.year + 1, month: month, day: day) }
    if this.days(since: today) > 273 { return Day(year: today.year - 1, month: month, day: day) }
    return this
  }

  private static func month(_ word: String) -> Int? {
    if let number = Int(word) { return (1...12).contains(number) ? number : nil }
    return months.firstIndex(of: String(word.prefix(3))).map { $0 + 1 }
  }

  private static func parts(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      if character == " " || character == "/" || character == "-" || character == "." {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
