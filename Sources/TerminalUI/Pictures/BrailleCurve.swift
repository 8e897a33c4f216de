/// A curve of values in Braille dots, two across and four down a cell.
public enum BrailleCurve {
  /// The bits of a cell's dots: by column, then by row from the top.
  private static let dots: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  /// Draws values from left to right over the whole width, joined by upright strokes; a gap where there
  /// is none.
  public static func draw(
    on surface: inout Surface, in rect: Rect, _ values: [Double?], from low: Double,
    to high: Double, style: Style = Style(.barFilled)
  ) {
    guard !rect.isEmpty, !values.isEmpty, high > low else { return }
    let (width, height) = (rect.width * 2, rect.height * 4)
    var cells = [UInt32](repeating: 0, count: rect.width * rect.height)
    func dot(_ x: Int, _ y: Int) {
      cells[y / 4 * rect.width + x / 2] |= dots[x % 2][y % 4]
    }
    var before: Int?
    for x in 0..<width {
      let index = values.count == 1 ? 0 : x * (values.count - 1) / max(1, width - 1)
      guard let value = values[index], value.isFinite else {
        before = nil
        continue
      }
      let share = (min(high, max(low, value)) - low) / (high - low)
      let y = height - 1 - Int((share * Double(height - 1)).rounded())
      for step in min(y, before ?? y)...max(y, before ?? y) { dot(x, step) }
      before = y
    }
    for (place, bits) in cells.enumerated() where bits != 0 {
      guard let scalar = Unicode.Scalar(0x2800 + bits) else { continue }
      surface.set(
        rect.x + place % rect.width, rect.y + place / rect.width, scalar, style: style)
    }
  }
}
