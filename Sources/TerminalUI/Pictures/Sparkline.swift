/// A row of small columns, one a value.
public enum Sparkline {
  /// The columns, from an eighth of a cell to a whole one.
  static let levels: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The column of a value between two bounds; `·` where there is none.
  public static func level(_ value: Double?, from low: Double, to high: Double) -> Unicode.Scalar {
    guard let value, value.isFinite else { return "·" }
    guard high > low else { return levels[value > 0 ? 7 : 0] }
    let share = (min(high, max(low, value)) - low) / (high - low)
    return levels[min(7, Int(share * 8))]
  }

  /// The values as text, a character each; `·` where there is none. Without bounds the least and the
  /// largest value are they.
  public static func text(
    _ values: some Sequence<Double?>, from low: Double? = nil, to high: Double? = nil
  ) -> String {
    let list = Array(values)
    let known = list.compactMap(\.self).filter(\.isFinite)
    let bottom = low ?? known.min() ?? 0
    let top = high ?? known.max() ?? 1
    var text = String.UnicodeScalarView()
    for value in list { text.append(level(value, from: bottom, to: top)) }
    return String(text)
  }

  /// The values as whole numbers, for those who read them rather than see them; `–` where there is none.
  public static func numbers(_ values: some Sequence<Double?>) -> String {
    values.map { value in
      guard let value, value.isFinite, abs(value) < 1e9 else { return "–" }
      return String(Int(value.rounded()))
    }
    .joined(separator: " ")
  }
}
