extension ClockContext {
  /// The clocks of an off-site direction, for the schools and dates that its regulations bind.
  func addDirection(to readings: inout [ClockReading]) {
    guard let direction = facts.file.direction else { return }
    if let rule = rule(.directionNotice, on: direction.firstDay), rule.applies(to: facts.school) {
      var reading = ClockReading(rule)
      reading.run(from: direction.firstDay, calendar: schoolCalendar, bankHolidays: bankHolidays)
      reading.started = min(facts.file.openedOn, reading.deadline?.day ?? facts.file.openedOn)
      reading.metOn = direction.noticeGivenOn
      readings.append(reading)
    }
    if let rule = rule(.directionReview, on: direction.firstDay), rule.applies(to: facts.school) {
      addReview(of: direction, rule, to: &readings)
    }
  }

  /// A requested review is due as soon as practicable; within ten weeks of the last it may be refused.
  private func addReview(
    of direction: OffSiteDirection, _ rule: ClockRule, to readings: inout [ClockReading]
  ) {
    guard direction.reviewRequestedOn != nil || direction.reviewHeldOn != nil else { return }
    var reading = ClockReading(rule)
    let held = direction.reviewHeldOn
    if let held {
      reading.run(from: held, calendar: nil, bankHolidays: bankHolidays)
    }
    let window = reading.deadline?.day
    guard let requested = direction.reviewRequestedOn else {
      if let window {
        reading.remarks.append(.day("A request may be refused through", window, "."))
      }
      readings.append(reading)
      return
    }
    reading.remarks.append(.day("A review was requested in writing on", requested, "."))
    if let held, held >= requested {
      reading.metOn = held
      reading.started = requested
      reading.deadline = nil
      reading.count = .nothing
    } else if let window, requested <= window {
      reading.end(
        on: requested,
        because: .words("One was held in the ten weeks before, so the request may be refused."))
    } else {
      reading.started = requested
      reading.deadline = nil
      reading.count = .nothing
      reading.remarks.append(.words("It is due as soon as practicable: no number of days is set."))
    }
    readings.append(reading)
  }
}
