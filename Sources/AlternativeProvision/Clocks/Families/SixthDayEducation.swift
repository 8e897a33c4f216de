extension ClockContext {
  /// Meets a clock by the first placement that has started and lasts to the deadline or beyond.
  ///
  /// - Parameter arrangedFrom: leave out placements that began before this day.
  func meetByEducation(
    _ reading: inout ClockReading, from first: Day, arrangedFrom: Day? = nil
  ) {
    var best: (day: Day, placement: Placement)?
    let needed = lastDayNeeded(reading, from: first)
    for placement in facts.placements {
      if let arrangedFrom, placement.startsOn < arrangedFrom { continue }
      let day = max(placement.startsOn, first)
      if let end = placement.endedOn, end < max(needed, day) { continue }
      if day < best?.day ?? .distantFuture { best = (day, placement) }
    }
    guard let best else { return }
    reading.metOn = best.day
    reading.remarks.append(.day("Education began on", best.placement.startsOn, "."))
    noteHours(of: best.placement, &reading)
    if let end = best.placement.endedOn {
      reading.remarks.append(.day("That placement ended on", end, "; the duty goes on."))
    }
  }

  /// The day that a placement must reach to meet a clock; where the deadline lies beyond the known
  /// calendar, a day later than what is known.
  private func lastDayNeeded(_ reading: ClockReading, from first: Day) -> Day {
    switch reading.deadline {
    case .on(let due): due
    case .beyondCalendar(let through, _): max(first, through.adding(days: 1))
    case nil: first
    }
  }

  private func noteHours(of placement: Placement, _ reading: inout ClockReading) {
    if let most = facts.pupil.plan?.maximumWeeklyHours, let hours = placement.hoursPerWeek,
      hours >= most
    {
      reading.remarks.append(
        .words(
          "The EHC plan specifies no more hours than the placement gives: full for this child."))
    } else if !placement.isFullTime {
      reading.remarks.append(
        .number(
          "The placement has", placement.sessionsPerWeek,
          reading.kind == .section19Illness
            ? "sessions a week, which is not full time; that is enough only where the child's health "
              + "makes part-time education in the child's best interests (EA 1996 s.19(3AA))."
            : "sessions a week, which is not full time; the duty is to full-time education."))
    }
  }

  /// The duty again where the education that met it ended and nothing followed: no law allows another
  /// six days, so it is owed from the next school day.
  ///
  /// - Parameter last: the last day for which it can be owed, where that is known.
  func resumption(
    of met: ClockReading, calendar: SchoolCalendar?, through last: Day? = nil
  ) -> ClockReading? {
    guard let metOn = met.metOn else { return nil }
    let lasting = facts.placements.filter { $0.endedOn ?? .distantFuture >= metOn }
    guard !lasting.isEmpty, lasting.allSatisfy({ $0.endedOn != nil }),
      let ended = lasting.compactMap(\.endedOn).max()
    else { return nil }
    let rule = met.rule.resumed
    var reading = ClockReading(rule, owner: met.owner, exclusion: met.exclusion)
    reading.run(from: ended, calendar: calendar, bankHolidays: bankHolidays)
    let owed = reading.deadline?.day ?? ended.adding(days: 1)
    if let last, owed > last { return nil }
    reading.started = owed
    reading.remarks.append(.day("The placement ended on", ended, "and none has followed."))
    exceptForAge(&reading, from: owed)
    if let placed = facts.file.fairAccessPlacedOn {
      reading.end(
        on: max(owed, placed),
        because: .day(
          "A school place was allocated on", placed,
          ": the duty lasts until the child is admitted there."))
    }
    return reading
  }

  /// Ends a sixth-day clock where no duty is owed: outside compulsory school age, or examinations done.
  ///
  /// Also one that is overdue by then: what was owed before stays on record, but nothing is owed now.
  func exceptForAge(_ reading: inout ClockReading, from first: Day) {
    let age = CompulsorySchoolAge(bornOn: facts.pupil.dateOfBirth)
    let due = reading.deadline?.day ?? first
    if first < age.first && due < age.first {
      reading.end(
        on: first,
        because: .day("No duty: compulsory school age begins on", age.first, "."))
    } else {
      // Said only where it bears on the case: of a child of eight it goes without saying.
      let bears = age.last < max(due, first).adding(months: 12)
      reading.end(
        on: max(first, age.last.adding(days: 1)),
        because: bears
          ? .day("No duty once compulsory school age has ended, on", age.last, ".") : nil)
    }
    if facts.pupil.yearGroup == "11", let finished = facts.examinationsFinishedOn {
      reading.end(
        on: max(first, finished.adding(days: 1)),
        because: .day(
          "No duty in Year 11 after the last public examination, on", finished,
          " (SI 2007/1870 reg 5)."))
    }
  }
}
