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
    guard !FileName.exists(path) else {
      EndingOnSignal.begin(saying: stopped)
      defer { EndingOnSignal.end() }
      return try body(try Caseload.opened(path, access: .create)).result
    }
    // The file may not go at the moment of the signal: another program may have taken it up meanwhile.
    EndingOnSignal.beginNoting(saying: stopped)
    defer { EndingOnSignal.end() }
    let caseload = try Caseload.opened(path, access: .create)
    caseload.whileWaiting = { _ in !EndingOnSignal.isAsked }
    do {
      let answer = try body(caseload)
      caseload.whileWaiting = nil
      if !answer.isKept { caseload.discardUnlessOthersUsedIt() }
      return answer.result
    } catch {
      caseload.whileWaiting = nil
      caseload.discardUnlessOthersUsedIt()
      EndingOnSignal.leaveIfAsked()
      throw error
    }
  }
}
