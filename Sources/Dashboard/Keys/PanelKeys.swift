import TerminalUI

/// Everything that a key can ask of the screens before and after a panel's meeting.
public enum PanelCommand: Hashable, Sendable {
  // Home
  case home
  case part(Int)
  case nextPart, previousPart, open, edit, new, newReferral
  // The agenda
  case agenda, attendance, enter, moveUp, moveDown, drop, add, more, clockOrder, moreTime, lessTime,
    build
  case closing
  // Attendance
  case present, apologies, absent, left, allPresent, interest, withdraw
  // A referral
  case child
  // Closing
  case read, close, approve, correct, write, full, reopen, sent
  // Actions
  case done
  // Sheets
  case save, ownEditor, handIn, nextHeading, previousHeading
}

extension KeyContext {
  /// The panels, their meetings, referrals and actions.
  public static let panels = KeyContext("panels", title: "The panels")
  /// The agenda of a meeting.
  public static let agenda = KeyContext("agenda", title: "The agenda of a meeting")
  /// Who is at a meeting.
  public static let attendance = KeyContext("attendance", title: "Who is at a meeting")
  /// Closing a meeting and its papers.
  public static let closing = KeyContext("closing", title: "Closing a meeting, and its papers")
  /// Minutes being read.
  public static let minutes = KeyContext("minutes", title: "Minutes")
  /// A form of many fields.
  public static let sheet = KeyContext("sheet", title: "Filling in a form", takesText: true)
  /// The form of a referral.
  public static let referral = KeyContext(
    "referral", title: "Filling in a referral", takesText: true)

  /// The contexts of the panel's screens, in the order of the help.
  static let panel: [KeyContext] = [
    .panels, .agenda, .attendance, .closing, .minutes, .referral, .sheet,
  ]
}

extension DashboardKeys {
  static let panel =
    panels + agenda + attendance + closing + minutes + referralForm + sheet

  private static let panels = [
    Bound(
      .panel(.open), ["enter"], "Open", "Open the panel, meeting, referral or action",
      in: .panels, prominence: 95),
    Bound(
      .panel(.new), ["n"], "New", "Make another panel or meeting, or begin a referral",
      in: .panels, prominence: 85),
    Bound(
      .panel(.newReferral), ["r"], "Referral", "Begin a referral", in: .panels, prominence: 76),
    Bound(
      .panel(.edit), ["e"], "Edit", "Change the terms, members or place of what is selected",
      in: .panels, prominence: 80),
    Bound(
      .panel(.done), ["d"], "Done", "Note that the action was done", in: .panels, prominence: 70),
    Bound(
      .panel(.nextPart), ["tab", "right", "l"], "Part", "Go to the next part", in: .panels,
      prominence: 75),
    Bound(
      .panel(.previousPart), ["shift+tab", "left", "h"], "Part before", "Go to the part before",
      in: .panels),
    Bound(.panel(.part(0)), ["1"], "Panels", "Go to the panels", in: .panels),
    Bound(.panel(.part(1)), ["2"], "Meetings", "Go to the meetings", in: .panels),
    Bound(.panel(.part(2)), ["3"], "Referrals", "Go to the referrals", in: .panels),
    Bound(.panel(.part(3)), ["4"], "Actions", "Go to the open actions", in: .panels),
    Bound(
      .undo, ["u"], "Undo", "Take back the last change that you made", in: .panels,
      prominence: 50),
    Bound(
      .zoom, ["z"], "Zoom", "Give the part the whole screen, and back", in: .panels),
    Bound(.back, ["esc", "q"], "Back", "Go back", in: .panels, prominence: 90),
  ]

