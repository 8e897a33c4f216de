import AlternativeProvision

/// How many marks of a batch were added, changed and left, and which contradicted each other.
public struct MarkCounts: Sendable, Hashable {
  /// A mark that was put twice in one change, with different codes or providers.
  public struct Contradiction: Sendable, Hashable {
    /// The line given with the later of the two, which was not written.
    public var line: Int
    /// The pupil.
    public var pupil: Identifier<Pupil>
    /// The day.
    public var day: Day
    /// The session.
    public var session: Session
  }

  /// Marks of sessions that had none.
  public var added = 0
  /// Marks that differed in code or provider.
  public var changed = 0
  /// Marks that were on file just so.
  public var unchanged = 0
  /// Marks left out because the same change had put another for the session; latest last.
  public var contradictions: [Contradiction] = []
}

/// Marks on their way into the store: gathered, sorted as the table is, and written in one go.
///
/// Registers come day by day, the table lies child by child. Sorting what is gathered keeps the
/// insertions of one child together, which is what makes a million of them quick.
final class MarkStage {
  struct Entry {
    /// Pupil, day and session in one number that sorts as the table does.
    var key: UInt64
    var provider: Int64
    var line: UInt32
    var code: MarkCode

    var pupil: Int64 { Int64(key >> 25) }
    var day: Int32 { Int32(truncatingIfNeeded: (key >> 1) & 0xFF_FFFF) - MarkStage.dayOffset }
    var session: Int64 { Int64(key & 1) }
  }

  static let dayOffset: Int32 = 1 << 23
  static let capacity = 1 << 17

  var counts = MarkCounts()
  /// The change by which what is written will be known.
  let changeNumber: Int64
  private var entries: [Entry] = []
  private var isSorted = true
  private let connection: Connection
  private let insertion: Statement
  private let lookup: Statement
  private let update: Statement
  /// Providers found on file so far, of whom there are few.
  private var providers: Set<Int64> = []
  private let text = UnsafeMutablePointer<CChar>.allocate(capacity: 2)

  init(connection: Connection, changeNumber: Int64) throws(StoreError) {
    self.connection = connection
    self.changeNumber = changeNumber
    entries.reserveCapacity(MarkStage.capacity)
    insertion = try connection.statement(
      """
      INSERT OR IGNORE INTO attendance_mark(pupil_id, day, session, provider_id, code, change_id)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6)
      """)
    lookup = try connection.statement(
      """
      SELECT code, provider_id, change_id FROM attendance_mark
      WHERE pupil_id = ?1 AND day = ?2 AND session = ?3
      """)
    update = try connection.statement(
      """
      UPDATE attendance_mark SET code = ?4, provider_id = ?5, change_id = ?6
      WHERE pupil_id = ?1 AND day = ?2 AND session = ?3
      """)
    // The table's inner pages are visited all the time, so they had better stay at hand.
    try connection.run("PRAGMA cache_size = -65536")
  }

  deinit {
    text.deallocate()
  }

  /// Gathers a mark; true when the stage is full and must be written.
  func add(
    pupil: Int64, provider: Int64, day: Int32, session: Session, code: MarkCode, line: Int
  ) throws(StoreError) -> Bool {
    guard
      AttendanceClass(first: code.first, second: code.second, on: Day(number: day)) != nil
    else {
      throw .refused(
        .mark, "'\(code.text)' is no register code of \(Day(number: day).medium)",
        toDo: "use a code in force on that day")
    }
    guard pupil > 0, pupil < 1 << 38, abs(day) < MarkStage.dayOffset else {
      throw .gone(.pupil, pupil)
    }
    let key =
      UInt64(pupil) << 25 | UInt64(day + MarkStage.dayOffset) << 1 | UInt64(session.rawValue)
    if isSorted, let last = entries.last, last.key > key { isSorted = false }
    entries.append(
      Entry(key: key, provider: provider, line: UInt32(truncatingIfNeeded: line), code: code))
    return entries.count == MarkStage.capacity
  }

