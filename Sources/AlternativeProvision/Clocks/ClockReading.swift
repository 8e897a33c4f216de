/// What one clock of one case says: who owes what by when, how it stands, and why.
///
/// Nothing in it depends on today. Dates later than the day asked about count as not having happened,
/// so one reading answers for every day.
public struct ClockReading: Sendable {
  /// The clock.
  public let kind: ClockKind
  /// What it is called: by its kind, or, where the duty was met before, that education is owed again.
  public var name: String { rule.isResumed ? ClockKind.againTitle : kind.title }
  /// The rule by which it was worked out: the one in force on the event's own date.
  public let rule: ClockRule
  /// Who must act.
  public var owner: DutyHolder
  /// The exclusion from which it runs, where one does.
  public var exclusion: Identifier<Exclusion>?
  /// The provider of the placement that it watches, where it watches one.
  public var provider: Identifier<Provider>?
  /// When it began to run; nil while it has not.
  public var started: Day?
  /// The last day in time; nil where the clock is a limit and not a date, or no date can be set.
  public var deadline: Deadline?
  /// Earlier days to aim at, on weaker authority than the deadline.
  public var targets: [ClockTarget] = []
  /// For a limit: how much of it is used.
  public var tally: ClockTally?
  /// When it was done.
  public var metOn: Day?
  /// When education began that is not full time, and so leaves a duty to full-time education open.
  public var begunOn: Day?
  /// The last day of that education; nil while it goes on.
  public var begunThrough: Day?
  /// When it ceased to be owed.
  public var endedOn: Day?
  /// What the proof is made from.
  var count = CountedDays.nothing
  /// The days of exclusion that set it running, where a total does.
  var grounds = CountedDays.nothing
  var remarks: [Remark] = []

  init(_ rule: ClockRule, owner: DutyHolder? = nil, exclusion: Identifier<Exclusion>? = nil) {
    kind = rule.kind
    self.rule = rule
    self.owner = owner ?? rule.owner
    self.exclusion = exclusion
  }

  /// The days from which it follows how the clock stands.
  public var dates: ClockDates {
    var dates = ClockDates()
    dates.started = started
    dates.due = deadline?.day
    if case .beyondCalendar? = deadline { dates.isBeyondCalendar = true }
    dates.isWindow = rule.isWindow
    dates.breachedOn = tally?.breachedOn
    dates.metOn = metOn
    dates.endedOn = endedOn
    dates.begunOn = begunOn
    dates.begunThrough = begunThrough
    return dates
  }

  /// How the clock stands on a day. A deadline that has passed never closes a duty by itself.
  public func state(on day: Day) -> ClockState { dates.state(on: day) }

  /// How it was worked out: every day counted and every day skipped. Made when asked for.
  public var proof: Proof { Proof(of: self) }
}

/// An earlier day to aim at.
public struct ClockTarget: Sendable, Hashable {
  /// What the target is, as in "Day one".
  public let title: String
  /// The day.
  public let day: Day
  /// On whose authority.
  public let basis: ClockBasis
  /// Where it is written.
  public let reference: String
}

/// How much of a limit is used, in half days.
public struct ClockTally: Sendable, Hashable {
  /// Half days used, as far as they are known.
  public let halfDays: Int
  /// Half days allowed.
  public let limit: Int
  /// The day on which the limit was passed.
  public let breachedOn: Day?

  /// Days used, as in "12½".
  public var daysUsed: String { HalfDays.words(halfDays) }
}

/// Half days in words.
public enum HalfDays {
  /// A number of half days as days: "5", "5½", "½".
  public static func words(_ halves: Int) -> String {
    let whole = halves / 2
    if halves % 2 == 0 { return "\(whole)" }
    return whole == 0 ? "½" : "\(whole)½"
  }

  /// The same with its unit: "½ day", "1 day", "2½ days".
  public static func counted(_ halves: Int) -> String {
    "\(words(halves)) \(halves == 1 || halves == 2 ? "day" : "days")"
  }
}
