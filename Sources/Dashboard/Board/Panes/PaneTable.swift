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

  /// Finds out which columns stand where.
  mutating func prepare(width: Int) {
    guard plannedWidth != width else { return }
    plan = ColumnPlan(columns, width: width)
    plannedWidth = width
  }

  /// By what the list is sorted, in words, where no head in view can show it.
  func hiddenSort(_ mark: SortMark) -> String? {
    if plan.places.contains(where: { columns[$0.column].sort == mark.column }) { return nil }
    let column = columns.first { $0.sort == mark.column }
    guard let column else { return nil }
    return "by \((column.name ?? column.title).lowercased()) \(mark.isAscending ? "▴" : "▾")"
  }

  /// Draws heads and rows; the rows that are asked for are those in view.
  mutating func draw(
    on surface: inout Surface, in area: Rect, count: Int, position: inout ListPosition,
    isFocused: Bool, sort: SortMark?, row: (Int) -> Row
  ) {
    prepare(width: area.width)
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
      if let long = column.longTitle, TextWidth.of(long) <= place.width { title = long }
      surface.put(
        title, x: line.x + place.x, y: line.y, style: Style(.heading), width: place.width,
        align: column.alignment)
      if let sort, sort.column == column.sort {
        drawArrow(sort, beside: title, of: column, at: place, on: &surface, in: line)
      }
    }
  }

  /// The arrow stands beside the head: after it, or in the gap between two columns where the head
  /// fills its own; over its last letter only where there is no gap.
  private func drawArrow(
    _ sort: SortMark, beside title: String, of column: PaneColumn<Row, Sort>,
    at place: ColumnPlan.Place, on surface: inout Surface, in line: Rect
  ) {
    let arrow = sort.isAscending ? "▴" : "▾"
    let used = min(TextWidth.of(title), place.width)
    var x = column.alignment == .trailing ? place.x + place.width - used - 1 : place.x + used
    if x >= line.width || x < 0 { x = place.x + place.width - 1 }
    surface.put(arrow, x: line.x + x, y: line.y, style: Style(.heading), width: 1)
  }

  /// The room of the column with a title, for a cell that needs to know it.
  func place(ofColumn index: Int) -> ColumnPlan.Place? {
    plan.places.first { $0.column == index }
  }
}
