import AlternativeProvision

/// Reads the rows of providers, each from a few short stretches of the sums.
struct ProviderReading {
  let connection: Connection
  let today: Day
  let monday: Int32
  let year: Int32

  init(_ connection: Connection, today: Day) throws(StoreError) {
    self.connection = connection
    self.today = today
    monday = today.monday.number
    year = ReferencePeriod.schoolYear(of: today.monday).first.number
  }

  /// The providers after a number, in order.
  func numbers(after last: Int64, limit: Int) throws(StoreError) -> [Int64] {
    let rows = try connection.statement(
      "SELECT id FROM provider WHERE id > ?1 ORDER BY id LIMIT ?2")
    rows.bind(1, last)
    rows.bind(2, Int64(limit))
    defer { rows.reset() }
    var numbers: [Int64] = []
    while try rows.step() { numbers.append(rows.integer(0)) }
    return numbers
  }

  /// Providers whose latest visit rated them red.
  func red(limit: Int) throws(StoreError) -> [Int64] {
    try connection.numbers(
      "SELECT provider_id FROM provider_quality WHERE overall = 0 LIMIT ?1", Int64(limit))
  }

  /// One provider's row; nil where there is no such provider.
  func row(_ number: Int64) throws(StoreError) -> ProviderRow? {
    let rows = try connection.statement(
      """
      SELECT p.reference, p.name, p.kind, p.ukprn, p.is_in_directory, q.visited_on, q.overall,
        q.safeguarding, q.health_and_safety, q.admissions_and_support, q.quality_of_education,
        q.next_due, p.places, p.lowest_age, p.highest_age
      FROM provider AS p LEFT JOIN provider_quality AS q ON q.provider_id = p.id WHERE p.id = ?1
      """)
    rows.bind(1, number)
    defer { rows.reset() }
    guard try rows.step() else { return nil }
    let kind = ProviderKind(rawValue: rows.text(2)) ?? .nonSchool
    var row = ProviderRow(
      id: Identifier(number), reference: rows.text(0), name: rows.text(1), kind: kind,
      isRegistered: kind.isSchool || !rows.isNull(3), isInDirectory: rows.integer(4) != 0)
    row.room = ProviderRoom(
      places: rows.integerOrNil(12), lowestAge: rows.integerOrNil(13),
      highestAge: rows.integerOrNil(14))
    if !rows.isNull(5) {
      row.lastVisitOn = rows.day(5)
      row.overall = Rating(rawValue: Int(rows.integer(6)))
      for standard in QualityStandard.allCases {
        if let rating = rows.integerOrNil(7 + Int32(standard.rawValue)) {
          row.ratings[standard] = Rating(rawValue: Int(rating))
        }
      }
      row.nextVisitDue = rows.day(11)
      row.isVisitOverdue = rows.day(11) < today
    }
    try readWeeks(number, into: &row)
    row.persistentAbsentees = try count(
      """
      SELECT count(*) FROM attendance_year
      WHERE provider_id = ?1 AND year = ?2 AND absent * 10 >= attended + absent
      """, number, Int64(year))
    row.pupilsNow = try count(
      """
      SELECT count(DISTINCT c.pupil_id)
      FROM placement AS p JOIN case_file AS c INDEXED BY case_file_standing ON c.id = p.case_id
      WHERE p.provider_id = ?1 AND p.starts_on <= ?2 AND coalesce(p.ended_on, ?2) >= ?2
        AND (c.closed_on IS NULL OR c.closed_on > ?2)
      """, number, Int64(today.number))
    return row
  }

  private func readWeeks(_ number: Int64, into row: inout ProviderRow) throws(StoreError) {
    let weeks = try connection.statement(
      """
      SELECT week, attended, authorised, unauthorised, not_possible FROM provider_week
      WHERE provider_id = ?1 AND week BETWEEN ?2 AND ?3 ORDER BY week DESC
      """)
    weeks.bind(1, number)
    weeks.bind(2, Int64(min(year - 6, oldest)))
    weeks.bind(3, Int64(monday))
    defer { weeks.reset() }
    var place = row.trend.count
    while try weeks.step() {
      let week = Int32(weeks.integer(0))
      let tally = AttendanceTally(
        attended: Int32(weeks.integer(1)), authorised: Int32(weeks.integer(2)),
        unauthorised: Int32(weeks.integer(3)), notPossible: Int32(weeks.integer(4)))
      if week >= year { row.yearToDate += tally }
      guard tally.possible > 0, week >= oldest, place > 0 else { continue }
      place -= 1
      row.trend[place] = tally
      if place >= row.trend.count - 4 { row.attendance += tally }
    }
  }

