/// Words that were typed or pasted, on their way into a record.
public enum MinuteText {
  /// The words with every line end made a line feed, and without the unseen characters that a pasted
  /// page may hold; tabs and line ends stay.
  ///
  /// Nothing that anyone can see is changed: what was typed is in the minutes to the letter.
  public static func cleaned(_ text: String) -> String {
    let isClean = text.unicodeScalars.allSatisfy { !$0.isUnseen || $0 == "\t" || $0 == "\n" }
    if isClean { return text }
    var kept = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": kept.append("\n")
      case "\n": if !isAfterReturn { kept.append("\n") }
      case "\t": kept.append("\t")
      default:
        if scalar.endsLine {
          kept.append("\n")
        } else if !scalar.isUnseen {
          kept.append(scalar)
        }
      }
      isAfterReturn = scalar == "\r"
    }
    return String(kept)
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
