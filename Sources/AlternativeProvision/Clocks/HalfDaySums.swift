/// What is taken of a school day by exclusions; each part is half a day, and a day has two.
struct DayPart: OptionSet {
  let rawValue: UInt8
  static let morning = DayPart(rawValue: 1)
  static let afternoon = DayPart(rawValue: 2)
  /// A lunchtime counts as half a day, whichever half it lies between.
  static let lunchtime = DayPart(rawValue: 4)

  /// The half days that it comes to.
  var halves: Int { min(2, rawValue.nonzeroBitCount) }
}

/// Totals of exclusions, in which a half day that two notices of one school cover is counted once.
///
/// A child cannot be kept out of the same session twice: where notices overlap, one of them is mistaken
/// or replaces the other, and the days excluded are what the regulations add up (ExReg regs 4, 6).
extension Collection where Element == ExclusionSpan {
  /// Half days taken within a period.
  func halves(in period: ReferencePeriod) -> Int {
    guard hasSharedDays else { return reduce(0) { $0 + $1.halves(in: period) } }
    // What no calendar places on days is added as it is.
    let unplaced = filter { $0.schoolDays.isEmpty }.reduce(0) { $0 + $1.halves(in: period) }
    return unplaced + daysOfHalves(in: period).reduce(0) { $0 + $1.halves }
  }

  /// The known days within a period with the half days taken on each, in order; a day of two schools
  /// stands twice.
  func daysOfHalves(in period: ReferencePeriod) -> [DayOfHalves] {
    var parts: [Identifier<School>: [Day: DayPart]] = [:]
    for span in self {
      for (day, part) in span.parts(in: period) {
        parts[span.exclusion.school, default: [:]][day, default: []].formUnion(part)
      }
    }
    return parts.values.flatMap { days in
      days.map { DayOfHalves(day: $0.key, halves: $0.value.halves) }
    }.sorted { ($0.day, $0.halves) < ($1.day, $1.halves) }
  }

  /// Whether two of one school take one day.
  private var hasSharedDays: Bool {
    indices.contains { place in
      self[index(after: place)...].contains { self[place].sharesDay(with: $0) }
    }
  }
}

extension Exclusion {
  /// The first day on which this suspension and another by the same school, of the same pupil, both
  /// claim a half day; nil where they do not, or no calendar says which days they take.
  ///
  /// No school can suspend a child twice from one session, so one of the two is mistaken.
  public func firstSharedDay(with other: Exclusion, by calendar: SchoolCalendar?) -> Day? {
    guard pupil == other.pupil, school == other.school else { return nil }
    let spans = [self, other].map {
      ExclusionSpan(
        ExclusionFacts(id: Identifier(0), exclusion: $0, school: nil), calendar: calendar)
    }
    guard spans[0].sharesDay(with: spans[1]) else { return nil }
    let always = ReferencePeriod(first: Day(number: .min), last: .distantFuture)
    let parts = spans[1].parts(in: always)
    return spans[0].parts(in: always).first { day, part in
      parts.contains {
        $0.day == day && part.union($0.part).halves < part.halves + $0.part.halves
      }
    }?.day
  }
}
