extension Setting {
  /// Every setting, in the order in which a person reads them.
  public static let all: [Setting] = [
    Setting(
      "theme", \.theme, .theme,
      "The look. One of the program's themes, or NAME of your own in themes/NAME.theme beside the "
        + "file of settings."),
    Setting(
      "colours", \.colours,
      "How many colours to use. auto is as many as the terminal has, and none where NO_COLOR is "
        + "set."),
    Setting(
      "characters", \.characters,
      "What lines, bars and signs are drawn with. auto is what the locale can show; ascii suits a "
        + "font that lacks the rest; latin-1 a terminal that has accented letters and no more."),
    Setting(
      "mouse", \.mouse,
      "Whether clicks and the wheel work in the dashboard. off leaves the mouse to the terminal, to "
        + "select text with."),
    Setting(
      "blank-after", \.blankAfter, in: 0...1440,
      "After how many minutes without a key the screen goes blank, so that names are not left for "
        + "others to read; any key brings it back. 0.5 is half a minute, 0 never."),
    Setting(
      "shared-view", \.sharedView,
      "Whether the dashboard starts in the shared view, in which names are covered."),
    Setting(
      "bell", \.bell, "Whether the terminal's bell rings when something is refused."),
    Setting(
      "remember", \.remember,
      "Whether the panes, columns and sorting that you left are there again the next time. Nothing "
        + "about a child is kept."),
    Setting(
      "editor", \.editor, .text("COMMAND"),
      "The command that edits longer texts. Where nothing stands here it is that of VISUAL, else "
        + "that of EDITOR, else the system's."),
    Setting(
      "papers", \.papers, .text("FOLDER"),
      "The folder into which sixthday panel notices writes letters where --folder names none. ~/ is "
        + "your home."),
    Setting(
      "escape-delay", \.escapeDelay, in: 5...1000,
      "How many milliseconds to wait after Escape, since arrows and other keys begin with it too. "
        + "Raise it where arrows are lost on a slow line."),
  ]

  /// The setting of that name.
  public static func named(_ name: String) -> Setting? { all.first { $0.name == name } }
}
