import AlternativeProvision
import CaseStore
import Glibc

/// One import under way: the file, the counts so far, and the rows refused.
struct ImportRun {
  let kind: ImportKind
  let path: String
  let text: SourceText
  let options: ImportOptions
  var report: ImportReport
  var refused: RefusedRows?
  private var nextProgress = ImportRun.progressStep

  /// Progress is told each time that so many bytes more have been read.
  private static let progressStep = 1 << 18

  init(kind: ImportKind, path: String, text: SourceText, options: ImportOptions) {
    self.kind = kind
    self.path = path
    self.text = text
    self.options = options
    report = ImportReport(kind: kind, file: path)
    report.encoding = text.encoding
    report.isDryRun = options.dryRun
  }

  /// The report when all is done, its problems in the order of the file.
  func finished(isImported: Bool) -> ImportReport {
    var report = report
    report.problems.sort { $0.line < $1.line }
    report.isImported = isImported
    return report
  }

  var hasProblems: Bool { !report.problems.isEmpty }

  /// Reads the whole file and puts every sound row through the door.
  ///
  /// Rows are put even after a bad one, so that all that only the door can notice is noticed too.
  mutating func read(_ known: OnFile, through door: inout Door) throws {
    try tellProgress(at: 0)
    switch kind {
    case .schools: try read(SchoolFile(), known, &door)
    case .providers: try read(ProviderFile(), known, &door)
    case .pupils: try read(PupilFile(), known, &door)
    case .exclusions: try read(ExclusionFile(), known, &door)
    case .cases: try read(CaseFileRows(), known, &door)
    case .placements: try read(PlacementFile(), known, &door)
    case .visits: try read(VisitFile(), known, &door)
    case .views: try read(ViewFile(), known, &door)
    case .referrals: try read(ReferralFile(), known, &door)
    case .calendars:
      if BankHolidayFile.looksLikeOne(text) {
        try BankHolidayFile().read(into: &self, known, through: &door)
      } else {
        try CalendarFile().read(into: &self, known, through: &door)
      }
    case .marks: try MarkFile().read(into: &self, known, through: &door)
    }
    try tellProgress(at: text.bytes.count)
  }

  /// The rows of the file under its header.
  mutating func rows(of columns: [ImportColumn]) throws(ImportRefusal) -> Row {
    let row = try Row(firstOf: text, columns: columns, of: kind, file: path)
    report.ignoredColumns = row.header.ignored
    refused = RefusedRows(header: row.header, delimiter: row.reader.delimiter)
    return row
  }

  func refuseIfEmpty() throws(ImportRefusal) {
    guard report.rows == 0 else { return }
    throw ImportRefusal.withoutRows(kind, file: path)
  }

  private mutating func read<File: RecordFile>(
    _ file: File, _ known: OnFile, _ door: inout Door
  ) throws {
    var row = try rows(of: file.list.columns)
    var seen: [String: (line: Int, record: File.Record)] = [:]
    while row.next() {
      report.rows += 1
      try tellProgress(at: row.reader.position)
      let keyed = try file.record(from: &row, known: known)
      if let keyed, row.isSound, let earlier = seen[keyed.key] {
        if earlier.record == keyed.record {
          report.repeated += 1
          continue
        }
        row.problem("line \(earlier.line) gives the same \(kind.singular) other values; keep one")
      }
      if let keyed, row.isSound {
        seen[keyed.key] = (row.line, keyed.record)
        try put(keyed.record, of: file, &row, &door)
      }
      report.remarks += row.remarks
      if !row.isSound { refuse(row.reader, row.problems) }
    }
    try refuseIfEmpty()
  }

  /// Puts a record; what the door refuses is a problem of the row, any other failure ends the import.
  private mutating func put<File: RecordFile>(
    _ record: File.Record, of file: File, _ row: inout Row, _ door: inout Door
  ) throws(StoreError) {
    do throws(StoreError) {
      count(try file.put(record, through: &door).outcome)
    } catch {
      guard error.kind == .refused else { throw error }
      row.problem(error.description)
    }
  }

  mutating func count(_ outcome: PutOutcome) {
    switch outcome {
    case .added: report.added += 1
    case .changed: report.changed += 1
    case .unchanged: report.unchanged += 1
    }
  }

  /// Notes a row's problems and keeps the row.
  mutating func refuse(_ reader: CSVReader, _ problems: [ImportProblem]) {
    report.problems += problems
    report.refusedRows += 1
    if options.skipBadRows { refused?.add(reader, problems) }
  }

  /// Keeps a row that is sound in itself but cannot go in without others.
  mutating func holdBack(_ reader: CSVReader, _ why: String) {
    report.refusedRows += 1
    if options.skipBadRows {
      refused?.add(reader, [ImportProblem(line: reader.line, expected: why)])
    }
  }

  mutating func tellProgress(at position: Int) throws {
    guard let progress = options.progress,
      position >= nextProgress || position == 0 || position == text.bytes.count
    else { return }
    nextProgress = position + ImportRun.progressStep
    try progress(
      ImportProgress(rows: report.rows, bytes: position, totalBytes: text.bytes.count))
  }

  mutating func writeRefusedRows() throws(SourceProblem) {
    guard let refused, refused.count > 0 else { return }
    // Written over the file itself, the sound rows of the only copy would be gone.
    guard options.refusedPath != path else {
      throw SourceProblem(path: path, number: EEXIST, isWriting: true)
    }
    report.refusedPath = try refused.write(to: options.refusedPath, besides: path)
  }
}
