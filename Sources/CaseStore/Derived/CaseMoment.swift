import AlternativeProvision

/// What a case comes to on a day: the clock to watch, the place, whether the child is out of
/// education, and between which days all that holds.
struct CaseMoment {
  /// The clock to watch; nil when none runs.
  var watched: StoredClock?
  /// The sixth-day clock of the exclusion from which the case arose.
  var sixthDay: StoredClock?
  /// Whether that clock is the one to watch: owed, and no education begun.
  var isSixthDayOwed = false
  /// Where the child is, else where it is to start next.
  var placement: Placement?
  var isOutOfEducation = false
  /// Whether the clock to watch is that of a duty which was met before, and is owed again.
  var isResumed = false
  /// Whether a deadline passed unmet and is owed no longer.
  var hasMissed = false
  /// Whether the exclusion from which the case arose is over, and the child back in school.
  var isBackInSchool = false
  /// Stands in `valid_until` for a row that holds on no day, and must be worked out from the records.
  static let never = Int32.min

  /// The day for which it was worked out.
  let day: Day
  /// The first day for which this holds.
  var validFrom = Int32.min
  /// The first day for which it does no longer; `CaseValues.noDay` when nothing is set to change.
  var validUntil = CaseValues.noDay

  /// Works it out from the facts of a case and its clocks.
  init(_ facts: CaseFacts, clocks: [StoredClock], on day: Day) {
    self.init(
      facts.file, clocks: clocks, placements: facts.placements, excludedFrom: facts.excludedFrom,
      directed: facts.directed, on: day)
  }

  /// Works it out from clocks and placements.
  ///
  /// - Parameters:
  ///   - excludedFrom: The first day of the exclusion from which the case arose, where it is on
  ///     file: it may be still to come.
  ///   - directed: The days for which an off-site direction sends the child elsewhere.
  init(
    _ file: Case, clocks: [StoredClock], placements: [Placement], excludedFrom: Day? = nil,
    directed: ClosedRange<Day>? = nil, on day: Day
  ) {
    self.day = day
    let open = clocks.filter { $0.state(on: day).isOpen }
    // An exclusion of which the authority was told before its first day: its day six is on its way.
    let coming = clocks.filter { $0.isComing(on: day) }
    sixthDay = CaseMoment.sixthDay(file, clocks, on: day) ?? CaseMoment.earliest(coming)
    // Part-time education leaves the clock open, but the child is not one for whom nothing was done.
    let owed = open.filter {
      $0.isSixthDay && $0.isWatched && $0.state(on: day) != .begunPartTime
    }
    watched =
      CaseMoment.earliest(owed)
      ?? CaseMoment.mostPressing(open.filter(\.isWatched) + coming, on: day)
    isResumed = watched.map { CaseMoment.isResumed($0, among: clocks) } ?? false
    // On the day from which education is owed again nobody reaches day six: that day is long past.
    isSixthDayOwed = !owed.isEmpty && !(isResumed && watched?.due.map { $0 >= day } ?? false)
    if isResumed, let due = watched?.due { note(due.number + 1, on: day) }
    if isSixthDayOwed { sixthDay = watched }
    let current = placements.filter { $0.isCurrent(on: day) }
      .max(by: CaseMoment.isEarlier)
    // Who is nowhere yet is told by where it will be, so that nobody places the child twice.
    placement =
      current
      ?? placements.filter { $0.startsOn > day && $0.endedOn == nil }
      .min(by: CaseMoment.isEarlier)
    let begun = CaseMoment.begun(file, clocks, excludedFrom: excludedFrom, on: day)
    let isAway =
      directed?.contains(day) == true
      || CaseMoment.isAway(file, clocks: clocks, begun: begun, on: day)
    isOutOfEducation = current == nil && isAway
    hasMissed = clocks.contains { $0.state(on: day) == .endedNotMet }
    isBackInSchool =
      (file.route == .permanentExclusion || file.route == .longSuspension) && !isAway
      && begun != []
    for clock in clocks {
      for turn in clock.turningDays { note(turn.number, on: day) }
      if let pressing = clock.pressingFrom { note(pressing.number, on: day) }
    }
    for turn in [
      file.closedOn, excludedFrom, file.direction?.firstDay, directed?.upperBound.adding(days: 1),
    ] {
      if let turn { note(turn.number, on: day) }
    }
    for placement in placements {
      note(placement.startsOn.number, on: day)
      if let last = placement.endedOn { note(last.number + 1, on: day) }
    }
  }

  /// Whether a clock of education is owed again: another of its kind, for the same exclusion, ran before.
  private static func isResumed(_ clock: StoredClock, among clocks: [StoredClock]) -> Bool {
    guard clock.isSixthDay || clock.kind == .section19Illness, let started = clock.started else {
      return false
    }
    return clocks.contains {
      $0.kind == clock.kind && $0.exclusion == clock.exclusion && $0.metOn != nil
        && $0.started.map { $0 < started } ?? false
    }
  }

