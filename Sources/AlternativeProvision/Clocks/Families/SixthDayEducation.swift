extension ClockContext {
  /// Meets a clock by the first placement that has started and lasts to the deadline or beyond.
  func meetByEducation(_ reading: inout ClockReading, from first: Day) {
    var best: (day: Day, placement: Placement)?
    let needed = reading.deadline?.day ?? first
    for placement in facts.placements {
      let day = max(placement.startsOn, first)
      if let end = placement.endedOn, end < max(needed, day) { continue }
      if day < best?.day ?? .distantFuture { best = (day, placement) }
    }
    guard let best else { return }
    reading.metOn = best.day
    reading.remarks.append(.day("Education began on", best.placement.startsOn, "."))
    if let most = facts.pupil.plan?.maximumWeeklyHours, let hours = best.placement.hoursPerWeek,
      hours >= most
    {
      reading.remarks.append(
        .words(
          "The EHC plan specifies no more hours than the placement gives: full for this child."))
    } else if !best.placement.isFullTime {
      reading.remarks.append(
        .number(
          "The placement has", best.placement.sessionsPerWeek,
          "sessions a week, which is not full time; the duty is to full-time education."))
    }
    if let end = best.placement.endedOn {
      reading.remarks.append(.day("That placement ended on", end, "; the duty goes on."))
    }
  }

  /// Ends a sixth-day clock where no duty is owed: outside compulsory school age, or examinations done.
  func exceptForAge(_ reading: inout ClockReading, from first: Day) {
    let age = CompulsorySchoolAge(bornOn: facts.pupil.dateOfBirth)
    let due = reading.deadline?.day ?? first
    if first < age.first && due < age.first {
      reading.end(
        on: first,
        because: .day("No duty: compulsory school age begins on", age.first, "."))
    } else if due > age.last {
      reading.end(
        on: max(first, age.last.adding(days: 1)),
        because: .day("No duty once compulsory school age has ended, on", age.last, "."))
    }
    if facts.pupil.yearGroup == "11", let finished = facts.examinationsFinishedOn, finished < due {
      reading.end(
        on: max(first, finished.adding(days: 1)),
        because: .day(
          "No duty in Year 11 after the last public examination, on", finished,
          " (SI 2007/1870 reg 5)."))
    }
  }
}
