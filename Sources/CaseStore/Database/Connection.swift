import CSQLite
import Glibc

/// One open SQLite file: hands out prepared statements and says in words what went wrong.
final class Connection {
  private let handle: OpaquePointer
  /// Closes the file once no statement is left.
  let file: OpenFile
  private var statements: [UInt: Statement] = [:]
  private var knowsFolding = false
  let path: String
  /// How long it waits, and for whom.
  var patience: Patience { file.patience }

  /// What the page cache may hold while nothing is imported: 2 MB.
  static let usualCache = "PRAGMA cache_size = -2000"

  /// Opens the file, which must be there unless it is to be created.
  ///
  /// - Parameter isImmutable: The file is read as one that nobody can change, and nothing is looked for
  ///   or made beside it.
  init(path: String, flags: Int32, isImmutable: Bool = false) throws(StoreError) {
    Connection.withoutStatistics
    var opened: OpaquePointer?
    var flags = flags | SQLITE_OPEN_NOMUTEX
    if isImmutable { flags |= SQLITE_OPEN_URI }
    let name = isImmutable ? Connection.address(path) : Connection.fileName(path)
    let code = sqlite3_open_v2(name, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let error = Connection.error(code, in: opened, path: path, isImmutable: isImmutable)
      sqlite3_close_v2(opened)
      throw error
    }
    self.handle = opened
    self.path = path
    file = OpenFile(opened, path: path, isImmutable: isImmutable)
    sqlite3_extended_result_codes(opened, 1)
    patience.govern(opened)
  }

  /// SQLite counts every allocation under a lock, and nobody reads the sums.
  private static let withoutStatistics: Void = csqlite_leave_statistics()

  /// Has somebody asked, from now on, whether to go on waiting.
  func ask(_ question: ((Waiting) -> Bool)?) {
    patience.ask = question
    patience.govern(handle)
  }

