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

  /// Every row with its styles spelt out: `‹role›text` wherever the style changes from that of ordinary
  /// text or from one to another, for tests of looks.
  public func styledLines(roles: [Role] = Role.general) -> [String] {
    (0..<height).map { y in
      var result = String.UnicodeScalarView()
      var style = Style.text
      var end = width
      while end > 0, cells[y * width + end - 1] == Cell(glyph: 0x20, style: .text) { end -= 1 }
      for x in 0..<end {
        let cell = cells[y * width + x]
        if cell.style != style {
          style = cell.style
          result.append(contentsOf: "‹\(Self.name(style, roles))›".unicodeScalars)
        }
        append(cell, to: &result)
      }
      return String(result)
    }
  }

  private static func name(_ style: Style, _ roles: [Role]) -> String {
    var name = roles.first { $0.number == style.role }?.name ?? "role \(style.role)"
    let parts: [(Emphasis, String)] = [
      (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
      (.italic, "italic"),
    ]
    for (emphasis, word) in parts where style.emphasis.contains(emphasis) { name += " " + word }
    return name
  }

  private func append(_ cell: Cell, to result: inout String.UnicodeScalarView) {
    guard cell.glyph != 0, let scalar = Unicode.Scalar(cell.scalar) else { return }
    result.append(scalar)
    guard cell.marks > 0 else { return }
    for mark in marks[(cell.marks - 1) * 4..<cell.marks * 4] {
      if mark != 0, let scalar = Unicode.Scalar(mark) { result.append(scalar) }
    }
  }
}