  /// The oldest week that may be among the last ones with marks: a summer is no reason to show none.
  private var oldest: Int32 { monday - 7 * 16 }

  /// The first of a provider's last four weeks with marks.
  private func firstRecentWeek(_ number: Int64) throws(StoreError) -> Int64 {
    let weeks = try connection.statement(
      """
      SELECT min(week) FROM (
        SELECT week FROM provider_week
        WHERE provider_id = ?1 AND week BETWEEN ?2 AND ?3 AND attended + authorised + unauthorised > 0
        ORDER BY week DESC LIMIT 4)
      """)
    weeks.bind(1, number)
    weeks.bind(2, Int64(oldest))
    weeks.bind(3, Int64(monday))
    defer { weeks.reset() }
    return try weeks.step() ? weeks.integerOrNil(0) ?? Int64(monday) : Int64(monday)
  }

  private func count(_ sql: StaticString, _ first: Int64, _ second: Int64) throws(StoreError)
    -> Int
  {
    let rows = try connection.statement(sql)
    rows.bind(1, first)
    rows.bind(2, second)
    defer { rows.reset() }
    return try rows.step() ? Int(rows.integer(0)) : 0
  }

  /// The children with a place there today who attended least lately.
  func worst(_ number: Int64, limit: Int) throws(StoreError) -> [AttendingChild] {
    let first = try firstRecentWeek(number)
    let rows = try connection.statement(
      """
      SELECT c.pupil_id, min(c.id), b.name,
        (SELECT coalesce(sum(attended), 0) FROM attendance_week AS w WHERE w.pupil_id = c.pupil_id
          AND w.week BETWEEN ?3 AND ?4 AND w.provider_id = ?1),
        (SELECT coalesce(sum(authorised), 0) FROM attendance_week AS w
          WHERE w.pupil_id = c.pupil_id AND w.week BETWEEN ?3 AND ?4 AND w.provider_id = ?1),
        (SELECT coalesce(sum(unauthorised), 0) FROM attendance_week AS w
          WHERE w.pupil_id = c.pupil_id AND w.week BETWEEN ?3 AND ?4 AND w.provider_id = ?1),
        c.reference
      FROM placement AS p JOIN case_file AS c ON c.id = p.case_id JOIN board_case AS b ON b.case_id = c.id
      WHERE p.provider_id = ?1 AND p.starts_on <= ?2 AND coalesce(p.ended_on, ?2) >= ?2
        AND (c.closed_on IS NULL OR c.closed_on > ?2)
      GROUP BY c.pupil_id
      """)
    rows.bind(1, number)
    rows.bind(2, today)
    rows.bind(3, first)
    rows.bind(4, Int64(monday))
    defer { rows.reset() }
    var children: [AttendingChild] = []
    while try rows.step() {
      let tally = AttendanceTally(
        attended: Int32(rows.integer(3)), authorised: Int32(rows.integer(4)),
        unauthorised: Int32(rows.integer(5)))
      if tally.possible == 0 { continue }
      children.append(
        AttendingChild(
          pupil: Identifier(rows.integer(0)), file: Identifier(rows.integer(1)),
          name: rows.text(2), reference: rows.text(6), attendance: tally))
    }
    // The lower share first, compared without rounding; then by name.
    children.sort { left, right in
      let one = Int64(left.attendance.attended) * Int64(right.attendance.possible)
      let other = Int64(right.attendance.attended) * Int64(left.attendance.possible)
      return one == other ? left.name < right.name : one < other
    }
    return Array(children.prefix(limit))
  }
}

extension Board {
  /// The children of a provider who attended least there lately, worst first; those of whom no
  /// session was possible are left out.
  ///
  /// - Throws: `StoreError` when the caseload cannot be read.
  public func worstChildren(
    of provider: Identifier<Provider>, limit: Int
  ) throws(StoreError) -> [AttendingChild] {
    guard let source else { return [] }
    return try ProviderReading(source.connection, today: today).worst(
      provider.number, limit: limit)
  }
}
