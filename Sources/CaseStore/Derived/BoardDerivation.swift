import AlternativeProvision

extension Derivation {
  /// Sums of attendance, clocks and board rows.
  static let board = Derivation { touched, caseload throws(StoreError) in
    try BoardDerivation(caseload, on: touched.day).refresh(touched)
  }
}

/// Finds out what a change bears on, and has just that worked out again.
struct BoardDerivation {
  private let caseload: Caseload
  private let connection: Connection
  private let day: Day

  init(_ caseload: Caseload, on day: Day) {
    self.caseload = caseload
    connection = caseload.connection
    self.day = day
  }

  func refresh(_ touched: Touched) throws(StoreError) {
    if touched.calendars { try CalendarStretches(connection).rebuild(from: caseload) }
    var changes = BoardChanges()
    changes.providers = touched.providers
    changes.schools = touched.schools
    for provider in touched.providers { try refreshQuality(of: provider) }
    var sums = touched.sums
    if !touched.weeks.isEmpty {
      if sums == nil { sums = try AttendanceSums(connection) }
      try sums?.refresh(touched.weeks)
    }
    try sums?.finish()
    changes.providers.formUnion(sums?.providers ?? [])
    changes.cases = try refreshCases(touched, sums)
    if touched.cases.count <= BoardChanges.limit {
      for number in touched.cases {
        // A case that closes leaves its provider with a pupil less.
        changes.providers.formUnion(
          try connection.numbers("SELECT provider_id FROM placement WHERE case_id = ?1", number))
      }
    }
    // Another calendar makes other days of the same row: how many, and which is the second from now.
    changes.isWholesale = touched.calendars
    try changes.write(to: connection)
  }

  private func refreshCases(
    _ touched: Touched, _ sums: AttendanceSums?
  ) throws(StoreError) -> Set<Int64> {
    guard try connection.number("SELECT EXISTS(SELECT 1 FROM case_file)") == 1 else { return [] }
    if touched.calendars || touched.targets { return try refreshAll() }
    var cases = touched.cases
    try add(to: &cases, ofPupils: touched.pupils)
    // What an open case shows may change where its row does not: a view, a referral, a reason.
    let named = cases
    for school in touched.schools { try add(to: &cases, ofSchool: school) }
    for provider in touched.providers { try add(to: &cases, taughtBy: provider) }
    var onlyWeeks: Set<Int64> = []
    if let sums {
      try addMarked(sums.pupils, withEvidence: sums.pupilsWithEvidence, to: &cases, &onlyWeeks)
    }
    onlyWeeks.subtract(cases)
    if cases.isEmpty && onlyWeeks.isEmpty { return [] }
    let refresh = try CaseRefresh(caseload, on: day)
    for number in cases.sorted() {
      try connection.goOn()
      try refresh.refresh(number)
    }
    for number in onlyWeeks.sorted() {
      try connection.goOn()
      try refresh.refreshWeeks(number)
    }
    return refresh.changed.union(named)
  }

  /// Works out every open case again, and says which rows are not what they were.
  @discardableResult
  func refreshAll() throws(StoreError) -> Set<Int64> {
    let refresh = try CaseRefresh(caseload, on: day)
    for number in try connection.numbers(
      """
      SELECT id FROM case_file WHERE closed_on IS NULL OR closed_on > ?1
      UNION SELECT case_id FROM board_case ORDER BY 1
      """, Int64(day.number))
    {
      try connection.goOn()
      try refresh.refresh(number)
    }
    return refresh.changed
  }

  /// Works out again the rows of cases that do not hold on the day.
  func settle(_ numbers: some Sequence<Int64>) throws(StoreError) {
    let refresh = try CaseRefresh(caseload, on: day)
    for number in numbers { try refresh.refresh(number) }
    var changes = BoardChanges()
    changes.cases = refresh.changed
    try changes.write(to: connection)
  }

  /// Takes everything away and makes it again from the records.
  func rebuild() throws(StoreError) {
    try connection.run(
      """
      DELETE FROM attendance_week; DELETE FROM attendance_year; DELETE FROM provider_week;
      DELETE FROM provider_quality; DELETE FROM clock; DELETE FROM board_case;
      """)
    try CalendarStretches(connection).rebuild(from: caseload)
    for provider in try connection.numbers("SELECT id FROM provider ORDER BY id") {
      try refreshQuality(of: provider)
    }
    let sums = try AttendanceSums(connection)
    let weeks = try connection.prepare(
      """
      SELECT DISTINCT day - (day + 3) % 7 FROM attendance_mark WHERE pupil_id = ?1 ORDER BY 1
      """)
    for pupil in try connection.numbers("SELECT id FROM pupil ORDER BY id") {
      try connection.goOn()
      weeks.bind(1, pupil)
      var touched: [PupilWeek] = []
      while try weeks.step() {
        touched.append(PupilWeek(pupil: pupil, monday: Int32(weeks.integer(0))))
      }
      weeks.reset()
      try sums.refresh(touched)
    }
    try sums.finish()
    try refreshAll()
    var changes = BoardChanges()
    changes.isWholesale = true
    try changes.write(to: connection)
  }

