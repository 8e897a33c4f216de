extension ClockContext {
  /// The 45 school days of suspension that a school year allows, added up across schools.
  func addYearLimit(to readings: inout [ClockReading]) {
    guard let latest = spans.last(where: { isRelevant($0) && $0.halves > 0 }),
      let rule = rule(.yearLimit45, for: latest)
    else { return }
    let year = ReferencePeriod.schoolYear(of: latest.first)
    let counted = spans.filter {
      !$0.isPermanent && rule.applies(to: $0.facts.school) && $0.halves(in: year) > 0
    }
    var reading = ClockReading(rule, exclusion: latest.facts.id)
    reading.runLimit(of: counted, in: year)
    if counted.contains(where: { $0.exclusion.school != latest.exclusion.school }) {
      reading.remarks.append(.words("Days at every school in the year are counted."))
    }
    reading.end(
      on: year.last.adding(days: 1),
      because: .day("The count begins anew with the school year after", year.last, "."))
    readings.append(reading)
  }
}

extension ClockReading {
  /// Adds up what suspensions take of a school year's limit.
  ///
  /// Notices that take the year past it are more than a head teacher may give (ExReg regs 4, 13, 22), so
  /// that is said as soon as they are on record, before the day comes. The day before it is the last on
  /// which one can be cancelled: not once the pupil has been, or would have been,
  /// excluded for more than 45 days (regs 8A, 17A, since 1 September 2023).
  mutating func runLimit(of spans: [ExclusionSpan], in year: ReferencePeriod) {
    let limit = rule.length * 2
    let total = spans.halves(in: year)
    started = spans.first?.first ?? started
    count = .exclusions(spans, year)
    deadline = nil
    let latest = spans.last
    if let rest = latest.map({ $0.halves - $0.halves(in: year) }), rest > 0 {
      remarks.append(
        .halves(
          "Of the last of them", rest,
          "school days do not fall in this school year, as far as its calendar is known: they count "
            + "towards the next."))
    }
    if spans.contains(where: { $0.calendar != nil && $0.halves > 0 && $0.schoolDays.isEmpty }) {
      remarks.append(
        .words(
          "The known calendar holds no day of a suspension: all of it is put down to the school year in "
            + "which it began."))
    }
    guard total > limit else {
      tally = ClockTally(halfDays: total, limit: limit, breachedOn: nil)
      return
    }
    var sum = 0
    let passing = spans.daysOfHalves(in: year).first { day in
      sum += day.halves
      return sum > limit
    }
    let passed = passing?.day ?? latest?.first
    tally = ClockTally(halfDays: total, limit: limit, breachedOn: passed)
    deadline = passed.map { .on($0.adding(days: -1)) }
    remarks.append(
      .words(
        "More than the limit is beyond what a head teacher may lawfully give, from the day the notice is "
          + "given and not only from the day the limit is passed."))
    if let cancelled = StandardRules.amended2023, let latest, latest.first >= cancelled {
      remarks.append(
        .words(
          "A suspension can be cancelled only while the pupil has not been out for more than 45 days, "
            + "so before the limit is passed (ExReg regs 8A, 17A)."))
    }
    if spans.allSatisfy({ $0.days == $0.knownDays }), let last = spans.compactMap(\.last).max() {
      end(
        on: last.adding(days: 1),
        because: .day(
          "The last day of suspension is", last, "; the days over the limit stay over it."))
    }
  }
}
