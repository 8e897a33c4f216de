import AlternativeProvision

/// What may keep somebody waiting who opens a caseload.
public enum SlowStart: Sendable {
  /// Another program has the file for itself, for five seconds at most before it is given up.
  case waitingForAnotherProgram
  /// Calendars are laid out anew, as a file of another edition of the rules wants once.
  case layingOutCalendars
}

/// The caseload of one team: one open file, through which everything is read and changed.
///
/// A caseload belongs to the thread that opened it. Several programs may have the same file open; a
/// reader is never held up, and writers take turns.
public final class Caseload {
  /// The file's path.
  public let path: String
  let connection: Connection
  private(set) var isChanging = false
  private var rowsAtBegin: Int64 = 0
  /// The changes made through this very value, in order: what undoing takes back first.
  private(set) var ownChanges: [Int64] = []
  /// How many changes were made through this very value, those that changed nothing left out.
  public var changesMade: Int { ownChanges.count }
  /// The calendars as last read, and the state of the file in which they were.
  var keptCalendars: (stamp: ChangeStamp, book: CalendarBook)?
  /// Whether each commit waits for the disk: from the first word typed into a meeting on.
  var keepsEveryWord = false
  private var records: [RecordKind: RecordStatements] = [:]
  /// Statements that read records, by table and clause.
  var readings: [String: Statement] = [:]

  init(connection: Connection) {
    self.connection = connection
    self.path = connection.path
  }

  /// Opens a caseload, and makes or updates the file where `access` allows it.
  ///
  /// A new file, and each folder made for it, is readable by its owner only. The layout of an older
  /// file is brought up to date in one transaction.
  ///
  /// - Throws: `StoreError`, whose `whatToDo` says how to go on.
  public static func open(_ path: String, access: Access) throws(StoreError) -> Caseload {
    try open(path, access: access, goingOn: nil)
  }

  /// Opens a caseload as `open(_:access:)` does.
  ///
  /// - Parameter goingOn: Told again and again what it is that takes time.
  /// - Throws: `StoreError`, whose `whatToDo` says how to go on.
  public static func open(
    _ path: String, access: Access, goingOn: ((SlowStart) -> Void)?
  ) throws(StoreError) -> Caseload {
    let told = goingOn.map { goingOn in { goingOn(.waitingForAnotherProgram) } }
    let caseload = Caseload(
      connection: try CaseloadFile.open(path, access: access, waiting: told))
    if access != .readOnly {
      try caseload.renewDerived(goingOn.map { goingOn in { goingOn(.layingOutCalendars) } })
    }
    return caseload
  }

  /// Makes one change to the caseload: all that `body` puts through the door, or nothing.
  ///
  /// The change is one transaction: what is put is checked, written and journalled, and what is
  /// worked out from it is refreshed before anyone else sees it.
  ///
  /// - Parameters:
  ///   - author: Who makes it, as the journal shall say.
  ///   - time: When.
  ///   - cause: Why, in a few words, as in "import pupils.csv".
  ///   - body: Puts records through the door; whatever it throws takes everything back.
  /// - Throws: `StoreError`, or what `body` throws.
  @discardableResult
  public func change<T>(
    by author: String, at time: Instant, cause: String, _ body: (inout Door) throws -> T
  ) throws -> T {
    guard !isChanging else {
      throw StoreError(
        .failed, "a change was begun inside another", toDo: "report this as a fault of the program")
    }
    isChanging = true
    defer { isChanging = false }
    do {
      let (answer, number) = try connection.transaction(.recording, failing: { $0 as any Error }) {
        rowsAtBegin = connection.rowsWritten
        var door = Door(into: self, author: author, time: time, cause: cause)
        let answer = try body(&door)
        try door.finish()
        return (answer, door.changeNumber)
      }
      if let number { ownChanges.append(number) }
      return answer
    } catch {
      // Calendars may have been read from what was just taken back.
      keptCalendars = nil
      try? connection.run(Connection.usualCache)
      throw error
    }
  }

  /// Leaves bringing the log into the file to `tidy`, which is called when nobody waits: SQLite would do
  /// it within a commit, and make the person who happens to cross its limit wait for the disk.
  ///
  /// - Throws: `StoreError` when the file cannot be used.
  public func tidiesLater() throws(StoreError) {
    try connection.run("PRAGMA wal_autocheckpoint = \(Caseload.mostPagesInLog)")
  }

  /// Pages after which a commit tidies up all the same, as while keys are never let go: 64 MB.
  private static let mostPagesInLog = 16_000

  /// Brings what stands in the log into the file, as far as nobody reads what it would write over.
  public func tidy() {
    // Not even now is a reason to wait, or to fail: the log is as good as the file.
    try? connection.waiting(atMost: 0) { () throws(StoreError) in
      try connection.run("PRAGMA wal_checkpoint(PASSIVE)")
    }
  }

  /// Deletes the file unless another program has put something into it, or it is not at its path any more:
  /// for who made the file for something that came to nothing.
  ///
  /// Nobody can write into it meanwhile, and whoever waits to do so is told that the file is gone. One
  /// into which somebody is writing stays.
  public func discardUnlessOthersUsedIt() {
    _ = try? connection.waiting(atMost: 0) { () throws(StoreError) in
      try connection.transaction(.upkeep) { () throws(StoreError) in
        let changes = try connection.number("SELECT count(*) FROM change")
        guard changes == Int64(ownChanges.count), !connection.file.hasMoved else { return }
        CaseloadFile.remove(path)
      }
    }
  }

  /// Whether what is kept beside the records follows from all of them: not so within a change that has
  /// written already, since it is worked out at its end.
  var isDerivedWhole: Bool { !isChanging || connection.rowsWritten == rowsAtBegin }

  /// The statements that read and write one kind of record.
  func statements(for table: Table) throws(StoreError) -> RecordStatements {
    if let known = records[table.kind] { return known }
    let made = try RecordStatements(for: table, in: connection)
    records[table.kind] = made
    return made
  }
}
