/// Numbers that look random and are the same in every run, so that a failure comes again (SplitMix64,
/// Steele et al. 2014).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Begins with a seed.
  public init(_ seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from nought to just below an end.
  public mutating func below(_ end: Int) -> Int { Int(next() % UInt64(end)) }

  /// Something that happens so often in a hundred.
  public mutating func happens(_ inHundred: Int) -> Bool { below(100) < inHundred }

  /// One of some values.
  public mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }
}
