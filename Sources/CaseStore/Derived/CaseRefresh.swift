import AlternativeProvision

/// Keeps the clocks and board rows of open cases true to the records, one case after another.
final class CaseRefresh {
  private let caseload: Caseload
  private let connection: Connection
  private let reader: FactsReader
  private let engine: ClockEngine
  private let day: Day
  /// Whether the file carries the edition of this program.
  private let isCurrent: Bool
  private var officers: [String: Int64] = [:]
  /// The cases whose row is not what it was.
  private(set) var changed: Set<Int64> = []

  private let knownRow: Statement
  private let newRow: Statement
  private let newWeeks: Statement
  private let oldRow: Statement
  private let newClock: Statement
  private let oldClocks: Statement
  private let weeks: Statement

  /// - Parameter day: the day for which the clock to watch is chosen.
  init(_ caseload: Caseload, on day: Day) throws(StoreError) {
    self.caseload = caseload
    self.day = day
    connection = caseload.connection
    isCurrent = try DerivedEdition.isCurrent(in: connection)
    reader = try FactsReader(caseload)
    engine = ClockEngine()
    knownRow = try connection.statement(BoardCase.selection)
    newRow = try connection.statement(BoardCase.insertion)
    newWeeks = try connection.statement(
      """
      UPDATE board_case SET weeks = ?4, latest_week = ?5
      WHERE class = ?1 AND due = ?2 AND case_id = ?3
      """)
    oldRow = try connection.statement(
      "DELETE FROM board_case WHERE class = ?1 AND due = ?2 AND case_id = ?3")
    newClock = try connection.statement(
      """
      INSERT INTO clock(case_id, position, kind, owner, basis, is_window, exclusion_id, provider_id,
        started, due, known_through, breached_on, met_on, ended_on, begun_on, begun_through)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
      """)
    oldClocks = try connection.statement("DELETE FROM clock WHERE case_id = ?1")
    weeks = try connection.statement(
      """
      SELECT week, attended, authorised + unauthorised FROM attendance_week
      WHERE pupil_id = ?1 ORDER BY week DESC
      """)
  }

  /// Works out the clocks and the row of a case again; takes them away when it is closed or gone.
  func refresh(_ number: Int64) throws(StoreError) {
    let old = try stored(number)
    guard let file: Case = try caseload.read(number), file.isOpen(on: day),
      let facts = try reader.facts(of: file, number: number)
    else {
      try remove(old)
      try write([], of: number)
      return
    }
    let clocks = engine.readings(for: facts).map(StoredClock.init)
    try write(clocks, of: number)
    let moment = CaseMoment(facts, clocks: clocks, on: day)
    var row = BoardCase()
    row.take(facts, number: number, officer: try officer(file.officer))
    row.take(moment, facts, clocks: clocks)
    try takeWeeks(of: file.pupil.number, into: &row)
    // A program of the edition that the file carries must not take this one's row for its own.
    if !isCurrent { row[.validUntil] = Int64(CaseMoment.never) }
    try replace(old, with: row)
  }

  /// Brings only the attendance of a case's row up to date.
  func refreshWeeks(_ number: Int64) throws(StoreError) {
    guard let old = try stored(number), let pupil = old[.pupilID] else { return }
    var row = old
    try takeWeeks(of: pupil, into: &row)
    try replace(old, with: row)
  }

  private func stored(_ number: Int64) throws(StoreError) -> BoardCase? {
    knownRow.bind(1, number)
    defer { knownRow.reset() }
    return try knownRow.step() ? BoardCase(knownRow) : nil
  }

  private func replace(_ old: BoardCase?, with new: BoardCase) throws(StoreError) {
    if old == new { return }
    if let old, new.differsOnlyInWeeks(from: old) { return try writeWeeks(of: new) }
    try remove(old)
    if let number = new[.caseID] { changed.insert(number) }
    new.bind(to: newRow)
    try newRow.run()
  }

