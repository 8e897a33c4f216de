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
      headline.open = Int(try connection.number("SELECT count(*) FROM board_case") ?? 0)
    }
    headline.pastDaySix = try overdue(class: 0)
    headline.overdue = try headline.pastDaySix + overdue(class: 1)
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

  private func overdue(class: Int64) throws(StoreError) -> Int {
    let rows = try connection.statement(
      """
      SELECT count(*) FROM board_case INDEXED BY board_case_due WHERE class = ?1 AND due < ?2
      """)
    rows.bind(1, `class`)
    rows.bind(2, today)
    defer { rows.reset() }
    return try rows.step() ? Int(rows.integer(0)) : 0
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
    let rows = try connection.statement(
      """
      SELECT calendar, due, class, count(*) FROM board_case INDEXED BY board_case_due
      WHERE class IN (0, 1) AND due BETWEEN ?1 AND ?2 GROUP BY calendar, due, class
      """)
    rows.bind(1, today)
    let endOfWeek = Int64(today.endOfWeekAhead.number)
    rows.bind(2, max(endOfWeek, Int64(try latestSecondSchoolDay())))
    defer { rows.reset() }
    while try rows.step() {
      let (due, count) = (rows.integer(1), Int(rows.integer(3)))
      let isSoon = due <= Int64(try secondSchoolDay(ofCalendar: rows.integerOrNil(0)))
      if isSoon { headline.dueWithinTwoSchoolDays += count }
      if rows.integer(2) == 0, isSoon || due <= endOfWeek { headline.reachingDaySix += count }
    }
  }

  private func secondSchoolDay(ofCalendar number: Int64?) throws(StoreError) -> Int32 {
    // The place first: finding it may add the calendar.
    let place = try place(ofCalendar: number)
    return columns.moments[Int(place)].secondSchoolDay
  }
}
