/// Words that were typed or pasted, on their way into a record.
public enum MinuteText {
  /// The words with every line end made a line feed, and without the control characters that a pasted
  /// page may hold; tabs and line ends stay.
  ///
  /// Nothing that anyone can see is changed: what was typed is in the minutes to the letter.
  public static func cleaned(_ text: String) -> String {
    let isClean = text.unicodeScalars.allSatisfy { !isControl($0) && $0 != "\r" }
    if isClean { return text }
    var kept = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": kept.append("\n")
      case "\n": if !isAfterReturn { kept.append("\n") }
      case "\u{85}", "\u{2028}", "\u{2029}": kept.append("\n")
      default: if !isControl(scalar) { kept.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
    }
    return String(kept)
  }

  /// Whether a character would do something rather than be seen: C0 and C1, delete, the line ends that
  /// are none of a keyboard's, and what turns the direction of the text after it.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: false
    case 0..<32, 127..<160: true
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The words on one line, as where they stand among others.
  public static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// The words without spaces and line ends around them.
  public static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