  /// Writes what was gathered; the sums of attendance follow each mark that is added or changed.
  func write(into door: inout Door) throws(StoreError) {
    let sums = try door.attendanceSums()
    if !isSorted {
      entries.sort { $0.key == $1.key ? $0.line < $1.line : $0.key < $1.key }
    }
    insertion.bind(6, changeNumber)
    var pupil: Int64 = -1
    var provider: Int64 = -1
    var codeBound = MarkCode(0)
    for entry in entries {
      if entry.pupil != pupil {
        pupil = entry.pupil
        guard try isPupil(pupil) else { throw .gone(.pupil, pupil) }
        insertion.bind(1, pupil)
      }
      if entry.provider != provider {
        provider = entry.provider
        guard try isProvider(provider) else { throw .gone(.provider, provider) }
        insertion.bind(4, provider)
      }
      insertion.bind(2, Int64(entry.day))
      insertion.bind(3, entry.session)
      if entry.code != codeBound {
        codeBound = entry.code
        bind(codeBound, to: insertion, at: 5)
      }
      try insertion.run()
      if connection.rowsChanged == 1 {
        counts.added += 1
        sums.add(entry.code, pupil: pupil, provider: provider, day: entry.day)
      } else if let former = try rewrite(entry, into: &door) {
        if let code = MarkCode(former.code) {
          sums.takeAway(code, pupil: pupil, provider: former.provider, day: entry.day)
        }
        sums.add(entry.code, pupil: pupil, provider: provider, day: entry.day)
      }
    }
    try sums.writePending()
    entries.removeAll(keepingCapacity: true)
    isSorted = true
  }

  private func isPupil(_ number: Int64) throws(StoreError) -> Bool {
    let row = try connection.statement("SELECT 1 FROM pupil WHERE id = ?1")
    row.bind(1, number)
    defer { row.reset() }
    return try row.step()
  }

  private func isProvider(_ number: Int64) throws(StoreError) -> Bool {
    if providers.contains(number) { return true }
    let row = try connection.statement("SELECT 1 FROM provider WHERE id = ?1")
    row.bind(1, number)
    defer { row.reset() }
    guard try row.step() else { return false }
    providers.insert(number)
    return true
  }

  /// Compares a mark with the one on file and writes it where it differs.
  ///
  /// - Returns: the mark that was on file; nil where nothing was written.
  private func rewrite(_ entry: Entry, into door: inout Door) throws(StoreError) -> StoredMark? {
    lookup.bind(1, entry.pupil)
    lookup.bind(2, Int64(entry.day))
    lookup.bind(3, entry.session)
    guard try lookup.step() else {
      lookup.reset()
      return nil
    }
    let stored = lookup.bytes(0)
    let isSame =
      stored.count == (entry.code.second == 0 ? 1 : 2) && stored[0] == entry.code.first
      && (stored.count == 1 || stored[1] == entry.code.second)
      && lookup.integer(1) == entry.provider
    if isSame {
      lookup.reset()
      counts.unchanged += 1
      return nil
    }
    let former = StoredMark(
      day: entry.day, session: entry.session, code: lookup.text(0), provider: lookup.integer(1),
      change: lookup.integer(2))
    lookup.reset()
    if former.change == changeNumber {
      counts.contradictions.append(
        .init(
          line: Int(entry.line), pupil: Identifier(entry.pupil), day: Day(number: entry.day),
          session: entry.session == 0 ? .morning : .afternoon))
      return nil
    }
    update.bind(1, entry.pupil)
    update.bind(2, Int64(entry.day))
    update.bind(3, entry.session)
    bind(entry.code, to: update, at: 4)
    update.bind(5, entry.provider)
    update.bind(6, changeNumber)
    try update.run()
    counts.changed += 1
    let now = StoredMark(
      day: entry.day, session: entry.session, code: entry.code.text, provider: entry.provider,
      change: changeNumber)
    try door.journal(
      kind: .mark, subject: entry.pupil, caseNumber: nil,
      before: former.json, after: now.json)
    return former
  }

  private func bind(_ code: MarkCode, to statement: Statement, at position: Int32) {
    text[0] = CChar(bitPattern: code.first)
    text[1] = CChar(bitPattern: code.second)
    statement.bind(position, staying: text, count: code.second == 0 ? 1 : 2)
  }

  /// Gives back what the import took, and says how it went.
  func end() throws(StoreError) {
    try connection.run(Connection.usualCache)
  }
}
