import AlternativeProvision

/// How one kind of record lies in the file: its table, its columns and what a change of it touches.
///
/// Reading, writing, comparing, journalling and undoing all go by this description, so that none of
/// them is written once for every kind.
struct Table: Sendable {
  /// A value of a record: a column of its own, or a list kept in a table beside it.
  struct Column: Sendable {
    let name: String
    /// What the number in it names, where it names another record.
    var refers: RecordKind?
    /// The statements for a list that is kept in a table beside the record's own.
    var list: List?

    init(_ name: String, refers: RecordKind? = nil, list: List? = nil) {
      self.name = name
      self.refers = refers
      self.list = list
    }
  }

  /// A list kept in a table of its own; outside, it is one JSON text.
  struct List: Sendable {
    /// Gives the JSON text for the record of the row.
    let select: String
    /// Takes the list of record ?1 away.
    let clear: String
    /// Writes the list ?2 for record ?1.
    let fill: String
  }

  /// What must be worked out again when a record changes: named by a column, nil for its own number.
  enum Touch: Sendable {
    case pupil(String?)
    case caseFile(String?)
    case school
    case provider(String?)
    case calendars, targets
  }

  let kind: RecordKind
  let name: String
  /// The column of the record's number.
  var number = "id"
  let columns: [Column]
  /// The columns by which a record is recognised.
  let key: [String]
  var touches: [Touch] = []
  /// The column that names the case to which the journal files it; nil for none.
  var caseColumn: String?

  func position(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

  /// The columns as a SELECT gives them, the record's number first.
  func selection(_ alias: String? = nil) -> String {
    let prefix = alias ?? name
    let parts = columns.map { $0.list?.select ?? "\(prefix).\($0.name)" }
    return (["\(prefix).\(number)"] + parts).joined(separator: ", ")
  }
}

/// A value that the store keeps as one record.
protocol Recorded: Sendable {
  static var table: Table { get }
  /// Lays out the values in the order of the table's columns.
  func write(_ cells: inout CellWriter)
  /// Refuses values that cannot be right on the day of the change, whatever else is on file.
  func validate(on day: Day) throws(StoreError)
}

extension Recorded {
  func validate(on day: Day) throws(StoreError) {}
}

/// A record that is read back one by one.
protocol Readable: Recorded {
  /// Reads the values in the order of the table's columns.
  init(_ reader: inout CellReader) throws(StoreError)
}
