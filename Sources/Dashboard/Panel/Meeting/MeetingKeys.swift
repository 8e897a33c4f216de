import TerminalUI

/// Everything that a key can ask of a meeting.
public enum MeetingCommand: Hashable, Sendable {
  case nextItem, previousItem, items, park, nextParked
  case reveal, revealSome
  case decide, confirm, reopen, addAction, removeAction
  case nextPane, previousPane, zoom, choose
  case nextField, previousField, leaveField, ownEditor
  case undoTyping, redoTyping
  case openMeeting, stepOut, rescue
}

extension KeyContext {
  /// A meeting, while nothing is being typed.
  public static let meeting = KeyContext("meeting", title: "A panel's meeting")
  /// A decision being written: letters are text, and what they would do needs Alt.
  public static let deciding = KeyContext(
    "deciding", title: "Writing a decision", takesText: true)
}

extension DashboardKeys {
  static let meeting = [
    Bound(
      .meeting(.nextItem), ["n", "]", "alt+n", "F8"], "Next", "Go to the next item", in: .meeting,
      prominence: 96),
    Bound(
      .meeting(.previousItem), ["p", "[", "alt+p", "F7"], "Before", "Go to the item before",
      in: .meeting,
      prominence: 89),
    Bound(
      .meeting(.items), ["i", "/", "alt+i"], "Items", "Choose an item of the agenda", in: .meeting,
      prominence: 84),
    Bound(
      .meeting(.decide), ["d"], "Decide", "Write the decision, the brief beside it",
      in: .meeting, prominence: 95),
    Bound(
      .meeting(.confirm), ["c", "alt+c", "F9"], "Confirm",
      "Confirm the decision and go to the next item",
      in: .meeting, prominence: 92),
    Bound(
      .meeting(.addAction), ["a", "alt+a"], "Action", "Add an action to this item", in: .meeting,
      prominence: 82),
    Bound(
      .meeting(.park), ["P", "alt+k"], "Park",
      "Leave the item for later in this meeting, or take it up",
      in: .meeting, prominence: 70),
    Bound(
      .meeting(.nextParked), ["r"], "Return", "Return to what was parked", in: .meeting,
      prominence: 60),
    Bound(
      .meeting(.reveal), ["v", "alt+v"], "Reveal",
      "Show for this item all that the shared view covers",
      in: .meeting, prominence: 65),
    Bound(
      .meeting(.revealSome), ["V"], "Reveal one", "Choose what of it to show for this item",
      in: .meeting),
    Bound(
      .meeting(.reopen), ["o"], "Reopen", "Take a decision up again, with a reason",
      in: .meeting, prominence: 50),
    Bound(
      .meeting(.nextPane), ["tab", "right", "l"], "Pane", "Go on to providers and decision",
      in: .meeting, prominence: 75),
    Bound(
      .meeting(.previousPane), ["shift+tab", "left", "h"], "Pane before", "Go to the pane before",
      in: .meeting),
    Bound(
      .meeting(.choose), ["enter"], "Choose", "Take the provider that is selected", in: .meeting),
    Bound(
      .meeting(.zoom), ["z"], "Zoom", "Give the brief or the providers the whole screen, and back",
      in: .meeting, prominence: 68),
    Bound(
      .meeting(.openMeeting), ["O"], "Open", "Open the meeting, so that it can decide",
      in: .meeting),
    Bound(
      .panel(.agenda), ["A"], "Agenda", "Reorder, add to and drop from the agenda", in: .meeting),
    Bound(
      .panel(.attendance), ["t", "alt+t"], "Attendance",
      "Say who is here, who left, who has an interest", in: .meeting, prominence: 66),
    Bound(
      .panel(.closing), ["C"], "Close", "See what is unfinished, and close the meeting",
      in: .meeting, prominence: 64),
    Bound(
      .meeting(.rescue), ["alt+w"], "Rescue",
      "Write what could not be saved to another file", in: .meeting),
    Bound(
      .back, ["q"], "Leave", "Leave the meeting as it stands", in: .meeting, prominence: 80),
    Bound(
      .meeting(.stepOut), ["esc"], "Step out", "Back to the brief; it never leaves an open meeting",
      in: .meeting),
  ]

  static let deciding = [
    Bound(
      .meeting(.nextField), ["tab"], "Field", "Go to the next field", in: .deciding,
      prominence: 96),
    Bound(
      .meeting(.previousField), ["shift+tab"], "Field before", "Go to the field before",
      in: .deciding),
    Bound(
      .meeting(.leaveField), ["esc"], "Brief", "Back to the brief; what is typed is kept",
      in: .deciding, prominence: 95),
    Bound(
      .meeting(.confirm), ["alt+c", "F9"], "Confirm", "Confirm the decision", in: .deciding,
      prominence: 92),
    Bound(
      .meeting(.addAction), ["alt+a"], "Action", "Add an action to this item", in: .deciding,
      prominence: 82),
    Bound(
      .meeting(.removeAction), ["alt+x"], "Remove", "Remove the action in which the cursor is",
      in: .deciding),
    Bound(
      .meeting(.nextItem), ["alt+n", "F8"], "Next", "Go to the next item", in: .deciding,
      prominence: 90),
    Bound(
      .meeting(.previousItem), ["alt+p", "F7"], "Before", "Go to the item before", in: .deciding,
      prominence: 70),
    Bound(
      .meeting(.items), ["alt+i"], "Items", "Choose an item of the agenda", in: .deciding),
    Bound(
      .panel(.attendance), ["alt+t"], "Attendance",
      "Say who is here, who left, who has an interest", in: .deciding),
    Bound(.meeting(.park), ["alt+k"], "Park", "Leave the item for later", in: .deciding),
    Bound(
      .meeting(.reveal), ["alt+v"], "Reveal", "Show for this item what is covered", in: .deciding),
    Bound(
      .meeting(.ownEditor), ["F4", "ctrl+g"], "Editor", "Write in the editor of your choice",
      in: .deciding, prominence: 75),
    Bound(
      .meeting(.undoTyping), ["alt+u", "ctrl+_"], "Undo", "Take back what was typed last",
      in: .deciding, prominence: 72),
    Bound(
      .meeting(.redoTyping), ["alt+e", "ctrl+y"], "Redo", "Type again what was taken back",
      in: .deciding),
    Bound(
      .meeting(.rescue), ["alt+w"], "Rescue",
      "Write what could not be saved to another file", in: .deciding),
    helping(in: .deciding, prominence: 80),
  ]
}
