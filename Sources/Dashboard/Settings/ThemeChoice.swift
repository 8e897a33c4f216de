import TerminalUI

/// The themes that a person can choose among while the dashboard is open.
public struct ThemeChoice {
  /// Their names, in the order in which they are offered.
  public var names: [String]
  /// Reads one; nil where it cannot be read.
  public var theme: (String) -> Theme?

  /// Makes a choice, of none unless told.
  public init(names: [String] = [], theme: @escaping (String) -> Theme? = { _ in nil }) {
    self.names = names
    self.theme = theme
  }
}
