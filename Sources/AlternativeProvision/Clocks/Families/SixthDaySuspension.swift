extension ClockContext {
  /// The school's clock over an unbroken chain of suspensions; the authority's after one from a PRU.
  func addSixthDaySuspension(to readings: inout [ClockReading]) {
    for chain in chains where chain.members.contains(where: isRelevant) {
      guard let first = chain.members.first, let latest = chain.members.last,
        let start = chain.days.first ?? chain.members.first?.first,
        let rule = rule(.sixthDaySuspension, on: start), rule.applies(to: first.facts.school)
      else { continue }
      let shown = chain.members.last(where: isRelevant) ?? latest
      var reading = ClockReading(rule, exclusion: shown.facts.id)
      reading.count = .chain(chain, length: rule.length)
      if latest.facts.school?.kind == .pupilReferralUnit {
        reading.owner = .homeAuthority
        reading.remarks.append(
          .words("Suspended from a pupil referral unit: the authority owes the education."))
      }
      if chain.members.count > 1 {
        reading.remarks.append(
          .number("An unbroken chain of", chain.members.count, "suspensions counts as one."))
      }
      let total = chain.days.count + chain.daysBeyond
      guard total >= rule.length else {
        reading.remarks.append(
          .number(
            "It takes", total,
            total == 1
              ? "school day out so far: the duty begins on the sixth."
              : "school days out so far: the duty begins on the sixth."))
        endWithSuspension(chain, &reading)
        noteWhatFollows(chain, &reading)
        readings.append(reading)
        continue
      }
      reading.started = start
      if chain.days.count >= rule.length {
        reading.deadline = .on(chain.days[rule.length - 1])
      } else {
        let known =
          latest.calendar?.span(of: start)?.last ?? latest.calendar?.lastKnown(before: start)
        reading.deadline = .beyondCalendar(knownThrough: known, counted: chain.days.count)
      }
      if first.exclusion.firstSession == .afternoon { reading.notePartDay() }
      if facts.pupil.hasDayOneTarget { reading.addDayOne(start) }
      meetByEducation(&reading, from: start, calendar: latest.calendar)
      exceptForAge(&reading, from: start)
      let again = resumption(
        of: reading, calendar: latest.calendar, through: chain.daysBeyond == 0 ? chain.last : nil)
      endWithSuspension(chain, &reading)
      noteWhatFollows(chain, &reading)
      readings.append(reading)
      if var again {
        endWithSuspension(chain, &again)
        readings.append(again)
      }
    }
  }

  private func endWithSuspension(_ chain: SuspensionChain, _ reading: inout ClockReading) {
    guard chain.daysBeyond == 0, let last = chain.last, let latest = chain.members.last else {
      return
    }
    if let ending = ExclusionEnding.of(latest.exclusion), ending.day <= last.adding(days: 1) {
      reading.end(on: max(ending.day, chain.days.first ?? ending.day), because: ending.remark)
    } else {
      reading.end(
        on: last.adding(days: 1), because: .day("The last day of the suspension is", last, "."))
    }
    // The end of the suspension ends the duty, but does not make a missed day good.
    if let due = reading.deadline?.day, let ended = reading.endedOn, due < ended,
      reading.metOn.map({ $0 > due }) ?? true
    {
      reading.remarks.append(
        .day(
          "The suspension lasts through", due,
          ": where no full-time education has begun by then, the day is missed, and the end of the "
            + "suspension does not make it good."))
    }
  }

  private func noteWhatFollows(_ chain: SuspensionChain, _ reading: inout ClockReading) {
    guard
      let permanent = spans.first(where: {
        $0.isPermanent && $0.first > chain.days.first ?? $0.first && chain.isFollowedAtOnce(by: $0)
      })
    else { return }
    reading.remarks.append(
      .day(
        "A permanent exclusion followed at once on", permanent.first,
        ": the authority's own clock counts from its first day."))
  }
}
