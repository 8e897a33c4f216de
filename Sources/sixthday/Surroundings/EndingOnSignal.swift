import Glibc

/// What is done when the program is told to end: files that must not outlast it are taken away, and a last
/// line says what came of it.
///
/// Only before a terminal is opened, which from then on looks after signals itself.
enum EndingOnSignal {
  /// The signals by which a person or a system ends a program.
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// The paths to unlink, a folder last, and the last words, ready for a signal handler, which may not
  /// allocate.
  ///
  /// Written before any handler is set, and only read by handlers.
  nonisolated(unsafe) private static var paths: [UnsafeMutablePointer<CChar>?] = []
  nonisolated(unsafe) private static var words: UnsafeMutablePointer<CChar>?

  /// From now on a signal takes these away, says so and ends the program.
  static func begin(removing paths: [String], saying words: String? = nil) {
    end()
    self.paths = paths.map { strdup($0) }
    self.words = words.map { strdup("\(isatty(2) == 1 ? "\r\u{1b}[K" : "")sixthday: \($0)\n") }
    for number in signals {
      signal(number) { number in
        for path in EndingOnSignal.paths {
          if let path, unlink(path) != 0 { rmdir(path) }
        }
        if let words = EndingOnSignal.words { _ = Glibc.write(2, words, strlen(words)) }
        _exit(128 + number)
      }
    }
  }

  /// From now on nothing is done.
  static func end() {
    if paths.isEmpty, words == nil { return }
    for number in signals { signal(number, SIG_DFL) }
    for path in paths { free(path) }
    free(words)
    (paths, words) = ([], nil)
  }
}
