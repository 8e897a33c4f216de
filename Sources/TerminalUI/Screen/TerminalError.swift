/// Why a terminal could not be opened, with what to do about it.
public enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is not a terminal.
  case notATerminal
  /// No description of this TERM is installed.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor, as `dumb` cannot.
  case tooSimple(String)

  /// One line for a person, with advice.
  public var advice: String {
    switch self {
    case .notATerminal:
      "the dashboard needs a terminal for its input and output; in a pipe: sixthday board --plain"
    case .unknownTerminal(let name):
      "no description of the terminal '\(name)' is installed; try TERM=xterm-256color, "
        + "or install ncurses-term"
    case .tooSimple(let name):
      "the terminal '\(name)' cannot place its cursor: sixthday board --plain prints the dashboard "
        + "in words; or set TERM to what the terminal really is"
    }
  }
}
