/// Values over time as a line in Braille: two of them to a cell across, four levels to a row up.
///
/// A line shows which way something goes over more weeks than a row of columns has cells for. Where one value
/// is far from the last, dots join them, so that the eye follows a fall.
public enum TrendLine {
  /// The dots of a cell's left half and of its right one, the uppermost first.
  private static let dots: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  /// How many cells so many values take.
  public static func width(of count: Int) -> Int { (count + 1) / 2 }

  /// The rows, the uppermost first, each as wide as ``width(of:)`` says; a value that is nil leaves a gap.
  ///
  /// - Parameters:
  ///   - height: How many rows there are.
  ///   - low: What stands at the lowest level; less is drawn there too.
  ///   - high: What stands at the highest.
  public static func rows(
    _ values: [Double?], height: Int, from low: Double, to high: Double
  ) -> [String] {
    guard height > 0, high > low else { return [] }
    let width = width(of: values.count)
    let levels = height * 4
    var cells = [[UInt32]](repeating: [UInt32](repeating: 0, count: width), count: height)
    var last: Int?
    for (index, value) in values.enumerated() {
      guard let value, value.isFinite else {
        last = nil
        continue
      }
      let share = (min(high, max(low, value)) - low) / (high - low)
      let level = Int((share * Double(levels - 1)).rounded())
      // From the level next to the one before to this one.
      let start = last.map { $0 < level ? $0 + 1 : $0 > level ? $0 - 1 : level } ?? level
      for dot in min(start, level)...max(start, level) {
        let down = levels - 1 - dot
        cells[down / 4][index / 2] |= dots[index % 2][down % 4]
      }
      last = level
    }
    return cells.map { row in
      var text = String.UnicodeScalarView()
      for dots in row {
        // A cell without dots is a blank, which every font has.
        text.append(dots == 0 ? " " : Unicode.Scalar(0x2800 + dots) ?? " ")
      }
      return String(text)
    }
  }
}
