extension ClockContext {
  /// The authority's clock for a child away through illness or otherwise: the fifteenth day, and, once
  /// the authority has accepted that it must arrange education, that duty itself.
  ///
  /// Half days are added up over the school year, consecutive or not. In a case of illness or
  /// emotionally based absence that was not interrupted, the school days after the last one on record
  /// are counted as if the absence goes on, since the duty does not wait for fifteen days to pass.
  /// A duty that was accepted is owed (EA 1996 s.19(1)) whatever the register goes on to say: where no
  /// fifteenth day can be named it is owed from the acceptance, and again where education ends.
  func addSection19(to readings: inout [ClockReading]) {
    let file = facts.file
    let accepted = file.section19AcceptedOn
    let isOngoing: Bool
    switch file.route {
    case .medical, .emotionallyBasedAbsence, .safeguardingSeparation: isOngoing = true
    case .offSiteDirection, .managedMove, .outreach: isOngoing = false
    case .longSuspension, .educationOtherwiseThanAtSchool:
      guard accepted != nil else { return }
      isOngoing = false
    case .permanentExclusion: return
    }
    guard let rule = rule(.section19Illness, on: file.openedOn) else { return }
    var reading = ClockReading(rule)
    let calendar = schoolCalendar
    let away = awayDays(until: accepted, isOngoing: isOngoing, rule)
    if !away.counted.isEmpty {
      reading.runAway(
        away, calendar: calendar,
        awayFrom: isOngoing ? awayFrom(after: away.counted.last?.day ?? file.openedOn) : nil,
        isIllness: file.route != .emotionallyBasedAbsence)
    } else if isOngoing {
      reading.run(from: file.openedOn, calendar: calendar, bankHolidays: bankHolidays)
      reading.remarks.append(
        file.route == .safeguardingSeparation
          ? .words(
            "A separation is no exclusion and no law sets its days: measured as absence is, "
              + "from the day the authority knew.")
          : .words("No absence is on record: counted from the day the authority knew."))
    }
    if let accepted {
      if reading.deadline?.day == nil {
        reading = reading.owed(
          sinceAcceptance: accepted, away: away, calendar: calendar, bankHolidays: bankHolidays)
      }
      reading.remarks.append(
        .day("The authority accepted that it must arrange education on", accepted, "."))
    }
    guard isOngoing || reading.deadline != nil else { return }
    // In these routes a place held already is where the child is away from.
    let isAwayFromPlace: Bool =
      switch file.route {
      case .offSiteDirection, .managedMove, .outreach: true
      default: false
      }
    meetByEducation(
      &reading, from: reading.started ?? file.openedOn, calendar: calendar,
      arrangedFrom: isAwayFromPlace ? reading.started : nil)
    var again =
      accepted != nil || isOngoing && reading.deadline != nil && wasArrangedAndIsAway
      ? resumption(of: reading, calendar: calendar) : nil
    if var resumed = again {
      endSection19(&resumed)
      noteWhoIsBack(in: &resumed)
      again = resumed
    }
    endSection19(&reading)
    if accepted != nil { noteWhoIsBack(in: &reading) }
    readings.append(reading)
    if let again { readings.append(again) }
  }

  /// The days away by which the fifteenth is found: those whose marks count in the route, of the school
  /// year that decides. What comes after the school year of an acceptance adds nothing to a duty that
  /// is accepted already.
  private func awayDays(until accepted: Day?, isOngoing: Bool, _ rule: ClockRule) -> AwayDays {
    let file = facts.file
    let marks = StandardRules.marksOfAbsence(file.route)
    guard !marks.isEmpty else { return AwayDays() }
    var away = AwayDays(facts.attendance, counting: marks)
    if let accepted { away = away.through(ReferencePeriod.schoolYear(of: accepted).last) }
    return away.ofDecidingYear(
      openedOn: file.openedOn, isOngoing: isOngoing, limit: rule.length * 2)
  }

  /// From which day the child is taken to be away still, where the absence was not interrupted.
  ///
  /// That is since the last day away; or, if the child was in school after it but not since the
  /// authority knew of an absence, since then: an old cold must not hide a new absence under another
  /// code.
  private func awayFrom(after last: Day) -> Day? {
    guard let present = facts.attendance.lastPresentOn, present > last else {
      return last.adding(days: 1)
    }
    return present < facts.file.openedOn ? facts.file.openedOn : nil
  }

