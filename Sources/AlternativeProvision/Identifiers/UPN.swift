/// A unique pupil number: thirteen characters, the first of which checks the others.
///
/// Check letter, three digits of local authority, four of establishment, two of year, three of serial;
/// a temporary number ends in a letter. The check letter is the weighted sum of the other twelve
/// characters, weights 2 to 13, modulo 23, in an alphabet without I, O and S (DfE, UPN guide).
public struct UPN: Hashable, Sendable {
  /// The thirteen characters, in capitals.
  public let text: String

  static let letters: [UInt8] = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  /// Reads a number, ignoring case and surrounding spaces.
  ///
  /// - Throws: `UPNProblem`, which says what is wrong and what would be right.
  public init(_ text: some StringProtocol) throws(UPNProblem) {
    let bytes = UPN.capitals(of: text)
    if bytes.contains(where: { $0 > 127 }) { throw UPN.foreignCharacter(in: text) }
    guard bytes.count == 13 else { throw .wrongLength(bytes.count) }
    let expected = try UPN.checkLetter(for: bytes[1...])
    guard bytes[0] == expected else {
      throw .wrongCheckLetter(
        found: Character(Unicode.Scalar(bytes[0])), expected: Character(Unicode.Scalar(expected)))
    }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the number ends in a letter, and so stands in for one not yet found.
  public var isTemporary: Bool {
    text.utf8.last.map { $0 > UInt8(ascii: "9") } ?? false
  }

  /// The local authority that allotted it, which may be a former one.
  public var authority: Int {
    text.utf8.dropFirst().prefix(3).reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  /// Whether that authority is or was one in England, as far as the table of authorities goes.
  public var isAuthorityKnown: Bool { Codes.localAuthorities.entry("\(authority)") != nil }

  private static func capitals(of text: some StringProtocol) -> [UInt8] {
    var capitals: [UInt8] = []
    capitals.reserveCapacity(13)
    for byte in text.utf8 where byte != 32 {
      capitals.append((97...122).contains(byte) ? byte - 32 : byte)
    }
    return capitals
  }

  private static func foreignCharacter(in text: some StringProtocol) -> UPNProblem {
    let characters = text.filter { $0 != " " }
    for (offset, character) in characters.enumerated() where !character.isASCII {
      return .unexpectedCharacter(character, position: offset + 1)
    }
    return .wrongLength(characters.count)
  }

  /// The letter that checks the twelve characters after it.
  static func checkLetter(for rest: ArraySlice<UInt8>) throws(UPNProblem) -> UInt8 {
    var sum = 0
    for (offset, byte) in rest.enumerated() {
      let isLast = offset == rest.count - 1
      if (48...57).contains(byte) {
        sum += Int(byte - 48) * (offset + 2)
      } else if isLast, let value = letters.firstIndex(of: byte) {
        sum += value * (offset + 2)
      } else {
        throw .unexpectedCharacter(Character(Unicode.Scalar(byte)), position: offset + 2)
      }
    }
    return letters[sum % 23]
  }
}

/// What is wrong with the text of a unique pupil number.
public enum UPNProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// It does not have thirteen characters.
  case wrongLength(Int)
  /// A character stands where it cannot: positions count from 1.
  case unexpectedCharacter(Character, position: Int)
  /// The first letter does not check the rest.
  case wrongCheckLetter(found: Character, expected: Character)

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .wrongLength(let length):
      "a UPN has 13 characters, a letter and then twelve digits; this has \(length)"
    case .unexpectedCharacter(let character, position: 13):
      "“\(character)” cannot be the last character of a UPN; it is a digit, or for a temporary UPN a "
        + "letter other than I, O and S"
    case .unexpectedCharacter(let character, position: 1):
      "“\(character)” cannot be the first character of a UPN; it is a capital letter"
    case .unexpectedCharacter(let character, let position):
      "“\(character)” in place \(position) of the UPN must be a digit"
    case .wrongCheckLetter(let found, let expected):
      "the UPN's first letter is \(found) and would be \(expected) if the rest were right; one of its "
        + "characters is mistyped"
    }
  }
}