  /// Whether nobody can say when the sixth day is, and no education is in place.
  ///
  /// - Parameter clock: The clock to watch, or that which a case of exclusion must have.
  func isSixthDayUnknown(clock: ClockKind?) -> Bool {
    clock?.isSixthDay == true && watched?.due == nil && (isSixthDayOwed || isOutOfEducation)
  }

  private static func isEarlier(_ one: Placement, _ other: Placement) -> Bool {
    one.startsOn == other.startsOn
      ? one.provider < other.provider : one.startsOn < other.startsOn
  }

  /// Whether the child, without a place, is out of school on the day: by the route, and for an
  /// exclusion while it stands; also where the authority accepted that it must arrange education.
  private static func isAway(
    _ file: Case, clocks: [StoredClock], begun: [StoredClock]?, on day: Day
  ) -> Bool {
    if let accepted = file.section19AcceptedOn, accepted <= day,
      clocks.contains(where: {
        $0.kind == .section19Illness && $0.endedOn.map { day < $0 } ?? true
      })
    {
      return true
    }
    switch file.route {
    case .medical, .emotionallyBasedAbsence, .educationOtherwiseThanAtSchool,
      .safeguardingSeparation:
      return true
    case .permanentExclusion, .longSuspension:
      // An exclusion that ended ends its sixth-day clock, and the child is back in school.
      // A clock that was met stays met, so it is the end that tells, and not the state.
      guard let begun else { return !BoardCase.hasLunchtimesOnly(file, clocks) }
      return begun.contains { $0.endedOn.map { day < $0 } ?? true }
    case .offSiteDirection, .managedMove, .outreach:
      return false
    }
  }

  /// The sixth-day clocks of exclusions that have begun, whether or not they came to six days; nil where
  /// there is no such clock at all.
  private static func begun(
    _ file: Case, _ clocks: [StoredClock], excludedFrom: Day?, on day: Day
  ) -> [StoredClock]? {
    let isAhead = excludedFrom.map { day < $0 } ?? false
    let sixthDays = clocks.filter(\.isSixthDay)
    if sixthDays.isEmpty { return isAhead ? [] : nil }
    return sixthDays.filter { clock in
      // A short suspension has a clock that never starts: its exclusion tells whether it has begun.
      !clock.isComing(on: day) && !(isAhead && clock.exclusion == file.exclusion?.number)
    }
  }

  private static func sixthDay(
    _ file: Case, _ clocks: [StoredClock], on day: Day
  ) -> StoredClock? {
    let started = clocks.filter { $0.isSixthDay && $0.started.map { $0 <= day } ?? false }
    return started.max { left, right in
      let isLeftOwn = left.exclusion == file.exclusion?.number
      let isRightOwn = right.exclusion == file.exclusion?.number
      if isLeftOwn != isRightOwn { return isRightOwn }
      return (left.started?.number ?? 0) < (right.started?.number ?? 0)
    }
  }

  /// The clock that runs out first, unless law or guidance presses: then neither a local target nor
  /// a mark that the school must mend may stand before it, however long that is overdue.
  private static func mostPressing(_ clocks: [StoredClock], on day: Day) -> StoredClock? {
    earliest(clocks.filter { $0.pressingFrom.map { $0 <= day } ?? false }) ?? earliest(clocks)
  }

  /// The clock that runs out first; one whose day is not known comes after all whose day is.
  private static func earliest(_ clocks: [StoredClock]) -> StoredClock? {
    clocks.min { left, right in
      let (one, other) = (left.due?.number ?? .max, right.due?.number ?? .max)
      return one == other ? left.kind.rawValue < right.kind.rawValue : one < other
    }
  }

  private mutating func note(_ turn: Int32, on day: Day) {
    if turn <= day.number {
      validFrom = max(validFrom, turn)
    } else {
      validUntil = min(validUntil, turn)
    }
  }
}

extension CaseFacts {
  /// The first day of the exclusion from which the case arose, which may be still to come; nil where none
  /// is on file.
  fileprivate var excludedFrom: Day? {
    exclusions.first { $0.id == file.exclusion }?.exclusion.firstDay
  }

  /// The days for which an off-site direction sends the child elsewhere: where its place breaks down the
  /// child is out of school, until the case is closed where no length is on file or known.
  fileprivate var directed: ClosedRange<Day>? {
    guard file.route == .offSiteDirection, let direction = file.direction else { return nil }
    let calendar = calendars.calendar(
      for: pupil.school, authority: school?.authority ?? pupil.authorities.home)
    let last = direction.schoolDays.flatMap {
      calendar?.schoolDay($0, from: direction.firstDay).day
    }
    return direction.firstDay...max(direction.firstDay, last ?? .distantFuture)
  }
}
