extension ClockContext {
  /// Meets a clock from the first day on which the placements that have started, and last to the
  /// deadline or beyond, come to full-time education: the duty is to that (EA 1996 s.19(3A) and (6), for
  /// schools EIA 2006 s.100), and placements side by side add up. What is less leaves the duty open.
  ///
  /// - Parameters:
  ///   - first: the first day on which it can be met.
  ///   - calendar: the school days of the clock.
  ///   - arrangedFrom: leave out placements that began before this day.
  func meetByEducation(
    _ reading: inout ClockReading, from first: Day, calendar: SchoolCalendar?,
    arrangedFrom: Day? = nil
  ) {
    let needed = lastDayNeeded(reading, from: first)
    let held = placements(by: calendar).filter { placement in
      if let arrangedFrom, placement.startsOn < arrangedFrom { return false }
      return placement.endedOn.map { $0 >= max(needed, placement.startsOn, first) } ?? true
    }
    for day in Set(held.map { max($0.startsOn, first) }).sorted() {
      let together = held.filter { placement in
        placement.startsOn <= day && (placement.endedOn ?? .distantFuture) >= max(needed, day)
      }
      let measure = measure(of: together, for: reading)
      if measure.isEnough {
        reading.metOn = day
        let began = together.map(\.startsOn).max() ?? day
        if began < day {
          reading.remarks.append(
            .day("Education was in place when the clock began: since", began, "."))
        } else {
          reading.remarks.append(
            .day(
              together.count > 1
                ? "Placements side by side came to full-time education on" : "Education began on",
              began, "."))
        }
        if let remark = measure.remark { reading.remarks.append(remark) }
        if let end = together.compactMap(\.endedOn).min() {
          reading.remarks.append(.day("That placement ended on", end, "; the duty goes on."))
        }
        return
      }
      if reading.begunOn == nil {
        reading.begunOn = day
        reading.remarks.append(.day("Education began on", day, ", but is not full time."))
        if let remark = measure.remark { reading.remarks.append(remark) }
      }
    }
    if held.allSatisfy({ $0.endedOn != nil }) {
      reading.begunThrough = held.compactMap(\.endedOn).max()
    }
  }

  /// The placements as education in them can begin: nobody is taught on a Sunday, so that one whose first
  /// day is no school day meets a duty on the first school day after it.
  private func placements(by calendar: SchoolCalendar?) -> [Placement] {
    guard let calendar else { return facts.placements }
    return facts.placements.map { placement in
      var placement = placement
      if case .on(let day) = calendar.schoolDay(1, from: placement.startsOn) {
        placement.startsOn = day
      }
      return placement
    }
  }

  /// The day that a placement must reach to meet a clock; where the deadline lies beyond the known
  /// calendar, a day later than what is known.
  private func lastDayNeeded(_ reading: ClockReading, from first: Day) -> Day {
    switch reading.deadline {
    case .on(let due): due
    case .beyondCalendar(let through, _): max(first, through?.adding(days: 1) ?? first)
    case nil: first
    }
  }

  /// Whether placements at the same time are as much education as is owed, and what to say of it.
  private struct EducationMeasure {
    var isEnough: Bool
    var remark: Remark?
  }

  /// Measures placements at the same time by the sessions of a full week, by what an EHC plan specifies
  /// (SI 2007/1870 reg 5), and, where the authority owes the education, by the child's health
  /// (EA 1996 s.19(3AA)).
  private func measure(
    of placements: [Placement], for reading: ClockReading
  ) -> EducationMeasure {
    let sessions = placements.reduce(0) { $0 + $1.sessionsPerWeek }
    if let most = facts.pupil.plan?.maximumWeeklyHours,
      placements.contains(where: { $0.hoursPerWeek != nil }),
      placements.reduce(0, { $0 + ($1.hoursPerWeek ?? 0) }) >= most
    {
      return EducationMeasure(
        isEnough: true,
        remark: .words(
          "The EHC plan specifies no more hours than the placement gives: full for this child."))
    }
    if sessions >= Placement.sessionsOfFullWeek { return EducationMeasure(isEnough: true) }
    let has = placements.count > 1 ? "The placements together have" : "The placement has"
    if reading.kind == .section19Illness, isForHealth(placements) {
      return EducationMeasure(
        isEnough: true,
        remark: .number(
          has, sessions,
          "sessions a week, which is not full time; that is enough only where the child's health "
            + "makes part-time education in the child's best interests (EA 1996 s.19(3AA))."))
    }
    if reading.owner == .homeAuthority,
      placements.contains(where: { $0.reason.map(Codes.healthReasons.contains) ?? false })
    {
      return EducationMeasure(
        isEnough: true,
        remark: .number(
          has, sessions,
          "sessions a week, commissioned for the child's health: part-time education is enough where "
            + "the authority has found it in the child's best interests (EA 1996 s.19(3AA))."))
    }
    return EducationMeasure(
      isEnough: false,
      remark: .number(
        has, sessions,
        "sessions a week, which is not full time; the duty is to full-time education."))
  }

