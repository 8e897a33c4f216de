/// Tells text that a spreadsheet would take for a formula, and the apostrophe that keeps it from that.
enum FormulaGuard {
  private static let apostrophe = UInt8(ascii: "'")

  /// Whether a field needs an apostrophe before it.
  ///
  /// Text that has one before a formula already gets another, so that reading takes away just what
  /// writing added; unless it stands as it was read, and is to be read again. A figure such as -5
  /// is no formula.
  static func needsGuard(_ field: String, isAsRead: Bool) -> Bool {
    var bytes = Substring(field).utf8[...]
    if !isAsRead { bytes = bytes.drop { $0 == apostrophe } }
    guard let first = bytes.first(where: { !isSpace($0) }), isOpening(first) else { return false }
    return bytes.startIndex > field.utf8.startIndex || !isFigure(bytes)
  }

  /// The bytes of a field without the apostrophe that guards them.
  static func unguarded(_ slice: FieldSlice) -> FieldSlice {
    guard slice.count > 1, slice.start[0] == apostrophe else { return slice }
    var place = 1
    while place < slice.count, slice.start[place] == apostrophe { place += 1 }
    while place < slice.count, isSpace(slice.start[place]) { place += 1 }
    guard place < slice.count, isOpening(slice.start[place]) else { return slice }
    return FieldSlice(
      start: slice.start + 1, count: slice.count - 1, isEscaped: slice.isEscaped)
  }

  /// The characters at which spreadsheets begin to calculate.
  private static func isOpening(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: false
    }
  }

  /// What some of them skip before one.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// Whether it is a sign alone, or with digits.
  private static func isFigure(_ bytes: Substring.UTF8View.SubSequence) -> Bool {
    guard let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else {
      return false
    }
    return bytes.dropFirst().allSatisfy {
      ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: ".")
    }
  }
}
