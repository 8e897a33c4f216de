/// Which characters a terminal can be given, as its locale decides.
public enum Repertoire: Int, Comparable, Sendable, CaseIterable {
  /// ASCII alone.
  case ascii
  /// Letters of Western Europe and some signs too: what ISO 8859-1 has and ISO 8859-15 and Windows' code
  /// page 1252 have in the same place, so that it does not matter which of them the terminal speaks.
  case latin1
  /// All of Unicode.
  case unicode

  /// Fewer characters come first.
  public static func < (left: Repertoire, right: Repertoire) -> Bool {
    left.rawValue < right.rawValue
  }

  /// What a locale's character set holds, by the name that the C library or the locale itself gives it.
  ///
  /// Nothing said at all, as over a bare ssh or in a container, means a terminal that can show what it
  /// gets; a set that is not known here means that somebody chose, and gets ASCII.
  init(codeset: String?) {
    guard let codeset else {
      self = .unicode
      return
    }
    let name = codeset.lowercased().filter { $0.isLetter || $0.isNumber }
    switch name {
    case "utf8": self = .unicode
    case "iso88591", "iso885915", "latin1", "latin9", "cp1252", "windows1252": self = .latin1
    default: self = .ascii
    }
  }

  /// Whether the sets that ``latin1`` stands for have a character, all in the same place.
  static func isLatin(_ scalar: UInt32) -> Bool {
    guard (0xA1...0xFF).contains(scalar) else { return false }
    switch scalar {
    // ISO 8859-15 has the euro and letters of French, Finnish and Estonian here; a soft hyphen shows
    // on some terminals and not on others.
    case 0xA4, 0xA6, 0xA8, 0xAD, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE: return false
    default: return true
    }
  }

  /// UTF-8 of Latin characters as the one byte of each; anything else that is not ASCII is left out.
  static func latinBytes(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var lead: UInt8 = 0
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
        lead = 0
      } else if byte >= 0xC0 {
        lead = byte
      } else if lead == 0xC2 || lead == 0xC3 {
        result.append((lead & 0x03) << 6 | byte & 0x3F)
        lead = 0
      }
    }
    return result
  }
}
