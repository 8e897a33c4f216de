/// What stands for a character on a terminal that shows only ASCII, or Latin letters at most.
///
/// Screens draw lines and blocks without asking; only painting knows the terminal.
enum PlainCharacter {
  /// The character of a repertoire for a scalar with its marks, each 0 where there are fewer.
  static func standing(
    for scalar: UInt32, marks: ArraySlice<UInt32> = [], wide: Bool, in repertoire: Repertoire
  ) -> UInt32 {
    guard repertoire != .ascii else { return standing(for: scalar, wide: wide) }
    let whole = marks.first.flatMap { composed(scalar, $0) } ?? scalar
    if repertoire == .console, !wide {
      let shown = Repertoire.onConsole(whole)
      return shown > 0 ? shown : standing(for: whole, wide: wide)
    }
    return Repertoire.isLatin(whole) ? whole : standing(for: whole, wide: wide)
  }

  /// Letters that have a character of their own with a mark, and those characters, in the same order.
  private static let accents: [UInt32: (letters: [UInt8], composed: [UInt8])] = [
    0x300: (
      Array("AEIOUaeiou".utf8), [0xC0, 0xC8, 0xCC, 0xD2, 0xD9, 0xE0, 0xE8, 0xEC, 0xF2, 0xF9]
    ),
    0x301: (
      Array("AEIOUYaeiouy".utf8),
      [0xC1, 0xC9, 0xCD, 0xD3, 0xDA, 0xDD, 0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xFD]
    ),
    0x302: (
      Array("AEIOUaeiou".utf8), [0xC2, 0xCA, 0xCE, 0xD4, 0xDB, 0xE2, 0xEA, 0xEE, 0xF4, 0xFB]
    ),
    0x303: (Array("ANOano".utf8), [0xC3, 0xD1, 0xD5, 0xE3, 0xF1, 0xF5]),
    0x308: (
      Array("AEIOUaeiouy".utf8),
      [0xC4, 0xCB, 0xCF, 0xD6, 0xDC, 0xE4, 0xEB, 0xEF, 0xF6, 0xFC, 0xFF]
    ),
    0x30A: (Array("Aa".utf8), [0xC5, 0xE5]),
    0x327: (Array("Cc".utf8), [0xC7, 0xE7]),
  ]