  /// The path as SQLite takes it for nothing but a file.
  ///
  /// It keeps ":memory:" in memory, and reads "file:…" as an address, so that what was imported would
  /// be gone at the end; after "./" they are names like any other.
  static func fileName(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// The address by which SQLite opens a file as one that cannot change.
  static func address(_ path: String) -> String {
    var escaped = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        escaped.unicodeScalars.append(contentsOf: [
          "%", digits[Int(byte >> 4)], digits[Int(byte & 15)],
        ])
      }
    }
    return "file:\(escaped)?immutable=1"
  }

  /// Refuses to go on where the file is no longer the one at its path: what is written into a file that
  /// was deleted, or replaced by a backup, is seen by nobody and gone at the end.
  func requireInPlace() throws(StoreError) {
    guard file.hasMoved else { return }
    throw StoreError(
      .missing, "\(path) was deleted, moved or replaced while it was open, so nothing was written",
      toDo: "put the file back, or start Sixthday again to work on what is there now")
  }

  /// The rows written through this connection since it was opened, those rolled back included.
  var rowsWritten: Int64 { sqlite3_total_changes64(handle) }

  /// A statement of this program's own text, prepared at its first use and kept.
  ///
  /// It is found again by the address of the text, which costs less than hashing it. A caller that
  /// needs the same text twice at once prepares its own.
  func statement(_ sql: StaticString) throws(StoreError) -> Statement {
    let key = UInt(bitPattern: sql.utf8Start)
    if let known = statements[key] { return known }
    let made = try prepare(
      utf8: UnsafeBufferPointer(start: sql.utf8Start, count: sql.utf8CodeUnitCount))
    statements[key] = made
    return made
  }

  /// A statement that the caller keeps.
  func prepare(_ sql: String) throws(StoreError) -> Statement {
    var sql = sql
    let outcome = sql.withUTF8 { bytes in
      Result { () throws(StoreError) in try prepare(utf8: bytes) }
    }
    return try outcome.get()
  }

  private func prepare(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(StoreError) -> Statement {
    var made: OpaquePointer?
    var code = SQLITE_MISUSE
    bytes.baseAddress?.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      code = sqlite3_prepare_v3(
        handle, $0, Int32(bytes.count), UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
    }
    guard code == SQLITE_OK, let made else { throw error(code) }
    return Statement(made, of: self)
  }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// The first column of the first row as a number; nil for no row or null.
  func number(_ sql: StaticString) throws(StoreError) -> Int64? {
    let found = try statement(sql)
    defer { found.reset() }
    return try found.step() ? found.integerOrNil(0) : nil
  }

  /// Lets statements of this connection call `folded(text)`: small letters without accents.
  func knowFolding() throws(StoreError) {
    if knowsFolding { return }
    let code = sqlite3_create_function_v2(
      handle, "folded", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nil,
      { context, _, values in
        guard let text = sqlite3_value_text(values?.pointee) else {
          return sqlite3_result_null(context)
        }
        let bytes = UnsafeBufferPointer(
          start: text, count: Int(sqlite3_value_bytes(values?.pointee)))
        let folded = Folding.fold(String(decoding: bytes, as: UTF8.self))
        folded.withUnsafeBytes { folded in
          sqlite3_result_text(
            context, folded.bindMemory(to: CChar.self).baseAddress, Int32(folded.count),
            Statement.copied)
        }
      }, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
    knowsFolding = true
  }

  /// The number of the row inserted last.
  var lastInserted: Int64 { sqlite3_last_insert_rowid(handle) }

  /// How many rows the last finished statement inserted, changed or deleted.
  var rowsChanged: Int64 { sqlite3_changes64(handle) }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// What SQLite's last answer means to the person at the screen.
  func error(_ code: Int32) -> StoreError {
    if patience.takeGivingUp() { return .givenUp }
    return Connection.error(code, in: handle, path: path, isImmutable: file.isImmutable)
  }

  private static func error(
    _ code: Int32, in handle: OpaquePointer?, path: String, isImmutable: Bool
  ) -> StoreError {
    let words = handle.flatMap(sqlite3_errmsg).map(String.init(cString:)) ?? ""
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      return StoreError(
        .busy, "another program is writing to \(path)",
        toDo: "wait until its import or edit is done, then try again")
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
      return StoreError(
        .notPermitted, "\(path) cannot be written",
        toDo: "ask its owner for write access to the file and its folder, or work on a copy")
    case SQLITE_CANTOPEN:
      return StoreError(
        .notPermitted, "\(path) cannot be opened",
        toDo: "check that the folder exists and that you may read and write in it")
    case SQLITE_NOTADB:
      return .notACaseload(path)
    case SQLITE_CORRUPT where isImmutable:
      // Half of it may be of before, and half of after somebody's change.
      return StoreError(
        .busy, "\(path) was being changed while it was read", toDo: "try again in a moment")
    case SQLITE_CORRUPT:
      return StoreError(
        .damaged, "\(path) is damaged (\(words))",
        toDo: "restore last night's copy; 'sqlite3 FILE .recover' may save what came after it")
    case SQLITE_FULL:
      return .full(path)
    case SQLITE_IOERR where isForWantOfSpace(code, in: handle):
      return .full(path)
    case SQLITE_IOERR:
      return StoreError(
        .failed, "the disk that holds \(path) did not answer (\(words))",
        toDo: "check the disk or the network drive, then try again")
    case SQLITE_CONSTRAINT:
      return StoreError(
        .refused, "the record contradicts what is on file (\(words))",
        toDo: "correct it, then try again")
    default:
      return StoreError(
        .failed, "\(path) could not be used (\(words))",
        toDo: "run 'sixthday check', and report this if it finds nothing")
    }
  }
}

extension Connection {
  /// Whether the system had no room, as for the index of the log, which even reading wants.
  private static func isForWantOfSpace(_ code: Int32, in handle: OpaquePointer?) -> Bool {
    // SQLITE_IOERR_SHMSIZE, which Swift does not see.
    code == SQLITE_IOERR | 19 << 8 || sqlite3_system_errno(handle) == ENOSPC
  }
}

extension StoreError {
  /// There is no room on the disk.
  static func full(_ path: String, toDo: String = "free some space, then try again") -> StoreError {
    StoreError(.full, "the disk that holds \(path) is full", toDo: toDo)
  }

  /// Somebody did not want to wait any longer.
  static let givenUp = StoreError(
    .givenUp, "given up: nothing was changed", toDo: "try again when there is less to wait for")

  /// A file that is something else.
  static func notACaseload(_ path: String) -> StoreError {
    StoreError(
      .notACaseload, "\(path) is not a caseload of Sixthday",
      toDo: "name another file with --caseload; this one was left as it is")
  }
}
