/// Reads one JSON value strictly by RFC 8259: no comments, no trailing commas, no bare words.
public struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0

  /// Nesting past this is an attack or a mistake; each level costs stack.
  private static let deepest = 512

  /// Reads the whole text as one value.
  ///
  /// - Throws: `JSONProblem`, with the line and column at which reading stopped.
  public static func read(_ text: SourceText) throws(JSONProblem) -> JSONValue {
    var reader = JSONReader(bytes: text.bytes)
    reader.skipSpace()
    let value = try reader.value()
    reader.skipSpace()
    guard reader.index == text.bytes.count else { throw reader.problem("more follows the value") }
    return value
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
  }

  private mutating func value() throws(JSONProblem) -> JSONValue {
    switch current {
    case UInt8(ascii: "{"):
      return try nested { (reader) throws(JSONProblem) in try reader.object() }
    case UInt8(ascii: "["): return try nested { (reader) throws(JSONProblem) in try reader.list() }
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .flag(true))
    case UInt8(ascii: "f"): return try word("false", .flag(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"): return try number()
    case let byte? where (48...57).contains(byte): return try number()
    case nil: throw problem("the text ends where a value must stand")
    default: throw problem("no value starts here")
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONProblem) -> JSONValue
  ) throws(JSONProblem) -> JSONValue {
    guard depth < JSONReader.deepest else { throw problem("values are nested too deeply") }
    depth += 1
    index += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONProblem) -> JSONValue {
    var members: [JSONMember] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw problem("a name in quotation marks is due") }
      let name = try text()
      skipSpace()
      guard take(":") else { throw problem("a colon is due") }
      skipSpace()
      members.append(JSONMember(name: name, value: try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw problem("a comma or } is due") }
    }
  }

  private mutating func list() throws(JSONProblem) -> JSONValue {
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .list(values) }
    while true {
      skipSpace()
      values.append(try value())
      skipSpace()
      if take("]") { return .list(values) }
      guard take(",") else { throw problem("a comma or ] is due") }
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONProblem) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index + offset < bytes.count, bytes[index + offset] == word.utf8Start[offset] else {
        throw problem("no value starts here")
      }
    }
    index += word.utf8CodeUnitCount
    return value
  }

  private mutating func number() throws(JSONProblem) -> JSONValue {
    let start = index
    _ = take("-")
    if take("0") {
      if digits() > 0 { throw problem("a number may not start with 0") }
    } else if digits() == 0 {
      throw problem("digits are due")
    }
    if take("."), digits() == 0 { throw problem("digits are due") }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if digits() == 0 { throw problem("digits are due") }
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte = current, (48...57).contains(byte) { index += 1 }
    return index - start
  }

  private mutating func text() throws(JSONProblem) -> String {
    index += 1
    var result: [UInt8] = []
    while let byte = current {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
      case 0..<32: throw problem("a control character must be escaped", back: 1)
      case UInt8(ascii: "\\"): result.append(contentsOf: try escape().utf8)
      default: result.append(byte)
      }
    }
    throw problem("a text is never closed")
  }

  private mutating func escape() throws(JSONProblem) -> Character {
    guard let byte = current else { throw problem("a text is never closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Character(Unicode.Scalar(byte))
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try unicodeEscape())
    default: throw problem("no such escape", back: 1)
    }
  }

  private mutating func unicodeEscape() throws(JSONProblem) -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A surrogate: the second half must follow, or the text means nothing.
    if first < 0xDC00, take("\\"), take("u") {
      let second = try fourDigits()
      if second & 0xFC00 == 0xDC00,
        let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
      {
        return scalar
      }
    }
    throw problem("half a surrogate pair stands alone")
  }

  private mutating func fourDigits() throws(JSONProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw problem("four hexadecimal digits are due")
      }
      value = value * 16 + UInt32(digit)
      index += 1
    }
    return value
  }

  private func problem(_ reason: String, back: Int = 0) -> JSONProblem {
    let place = max(0, index - back)
    let before = bytes[0..<min(place, bytes.count)]
    let line = before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return JSONProblem(line: line, column: place - lineStart + 1, reason: reason)
  }
}

/// Where and why a text is not JSON.
public struct JSONProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The byte in the line, from 1.
  public let column: Int
  /// What is wrong there.
  public let reason: String

  /// One line to show.
  public var description: String { "line \(line), column \(column): \(reason)" }
}
