import Glibc

/// Whether a caseload's file is still the one at its path.
public enum FileStanding: Sendable {
  /// It is.
  case inPlace
  /// Nothing is there: it was deleted or moved.
  case gone
  /// Another file is there, as after a backup was put back.
  case replaced
}

/// The log beside a caseload, by which its own is told from that of a file in its place.
struct LogIdentity: Equatable {
  private let device: UInt
  private let number: UInt

  /// The log that is beside a file now; nil where there is none.
  init?(beside path: String) {
    var facts = stat()
    guard stat(path + "-wal", &facts) == 0 else { return nil }
    device = UInt(facts.st_dev)
    number = UInt(facts.st_ino)
  }
}

extension Caseload {
  /// Whether the file is still at its path, which is a look at the folder and no more.
  public var standing: FileStanding {
    guard connection.hasMoved else { return .inPlace }
    return access(path, F_OK) == 0 ? .replaced : .gone
  }

  /// Opens the file that has come into the place of this one; nil while it is still being written there.
  ///
  /// What the log beside it still held of the old file is brought into that first, wherever it is now:
  /// SQLite would take the log for the new file's own, and damage it.
  ///
  /// - Throws: `StoreError` where it can't be opened, or the log not be brought in.
  public func successor(_ wish: Access) throws(StoreError) -> Caseload? {
    guard CaseloadFile.isWhole(path) else { return nil }
    if let log = LogIdentity(beside: path), log == ownLog {
      guard wish != .readOnly, try connection.bringInLog() else {
        throw StoreError(
          .busy, "the log beside \(path) belongs to the file that was there before",
          toDo: "leave every Sixthday that has it open, and start anew")
      }
      for ending in ["-wal", "-shm"] { unlink(path + ending) }
    }
    return try Caseload.open(path, access: wish)
  }
}

extension Connection {
  /// Brings all that the log holds into the file; false where somebody still reads what it would write
  /// over.
  fileprivate func bringInLog() throws(StoreError) -> Bool {
    let statement = try prepare("PRAGMA wal_checkpoint(PASSIVE)")
    guard try statement.step() else { return false }
    return statement.integer(0) == 0 && statement.integer(1) == statement.integer(2)
  }
}

extension CaseloadFile {
  /// Whether a file is as long as its first page says: not so while it is being copied to its place.
  static func isWhole(_ path: String) -> Bool {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 100)
    var facts = stat()
    guard read(descriptor, &head, head.count) == head.count, fstat(descriptor, &facts) == 0 else {
      return false
    }
    let size = Int64(head[16]) << 8 | Int64(head[17])
    let pages = head[28..<32].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    return Int64(facts.st_size) >= (size == 1 ? 65_536 : size) * pages
  }
}
