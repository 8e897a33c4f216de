import AlternativeProvision

extension Board {
  /// A board as at another day: every clock as if that were today and nothing later were known.
  ///
  /// Each case is worked out from its facts, which takes longer than reading what is kept; everything
  /// is there when it returns. Attendance at providers is by whole weeks, that of the day included.
  ///
  /// - Throws: `StoreError` when the caseload cannot be read.
  public convenience init(_ caseload: Caseload, asAt day: Day) throws(StoreError) {
    let source = try BoardSource(caseload, today: day)
    self.init(today: day, columns: source.columns, source: source)
    try caseload.snapshot { () throws(StoreError) in
      place = try BoardChanges.place(in: source.connection)
      change = try source.connection.number("SELECT max(id) FROM change") ?? 0
      try source.readFacts(asAt: day)
      let reader = try ProviderReading(source.connection, today: day)
      var rows: [ProviderRow] = []
      for number in try reader.numbers(after: 0, limit: .max) {
        guard var row = try reader.row(number) else { continue }
        try reader.look(back: &row)
        rows.append(row)
        columns.note(rating: row.overall, of: row.id)
      }
      put(rows)
      source.readAllNames()
    }
    headline = columns.headline(redProviders: providers.redCount)
  }
}

extension BoardSource {
  /// Works out the row of each open case from its facts.
  ///
  /// - Parameter asAt: what happened later is taken as not known; nil takes everything as known.
  func readFacts(asAt known: Day?) throws(StoreError) {
    let day = known ?? today
    let targets = try caseload.localTargets()
    let engine = ClockEngine(book: RuleBook.standard.adjusted(by: targets))
    try caseload.eachFacts(openOn: day) { id, facts throws(StoreError) in
      guard facts.file.isOpen(on: day), facts.file.openedOn <= day || known == nil else { return }
      var facts = facts
      if known != nil {
        facts.placements.removeAll { $0.startsOn > day }
        for place in facts.placements.indices
        where facts.placements[place].endedOn.map({ $0 > day }) ?? false {
          facts.placements[place].endedOn = nil
        }
      }
      let clocks = engine.readings(for: facts, asAt: known ?? .distantFuture)
        .map(StoredClock.init)
      let moment = CaseMoment(facts.file, clocks: clocks, placements: facts.placements, on: day)
      var row = BoardCase()
      row.take(facts, number: id.number, officer: nil)
      row.take(moment, facts, clocks: clocks)
      let attended = try recent(facts.file.pupil.number, through: day)
      try append(row, officer: facts.file.officer, attended: attended)
    }
    columns.markChanged()
  }

  private func append(
    _ row: BoardCase, officer: String?, attended: RecentAttendance
  ) throws(StoreError) {
    func day(_ column: BoardCase.Column) -> Int32 {
      row[column].map { Int32(truncatingIfNeeded: $0) } ?? CaseValues.noDay
    }
    var values = CaseValues()
    values.id = UInt32(truncatingIfNeeded: row[.caseID] ?? 0)
    values.school = columns.schools.place(of: row[.schoolID])
    if let officer {
      values.officer = columns.officers.place(of: try number(ofOfficer: officer))
      columns.officers.setName(officer, at: values.officer)
    }
    values.provider = columns.providers.place(of: row[.providerID])
    values.calendar = try place(ofCalendar: row[.calendar])
    values.route = UInt8(truncatingIfNeeded: row[.route] ?? 0)
    values.tier = UInt8(truncatingIfNeeded: row[.tier] ?? 0)
    values.bits = CaseBits(rawValue: UInt8(truncatingIfNeeded: row[.bits] ?? 0))
    values.yearGroup = columns.yearGroups.number(of: row.yearGroup)
    values.openedOn = day(.openedOn)
    values.outSince = day(.outSince)
    values.ordinal = day(.ordinal)
    values.sixthDayDue = day(.sixthDue)
    values.educationBeganOn = day(.beganOn)
    if let clock = row[.clock] {
      values.clock = UInt8(truncatingIfNeeded: clock)
      if !values.bits.contains(.provisional) { values.clockDue = day(.due) }
    }
    values.placementStart = day(.placementStart)
    values.placementEnd = day(.placementEnd)
    values.attended = UInt8(clamping: attended.attended)
    values.possible = UInt8(clamping: attended.possible)
    values.fall = UInt8(clamping: attended.fall)
    if values.bits.contains(.excluded) {
      values.ruler = Ruler(
        isPermanent: values.bits.contains(.permanent), governorsDue: day(.governorsDue),
        governorsMetOn: day(.governorsMet), applicationDue: day(.applicationDue),
        hearingDue: day(.hearingDue))
    }
    columns.append(values)
    columns.appendTexts(name: row.name, reference: row.reference)
  }

