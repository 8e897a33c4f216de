import AlternativeProvision

/// Keeps the sums of attendance true to the marks that a change puts, takes away or puts back.
///
/// Marks that are put are added as they come, child by child; weeks of which marks were taken away are
/// counted again. Either way only the difference goes on to the sums of providers and of years, so that
/// no sum is ever worked out from everything.
final class AttendanceSums {
  /// What marks that are not written yet add to a child's week at a provider.
  private struct Pending {
    var pupil: Int64
    var provider: Int64
    var week: Int32
    var sums = WeekTally()
    var isEvidence = false
  }

  private struct Entry {
    var week: Int32
    var provider: Int64
    var sums: WeekTally
  }

  private struct ProviderWeek: Hashable {
    var provider: Int64
    var week: Int32
  }

  private struct PupilYear: Hashable {
    var provider: Int64
    var year: Int32
    var pupil: Int64
  }

  private let connection: Connection
  private var pending: [Pending] = []
  private let marks: Statement
  private let known: Statement
  private let write: Statement
  private let remove: Statement
  private var providerWeeks: [ProviderWeek: AttendanceTally] = [:]
  private var pupilYears: [PupilYear: AttendanceTally] = [:]
  private var providersOfSchools: Set<Int64> = []
  /// Pupils whose clocks may read otherwise now: illness, unexplained absence, days at a school.
  private(set) var pupilsWithEvidence: Set<Int64> = []
  /// Pupils of whose marks any changed.
  private(set) var pupils: Set<Int64> = []
  /// Providers whose sums changed.
  private(set) var providers: Set<Int64> = []

  init(_ connection: Connection) throws(StoreError) {
    self.connection = connection
    marks = try connection.statement(
      """
      SELECT day, provider_id, code FROM attendance_mark
      WHERE pupil_id = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, session
      """)
    known = try connection.statement(
      """
      SELECT week, provider_id, attended, authorised, unauthorised, not_possible, illness, unexplained
      FROM attendance_week WHERE pupil_id = ?1 AND week BETWEEN ?2 AND ?3
      """)
    write = try connection.statement(
      """
      INSERT INTO attendance_week(
        pupil_id, week, provider_id, attended, authorised, unauthorised, not_possible, illness,
        unexplained)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      ON CONFLICT(pupil_id, week, provider_id) DO UPDATE SET
        attended = excluded.attended, authorised = excluded.authorised,
        unauthorised = excluded.unauthorised, not_possible = excluded.not_possible,
        illness = excluded.illness, unexplained = excluded.unexplained
      """)
    remove = try connection.statement(
      "DELETE FROM attendance_week WHERE pupil_id = ?1 AND week = ?2 AND provider_id = ?3")
  }

  // MARK: Marks that are put

  /// Counts a mark that was not there.
  func add(_ code: MarkCode, pupil: Int64, provider: Int64, day: Int32) {
    count(code, 1, pupil, provider, day)
  }

  /// Takes away a mark that another is written over.
  func takeAway(_ code: MarkCode, pupil: Int64, provider: Int64, day: Int32) {
    count(code, -1, pupil, provider, day)
  }

  @inline(__always)
  private func count(
    _ code: MarkCode, _ sign: Int32, _ pupil: Int64, _ provider: Int64, _ day: Int32
  ) {
    let week = day &- Int32(truncatingIfNeeded: ((Int(day) &+ 3) % 7 &+ 7) % 7)
    var place = pending.count - 1
    if place < 0 || pending[place].week != week || pending[place].pupil != pupil
      || pending[place].provider != provider
    {
      pending.append(Pending(pupil: pupil, provider: provider, week: week))
      place += 1
    }
    pending[place].sums.count(code.first, code.second, on: Day(number: day), sign)
    if code.isOfAbsenceThatTells { pending[place].isEvidence = true }
  }

