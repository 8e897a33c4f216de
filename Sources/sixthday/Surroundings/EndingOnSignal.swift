import Glibc

/// What is done when the program is told to end before it has opened a terminal, which from then on looks
/// after signals itself: a last line says what came of it, and files that must not outlast it are taken
/// away.
enum EndingOnSignal {
  /// The signals by which a person or a system ends a program.
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// The paths to unlink, a folder last, and the last words, ready for a signal handler, which may not
  /// allocate.
  ///
  /// Written before any handler is set, and only read by handlers.
  nonisolated(unsafe) private static var paths: [UnsafeMutablePointer<CChar>?] = []
  nonisolated(unsafe) private static var words: UnsafeMutablePointer<CChar>?
  /// The first signal that was noted for `goOn` to be heard of; 0 for none.
  nonisolated(unsafe) private static var noted: Int32 = 0

  /// Somebody wants the program to end, and what it was at is to be taken back first.
  struct Asked: Error {}

  /// From now on a signal says so and ends the program.
  ///
  /// - Parameter paths: What nobody else has, to be taken away first; a folder last.
  static func begin(removing paths: [String] = [], saying words: String? = nil) {
    prepare(paths, words)
    answer { number in
      for path in EndingOnSignal.paths {
        if let path, unlink(path) != 0 { rmdir(path) }
      }
      EndingOnSignal.leave(number)
    }
  }

  /// From now on a first signal is noted, for `goOn` to be heard of; a second says so and ends the program.
  static func beginNoting(saying words: String) {
    prepare([], words)
    answer { number in
      if EndingOnSignal.noted != 0 { EndingOnSignal.leave(number) }
      EndingOnSignal.noted = number
    }
  }

  /// Whether a signal was noted.
  static var isAsked: Bool { noted != 0 }

  /// - Throws: `Asked` where a signal was noted.
  static func goOn() throws(Asked) { if isAsked { throw Asked() } }

  /// Says the last words and ends the program, where a signal was noted.
  static func leaveIfAsked() { if isAsked { leave(noted) } }

  /// From now on nothing is done.
  static func end() {
    if paths.isEmpty, words == nil { return }
    answer(SIG_DFL)
    for path in paths { free(path) }
    free(words)
    (paths, words, noted) = ([], nil, 0)
  }

  private static func prepare(_ paths: [String], _ words: String?) {
    end()
    self.paths = paths.map { strdup($0) }
    self.words = words.map { strdup("\(isatty(2) == 1 ? "\r\u{1b}[K" : "")sixthday: \($0)\n") }
  }

  /// Sets a handler; a signal that whoever started the program has it ignore, as `nohup` does, stays
  /// ignored.
  private static func answer(_ handler: sighandler_t?) {
    let ignored = unsafeBitCast(SIG_IGN, to: Int.self)
    for number in signals where unsafeBitCast(signal(number, handler), to: Int.self) == ignored {
      signal(number, SIG_IGN)
    }
  }

  private static func leave(_ number: Int32) -> Never {
    if let words { _ = Glibc.write(2, words, strlen(words)) }
    _exit(128 + number)
  }
}
