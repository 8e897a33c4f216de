/// Finds the end of an escape sequence in text, so that the whole of it is left out of what is shown and
/// not only the character that begins it.
enum EscapeSequence {
  /// What a parameter or intermediate part may hold at most; longer is no sequence that anyone sends.
  private static let longest = 64

  /// The position after a sequence whose introducing character, ESC or a control character of C1, ends
  /// just before `start`. Where no sequence follows that is `start`: letters are never lost for nothing.
  static func end(
    of introducer: UInt32, in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Int {
    switch introducer {
    case 0x9B: return control(bytes, start) ?? start
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: return string(bytes, start) ?? start
    case 0x1B:
      guard start < bytes.count else { return start }
      switch bytes[start] {
      case UInt8(ascii: "["): return control(bytes, start + 1) ?? start
      case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
        UInt8(ascii: "_"):
        return string(bytes, start + 1) ?? start
      case 0x20...0x2F:
        // A choice of letters, as ESC ( B.
        let next = start + 1
        return next < bytes.count && (0x30...0x7E).contains(bytes[next]) ? next + 1 : start
      default: return start
      }
    default: return start
    }
  }

  /// Parameters and the letter that ends them.
  private static func control(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var index = start
    while index < bytes.count, index - start < longest, (0x20...0x3F).contains(bytes[index]) {
      index += 1
    }
    guard index < bytes.count, (0x40...0x7E).contains(bytes[index]) else { return nil }
    return index + 1
  }

  /// A string as far as the character that ends it: BEL, ESC \ or the C1 one. One without an end is none.
  private static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x07 { return index + 1 }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x1B && next == UInt8(ascii: "\\") { return index + 2 }
      if byte == 0xC2 && next == 0x9C { return index + 2 }
      index += 1
    }
    return nil
  }
}
