import AlternativeProvision
import CaseStore

/// Takes a file of one kind into the caseload: all of it, or what of it is sound, or nothing.
public enum Importer {
  /// Imports a file in one change through the door.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - caseload: Where it goes.
  ///   - options: Who, when, and how.
  /// - Returns: What became of it. Where `isImported` is false the caseload is as it was.
  /// - Throws: `SourceProblem` where the refused rows cannot be written, `ImportRefusal` where it is no
  ///   file of the kind, `StoreError`, or what the progress callback throws.
  public static func run(
    _ source: ImportSource, into caseload: Caseload, options: ImportOptions
  ) throws -> ImportReport {
    let path = source.path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let fresh = ImportRun(kind: source.kind, path: path, text: source.text, options: options)
    let cause = "import \(source.kind.rawValue) \(name)"
    do {
      let run = try caseload.change(by: options.author, at: options.time, cause: cause) { door in
        try through(&door, fresh, OnFile(caseload, today: options.today))
      }
      return run.finished(isImported: true)
    } catch let error as TakenBack {
      return error.report
    }
  }

  private static func through(
    _ door: inout Door, _ fresh: ImportRun, _ known: OnFile
  ) throws -> ImportRun {
    var run = fresh
    try run.read(known, through: &door)
    if run.options.dryRun || (run.hasProblems && !run.options.skipBadRows) {
      throw TakenBack(report: run.finished(isImported: false))
    }
    try run.writeRefusedRows()
    return run
  }

  /// Takes back what went through the door, where nothing is to change after all.
  private struct TakenBack: Error {
    var report: ImportReport
  }
}
