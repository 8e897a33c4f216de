import Glibc

/// The folder of a temporary caseload, which must be gone however the program ends.
enum TemporaryFolder {
  /// What may be in it.
  private static let names = [
    "caseload.sqlite3", "caseload.sqlite3-wal", "caseload.sqlite3-shm", "refused.csv",
  ]

  /// The paths to unlink, the folder last, ready for a signal handler, which may not allocate.
  ///
  /// Written once before any handler is set, and only read by handlers.
  nonisolated(unsafe) private static var paths: [UnsafeMutablePointer<CChar>?] = []

  /// Deletes the folder and what is in it.
  static func remove(_ folder: String) {
    for name in names { unlink(folder + "/" + name) }
    rmdir(folder)
  }

  /// Deletes the folder when the program is told to end before it has opened a terminal, which from
  /// then on looks after signals itself.
  static func removeOnSignal(_ folder: String) {
    paths = names.map { strdup(folder + "/" + $0) } + [strdup(folder)]
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        for path in TemporaryFolder.paths {
          if let path, unlink(path) != 0 { rmdir(path) }
        }
        _exit(128 + number)
      }
    }
  }
}
