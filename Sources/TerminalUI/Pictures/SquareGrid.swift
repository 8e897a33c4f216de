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
