import AlternativeProvision

/// Days as people in England write them, in the lengths that the screens have room for.
enum DayText {
  /// "Mon 23 Nov".
  static func weekday(_ day: Day) -> String {
    day.weekday.shortName + " " + day.short
  }

  /// How far a day is from today, as one says it: "today", "tomorrow", "in 5 days", "3 days ago".
  static func distance(_ day: Day, from today: Day) -> String {
    switch day.days(since: today) {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case let days where days > 0: "in \(NumberText.grouped(days)) days"
    case let days: "\(NumberText.grouped(-days)) days ago"
    }
  }
}

/// Numbers as they stand in a headline or a sentence.
enum NumberText {
  /// "1,204": thousands set apart.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = number < 0 ? "-" : ""
    let count = digits.utf8.count
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (count - offset) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// "1 day", "2 days".
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) " + (number == 1 ? one : many ?? one + "s")
  }
}
