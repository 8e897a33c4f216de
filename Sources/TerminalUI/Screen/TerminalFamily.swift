/// Which terminals speak the language of xterm though this machine has no description of them, as when
/// one comes over ssh from a newer terminal than the system.
enum TerminalFamily {
  private static let prefixes = [
    "xterm", "putty", "kitty", "alacritty", "foot", "wezterm", "ghostty", "contour", "konsole",
    "vte",
    "gnome", "mintty", "ms-terminal", "iterm", "tmux", "screen", "rxvt", "st-", "stterm", "mlterm",
    "terminator", "rio", "nsterm",
  ]

  /// Whether a terminal of this name does.
  static func speaksXterm(_ name: String) -> Bool {
    prefixes.contains { name.hasPrefix($0) }
  }
}
