import TerminalUI

/// A column of a pane: its room, how much it matters, what it sorts by, and how it puts a row's cell.
struct PaneColumn<Row, Sort: Hashable & Sendable> {
  /// The head of the column.
  var title: String
  /// The least room that it needs.
  var width: Int
  /// How much more it can use well.
  var spread = 0
  /// The room that it should have before any column of less importance is shown.
  var comfort = 0
  /// Columns of less importance give way first where there is no room for all.
  var importance: Int
  /// On which side of its room the text stands.
  var alignment = Alignment.leading
  /// What the list is sorted by when this column is chosen.
  var sort: Sort?
  /// How the column is named where sorting is chosen, if the head is too short to say.
  var name: String?
  /// The head in full, where the pane has room to spare.
  var longTitle: String?
  /// Puts the cell of a row; the style is that of the row, to be used where it is selected.
  var put: (inout Surface, Rect, Row, CellStyle) -> Void

  /// A column of plain text.
  static func text(
    _ title: String, width: Int, spread: Int = 0, importance: Int, sort: Sort? = nil,
    name: String? = nil, align: Alignment = .leading, role: Role = .text,
    _ text: @escaping (Row) -> String
  ) -> PaneColumn {
    PaneColumn(
      title: title, width: width, spread: spread, importance: importance, alignment: align,
      sort: sort, name: name
    ) { surface, rect, row, style in
      surface.put(
        text(row), x: rect.x, y: rect.y, style: style(role), width: rect.width, align: align)
    }
  }
}

/// The style of a cell: its role, unless the row's own look goes before.
struct CellStyle {
  /// The style of the whole row, where it is selected.
  var row: Style?

  /// The style for a role in this row.
  func callAsFunction(_ role: Role, _ emphasis: Emphasis = []) -> Style {
    guard var row else { return Style(role, emphasis) }
    row.emphasis.formUnion(emphasis)
    return row
  }
}

/// Which columns stand where, in a room of some width.
struct ColumnPlan: Equatable {
  /// A column, by its position in the pane's list, and where it stands.
  struct Place: Equatable {
    var column: Int
    var x: Int
    var width: Int
  }

  private(set) var places: [Place] = []

  /// Takes columns by importance while they fit, then shares out what is left.
  init<Row, Sort>(_ columns: [PaneColumn<Row, Sort>], width: Int) {
    var chosen: [Int] = []
    var used = -1
    var comfortable = -1
    let byImportance = columns.indices.sorted {
      columns[$0].importance != columns[$1].importance
        ? columns[$0].importance > columns[$1].importance : $0 < $1
    }
    for index in byImportance {
      let column = columns[index]
      let needed = column.comfort > column.width ? used : comfortable
      guard needed + 1 + column.width <= width else { continue }
      chosen.append(index)
      used += 1 + column.width
      comfortable += 1 + max(column.width, column.comfort)
    }
    chosen.sort()
    var extra = [Int](repeating: 0, count: columns.count)
    var left = max(0, width - used)
    for index in byImportance where chosen.contains(index) {
      extra[index] = min(left, max(0, columns[index].comfort - columns[index].width))
      left -= extra[index]
    }
    // Cell by cell to whoever has had least of what it can use, so that names grow together.
    while left > 0 {
      let hungry = chosen.filter { extra[$0] < columns[$0].spread }
      guard
        let next = hungry.min(by: {
          extra[$0] * columns[$1].spread < extra[$1] * columns[$0].spread
        })
      else { break }
      extra[next] += 1
      left -= 1
    }
    // What no text can use gives heads their full words.
    for index in byImportance where chosen.contains(index) {
      guard let long = columns[index].longTitle else { continue }
      let missing = TextWidth.of(long) + 1 - columns[index].width - extra[index]
      guard missing > 0, missing <= left else { continue }
      extra[index] += missing
      left -= missing
    }
    var x = 0
    for index in chosen {
      let room = columns[index].width + extra[index]
      places.append(Place(column: index, x: x, width: room))
      x += room + 1
    }
  }

  /// The column at an offset from the left, if there is one.
  func column(at offset: Int) -> Int? {
    places.first { $0.x <= offset && offset <= $0.x + $0.width }?.column
  }
}
