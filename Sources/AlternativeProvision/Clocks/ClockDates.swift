/// The days of a clock from which it follows how it stands on any day, whoever keeps them.
public struct ClockDates: Sendable, Hashable {
  /// When it began to run; nil while it has not.
  public var started: Day?
  /// The last day in time, where it is known.
  public var due: Day?
  /// Whether the last day in time lies past the known calendar.
  public var isBeyondCalendar = false
  /// Whether it is a right for a time, which closes at its day, and no duty.
  public var isWindow = false
  /// When a limit is passed.
  public var breachedOn: Day?
  /// When it was done.
  public var metOn: Day?
  /// The first day on which it is owed no longer.
  public var endedOn: Day?
  /// When education began that is not full time.
  public var begunOn: Day?
  /// The last day of that education; nil while it goes on.
  public var begunThrough: Day?

  /// A clock of which nothing is known.
  public init() {}

  /// How the clock stands on a day. A deadline that has passed never closes a duty by itself, and what
  /// ends the duty afterwards does not make good that it was missed.
  public func state(on day: Day) -> ClockState {
    let ended = endedOn.flatMap { $0 <= day ? $0 : nil }
    if let metOn, metOn <= day, metOn <= ended ?? metOn {
      if let due, metOn > due { return .metLate }
      return .met
    }
    if let ended { return isMissed(before: ended) ? .endedNotMet : .ended }
    guard let started, started <= day else { return .notStarted }
    if let begunOn, begunOn <= day, day <= begunThrough ?? day { return .begunPartTime }
    if let breachedOn, breachedOn <= day { return .overdue }
    if isBeyondCalendar { return .provisional }
    guard let due else { return .running }
    if day < due { return .running }
    if day == due { return .dueToday }
    return isWindow ? .ended : .overdue
  }

  /// Whether the last day in time went by before the duty ended, without its being done.
  private func isMissed(before ended: Day) -> Bool {
    guard let started, started < ended, !isWindow else { return false }
    if let breachedOn { return breachedOn < ended }
    return due.map { $0 < ended } ?? false
  }
}
