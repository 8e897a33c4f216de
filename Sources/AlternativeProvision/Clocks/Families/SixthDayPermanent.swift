extension ClockContext {
  /// The authority's clock after a permanent exclusion: education from the sixth school day.
  func addSixthDayPermanent(to readings: inout [ClockReading]) {
    for span in spans where span.isPermanent && isRelevant(span) {
      guard let rule = rule(.sixthDayPermanent, on: span.exclusion.firstDay) else { continue }
      var reading = ClockReading(rule, exclusion: span.facts.id)
      let protective = protectiveStart(of: span)
      reading.runSixthDay(
        from: protective ?? span.exclusion.firstDay,
        firstSession: span.exclusion.firstSession, calendar: span.calendar,
        expectsDayOne: facts.pupil.hasDayOneTarget)
      if let chain = chainBefore(span) {
        reading.remarks.append(
          .day(
            "A suspension since", chain.days.first ?? span.first,
            " led straight to it: the school's clock for that runs besides."))
      }
      if let protective {
        reading.remarks.append(
          .deadline(
            "Counted from the suspension, since \(protective.long), as the team has chosen. By law it "
              + "counts from the first day of the permanent exclusion, and the sixth day is",
            ClockReading.schoolDay(rule.length, from: span.exclusion.firstDay, span.calendar)))
      }
      meetByEducation(&reading, from: protective ?? span.first, calendar: span.calendar)
      exceptForAge(&reading, from: span.exclusion.firstDay)
      var again = resumption(of: reading, calendar: span.calendar)
      endWithAdmission(&reading, from: span.first)
      if var resumed = again {
        endWithAdmission(&resumed, from: span.first)
        // A child who was admitted before the placement ended is owed nothing when it does.
        again = resumed.endedOn.map { $0 < resumed.started ?? $0 } ?? false ? nil : resumed
      }
      if let ending = ExclusionEnding.of(span.exclusion) {
        reading.end(on: ending.day, because: ending.remark)
        again?.end(on: ending.day, because: ending.remark)
      } else if span.exclusion.outcome == .quashed {
        reading.remarks.append(
          .words("Quashed, and not reinstated so far: it remains a permanent exclusion."))
      }
      readings.append(reading)
      if let again { readings.append(again) }
    }
  }

  /// The duty lasts until the child is admitted to a school other than a pupil referral unit.
  private func endWithAdmission(_ reading: inout ClockReading, from first: Day) {
    guard let admitted = facts.file.admittedOn, admitted >= first else { return }
    reading.end(
      on: admitted,
      because: .day(
        "Admitted to a school on", admitted,
        ": the authority's duty ended with that (EA 1996 s.19(3A)(a))."))
  }

  /// The chain of suspensions that a permanent exclusion follows at once.
  func chainBefore(_ span: ExclusionSpan) -> SuspensionChain? {
    chains.last {
      ($0.days.first ?? span.first) < span.first && $0.isFollowedAtOnce(by: span)
    }
  }

  private func protectiveStart(of span: ExclusionSpan) -> Day? {
    guard facts.targets[.countSuspensionBeforePermanent] > 0 else { return nil }
    return chainBefore(span)?.days.first
  }
}

extension ClockReading {
  /// Counts six school days inclusive, names the guidance's later day and the target of day one.
  mutating func runSixthDay(
    from start: Day, firstSession: Session, calendar: SchoolCalendar?, expectsDayOne: Bool
  ) {
    run(from: start, calendar: calendar, bankHolidays: .statutory)
    let first = ClockReading.schoolDay(1, from: start, calendar).day ?? start
    if kind == .sixthDayPermanent {
      let later = ClockReading.schoolDay(rule.length, from: first.adding(days: 1), calendar)
      remarks.append(
        .deadline(
          "The regulations count the first day out as day 1. The statutory guidance speaks of the "
            + "sixth school day after the first day, which read literally is", later))
    }
    if expectsDayOne { addDayOne(first) }
    if firstSession == .afternoon { notePartDay() }
  }

  /// Adds the target of day one for a child who is looked after or has a social worker.
  mutating func addDayOne(_ first: Day) {
    targets.append(
      ClockTarget(
        title: "Day one", day: first, basis: .statutoryGuidance,
        reference: "Suspension and permanent exclusion guidance, part six"))
    remarks.append(
      .day(
        "Looked after, or has a social worker: guidance looks for education from the first day,",
        first, "."))
  }

  /// Notes that the first day was a part-day, which the law counts in two ways.
  mutating func notePartDay() {
    remarks.append(
      .words(
        "It began in the afternoon: the part-day counts as day 1 here, though only as half "
          + "a day towards the totals of 5, 15 and 45."))
  }
}
