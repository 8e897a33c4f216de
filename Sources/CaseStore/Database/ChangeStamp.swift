import CSQLite

/// The state of a caseload's file as one connection sees it: the same stamp, nothing was written.
struct ChangeStamp: Equatable {
  /// SQLite's count of what other connections have committed.
  var byOthers: Int64
  /// The rows that this connection has written, committed or not.
  var own: Int64
}

extension Connection {
  /// The stamp of now, for a microsecond.
  func changeStamp() throws(StoreError) -> ChangeStamp {
    let version = try statement("PRAGMA data_version")
    defer { version.reset() }
    let byOthers = try version.step() ? version.integer(0) : 0
    return ChangeStamp(byOthers: byOthers, own: rowsWritten)
  }
}
