/// Which characters a terminal can be given, as its locale decides.
public enum Repertoire: Int, Comparable, Sendable, CaseIterable {
  /// ASCII alone.
  case ascii
  /// Letters of Western Europe and some signs too: what ISO 8859-1 has and ISO 8859-15 and Windows' code
  /// page 1252 have in the same place, so that it does not matter which of them the terminal speaks.
  case latin1
  /// Letters of any script that is written in single cells, and of lines and blocks those that every font
  /// of a text console has, which holds 256 or 512 characters: neither Braille nor eighths of a block.
  case console
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

  /// The most that a terminal of this name can show, whatever its locale.
  static func most(on terminal: String) -> Repertoire {
    terminal.split { $0 == "-" || $0 == "." }.contains("linux") ? .console : .unicode
  }

  /// What stands for a scalar on a text console: itself where it is a letter or one of the old line and
  /// block characters, of heavy lines the double ones; else 0.
  static func onConsole(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xA0..<0x300, 0x370..<0x530, 0x1E00..<0x2000: scalar
    case 0x2500, 0x2502, 0x250C, 0x2510, 0x2514, 0x2518, 0x251C, 0x2524, 0x252C, 0x2534, 0x253C:
      scalar
    case 0x2550...0x256C, 0x2588, 0x2584, 0x2591...0x2593: scalar
    // A column of eighths in thirds, so that a higher one is never drawn lower.
    case 0x2581...0x2583: 0x5F
    case 0x2585: 0x2584
    case 0x2586, 0x2587, 0x2589...0x258C: 0x2588
    case 0x2501: 0x2550
    case 0x2503: 0x2551
    case 0x250F: 0x2554
    case 0x2513: 0x2557
    case 0x2517: 0x255A
    case 0x251B: 0x255D
    default: 0
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
