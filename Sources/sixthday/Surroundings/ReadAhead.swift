import Glibc

/// Has the disk begin on a file that is about to be read, in one request instead of many.
enum ReadAhead {
  /// Asks for the beginning of a caseload, where SQLite keeps its schema and the root of each table:
  /// opened cold, it would wait for one page of that after another.
  ///
  /// It comes before the file is opened by SQLite, whose locks end when any descriptor of it is closed.
  static func begin(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return }
    posix_fadvise(file, 0, 1 << 18, POSIX_FADV_WILLNEED)
    close(file)
  }
}
