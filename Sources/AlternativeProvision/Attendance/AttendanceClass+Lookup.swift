extension AttendanceClass {
  /// The class of the register code of one or two bytes that is in force on that day.
  ///
  /// One look into an array, for registers of millions of marks. `second` is 0 where there is none.
  /// Nil for a code that does not exist on that day.
  public init?(first: UInt8, second: UInt8 = 0, on day: Day) {
    guard let slot = AttendanceClass.place(first, second) else { return nil }
    let line = AttendanceClass.lines[slot]
    guard line.from <= day.number, day.number <= line.through else { return nil }
    self = line.detail
  }

  /// The class of a register code on that day; nil for a code that does not exist then.
  public init?(code: some StringProtocol, on day: Day) {
    let bytes = code.utf8
    guard let first = bytes.first, bytes.count <= 2 else { return nil }
    self.init(first: first, second: bytes.dropFirst().first ?? 0, on: day)
  }

  private struct Line {
    var from = Int32.max
    var through = Int32.min
    var detail = AttendanceClass.administrative
  }

  /// Eleven places for each possible first byte: its digits, and none.
  private static func place(_ first: UInt8, _ second: UInt8) -> Int? {
    // Registers are kept in capitals; a small letter is the same code.
    let letter = (0x61...0x7A).contains(first) ? first &- 0x20 : first
    guard letter < 128 else { return nil }
    if second == 0 { return Int(letter) &* 11 &+ 10 }
    let digit = second &- 0x30
    return digit < 10 ? Int(letter) &* 11 &+ Int(digit) : nil
  }

  private static let lines: [Line] = {
    var lines = [Line](repeating: Line(), count: 128 * 11)
    for entry in Codes.attendance.entries {
      let bytes = Array(entry.code.utf8)
      guard let first = bytes.first, let place = place(first, bytes.count > 1 ? bytes[1] : 0)
      else { continue }
      lines[place] = Line(
        from: entry.inForceFrom?.number ?? .min, through: entry.inForceThrough?.number ?? .max,
        detail: entry.detail)
    }
    return lines
  }()
}
