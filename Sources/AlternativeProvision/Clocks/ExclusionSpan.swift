/// An exclusion laid on its school's calendar: which school days it takes, and how many half days.
///
/// Two counters are kept, because the law counts two ways. A part-day is a whole day towards the sixth
/// day of exclusion, but half a day towards the totals of 5, 15 and 45.
struct ExclusionSpan: Sendable {
  let facts: ExclusionFacts
  let calendar: SchoolCalendar?
  /// The first school day out, or the stated day where the calendar does not know it.
  let first: Day
  /// The position of the first school day in the calendar's list.
  private let position: Int
  /// School days touched that the calendar knows; for a permanent exclusion, none.
  let knownDays: Int
  /// School days touched in all, those past the known calendar included.
  let days: Int
  /// Half days taken in all.
  let halves: Int
  private let isLate: Bool

  var exclusion: Exclusion { facts.exclusion }
  var isPermanent: Bool { exclusion.category == .permanent }

  init(_ facts: ExclusionFacts, calendar: SchoolCalendar?) {
    let exclusion = facts.exclusion
    self.facts = facts
    self.calendar = calendar
    isLate = exclusion.firstSession == .afternoon && exclusion.category != .lunchtime
    let stated = exclusion.firstDay
    var available = 0
    if let calendar, let span = calendar.span(of: stated) {
      position = calendar.position(onOrAfter: stated)
      available = max(0, span.openings.upperBound - position)
      first = available > 0 ? calendar.contents.days[position] : stated
    } else {
      position = 0
      first = stated
    }
    let sessions = exclusion.category == .permanent ? 0 : max(0, exclusion.sessions ?? 1)
    var days =
      exclusion.category == .lunchtime ? sessions : (sessions + (isLate ? 1 : 0) + 1) / 2
    if sessions == 0 { days = 0 }
    var halves = sessions
    var known = min(days, available)
    // Ended early: the days before the end were served, and still count.
    if let end = ExclusionEnding.dayOnRecord(exclusion), let calendar {
      let served = min(known, calendar.openDays(from: first, through: end.adding(days: -1)))
      if end <= first || served < days {
        known = end <= first ? 0 : served
        days = known
        halves =
          exclusion.category == .lunchtime
          ? days : max(0, min(halves, days * 2 - (isLate ? 1 : 0)))
      }
    }
    self.days = days
    self.halves = halves
    knownDays = known
  }

  /// Whether it is a suspension of whole sessions, of which chains are made.
  var buildsChain: Bool { exclusion.category == .suspension && days > 0 }

  /// The last school day out, where it is known.
  var last: Day? {
    guard let calendar, days > 0, knownDays == days else { return nil }
    return calendar.contents.days[position + days - 1]
  }

  /// The known school days out.
  var schoolDays: ArraySlice<Day> {
    guard let calendar, knownDays > 0 else { return [] }
    return calendar.contents.days[position..<position + knownDays]
  }

  /// Whether it covers a session: that of a part-day before it began, or after it ended, it does not.
  ///
  /// Where no calendar says which days it takes, every session from its first is taken as covered.
  func covers(_ day: Day, _ session: Session) -> Bool {
    if (day, session) < (exclusion.firstDay, exclusion.firstSession) { return false }
    if isPermanent || calendar == nil { return true }
    guard exclusion.category == .suspension, let index = schoolDays.firstIndex(of: day) else {
      return false
    }
    let isHalfAtEnd = (halves + (isLate ? 1 : 0)) % 2 == 1
    return !(isHalfAtEnd && index - position == days - 1 && session == .afternoon)
  }

  /// What is taken of the n-th day of the exclusion, counting from 0.
  private func part(ofDay index: Int) -> DayPart {
    if exclusion.category == .lunchtime { return .lunchtime }
    var part: DayPart = [.morning, .afternoon]
    if index == 0 && isLate { part.remove(.morning) }
    if index == days - 1 && (halves + (isLate ? 1 : 0)) % 2 == 1 { part.remove(.afternoon) }
    return part
  }

  /// Half days taken within a period, as far as they can be placed.
  ///
  /// Without a calendar they are all put down to the first day's period, which errs towards a trigger.
  func halves(in period: ReferencePeriod) -> Int {
    guard let calendar, calendar.span(of: exclusion.firstDay) != nil else {
      return period.contains(exclusion.firstDay) ? halves : 0
    }
    guard knownDays > 0 else { return 0 }
    let low = max(position, calendar.position(onOrAfter: period.first))
    let high = min(position + knownDays, calendar.position(onOrAfter: period.last.adding(days: 1)))
    guard low < high else { return 0 }
    var sum = 0
    for place in low..<high { sum += part(ofDay: place - position).halves }
    return sum
  }

  /// The known days within a period with what is taken of each.
  func parts(in period: ReferencePeriod) -> [(day: Day, part: DayPart)] {
    schoolDays.enumerated().compactMap { index, day in
      period.contains(day) ? (day, part(ofDay: index)) : nil
    }
  }

  /// Whether it and another of the same school take one day, as far as the days are known.
  func sharesDay(with other: ExclusionSpan) -> Bool {
    guard exclusion.school == other.exclusion.school, let first = schoolDays.first,
      let last = schoolDays.last, let otherFirst = other.schoolDays.first,
      let otherLast = other.schoolDays.last
    else { return false }
    return first <= otherLast && otherFirst <= last
  }

  /// Orders exclusions by when they begin.
  static func isEarlier(_ one: ExclusionSpan, _ other: ExclusionSpan) -> Bool {
    (one.exclusion.firstDay, one.exclusion.firstSession, one.facts.id)
      < (other.exclusion.firstDay, other.exclusion.firstSession, other.facts.id)
  }
}
