import CaseStore
import Glibc

/// Says once, where there is no screen yet or none at all, that another program's write is waited for.
enum WaitingLine {
  /// How long one waits before that is worth a line.
  private static let patience = 500
  nonisolated(unsafe) private static var isSaid = false

  /// From now on it is said, to a person at a terminal.
  static func begin() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    Caseload.hearsOfWaiting { milliseconds in
      guard !isSaid, milliseconds >= patience else { return }
      isSaid = true
      StandardOutput.complain("waiting for another program that is writing; Ctrl-C gives up")
    }
  }
}
