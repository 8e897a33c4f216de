import TerminalUI

/// Everything that a key can ask of the dashboard.
public enum DashboardCommand: Hashable, Sendable {
  // Everywhere
  case help, palette, theme, quit, undo, repaint, back, share, leave, mouse
  // Lists and pages of text
  case up, down, pageUp, pageDown, halfPageUp, halfPageDown, top, bottom
  // The board
  case nextPane, previousPane, paneLeft, paneRight
  case pane(Int)
  case narrower, wider, shorter, taller, evenPanes, hidePane
  case columnsLeft, columnsRight
  case numbers, sortThen, columns, mark, markRange, markAll, histogram, columnUp, columnDown
  case find, figures, open, zoom, sort, filter, nextMatch, previousMatch, narrow, widen
  // A case
  case why, nextCase, previousCase, nextTab, previousTab
  case tab(Int)
  // Acting on a case
  case assign, place, close, edit, copyReference, copyRow
  // A panel's meeting
  case meeting(MeetingCommand)
  // The panels
  case panel(PanelCommand)
  // Choosers and forms
  case choose, nextField, previousField
}

/// The contexts in which keys hold.
extension KeyContext {
  /// Holds on every screen.
  public static let everywhere = KeyContext("everywhere", title: "Everywhere")
  /// Holds on every screen, even while one types.
  public static let always = KeyContext(
    "always", title: "Everywhere, also while typing", takesText: true)
  /// Moving in a list or a page of text.
  public static let moving = KeyContext("moving", title: "Moving about")
  /// The board of four panes.
  public static let board = KeyContext("board", title: "The board")
  /// The clocks of a case.
  public static let clocks = KeyContext("clocks", title: "The clocks of a case")
  /// One case.
  public static let caseFile = KeyContext("case", title: "A case")
  /// Acting on the case that is selected or open.
  public static let acting = KeyContext("acting", title: "Acting on a case")
  /// Any page of text.
  public static let text = KeyContext("text", title: "Finding in a text")
  /// Words being typed to find them in a text.
  public static let finding = KeyContext(
    "finding", title: "Typing what to find", takesText: true)
  /// A page of text that was opened on top.
  public static let reading = KeyContext("reading", title: "Reading")
  /// A list from which one thing is chosen; letters typed narrow it.
  public static let choosing = KeyContext("choosing", title: "Choosing", takesText: true)
  /// The columns of a pane being arranged.
  public static let columns = KeyContext("columns", title: "Arranging columns")
  /// Words being typed to filter a pane.
  public static let filtering = KeyContext("filtering", title: "Filtering", takesText: true)
  /// Two versions of a change.
  public static let conflict = KeyContext("conflict", title: "Changed by someone else")

  /// Every context, in the order of the help.
  static let all: [KeyContext] =
    [
      .board, .clocks, .caseFile, .acting, .moving, .everywhere, .always, .reading, .text,
      .finding, .choosing,
      .columns,
      .filtering, .conflict, .meeting, .deciding, .providers,
    ] + panel

  /// The contexts that hold at once on a screen, the innermost first, for a keymap file to be checked
  /// against.
  static let together: [[KeyContext]] = [
    [.board, .acting, .moving, .everywhere, .always],
    [.clocks, .caseFile, .acting, .text, .moving, .everywhere, .always],
    [.caseFile, .acting, .text, .moving, .everywhere, .always],
    [.reading, .text, .moving, .everywhere, .always], [.finding, .always], [.choosing, .always],
    [.columns, .always],
    [.filtering, .always],
    [.conflict, .moving, .always],
    [.meeting, .moving, .everywhere, .always], [.deciding, .always], [.providers, .always],
    [.panels, .moving, .everywhere, .always], [.agenda, .moving, .everywhere, .always],
    [.attendance, .moving, .everywhere, .always], [.closing, .moving, .everywhere, .always],
    [.minutes, .text, .moving, .everywhere, .always], [.sheet, .always], [.referral, .always],
  ]
}

/// The one table of keys: dispatch, help and footer all read it.
public enum DashboardKeys {
  typealias Bound = Binding<DashboardCommand>

  /// Every binding.
  public static let table = KeyTable<DashboardCommand>(
    board + arranging("pane", in: .board) + caseFile + arranging("part", in: .caseFile) + acting
      + moving + everywhere + always + reading + text + finding + choosing + columns + filtering
      + conflict + meeting + sizes(of: "pane", in: .meeting) + deciding + providers
      + sizes(of: "pane", in: .providers) + panel)

