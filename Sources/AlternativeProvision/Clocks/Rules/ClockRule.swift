/// One row of the rule book: what a clock counts, for whom, on whose authority, and since when.
public struct ClockRule: Sendable, Hashable {
  /// The clock.
  public var kind: ClockKind
  /// What has to happen by the deadline.
  public var title: String
  /// The day from which it runs, in words that follow "after" or "from".
  public var startsFrom: String
  /// What it counts.
  public var counting: Counting
  /// How many of them.
  public var length: Int
  /// Whether the day on which it starts is itself day 1.
  public var firstDayCounts: Bool
  /// Who must act, where the facts of a case do not name another.
  public var owner: DutyHolder
  /// Whether it is law, guidance or a target that the team set itself.
  public var basis: ClockBasis
  /// The provision, as one would cite it.
  public var reference: String
  /// Whether it is a right or power for a time, which closes at the deadline, and no duty.
  public var isWindow = false
  /// Whether it is a duty that was met before, and is owed again because what met it has ended.
  public var isResumed = false
  /// The sorts of school to which it applies; nil for every sort.
  public var schools: [SchoolKind]?
  /// The half days of suspension in a term that must be passed for it to run, where a total does that.
  public var moreThan: Int?
  /// The local target that sets the length, if one does.
  public var localTarget: LocalTarget?
  /// The first day on which the rule is in force; nil where it always was, as far as this program goes.
  public var inForceFrom: Day?
  /// The last day on which it is in force; nil while it is.
  public var inForceThrough: Day?
  /// What a reader should know besides.
  public var remark: String?

  /// Whether the rule is in force on a day.
  public func isInForce(on day: Day) -> Bool {
    (inForceFrom ?? day) <= day && day <= (inForceThrough ?? day)
  }

  /// Whether the rule applies to a school; to one that is not known, it does.
  public func applies(to school: School?) -> Bool {
    guard let schools, let school else { return true }
    return schools.contains(school.kind)
  }

  /// What it counts in words, as in "15 school days after the day the board received notice".
  public var countInWords: String {
    let many = "\(length) \(length == 1 ? counting.unit : counting.unit + "s")"
    switch counting {
    case .schoolDays, .calendarDays:
      return firstDayCounts
        ? "\(many) from \(startsFrom), that day counted" : "\(many) after \(startsFrom)"
    case .weeks, .months:
      return firstDayCounts ? "\(many) starting with \(startsFrom)" : "\(many) after \(startsFrom)"
    case .schoolDaysBefore: return "\(many) before \(startsFrom)"
    case .schoolDaysInAll: return "\(many) in all, by half days, from \(startsFrom)"
    }
  }
}

/// What a clock counts.
public enum Counting: String, CaseIterable, Sendable {
  case schoolDays, calendarDays, weeks, months
  /// School days backwards from an event.
  case schoolDaysBefore
  /// School days added up over a term or a year, half a day each session.
  case schoolDaysInAll

  /// One of them, in words.
  public var unit: String {
    switch self {
    case .schoolDays, .schoolDaysBefore, .schoolDaysInAll: "school day"
    case .calendarDays: "day"
    case .weeks: "week"
    case .months: "month"
    }
  }
}

/// On whose authority a clock runs.
public enum ClockBasis: String, CaseIterable, Sendable {
  case law, statutoryGuidance, localTarget
}

extension ClockBasis: Titled {
  /// The basis in words.
  public var title: String {
    switch self {
    case .law: "law"
    case .statutoryGuidance: "statutory guidance"
    case .localTarget: "local target"
    }
  }

  /// The basis in at most ten characters.
  public var shortTitle: String {
    switch self {
    case .law: "law"
    case .statutoryGuidance: "guidance"
    case .localTarget: "local"
    }
  }
}
