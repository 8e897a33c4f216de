import CSQLite
import Glibc

/// What a program means to do with a caseload that it opens.
public enum Access: Sendable {
  /// Look only: the file must exist and be up to date.
  case readOnly
  /// Look and change: the file must exist.
  case readWrite
  /// Look and change: the file and its folder are made where they are missing.
  case create
}

/// How a caseload's file is found, made and told from any other file.
enum CaseloadFile {
  /// Opens the file and brings it up to date, at the price of a page read when it already is.
  ///
  /// - Parameter waiting: Told again and again while another program is waited for and nobody is asked.
  static func open(
    _ path: String, access: Access, waiting: (() -> Void)? = nil
  ) throws(StoreError) -> Connection {
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    if isThere {
      guard facts.st_mode & S_IFMT == S_IFREG else { throw .notACaseload(path) }
    } else {
      guard access == .create else { throw absence(of: path) }
      try make(path)
    }
    let flags = access == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    if isThere {
      guard Glibc.access(path, R_OK) == 0 else { throw notPermitted(path, access: .readOnly) }
      guard access == .readOnly || Glibc.access(path, W_OK) == 0 else {
        throw notPermitted(path, access: access)
      }
    }
    do throws(StoreError) {
      return try open(
        path, access, flags, isImmutable: access == .readOnly && standsStill(path), waiting)
    } catch  where error.kind == .full {
      guard access == .readOnly, isWithoutLog(path) else {
        throw .full(
          path, toDo: "free some space, then try again; sixthday --read-only shows it meanwhile")
      }
      return try open(path, access, flags, isImmutable: true, waiting)
    }
  }

  private static func open(
    _ path: String, _ access: Access, _ flags: Int32, isImmutable: Bool,
    _ waiting: (() -> Void)?
  ) throws(StoreError) -> Connection {
    let leavesNothing = access == .readOnly && Glibc.access(path, W_OK) == 0 && hasNoLog(path)
    let connection = try Connection(path: path, flags: flags, isImmutable: isImmutable)
    connection.patience.tell = waiting
    connection.file.clearsUpAfterReading = leavesNothing
    try prove(connection, access: access)
    connection.file.noteLog()
    try connection.run(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY")
    return connection
  }

  /// Whether a caseload can be read though nothing can be written beside it, as on a disk for reading
  /// only or in a colleague's folder.
  ///
  /// SQLite would make its log's index there, and cannot. Where no log holds anything, all is in the
  /// file itself, which can then be read as one that nobody changes. In a folder somebody may all the
  /// same: then `FileStanding.written` says so.
  private static func standsStill(_ path: String) -> Bool {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    guard Glibc.access(folder, W_OK) != 0 else { return false }
    return isWithoutLog(path)
  }

  /// Whether there is neither a log beside the file nor its index: whatever is there later, reading made.
  private static func hasNoLog(_ path: String) -> Bool {
    ["-wal", "-shm"].allSatisfy { Glibc.access(path + $0, F_OK) != 0 }
  }

  /// Whether no change lies in a log beside the file.
  static func isWithoutLog(_ path: String) -> Bool {
    var facts = stat()
    return stat(path + "-wal", &facts) != 0 ? errno == ENOENT : facts.st_size == 0
  }

  /// Makes sure that the file is ours and of today's layout.
  private static func prove(_ connection: Connection, access: Access) throws(StoreError) {
    let path = connection.path
    let owner = try connection.number("PRAGMA application_id") ?? 0
    let version = try connection.number("PRAGMA user_version") ?? 0
    if owner == Migration.applicationNumber {
      // A copy made by SQLite's own tools has lost it, and then readers would hold up writers.
      if access != .readOnly { try keepLog(connection) }
      if version == Int64(Migration.latest) { return }
      if version > Int64(Migration.latest) {
        throw StoreError(
          .newerVersion, "\(path) was written by a newer Sixthday (layout \(version))",
          toDo: "install the newest Sixthday; this one knows layouts up to \(Migration.latest)")
      }
      if access == .readOnly {
        throw StoreError(
          .olderVersion, "\(path) was written by an older Sixthday (layout \(version))",
          toDo: "open it once with write access to bring it up to date")
      }
      try Migration.bringUpToDate(connection)
      return
    }
    let isEmpty = try connection.number("SELECT count(*) FROM sqlite_schema") == 0
    guard owner == 0, version == 0, isEmpty, access != .readOnly else {
      throw .notACaseload(path)
    }
    guard access == .create else {
      throw StoreError(
        .notACaseload, "\(path) is empty", toDo: "import a file, which makes a caseload of it")
    }
    try keepLog(connection)
    try Migration.bringUpToDate(connection)
  }

  /// Has changes written to a log beside the file, as the file itself then says.
  private static func keepLog(_ connection: Connection) throws(StoreError) {
    let mode = try connection.prepare("PRAGMA journal_mode")
    guard try mode.step(), mode.text(0) != "wal" else { return }
    mode.reset()
    try connection.run("PRAGMA journal_mode = WAL")
  }

  /// Makes an empty file that only its owner may read, and the folders above it likewise.
  ///
  /// SQLite gives the write-ahead log and its index the mode of the file itself.
  private static func make(_ path: String) throws(StoreError) {
    try makeFolder(above: path)
    let descriptor = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw notPermitted(path, access: .create) }
    close(descriptor)
  }

  /// Deletes a file, with the log beside it.
  static func remove(_ path: String) {
    for ending in ["-wal", "-shm", ""] { unlink(path + ending) }
  }

  private static func makeFolder(above path: String) throws(StoreError) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
      return
    }
    let folder = String(path[..<slash])
    if Glibc.access(folder, F_OK) == 0 { return }
    try makeFolder(above: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw StoreError(
        .notPermitted, "the folder \(folder) cannot be made",
        toDo: "make it yourself, or name a file elsewhere with --caseload")
    }
  }

  private static func absence(of path: String) -> StoreError {
    errno == EACCES
      ? notPermitted(path, access: .readOnly)
      : StoreError(
        .missing, "there is no caseload at \(path)",
        toDo: "import a file to make one, name another with --caseload, or try 'sixthday demo'")
  }

  private static func notPermitted(_ path: String, access: Access) -> StoreError {
    access == .readOnly
      ? StoreError(
        .notPermitted, "you may not read \(path)",
        toDo: "ask its owner for access to the file and its folder, or name another with --caseload"
      )
      : StoreError(
        .notPermitted, "you may not write \(path)",
        toDo:
          "ask its owner for access to the file and its folder, or name another with --caseload; "
          + "sixthday --read-only shows it meanwhile")
  }
}
