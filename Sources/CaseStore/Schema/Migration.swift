/// One numbered step from an older layout of the file to the next.
///
/// A step that has been released is never edited: a later one mends it.
struct Migration: Sendable {
  /// The layout that the step leads to; the file carries it as its `user_version`.
  let number: Int32
  /// The statements, run in one transaction with every other step that the file still lacks.
  let sql: String

  /// Every step, oldest first. Each is defined in a file of its own.
  static let all: [Migration] = [
    .firstTables, .derivedTables, .panelTables, .calendarTables, .agendaReasons, .letters,
    .coveringIndexes, .discriminationClaims, .decisionWarnings, .dueClocks,
  ]

  /// The layout that this program writes.
  static var latest: Int32 { all.last?.number ?? 0 }

  /// The mark by which the file says whose it is: "SXDY".
  static let applicationNumber: Int64 = 0x5358_4459

  /// Brings a file up to date, in one transaction.
  ///
  /// The version is read again inside it: another program may have been first.
  static func bringUpToDate(
    _ connection: Connection, through last: Int32 = .max, steps: [Migration] = all
  ) throws(StoreError) {
    try connection.transaction(.recording) { () throws(StoreError) in
      let version = try connection.number("PRAGMA user_version") ?? 0
      for step in steps where step.number > version && step.number <= last {
        try connection.run(step.sql)
        try connection.run("PRAGMA user_version = \(step.number)")
      }
      try connection.run("PRAGMA application_id = \(applicationNumber)")
    }
  }
}
