/// The statements that find, write and take away records of one kind, built from its description.
final class RecordStatements {
  let table: Table
  /// The positions in the record of the columns by which it is recognised.
  let keyPositions: [Int]
  let byNumber: Statement
  let byKey: Statement
  private let insertion: Statement
  private let update: Statement
  private let deletion: Statement
  private let lists: [(position: Int, clear: Statement, fill: Statement)]

  init(for table: Table, in connection: Connection) throws(StoreError) {
    self.table = table
    keyPositions = table.key.compactMap(table.position(of:))
    let from = "SELECT \(table.selection()) FROM \(table.name) WHERE "
    byNumber = try connection.prepare(from + "\(table.number) = ?1")
    // A key column may be null, as an authority's calendar has no school: IS finds that too.
    byKey = try connection.prepare(
      from + table.key.enumerated().map { "\($1) IS ?\($0 + 1)" }.joined(separator: " AND "))
    let plain = table.columns.filter { $0.list == nil }.map(\.name)
    let places = (1...(plain.count + 1)).map { "?\($0)" }.joined(separator: ", ")
    insertion = try connection.prepare(
      "INSERT INTO \(table.name)(\(table.number), \(plain.joined(separator: ", "))) "
        + "VALUES(\(places))")
    let settings = plain.enumerated().map { "\($1) = ?\($0 + 2)" }.joined(separator: ", ")
    update = try connection.prepare(
      "UPDATE \(table.name) SET \(settings) WHERE \(table.number) = ?1")
    deletion = try connection.prepare("DELETE FROM \(table.name) WHERE \(table.number) = ?1")
    var lists: [(position: Int, clear: Statement, fill: Statement)] = []
    for (position, column) in table.columns.enumerated() {
      guard let list = column.list else { continue }
      lists.append(
        (position, try connection.prepare(list.clear), try connection.prepare(list.fill)))
    }
    self.lists = lists
  }

  /// Inserts a record, with a given number or the next free one.
  func insert(_ cells: [Cell], number: Int64?, in connection: Connection) throws(StoreError)
    -> Int64
  {
    insertion.bind(1, number)
    bindPlain(cells, to: insertion)
    try insertion.run()
    let number = connection.lastInserted
    for list in lists where cells[list.position] != .text("[]") {
      try fill(list.fill, number: number, with: cells[list.position])
    }
    return number
  }

  /// Writes all the values of a record anew; `changed` are the positions that differ.
  func update(_ cells: [Cell], number: Int64, changed: [Int]) throws(StoreError) {
    update.bind(1, number)
    bindPlain(cells, to: update)
    try update.run()
    for list in lists where changed.contains(list.position) {
      list.clear.bind(1, number)
      try list.clear.run()
      try fill(list.fill, number: number, with: cells[list.position])
    }
  }

  /// Takes a record away.
  func delete(number: Int64) throws(StoreError) {
    deletion.bind(1, number)
    try deletion.run()
  }

  /// The stored values of the row on which the statement stands.
  func cells(of row: Statement) -> [Cell] {
    (0..<table.columns.count).map { row.cell(Int32($0) + 1) }
  }

  /// The stored values of a record, or nil where there is none of that number.
  func cells(number: Int64) throws(StoreError) -> [Cell]? {
    byNumber.bind(1, number)
    defer { byNumber.reset() }
    return try byNumber.step() ? cells(of: byNumber) : nil
  }

  private func bindPlain(_ cells: [Cell], to statement: Statement) {
    var place: Int32 = 2
    for (position, column) in table.columns.enumerated() where column.list == nil {
      statement.bind(place, cells[position])
      place += 1
    }
  }

  private func fill(_ statement: Statement, number: Int64, with cell: Cell) throws(StoreError) {
    statement.bind(1, number)
    statement.bind(2, cell)
    try statement.run()
  }
}

extension Statement {
  func bind(_ position: Int32, _ cell: Cell) {
    switch cell {
    case .null: bindNull(position)
    case .integer(let value): bind(position, value)
    case .real(let value): bind(position, value)
    case .text(let value): bind(position, value)
    }
  }

  /// The value of a column, whatever it is.
  func cell(_ column: Int32) -> Cell {
    switch kind(column) {
    case .null: .null
    case .integer: .integer(integer(column))
    case .real: .real(real(column))
    case .text: .text(text(column))
    }
  }

  /// Whether a column holds just that value; text is compared where it lies.
  func holds(_ cell: Cell, in column: Int32) -> Bool {
    switch (kind(column), cell) {
    case (.null, .null): return true
    case (.integer, .integer(let value)): return integer(column) == value
    case (.real, .real(let value)): return real(column) == value
    case (.text, .text(let value)):
      let stored = bytes(column)
      return stored.count == value.utf8.count && stored.elementsEqual(value.utf8)
    default: return false
    }
  }
}
