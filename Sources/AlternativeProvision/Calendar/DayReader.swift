/// Reads the many ways in which a day is written, and knows why it could not.
///
/// It works on parts: runs of digits and runs of letters, whatever stands between them.
struct DayReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) {
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
    let second = try nextPart()
    let third = try nextPart()
    guard case .number(let last, let lastDigits) = third else { throw .notADay }
    try checkRest()

    let day: Day
    switch second {
    case .number(let month, let digits):
      guard digits <= 2 else { throw .notADay }
      if leadingDigits == 4 {
        guard lastDigits <= 2 else { throw .notADay }
        day = try DayReader.day(leading, month, last)
      } else {
        guard leadingDigits <= 2, lastDigits == 4 || lastDigits == 2 else { throw .notADay }
        guard lastDigits == 4 else { throw .shortYear }
        day = try DayReader.day(last, month, leading)
      }
    case .word(let word):
      guard leadingDigits <= 2, let month = DayReader.month(word) else { throw .notADay }
      guard lastDigits == 4 else { throw lastDigits == 2 ? .shortYear : .notADay }
      day = try DayReader.day(last, month, leading)
    }
    if let named, named != day.weekday { throw .wrongWeekday(day) }
    return day
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