  /// Writes what has been counted.
  func writePending() throws(StoreError) {
    let add = try connection.statement(
      """
      INSERT INTO attendance_week(
        pupil_id, week, provider_id, attended, authorised, unauthorised, not_possible, illness,
        unexplained)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      ON CONFLICT(pupil_id, week, provider_id) DO UPDATE SET
        attended = attended + excluded.attended, authorised = authorised + excluded.authorised,
        unauthorised = unauthorised + excluded.unauthorised,
        not_possible = not_possible + excluded.not_possible,
        illness = illness + excluded.illness, unexplained = unexplained + excluded.unexplained
      """)
    let clear = try connection.statement(
      """
      DELETE FROM attendance_week WHERE pupil_id = ?1 AND week = ?2 AND provider_id = ?3
        AND attended = 0 AND authorised = 0 AND unauthorised = 0 AND not_possible = 0
      """)
    try readProvidersOfSchools()
    for entry in pending {
      pupils.insert(entry.pupil)
      if entry.isEvidence { pupilsWithEvidence.insert(entry.pupil) }
      if entry.sums.isEmpty { continue }
      bind(entry.sums, of: entry.pupil, entry.week, entry.provider, to: add)
      try add.run()
      if entry.sums.hasLoss {
        clear.bind(1, entry.pupil)
        clear.bind(2, Int64(entry.week))
        clear.bind(3, entry.provider)
        try clear.run()
      }
      note(entry.pupil, entry.week, entry.provider, before: WeekTally(), after: entry.sums)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes the sums of providers and of years, once all marks of the change are counted.
  func finish() throws(StoreError) {
    try writeProviderWeeks()
    try writePupilYears()
  }

  private func readProvidersOfSchools() throws(StoreError) {
    let registered = try connection.statement("SELECT id FROM provider WHERE urn IS NOT NULL")
    defer { registered.reset() }
    while try registered.step() { providersOfSchools.insert(registered.integer(0)) }
  }

  private func bind(
    _ sums: WeekTally, of pupil: Int64, _ week: Int32, _ provider: Int64, to row: Statement
  ) {
    row.bind(1, pupil)
    row.bind(2, Int64(week))
    row.bind(3, provider)
    row.bind(4, Int64(sums.tally.attended))
    row.bind(5, Int64(sums.tally.authorised))
    row.bind(6, Int64(sums.tally.unauthorised))
    row.bind(7, Int64(sums.tally.notPossible))
    row.bind(8, Int64(sums.illness))
    row.bind(9, Int64(sums.unexplained))
  }

  // MARK: Weeks that are counted again

  /// Counts the weeks again; they come sorted, each once.
  func refresh(_ weeks: [PupilWeek]) throws(StoreError) {
    try readProvidersOfSchools()
    var first = 0
    while first < weeks.count {
      var last = first
      // One reading serves weeks that lie close together; what is between them comes out the same.
      while last + 1 < weeks.count, weeks[last + 1].pupil == weeks[first].pupil,
        weeks[last + 1].monday - weeks[last].monday <= 28
      {
        last += 1
      }
      try refresh(weeks[first].pupil, from: weeks[first].monday, through: weeks[last].monday)
      first = last + 1
    }
  }

  private func refresh(
    _ pupil: Int64, from first: Int32, through last: Int32
  ) throws(StoreError) {
    var old = try stored(pupil, from: first, through: last)
    for entry in try counted(pupil, from: first, through: last) {
      let place = old.firstIndex { $0.week == entry.week && $0.provider == entry.provider }
      let before = place.map { old.remove(at: $0).sums } ?? WeekTally()
      if before == entry.sums { continue }
      let sums = entry.sums
      bind(sums, of: pupil, entry.week, entry.provider, to: write)
      try write.run()
      note(pupil, entry.week, entry.provider, before: before, after: sums)
    }
    for entry in old {
      remove.bind(1, pupil)
      remove.bind(2, Int64(entry.week))
      remove.bind(3, entry.provider)
      try remove.run()
      note(pupil, entry.week, entry.provider, before: entry.sums, after: WeekTally())
    }
  }

  private func stored(
    _ pupil: Int64, from first: Int32, through last: Int32
  ) throws(StoreError) -> [Entry] {
    known.bind(1, pupil)
    known.bind(2, Int64(first))
    known.bind(3, Int64(last))
    defer { known.reset() }
    var entries: [Entry] = []
    while try known.step() {
      var sums = WeekTally()
      sums.tally = AttendanceTally(
        attended: Int32(known.integer(2)), authorised: Int32(known.integer(3)),
        unauthorised: Int32(known.integer(4)), notPossible: Int32(known.integer(5)))
      sums.illness = Int32(known.integer(6))
      sums.unexplained = Int32(known.integer(7))
      entries.append(
        Entry(week: Int32(known.integer(0)), provider: known.integer(1), sums: sums))
    }
    return entries
  }

  private func counted(
    _ pupil: Int64, from first: Int32, through last: Int32
  ) throws(StoreError) -> [Entry] {
    marks.bind(1, pupil)
    marks.bind(2, Int64(first))
    marks.bind(3, Int64(last) + 6)
    defer { marks.reset() }
    var entries: [Entry] = []
    var weekStart = 0
    var week = Int32.min
    var current = -1
    while try marks.step() {
      let day = Int32(marks.integer(0))
      let provider = marks.integer(1)
      if day > week + 6 || week == .min {
        week = Day(number: day).monday.number
        weekStart = entries.count
        current = -1
      }
      if current < 0 || entries[current].provider != provider {
        current = entries[weekStart...].firstIndex { $0.provider == provider } ?? entries.count
        if current == entries.count {
          entries.append(Entry(week: week, provider: provider, sums: WeekTally()))
        }
      }
      entries[current].sums.count(marks.bytes(2), on: Day(number: day))
    }
    return entries
  }

  private func note(
    _ pupil: Int64, _ week: Int32, _ provider: Int64, before: WeekTally, after: WeekTally
  ) {
    pupils.insert(pupil)
    var difference = after.tally
    difference -= before.tally
    providerWeeks[ProviderWeek(provider: provider, week: week), default: AttendanceTally()] +=
      difference
    let year = ReferencePeriod.schoolYear(of: Day(number: week)).first.number
    pupilYears[
      PupilYear(provider: provider, year: year, pupil: pupil), default: AttendanceTally()] +=
      difference
    if before.illness + after.illness + before.unexplained + after.unexplained > 0
      || providersOfSchools.contains(provider)
    {
      pupilsWithEvidence.insert(pupil)
    }
  }

  private func writeProviderWeeks() throws(StoreError) {
    let add = try connection.statement(
      """
      INSERT INTO provider_week(
        provider_id, week, attended, authorised, unauthorised, not_possible)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT(provider_id, week) DO UPDATE SET
        attended = attended + excluded.attended, authorised = authorised + excluded.authorised,
        unauthorised = unauthorised + excluded.unauthorised,
        not_possible = not_possible + excluded.not_possible
      """)
    let clear = try connection.statement(
      """
      DELETE FROM provider_week WHERE provider_id = ?1 AND week = ?2
        AND attended = 0 AND authorised = 0 AND unauthorised = 0 AND not_possible = 0
      """)
    for (key, tally) in providerWeeks {
      providers.insert(key.provider)
      if tally == AttendanceTally() { continue }
      add.bind(1, key.provider)
      add.bind(2, Int64(key.week))
      add.bind(3, Int64(tally.attended))
      add.bind(4, Int64(tally.authorised))
      add.bind(5, Int64(tally.unauthorised))
      add.bind(6, Int64(tally.notPossible))
      try add.run()
      if tally.attended < 0 || tally.authorised < 0 || tally.unauthorised < 0
        || tally.notPossible < 0
      {
        clear.bind(1, key.provider)
        clear.bind(2, Int64(key.week))
        try clear.run()
      }
    }
    providerWeeks = [:]
  }

  private func writePupilYears() throws(StoreError) {
    let add = try connection.statement(
      """
      INSERT INTO attendance_year(provider_id, year, pupil_id, attended, absent)
      VALUES(?1, ?2, ?3, ?4, ?5)
      ON CONFLICT(provider_id, year, pupil_id) DO UPDATE SET
        attended = attended + excluded.attended, absent = absent + excluded.absent
      """)
    let clear = try connection.statement(
      """
      DELETE FROM attendance_year
      WHERE provider_id = ?1 AND year = ?2 AND pupil_id = ?3 AND attended = 0 AND absent = 0
      """)
    for (key, tally) in pupilYears where tally.attended != 0 || tally.absent != 0 {
      add.bind(1, key.provider)
      add.bind(2, Int64(key.year))
      add.bind(3, key.pupil)
      add.bind(4, Int64(tally.attended))
      add.bind(5, Int64(tally.absent))
      try add.run()
      if tally.attended < 0 || tally.absent < 0 {
        clear.bind(1, key.provider)
        clear.bind(2, Int64(key.year))
        clear.bind(3, key.pupil)
        try clear.run()
      }
    }
    pupilYears = [:]
  }
}
