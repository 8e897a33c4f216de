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
      ? [] : reading.illnessOfYear(facts.attendance.illness)
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
      let mayGoOn =
        isOngoing
        && facts.attendance.lastPresentOn ?? .init(number: .min)
          <= illness.last?.day ?? file.openedOn
      reading.runIllness(illness, calendar: calendar, goesOn: mayGoOn)
      guard isOngoing || reading.deadline != nil else { return }
    }
    meetByEducation(&reading, from: reading.started ?? file.openedOn)
    if let accepted = file.section19AcceptedOn {
      reading.remarks.append(
        .day("The authority accepted that it must arrange education on", accepted, "."))
    }
    readings.append(reading)
  }
}

extension ClockReading {
  /// The days of illness in the school year of the latest, in order.
  func illnessOfYear(
    _ illness: [AttendanceEvidence.IllnessDay]
  ) -> [AttendanceEvidence.IllnessDay] {
    guard let latest = illness.map(\.day).max() else { return [] }
    let year = ReferencePeriod.schoolYear(of: latest)
    return illness.filter { year.contains($0.day) }.sorted { $0.day < $1.day }
  }

  /// Adds up half days of illness to the limit, and school days after them if the absence goes on.
  mutating func runIllness(
    _ illness: [AttendanceEvidence.IllnessDay], calendar: SchoolCalendar?, goesOn: Bool
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
    guard deadline == nil, goesOn, let last = illness.last?.day else { return }
    let next = last.adding(days: 1)
    deadline = ClockReading.schoolDay((limit - sum + 1) / 2, from: next, calendar)
    count = .illness(illness, calendar, limit: limit, expectedFrom: next)
    remarks.append(
      .day("School days after", last, " are counted as if the absence goes on."))
  }
}