  /// Ends the duty with compulsory school age (EA 1996 s.19(1)), or with admission to another school.
  private func endSection19(_ reading: inout ClockReading) {
    let first = reading.started ?? facts.file.openedOn
    endWithAge(&reading, from: first)
    guard let admitted = facts.file.admittedOn, admitted >= first else { return }
    reading.end(on: admitted, because: .day("Admitted to a school on", admitted, "."))
  }

  /// Whether the authority arranged education, which is to accept that it must, and no register has the
  /// child present since the last of it ended.
  private var wasArrangedAndIsAway: Bool {
    let arranged = facts.placements.filter { $0.commissioner == .authority }
    guard let ended = arranged.map({ $0.endedOn ?? .distantFuture }).max() else { return false }
    return facts.attendance.lastPresentOn.map { $0 <= ended } ?? true
  }

  /// A mark in a register does not tell whether a child is back for good: the reader must.
  private func noteWhoIsBack(in reading: inout ClockReading) {
    guard reading.metOn == nil, reading.begunOn == nil, let due = reading.deadline?.day,
      let present = facts.attendance.lastPresentOn, present > due
    else { return }
    reading.remarks.append(
      .day(
        "A register has the child present on", present,
        ": where the child is back in school full time, close the case."))
  }
}

extension AwayDays {
  /// The days of one school year: of the first, from that in which the case opened, in which the limit
  /// of half days is reached, since a duty then owed does not lapse with the year; else of the latest.
  func ofDecidingYear(openedOn: Day, isOngoing: Bool, limit: Int) -> AwayDays {
    guard let latest = counted.last?.day else { return self }
    let last = ReferencePeriod.schoolYear(of: latest)
    var year = ReferencePeriod.schoolYear(of: openedOn)
    // A case that opened after the last day away in another year counts from its own opening.
    if isOngoing, year.first > last.last { return AwayDays() }
    while year.first < last.first {
      let found = within(year)
      if found.halves >= limit { return found }
      year = ReferencePeriod.schoolYear(of: year.last.adding(days: 1))
    }
    return within(last)
  }
}

extension ClockReading {
  /// Adds up half days away to the limit, and then school days from the day since which the child is
  /// taken to be away still.
  mutating func runAway(
    _ away: AwayDays, calendar: SchoolCalendar?, awayFrom next: Day?, isIllness: Bool
  ) {
    let limit = rule.length * 2
    started = away.counted.first?.day
    var sum = 0
    for entry in away.counted {
      sum += entry.halves
      if sum >= limit, deadline == nil { deadline = .on(entry.day) }
    }
    tally = nil
    count = .absence(away, calendar, limit: limit, expectedFrom: nil)
    // Named, since the year that decides may be one that is over.
    let year = started.map {
      "in \(SchoolYear.label(startYear: ReferencePeriod.schoolYear(of: $0).first.year))"
    }
    remarks.append(
      .halves(
        "On record:", sum,
        (isIllness ? "days of illness" : "days away") + (year.map { " \($0)." } ?? ".")))
    if !isIllness {
      remarks.append(
        .words(
          "For an absence that is not illness alone it matters whether education was to be had, not "
            + "which code the school chose: sessions marked M, O, N, C or C2 count with those marked "
            + "I. That is the Ombudsman's line, and no regulation lists the codes."))
    }
    if !away.leftOut.isEmpty { remarks.append(.leftOut(away)) }
    guard deadline == nil, let next else { return }
    deadline = ClockReading.schoolDay((limit - sum + 1) / 2, from: next, calendar)
    count = .absence(away, calendar, limit: limit, expectedFrom: next)
    remarks.append(
      .day("School days from", next, " are counted as if the absence goes on."))
  }

  /// The duty of this clock by the authority's own acceptance, where no fifteenth day can be named:
  /// owed from the next school day on.
  func owed(
    sinceAcceptance accepted: Day, away: AwayDays, calendar: SchoolCalendar?,
    bankHolidays: BankHolidays
  ) -> ClockReading {
    var owed = ClockReading(rule.accepted, owner: owner)
    owed.run(from: accepted, calendar: calendar, bankHolidays: bankHolidays)
    let before = away.through(accepted)
    owed.started = min(before.counted.first?.day ?? accepted, accepted)
    owed.count = .acceptance(before, calendar, on: accepted, length: owed.rule.length)
    owed.remarks = remarks
    return owed
  }
}
