import AlternativeProvision

/// What became of an import: counts, every problem, and what else is worth knowing.
public struct ImportReport: Sendable {
  /// What was imported.
  public let kind: ImportKind
  /// The file, as it was named.
  public let file: String
  /// How it turned out to be encoded.
  public internal(set) var encoding = TextEncoding.utf8
  /// Rows under the header that say anything.
  public internal(set) var rows = 0
  /// Records that were not on file.
  public internal(set) var added = 0
  /// Records that were on file with other values.
  public internal(set) var changed = 0
  /// Records that were on file just so.
  public internal(set) var unchanged = 0
  /// Rows that say the same as an earlier row of the file.
  public internal(set) var repeated = 0
  /// Every problem of every row, in the order of the file.
  public internal(set) var problems: [ImportProblem] = []
  /// Rows with a problem.
  public internal(set) var refusedRows = 0
  /// Where the refused rows were written, to be mended and imported again.
  public internal(set) var refusedPath: String?
  /// Columns of the file that this kind does not know, each once.
  public internal(set) var ignoredColumns: [String] = []
  /// What did no harm but should be known.
  public internal(set) var remarks: [ImportProblem] = []
  /// Whether it was only to be said what would change.
  public internal(set) var isDryRun = false
  /// Whether the changes are in the caseload now.
  public internal(set) var isImported = false

  init(kind: ImportKind, file: String) {
    self.kind = kind
    self.file = file
  }

  /// The result in words, a line each, with at most `limit` problems and remarks listed one by one; those
  /// that say the same of the same value are summed up after the first hundred.
  public func lines(limit: Int = 50) -> [String] {
    let shown = harmless(file)
    var lines = ProblemList(problems, limit: limit).lines(in: "\(shown): ", "problem")
    lines += ProblemList(remarks, limit: limit).lines(in: "\(shown): note: ", "note")
    if !ignoredColumns.isEmpty {
      let names = ignoredColumns.prefix(12).map { harmless($0, limit: 40) }
      let more = ignoredColumns.count > 12 ? " and \(ignoredColumns.count - 12) more" : ""
      lines.append("columns not used: \(names.joined(separator: ", "))\(more)")
    }
    lines.append(summary)
    return lines
  }

  /// The counts, and what to do next, in one sentence.
  public var summary: String {
    let read = "\(kind.rawValue): \(ImportReport.counted(rows, "row")) read"
    var counts = "\(added) added, \(changed) changed, \(unchanged) unchanged"
    if repeated > 0 { counts += ", \(repeated) repeated in the file" }
    let refused = ImportReport.counted(refusedRows, "row")
    let faults = "\(ImportReport.counted(problems.count, "problem")) in \(refused)"
    if isImported {
      guard let refusedPath else { return "\(read); \(counts)" }
      return "\(read); \(counts); \(refused) refused and written to \(harmless(refusedPath))"
    }
    let found = problems.isEmpty ? "" : "\(faults); "
    if isDryRun { return "\(read); \(found)would be \(counts); nothing was imported (dry run)" }
    return "\(read); \(found)nothing was imported "
      + "(mend the file, or use --skip-bad-rows to import the rest)"
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
