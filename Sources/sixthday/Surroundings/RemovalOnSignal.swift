import Glibc

/// Takes files away when the program is told to end: what must not outlast it, whatever happens.
///
/// Only before a terminal is opened, which from then on looks after signals itself.
enum RemovalOnSignal {
  /// The signals by which a person or a system ends a program.
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// The paths to unlink, a folder last, ready for a signal handler, which may not allocate.
  ///
  /// Written before any handler is set, and only read by handlers.
  nonisolated(unsafe) private static var paths: [UnsafeMutablePointer<CChar>?] = []

  /// From now on a signal takes these away and ends the program.
  static func begin(_ paths: [String]) {
    end()
    self.paths = paths.map { strdup($0) }
    for number in signals {
      signal(number) { number in
        for path in RemovalOnSignal.paths {
          if let path, unlink(path) != 0 { rmdir(path) }
        }
        _exit(128 + number)
      }
    }
  }

  /// From now on they stay.
  static func end() {
    if paths.isEmpty { return }
    for number in signals { signal(number, SIG_DFL) }
    for path in paths { free(path) }
    paths = []
  }
}
