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
      source.readAllNames(in: source.columns)
    }
    headline = columns.headline(redProviders: providers.redCount)
  }
}

extension BoardSource {
  /// Works out the row of each open case from its facts, those later than the day not known yet.
  func readFacts(asAt day: Day) throws(StoreError) {
    let engine = ClockEngine()
    try caseload.eachFacts(openOn: day) { id, facts throws(StoreError) in
      guard facts.file.isOpen(on: day), facts.file.openedOn <= day else { return }
      var facts = facts
      facts.placements.removeAll { $0.startsOn > day }
      for place in facts.placements.indices
      where facts.placements[place].endedOn.map({ $0 > day }) ?? false {
        facts.placements[place].endedOn = nil
      }
      let row = try workedOut(id.number, facts, engine.readings(for: facts, asAt: day))
      try append(row)
    }
    columns.markChanged()
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
