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
    let total = counted.reduce(0) { $0 + $1.halves(in: year) }
    let limit = rule.length * 2
    var reading = ClockReading(rule, exclusion: latest.facts.id)
    reading.started = counted.first?.first
    reading.count = .exclusions(counted, year)
    reading.tally = ClockTally(
      halfDays: total, limit: limit,
      breachedOn: total > limit ? breach(of: counted, in: year, limit: limit) : nil)
    if counted.contains(where: { $0.exclusion.school != latest.exclusion.school }) {
      reading.remarks.append(.words("Days at every school in the year are counted."))
    }
    reading.end(
      on: year.last.adding(days: 1),
      because: .day("The count begins anew with the school year after", year.last, "."))
    readings.append(reading)
  }

  private func breach(of counted: [ExclusionSpan], in year: ReferencePeriod, limit: Int) -> Day? {
    var sum = 0
    let days = counted.flatMap { $0.daysOfHalves(in: year) }.sorted { $0.day < $1.day }
    for day in days {
      sum += day.halves
      if sum > limit { return day.day }
    }
    return counted.last?.first
  }
}
