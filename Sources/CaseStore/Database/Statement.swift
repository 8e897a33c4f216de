import AlternativeProvision
import CSQLite

/// One prepared SQL statement: bound, stepped through and read by position.
///
/// Parameters count from 1 and columns from 0, as SQLite has it. Whoever steps through a statement
/// resets it (`defer { statement.reset() }`), since an open one holds its snapshot of the file.
final class Statement {
  private let handle: OpaquePointer
  private unowned let connection: Connection
  /// Kept open for as long as there is this statement.
  private let file: OpenFile

  init(_ handle: OpaquePointer, of connection: Connection) {
    self.handle = handle
    self.connection = connection
    file = connection.file
  }

  deinit {
    sqlite3_finalize(handle)
  }

  // MARK: Binding

  func bind(_ position: Int32, _ value: Int64) {
    sqlite3_bind_int64(handle, position, value)
  }

  func bind(_ position: Int32, _ value: Int64?) {
    if let value {
      sqlite3_bind_int64(handle, position, value)
    } else {
      sqlite3_bind_null(handle, position)
    }
  }

  func bind(_ position: Int32, _ value: Double) {
    sqlite3_bind_double(handle, position, value)
  }

  func bind(_ position: Int32, _ day: Day) {
    sqlite3_bind_int64(handle, position, Int64(day.number))
  }

  func bindNull(_ position: Int32) {
    sqlite3_bind_null(handle, position)
  }

  func bind(_ position: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bind(position, utf8: $0) }
  }

  /// Binds text that SQLite copies, so the bytes may go as soon as this returns.
  func bind(_ position: Int32, utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else {
      sqlite3_bind_text(handle, position, "", 0, Statement.copied)
      return
    }
    start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      _ = sqlite3_bind_text(handle, position, $0, Int32(bytes.count), Statement.copied)
    }
  }

  /// Binds text that SQLite does not copy: the bytes must stay put until the next step is done.
  func bind(_ position: Int32, staying bytes: UnsafePointer<CChar>, count: Int32) {
    sqlite3_bind_text(handle, position, bytes, count, nil)
  }

  /// Binds bytes that are no text, which SQLite copies.
  func bind(_ position: Int32, blob bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      _ = sqlite3_bind_blob(
        handle, position, $0.baseAddress, Int32($0.count), Statement.copied)
    }
  }

  /// C's `SQLITE_TRANSIENT`, a cast that the importer does not carry over.
  static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  // MARK: Stepping

  /// Goes to the next row; false when there is none.
  func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let error = connection.error(code)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Runs a statement that gives no rows, and makes it ready to run again.
  func run() throws(StoreError) {
    while try step() {}
    sqlite3_reset(handle)
  }

  func reset() {
    sqlite3_reset(handle)
  }

  // MARK: Reading

  var parameterCount: Int32 { sqlite3_bind_parameter_count(handle) }

  var columnCount: Int32 { sqlite3_column_count(handle) }

  /// The sorts of value that a column can hold here.
  enum Kind { case null, integer, real, text }

  func kind(_ column: Int32) -> Kind {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    default: .text
    }
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  func integer(_ column: Int32) -> Int64 {
    sqlite3_column_int64(handle, column)
  }

  func integerOrNil(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(handle, column)
  }

  func real(_ column: Int32) -> Double {
    sqlite3_column_double(handle, column)
  }

  func day(_ column: Int32) -> Day {
    Day(number: Int32(truncatingIfNeeded: sqlite3_column_int64(handle, column)))
  }

  func dayOrNil(_ column: Int32) -> Day? {
    isNull(column) ? nil : day(column)
  }

  /// The text's bytes, which are SQLite's own and go with the next step; empty for null.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, column)
    return UnsafeBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }

  /// Bytes that are no text, which are SQLite's own and go with the next step.
  func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }

  func text(_ column: Int32) -> String {
    String(decoding: bytes(column), as: UTF8.self)
  }

  func textOrNil(_ column: Int32) -> String? {
    isNull(column) ? nil : text(column)
  }
}
