import CaseStore

/// A caseload for a command that may have to make the file: where the command comes to nothing, the file
/// that was made for it is taken away again, so that no empty caseload is left for someone to wonder at.
enum NewCaseload {
  /// Opens the caseload, making it where there is none, for as long as `body` takes.
  ///
  /// - Parameters:
  ///   - stopped: What to say when a signal ends it.
  ///   - body: Works on the caseload; answers with its result, and whether anything was kept.
  /// - Throws: `StoreError`, or what `body` throws.
  static func with<Result>(
    _ path: String, stopped: String, _ body: (Caseload) throws -> (result: Result, isKept: Bool)
  ) throws -> Result {
    let isNew = !FileName.exists(path)
    // Interrupted, it comes to nothing too.
    EndingOnSignal.begin(
      removing: isNew ? ["-wal", "-shm", ""].map { path + $0 } : [], saying: stopped)
    defer { EndingOnSignal.end() }
    let caseload = try Caseload.open(path, access: .create)
    // Another program may have been first.
    if isNew, !caseload.isUnused { EndingOnSignal.begin(removing: [], saying: stopped) }
    var isKept = false
    defer { if isNew, !isKept { caseload.discardIfUnused() } }
    let answer = try body(caseload)
    isKept = answer.isKept
    return answer.result
  }
}
