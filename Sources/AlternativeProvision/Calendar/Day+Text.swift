extension Day: CustomStringConvertible {
  /// The day of ten bytes `YYYY-MM-DD`, or nil for anything else. Made for imports of millions.
  public init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var digits: (year: Int, month: Int, day: Int) = (0, 0, 0)
    for place in 0..<4 {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return nil }
      digits.year = digits.year &* 10 &+ Int(digit)
    }
    for place in 5..<7 {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return nil }
      digits.month = digits.month &* 10 &+ Int(digit)
    }
    for place in 8..<10 {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return nil }
      digits.day = digits.day &* 10 &+ Int(digit)
    }
    self.init(year: digits.year, month: digits.month, day: digits.day)
  }

  /// The day written `YYYY-MM-DD`, or nil for anything else, a real day in other dress included.
  public init?(iso text: String) {
    var text = text
    guard let day = text.withUTF8({ Day(iso: $0) }) else { return nil }
    self = day
  }

  /// Reads a day as people and the systems of schools write it.
  ///
  /// Taken: `2025-09-01`, also with a time after it, which is dropped; `01/09/2025`, `1-9-2025` and
  /// `01.09.2025`, always the day first; `1 Sep 2025`, `Mon 1st September 2025`. A year has four
  /// digits, for a guessed century makes a wrong birthday.
  ///
  /// - Throws: `DayProblem`, which says what would be right.
  public init(_ text: some StringProtocol) throws(DayProblem) {
    if let day = Day(iso: String(text)) {
      self = day
      return
    }
    var reader = DayReader(text)
    self = try reader.read()
  }

  /// Reads a day as someone types it who has the calendar before their eyes.
  ///
  /// Taken is what `init(_:)` takes, and besides: `24/11` and `24 Nov` for the next such date, or the one
  /// that has gone by within the last three months; a year of two digits, in this century; `today`,
  /// `tomorrow`, `mon` for the next Monday after today, and `+3` for so many days from today. Never use it
  /// for a birthday.
  ///
  /// - Throws: `DayProblem`, which says what would be right.
  public init(_ text: some StringProtocol, relativeTo today: Day) throws(DayProblem) {
    var reader = DayReader(text, relativeTo: today)
    self = try reader.read()
  }

  /// `2026-11-23`.
  public var iso: String {
    let (year, month, day) = components
    return String(unsafeUninitializedCapacity: 10) { bytes in
      bytes[0] = Day.digit(year / 1000)
      bytes[1] = Day.digit(year / 100)
      bytes[2] = Day.digit(year / 10)
      bytes[3] = Day.digit(year)
      bytes[4] = 0x2D
      bytes[5] = Day.digit(month / 10)
      bytes[6] = Day.digit(month)
      bytes[7] = 0x2D
      bytes[8] = Day.digit(day / 10)
      bytes[9] = Day.digit(day)
      return 10
    }
  }

  /// `23 Nov`, for a column where the year goes without saying.
  public var short: String {
    let (_, month, day) = components
    return "\(day) \(Day.monthName(month).prefix(3))"
  }

  /// `23 Nov 2026`.
  public var medium: String {
    let (year, month, day) = components
    return "\(day) \(Day.monthName(month).prefix(3)) \(year)"
  }

  /// `Mon 23 Nov 2026`.
  public var long: String { "\(weekday.shortName) \(medium)" }

  /// The day as `2026-11-23`.
  public var description: String { iso }

  /// The English name of a month, 1 to 12.
  public static func monthName(_ month: Int) -> String {
    let index = month - 1
    return monthNames.indices.contains(index) ? monthNames[index] : ""
  }

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func digit(_ number: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x30 + abs(number) % 10)
  }
}
