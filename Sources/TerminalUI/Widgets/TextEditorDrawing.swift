extension TextEditor {
  /// How many rows the text takes at a width.
  public mutating func rows(at width: Int) -> Int {
    fit(width)
    return wrapping.rows.count
  }

  /// Draws the part that shows, scrolled so that the cursor is in view. With the focus the terminal's
  /// cursor stands in it.
  ///
  /// - Parameter onlyChanges: Whether the surface still holds what was drawn in this rectangle before,
  ///   so that only the rows that look different are drawn.
  public mutating func draw(
    on surface: inout Surface, in rect: Rect, isFocused: Bool, placeholder: String = "",
    style: Style = Style(.field), onlyChanges: Bool = false
  ) {
    guard rect.width > 0, rect.height > 0 else { return }
    fit(rect.width)
    height = rect.height
    let before = top
    let row = cursorRow
    if isFocused {
      top = min(top, row)
      top = max(top, row - height + 1)
    }
    top = min(top, max(0, wrapping.rows.count - height))
    if top != before { damage = .all }
    let changed: Range<Int> =
      switch (onlyChanges, damage) {
      case (true, .none): 0..<0
      case (true, .rows(let rows)): rows
      default: 0..<Int.max
      }
    for line in 0..<height where changed.contains(top + line) {
      draw(row: top + line, on: &surface, in: rect.row(line), style)
    }
    if characters.isEmpty, changed.contains(0) {
      surface.put(
        placeholder, x: rect.x, y: rect.y, style: Style(style, adding: .italic), width: rect.width)
    }
    damage = .none
    guard isFocused else { return }
    let column = columns(wrapping.rows[row].start..<cursor)
    surface.cursor = Cursor(
      x: rect.x + min(column, rect.width - 1), y: rect.y + row - top, isVisible: true)
  }

  /// Puts the cursor where the mouse pressed, in the rectangle in which it was drawn last.
  public mutating func press(at point: Point, in rect: Rect) {
    let number = min(max(0, top + point.y - rect.y), wrapping.rows.count - 1)
    let row = wrapping.rows[number]
    var index = row.start
    var used = 0
    while index < row.end {
      let next = TextWrapping.columns(of: characters[index])
      if used + next > point.x - rect.x { break }
      used += next
      index += 1
    }
    if !row.endsParagraph, index == row.end { index = max(row.start, row.end - 1) }
    moveCursor(to: index)
  }

  /// The first row in view and how many there are, for a scroll bar.
  public var scrolling: (offset: Int, count: Int) { (top, wrapping.rows.count) }

  private mutating func fit(_ width: Int) {
    guard width != wrapping.width else { return }
    wrapping.wrap(characters, width: width)
    damage = .all
  }

  private func draw(row number: Int, on surface: inout Surface, in line: Rect, _ style: Style) {
    surface.fill(line, style: style)
    guard number < wrapping.rows.count else { return }
    let row = wrapping.rows[number]
    surface.clipped(to: line) { surface in
      surface.put(
        String(characters[row.start..<row.end]), x: line.x, y: line.y, style: style)
    }
  }
}

extension Style {
  fileprivate init(_ style: Style, adding emphasis: Emphasis) {
    self = style
    self.emphasis.formUnion(emphasis)
  }
}
