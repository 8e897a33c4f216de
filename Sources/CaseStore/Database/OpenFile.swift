import CSQLite
import Glibc

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
  /// The log that was beside it once it was open.
  private var log: FileIdentity?

  init(_ handle: OpaquePointer, path: String, isImmutable: Bool) {
    self.handle = handle
    self.path = path
    still = isImmutable ? FileState(at: path) : nil
  }

  deinit {
    if hasMoved { takeAwayLog() }
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

  /// Remembers the log that is beside it now.
  func noteLog() { log = still == nil ? FileIdentity(logBeside: path) : nil }

  private var hasLogInPlace: Bool { log != nil && FileIdentity(logBeside: path) == log }

  /// Brings what the log still holds into the file, wherever that is now, and takes the log from beside the
  /// path, to which another file has come or will: SQLite would take the log for that one's own, and
  /// damage it.
  ///
  /// Every dashboard hears of a new file at the same moment. The lock for writing lies in the index of the
  /// old log, which all of them still share: whoever comes second finds another log, that of the new file,
  /// and leaves it alone.
  ///
  /// - Returns: Whether its log is beside the path no more.
  @discardableResult
  func takeAwayLog() -> Bool {
    guard hasLogInPlace else { return true }
    sqlite3_busy_timeout(handle, 500)
    defer { patience.govern(handle) }
    // To its full length, so that an empty log is the worst that anybody could find meanwhile.
    guard
      sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil) == SQLITE_OK,
      sqlite3_exec(handle, "BEGIN IMMEDIATE", nil, nil, nil) == SQLITE_OK
    else { return false }
    defer { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }
    guard hasLogInPlace else { return true }
    guard let door = ReadersKeptOut(path) else { return access(path, F_OK) != 0 && removeLog() }
    defer { door.end() }
    return removeLog()
  }

  private func removeLog() -> Bool {
    for ending in ["-wal", "-shm"] { unlink(path + ending) }
    return true
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

/// Keeps every program from beginning to read the file at a path, by the lock for which SQLite's readers
/// wait: between two deletions one of them could take up half of what is to go.
private struct ReadersKeptOut {
  private let descriptor: Int32

  /// Nil where there is no file, or somebody reads it already.
  init?(_ path: String) {
    descriptor = open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var lock = flock()
    (lock.l_type, lock.l_whence) = (Int16(F_WRLCK), Int16(SEEK_SET))
    (lock.l_start, lock.l_len) = (ReadersKeptOut.firstByte, ReadersKeptOut.bytes)
    guard fcntl(descriptor, F_SETLK, &lock) == 0 else {
      close(descriptor)
      return nil
    }
  }

  /// The bytes that SQLite's file format sets apart for the locks of readers.
  private static let firstByte = 0x4000_0002
  private static let bytes = 510

  func end() { close(descriptor) }
}
