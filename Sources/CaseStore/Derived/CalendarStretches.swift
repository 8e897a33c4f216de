import AlternativeProvision

/// A stretch of days of which it is known which are school days, a bit a day.
struct CalendarStretch {
  var first: Int32
  var last: Int32
  var open: [UInt8]

  /// How many school days of the stretch lie between two days, both included.
  func openDays(from start: Int32, through end: Int32) -> Int {
    let (from, through) = (max(start, first), min(end, last))
    guard from <= through else { return 0 }
    return open.withUnsafeBytes {
      Int(
        CalendarMomentReading.count($0, below: Int(through - first) + 1)
          - CalendarMomentReading.count($0, below: Int(from - first)))
    }
  }
}

/// Keeps beside each calendar its school days, a bit a day, so that what a day is in every calendar
/// is read in milliseconds and no calendar need be built to open a board.
///
/// It depends on no day, so that nothing has to be brought to today. Owners are numbered as
/// `board_case.calendar` numbers them: a school's number, or an authority's with a minus.
struct CalendarStretches {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Makes every stretch again from the calendars.
  func rebuild(from caseload: Caseload, _ working: (() -> Void)? = nil) throws(StoreError) {
    try connection.run("DELETE FROM calendar_stretch")
    let book = try caseload.calendarBook()
    for (code, calendar) in book.authorities {
      working?()
      try write(calendar, owner: -Int64(code))
    }
    for (school, calendar) in book.schools {
      working?()
      try write(calendar, owner: school.number)
    }
  }

  private func write(_ calendar: SchoolCalendar, owner: Int64) throws(StoreError) {
    let add = try connection.statement(
      """
      INSERT INTO calendar_stretch(owner, first_day, last_day, opened_before, open)
      VALUES(?1, ?2, ?3, ?4, ?5)
      """)
    let days = calendar.openDays
    var next = 0
    for stretch in calendar.knownStretches {
      let first = stretch.lowerBound
      var bits = [UInt8](repeating: 0, count: stretch.upperBound.days(since: first) / 8 + 1)
      while next < days.count, days[next] < first { next += 1 }
      let before = next
      while next < days.count, days[next] <= stretch.upperBound {
        let place = days[next].days(since: first)
        bits[place / 8] |= 1 << UInt8(place % 8)
        next += 1
      }
      add.bind(1, owner)
      add.bind(2, first)
      add.bind(3, stretch.upperBound)
      add.bind(4, Int64(before))
      add.bind(5, blob: bits)
      try add.run()
    }
  }

  /// The stretches of one owner's calendar, in order.
  func stretches(of owner: Int64) throws(StoreError) -> [CalendarStretch] {
    let rows = try connection.statement(
      "SELECT first_day, last_day, open FROM calendar_stretch WHERE owner = ?1 ORDER BY first_day")
    rows.bind(1, owner)
    defer { rows.reset() }
    var found: [CalendarStretch] = []
    while try rows.step() {
      found.append(
        CalendarStretch(
          first: Int32(truncatingIfNeeded: rows.integer(0)),
          last: Int32(truncatingIfNeeded: rows.integer(1)), open: Array(rows.blob(2))))
    }
    return found
  }

  /// What every calendar says of a day, by owner.
  func moments(on day: Day) throws(StoreError) -> [Int64: CalendarMoment] {
    let rows = try connection.statement(
      """
      SELECT owner, first_day, last_day, opened_before, open FROM calendar_stretch
      ORDER BY owner, first_day
      """)
    defer { rows.reset() }
    var moments: [Int64: CalendarMoment] = [:]
    var reading = CalendarMomentReading(today: day)
    var current: Int64?
    while try rows.step() {
      let owner = rows.integer(0)
      if owner != current {
        if let current { moments[current] = reading.moment }
        reading = CalendarMomentReading(today: day)
        current = owner
      }
      reading.take(
        from: Int32(truncatingIfNeeded: rows.integer(1)),
        through: Int32(truncatingIfNeeded: rows.integer(2)),
        openedBefore: Int32(truncatingIfNeeded: rows.integer(3)), rows.blob(4))
    }
    if let current { moments[current] = reading.moment }
    return moments
  }
}
