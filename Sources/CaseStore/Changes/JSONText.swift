/// JSON as the journal writes it, built byte by byte and spaced and escaped just as SQLite does.
///
/// The same text from both sides lets a list be compared without taking it apart.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// The text so far.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func number(_ value: Int64) { bytes.append(contentsOf: String(value).utf8) }

  mutating func cell(_ cell: Cell) {
    switch cell {
    case .null: raw("null")
    case .integer(let value): number(value)
    case .real(let value): bytes.append(contentsOf: value.description.utf8)
    case .text(let value): string(value)
    }
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 8: raw("\\b")
      case 9: raw("\\t")
      case 10: raw("\\n")
      case 12: raw("\\f")
      case 13: raw("\\r")
      case 0..<32:
        raw("\\u00")
        bytes.append(byte < 16 ? 48 : 49)
        let low = byte & 15
        bytes.append(low < 10 ? 48 + low : 87 + low)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func array(_ texts: [String]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(",") }
      string(text)
    }
    raw("]")
  }

  /// Starts a member of an object, which `{` or an earlier member precedes.
  mutating func member(_ name: String) {
    if bytes.last != UInt8(ascii: "{") { raw(",") }
    string(name)
    raw(":")
  }

  /// The texts of an array that this type or SQLite wrote; anything else gives what can be read.
  static func texts(in bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    var texts: [String] = []
    var current: [UInt8] = []
    var isInside = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard isInside else {
        isInside = byte == UInt8(ascii: "\"")
        continue
      }
      if byte == UInt8(ascii: "\"") {
        texts.append(String(decoding: current, as: UTF8.self))
        current.removeAll(keepingCapacity: true)
        isInside = false
      } else if byte == UInt8(ascii: "\\"), index < bytes.count {
        let escaped = bytes[index]
        index += 1
        switch escaped {
        case UInt8(ascii: "b"): current.append(8)
        case UInt8(ascii: "t"): current.append(9)
        case UInt8(ascii: "n"): current.append(10)
        case UInt8(ascii: "f"): current.append(12)
        case UInt8(ascii: "r"): current.append(13)
        case UInt8(ascii: "u"):
          // Only control characters are written so, hence two digits of four.
          let digits = bytes[min(index + 2, bytes.count)..<min(index + 4, bytes.count)]
          current.append(digits.reduce(0) { $0 &* 16 &+ ($1 < 58 ? $1 &- 48 : ($1 | 32) &- 87) })
          index += 4
        default: current.append(escaped)
        }
      } else {
        current.append(byte)
      }
    }
    return texts
  }
}
