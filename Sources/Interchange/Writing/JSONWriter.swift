extension JSONValue {
  /// The value as text, on indented lines or on one.
  ///
  /// Everything that a terminal might obey is escaped, so that the text may be shown as it is.
  public func written(indented: Bool = true) -> String {
    var output: [UInt8] = []
    write(into: &output, indent: indented ? 0 : nil)
    return String(decoding: output, as: UTF8.self)
  }

  func write(into output: inout [UInt8], indent: Int?) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .flag(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): output.append(contentsOf: text.utf8)
    case .text(let text): JSONValue.quote(text, into: &output)
    case .list(let values):
      JSONValue.enclose("[", values, "]", into: &output, indent: indent) { value, output, indent in
        value.write(into: &output, indent: indent)
      }
    case .object(let members):
      JSONValue.enclose("{", members, "}", into: &output, indent: indent) {
        member, output, indent in
        JSONValue.quote(member.name, into: &output)
        output.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
        member.value.write(into: &output, indent: indent)
      }
    }
  }

  private static func enclose<Element>(
    _ opening: Unicode.Scalar, _ elements: [Element], _ closing: Unicode.Scalar,
    into output: inout [UInt8], indent: Int?,
    writeElement: (Element, inout [UInt8], Int?) -> Void
  ) {
    output.append(UInt8(ascii: opening))
    let inner = indent.map { $0 + 2 }
    for (offset, element) in elements.enumerated() {
      if offset > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(into: &output, indent: inner)
      writeElement(element, &output, inner)
    }
    if !elements.isEmpty { breakLine(into: &output, indent: indent) }
    output.append(UInt8(ascii: closing))
  }

  private static func breakLine(into output: inout [UInt8], indent: Int?) {
    guard let indent else { return }
    output.append(10)
    output.append(contentsOf: repeatElement(32, count: indent))
  }

  static func quote(_ text: String, into output: inout [UInt8]) {
    output.append(34)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output.append(contentsOf: "\\\"".utf8)
      case "\\": output.append(contentsOf: "\\\\".utf8)
      case "\n": output.append(contentsOf: "\\n".utf8)
      case "\r": output.append(contentsOf: "\\r".utf8)
      case "\t": output.append(contentsOf: "\\t".utf8)
      case let scalar where scalar.mayBeObeyed:
        // Beyond the first plane JSON writes a character as two.
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16)
          output.append(contentsOf: "\\u".utf8)
          output.append(contentsOf: repeatElement(48, count: 4 - digits.utf8.count))
          output.append(contentsOf: digits.utf8)
        }
      default: output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    output.append(34)
  }
}
