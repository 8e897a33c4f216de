import CSQLite

/// A file that SQLite has open: closed when its connection and every statement on it are gone.
final class OpenFile {
  /// How long it waits, and for whom: asked while it closes, too.
  let patience = Patience()
  /// Whether the log and its index, which reading alone had SQLite make beside the file, are cleared away
  /// when it is closed.
  var clearsUpAfterReading = false
  private let handle: OpaquePointer
  private let path: String
  /// The file as it was when it was opened as one that nobody changes; nil where SQLite's locks see to it
  /// that it can be changed meanwhile.
  private let still: FileState?

  init(_ handle: OpaquePointer, path: String, isImmutable: Bool) {
    self.handle = handle
    self.path = path
    still = isImmutable ? FileState(at: path) : nil
  }

  deinit {
    // Another file may have come into its place, whose log this would be taken for.
    let own = clearsUpAfterReading && !hasMoved ? FileIdentity(at: path) : nil
    sqlite3_close_v2(handle)
    if let own { clearUp(own) }
  }

  /// Whether the file is no longer the one at its path.
  var hasMoved: Bool {
    // SQLite tells of no file that it does not lock.
    if let still { return FileIdentity(at: path) != still.identity }
    var answer: CInt = 0
    return sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &answer) == SQLITE_OK
      && answer != 0
  }

  /// Whether it is read as one that nobody changes.
  var isImmutable: Bool { still != nil }

  /// Whether somebody writes into it after all, or is about to.
  var isWrittenAfterAll: Bool {
    guard let still else { return false }
    return FileState(at: path) != still || !CaseloadFile.isWithoutLog(path)
  }

  /// Has SQLite take away an empty log: who only reads may not, and leaves it behind. Its own locks see to
  /// it that nothing is taken from under another program that has the file open.
  private func clearUp(_ own: FileIdentity) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    if sqlite3_open_v2(Connection.fileName(path), &opened, flags, nil) == SQLITE_OK,
      FileIdentity(at: path) == own
    {
      sqlite3_exec(opened, "SELECT count(*) FROM sqlite_schema", nil, nil, nil)
    }
    sqlite3_close_v2(opened)
  }
}
