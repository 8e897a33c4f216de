import AlternativeProvision
import CaseStore

/// Takes a file of one kind into the caseload: all of it, or what of it is sound, or nothing.
public enum Importer {
  /// Imports a file in one change through the door.
  ///
  /// - Parameters:
  ///   - kind: What the file holds.
  ///   - path: The file; `-` is standard input.
  ///   - caseload: Where it goes.
  ///   - options: Who, when, and how.
  /// - Returns: What became of it. Where `isImported` is false the caseload is as it was.
  /// - Throws: `SourceProblem` where a file cannot be read or written, `ImportRefusal` where it is no
  ///   file of the kind, `StoreError`, or what the progress callback throws.
  public static func run(
    _ kind: ImportKind, file path: String, into caseload: Caseload, options: ImportOptions
  ) throws -> ImportReport {
    let text = try text(of: kind, file: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let fresh = ImportRun(kind: kind, path: path, text: text, options: options)
    let cause = "import \(kind.rawValue) \(name)"
    do {
      let run = try caseload.change(by: options.author, at: options.time, cause: cause) { door in
        try through(&door, fresh, OnFile(caseload, today: options.today))
      }
      return run.finished(isImported: true)
    } catch let error as TakenBack {
      return error.report
    }
  }

  /// The text of a file that by its beginning may hold what the kind does.
  static func text(of kind: ImportKind, file path: String) throws -> SourceText {
    let text = try SourceText.load(path)
    try checkForm(text, kind: kind, path: path)
    return text
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

  /// Tells files that are no text, or not the text that the kind is in, by how they begin.
  private static func checkForm(
    _ text: SourceText, kind: ImportKind, path: String
  ) throws(ImportRefusal) {
    let shown = harmless(path)
    let start = text.bytes.prefix(512)
    if start.allSatisfy({ $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }) && text.bytes.count <= 512
    {
      throw ImportRefusal("\(shown): the file is empty; see: sixthday template \(kind.rawValue)")
    }
    if start.starts(with: "PK\u{3}\u{4}".utf8) || start.starts(with: "ÐÏ\u{11}à".utf8) {
      throw ImportRefusal(
        "\(shown): this is a spreadsheet's own file; save it as CSV and import that")
    }
    if start.starts(with: "%PDF".utf8) {
      throw ImportRefusal("\(shown): this is a PDF; import a CSV file")
    }
    let first = start.first { $0 != 32 && $0 != 10 && $0 != 13 && $0 != 9 }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "["), kind != .calendars {
      let remedy =
        BankHolidayFile.looksLikeOne(text)
        ? "this is the bank holidays file; try: sixthday import calendars \(shown)"
        : "this is JSON; \(kind.rawValue) are imported from CSV, see: sixthday template \(kind.rawValue)"
      throw ImportRefusal("\(shown): \(remedy)")
    }
  }
}