  private static let agenda = [
    Bound(
      .panel(.enter), ["O"], "Meet", "Open the meeting, or go to it where it is open",
      in: .agenda, prominence: 92),
    Bound(
      .panel(.attendance), ["t"], "Attendance", "Say who is here and declare interests",
      in: .agenda, prominence: 88),
    Bound(
      .panel(.open), ["enter"], "Item", "Change the heading and the time of an item", in: .agenda,
      prominence: 70),
    Bound(
      .panel(.moveUp), ["K", "shift+up"], "Earlier", "Move the item towards the beginning",
      in: .agenda, prominence: 84),
    Bound(
      .panel(.moveDown), ["J", "shift+down"], "Later", "Move the item towards the end",
      in: .agenda, prominence: 83),
    Bound(
      .panel(.drop), ["d"], "Drop", "Take the item off with a reason, or put it back",
      in: .agenda, prominence: 82),
    Bound(.panel(.add), ["a"], "Add", "Add an item", in: .agenda, prominence: 81),
    Bound(
      .panel(.more), ["m"], "More", "Choose from what was left off for want of time",
      in: .agenda, prominence: 80),
    Bound(
      .panel(.build), ["b"], "Build", "Add what the caseload says belongs on it now",
      in: .agenda, prominence: 72),
    Bound(
      .panel(.clockOrder), ["o"], "By clock", "The clock that runs out first comes first",
      in: .agenda, prominence: 65),
    Bound(
      .panel(.moreTime), ["+", "="], "More time", "Give the item five minutes more", in: .agenda),
    Bound(
      .panel(.lessTime), ["-"], "Less time", "Give the item five minutes less", in: .agenda),
    Bound(
      .panel(.done), ["D"], "Done", "Note that an action of an earlier meeting was done",
      in: .agenda, prominence: 58),
    Bound(
      .panel(.edit), ["e"], "Meeting", "Change the day, time, place and length of the meeting",
      in: .agenda, prominence: 55),
    Bound(
      .panel(.closing), ["c"], "Close", "See what is unfinished, and close the meeting",
      in: .agenda, prominence: 62),
    Bound(
      .undo, ["u"], "Undo", "Take back the last change that you made", in: .agenda, prominence: 50),
    Bound(.back, ["esc", "q"], "Back", "Go back", in: .agenda, prominence: 90),
  ]

  private static let attendance = [
    Bound(
      .panel(.present), ["p", "space", "enter"], "Present", "The person is here", in: .attendance,
      prominence: 95),
    Bound(
      .panel(.apologies), ["a"], "Apologies", "The person sent apologies", in: .attendance,
      prominence: 94),
    Bound(
      .panel(.left), ["f"], "Left", "The person has left: quorum counts without them from now",
      in: .attendance, prominence: 85),
    Bound(
      .panel(.absent), ["-"], "Absent", "The person neither came nor sent apologies",
      in: .attendance, prominence: 84),
    Bound(
      .panel(.allPresent), ["P"], "All here", "Everyone of whom nobody has said yet is here",
      in: .attendance, prominence: 96),
    Bound(
      .panel(.interest), ["i"], "Interest", "Declare the person's interest in an item",
      in: .attendance, prominence: 92),
    Bound(
      .panel(.withdraw), ["w"], "Withdraw", "Take back an interest declared by mistake",
      in: .attendance, prominence: 40),
    Bound(
      .panel(.new), ["n"], "Someone else", "Add a deputy or anybody who is not on the list",
      in: .attendance, prominence: 82),
    Bound(
      .panel(.edit), ["e"], "Edit", "Change the agency or the role for this meeting",
      in: .attendance, prominence: 45),
    Bound(
      .panel(.enter), ["O"], "Meet", "Open the meeting, or go to it where it is open",
      in: .attendance, prominence: 88),
    Bound(
      .undo, ["u"], "Undo", "Take back the last change that you made", in: .attendance,
      prominence: 50),
    Bound(.back, ["esc", "q"], "Back", "Go back", in: .attendance, prominence: 90),
  ]

