extension Surface {
  /// The text of a cell with its marks; empty for the right half of a wide character.
  public func text(_ x: Int, _ y: Int) -> String {
    guard bounds.contains(Point(x: x, y: y)) else { return "" }
    let cell = cells[y * width + x]
    var result = String.UnicodeScalarView()
    append(cell, to: &result)
    return String(result)
  }

  /// The text of a row, without the blanks at its end.
  public func line(_ y: Int) -> String {
    guard y >= 0, y < height else { return "" }
    var result = String.UnicodeScalarView()
    var end = width
    while end > 0, cells[y * width + end - 1].glyph == 0x20 { end -= 1 }
    for x in 0..<end { append(cells[y * width + x], to: &result) }
    return String(result)
  }

  /// The text of every row, without the blanks at the end of each: what a test compares.
  public var lines: [String] { (0..<height).map(line) }

  private func append(_ cell: Cell, to result: inout String.UnicodeScalarView) {
    guard cell.glyph != 0, let scalar = Unicode.Scalar(cell.scalar) else { return }
    result.append(scalar)
    guard cell.marks > 0 else { return }
    for mark in marks[(cell.marks - 1) * 4..<cell.marks * 4] {
      if mark != 0, let scalar = Unicode.Scalar(mark) { result.append(scalar) }
    }
  }
}