  /// Whether placements of section 19 are for the child's health, where no reason for them is recorded
  /// that says otherwise: the route is one of health, or the days counted are days of illness.
  private func isForHealth(_ placements: [Placement]) -> Bool {
    switch facts.file.route {
    case .safeguardingSeparation, .longSuspension, .educationOtherwiseThanAtSchool,
      .permanentExclusion:
      return false
    case .medical, .offSiteDirection, .managedMove, .outreach: return true
    case .emotionallyBasedAbsence: return placements.contains { $0.reason == nil }
    }
  }

  /// The duty again where the education that met it ended and nothing followed at once, or only part of
  /// it goes on: no law allows another six days, so it is owed from the next school day.
  ///
  /// - Parameter last: the last day for which it can be owed, where that is known.
  func resumption(
    of met: ClockReading, calendar: SchoolCalendar?, through last: Day? = nil
  ) -> ClockReading? {
    guard let metOn = met.metOn else { return nil }
    let lasting = placements(by: calendar).filter { $0.endedOn ?? .distantFuture >= metOn }
    guard let ended = lasting.compactMap(\.endedOn).max() else { return nil }
    var reading = ClockReading(met.rule.resumed, owner: met.owner, exclusion: met.exclusion)
    reading.run(from: ended, calendar: calendar, bankHolidays: bankHolidays)
    let owed = reading.deadline?.day ?? ended.adding(days: 1)
    if let last, owed > last { return nil }
    reading.started = owed
    let left = lasting.filter { $0.endedOn == nil }
    if !resume(&reading, by: left, from: owed, after: ended) { return nil }
    if reading.kind != .section19Illness { exceptForAge(&reading, from: owed) }
    if let placed = facts.file.fairAccessPlacedOn {
      reading.end(
        on: max(owed, placed),
        because: .day(
          "A school place was allocated on", placed,
          ": the duty lasts until the child is admitted there."))
    }
    return reading
  }

  /// Notes what followed a placement that ended; false where education went on without a school day
  /// between, so that nothing is owed again.
  private func resume(
    _ reading: inout ClockReading, by left: [Placement], from owed: Day, after ended: Day
  ) -> Bool {
    for day in Set(left.map(\.startsOn)).sorted() {
      let measure = measure(of: left.filter { $0.startsOn <= day }, for: reading)
      if measure.isEnough {
        if day <= owed { return false }
        reading.metOn = day
        reading.remarks.append(.day("The placement ended on", ended, "."))
        reading.remarks.append(.day("Education began again on", day, "."))
        if let remark = measure.remark { reading.remarks.append(remark) }
        return true
      }
      if reading.begunOn == nil {
        reading.begunOn = max(owed, day)
        reading.remarks.append(
          .day("A placement ended on", ended, ", and what goes on is not full time."))
        if let remark = measure.remark { reading.remarks.append(remark) }
      }
    }
    if reading.begunOn == nil {
      reading.remarks.append(.day("The placement ended on", ended, ", and none has followed."))
    }
    return true
  }

  /// Ends a sixth-day clock where no duty is owed: outside compulsory school age, or examinations done.
  ///
  /// Also one that is overdue by then: what was owed before stays on record, but nothing is owed now.
  func exceptForAge(_ reading: inout ClockReading, from first: Day) {
    endWithAge(&reading, from: first)
    if facts.pupil.yearGroup == "11", let finished = facts.examinationsFinishedOn {
      reading.end(
        on: max(first, finished.adding(days: 1)),
        because: .day(
          "No duty in Year 11 after the last public examination, on", finished,
          " (SI 2007/1870 reg 5)."))
    }
  }

  /// Ends a duty to educate outside compulsory school age.
  func endWithAge(_ reading: inout ClockReading, from first: Day) {
    let age = CompulsoryAge.england.window(bornOn: facts.pupil.dateOfBirth)
    let (schoolAge, leaving) = (age.lowerBound, age.upperBound)
    let due = reading.deadline?.day ?? first
    if first < schoolAge && due < schoolAge {
      reading.end(
        on: first,
        because: .day("No duty: compulsory school age begins on", schoolAge, "."))
    } else {
      // Said only where it bears on the case: of a child of eight it goes without saying.
      let bears = leaving < max(due, first).adding(months: 12)
      reading.end(
        on: max(first, leaving.adding(days: 1)),
        because: bears
          ? .day("No duty once compulsory school age has ended, on", leaving, ".") : nil)
    }
  }
}