  /// The one character for a letter with a mark, where Latin has one.
  private static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    guard letter < 0x7F, let row = accents[mark],
      let place = row.letters.firstIndex(of: UInt8(letter))
    else { return nil }
    return UInt32(row.composed[place])
  }

  /// The ASCII character for a scalar; a wide one's other half becomes a blank.
  static func standing(for scalar: UInt32, wide: Bool) -> UInt32 {
    if wide { return 0x3F }
    switch scalar {
    case 0x20..<0x7F: return scalar
    case 0xA0..<0x180:
      let letter = latin[Int(scalar - 0xA0)]
      return UInt32(letter)
    case 0x180...0x24F, 0x1E00...0x1EFF: return letter(beyondTheTable: scalar)
    case 0x2010...0x2015, 0x2212: return 0x2D  // -
    case 0x2018, 0x2019, 0x2032: return 0x27  // '
    case 0x201C, 0x201D, 0x2033: return 0x22  // "
    case 0x2022, 0x25CF, 0x2219: return 0x2A  // *
    case 0x2026: return 0x7E  // ~ for an ellipsis
    case 0x20AC: return 0x45  // E
    case 0x2190: return 0x3C  // <
    case 0x2191, 0x25B2, 0x25B4: return 0x5E  // ^
    case 0x2192, 0x25B6, 0x25B8, 0x203A: return 0x3E  // >
    case 0x2193, 0x25BC, 0x25BE: return 0x76  // v
    case 0x25B3: return 0x2F  // / for what is not so near as ^
    case 0x25C0, 0x25C2, 0x2039: return 0x3C  // <
    case 0x2713, 0x2714: return 0x76  // v
    case 0x2717, 0x2718, 0x00D7: return 0x78  // x
    case 0x25CB, 0x25CC: return 0x6F  // o
    case 0x25D0: return 0x25  // % for what is half
    case 0x25A0: return 0x21  // ! for what is overdue, which must not read as a full block
    case 0x25A1, 0x25AA, 0x25AE: return 0x23  // #
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x2550: return 0x2D  // -
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x254E, 0x2551: return 0x7C  // |
    case 0x250C...0x254B, 0x2552...0x257F: return 0x2B  // +
    case 0x2581, 0x2582: return 0x5F  // _
    case 0x2583: return 0x2D  // - and no point, which is for no value
    case 0x2584, 0x2585: return 0x3D  // = for half, which a line is not
    case 0x2586, 0x2587: return 0x25  // %
    case 0x2588, 0x2589, 0x258A, 0x258B, 0x258C, 0x2593: return 0x23  // #
    case 0x258D, 0x258E, 0x258F: return 0x2D  // -
    case 0x2590: return 0x7C  // |
    case 0x2591: return 0x2E  // .
    case 0x2592: return 0x3A  // :
    case 0x2800...0x28FF: return braille(scalar & 0xFF)
    case 0x2596...0x259F: return 0x2B  // + for a bar that a rule crosses
    case 0x25C6, 0x25C7: return 0x2A  // *
    case 0x25B5: return 0x5E  // ^
    case 0x25BF: return 0x76  // v
    default: return 0x3F  // ?
    }
  }

  /// Romanian's letters with a comma below, Vietnamese's with two accents, and the others that names
  /// hold, without their accents.
  private static func letter(beyondTheTable scalar: UInt32) -> UInt32 {
    guard let run = runs.first(where: { $0.first <= scalar && scalar <= $0.last }) else {
      return 0x3F
    }
    let small = (scalar - run.first) % 2 == (run.startsSmall ? 0 : 1)
    return UInt32(UInt8(ascii: run.letter)) + (small ? 32 : 0)
  }

  /// Runs of letters with one base letter, capital and small in turn.
  private static let runs:
    [(first: UInt32, last: UInt32, letter: Unicode.Scalar, startsSmall: Bool)] = [
      (0x18F, 0x18F, "E", false), (0x192, 0x192, "F", true), (0x1A0, 0x1A1, "O", false),
      (0x1AF, 0x1B0, "U", false), (0x1CD, 0x1CE, "A", false), (0x1CF, 0x1D0, "I", false),
      (0x1D1, 0x1D2, "O", false), (0x1D3, 0x1DC, "U", false), (0x1DE, 0x1E3, "A", false),
      (0x1E4, 0x1E7, "G", false), (0x1E8, 0x1E9, "K", false), (0x1EA, 0x1ED, "O", false),
      (0x1F4, 0x1F5, "G", false), (0x1F8, 0x1F9, "N", false), (0x1FA, 0x1FD, "A", false),
      (0x1FE, 0x1FF, "O", false), (0x200, 0x203, "A", false), (0x204, 0x207, "E", false),
      (0x208, 0x20B, "I", false), (0x20C, 0x20F, "O", false), (0x210, 0x213, "R", false),
      (0x214, 0x217, "U", false), (0x218, 0x219, "S", false), (0x21A, 0x21B, "T", false),
      (0x21E, 0x21F, "H", false), (0x226, 0x227, "A", false), (0x228, 0x229, "E", false),
      (0x22A, 0x231, "O", false), (0x232, 0x233, "Y", false), (0x1E00, 0x1E01, "A", false),
      (0x1E02, 0x1E07, "B", false), (0x1E08, 0x1E09, "C", false), (0x1E0A, 0x1E13, "D", false),
      (0x1E14, 0x1E1D, "E", false), (0x1E1E, 0x1E1F, "F", false), (0x1E20, 0x1E21, "G", false),
      (0x1E22, 0x1E2B, "H", false), (0x1E2C, 0x1E2F, "I", false), (0x1E30, 0x1E35, "K", false),
      (0x1E36, 0x1E3D, "L", false), (0x1E3E, 0x1E43, "M", false), (0x1E44, 0x1E4B, "N", false),
      (0x1E4C, 0x1E53, "O", false), (0x1E54, 0x1E57, "P", false), (0x1E58, 0x1E5F, "R", false),
      (0x1E60, 0x1E69, "S", false), (0x1E6A, 0x1E71, "T", false), (0x1E72, 0x1E7B, "U", false),
      (0x1E7C, 0x1E7F, "V", false), (0x1E80, 0x1E89, "W", false), (0x1E8A, 0x1E8D, "X", false),
      (0x1E8E, 0x1E8F, "Y", false), (0x1E90, 0x1E95, "Z", false), (0x1E9E, 0x1E9E, "S", false),
      (0x1EA0, 0x1EB7, "A", false), (0x1EB8, 0x1EC7, "E", false), (0x1EC8, 0x1ECB, "I", false),
      (0x1ECC, 0x1EE3, "O", false), (0x1EE4, 0x1EF1, "U", false), (0x1EF2, 0x1EF9, "Y", false),
    ]

  /// As high as the dots are, so that a line of them goes up and down in ASCII too.
  private static func braille(_ dots: UInt32) -> UInt32 {
    if dots == 0 { return 0x20 }
    if dots.nonzeroBitCount >= 6 { return 0x23 }  // #
    let isHigh = dots & 0x1B != 0
    let isLow = dots & 0xE4 != 0
    return isHigh && isLow ? 0x3A : isHigh ? 0x27 : 0x2E  // : ' .
  }

  /// U+00A0 to U+017F by the letter without its accent.
  private static let latin = Array(
    (" !cL?Y|S\"ca<--r-o+23'uP.,1o>????AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOo"
      + "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)
}
