/// How a person wants the dashboard, each value as the table of settings describes it.
///
/// A pure value: where it was read from is the program's business, and `Setting.all` says what each
/// one is called in the file, in the environment and on the command line.
public struct Settings: Hashable, Sendable {
  /// The name of the theme.
  public var theme = "dusk"
  /// How many colours to use.
  public var colours = ColourSetting.auto
  /// Which characters to draw with.
  public var characters = CharacterSetting.auto
  /// Whether the dashboard takes the mouse; off leaves it to the terminal, to select text with.
  public var mouse = true
  /// Minutes without a key or a click after which the screen goes blank; 0 for never.
  public var blankAfter = 10.0
  /// Whether the dashboard starts with names covered, as for a room that looks on.
  public var sharedView = false
  /// Whether the bell rings for a refusal.
  public var bell = false
  /// Whether what one was looking at is there again the next time.
  public var remember = true
  /// The command that edits longer texts; empty for $VISUAL, else $EDITOR, else the system's.
  public var editor = ""
  /// The folder into which letters are written where none is named; empty for none.
  public var papers = ""
  /// Milliseconds to wait after an Escape for the rest of a key's sequence.
  public var escapeDelay = 15

  /// Every setting as it is unless someone says otherwise.
  public init() {}
}

/// How many colours to use.
public enum ColourSetting: String, CaseIterable, Hashable, Sendable {
  /// As many as the terminal has; none where NO_COLOR is set.
  case auto
  /// Sixteen million.
  case trueColour = "true"
  /// The 256 of xterm.
  case twoHundredAndFiftySix = "256"
  /// The sixteen of ANSI.
  case sixteen = "16"
  /// The eight of ANSI.
  case eight = "8"
  /// None: emphasis alone.
  case none
}

/// Which characters to draw with.
public enum CharacterSetting: String, CaseIterable, Hashable, Sendable {
  /// Lines, blocks and Braille where the locale has them.
  case auto
  /// Latin letters with their accents, and ASCII for the rest.
  case latin1 = "latin-1"
  /// ASCII alone, as for a font or a screen reader that cannot do more.
  case ascii
}
