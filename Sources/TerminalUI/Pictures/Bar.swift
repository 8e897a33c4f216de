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
