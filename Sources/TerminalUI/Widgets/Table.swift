/// A table with a selected row: where it is scrolled to, how it is sorted, and how it is drawn.
///
/// It holds no rows. Drawing asks for those that show, so that a hundred thousand cost what forty do.
public struct Table: Sendable {
  /// The columns; the first never gives way.
  public var columns: [TableColumn]
  /// How it is sorted, for the marks in its header; the first is the one that counts most.
  public var sort: [SortKey] = []
  /// What stands in it where there are no rows.
  public var emptyText = ""
  /// How many rows there are.
  public private(set) var count = 0
  /// The selected row; 0 where there are none.
  public private(set) var selected = 0
  /// The first row that shows.
  public private(set) var offset = 0
  /// How many rows show, as last drawn.
  public private(set) var pageHeight = 1
  /// The identity of the selected row, by which it is found again.
  public private(set) var selectedIdentity: Int64?

  /// Makes a table of columns.
  public init(columns: [TableColumn]) { self.columns = columns }

  // MARK: Moving

  /// Selects a row, or the nearest there is, and scrolls so that it shows.
  public mutating func select(_ row: Int) {
    selected = min(max(0, row), max(0, count - 1))
    selectedIdentity = nil
    reveal()
  }

  /// Moves the selection by rows.
  public mutating func move(by rows: Int) { select(selected + rows) }

  /// Moves by pages; the selection keeps its line on the screen where it can.
  public mutating func page(by pages: Int) {
    let step = max(1, pageHeight - 1) * pages
    offset += step
    select(selected + step)
  }

  /// Selects the first row.
  public mutating func moveToStart() { select(0) }

  /// Selects the last row.
  public mutating func moveToEnd() { select(count - 1) }

  /// Scrolls as the wheel does; the selection follows only where it would leave the screen.
  public mutating func scroll(by rows: Int) {
    offset = min(max(0, offset + rows), max(0, count - pageHeight))
    let row = min(max(selected, offset), max(offset, offset + pageHeight - 1))
    if row != selected {
      selected = min(row, max(0, count - 1))
      selectedIdentity = nil
    }
  }

  /// Remembers which row is selected by its identity, so that ``refresh(count:find:)`` finds it again.
  public mutating func remember(_ identity: Int64?) { selectedIdentity = identity }

  /// Takes a new number of rows after a change, a filter or a sort.
  ///
  /// `find` says where the remembered row is now; it then stays selected, on the same line of the
  /// screen where that can be. Where it is gone the selection stays on the line.
  public mutating func refresh(count newCount: Int, find: (Int64) -> Int? = { _ in nil }) {
    count = max(0, newCount)
    let line = selected - offset
    if let identity = selectedIdentity, let row = find(identity) {
      selected = min(max(0, row), max(0, count - 1))
      offset = selected - line
    } else {
      selected = min(selected, max(0, count - 1))
      selectedIdentity = nil
    }
    reveal()
  }

  /// Scrolls so that the selection shows with a margin of two rows, where the page has room for it.
  private mutating func reveal() {
    let margin = min(2, (pageHeight - 1) / 3)
    offset = min(offset, selected - margin)
    offset = max(offset, selected + margin - pageHeight + 1)
    offset = min(max(0, offset), max(0, count - pageHeight))
  }

  // MARK: Drawing

  /// Draws the header, the rows that show and, where there are more, a scroll bar.
  ///
  /// The scroll bar takes the last column of the rectangle, or the column of the surface that is given,
  /// such as that of the frame. `row` is asked for the rows that show and no others.
  public mutating func draw(
    on surface: inout Surface, in rect: Rect, isFocused: Bool, scrollBarAt bar: Int? = nil,
    row: (Int) -> TableRow
  ) {
    guard rect.height > 0, rect.width > 0 else { return }
    pageHeight = max(1, rect.height - 1)
    reveal()
    let overflows = count > pageHeight
    let inner =
      overflows && bar == nil
      ? Rect(x: rect.x, y: rect.y, width: rect.width - 1, height: rect.height) : rect
    let placed = PlacedColumn.place(columns, in: inner.width)
    surface.clipped(to: inner) { surface in
      drawHeader(on: &surface, in: inner.row(0), placed)
      for line in 0..<min(pageHeight, count - offset) where line + 1 < inner.height {
        drawRow(
          row(offset + line), on: &surface, in: inner.row(line + 1), placed,
          isSelected: offset + line == selected, isFocused: isFocused)
      }
      if count == 0 && inner.height > 1 {
        surface.put(
          emptyText, x: inner.x, y: inner.y + 1, style: Style(.muted), width: inner.width)
      }
    }
    if overflows {
      let column = Rect(
        x: bar ?? rect.right - 1, y: rect.y + 1, width: 1, height: rect.height - 1)
      ScrollBar.draw(on: &surface, in: column, offset: offset, page: pageHeight, of: count)
    }
    if isFocused && count > 0 && surface.cursor == nil {
      surface.cursor = Cursor(x: rect.x, y: rect.y + 1 + selected - offset, isVisible: false)
    }
  }

