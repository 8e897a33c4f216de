import AlternativeProvision
import CaseStore
import TerminalUI

/// The shapes that say what a colour says, so that nothing is told by colour alone.
enum Shape {
  /// The mark of how a clock stands.
  static func mark(of state: ClockState) -> String {
    switch state {
    case .notStarted: "·"
    case .running: "›"
    case .dueToday: "▲"
    case .overdue: "■"
    case .begunPartTime: "◐"
    case .met: "✓"
    case .metLate: "~"
    case .ended: "–"
    case .endedNotMet: "✗"
    case .provisional: "?"
    }
  }

  /// How a clock stands on a day: one that runs out within two school days or this week has the mark by
  /// which the board says so.
  ///
  /// - Parameter soon: The second school day after today.
  static func look(of reading: ClockReading, on today: Day, soon: Day) -> (mark: String, role: Role)
  {
    let state = reading.state(on: today)
    guard state == .running, !reading.rule.isWindow, let due = reading.deadline?.day else {
      return (mark(of: state), role(of: state))
    }
    let group: StateGroup? =
      due <= soon ? .dueWithinTwoSchoolDays : due <= today.endOfWeekAhead ? .dueThisWeek : nil
    guard let group else { return (mark(of: state), role(of: state)) }
    return (
      reading.kind == .unexplainedMark && group == .dueWithinTwoSchoolDays
        ? openMark : mark(of: group), role(of: group)
    )
  }

  /// The role of how a clock stands.
  static func role(of state: ClockState) -> Role {
    switch state {
    case .notStarted, .ended: .muted
    case .running: .safe
    case .dueToday: .dueSoon
    case .overdue: .overdue
    case .begunPartTime: .dueSoon
    case .met: .met
    case .metLate, .endedNotMet: .dueSoon
    case .provisional: .provisional
    }
  }

  /// The mark of a case in which what is due soon is the reason of a mark (N).
  static let openMark = "N"

  /// The mark of how pressing a row's case is.
  static func mark(of row: CaseRow) -> String {
    row.isOpenMarkSoon ? openMark : mark(of: row.group)
  }

  /// The mark of how pressing a case is.
  static func mark(of group: StateGroup) -> String {
    switch group {
    case .pastDaySix: "█"
    case .overdue: "■"
    case .dueToday: "▲"
    case .dueWithinTwoSchoolDays: "▲"
    case .dueThisWeek: "△"
    case .withoutProvision: "○"
    case .safe: "·"
    case .provisional, .daySixUnknown: "?"
    }
  }

  /// The role of how pressing a case is.
  static func role(of group: StateGroup) -> Role {
    switch group {
    case .pastDaySix, .overdue: .overdue
    case .dueToday, .dueWithinTwoSchoolDays: .dueSoon
    case .dueThisWeek: .dueSoon
    case .withoutProvision: .dueSoon
    case .safe: .safe
    case .provisional, .daySixUnknown: .provisional
    }
  }

  /// The role of a rating.
  static func role(of rating: Rating) -> Role {
    switch rating {
    case .red: .ragRed
    case .amber: .ragAmber
    case .green: .ragGreen
    }
  }

  /// The role of a register code's class.
  static func role(of attendance: AttendanceClass) -> Role {
    switch attendance {
    case .attending: .attended
    case .authorised: .absentAuthorised
    case .unauthorised: .absentUnauthorised
    case .notPossible, .administrative: .notPossible
    }
  }

  /// The letters of a child's flags.
  static func letters(of flags: CaseFlags) -> String {
    var letters = ""
    if flags.contains(.lookedAfter) { letters += "L" }
    if flags.contains(.socialWorker) { letters += "S" }
    if flags.contains(.plan) { letters += "E" }
    return letters
  }
}
