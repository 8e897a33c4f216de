/// Sums up values in a number that is the same in every run of every program: FNV-1a.
///
/// It tells few things apart; it is no safeguard against somebody who wants two to be alike.
public struct Fingerprint: Equatable, Sendable {
  /// The sum of what was added so far, in that order.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The sum of nothing.
  public init() {}

  /// Adds a whole number.
  public mutating func add(_ number: Int64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(byte: UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
  }

  /// Adds a text and its end, so that "a", "bc" differs from "ab", "c".
  public mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
    add(byte: 0)
  }

  private mutating func add(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
