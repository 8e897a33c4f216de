import TerminalUI

/// A field in which one types to find, and under it the rows that are left: where one is in the two.
///
/// The cursor stands in the field while one types, and on the row once one goes among the rows, so that
/// whoever has the screen read to them hears what Enter would choose.
struct FindingList {
  /// What an event came to.
  enum Answer {
    /// The words are others: the rows are to be found anew.
    case typed
    /// The same, of a paste of which so many characters had no room.
    case pasted(lost: Int)
    /// Another row is selected, or the cursor stands elsewhere.
    case moved
    /// The row selected is to be chosen.
    case choose
    /// The list is to be closed.
    case leave
    /// Nothing.
    case nothing
  }

  /// What is typed.
  private(set) var field = LineField()
  /// The row that is selected.
  var position = ListPosition()
  /// Whether one has gone from the field to the rows.
  private(set) var isAmongRows = false
  private var box = Rect(x: 0, y: 0, width: 0, height: 0)
  private var rows = Rect(x: 0, y: 0, width: 0, height: 0)

  /// Puts words into the field as if they had been typed.
  mutating func type(_ words: String) { _ = field.insert(words) }

  /// Goes to the rows, where the one that is selected stays so.
  mutating func goAmongRows() { isAmongRows = true }

  /// Answers an event, with so many rows to choose from.
  mutating func answer(_ input: Input, count: Int) -> Answer {
    switch input {
    case .command(.choose): return .choose
    case .command(.back): return .leave
    case .command(let command):
      guard let hasMoved = position.move(command, count: count) else { return .nothing }
      let wasAmongRows = isAmongRows
      isAmongRows = count > 0
      return hasMoved || isAmongRows != wasAmongRows ? .moved : .nothing
    case .key(let key):
      let answer = field.press(key)
      if answer != .ignored { isAmongRows = false }
      return answer == .changed ? .typed : answer == .moved ? .moved : .nothing
    case .paste(let text):
      isAmongRows = false
      return .pasted(lost: field.paste(text))
    case .mouse(let mouse): return answer(mouse, count: count)
    }
  }

  /// One click selects a row, and the second chooses it.
  private mutating func answer(_ mouse: Mouse, count: Int) -> Answer {
    switch mouse.action {
    case .wheelUp, .wheelDown:
      guard position.scroll(mouse.action == .wheelUp ? -3 : 3, of: count) else { return .nothing }
      isAmongRows = true
      return .moved
    case .press where !box.contains(mouse.point): return .leave
    case .press:
      let row = position.top + mouse.point.y - rows.y
      guard rows.contains(mouse.point), row < count else { return .nothing }
      isAmongRows = true
      position.select(row, of: count)
      return mouse.clicks >= 2 ? .choose : .moved
    default: return .nothing
    }
  }

  // MARK: Drawing

  /// Draws the field, and asks for the rows in view.
  ///
  /// - Parameters:
  ///   - inside: The room in the box.
  ///   - box: The whole box; a click beside it closes the list.
  ///   - placeholder: What stands in the field before anything is typed.
  ///   - mask: What stands for the letters that are typed, where others can see them.
  ///   - empty: What is said where there is no row.
  ///   - row: Draws one row on its line.
  mutating func draw(
    on surface: inout Surface, in inside: Rect, of box: Rect, count: Int, placeholder: String,
    mask: ((String) -> String)? = nil, empty: String,
    row: (inout Surface, _ index: Int, _ line: Rect, _ isSelected: Bool) -> Void
  ) {
    self.box = box
    var shown = mask.map { field.showing($0) } ?? field
    shown.draw(
      on: &surface, in: inside.row(0), isFocused: !isAmongRows, placeholder: placeholder)
    if mask == nil { field = shown }
    rows = Rect(
      x: inside.x, y: inside.y + 2, width: inside.width, height: max(1, inside.height - 2))
    position.fit(height: rows.height, count: count)
    if count == 0 {
      for (offset, line) in TextLine.wrapped(empty, width: rows.width, .muted)
        .prefix(rows.height).enumerated()
      {
        line.draw(on: &surface, x: rows.x, y: rows.y + offset, width: rows.width)
      }
    }
    for index in position.visible(of: count) {
      let line = rows.row(index - position.top)
      row(&surface, index, line, index == position.selected)
      if isAmongRows, index == position.selected { surface.focus(on: line) }
    }
    ScrollBar.draw(
      on: &surface, in: Rect(x: box.right - 1, y: rows.y, width: 1, height: rows.height),
      offset: position.top, page: position.height, of: count)
  }
}
