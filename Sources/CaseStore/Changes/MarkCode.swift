/// The one or two characters of a register code, without a string's cost.
public struct MarkCode: Hashable, Sendable {
  /// The first character, in ASCII.
  public let first: UInt8
  /// The second character; 0 for none.
  public let second: UInt8

  /// The code of those characters, in ASCII; a small letter is the same code as its capital.
  public init(_ first: UInt8, _ second: UInt8 = 0) {
    self.first = (0x61...0x7A).contains(first) ? first & ~0x20 : first
    self.second = second
  }

  /// The code that the text spells; nil unless it is one or two characters of ASCII.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 1 || bytes.count == 2, bytes.allSatisfy({ (33...126).contains($0) })
    else { return nil }
    self.init(bytes[0], bytes.count == 2 ? bytes[1] : 0)
  }

  /// The code as text.
  public var text: String {
    String(decoding: second == 0 ? [first] : [first, second], as: UTF8.self)
  }
}
