import TerminalUI

/// Draws a list in a pane: the heads, then the rows in view and no others.
struct PaneTable<Row, Sort: Hashable & Sendable> {
  var columns: [PaneColumn<Row, Sort>]
  private(set) var plan = ColumnPlan([PaneColumn<Row, Sort>](), width: 0)
  private var plannedWidth = -1

  init(_ columns: [PaneColumn<Row, Sort>]) {
    self.columns = columns
  }

  /// How the heads mark the column sorted by.
  struct SortMark {
    var column: Sort
    var isAscending: Bool
  }

  /// Draws heads and rows; the rows that are asked for are those in view.
  mutating func draw(
    on surface: inout Surface, in area: Rect, count: Int, position: inout ListPosition,
    isFocused: Bool, sort: SortMark?, row: (Int) -> Row
  ) {
    if plannedWidth != area.width {
      plan = ColumnPlan(columns, width: area.width)
      plannedWidth = area.width
    }
    drawHeads(on: &surface, in: area.row(0), sort: sort)
    position.fit(height: area.height - 1, count: count)
    let selection = Style(isFocused ? .selection : .selectionUnfocused)
    var y = area.y + 1
    for index in position.visible(of: count) where y < area.bottom {
      let line = Rect(x: area.x, y: y, width: area.width, height: 1)
      let isSelected = index == position.selected
      surface.fill(line, style: isSelected ? selection : .text)
      draw(row(index), on: &surface, in: line, CellStyle(row: isSelected ? selection : nil))
      y += 1
    }
    if y < area.bottom {
      let rest = Rect(x: area.x, y: y, width: area.width, height: area.bottom - y)
      surface.fill(rest, style: .text)
    }
  }

  private func draw(
    _ row: Row, on surface: inout Surface, in line: Rect, _ style: CellStyle
  ) {
    for place in plan.places {
      let cell = Rect(x: line.x + place.x, y: line.y, width: place.width, height: 1)
      columns[place.column].put(&surface, cell, row, style)
    }
  }

  private func drawHeads(on surface: inout Surface, in line: Rect, sort: SortMark?) {
    surface.fill(line, style: Style(.heading))
    for place in plan.places {
      let column = columns[place.column]
      var title = column.title
      let isSorted = sort.map { $0.column == column.sort } ?? false
      if isSorted, let sort {
        // The arrow takes the place of the last letters where there is no room for both.
        let arrow = sort.isAscending ? "▴" : "▾"
        title = String(title.prefix(max(0, place.width - 1))) + arrow
      }
      surface.put(
        title, x: line.x + place.x, y: line.y, style: Style(.heading), width: place.width,
        align: column.alignment)
    }
  }

  /// The room of the column with a title, for a cell that needs to know it.
  func place(ofColumn index: Int) -> ColumnPlan.Place? {
    plan.places.first { $0.column == index }
  }
}
