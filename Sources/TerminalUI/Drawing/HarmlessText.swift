import CNcurses

/// What a scalar from outside may become on a terminal: itself, a mark on the one before, something
/// visible in its place, or nothing.
///
/// Names and notes may hold escape sequences, bidirectional controls and joiners that hide text or move
/// the cursor. Widths are the C library's, which ncurses and tmux use too, so that what was laid out is
/// what is shown.
@frozen
public enum HarmlessScalar: Equatable, Sendable {
  /// Shown as this scalar, so many columns wide: 1 or 2.
  case shown(UInt32, width: Int)
  /// Combines with the character before it.
  case mark(UInt32)
  /// Left out: a variation selector or a joiner, whose only effect on a terminal is that terminals
  /// disagree on the width.
  case nothing

  /// Stands where something could not be shown.
  public static let replacement: UInt32 = 0xFFFD

  /// What becomes of a scalar.
  public static func of(_ scalar: UInt32) -> HarmlessScalar {
    if scalar >= 0x20 && scalar < 0x7F { return .shown(scalar, width: 1) }
    // Letters of Latin and the characters of lines and blocks, which are most of what is not ASCII here.
    if isNarrow(scalar) { return .shown(scalar, width: 1) }
    if scalar < 0xA0 { return .shown(replacement, width: 1) }
    if scalar == 0xA0 { return .shown(0x20, width: 1) }
    if scalar == 0xAD { return .shown(0x2D, width: 1) }
    if scalar >= 0xFE00 && scalar <= 0xFE0F || isJoiner(scalar) { return .nothing }
    guard let value = Unicode.Scalar(scalar) else { return .shown(replacement, width: 1) }
    if isFiller(scalar) { return .shown(replacement, width: 1) }
    switch Int(nc_width(scalar)) {
    case 0:
      switch value.properties.generalCategory {
      case .format, .control, .lineSeparator, .paragraphSeparator, .unassigned:
        return .shown(replacement, width: 1)
      default: return .mark(scalar)
      }
    case let width where width > 0:
      return value.properties.generalCategory == .format
        ? .shown(replacement, width: 1) : .shown(scalar, width: width)
    default: return .shown(replacement, width: 1)
    }
  }

  private static func isNarrow(_ scalar: UInt32) -> Bool {
    (scalar > 0xA0 && scalar < 0x180 && scalar != 0xAD) || (scalar >= 0x2500 && scalar <= 0x25FC)
  }

  /// What joins letters or emoji, or keeps them apart.
  private static func isJoiner(_ scalar: UInt32) -> Bool {
    scalar == 0x200C || scalar == 0x200D || scalar == 0x2060
  }

  /// Letters that look like nothing at all, so that two names may look the same.
  private static func isFiller(_ scalar: UInt32) -> Bool {
    scalar == 0x034F || scalar == 0x115F || scalar == 0x1160 || scalar == 0x17B4
      || scalar == 0x17B5 || scalar == 0x2800 || scalar == 0x3164 || scalar == 0xFFA0
  }
}

/// Reads UTF-8 scalar by scalar; a malformed part becomes one replacement, and an escape sequence is only
/// the control character that begins it.
struct ScalarReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> UInt32? {
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    position += 1
    if first < 0x80 {
      if first == 0x1B { position = EscapeSequence.end(of: 0x1B, in: bytes, at: position) }
      return UInt32(first)
    }
    let (extra, start, least): (Int, UInt32, UInt32)
    switch first {
    case 0xC2...0xDF: (extra, start, least) = (1, UInt32(first & 0x1F), 0x80)
    case 0xE0...0xEF: (extra, start, least) = (2, UInt32(first & 0x0F), 0x800)
    case 0xF0...0xF4: (extra, start, least) = (3, UInt32(first & 0x07), 0x10000)
    default: return HarmlessScalar.replacement
    }
    var scalar = start
    for _ in 0..<extra {
      guard position < bytes.count, bytes[position] & 0xC0 == 0x80 else {
        return HarmlessScalar.replacement
      }
      scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
    }
    guard scalar >= least, Unicode.Scalar(scalar) != nil else {
      return HarmlessScalar.replacement
    }
    if scalar < 0xA0 { position = EscapeSequence.end(of: scalar, in: bytes, at: position) }
    return scalar
  }
}

/// Text from outside on its way into something that is edited.
public enum PlainText {
  /// Whether a character does something to a text rather than be seen in it; the joiners of emoji and of
  /// scripts do not count, since without them other signs appear.
  public static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      return scalar.value != 0x200C && scalar.value != 0x200D
    default: return false
    }
  }

  /// The text without escape sequences; what began them is left for the caller to refuse.
  public static func withoutSequences(_ text: String) -> String {
    var text = text
    guard text.utf8.contains(where: { $0 == 0x1B || $0 == 0xC2 }) else { return text }
    return text.withUTF8 { bytes in
      var reader = ScalarReader(bytes)
      var plain = String.UnicodeScalarView()
      while let value = reader.next() {
        if let scalar = Unicode.Scalar(value) { plain.append(scalar) }
      }
      return String(plain)
    }
  }
}

/// Columns that text takes on a terminal.
public enum TextWidth {
  /// The columns of a text, as a surface would show it on one row.
  public static func of(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// The columns of UTF-8 bytes.
  public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var columns = 0
    for byte in bytes {
      if byte < 0x20 || byte > 0x7E { return slowly(bytes) }
      columns += 1
    }
    return columns
  }

  private static func slowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var reader = ScalarReader(bytes)
    var columns = 0
    var atStart = true
    while let scalar = reader.next() {
      switch HarmlessScalar.of(scalar) {
      case .shown(_, let width):
        columns += width
        atStart = false
      case .mark:
        if atStart { columns += 1 }
        atStart = false
      case .nothing: break
      }
    }
    return columns
  }
}