  /// Every place in which keys hold, in the order of the help.
  public static var contexts: [KeyContext] { KeyContext.all }

  /// The table with a person's own keys, what in their file can't be, and what else it changes.
  public static func rebound(
    by file: [UInt8]
  ) -> (
    table: KeyTable<DashboardCommand>, problems: [KeyMapFile.Problem],
    notices: [KeyMapFile.Problem]
  ) {
    table.rebound(by: KeyMapFile(file), together: KeyContext.together)
  }

  private static let board = [
    Bound(
      .open, ["enter"], "Open",
      "Open the case; on a provider, narrow every pane to its children", in: .board,
      prominence: 95),
    Bound(
      .filter, ["/"], "Filter", "Show only what holds the words typed", in: .board, prominence: 92),
    Bound(
      .nextMatch, ["n"], "Next match", "Go to the next row that holds the words last typed",
      in: .board),
    Bound(
      .previousMatch, ["N"], "Match before", "Go to the row before that holds them", in: .board),
    Bound(
      .sort, ["s"], "Sort", "Sort by any column; the same again reverses", in: .board,
      prominence: 91),
    Bound(
      .narrow, ["f"], "Narrow", "Narrow every pane to a provider, officer, school or rating",
      in: .board, prominence: 78),
    Bound(
      .figures, ["F"], "Figures",
      "Open a figure of the first line: narrow every pane to the cases that it counts", in: .board,
      prominence: 60),
    Bound(
      .widen, ["esc", "backspace"], "Widen", "Take back the last filter or narrowing", in: .board),
    Bound(
      .zoom, ["z"], "Zoom", "Give the pane the whole screen, and back", in: .board, prominence: 90),
    Bound(
      .mark, ["m"], "Mark", "Mark the case, to act on several; again takes the mark", in: .board),
    Bound(
      .markRange, ["V"], "Mark up to here", "Mark from the last marked case up to this one",
      in: .board),
    Bound(
      .markAll, ["*"], "Mark all", "Mark every case that the list shows; again takes every mark",
      in: .board),
    Bound(
      .columns, ["C"], "Columns", "Choose the pane's columns, their order and their widths",
      in: .board),
    Bound(
      .columnsRight, ["}", "shift+right"], "Columns right",
      "See the columns further to the right; the first one stays", in: .board),
    Bound(
      .columnsLeft, ["{", "shift+left"], "Columns left", "Scroll the columns back", in: .board),
    Bound(
      .histogram, ["H"], "Day chart",
      "Show how many children are out how long, with day six marked",
      in: .board),
    Bound(
      .sortThen, ["S"], "Sort then by", "Sort by one more column, where those before are equal",
      in: .board),
    Bound(.nextPane, ["tab"], "Pane", "Go to the next pane", in: .board, prominence: 75),
    Bound(.previousPane, ["shift+tab"], "Previous pane", "Go to the pane before", in: .board),
    Bound(.paneLeft, ["left", "h"], "Pane left", "Go to the pane on the left", in: .board),
    Bound(.paneRight, ["right", "l"], "Pane right", "Go to the pane on the right", in: .board),
    Bound(.pane(0), ["1"], "Cases", "Go to the open cases", in: .board),
    Bound(.pane(1), ["2"], "Days", "Go to the days since exclusion", in: .board),
    Bound(.pane(2), ["3"], "Attendance", "Go to attendance by provider", in: .board),
    Bound(.pane(3), ["4"], "Quality", "Go to the quality of providers", in: .board),
    Bound(
      .panel(.home), ["M"], "Panels", "Go to the panels, their meetings, referrals and actions",
      in: .board, prominence: 52),
    Bound(.quit, ["q"], "Quit", "Leave Sixthday", in: .board, prominence: 79),
  ]

  /// The keys that move the lines between the parts of a screen.
  private static func sizes(of part: String, in context: KeyContext) -> [Bound] {
    [
      Bound(.narrower, ["<"], "Narrower", "Make the \(part) narrower", in: context),
      Bound(.wider, [">"], "Wider", "Make the \(part) wider", in: context),
      Bound(.shorter, ["-"], "Shorter", "Make the \(part) shorter", in: context),
      Bound(.taller, ["+"], "Taller", "Make the \(part) taller", in: context),
      Bound(
        .evenPanes, ["="], "All \(part)s", "Show every \(part), as large as suits the window",
        in: context),
    ]
  }

