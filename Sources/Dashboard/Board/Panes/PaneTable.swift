import TerminalUI

/// Draws a list in a pane: the heads, then the rows in view and no others, then totals where there are.
struct PaneTable<Row, Sort: Hashable & Sendable> {
  let columns: [PaneColumn<Row, Sort>]
  /// The shapes of the columns.
  let shapes: [ColumnShape]
  /// The columns as the person wants them.
  var choice = ColumnChoice() {
    didSet { if choice != oldValue { plannedWidth = -1 } }
  }
  private(set) var plan = ColumnPlan()
  private var plannedWidth = -1
  private var room = 0
  private var needs: [Int?] = []
  private var measured: Measured?

  /// What the room that rows need was measured for: it stays while one scrolls, or columns would jump.
  private struct Measured: Equatable {
    var width: Int
    var count: Int
    var sorts: [SortMark]
  }

  init(_ columns: [PaneColumn<Row, Sort>]) {
    self.columns = columns
    shapes = columns.map(\.shape)
  }

  /// How the heads mark a column sorted by.
  struct SortMark: Equatable {
    var column: Sort
    var isAscending: Bool
  }

  /// Finds out which columns stand where.
  mutating func prepare(width: Int) {
    guard plannedWidth != width else { return }
    room = width
    plan = ColumnPlan(shapes, choice: choice, needs: needs, width: width)
    plannedWidth = width
  }

  /// Scrolls the columns after the first one way or the other; false where there are no more.
  mutating func scrollColumns(right: Bool) -> Bool {
    guard right ? plan.hasMore : choice.skipped > 0 else { return false }
    choice.skipped += right ? 1 : -1
    // The next key may come before the next frame.
    prepare(width: room)
    return true
  }

  /// By what the list is sorted, in words and in order, where the heads in view do not show all of it.
  func hiddenSort(_ marks: [SortMark]) -> String? {
    let isShown = marks.allSatisfy { mark in
      plan.places.contains { columns[$0.column].sort == mark.column }
    }
    let words = marks.compactMap { mark in
      columns.first { $0.sort == mark.column }.map { column in
        "\((column.name ?? column.title).lowercased()) \(mark.isAscending ? "▴" : "▾")"
      }
    }
    return isShown || words.isEmpty ? nil : "by " + words.joined(separator: ", ")
  }

  /// Draws heads and rows; the rows that are asked for are those in view.
  ///
  /// The first of `sorts` counts most. `isMarked` tells which rows are marked: their sign stands in the
  /// blank behind that of the row, so that no column moves for it. `totals` by the names of columns stand in the last line.
  mutating func draw(
    on surface: inout Surface, in area: Rect, count: Int, position: inout ListPosition,
    isFocused: Bool, sorts: [SortMark], isMarked: ((Int) -> Bool)? = nil,
    totals: [String: String] = [:], row: (Int) -> Row
  ) {
    let gutter = isMarked == nil ? 0 : self.gutter
    let inner = Rect(
      x: area.x + gutter, y: area.y, width: area.width - gutter, height: area.height)
    let last = totals.isEmpty || area.height < 4 ? 0 : 1
    position.fit(height: area.height - 1 - last, count: count)
    let visible = position.visible(of: count)
    measure(visible, for: Measured(width: inner.width, count: count, sorts: sorts), row)
    prepare(width: inner.width)
    if gutter > 0 { surface.fill(area.row(0), style: Style(.heading)) }
    TableHead.draw(on: &surface, in: inner.row(0), shapes, plan, sorted: sorted(sorts))
    let selection = Style(isFocused ? .selection : .selectionUnfocused)
    var y = area.y + 1
    for index in visible where y < area.bottom - last {
      let line = Rect(x: area.x, y: y, width: area.width, height: 1)
      let hasMark = isMarked?(index) == true
      let own =
        index == position.selected ? selection : hasMark ? Style(.marked) : nil
      surface.fill(line, style: own ?? .text)
      let cells = Rect(x: inner.x, y: y, width: inner.width, height: 1)
      draw(row(index), on: &surface, in: cells, CellStyle(row: own))
      if hasMark {
        surface.set(
          gutter > 0 ? area.x : area.x + 1, y, MarkedRows.sign, style: own ?? Style(.marked))
      }
      y += 1
    }
    if y < area.bottom {
      let rest = Rect(x: area.x, y: y, width: area.width, height: area.bottom - y)
      surface.fill(rest, style: .text)
    }
    if last > 0 {
      TableHead.drawTotals(
        on: &surface, in: inner.row(area.height - 1), shapes, plan, totals)
    }
  }

  /// The columns that marks take at the left: none where rows begin with a sign of one cell, behind which
  /// there is a blank.
  var gutter: Int {
    guard let first = choice.positions(of: shapes).first else { return 2 }
    return shapes[first].title.isEmpty && shapes[first].width == 1
      && choice.widths[shapes[first].id] == nil ? 0 : 2
  }

  /// Finds out how much room the rows in view would use, in the columns that say what theirs hold.
  private mutating func measure(_ visible: Range<Int>, for now: Measured, _ row: (Int) -> Row) {
    guard measured != now else { return }
    measured = now
    var found = columns.map { $0.measured == nil ? nil : 0 }
    for index in visible {
      let row = row(index)
      for (place, column) in columns.enumerated() {
        guard let text = column.measured, let most = found[place] else { continue }
        found[place] = max(most, TextWidth.of(text(row)))
      }
    }
    guard found != needs else { return }
    needs = found
    plannedWidth = -1
  }

  private func draw(
    _ row: Row, on surface: inout Surface, in line: Rect, _ style: CellStyle
  ) {
    for place in plan.places {
      let cell = Rect(x: line.x + place.x, y: line.y, width: place.width, height: 1)
      columns[place.column].put(&surface, cell, row, style)
    }
  }

  private func sorted(_ marks: [SortMark]) -> [SortedColumn] {
    marks.enumerated().flatMap { rank, mark in
      plan.places.filter { columns[$0.column].sort == mark.column }
        .map { SortedColumn($0.column, isAscending: mark.isAscending, rank: rank) }
    }
  }

  /// The room of the column with a title, for a cell that needs to know it.
  func place(ofColumn index: Int) -> ColumnPlan.Place? {
    plan.places.first { $0.column == index }
  }
}
