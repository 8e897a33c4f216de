import Glibc

/// Whether a caseload's file is still the one at its path.
public enum FileStanding: Sendable {
  /// It is.
  case inPlace
  /// Nothing is there: it was deleted or moved.
  case gone
  /// Another file is there, as after a backup was put back.
  case replaced
  /// It is, and somebody writes into it who could not be expected to: it was read as a file that nobody
  /// changes, and is to be opened again.
  case written
}

extension Caseload {
  /// Whether the file is still at its path, which is a look at the folder and no more.
  public var standing: FileStanding {
    guard connection.file.hasMoved else {
      return connection.file.isWrittenAfterAll ? .written : .inPlace
    }
    return access(path, F_OK) == 0 ? .replaced : .gone
  }

  /// Opens the file that has come into the place of this one, or this one again; nil while it is still
  /// being written there.
  ///
  /// What the log beside it still held of the old file is brought into that first, wherever it is now:
  /// SQLite would take the log for the new file's own, and damage it.
  ///
  /// - Throws: `StoreError` where it can't be opened, or the log not be brought in.
  public func successor(_ wish: Access) throws(StoreError) -> Caseload? {
    guard CaseloadFile.isWhole(path) else { return nil }
    guard connection.file.takeAwayLog() else {
      throw StoreError(
        .busy,
        "the log beside \(path) is that of the file that was there before, and would damage this one",
        toDo: (wish == .readOnly ? "" : "leave the other windows on that file; if it stays, ")
          + "delete \(path)-wal and \(path)-shm before anything opens the file")
    }
    return try Caseload.open(path, access: wish)
  }
}

extension CaseloadFile {
  /// Whether a file is as long as its first page says: not so while it is being copied to its place.
  static func isWhole(_ path: String) -> Bool {
    // A pipe may stand there for a while, which nobody may wait for.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 100)
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      read(descriptor, &head, head.count) == head.count
    else { return false }
    let size = Int64(head[16]) << 8 | Int64(head[17])
    let pages = head[28..<32].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    return Int64(facts.st_size) >= (size == 1 ? 65_536 : size) * pages
  }
}
