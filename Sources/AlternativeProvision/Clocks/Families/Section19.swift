extension ClockContext {
  /// The authority's clock for a child away through illness or otherwise: the fifteenth day.
  ///
  /// Half days are added up over the school year, consecutive or not. In a case of illness or
  /// emotionally based absence that was not interrupted, the school days after the last one on record
  /// are counted as if the absence goes on, since the duty does not wait for fifteen days to pass.
  func addSection19(to readings: inout [ClockReading]) {
    let file = facts.file
    let isOngoing: Bool
    switch file.route {
    case .medical, .emotionallyBasedAbsence, .safeguardingSeparation: isOngoing = true
    case .permanentExclusion, .longSuspension, .educationOtherwiseThanAtSchool: return
    case .offSiteDirection, .managedMove, .outreach: isOngoing = false
    }
    guard let rule = rule(.section19Illness, on: file.openedOn) else { return }
    var reading = ClockReading(rule)
    let calendar = schoolCalendar
    let illness =
      file.route == .safeguardingSeparation
      ? []
      : reading.illnessOfYear(
        facts.attendance.illness, openedOn: file.openedOn, isOngoing: isOngoing)
    if illness.isEmpty {
      guard isOngoing else { return }
      reading.run(from: file.openedOn, calendar: calendar, bankHolidays: bankHolidays)
      reading.remarks.append(
        file.route == .safeguardingSeparation
          ? .words(
            "A separation is no exclusion and no law sets its days: measured as absence is, "
              + "from the day the authority knew.")
          : .words("No absence is on record: counted from the day the authority knew."))
    } else {
      reading.runIllness(
        illness, calendar: calendar,
        awayFrom: isOngoing ? awayFrom(afterIllness: illness.last?.day ?? file.openedOn) : nil)
      guard isOngoing || reading.deadline != nil else { return }
    }
    // In these routes a place held already is where the child is away from.
    meetByEducation(
      &reading, from: reading.started ?? file.openedOn,
      arrangedFrom: isOngoing ? nil : reading.started)
    if let accepted = file.section19AcceptedOn {
      reading.remarks.append(
        .day("The authority accepted that it must arrange education on", accepted, "."))
    }
    readings.append(reading)
  }
}

extension ClockContext {
  /// From which day the child is taken to be away still, where the absence was not interrupted.
  ///
  /// That is since the last day of illness; or, if the child was in school after it but not since the
  /// authority knew of an absence, since then: an old cold must not hide a new absence under another
  /// code.
  private func awayFrom(afterIllness last: Day) -> Day? {
    guard let present = facts.attendance.lastPresentOn, present > last else {
      return last.adding(days: 1)
    }
    return present < facts.file.openedOn ? facts.file.openedOn : nil
  }
}

extension ClockReading {
  /// The days of illness of one school year, in order: of the first, from that in which the case
  /// opened, in which the limit is reached, since a duty then owed does not lapse with the year; else
  /// of the latest.
  func illnessOfYear(
    _ illness: [AttendanceEvidence.IllnessDay], openedOn: Day, isOngoing: Bool
  ) -> [AttendanceEvidence.IllnessDay] {
    guard let latest = illness.map(\.day).max() else { return [] }
    func days(of year: ReferencePeriod) -> [AttendanceEvidence.IllnessDay] {
      illness.filter { year.contains($0.day) }.sorted { $0.day < $1.day }
    }
    let last = ReferencePeriod.schoolYear(of: latest)
    var year = ReferencePeriod.schoolYear(of: openedOn)
    // A case that opened after the last illness in another year counts from its own opening.
    if isOngoing, year.first > last.last { return [] }
    while year.first < last.first {
      let found = days(of: year)
      if found.reduce(0, { $0 + min(2, $1.sessions) }) >= rule.length * 2 { return found }
      year = ReferencePeriod.schoolYear(of: year.last.adding(days: 1))
    }
    return days(of: last)
  }

  /// Adds up half days of illness to the limit, and then school days from the day since which the
  /// child is taken to be away still.
  mutating func runIllness(
    _ illness: [AttendanceEvidence.IllnessDay], calendar: SchoolCalendar?, awayFrom next: Day?
  ) {
    let limit = rule.length * 2
    started = illness.first?.day
    var sum = 0
    for entry in illness {
      sum += min(2, entry.sessions)
      if sum >= limit, deadline == nil { deadline = .on(entry.day) }
    }
    tally = nil
    count = .illness(illness, calendar, limit: limit, expectedFrom: nil)
    remarks.append(.halves("On record:", sum, "days of illness in the school year."))
    guard deadline == nil, let next else { return }
    deadline = ClockReading.schoolDay((limit - sum + 1) / 2, from: next, calendar)
    count = .illness(illness, calendar, limit: limit, expectedFrom: next)
    remarks.append(
      .day("School days from", next, " are counted as if the absence goes on."))
  }
}
