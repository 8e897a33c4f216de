import TerminalUI

/// Rows of text of which one is selected, in a frame or beneath a heading.
struct LineList {
  var position = ListPosition()
  private var area = Rect(x: 0, y: 0, width: 0, height: 0)

  /// Moves; nil where the command does not move.
  mutating func move(_ command: DashboardCommand, count: Int) -> Bool? {
    position.move(command, count: count)
  }

  /// The row on which the mouse pressed.
  func row(at point: Point, count: Int) -> Int? {
    guard area.contains(point) else { return nil }
    let row = position.top + point.y - area.y
    return row < count ? row : nil
  }

  /// Draws the rows in view and asks for no others; what is said where there are none.
  ///
  /// A row's last span with a role of its own keeps it, unless the row is selected.
  mutating func draw(
    on surface: inout Surface, in area: Rect, count: Int, isFocused: Bool, empty: String,
    row: (Int) -> TextLine
  ) {
    self.area = area
    guard count > 0 else {
      if isFocused { surface.focus(on: area) }
      for (offset, line) in TextLine.wrapped(empty, width: area.width, .muted)
        .prefix(area.height).enumerated()
      {
        line.draw(on: &surface, x: area.x, y: area.y + offset, width: area.width)
      }
      return
    }
    position.fit(height: area.height, count: count)
    let selected = Style(isFocused ? .selection : .selectionUnfocused)
    for index in position.visible(of: count) {
      let line = area.row(index - position.top)
      let isSelected = index == position.selected
      if isSelected {
        surface.fill(line, style: selected)
        if isFocused { surface.focus(on: line) }
      }
      row(index).draw(
        on: &surface, x: line.x, y: line.y, width: line.width, over: isSelected ? selected : nil)
    }
  }
}

/// The parts of a row, each cut or padded to its columns.
enum Columns {
  /// The text in so many columns, cut with an ellipsis.
  static func cell(_ text: String, _ width: Int) -> String {
    guard width > 0 else { return "" }
    let harmless = text
    guard TextWidth.of(harmless) > width else { return CaseText.padded(harmless, width) }
    var cut = ""
    var used = 0
    for character in harmless {
      let next = TextWidth.of(String(character))
      if used + next > width - 1 { break }
      cut.append(character)
      used += next
    }
    return CaseText.padded(cut + "…", width)
  }
}
