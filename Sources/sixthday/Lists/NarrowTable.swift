import Interchange

extension Table {
  /// The columns that a narrow terminal does without, the most dispensable first.
  private static let dispensable = [
    "reference_in_law", "basis", "in_directory", "registered", "kind", "visit_overdue",
    "persistently_absent", "year_group", "attendance", "started", "met", "last_visit", "school",
    "planned_provider", "route", "provider", "planned_start", "owner", "officer", "out_since",
    "year_to_date",
  ]

  /// Leaves columns out until the others can be read, for a name cut to three letters is nobody's.
  ///
  /// - Parameter width: The terminal's; nil leaves every column in.
  /// - Returns: The titles of the columns left out.
  mutating func leaveOutColumns(within width: Int?) -> [String] {
    guard let width else { return [] }
    var leftOut: [String] = []
    var needed = columns.indices.map(readableWidth)
    for name in Self.dispensable where needed.reduce(0, +) + 2 * (needed.count - 1) > width {
      guard let place = columns.firstIndex(where: { $0.name == name }) else { continue }
      leftOut.append(columns.remove(at: place).title)
      needed.remove(at: place)
      for row in rows.indices { rows[row].remove(at: place) }
    }
    return leftOut
  }

  /// The width at which a column can be read: a long text cut, figures and dates whole.
  private func readableWidth(_ place: Int) -> Int {
    let column = columns[place]
    let widest = rows.reduce(column.title.count) { max($0, $1[place].letters) }
    return column.mayShrink ? max(column.title.count, min(widest, 18)) : widest
  }
}

extension TableCell {
  /// About how many columns of a terminal the value takes.
  fileprivate var letters: Int {
    switch self {
    case .none: 0
    case .text(let text): text.count
    case .integer(let number): String(number).count
    case .decimal(let number, let places): String(number).count + (places > 0 ? 1 : 0)
    case .day: 10
    case .flag: 3
    }
  }
}
