/// How a clock stands on a day.
public enum ClockState: String, CaseIterable, Sendable {
  /// What starts it has not happened, or not on record.
  case notStarted
  /// It runs, and its day is ahead.
  case running
  /// Today is the last day.
  case dueToday
  /// The day has passed and the duty is still owed.
  case overdue
  /// Education has begun, but not the full time that is owed: the duty goes on.
  case begunPartTime
  /// Done in time.
  case met
  /// Done, but too late.
  case metLate
  /// Neither done nor owed any longer: cancelled, reinstated, window closed.
  case ended
  /// Owed no longer, but its day had passed unmet: what was missed stays missed.
  case endedNotMet
  /// It runs, but its day lies past the end of the known calendar.
  case provisional

  /// Whether something is still to be done.
  public var isOpen: Bool {
    switch self {
    case .running, .dueToday, .overdue, .begunPartTime, .provisional: true
    case .notStarted, .met, .metLate, .ended, .endedNotMet: false
    }
  }
}

extension ClockState: Titled {
  /// The state in words.
  public var title: String {
    switch self {
    case .notStarted: "not started"
    case .running: "running"
    case .dueToday: "due today"
    case .overdue: "overdue, still due"
    case .begunPartTime: "begun, not full time"
    case .met: "met"
    case .metLate: "met late"
    case .ended: "ended"
    case .endedNotMet: "ended, not met"
    case .provisional: "provisional"
    }
  }

  /// The state in at most ten characters.
  public var shortTitle: String {
    switch self {
    case .notStarted: "not yet"
    case .dueToday: "due today"
    case .overdue: "overdue"
    case .begunPartTime: "part time"
    case .endedNotMet: "not met"
    case .provisional: "beyond cal"
    case .running, .met, .metLate, .ended: title
    }
  }
}