  private func drawHeader(on surface: inout Surface, in rect: Rect, _ placed: [PlacedColumn]) {
    for place in placed {
      let column = columns[place.index]
      var title = column.title
      if let rank = sort.firstIndex(where: { $0.column == column.id }) {
        let marks = rank == 0 ? ("▼", "▲") : ("▾", "▴")
        let mark = sort[rank].isDescending ? marks.0 : marks.1
        // The mark must show even where the title is cut.
        surface.put(
          title, x: rect.x + place.x, y: rect.y, style: Style(.heading), width: place.width - 1,
          align: column.alignment)
        let used = min(TextWidth.of(title), place.width - 1)
        let x = column.alignment == .leading ? used : place.width - 1
        surface.put(mark, x: rect.x + place.x + x, y: rect.y, style: Style(.heading), width: 1)
        title = ""
      }
      surface.put(
        title, x: rect.x + place.x, y: rect.y, style: Style(.heading), width: place.width,
        align: column.alignment)
    }
  }

  private func drawRow(
    _ row: TableRow, on surface: inout Surface, in rect: Rect, _ placed: [PlacedColumn],
    isSelected: Bool, isFocused: Bool
  ) {
    let over: Style? =
      isSelected
      ? Style(isFocused ? .selection : .selectionUnfocused) : row.isMarked ? Style(.marked) : nil
    if let over { surface.fill(rect, style: over) }
    for place in placed where place.index < row.cells.count {
      let cell = Rect(x: rect.x + place.x, y: rect.y, width: place.width, height: 1)
      Self.draw(
        row.cells[place.index], on: &surface, in: cell, over: over,
        align: columns[place.index].alignment)
    }
  }

  /// Draws a cell. A selected row is in one style throughout: it is read best, and sends least.
  private static func draw(
    _ cell: TableCell, on surface: inout Surface, in rect: Rect, over: Style?, align: Alignment
  ) {
    func look(_ style: Style) -> Style {
      guard var over else { return style }
      over.emphasis.formUnion(style.emphasis)
      return over
    }
    switch cell {
    case .empty: break
    case .text(let text, let style):
      surface.put(
        text, x: rect.x, y: rect.y, style: look(style), width: rect.width, align: align)
    case .spans(let spans):
      let used = spans.reduce(0) { $0 + $1.width }
      let shift = align == .trailing ? max(0, rect.width - used) : 0
      surface.put(
        over == nil ? spans : spans.map { Span($0.text, look($0.style)) }, x: rect.x + shift,
        y: rect.y, width: rect.width - shift)
    case .bar(let fraction, let style):
      Bar.draw(
        on: &surface, in: rect, fraction: fraction, filled: look(style),
        empty: over ?? Style(.barEmpty))
    case .sparkline(let values, let style):
      let text = Sparkline.text(values.suffix(rect.width), from: 0, to: nil)
      surface.put(
        text, x: rect.x, y: rect.y, style: look(style), width: rect.width, align: align)
    }
  }

  // MARK: The mouse

  /// What of a table is at a place.
  public enum Hit: Hashable, Sendable {
    /// A row.
    case row(Int)
    /// The heading of a column, by its name.
    case header(String)
    /// Nothing.
    case nothing
  }

  /// What is at a place of a table drawn in a rectangle.
  public func hit(_ point: Point, in rect: Rect) -> Hit {
    guard rect.contains(point) else { return .nothing }
    if point.y == rect.y {
      let x = point.x - rect.x
      let placed = PlacedColumn.place(columns, in: rect.width)
      let place = placed.first { x >= $0.x && x <= $0.x + $0.width }
      return place.map { .header(columns[$0.index].id) } ?? .nothing
    }
    let row = offset + point.y - rect.y - 1
    return row < count ? .row(row) : .nothing
  }
}
