/// A horizontal bar in eighths of a cell.
public enum Bar {
  private static let eighths: [Unicode.Scalar] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// Draws a bar that fills a fraction, from 0 to 1, of a row. Anything above nothing shows, and
  /// anything below the whole leaves a gap.
  public static func draw(
    on surface: inout Surface, in rect: Rect, fraction: Double,
    filled: Style = Style(.barFilled), empty: Style = Style(.barEmpty)
  ) {
    guard rect.width > 0 else { return }
    let total = rect.width * 8
    let sound = fraction.isNaN ? 0 : min(1, max(0, fraction))
    var part = Int((sound * Double(total)).rounded())
    if sound > 0 && part == 0 { part = 1 }
    if sound < 1 && part == total { part = total - 1 }
    for column in 0..<rect.width {
      let here = min(8, max(0, part - column * 8))
      if here == 8 {
        surface.set(rect.x + column, rect.y, "█", style: filled)
      } else if here > 0 {
        surface.set(rect.x + column, rect.y, eighths[here], style: filled)
      } else {
        surface.set(rect.x + column, rect.y, "░", style: empty)
      }
    }
  }
}

/// A row of small columns, one a value.
public enum Sparkline {
  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The values as text, a character each; `·` where there is none. Without bounds the least and the
  /// largest value are they.
  public static func text(
    _ values: some Sequence<Double?>, from low: Double? = nil, to high: Double? = nil
  ) -> String {
    let list = Array(values)
    let known = list.compactMap(\.self).filter(\.isFinite)
    let bottom = low ?? known.min() ?? 0
    let top = high ?? known.max() ?? 1
    return String(
      list.map { value -> Character in
        guard let value, value.isFinite else { return "·" }
        guard top > bottom else { return levels[value > 0 ? 7 : 0] }
        let share = (min(top, max(bottom, value)) - bottom) / (top - bottom)
        return levels[min(7, Int(share * 8))]
      })
  }
}
