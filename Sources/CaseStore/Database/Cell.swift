import AlternativeProvision

/// One stored value, as SQLite knows it.
enum Cell: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
}

/// Lays out a record's values in the order of its table's columns.
struct CellWriter {
  private(set) var cells: [Cell] = []

  init(capacity: Int) {
    cells.reserveCapacity(capacity)
  }

  mutating func add(_ value: Int) { cells.append(.integer(Int64(value))) }
  mutating func add(_ value: Int?) {
    cells.append(value.map { .integer(Int64($0)) } ?? .null)
  }
  mutating func add(_ value: Bool) { cells.append(.integer(value ? 1 : 0)) }
  mutating func add(_ value: Double?) { cells.append(value.map(Cell.real) ?? .null) }
  mutating func add(_ value: String) { cells.append(.text(value)) }
  /// Text that may be missing; empty text is taken for missing, so that a blank cell changes nothing.
  mutating func add(_ value: String?) {
    cells.append(value.flatMap { $0.isEmpty ? nil : .text($0) } ?? .null)
  }
  mutating func add(_ day: Day) { cells.append(.integer(Int64(day.number))) }
  mutating func add(_ day: Day?) {
    cells.append(day.map { .integer(Int64($0.number)) } ?? .null)
  }
  mutating func add<Kind>(_ id: Identifier<Kind>) { cells.append(.integer(id.number)) }
  mutating func add<Kind>(_ id: Identifier<Kind>?) {
    cells.append(id.map { .integer($0.number) } ?? .null)
  }
  mutating func add<Name: RawRepresentable>(named value: Name) where Name.RawValue == String {
    cells.append(.text(value.rawValue))
  }
  mutating func add<Name: RawRepresentable>(named value: Name?) where Name.RawValue == String {
    cells.append(value.map { .text($0.rawValue) } ?? .null)
  }
  /// A list, as a JSON array of texts.
  mutating func add(list: [String]) {
    var json = JSONText()
    json.array(list)
    cells.append(.text(json.text))
  }
  mutating func add(json: JSONText) { cells.append(.text(json.text)) }
}

/// Reads a record's values from a row, in the order of its table's columns.
struct CellReader {
  let row: Statement
  private var column: Int32
  private let kind: RecordKind

  /// Starts at a column, which follows the record's number.
  init(_ row: Statement, of kind: RecordKind, from column: Int32 = 1) {
    self.row = row
    self.kind = kind
    self.column = column
  }

  private mutating func next() -> Int32 {
    defer { column += 1 }
    return column
  }

  mutating func int() -> Int { Int(row.integer(next())) }
  mutating func intOrNil() -> Int? { row.integerOrNil(next()).map(Int.init) }
  mutating func bool() -> Bool { row.integer(next()) != 0 }
  mutating func realOrNil() -> Double? {
    let column = next()
    return row.isNull(column) ? nil : row.real(column)
  }
  mutating func text() -> String { row.text(next()) }
  mutating func textOrNil() -> String? { row.textOrNil(next()) }
  mutating func day() -> Day { row.day(next()) }
  mutating func dayOrNil() -> Day? { row.dayOrNil(next()) }
  mutating func id<Kind>() -> Identifier<Kind> { Identifier(row.integer(next())) }
  mutating func idOrNil<Kind>() -> Identifier<Kind>? {
    row.integerOrNil(next()).map { Identifier($0) }
  }
  mutating func list() -> [String] { JSONText.texts(in: row.bytes(next())) }

  mutating func named<Name: RawRepresentable>(_: Name.Type = Name.self) throws(StoreError) -> Name
  where Name.RawValue == String {
    let word = text()
    guard let value = Name(rawValue: word) else { throw unknown(word) }
    return value
  }

  mutating func namedOrNil<Name: RawRepresentable>(
    _: Name.Type = Name.self
  ) throws(StoreError) -> Name? where Name.RawValue == String {
    guard let word = textOrNil() else { return nil }
    guard let value = Name(rawValue: word) else { throw unknown(word) }
    return value
  }

  private func unknown(_ word: String) -> StoreError {
    StoreError(
      .damaged, "\(kind.title) \(row.integer(0)) holds '\(word)', which means nothing here",
      toDo: "run 'sixthday check', or restore an earlier copy of the file")
  }
}
