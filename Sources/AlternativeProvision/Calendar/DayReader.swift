/// Reads the many ways in which a day is written, and knows why it could not.
///
/// It works on parts: runs of digits and runs of letters, whatever stands between them.
struct DayReader {
  private let bytes: [UInt8]
  /// The day from which a text that leaves something out is understood; nil to take none that does.
  private let today: Day?
  private var position = 0

  init(_ text: some StringProtocol, relativeTo today: Day? = nil) {
    self.today = today
    let all = Array(text.utf8)
    let start = all.firstIndex { !DayReader.isBlank($0) } ?? all.count
    let end = all.lastIndex { !DayReader.isBlank($0) }.map { $0 + 1 } ?? start
    bytes = Array(all[start..<end])
  }

  private enum Part {
    case number(Int, digits: Int)
    case word(String)
  }

  mutating func read() throws(DayProblem) -> Day {
    guard !bytes.isEmpty else { throw .empty }
    if let named = named() { return named }
    var first = try nextPart()
    var named: Weekday?
    if case .word(let word) = first {
      guard let weekday = DayReader.weekday(word) else { throw .notADay }
      named = weekday
      first = try nextPart()
    }
    guard case .number(let leading, let leadingDigits) = first else { throw .notADay }
    if position == bytes.count { throw try lonely(leading, digits: leadingDigits) }
    skipOrdinal()
    let month: Int
    switch try nextPart() {
    case .number(let number, let digits):
      guard digits <= 2 else { throw .notADay }
      month = number
    case .word(let word):
      guard leadingDigits <= 2, let number = DayReader.month(word) else { throw .notADay }
      month = number
    }
    let day: Day
    if position == bytes.count, let today {
      guard leadingDigits <= 2 else { throw .notADay }
      day = try DayReader.nearest(leading, month, to: today)
    } else {
      guard case .number(let last, let lastDigits) = try nextPart() else { throw .notADay }
      try checkRest()
      if leadingDigits == 4 {
        guard lastDigits <= 2 else { throw .notADay }
        day = try DayReader.day(leading, month, last)
      } else {
        guard leadingDigits <= 2 else { throw .notADay }
        day = try DayReader.day(year(last, digits: lastDigits), month, leading)
      }
    }
    if let named, named != day.weekday { throw .wrongWeekday(day) }
    return day
  }

  /// "today", "tomorrow", "+3", and a day of the week for the next one after today.
  private func named() -> Day? {
    guard let today else { return nil }
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    if word == "today" { return today }
    if word == "tomorrow" { return today.adding(days: 1) }
    if bytes[0] == 0x2B {
      let digits = bytes.dropFirst()
      guard (1...3).contains(digits.count), digits.allSatisfy(DayReader.isDigit) else { return nil }
      return today.adding(days: digits.reduce(0) { $0 * 10 + Int($1) - 48 })
    }
    guard let weekday = DayReader.weekday(word) else { return nil }
    return today.adding(days: 1 + (weekday.rawValue - today.weekday.rawValue + 6) % 7)
  }

  /// A year as written; of two digits only by someone who means the days around today.
  private func year(_ number: Int, digits: Int) throws(DayProblem) -> Int {
    switch digits {
    case 4: return number
    case 2:
      guard today != nil else { throw .shortYear }
      return 2000 + number
    default: throw .notADay
    }
  }

  /// The date without a year that is meant: the next such, or the one that has just gone by within the
  /// last three months, since much is recorded after it began.
  private static func nearest(_ day: Int, _ month: Int, to today: Day) throws(DayProblem) -> Day {
    guard let this = Day(year: today.year, month: month, day: day) else {
      // The 29th of February may be next year's.
      if let next = Day(year: today.year + 1, month: month, day: day) { return next }
      return try DayReader.day(today.year, month, day)
    }
    var year = today.year
    if this.days(since: today) < -92 { year += 1 }
    if this.days(since: today) > 273 { year -= 1 }
    return Day(year: year, month: month, day: day) ?? this
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) throws(DayProblem) -> Day {
    if let found = Day(year: year, month: month, day: day) { return found }
    if (1...12).contains(month), (1...9999).contains(year) {
      throw .noSuchDay(year: year, month: month)
    }
    if let turned = Day(year: year, month: day, day: month) { throw .monthFirst(turned) }
    throw (1...12).contains(month) ? .notADay : .noSuchMonth(month)
  }

  /// A number alone is a day only to a spreadsheet, which counts from 30 December 1899.
  private func lonely(_ number: Int, digits: Int) throws(DayProblem) -> DayProblem {
    guard digits == 5, let origin = Day(year: 1899, month: 12, day: 30) else { return .notADay }
    return .spreadsheetNumber(origin.adding(days: number))
  }

  private mutating func nextPart() throws(DayProblem) -> Part {
    while position < bytes.count, DayReader.isSeparator(bytes[position]) { position += 1 }
    let start = position
    while position < bytes.count, DayReader.isDigit(bytes[position]) { position += 1 }
    if position > start {
      guard position - start <= 8 else { throw .notADay }
      let value = bytes[start..<position].reduce(0) { $0 * 10 + Int($1) - 48 }
      return .number(value, digits: position - start)
    }
    while position < bytes.count, DayReader.isLetter(bytes[position]) { position += 1 }
    guard position > start else { throw .notADay }
    return .word(String(decoding: bytes[start..<position], as: UTF8.self).lowercased())
  }

  private mutating func skipOrdinal() {
    for ending in ["st", "nd", "rd", "th"] where bytes[position...].starts(with: ending.utf8) {
      position += 2
      return
    }
  }

  /// After the date may come a time, which is of no interest to a day.
  private func checkRest() throws(DayProblem) {
    guard position < bytes.count else { return }
    var rest = bytes[position...]
    guard let mark = rest.popFirst(), mark == 0x54 || DayReader.isBlank(mark) else {
      throw .notADay
    }
    let time = rest.drop(while: DayReader.isBlank)
    let allowed = Set("0123456789:.,+-ZAPMapm ".utf8)
    guard let start = time.first, DayReader.isDigit(start), time.contains(0x3A),
      time.allSatisfy({ allowed.contains($0) })
    else { throw .notADay }
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    let index = Day.monthNames.firstIndex { $0.lowercased().hasPrefix(word) }
    // "Sept" is the prefix of its month; every other usual short form has three letters.
    return index.map { $0 + 1 }
  }

  private static func weekday(_ word: String) -> Weekday? {
    guard word.utf8.count >= 3 else { return nil }
    return Weekday.allCases.first { $0.name.lowercased().hasPrefix(word) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
  private static func isSeparator(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == 0x2D || byte == 0x2F || byte == 0x2E || byte == 0x2C
  }
}
