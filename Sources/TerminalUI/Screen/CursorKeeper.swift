/// Puts the cursor where it is believed to be after every character that terminals do not agree on.
///
/// The C library and tmux give an emoji, or a letter with marks of an Indian script, one width, another
/// terminal another: everything after it on the line would stand beside its column. Only frames that hold
/// such a character pay for it.
struct CursorKeeper {
  private let width: Int
  private var column: Int?
  private var out: [UInt8] = []

  /// Begins where the last frame left the cursor.
  init(width: Int, at start: Point) {
    self.width = width
    column = start.x
  }

  /// Whether terminals are known to disagree about a scalar.
  static func isRisky(_ scalar: UInt32) -> Bool {
    switch scalar {
    case ..<0x0900: false
    // The scripts of India and around, whose letters join.
    case 0x0900...0x0DFF, 0x0E00...0x0EFF, 0x0F00...0x109F, 0x1780...0x17FF: true
    // Signs that have an emoji's look too, of two columns here.
    case 0x2300...0x2BFF: !isDrawn(scalar) && HarmlessScalar.of(scalar) != .shown(scalar, width: 1)
    case 0x1F000...0x1FAFF: true
    default: false
    }
  }

  private static func isDrawn(_ scalar: UInt32) -> Bool { scalar >= 0x2500 && scalar < 0x2600 }

  /// A frame with the cursor's place said after each such character.
  mutating func keep(_ bytes: [UInt8]) -> [UInt8] {
    out.reserveCapacity(bytes.count + 64)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        index = bytes[index] < 0x20 ? control(bytes, at: index) : text(bytes, at: index)
      }
    }
    return out
  }

  /// Text as far as the next control character.
  private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var end = start
    while end < bytes.count && bytes[end] >= 0x20 { end += 1 }
    var reader = ScalarReader(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    var isUnsure = false
    var from = start
    while let scalar = reader.next() {
      let to = start + reader.position
      switch HarmlessScalar.of(scalar) {
      case .shown(_, let columns):
        if isUnsure { say() }
        isUnsure = Self.isRisky(scalar)
        column = column.map { $0 + columns }
      default: isUnsure = isUnsure || Self.isRisky(scalar)
      }
      out.append(contentsOf: bytes[from..<to])
      from = to
    }
    if isUnsure { say() }
    return end
  }

  /// Says in which column the cursor is. At the right edge it stands still anyway.
  private mutating func say() {
    guard let column, column < width else { return }
    out.append(contentsOf: Array("\u{1B}[\(column + 1)G".utf8))
  }

  /// A control character or an escape sequence, which may move the cursor.
  private mutating func control(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var end = start + 1
    switch bytes[start] {
    case 0x0D: column = 0
    case 0x08: column = column.map { max(0, $0 - 1) }
    case 0x09: column = column.map { min(width - 1, ($0 / 8 + 1) * 8) }
    case 0x1B: end = escape(bytes, at: start)
    case 0x0E, 0x0F: break
    default: column = nil
    }
    out.append(contentsOf: bytes[start..<end])
    return end
  }

  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    guard start + 1 < bytes.count else { return start + 1 }
    guard bytes[start + 1] == UInt8(ascii: "[") else {
      return max(start + 2, EscapeSequence.end(of: 0x1B, in: bytes, at: start + 1))
    }
    var index = start + 2
    var numbers: [Int] = []
    var number: Int?
    while index < bytes.count, (0x20...0x3F).contains(bytes[index]) {
      if (0x30...0x39).contains(bytes[index]) {
        number = min((number ?? 0) * 10 + Int(bytes[index] - 0x30), 100_000)
      } else if bytes[index] == UInt8(ascii: ";") {
        numbers.append(number ?? 0)
        number = nil
      }
      index += 1
    }
    numbers.append(number ?? 0)
    guard index < bytes.count else { return index }
    let first = max(1, numbers[0])
    switch bytes[index] {
    case UInt8(ascii: "H"): column = max(1, numbers.count > 1 ? numbers[1] : 1) - 1
    case UInt8(ascii: "G"): column = first - 1
    case UInt8(ascii: "C"): column = column.map { min(width - 1, $0 + first) }
    case UInt8(ascii: "D"): column = column.map { max(0, $0 - first) }
    case UInt8(ascii: "b"): column = column.map { $0 + first }
    case UInt8(ascii: "r"): column = 0
    default: break
    }
    return index + 1
  }
}
