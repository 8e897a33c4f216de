/// A column by which a table is sorted, for the mark in its head.
public struct SortedColumn: Hashable, Sendable {
  /// The column, by its position in the list of columns.
  public var column: Int
  /// Whether the least comes first.
  public var isAscending: Bool

  /// 0 for what counts most. Several columns may show one thing.
  public var rank: Int

  /// Makes one.
  public init(_ column: Int, isAscending: Bool, rank: Int = 0) {
    self.column = column
    self.isAscending = isAscending
    self.rank = rank
  }

  /// The mark: solid for the column that counts most, hollow for those after it.
  static func mark(isAscending: Bool, isFirst: Bool) -> String {
    isFirst ? (isAscending ? "▴" : "▾") : (isAscending ? "▵" : "▿")
  }
}

/// Draws the heads of columns, and a row of totals.
public enum TableHead {
  /// Draws the heads with the marks of sorting.
  public static func draw(
    on surface: inout Surface, in line: Rect, _ columns: [ColumnShape], _ plan: ColumnPlan,
    sorted: [SortedColumn]
  ) {
    surface.fill(line, style: Style(.heading))
    for place in plan.places {
      let column = columns[place.column]
      var title = column.title
      if let long = column.longTitle, TextWidth.of(long) <= place.width { title = long }
      surface.put(
        title, x: line.x + place.x, y: line.y, style: Style(.heading), width: place.width,
        align: column.alignment)
      guard let sort = sorted.first(where: { $0.column == place.column }) else { continue }
      let mark = SortedColumn.mark(isAscending: sort.isAscending, isFirst: sort.rank == 0)
      // Beside the head: after it, or in the gap between two columns where the head fills its own; over
      // its last letter only where there is no gap.
      let used = min(TextWidth.of(title), place.width)
      var x =
        column.alignment == .trailing ? place.x + place.width - used - 1 : place.x + used
      if x >= line.width || x < 0 { x = place.x + place.width - 1 }
      surface.put(mark, x: line.x + x, y: line.y, style: Style(.heading), width: 1)
    }
    // In the gap behind what stays: that there is more to the left.
    if plan.frozenCount > 0, plan.places.count > plan.frozenCount {
      let gap = plan.places[plan.frozenCount].x - 1
      surface.put("‹", x: line.x + gap, y: line.y, style: Style(.heading), width: 1)
    }
  }

  /// Draws a row of totals, by the names of columns. Underneath the last row it says what it is where
  /// the first column has no total of its own.
  public static func drawTotals(
    on surface: inout Surface, in line: Rect, _ columns: [ColumnShape], _ plan: ColumnPlan,
    _ totals: [String: String], label: String = "Total"
  ) {
    surface.fill(line, style: Style(.heading))
    for place in plan.places {
      let column = columns[place.column]
      guard let total = totals[column.id] else { continue }
      surface.put(
        total, x: line.x + place.x, y: line.y, style: Style(.heading), width: place.width,
        align: column.alignment)
    }
    // The widest column without a total has room for the word.
    let free = plan.places.filter { totals[columns[$0.column].id] == nil }
    guard let place = free.max(by: { $0.width < $1.width }) else { return }
    surface.put(
      label, x: line.x + place.x, y: line.y, style: Style(.heading), width: place.width)
  }
}

/// The look of a cell: that of its role, unless the row's own goes before.
public struct CellStyle: Hashable, Sendable {
  /// The style of the whole row, where it is selected or marked.
  public var row: Style?

  /// A look.
  public init(row: Style? = nil) { self.row = row }

  /// The style for a role in this row.
  public func callAsFunction(_ role: Role, _ emphasis: Emphasis = []) -> Style {
    guard var row else { return Style(role, emphasis) }
    row.emphasis.formUnion(emphasis)
    return row
  }
}