  /// The same, and the key that hides a part.
  private static func arranging(_ part: String, in context: KeyContext) -> [Bound] {
    sizes(of: part, in: context) + [
      Bound(
        .hidePane, ["v"], "Hide", "Hide the \(part); its number shows it again", in: context)
    ]
  }

  private static let caseFile = [
    Bound(
      .why, ["enter", "w"], "Why", "Show how the clock's day was counted", in: .clocks,
      prominence: 95),
    Bound(
      .nextCase, ["]", "J"], "Next case", "Go to the next case of the list", in: .caseFile,
      prominence: 88),
    Bound(.previousCase, ["[", "K"], "Previous case", "Go to the case before", in: .caseFile),
    Bound(
      .nextTab, ["tab", "right", "l"], "Part", "Go to the next part of the case",
      in: .caseFile, prominence: 86),
    Bound(
      .previousTab, ["shift+tab", "left", "h"], "Previous part", "Go to the part before",
      in: .caseFile),
    Bound(.tab(0), ["1"], "Clocks", "Go to the clocks", in: .caseFile),
    Bound(.tab(1), ["2"], "Timeline", "Go to the timeline", in: .caseFile),
    Bound(.tab(2), ["3"], "Placements", "Go to the placements", in: .caseFile),
    Bound(.tab(3), ["4"], "Attendance", "Go to the attendance", in: .caseFile),
    Bound(.tab(4), ["5"], "Views", "Go to what the child and the parents said", in: .caseFile),
    Bound(.tab(5), ["6"], "History", "Go to who changed what", in: .caseFile),
    Bound(.zoom, ["z"], "Zoom", "Give the part the whole screen, and back", in: .caseFile),
    Bound(
      .panel(.done), ["d"], "Done", "Note that a panel's action for this child was done",
      in: .caseFile),
    Bound(
      .back, ["esc", "backspace", "q"], "Back", "Go back to the board", in: .caseFile,
      prominence: 93),
  ]

  private static let acting = [
    Bound(.assign, ["a"], "Assign", "Give the case to an officer", in: .acting, prominence: 85),
    Bound(.place, ["p"], "Place", "Place the child with a provider", in: .acting, prominence: 84),
    Bound(.close, ["c"], "Close", "Close the case, with the reason", in: .acting, prominence: 40),
    Bound(
      .edit, ["e"], "Edit",
      "Correct what is on file, or note what has happened: the child, dates, the exclusion, a placement, "
        + "what somebody said", in: .acting, prominence: 39),
    Bound(
      .panel(.newReferral), ["r"], "Refer", "Refer the child to a panel, or go on with a referral",
      in: .acting, prominence: 38),
    Bound(
      .panel(.agenda), ["A"], "Agenda", "Put the case, or all that are marked, on a panel's agenda",
      in: .acting),
    Bound(
      .undo, ["u"], "Undo",
      "Take back the last change that you made here; one made elsewhere, after asking",
      in: .acting, prominence: 50),
    Bound(
      .copyReference, ["y"], "Copy reference", "Copy the reference to the clipboard", in: .acting),
    Bound(
      .copyRow, ["Y"], "Copy row", "Copy what stands in the row to the clipboard", in: .acting),
  ]

  private static let moving = [
    Bound(.up, ["up", "k"], "Up", "One line up", in: .moving),
    Bound(.down, ["down", "j"], "Down", "One line down", in: .moving),
    Bound(.pageUp, ["pageup", "ctrl+b"], "Page up", "One page up", in: .moving),
    Bound(.pageDown, ["pagedown", "ctrl+f", "space"], "Page down", "One page down", in: .moving),
    Bound(.halfPageUp, ["ctrl+u"], "Half a page up", "Half a page up", in: .moving),
    Bound(.halfPageDown, ["ctrl+d"], "Half a page down", "Half a page down", in: .moving),
    Bound(.top, ["g", "home"], "Top", "To the first line", in: .moving),
    Bound(.bottom, ["G", "end"], "Bottom", "To the last line", in: .moving),
  ]

  private static let everywhere = [
    Bound(
      .help, ["?", "F1"], "Help", "Show the keys that hold here", in: .everywhere, prominence: 94),
    Bound(
      .palette, [":"], "More", "Find any command by a few letters of its name",
      in: .everywhere, prominence: 81, named: "palette"),
    Bound(
      .numbers, ["#"], "Numbers", "Show what the pictures show as numbers, and back",
      in: .everywhere),
    Bound(
      .theme, ["T"], "Theme", "Choose the look, seeing each as you come to it", in: .everywhere),
    Bound(
      .share, ["x"], "Share", "Cover the names of children, since others can see the screen",
      in: .everywhere, prominence: 45),
  ]

