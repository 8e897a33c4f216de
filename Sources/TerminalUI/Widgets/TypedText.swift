/// Text on its way into something that is edited: typed, pasted, or come back from an editor.
///
/// What counts as unseen is what the domain says of it, which this module does not know; a test holds the
/// two together.
enum TypedText {
  /// A text without what would move the cursor or hide words, and how many characters were left out.
  ///
  /// Line ends of every sort become `lineBreak`, tabs become `tab`.
  static func cleaned(_ text: String, lineBreak: String, tab: String) -> (String, refused: Int) {
    var plain = String.UnicodeScalarView()
    var refused = 0
    var isAfterReturn = false
    for scalar in PlainText.withoutSequences(text).unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where isAfterReturn: break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: plain.append(contentsOf: lineBreak.unicodeScalars)
      case 0x09: plain.append(contentsOf: tab.unicodeScalars)
      default:
        if PlainText.isUnseen(scalar) { refused += 1 } else { plain.append(scalar) }
      }
    }
    return (String(plain), refused)
  }
}
