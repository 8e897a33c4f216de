import Glibc

/// Which file is at a path now, whatever its name: by it a caseload, or the log beside it, is told from
/// another that has come into its place.
struct FileIdentity: Equatable {
  private let device: UInt
  private let number: UInt

  /// The file at a path now; nil where there is none.
  init?(at path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  /// The log beside a caseload now; nil where there is none.
  init?(logBeside path: String) { self.init(at: path + "-wal") }

  fileprivate init(_ facts: stat) {
    device = UInt(facts.st_dev)
    number = UInt(facts.st_ino)
  }
}

/// A file as it was at a moment: who wrote into it since has left another length or another time.
struct FileState: Equatable {
  let identity: FileIdentity
  private let length: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// The file at a path as it is now; nil where there is none.
  init?(at path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    identity = FileIdentity(facts)
    length = Int(facts.st_size)
    seconds = Int(facts.st_mtim.tv_sec)
    nanoseconds = Int(facts.st_mtim.tv_nsec)
  }
}
