extension TextEditor {
  /// How many rows the text takes at a width.
  public mutating func rows(at width: Int) -> Int {
    fit(width)
    return wrapping.rows.count
  }

  /// Draws the part that shows, scrolled so that the cursor is in view. With the focus the terminal's
  /// cursor stands in it.
  ///
  /// - Parameters:
  ///   - onlyChanges: Whether the surface still holds what was drawn in this rectangle before, so that
  ///     only the rows that look different are drawn.
  ///   - mask: What a person looking on must not read, drawn as other characters of the same width, so that
  ///     nothing moves. It is given whole words, and where in them the cursor stands; nil for anywhere
  ///     else.
  public mutating func draw(
    on surface: inout Surface, in rect: Rect, isFocused: Bool, placeholder: String = "",
    style: Style = Style(.field), onlyChanges: Bool = false, mask: Mask? = nil
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
      draw(row: top + line, on: &surface, in: rect.row(line), style, mask)
    }
    if characters.isEmpty, changed.contains(0) {
      surface.put(
        Placeholder.text(placeholder), x: rect.x, y: rect.y, style: Style(style, adding: .italic),
        width: rect.width)
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

  /// Draws characters for others of the same number and width.
  public typealias Mask = (_ words: String, _ cursor: Int?) -> String

  private func draw(
    row number: Int, on surface: inout Surface, in line: Rect, _ style: Style, _ mask: Mask?
  ) {
    surface.fill(line, style: style)
    guard number < wrapping.rows.count else { return }
    let row = wrapping.rows[number]
    surface.clipped(to: line) { surface in
      surface.put(
        mask.map { masked(row, $0) } ?? String(characters[row.start..<row.end]), x: line.x,
        y: line.y, style: style)
    }
  }

  /// A row with what a mask hides; a word that goes on in the next row is looked at as a whole.
  private func masked(_ row: TextWrapping.Row, _ mask: Mask) -> String {
    var (start, end) = (row.start, row.end)
    while start > 0, characters[start - 1].isLetter { start -= 1 }
    while end < characters.count, characters[end].isLetter { end += 1 }
    let place = (start...end).contains(cursor) ? cursor - start : nil
    let shown = Array(mask(String(characters[start..<end]), place))
    guard shown.count == end - start else { return String(characters[row.start..<row.end]) }
    var text = ""
    for index in row.start..<row.end {
      let (own, other) = (characters[index], shown[index - start])
      // A sign that is narrower than what it hides stands as often as it takes.
      let columns = own == other ? 1 : max(1, TextWrapping.columns(of: own))
      text += String(repeating: other, count: columns)
    }
    return text
  }
}

extension Style {
  fileprivate init(_ style: Style, adding emphasis: Emphasis) {
    self = style
    self.emphasis.formUnion(emphasis)
  }
}