  /// The number under which an officer is kept; one who holds no open case any
  /// more is given a number of the board's own.
  private func number(ofOfficer name: String) throws(StoreError) -> Int64 {
    let row = try connection.statement("SELECT id FROM officer WHERE name = ?1")
    row.bind(1, name)
    defer { row.reset() }
    if try row.step() { return row.integer(0) }
    let number = passedOfficers[name] ?? -1 - Int64(passedOfficers.count)
    passedOfficers[name] = number
    return number
  }

  /// How a child attended in the last weeks with marks, as known on a day.
  private func recent(_ pupil: Int64, through day: Day) throws(StoreError) -> RecentAttendance {
    let marks = try connection.statement(
      "SELECT day, code FROM attendance_mark WHERE pupil_id = ?1 AND day BETWEEN ?2 AND ?3")
    marks.bind(1, pupil)
    marks.bind(2, day.monday.adding(days: -63))
    marks.bind(3, day)
    defer { marks.reset() }
    var weeks: [Int32: WeekTally] = [:]
    while try marks.step() {
      let day = marks.day(0)
      weeks[day.monday.number, default: WeekTally()].count(marks.bytes(1), on: day)
    }
    guard let latest = weeks.keys.max() else { return RecentAttendance() }
    var packed: Int64 = 0
    for (week, tally) in weeks {
      packed = PackedWeeks.adding(
        tally.tally, weeksAgo: Int(latest - week) / 7, to: packed)
    }
    return PackedWeeks.recent(packed, latestWeek: latest, monday: day.monday.number)
  }
}

extension ProviderReading {
  /// Puts in place of what is kept what was known on the day: the visits, and the year to date.
  func look(back row: inout ProviderRow) throws(StoreError) {
    let visits = try connection.statement(
      """
      SELECT visited_on, overall, safeguarding, health_and_safety, admissions_and_support,
        quality_of_education, next_visit_on
      FROM quality_visit WHERE provider_id = ?1 AND visited_on <= ?2
      ORDER BY visited_on DESC LIMIT 1
      """)
    visits.bind(1, row.id.number)
    visits.bind(2, today)
    defer { visits.reset() }
    row.ratings = [:]
    row.overall = nil
    row.lastVisitOn = nil
    row.nextVisitDue = nil
    row.isVisitOverdue = false
    if try visits.step() {
      var visit = QualityVisit(
        provider: row.id, visitedOn: visits.day(0), ratings: [:],
        overall: Rating(rawValue: Int(visits.integer(1))) ?? .amber)
      for standard in QualityStandard.allCases {
        if let rating = visits.integerOrNil(2 + Int32(standard.rawValue)) {
          visit.ratings[standard] = Rating(rawValue: Int(rating))
        }
      }
      visit.nextVisitOn = visits.dayOrNil(6)
      row.ratings = visit.ratings
      row.overall = visit.overall
      row.lastVisitOn = visit.visitedOn
      row.nextVisitDue = visit.nextDue
      row.isVisitOverdue = visit.nextDue < today
    }
    row.persistentAbsentees = try persistentAbsentees(of: row.id.number)
  }

  /// Counts persistent absentees up to the week of the day, from the weeks of every child.
  private func persistentAbsentees(of provider: Int64) throws(StoreError) -> Int {
    let rows = try connection.statement(
      """
      SELECT count(*) FROM (
        SELECT sum(w.attended) AS attended, sum(w.authorised + w.unauthorised) AS absent
        FROM attendance_year AS y JOIN attendance_week AS w
          ON w.pupil_id = y.pupil_id AND w.week BETWEEN ?2 AND ?3 AND w.provider_id = ?1
        WHERE y.provider_id = ?1 AND y.year = ?2 GROUP BY y.pupil_id)
      WHERE absent * 10 >= attended + absent AND attended + absent > 0
      """)
    rows.bind(1, provider)
    rows.bind(2, Int64(year))
    rows.bind(3, Int64(monday))
    defer { rows.reset() }
    return try rows.step() ? Int(rows.integer(0)) : 0
  }
}
