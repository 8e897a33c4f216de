import TerminalUI

/// A column of a pane: its shape, what it sorts by, and how it puts a row's cell.
struct PaneColumn<Row, Sort: Hashable & Sendable> {
  /// What it is called and how it shares the width.
  var shape: ColumnShape
  /// What the list is sorted by when this column is chosen.
  var sort: Sort?
  /// How the column is named where sorting is chosen, if the head is too short to say.
  var name: String?
  /// What a row's cell says, where its room is to be measured by it.
  var measured: ((Row) -> String)?
  /// Puts the cell of a row; the style is that of the row, to be used where it is selected.
  var put: (inout Surface, Rect, Row, CellStyle) -> Void

  /// The head of the column.
  var title: String { shape.title }

  /// What it is called where there is room: what stands over it, and what that is.
  var fullName: String {
    guard let name = name ?? shape.longTitle else { return title.isEmpty ? "Sign" : title }
    return title.isEmpty ? name : "\(title): \(name.lowercased())"
  }

  /// A column that puts its cells itself. It is known to settings by its `id`, else by its name or head.
  init(
    title: String, id: String? = nil, width: Int, spread: Int = 0, comfort: Int = 0,
    least: Int? = nil, importance: Int, alignment: Alignment = .leading, sort: Sort? = nil,
    name: String? = nil,
    longTitle: String? = nil, measured: ((Row) -> String)? = nil,
    put: @escaping (inout Surface, Rect, Row, CellStyle) -> Void
  ) {
    shape = ColumnShape(
      id: id ?? Self.word(name ?? longTitle ?? title), title: title, longTitle: longTitle,
      width: width, spread: spread, comfort: comfort, least: least,
      importance: importance, alignment: alignment)
    self.sort = sort
    self.name = name
    self.measured = measured
    self.put = put
  }

  /// A column of plain text.
  static func text(
    _ title: String, width: Int, spread: Int = 0, least: Int? = nil, importance: Int,
    sort: Sort? = nil, name: String? = nil, align: Alignment = .leading, role: Role = .text,
    _ text: @escaping (Row) -> String
  ) -> PaneColumn {
    PaneColumn(
      title: title, width: width, spread: spread, least: least, importance: importance,
      alignment: align, sort: sort, name: name, measured: spread > 0 ? text : nil
    ) { surface, rect, row, style in
      surface.put(
        text(row), x: rect.x, y: rect.y, style: style(role), width: rect.width, align: align)
    }
  }

  private static func word(_ title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "sign" : words.joined(separator: "-")
  }
}

extension ColumnPlan {
  /// Where a pane's columns stand in a room of some width.
  init<Row, Sort>(_ columns: [PaneColumn<Row, Sort>], width: Int) {
    self.init(columns.map(\.shape), width: width)
  }
}
