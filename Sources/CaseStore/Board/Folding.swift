/// Folds text for searching and ordering: small letters, no accents, so that "jose" finds "José".
///
/// Works on UTF-8 bytes without Foundation. Latin letters lose their accents, other scripts are only
/// put into small letters; combining accents and joiners disappear; typographic apostrophes and dashes become the
/// plain ones. Folding folded text changes nothing.
enum Folding {
  /// The folded bytes of a text.
  static func fold(_ text: some StringProtocol) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      append(scalar, to: &folded)
    }
    return folded
  }

  /// The folded words of a text, which spaces and tabs part; words said twice are kept once.
  static func words(of text: some StringProtocol) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for word in fold(text).split(whereSeparator: { $0 == 32 || $0 == 9 }) {
      let bytes = Array(word)
      if !words.contains(bytes) { words.append(bytes) }
    }
    return words
  }

  /// Whether folding bytes that are all ASCII comes to making their capitals small.
  static func isASCII(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 }
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    let value = scalar.value
    if value < 0x80 {
      folded.append(small(UInt8(value)))
      return
    }
    if (0x300...0x36F).contains(value) || isJoiner(value) { return }
    if let letters = several[value] {
      folded.append(contentsOf: letters.utf8)
      return
    }
    if let range = ranges.first(where: { value <= $0.last }), value >= range.first {
      folded.append(UInt8(ascii: range.letter))
      return
    }
    if value >= 0x100 && value <= 0x17F {
      folded.append(latinExtendedA[Int(value) - 0x100])
      return
    }
    for mapped in scalar.properties.lowercaseMapping.unicodeScalars
    where !(0x300...0x36F).contains(mapped.value) {
      folded.append(contentsOf: String(mapped).utf8)
    }
  }

  /// Marks without width that join letters or keep them apart: nobody types them to find a name.
  private static func isJoiner(_ value: UInt32) -> Bool {
    (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
  }

  @inline(__always) static func small(_ byte: UInt8) -> UInt8 {
    byte &- 65 < 26 ? byte | 0x20 : byte
  }

  private static let several: [UInt32: String] = [
    0xC6: "ae", 0xE6: "ae", 0xDE: "th", 0xFE: "th", 0xDF: "ss", 0x1E9E: "ss", 0x132: "ij",
    0x133: "ij", 0x152: "oe", 0x153: "oe", 0x2018: "'", 0x2019: "'", 0x2BC: "'", 0x2010: "-",
    0x2011: "-", 0x2013: "-", 0xA0: " ",
  ]

  /// One letter for each of U+0100 to U+017F; the ligatures among them are in `several`.
  private static let latinExtendedA: [UInt8] = Array(
    ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo"
      + "oorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// Runs of accented letters that share a base letter, in order of their last number.
  private static let ranges: [(first: UInt32, last: UInt32, letter: Unicode.Scalar)] = [
    (0xC0, 0xC5, "a"), (0xC7, 0xC7, "c"), (0xC8, 0xCB, "e"), (0xCC, 0xCF, "i"), (0xD0, 0xD0, "d"),
    (0xD1, 0xD1, "n"), (0xD2, 0xD6, "o"), (0xD8, 0xD8, "o"), (0xD9, 0xDC, "u"), (0xDD, 0xDD, "y"),
    (0xE0, 0xE5, "a"), (0xE7, 0xE7, "c"), (0xE8, 0xEB, "e"), (0xEC, 0xEF, "i"), (0xF0, 0xF0, "d"),
    (0xF1, 0xF1, "n"), (0xF2, 0xF6, "o"), (0xF8, 0xF8, "o"), (0xF9, 0xFC, "u"), (0xFD, 0xFD, "y"),
    (0xFF, 0xFF, "y"), (0x1A0, 0x1A1, "o"), (0x1AF, 0x1B0, "u"), (0x1CD, 0x1CE, "a"),
    (0x1CF, 0x1D0, "i"), (0x1D1, 0x1D2, "o"), (0x1D3, 0x1DC, "u"), (0x218, 0x219, "s"),
    (0x21A, 0x21B, "t"), (0x1E00, 0x1E01, "a"), (0x1E02, 0x1E07, "b"), (0x1E08, 0x1E09, "c"),
    (0x1E0A, 0x1E13, "d"), (0x1E14, 0x1E1D, "e"), (0x1E1E, 0x1E1F, "f"), (0x1E20, 0x1E21, "g"),
    (0x1E22, 0x1E2B, "h"), (0x1E2C, 0x1E2F, "i"), (0x1E30, 0x1E35, "k"), (0x1E36, 0x1E3D, "l"),
    (0x1E3E, 0x1E43, "m"), (0x1E44, 0x1E4B, "n"), (0x1E4C, 0x1E53, "o"), (0x1E54, 0x1E57, "p"),
    (0x1E58, 0x1E5F, "r"), (0x1E60, 0x1E69, "s"), (0x1E6A, 0x1E71, "t"), (0x1E72, 0x1E7B, "u"),
    (0x1E7C, 0x1E7F, "v"), (0x1E80, 0x1E89, "w"), (0x1E8A, 0x1E8D, "x"), (0x1E8E, 0x1E8F, "y"),
    (0x1E90, 0x1E95, "z"), (0x1EA0, 0x1EB7, "a"), (0x1EB8, 0x1EC7, "e"), (0x1EC8, 0x1ECB, "i"),
    (0x1ECC, 0x1EE3, "o"), (0x1EE4, 0x1EF1, "u"), (0x1EF2, 0x1EF9, "y"),
  ]
}
