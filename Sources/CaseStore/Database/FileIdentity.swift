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
    device = UInt(facts.st_dev)
    number = UInt(facts.st_ino)
  }

  /// The log beside a caseload now; nil where there is none.
  init?(logBeside path: String) { self.init(at: path + "-wal") }
}
