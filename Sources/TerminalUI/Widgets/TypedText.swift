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
    var marks = 0
    for scalar in PlainText.withoutSequences(text).unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0A where isAfterReturn: break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: plain.append(contentsOf: lineBreak.unicodeScalars)
      case 0x09: plain.append(contentsOf: tab.unicodeScalars)
      default:
        marks = isMark(scalar) ? marks + 1 : 0
        if PlainText.isUnseen(scalar) || marks > mostMarks {
          refused += 1
        } else {
          plain.append(scalar)
        }
      }
    }
    return (String(plain), refused)
  }

  /// How many marks a character may have: no script needs more, and thousands on one letter, as a joke or an
  /// attack has them, are one character that every step would have to go through.
  static let mostMarks = 8

  /// Whether a scalar that is typed may stand after a character.
  static func takes(_ scalar: Unicode.Scalar, after character: Character?) -> Bool {
    guard isMark(scalar), let character else { return true }
    return character.unicodeScalars.reversed().prefix(while: isMark).count < mostMarks
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }
}
