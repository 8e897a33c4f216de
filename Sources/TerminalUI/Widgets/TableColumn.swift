/// A column of a table: what it is called and how it shares the width.
public struct TableColumn: Hashable, Sendable {
  /// A name that sorting and settings know it by.
  public var id: String
  /// The heading.
  public var title: String
  /// Where its text stands.
  public var alignment: Alignment
  /// The least columns with which it is worth showing.
  public var minimum: Int
  /// The columns that suit it.
  public var preferred: Int
  /// Its share of what is left over; 0 for none.
  public var weight: Int
  /// Which columns give way first when there is too little room: those of least importance.
  public var importance: Int

  /// Declares a column. Without a preferred width the minimum is it.
  public init(
    _ id: String, _ title: String, alignment: Alignment = .leading, minimum: Int,
    preferred: Int? = nil, weight: Int = 0, importance: Int = 0
  ) {
    self.id = id
    self.title = title
    self.alignment = alignment
    self.minimum = max(1, minimum)
    self.preferred = max(self.minimum, preferred ?? minimum)
    self.weight = weight
    self.importance = importance
  }
}

/// A column's place in a table of some width.
public struct PlacedColumn: Hashable, Sendable {
  /// Which of the table's columns.
  public let index: Int
  /// Columns of the terminal from the table's left.
  public let x: Int
  /// Columns of the terminal.
  public let width: Int

  /// The columns that fit into a width, from left to right, a blank between them. The first column
  /// always stays; the others by importance, and the earlier of equals.
  public static func place(_ columns: [TableColumn], in width: Int) -> [PlacedColumn] {
    guard !columns.isEmpty, width > 0 else { return [] }
    var taken = min(columns[0].minimum, width)
    var shown = [0]
    let byImportance = columns.indices.dropFirst()
      .sorted { (-columns[$0].importance, $0) < (-columns[$1].importance, $1) }
    for index in byImportance where taken + 1 + columns[index].minimum <= width {
      taken += 1 + columns[index].minimum
      shown.append(index)
    }
    var widths = [Int](repeating: 0, count: columns.count)
    for index in shown { widths[index] = min(columns[index].minimum, width) }
    var left = width - taken
    // What is left brings columns to what suits them, the most important first; then it is shared.
    for index in shown where left > 0 {
      let more = min(left, columns[index].preferred - widths[index])
      guard more > 0 else { continue }
      widths[index] += more
      left -= more
    }
    shown.sort()
    var weights = shown.reduce(0) { $0 + columns[$1].weight }
    for index in shown where left > 0 && weights > 0 && columns[index].weight > 0 {
      let more = left * columns[index].weight / weights
      widths[index] += more
      left -= more
      weights -= columns[index].weight
    }
    var x = 0
    return shown.map { index in
      defer { x += widths[index] + 1 }
      return PlacedColumn(index: index, x: x, width: widths[index])
    }
  }
}

/// A column by which a table is sorted.
public struct SortKey: Hashable, Sendable {
  /// The column's name.
  public var column: String
  /// Whether the largest comes first.
  public var isDescending: Bool

  /// Makes a key.
  public init(_ column: String, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }
}

/// What a cell of a table shows.
public enum TableCell: Sendable {
  /// Text in one style.
  case text(String, Style)
  /// Text in several.
  case spans([Span])
  /// A bar filled to a fraction of the column, from 0 to 1.
  case bar(Double, Style)
  /// A line of values; nil where there is none.
  case sparkline([Double?], Style)
  /// Nothing.
  case empty
}

/// A row of a table.
public struct TableRow: Sendable {
  /// One cell a column, in the order of the table's columns, those that do not show included.
  public var cells: [TableCell]
  /// Whether the row is marked.
  public var isMarked: Bool

  /// Makes a row.
  public init(_ cells: [TableCell], isMarked: Bool = false) {
    self.cells = cells
    self.isMarked = isMarked
  }
}
