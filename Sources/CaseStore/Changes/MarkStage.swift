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
    /// Whether the codes are the same, and only the providers differ.
    public var isSameCode: Bool
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
  /// How many marks one statement takes: twice as many were no faster.
  private static let block = 16

  var counts = MarkCounts()
  /// The change by which what is written will be known.
  let changeNumber: Int64
  private var entries: [Entry] = []
  private var isSorted = true
  private let connection: Connection
  private let insertion: Statement
  private let insertionOfBlock: Statement
  private let registered: Statement
  private let lookup: Statement
  private let update: Statement
  /// Providers found on file so far, of whom there are few; the last of them is asked for most.
  private var providers: Set<Int64> = []
  private var lastProvider: Int64?
  /// The keys of the marks that this change gave and that were on file just so, in order, batch by batch:
  /// what contradicts one of them contradicts the change itself.
  private var confirmed: [[UInt64]] = []
  private let text = UnsafeMutablePointer<CChar>.allocate(capacity: 2 * MarkStage.block)

  init(connection: Connection, changeNumber: Int64) throws(StoreError) {
    self.connection = connection
    self.changeNumber = changeNumber
    insertion = try connection.statement(
      """
      INSERT OR IGNORE INTO attendance_mark(pupil_id, day, session, provider_id, code, change_id)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6)
      """)
    let rows = repeatElement("(?, ?, ?, ?, ?, ?)", count: MarkStage.block).joined(separator: ",")
    insertionOfBlock = try connection.prepare(
      """
      INSERT INTO attendance_mark(pupil_id, day, session, provider_id, code, change_id) VALUES \(rows)
      """)
    registered = try connection.statement(
      "SELECT 1 FROM attendance_mark WHERE pupil_id = ?1 AND day BETWEEN ?2 AND ?3 LIMIT 1")
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
    var batch: [Entry] = []
    swap(&batch, &entries)
    if !isSorted {
      batch.sort { $0.key == $1.key ? $0.line < $1.line : $0.key < $1.key }
    }
    insertion.bind(6, changeNumber)
    confirmed.append([])
    for row in 0..<MarkStage.block { insertionOfBlock.bind(Int32(row * 6 + 6), changeNumber) }
    var first = 0
    while first < batch.count {
      let pupil = batch[first].pupil
      guard try isPupil(pupil) else { throw .gone(.pupil, pupil) }
      var end = first + 1
      var isRepeated = false
      while end < batch.count, batch[end].pupil == pupil {
        if batch[end].key == batch[end - 1].key { isRepeated = true }
        end += 1
      }
      let marks = batch[first..<end]
      let mustBeCompared = isRepeated ? true : try isRegistered(marks)
      if mustBeCompared {
        for entry in marks { try put(entry, sums, &door) }
      } else {
        try insert(marks, sums)
      }
      first = end
    }
    try sums.writePending()
    batch.removeAll(keepingCapacity: true)
    swap(&batch, &entries)
    isSorted = true
  }

  /// Whether a pupil has any mark on file from the first day of some marks, in order, to their last.
  private func isRegistered(_ marks: ArraySlice<Entry>) throws(StoreError) -> Bool {
    guard let first = marks.first, let last = marks.last else { return false }
    registered.bind(1, first.pupil)
    registered.bind(2, Int64(first.day))
    registered.bind(3, Int64(last.day))
    defer { registered.reset() }
    return try registered.step()
  }

  /// Writes marks of which none is on file, many to a statement.
  private func insert(_ marks: ArraySlice<Entry>, _ sums: AttendanceSums) throws(StoreError) {
    var row = 0
    for entry in marks {
      guard try isProvider(entry.provider) else { throw .gone(.provider, entry.provider) }
      bind(entry, at: row, to: insertionOfBlock)
      sums.add(entry.code, pupil: entry.pupil, provider: entry.provider, day: entry.day)
      row += 1
      if row == MarkStage.block {
        try insertionOfBlock.run()
        row = 0
      }
    }
    for entry in marks.suffix(row) {
      bind(entry, at: 0, to: insertion)
      try insertion.run()
    }
    counts.added += marks.count
  }

  /// Writes one mark, over the one that is on file where it differs.
  private func put(
    _ entry: Entry, _ sums: AttendanceSums, _ door: inout Door
  ) throws(StoreError) {
    guard try isProvider(entry.provider) else { throw .gone(.provider, entry.provider) }
    bind(entry, at: 0, to: insertion)
    try insertion.run()
    if connection.rowsChanged == 1 {
      counts.added += 1
    } else if let former = try rewrite(entry, into: &door) {
      if let code = MarkCode(former.code) {
        sums.takeAway(code, pupil: entry.pupil, provider: former.provider, day: entry.day)
      }
    } else {
      return
    }
    sums.add(entry.code, pupil: entry.pupil, provider: entry.provider, day: entry.day)
  }

  private func isPupil(_ number: Int64) throws(StoreError) -> Bool {
    let row = try connection.statement("SELECT 1 FROM pupil WHERE id = ?1")
    row.bind(1, number)
    defer { row.reset() }
    return try row.step()
  }

  private func isProvider(_ number: Int64) throws(StoreError) -> Bool {
    if number == lastProvider { return true }
    if providers.contains(number) {
      lastProvider = number
      return true
    }
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
      confirmed[confirmed.count - 1].append(entry.key)
      return nil
    }
    let former = StoredMark(
      day: entry.day, session: entry.session, code: lookup.text(0), provider: lookup.integer(1),
      change: lookup.integer(2))
    lookup.reset()
    if former.change == changeNumber || isConfirmed(entry.key) {
      counts.contradictions.append(
        .init(
          line: Int(entry.line), pupil: Identifier(entry.pupil), day: Day(number: entry.day),
          session: entry.session == 0 ? .morning : .afternoon,
          isSameCode: former.code == entry.code.text))
      return nil
    }
    update.bind(1, entry.pupil)
    update.bind(2, Int64(entry.day))
    update.bind(3, entry.session)
    bind(entry.code, in: 0, to: update, at: 4)
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

  private func isConfirmed(_ key: UInt64) -> Bool {
    confirmed.contains { keys in
      var (low, high) = (0, keys.count)
      while low < high {
        let middle = (low + high) / 2
        if keys[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low < keys.count && keys[low] == key
    }
  }

  /// Binds a mark as one row of a statement that inserts; its change is bound already.
  @inline(__always)
  private func bind(_ entry: Entry, at row: Int, to statement: Statement) {
    let first = Int32(row * 6)
    statement.bind(first + 1, entry.pupil)
    statement.bind(first + 2, Int64(entry.day))
    statement.bind(first + 3, entry.session)
    statement.bind(first + 4, entry.provider)
    bind(entry.code, in: row, to: statement, at: first + 5)
  }

  /// Binds a code, whose characters stay in a place of the row's own until the statement has run.
  @inline(__always)
  private func bind(_ code: MarkCode, in row: Int, to statement: Statement, at position: Int32) {
    let place = text + row * 2
    place[0] = CChar(bitPattern: code.first)
    place[1] = CChar(bitPattern: code.second)
    statement.bind(position, staying: place, count: code.second == 0 ? 1 : 2)
  }

  /// Gives back what the import took, and says how it went.
  func end() throws(StoreError) {
    try connection.run(Connection.usualCache)
  }
}