  /// The help where letters are typed: the same key in each of those contexts.
  static func helping(in context: KeyContext, prominence: Int = 60) -> Bound {
    Bound(
      .help, ["F1"], "Help", "Show the keys that hold here", in: context, prominence: prominence)
  }

  private static let always = [
    Bound(
      .share, ["alt+s"], "Share", "Cover the names of children, or show them again", in: .always),
    Bound(.repaint, ["ctrl+l"], "Repaint", "Draw the whole screen anew", in: .always),
    Bound(
      .mouse, ["alt+m"], "Mouse",
      "Leave the mouse to the terminal, to select text with it, or take it back", in: .always),
    Bound(
      .leave, ["ctrl+c"], "Leave", "Leave Sixthday from anywhere, if pressed twice", in: .always),
  ]

  private static let reading = [
    Bound(
      .back, ["esc", "q", "backspace", "enter", "w"], "Back", "Go back", in: .reading,
      prominence: 90)
  ]

  private static let text = [
    Bound(.find, ["/"], "Find", "Find words in the text", in: .text, prominence: 82),
    Bound(
      .nextMatch, ["n", "F3"], "Next match", "Go to the next line that holds the words", in: .text),
    Bound(
      .previousMatch, ["N", "shift+F3"], "Match before", "Go to the line before that holds them",
      in: .text),
  ]

  private static let finding = [
    Bound(
      .choose, ["enter"], "Keep", "Go to the first line that holds the words", in: .finding,
      prominence: 90),
    Bound(
      .back, ["esc"], "Clear", "Find nothing, and go back to where one was", in: .finding,
      prominence: 80),
    helping(in: .finding),
  ]

  private static let choosing = [
    Bound(
      .choose, ["enter"], "Choose", "Take the line that is selected", in: .choosing, prominence: 90),
    Bound(.up, ["up", "ctrl+p"], "Up", "One line up", in: .choosing),
    Bound(.down, ["down", "ctrl+n"], "Down", "One line down", in: .choosing),
    Bound(.pageUp, ["pageup"], "Page up", "One page up", in: .choosing),
    Bound(.pageDown, ["pagedown"], "Page down", "One page down", in: .choosing),
    Bound(.back, ["esc"], "Cancel", "Go back without choosing", in: .choosing, prominence: 80),
    helping(in: .choosing),
  ]

  private static let columns = [
    Bound(
      .mark, ["space"], "Show", "Show the column, or hide it", in: .columns, prominence: 95),
    Bound(
      .columnUp, ["K", "shift+up"], "Move up", "Move the column forward", in: .columns,
      prominence: 90),
    Bound(
      .columnDown, ["J", "shift+down"], "Move down", "Move the column back", in: .columns,
      prominence: 89),
    Bound(
      .wider, ["+", ">", "right"], "Wider", "Make the column wider", in: .columns, prominence: 88),
    Bound(
      .narrower, ["-", "<", "left"], "Narrower", "Make the column narrower", in: .columns,
      prominence: 87),
    Bound(
      .evenPanes, ["="], "As they were", "Show the columns as the program has them", in: .columns,
      prominence: 86),
    Bound(.choose, ["enter", "q"], "Keep", "Keep the columns so", in: .columns, prominence: 94),
    Bound(.back, ["esc"], "Undo", "Go back to the columns before", in: .columns, prominence: 93),
    Bound(.up, ["up", "k"], "Up", "One line up", in: .columns),
    Bound(.down, ["down", "j"], "Down", "One line down", in: .columns),
    helping(in: .columns),
  ]

  private static let filtering = [
    Bound(
      .choose, ["enter"], "Keep", "Keep the filter and go on with what it leaves", in: .filtering,
      prominence: 90),
    Bound(.back, ["esc"], "Clear", "Clear the filter", in: .filtering, prominence: 80),
    Bound(.up, ["up"], "Up", "One line up", in: .filtering),
    Bound(
      .down, ["down"], "To the list", "Keep the filter and go on in the list", in: .filtering,
      prominence: 70), helping(in: .filtering),
  ]

  private static let conflict = [
    Bound(
      .choose, ["enter"], "Write yours", "Write your version over theirs", in: .conflict,
      prominence: 80),
    Bound(
      .back, ["esc", "q"], "Keep theirs", "Leave what they wrote", in: .conflict, prominence: 90),
    helping(in: .conflict),
  ]
}
