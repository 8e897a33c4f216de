/// What a terminal of xterm's family is asked to do while the screen is ours, and to stop doing after.
struct TerminalModes: Equatable {
  /// Whether it tells of the mouse: presses, releases and drags, exact in any column.
  var mouse = true
  /// The window's title while the screen is ours; nil where it keeps its own, which else must come back.
  var title: String?

  /// What takes them on.
  var enter: String {
    (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "") + "\u{1B}[?2004h\u{1B}[?1004h"
      + (title.map { "\u{1B}[22;2t\u{1B}]2;\($0)\u{07}" } ?? "")
  }

  /// What gives them up.
  var leave: String {
    (mouse ? "\u{1B}[?1006l\u{1B}[?1002l" : "") + "\u{1B}[?2004l\u{1B}[?1004l"
      + (title == nil ? "" : "\u{1B}[23;2t")
  }
}
