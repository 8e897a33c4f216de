extension ClockContext {
  /// The team's own clocks on a placement: its review and its monitoring visit.
  func addPlacements(to readings: inout [ClockReading]) {
    for (position, placement) in facts.placements.enumerated() {
      add(
        .placementReview, placement, since: placement.lastReviewedOn,
        agreed: placement.nextReviewOn, keptFromLater: facts.keptFromLater.reviews[position],
        to: &readings)
      add(
        .monitoringVisit, placement, since: placement.lastVisitedOn,
        keptFromLater: facts.keptFromLater.visits[position], to: &readings)
    }
  }

  private func add(
    _ kind: ClockKind, _ placement: Placement, since last: Day?, agreed: Day? = nil,
    keptFromLater later: Day?, to readings: inout [ClockReading]
  ) {
    let start = max(placement.startsOn, last ?? placement.startsOn)
    guard let rule = rule(kind, on: start) else { return }
    var reading = ClockReading(rule)
    reading.provider = placement.provider
    if placement.commissioner == .school { reading.owner = .school }
    if let later {
      reading.run(from: start, withNoDateSince: later)
    } else if let agreed, agreed > start {
      reading.run(from: start, throughAgreed: agreed, "A panel agreed the review for")
    } else {
      reading.run(from: start, calendar: nil, bankHolidays: bankHolidays)
    }
    if let ended = placement.endedOn {
      reading.end(on: ended, because: .day("The placement ended on", ended, "."))
    }
    readings.append(reading)
  }

  /// The review of an EHC plan within twelve months.
  func addAnnualReview(to readings: inout [ClockReading]) {
    guard let plan = facts.pupil.plan else { return addUndatedReview(to: &readings) }
    let start = plan.lastReviewedOn ?? plan.issuedOn
    guard let rule = rule(.annualReview, on: start) else { return }
    var reading = ClockReading(rule)
    if let later = facts.keptFromLater.planReview {
      reading.run(from: start, withNoDateSince: later)
    } else {
      reading.run(from: start, calendar: nil, bankHolidays: bankHolidays)
    }
    readings.append(reading)
  }
}

extension ClockContext {
  /// A plan without its date is the one whose review is forgotten: its clock runs without a day.
  private func addUndatedReview(to readings: inout [ClockReading]) {
    guard facts.pupil.hasPlan, let rule = rule(.annualReview, on: facts.file.openedOn) else {
      return
    }
    var reading = ClockReading(rule)
    reading.started = facts.file.openedOn
    reading.remarks.append(
      .words("When the EHC plan was issued is not on file, so no day can be named: give that day."))
    readings.append(reading)
  }
}

extension ClockReading {
  /// Runs without a date, since only the last of the reviews or visits is kept and that was later.
  fileprivate mutating func run(from start: Day, withNoDateSince later: Day) {
    started = start
    remarks.append(
      .day(
        "No day can be named: the last on record was on", later,
        ", and whether there was one before is not kept."))
  }
}