  private func add(to cases: inout Set<Int64>, ofPupils pupils: Set<Int64>) throws(StoreError) {
    for pupil in pupils {
      cases.formUnion(
        try connection.numbers("SELECT id FROM case_file WHERE pupil_id = ?1", pupil))
    }
  }

  private func add(to cases: inout Set<Int64>, ofSchool school: Int64) throws(StoreError) {
    cases.formUnion(
      try connection.numbers(
        """
        SELECT c.id FROM pupil AS p JOIN case_file AS c ON c.pupil_id = p.id WHERE p.school_id = ?1
        UNION
        SELECT c.id FROM exclusion AS e JOIN case_file AS c ON c.pupil_id = e.pupil_id
        WHERE e.school_id = ?1
        """, school))
  }

  /// Cases of children whom a school excluded that is a provider too: marks there may break a chain.
  private func add(to cases: inout Set<Int64>, taughtBy provider: Int64) throws(StoreError) {
    cases.formUnion(
      try connection.numbers(
        """
        SELECT c.id FROM provider AS v JOIN school AS s ON s.urn = v.urn
        JOIN exclusion AS e ON e.school_id = s.id JOIN case_file AS c ON c.pupil_id = e.pupil_id
        WHERE v.id = ?1
        """, provider))
  }

  /// Marks bear on the clocks of illness and of unexplained absence; on others only by attendance.
  private func addMarked(
    _ pupils: Set<Int64>, withEvidence: Set<Int64>, to cases: inout Set<Int64>,
    _ onlyWeeks: inout Set<Int64>
  ) throws(StoreError) {
    for pupil in pupils {
      let open = try connection.numbers(
        """
        SELECT b.case_id FROM case_file AS c JOIN board_case AS b ON b.case_id = c.id
        WHERE c.pupil_id = ?1
        """, pupil)
      for number in open {
        if withEvidence.contains(pupil) {
          cases.insert(number)
        } else if try connection.hasClockOfAttendance(number) {
          cases.insert(number)
        } else {
          onlyWeeks.insert(number)
        }
      }
    }
  }

  private func refreshQuality(of provider: Int64) throws(StoreError) {
    let latest = try connection.statement(
      """
      SELECT visited_on, overall, safeguarding, health_and_safety, admissions_and_support,
        quality_of_education, next_visit_on
      FROM quality_visit WHERE provider_id = ?1 ORDER BY visited_on DESC LIMIT 1
      """)
    latest.bind(1, provider)
    defer { latest.reset() }
    guard try latest.step() else {
      let remove = try connection.statement("DELETE FROM provider_quality WHERE provider_id = ?1")
      remove.bind(1, provider)
      return try remove.run()
    }
    let write = try connection.statement(
      "INSERT OR REPLACE INTO provider_quality VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
    write.bind(1, provider)
    for column in Int32(0)...5 { write.bind(column + 2, latest.integerOrNil(column)) }
    var visit = QualityVisit(
      provider: Identifier(provider), visitedOn: latest.day(0), ratings: [:], overall: .green)
    visit.nextVisitOn = latest.dayOrNil(6)
    write.bind(8, visit.nextDue)
    try write.run()
  }
}

extension Caseload {
  /// Makes everything that is kept beside the records again from the records: a repair.
  ///
  /// - Parameter day: today, for which the clock to watch is chosen.
  /// - Throws: `StoreError`; nothing has changed then.
  public func rebuildDerived(on day: Day) throws(StoreError) {
    try derive { () throws(StoreError) in try BoardDerivation(self, on: day).rebuild() }
  }

  /// Works out again board rows that something has overtaken by a day: a placement that was to start
  /// has started, a suspension has ended. Changes none of the records.
  func settle(_ numbers: some Sequence<Int64>, on day: Day) throws(StoreError) {
    try derive { () throws(StoreError) in try BoardDerivation(self, on: day).settle(numbers) }
  }

  /// Changes what is kept beside the records, in one transaction.
  func derive(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    try connection.transaction(.upkeep, body)
  }
}

extension Connection {
  /// The numbers in the first column of all rows.
  func numbers(_ sql: StaticString, _ parameter: Int64? = nil) throws(StoreError) -> [Int64] {
    let rows = try statement(sql)
    if let parameter { rows.bind(1, parameter) }
    defer { rows.reset() }
    var numbers: [Int64] = []
    while try rows.step() { numbers.append(rows.integer(0)) }
    return numbers
  }

  /// The cases whose board rows do not hold on a day.
  func unsettled(on day: Day) throws(StoreError) -> [Int64] {
    try numbers(
      """
      SELECT case_id FROM board_case WHERE valid_until <= ?1
      UNION SELECT case_id FROM board_case WHERE valid_from > ?1
      """, Int64(day.number))
  }

  /// Whether a case has a clock that marks may move though none of them tells of illness.
  func hasClockOfAttendance(_ number: Int64) throws(StoreError) -> Bool {
    try clocks(of: number).contains { $0.kind == .section19Illness || $0.kind == .unexplainedMark }
  }
}