  private static let closing = [
    Bound(
      .panel(.open), ["enter"], "Go there", "Go to what is not finished", in: .closing,
      prominence: 85),
    Bound(
      .panel(.close), ["c"], "Close", "Close the meeting", in: .closing, prominence: 95),
    Bound(
      .panel(.read), ["m"], "Minutes", "Read the minutes, approve or correct them", in: .closing,
      prominence: 94),
    Bound(
      .panel(.write), ["w"], "Write papers", "Write minutes, notices and actions to a folder",
      in: .closing, prominence: 92),
    Bound(
      .panel(.sent), ["s"], "Sent", "Record letters as sent: when and by whom", in: .closing,
      prominence: 68),
    Bound(
      .panel(.attendance), ["t"], "Attendance", "Say who was here", in: .closing, prominence: 70),
    Bound(
      .panel(.reopen), ["O"], "Reopen", "Open the meeting again", in: .closing, prominence: 60),
    Bound(
      .undo, ["u"], "Undo", "Take back the last change that you made", in: .closing,
      prominence: 50),
    Bound(.back, ["esc", "q"], "Back", "Go back", in: .closing, prominence: 90),
  ]

  private static let minutes = [
    Bound(
      .panel(.approve), ["a"], "Approve", "Approve the minutes: nothing of them changes after that",
      in: .minutes, prominence: 95),
    Bound(
      .panel(.correct), ["n"], "Correct", "Add a dated note that corrects approved minutes",
      in: .minutes, prominence: 93),
    Bound(
      .panel(.full), ["f"], "Full, or initials", "Read the names in full, or as initials",
      in: .minutes, prominence: 85),
    Bound(
      .panel(.write), ["w"], "Write papers", "Write minutes, notices and actions to a folder",
      in: .minutes, prominence: 92),
    Bound(.back, ["esc", "q"], "Back", "Go back", in: .minutes, prominence: 90),
  ]

  private static let sheet = [
    Bound(
      .panel(.save), ["F9", "ctrl+s", "alt+c"], "Save", "Save what is filled in", in: .sheet,
      prominence: 95),
    Bound(
      .nextField, ["tab"], "Next field", "Go to the next field", in: .sheet, prominence: 90),
    Bound(.previousField, ["shift+tab"], "Field before", "Go to the field before", in: .sheet),
    Bound(
      .panel(.ownEditor), ["F4", "ctrl+g"], "Editor", "Write in the editor of your choice",
      in: .sheet, prominence: 40),
    Bound(.back, ["esc"], "Cancel", "Go back and change nothing", in: .sheet, prominence: 80),
    helping(in: .sheet, prominence: 70),
  ]

  private static let referralForm = [
    Bound(
      .panel(.handIn), ["F9", "alt+c"], "Hand in", "Hand the referral in, if it is ready",
      in: .referral, prominence: 95),
    Bound(
      .panel(.save), ["F2", "ctrl+s"], "Keep draft", "Keep it as it stands", in: .referral,
      prominence: 70),
    Bound(
      .nextField, ["tab"], "Next field", "Go to the next field", in: .referral, prominence: 90),
    Bound(.previousField, ["shift+tab"], "Field before", "Go to the field before", in: .referral),
    Bound(
      .panel(.nextHeading), ["F8", "alt+n"], "Next part", "Go to the next part of the form",
      in: .referral, prominence: 85),
    Bound(
      .panel(.previousHeading), ["F7", "alt+p"], "Part before", "Go to the part before",
      in: .referral),
    Bound(
      .panel(.ownEditor), ["F4", "ctrl+g"], "Editor", "Write in the editor of your choice",
      in: .referral, prominence: 60),
    Bound(
      .panel(.child), ["F3", "alt+k"], "Child", "Change the child's own record", in: .referral,
      prominence: 65),
    Bound(
      .panel(.withdraw), ["alt+w"], "Withdraw", "Take the referral back; it stays on file",
      in: .referral),
    Bound(
      .back, ["esc"], "Leave", "Leave it; what is typed is kept as a draft", in: .referral,
      prominence: 92),
    helping(in: .referral, prominence: 80),
  ]
}
