import AlternativeProvision

/// A clock of a case as it is kept beside the records: all but its proof.
///
/// It answers for any day as the reading that it was made from does.
struct StoredClock: Hashable {
  var kind: ClockKind
  var owner: DutyHolder
  var basis: ClockBasis
  /// Whether passing the deadline closes a right, and breaks no duty.
  var isWindow: Bool
  var exclusion: Int64?
  var provider: Int64?
  var started: Day?
  var due: Day?
  /// How far the known calendar reaches, where it ends before the day due.
  var knownThrough: Day?
  /// When a limit was passed.
  var breachedOn: Day?
  var metOn: Day?
  var endedOn: Day?
  /// When education began that is not full time, and its last day, where it ended.
  var begunOn: Day?
  var begunThrough: Day?

  /// What is kept of a reading.
  init(_ reading: ClockReading) {
    kind = reading.kind
    owner = reading.owner
    basis = reading.rule.basis
    isWindow = reading.rule.isWindow
    exclusion = reading.exclusion?.number
    provider = reading.provider?.number
    started = reading.started
    switch reading.deadline {
    case .on(let day): due = day
    // Of a calendar that begins later, or is not there, nothing was known on the eve of the clock.
    case .beyondCalendar(let through, _):
      knownThrough = through ?? (reading.started ?? .distantFuture).adding(days: -1)
    case nil: break
    }
    breachedOn = reading.tally?.breachedOn
    metOn = reading.metOn
    endedOn = reading.endedOn
    begunOn = reading.begunOn
    begunThrough = reading.begunThrough
  }

  /// Reads a row of `clock` from its third column on; nil for a kind of a newer program.
  init?(_ row: Statement, from column: Int32) {
    guard let kind = ClockKind(rawValue: Int(row.integer(column))),
      let owner = DutyHolder(rawValue: row.text(column + 1)),
      let basis = ClockBasis(rawValue: row.text(column + 2))
    else { return nil }
    self.kind = kind
    self.owner = owner
    self.basis = basis
    isWindow = row.integer(column + 3) != 0
    exclusion = row.integerOrNil(column + 4)
    provider = row.integerOrNil(column + 5)
    started = row.dayOrNil(column + 6)
    due = row.dayOrNil(column + 7)
    knownThrough = row.dayOrNil(column + 8)
    breachedOn = row.dayOrNil(column + 9)
    metOn = row.dayOrNil(column + 10)
    endedOn = row.dayOrNil(column + 11)
    begunOn = row.dayOrNil(column + 12)
    begunThrough = row.dayOrNil(column + 13)
  }

  /// The days from which it follows how it stands.
  var dates: ClockDates {
    var dates = ClockDates()
    dates.started = started
    dates.due = due
    dates.isBeyondCalendar = knownThrough != nil
    dates.isWindow = isWindow
    dates.breachedOn = breachedOn
    dates.metOn = metOn
    dates.endedOn = endedOn
    dates.begunOn = begunOn
    dates.begunThrough = begunThrough
    return dates
  }

  /// How it stands on a day.
  func state(on day: Day) -> ClockState { dates.state(on: day) }

  /// Whether it is one of the two clocks by which education is owed from the sixth day.
  var isSixthDay: Bool { kind.isSixthDay }

  /// Whether it is one of those two for an exclusion whose first day is still to come.
  func isComing(on day: Day) -> Bool {
    isSixthDay && due != nil && state(on: day) == .notStarted && started.map { day < $0 } ?? false
  }

  /// Whether it can be the clock to watch: a duty with a day, known or not.
  ///
  /// A window is someone's right. A limit has a day only where notices go beyond it: the last on which
  /// they can be put right.
  var isWatched: Bool { !isWindow && (due != nil || knownThrough != nil) }

  /// From when it goes before local targets: a week before a duty of law or guidance runs out.
  ///
  /// The five days of an N mark are law too, but the school's to keep, and there are always many.
  var pressingFrom: Day? {
    guard basis != .localTarget, kind != .unexplainedMark, isWatched else { return nil }
    return due?.adding(days: -7)
  }

  /// The days on which something other than the passing of time changes how it stands.
  var turningDays: [Day] {
    [started, metOn, endedOn, begunOn, begunThrough?.adding(days: 1)].compactMap { $0 }
  }
}
