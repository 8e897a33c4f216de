import AlternativeProvision

/// Days as people in England write them, in the lengths that the screens have room for.
enum DayText {
  /// "Mon 23 Nov".
  static func weekday(_ day: Day) -> String {
    day.weekday.shortName + " " + day.short
  }

  /// "23 Nov", or with its year where that is not today's: "12 Jan 2027", "12 Jan 27" and "Jan 2027" in less
  /// room. The room decides, not the day, so that a column has one form.
  static func dated(_ day: Day, from today: Day, room: Int = 11) -> String {
    if day.year == today.year { return day.short }
    if room >= 11 { return day.medium }
    let month = Day.monthName(day.month).prefix(3)
    return room >= 9 ? "\(day.short) \(day.year % 100)" : "\(month) \(day.year)"
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

  /// What is wrong with a text of which no day can be made, and how a day can be written.
  ///
  /// - Parameter today: The day from which a text that leaves out the year is understood; nil where the
  ///   year must be given.
  static func problem(with text: String, today: Day?) -> String {
    let howTo = "Write a day as 24/11, 24 Nov, tomorrow, mon or +3."
    do throws(DayProblem) {
      guard let today else {
        _ = try Day(text)
        return ""
      }
      _ = try Day(text, relativeTo: today)
      return howTo
    } catch .notADay where today != nil, .empty where today != nil {
      return howTo
    } catch {
      return Wording.sentence(error.description)
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
