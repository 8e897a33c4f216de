/// What a terminal of xterm's family is asked to do while the screen is ours, and to stop doing after.
struct TerminalModes: Equatable {
  /// Whether it tells of the mouse: presses, releases and drags, exact in any column.
  var mouse = true
  /// Whether the window has a title of ours, so that the one it had must come back.
  var title = false

  /// What takes them on.
  var enter: String {
    (mouse ? "\u{1B}[?1002h\u{1B}[?1006h" : "") + "\u{1B}[?2004h\u{1B}[?1004h"
      + (title ? "\u{1B}[22;2t" : "")
  }

  /// What gives them up.
  var leave: String {
    (mouse ? "\u{1B}[?1006l\u{1B}[?1002l" : "") + "\u{1B}[?2004l\u{1B}[?1004l"
      + (title ? "\u{1B}[23;2t" : "")
  }
}
