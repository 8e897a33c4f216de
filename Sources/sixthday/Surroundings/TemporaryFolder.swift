import Glibc

/// The folder of a temporary caseload, which must be gone however the program ends.
enum TemporaryFolder {
  /// What may be in it.
  private static let names = [
    "caseload.sqlite3", "caseload.sqlite3-wal", "caseload.sqlite3-shm", "refused.csv",
  ]

  /// Deletes the folder and what is in it.
  static func remove(_ folder: String) {
    for name in names { unlink(folder + "/" + name) }
    rmdir(folder)
  }

  /// Deletes the folder when the program is told to end before it has opened a terminal, which from
  /// then on looks after signals itself.
  static func removeOnSignal(_ folder: String) {
    EndingOnSignal.begin(removing: names.map { folder + "/" + $0 } + [folder])
  }
}
