/// Chance that falls the same way for the same seed on every machine (SplitMix64, Steele et al. 2014).
struct Dice {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// Dice of their own for a part of the story, so that a change to one part leaves the others be.
  func fork(_ part: UInt64) -> Dice {
    var child = Dice(seed: state ^ (part &* 0xD134_2543_DE82_EF95))
    _ = child.next()
    return child
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from nought to just below `limit`; nought where there is none.
  mutating func below(_ limit: Int) -> Int {
    limit > 1 ? Int((next() >> 33) % UInt64(limit)) : 0
  }

  /// A whole number in a range, ends included.
  mutating func number(_ low: Int, _ high: Int) -> Int {
    low + below(high - low + 1)
  }

  /// A number from 0 to just below 1.
  mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Something that happens that often.
  mutating func chance(_ likelihood: Double) -> Bool {
    fraction() < likelihood
  }

  /// A number around `middle`, at most `spread` away, the nearer the likelier.
  mutating func around(_ middle: Double, _ spread: Double) -> Double {
    middle + (fraction() + fraction() + fraction() - 1.5) / 1.5 * spread
  }

  /// One of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[below(list.count)]
  }

  /// The position of one of the weights, the heavier the likelier.
  mutating func weighted(_ weights: [Double]) -> Int {
    var left = fraction() * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return position }
    }
    return weights.count - 1
  }

  /// The list in another order.
  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var result = list
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, below(last + 1))
    }
    return result
  }
}
