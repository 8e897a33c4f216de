import AlternativeProvision

/// The one way by which anything enters the caseload: it checks, compares, writes and journals.
///
/// `Caseload.change` opens the door and closes it. A record is recognised by its natural key: what
/// is not on file yet is added, what differs is changed, and what is the same is left alone, so that
/// importing a file twice changes nothing.
public struct Door {
  let caseload: Caseload
  let connection: Connection
  let author: String
  private let time: Instant
  private let cause: String
  /// The change that this one takes back.
  var undoes: Int64?
  /// The number of the change, once something has changed.
  private(set) var changeNumber: Int64?
  var touched = Touched()
  var marks: MarkStage?
  /// The providers whom attendance marks name, once somebody had to know.
  var markedProviders: Set<Int64>?

  init(into caseload: Caseload, author: String, time: Instant, cause: String) {
    self.caseload = caseload
    self.connection = caseload.connection
    self.author = author
    self.time = time
    self.cause = cause
  }

  /// The day of the change, by the clock in Greenwich: only absurdities are judged by it.
  var today: Day { Day(number: Int32(clamping: time.seconds / 86_400)) }

  // MARK: Records

  /// Adds a record, or changes the one on file.
  ///
  /// - Parameters:
  ///   - value: The record.
  ///   - number: The record it replaces; nil to find it by its natural key.
  ///   - since: The place in the journal at which the record was read, if someone may have changed
  ///     it since then.
  mutating func put<Value: Recorded>(
    record value: Value, over number: Int64? = nil, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<Value> {
    try value.validate(on: today)
    let table = Value.table
    let statements = try caseload.statements(for: table)
    var writer = CellWriter(capacity: table.columns.count)
    value.write(&writer)
    let cells = writer.cells
    let row = number == nil ? statements.byKey : statements.byNumber
    if let number {
      row.bind(1, number)
    } else {
      for (place, position) in statements.keyPositions.enumerated() {
        row.bind(Int32(place) + 1, cells[position])
      }
    }
    guard try row.step() else {
      row.reset()
      if let number { throw .gone(table.kind, number) }
      return PutResult(.added, id: Identifier(try add(cells, with: statements)))
    }
    let found = row.integer(0)
    var changed: [Int] = []
    var former = cells
    for (position, cell) in cells.enumerated() where !row.holds(cell, in: Int32(position) + 1) {
      changed.append(position)
      former[position] = row.cell(Int32(position) + 1)
    }
    row.reset()
    if changed.isEmpty { return PutResult(.unchanged, id: Identifier(found)) }
    if let since {
      try refuseConflict(
        since: since, table: table, number: found, onFile: former, yours: cells, fields: changed)
    }
    try write(cells, over: former, number: found, changed: changed, with: statements)
    return PutResult(.changed, id: Identifier(found))
  }

  /// Adds a record under the next free number, or under the one it had before it was taken away.
  @discardableResult
  mutating func add(
    _ cells: [Cell], number: Int64? = nil, with statements: RecordStatements
  ) throws(StoreError) -> Int64 {
    let added: Int64
    do {
      added = try statements.insert(cells, number: number, in: connection)
    } catch {
      throw explained(error, of: cells, in: statements.table)
    }
    touch(statements.table, number: added, cells: cells)
    try journal(statements.table, number: added, cells: cells, before: nil, after: cells)
    return added
  }

  /// Writes a record over what is on file.
  mutating func write(
    _ cells: [Cell], over former: [Cell], number: Int64, changed: [Int],
    with statements: RecordStatements
  ) throws(StoreError) {
    do {
      try statements.update(cells, number: number, changed: changed)
    } catch {
      throw explained(error, of: cells, in: statements.table)
    }
    touch(statements.table, number: number, cells: former)
    touch(statements.table, number: number, cells: cells)
    try journal(
      statements.table, number: number, cells: cells, before: former, after: cells,
      positions: changed)
  }

  /// Takes a record away; the journal keeps all of it.
  mutating func remove(number: Int64, with statements: RecordStatements) throws(StoreError) {
    let table = statements.table
    guard let cells = try statements.cells(number: number) else { throw .gone(table.kind, number) }
    try refuseIfMarked(table.kind, number)
    do {
      try statements.delete(number: number)
    } catch  where error.kind == .refused {
      throw StoreError(
        .refused, "the \(table.kind.title) is still named by other records",
        toDo: "remove what names it first")
    }
    touch(table, number: number, cells: cells)
    try journal(table, number: number, cells: cells, before: cells, after: nil)
  }

  // MARK: The journal

  /// The change's own row, written when the first thing in it changes.
  mutating func beginJournal() throws(StoreError) -> Int64 {
    if let changeNumber { return changeNumber }
    let statement = try connection.statement(
      "INSERT INTO change(at, author, cause, undoes) VALUES(?1, ?2, ?3, ?4)")
    statement.bind(1, time.seconds)
    statement.bind(2, author)
    statement.bind(3, cause)
    statement.bind(4, undoes)
    try statement.run()
    let number = connection.lastInserted  // what MarkStage foresaw: one more than the highest
    changeNumber = number
    return number
  }

  mutating func journal(
    kind: RecordKind, subject: Int64, caseNumber: Int64?, before: JSONText?, after: JSONText?
  ) throws(StoreError) {
    let change = try beginJournal()
    let statement = try connection.statement(
      """
      INSERT INTO journal(change_id, kind, subject_id, case_id, before, after)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6)
      """)
    statement.bind(1, change)
    statement.bind(2, kind.rawValue)
    statement.bind(3, subject)
    statement.bind(4, caseNumber)
    statement.bind(5, json: before)
    statement.bind(6, json: after)
    try statement.run()
  }

  /// Journals the fields at the given positions, or all that hold something.
  private mutating func journal(
    _ table: Table, number: Int64, cells: [Cell], before: [Cell]?, after: [Cell]?,
    positions: [Int]? = nil
  ) throws(StoreError) {
    var caseNumber: Int64?
    if let column = table.caseColumn {
      caseNumber = table.number(in: column, of: cells, own: number)
    }
    try journal(
      kind: table.kind, subject: number, caseNumber: caseNumber,
      before: before.map { table.json($0, positions: positions) },
      after: after.map { table.json($0, positions: positions) })
  }

  // MARK: What follows

  /// Notes what must be worked out again after a change to a record with those values.
  private mutating func touch(_ table: Table, number: Int64, cells: [Cell]) {
    for touch in table.touches {
      switch touch {
      case .pupil(let column):
        if let pupil = table.number(in: column, of: cells, own: number) {
          touched.pupils.insert(pupil)
        }
      case .caseFile(let column):
        if let file = table.number(in: column, of: cells, own: number) {
          touched.cases.insert(file)
        }
      case .provider(let column):
        if let provider = table.number(in: column, of: cells, own: number) {
          touched.providers.insert(provider)
        }
      case .school: touched.schools.insert(number)
      case .calendars: touched.calendars = true
      case .targets: touched.targets = true
      }
    }
  }

  /// Writes what is still staged and refreshes what follows from the change.
  mutating func finish() throws(StoreError) {
    try finishMarks()
    touched.settleWeeks()
    guard !touched.isEmpty else { return }
    touched.day = Day(number: Int32(truncatingIfNeeded: time.seconds / 86_400))
    for derivation in Derivation.all { try derivation.refresh(touched, caseload) }
  }
}

extension Table {
  /// The number that a column holds; `own` for nil and for the record's own column.
  func number(in column: String?, of cells: [Cell], own: Int64) -> Int64? {
    guard let column, column != number else { return own }
    guard let position = position(of: column), case .integer(let value) = cells[position] else {
      return nil
    }
    return value
  }

  /// The fields at those positions as a JSON object; by default those that hold something.
  func json(_ cells: [Cell], positions: [Int]?) -> JSONText {
    var json = JSONText()
    json.raw("{")
    for position in positions ?? Array(cells.indices) {
      if positions == nil, cells[position] == .null { continue }
      json.member(columns[position].name)
      json.cell(cells[position])
    }
    json.raw("}")
    return json
  }
}

extension Statement {
  func bind(_ position: Int32, json: JSONText?) {
    guard let json else { return bindNull(position) }
    json.bytes.withUnsafeBufferPointer { bind(position, utf8: $0) }
  }
}
