/// On which days a panel meets.
public struct PanelCycle: Hashable, Sendable {
  /// How often.
  public var rhythm: PanelRhythm
  /// On which day of the week.
  public var weekday: Weekday
  /// In which week: of the month for a monthly panel, of the half term for a half-termly one; 1 is the
  /// first, and in a month 5 is the last.
  public var week: Int
  /// A day of a week in which a fortnightly panel meets.
  public var anchor: Day?

  /// A cycle, by default each Thursday.
  public init(
    _ rhythm: PanelRhythm = .weekly, on weekday: Weekday = .thursday, week: Int = 1,
    anchor: Day? = nil
  ) {
    self.rhythm = rhythm
    self.weekday = weekday
    self.week = week
    self.anchor = anchor
  }

  /// How many days lie between two meetings as a rule; 0 for a panel that meets as needed.
  public var usualDays: Int {
    switch rhythm {
    case .weekly: 7
    case .fortnightly: 14
    case .monthly: 31
    case .halfTermly: 49
    case .asNeeded: 0
    }
  }
}

/// How often a panel meets.
public enum PanelRhythm: String, CaseIterable, Sendable, Titled {
  case weekly, fortnightly, monthly, halfTermly, asNeeded

  /// The name in full.
  public var title: String {
    switch self {
    case .weekly: "Weekly"
    case .fortnightly: "Fortnightly"
    case .monthly: "Monthly"
    case .halfTermly: "Half-termly"
    case .asNeeded: "As needed"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .weekly: "Weekly"
    case .fortnightly: "Fortnight"
    case .monthly: "Monthly"
    case .halfTermly: "Half-term"
    case .asNeeded: "As needed"
    }
  }
}

/// A day on which a panel is to meet, and whether that is its usual one.
public struct PlannedMeeting: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// The day on which it would have met, and why it does not; nil where it meets as usual.
  public var movedFrom: MovedMeeting?
  /// Whether the calendar says nothing of that day, so that it may turn out to be a holiday.
  public var isProvisional: Bool

  /// A meeting on a day.
  public init(_ day: Day, movedFrom: MovedMeeting? = nil, isProvisional: Bool = false) {
    self.day = day
    self.movedFrom = movedFrom
    self.isProvisional = isProvisional
  }
}

/// Why a meeting is not on its usual day.
public struct MovedMeeting: Hashable, Sendable {
  /// The usual day.
  public let day: Day
  /// Why there is no school then.
  public let reason: ClosureReason
}
