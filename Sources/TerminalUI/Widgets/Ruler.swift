/// A row that counts up to a value, in parts that a look tells apart: up to the fifth day, the sixth,
/// and beyond.
public struct Ruler: Sendable {
  /// A part of the scale.
  public struct Part: Hashable, Sendable {
    /// The last unit that belongs to it, counted from 1.
    public var last: Int
    /// The look of its units that are reached.
    public var style: Style
    /// The character of its units that are reached, which tells parts apart without colour.
    public var scalar: Unicode.Scalar

    /// Makes a part.
    public init(through last: Int, _ style: Style, _ scalar: Unicode.Scalar) {
      self.last = last
      self.style = style
      self.scalar = scalar
    }
  }

  /// The parts, in order.
  public var parts: [Part]
  /// Units after which a tick stands where they are not yet reached.
  public var ticks: [Int]

  /// Makes a ruler.
  public init(parts: [Part], ticks: [Int] = []) {
    self.parts = parts
    self.ticks = ticks
  }

  /// Draws so many units in a row, one a cell; those beyond its width end in `»`.
  public func draw(on surface: inout Surface, in rect: Rect, value: Int, over: Style? = nil) {
    guard rect.width > 0 else { return }
    for column in 0..<rect.width {
      let unit = column + 1
      guard let part = parts.first(where: { unit <= $0.last }) ?? parts.last else { return }
      if value > rect.width && column == rect.width - 1 {
        surface.set(rect.x + column, rect.y, "»", style: over ?? parts.last?.style ?? .text)
      } else if unit <= value {
        surface.set(rect.x + column, rect.y, part.scalar, style: over ?? part.style)
      } else {
        surface.set(
          rect.x + column, rect.y, ticks.contains(unit) ? "┊" : "·",
          style: over ?? Style(.barEmpty))
      }
    }
  }
}

/// Squares in rows and columns with a heading to each, such as a year of weeks.
public struct SquareGrid: Sendable {
  /// One square.
  public struct Square: Hashable, Sendable {
    /// Its character, of one column.
    public var scalar: Unicode.Scalar
    /// Its look.
    public var style: Style

    /// Makes a square.
    public init(_ scalar: Unicode.Scalar, _ style: Style) {
      self.scalar = scalar
      self.style = style
    }
  }

  /// Headings of the rows, at the left.
  public var rowTitles: [String]
  /// Headings of columns, by the column at which they begin.
  public var columnTitles: [(column: Int, title: String)]
  /// Columns of the terminal for each square, at least 1.
  public var pitch: Int

  /// Makes a grid.
  public init(
    rowTitles: [String], columnTitles: [(column: Int, title: String)] = [], pitch: Int = 1
  ) {
    self.rowTitles = rowTitles
    self.columnTitles = columnTitles
    self.pitch = max(1, pitch)
  }

  /// Draws as many of the last columns as fit, and says which was the first.
  @discardableResult
  public func draw(
    on surface: inout Surface, in rect: Rect, columns: Int,
    square: (_ column: Int, _ row: Int) -> Square?
  ) -> Int {
    let margin = rowTitles.isEmpty ? 0 : (rowTitles.map(TextWidth.of).max() ?? 0) + 1
    let fitting = max(0, (rect.width - margin) / pitch)
    let first = max(0, columns - fitting)
    surface.clipped(to: rect) { surface in
      var free = rect.x + margin
      for (column, title) in columnTitles where column >= first {
        let x = rect.x + margin + (column - first) * pitch
        guard x >= free else { continue }
        free = x + 1 + surface.put(title, x: x, y: rect.y, style: Style(.muted))
      }
      let top = rect.y + (columnTitles.isEmpty ? 0 : 1)
      for (row, title) in rowTitles.enumerated() {
        surface.put(title, x: rect.x, y: top + row, style: Style(.muted))
        for column in first..<max(first, columns) {
          guard let square = square(column, row) else { continue }
          let x = rect.x + margin + (column - first) * pitch
          surface.set(x, top + row, square.scalar, style: square.style)
        }
      }
    }
    return first
  }
}