  /// Writes the attendance of a row that is otherwise as it was: a register touches nothing else, and
  /// no index holds it.
  private func writeWeeks(of row: BoardCase) throws(StoreError) {
    if let number = row[.caseID] { changed.insert(number) }
    newWeeks.bind(1, row[.class])
    newWeeks.bind(2, row[.due])
    newWeeks.bind(3, row[.caseID])
    newWeeks.bind(4, row[.weeks])
    newWeeks.bind(5, row[.latestWeek])
    try newWeeks.run()
  }

  private func remove(_ row: BoardCase?) throws(StoreError) {
    guard let row else { return }
    if let number = row[.caseID] { changed.insert(number) }
    oldRow.bind(1, row[.class])
    oldRow.bind(2, row[.due])
    oldRow.bind(3, row[.caseID])
    try oldRow.run()
  }

  private func write(_ clocks: [StoredClock], of number: Int64) throws(StoreError) {
    if try connection.clocks(of: number) == clocks { return }
    oldClocks.bind(1, number)
    try oldClocks.run()
    newClock.bind(1, number)
    for (position, clock) in clocks.enumerated() {
      newClock.bind(2, Int64(position))
      newClock.bind(3, Int64(clock.kind.rawValue))
      newClock.bind(4, clock.owner.rawValue)
      newClock.bind(5, clock.basis.rawValue)
      newClock.bind(6, Int64(clock.isWindow ? 1 : 0))
      newClock.bind(7, clock.exclusion)
      newClock.bind(8, clock.provider)
      for (place, day) in [
        clock.started, clock.due, clock.knownThrough, clock.breachedOn, clock.metOn,
        clock.endedOn, clock.begunOn, clock.begunThrough,
      ].enumerated() {
        newClock.bind(Int32(place) + 9, day.map { Int64($0.number) })
      }
      try newClock.run()
    }
  }

  private func takeWeeks(of pupil: Int64, into row: inout BoardCase) throws(StoreError) {
    weeks.bind(1, pupil)
    defer { weeks.reset() }
    var latest: Int64?
    var packed: Int64 = 0
    while try weeks.step() {
      let week = weeks.integer(0)
      let newest = latest ?? week
      latest = newest
      let weeksAgo = Int(newest - week) / 7
      if weeksAgo >= 8 { break }
      let attended = Int32(weeks.integer(1))
      packed = PackedWeeks.adding(
        AttendanceTally(attended: attended, authorised: Int32(weeks.integer(2))),
        weeksAgo: weeksAgo, to: packed)
    }
    row[.weeks] = packed
    row[.latestWeek] = latest
  }

  private func officer(_ name: String?) throws(StoreError) -> Int64? {
    guard let name else { return nil }
    if let known = officers[name] { return known }
    let add = try connection.statement(
      "INSERT INTO officer(name) VALUES(?1) ON CONFLICT(name) DO NOTHING")
    let find = try connection.statement("SELECT id FROM officer WHERE name = ?1")
    find.bind(1, name)
    var number = try find.step() ? find.integer(0) : nil
    find.reset()
    if number == nil {
      add.bind(1, name)
      try add.run()
      number = connection.lastInserted
    }
    officers[name] = number
    return number
  }
}

extension Case {
  /// Whether the team answers for it on a day. On the day on which it closed it no longer does: whoever
  /// closes a case sees it leave the board.
  public func isOpen(on day: Day) -> Bool { closedOn.map { $0 > day } ?? true }
}

extension Connection {
  /// The clocks kept for a case, in the order of their readings.
  func clocks(of number: Int64) throws(StoreError) -> [StoredClock] {
    let rows = try statement(
      """
      SELECT kind, owner, basis, is_window, exclusion_id, provider_id, started, due, known_through,
        breached_on, met_on, ended_on, begun_on, begun_through
      FROM clock WHERE case_id = ?1 ORDER BY position
      """)
    rows.bind(1, number)
    defer { rows.reset() }
    var clocks: [StoredClock] = []
    while try rows.step() {
      if let clock = StoredClock(rows, from: 0) { clocks.append(clock) }
    }
    return clocks
  }
}
