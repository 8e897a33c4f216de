import AlternativeProvision

extension BoardSource {
  /// The figures of the whole caseload, from sums and short stretches of it alone.
  ///
  /// - Parameter open: how many cases are open, where that has been counted already.
  func headline(open: Int? = nil) throws(StoreError) -> Headline {
    var headline = Headline()
    if let open {
      headline.open = open
    } else {
      headline.open = Int(try connection.number("SELECT open FROM derived_state") ?? 0)
    }
    headline.pastDaySix = try overdue(class: 0).due
    let others = try overdue(class: 1)
    headline.daySixUnknown = others.unknown
    headline.overdue = headline.pastDaySix + others.due
    headline.pastDaySixWithStart = try pastDaySixWithStart()
    try countDueSoon(into: &headline)
    headline.outOfEducationToday = Int(
      try connection.number("SELECT count(*) FROM board_case WHERE bits & 32") ?? 0)
    headline.redProviders = try redProviders()
    return headline
  }

  func redProviders() throws(StoreError) -> Int {
    Int(try connection.number("SELECT count(*) FROM provider_quality WHERE overall = 0") ?? 0)
  }

  /// How many of a class are past their day, and of how many of it the sixth day is not known: these lie
  /// before all others of the second class.
  private func overdue(class: Int64) throws(StoreError) -> (due: Int, unknown: Int) {
    let rows = try connection.statement(
      """
      SELECT count(*), count(*) FILTER (WHERE due = ?3)
      FROM board_case INDEXED BY board_case_due WHERE class = ?1 AND due < ?2
      """)
    rows.bind(1, `class`)
    rows.bind(2, today)
    rows.bind(3, Int64(CaseValues.unknownSixthDay))
    defer { rows.reset() }
    guard try rows.step() else { return (0, 0) }
    let unknown = Int(rows.integer(1))
    return (Int(rows.integer(0)) - unknown, unknown)
  }

  private func pastDaySixWithStart() throws(StoreError) -> Int {
    let rows = try connection.statement(
      "SELECT count(*) FROM board_case WHERE class = 0 AND due < ?1 AND placement_start > ?1")
    rows.bind(1, today)
    defer { rows.reset() }
    return try rows.step() ? Int(rows.integer(0)) : 0
  }

  /// How many are due by the second school day of their own calendars, and how many of them, or of
  /// those due this week, reach the sixth day.
  private func countDueSoon(into headline: inout Headline) throws(StoreError) {
    let latest = try latestSecondSchoolDay()
    let endOfWeek = today.endOfWeekAhead.number
    let rows = try connection.statement(
      """
      SELECT calendar, due, count(*), count(*) FILTER (WHERE clock = ?4)
      FROM board_case INDEXED BY board_case_due
      WHERE class = ?1 AND due BETWEEN ?2 AND ?3 GROUP BY due, calendar
      """)
    for isSixthDay in [true, false] {
      rows.bind(1, Int64(isSixthDay ? 0 : 1))
      rows.bind(2, today)
      rows.bind(4, Int64(ClockKind.unexplainedMark.rawValue))
      // Of other clocks nothing is asked beyond the second school day, and most of them lie beyond.
      rows.bind(3, Int64(isSixthDay ? max(endOfWeek, latest) : latest))
      defer { rows.reset() }
      while try rows.step() {
        let (due, count) = (rows.integer(1), Int(rows.integer(2)))
        let isSoon = due <= Int64(try secondSchoolDay(ofCalendar: rows.integerOrNil(0)))
        if isSoon {
          let marks = Int(rows.integer(3))
          headline.dueWithinTwoSchoolDays += count - marks
          headline.openMarks += marks
        }
        if isSixthDay, isSoon || due <= Int64(endOfWeek) {
          headline.reachingDaySix += count
          if due > Int64(endOfWeek) { headline.reachingDaySixLater += count }
        }
      }
    }
  }

  private func secondSchoolDay(ofCalendar number: Int64?) throws(StoreError) -> Int32 {
    try number.map { (number) throws(StoreError) in try moment(number).secondSchoolDay }
      ?? columns.moments[0].secondSchoolDay
  }
}
