import AlternativeProvision
import CaseStore
import Glibc
import MadeUpCaseload

/// How fast marks come in, beside the `sqlite3` program's own `.import` of the same file.
///
/// Both make the same rows with the same key. Sixthday also knows every pupil and provider, refuses
/// what is wrong, journals, and brings the weekly figures up to date; sqlite3 puts text in a table.
enum ImportMeasure {
  static func run(
    _ size: CaseloadSize, _ program: String, _ workshop: Workshop
  ) throws -> [Row] {
    let name = "sixthday, \(size.rawValue)"
    let file = workshop.folder + "/marks.csv"
    let made = MadeUpCaseload(size, today: workshop.today)
    let count = try write(made, to: file)
    var rows: [Row] = []
    var ours = Sample()
    let path = workshop.folder + "/import.sqlite3"
    for _ in 0..<3 {
      workshop.discard(path)
      try made.fill(try Caseload.open(path, access: .create), withRegisters: false)
      let done = try sixthday_bench.run(
        program, ["import", "marks", file, "--caseload", path],
        environment: workshop.environment(["SIXTHDAY_TODAY": workshop.today.iso]),
        errors: workshop.folder + "/errors")
      guard done.code == 0 else {
        throw BenchProblem(
          "the import failed: \(contents(workshop.folder + "/errors") ?? "without a word")")
      }
      ours.add(milliseconds: done.seconds * 1000)
    }
    workshop.discard(path)
    rows.append(Row(name, "import of \(count) marks", ours))
    let speed = Double(count) / ((ours.median ?? 0) / 1000)
    rows.append(Row(name, "marks imported a second", value: speed.rounded(), unit: "/s"))
    if let sqlite = installed("sqlite3") {
      let theirs = try peer(sqlite, file, workshop)
      rows.append(Row(name, "sqlite3 .import of the same file", theirs))
      let ratio = (theirs.median ?? 0) / (ours.median ?? 1)
      rows.append(Row(name, "our speed as a multiple of sqlite3’s", value: ratio, unit: "×"))
    }
    unlink(file)
    return rows
  }

  private static func peer(
    _ sqlite: String, _ file: String, _ workshop: Workshop
  ) throws(BenchProblem) -> Sample {
    var sample = Sample()
    let path = workshop.folder + "/peer.sqlite3"
    for _ in 0..<3 {
      workshop.discard(path)
      // The cache of 64 MB and the lesser synchronising make sqlite3 half as fast again: it is given
      // what a careful person would give it.
      let done = try sixthday_bench.run(
        sqlite,
        [
          path, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL",
          "PRAGMA cache_size = -65536",
          """
          CREATE TABLE mark(pupil TEXT NOT NULL, provider TEXT NOT NULL, day TEXT NOT NULL, \
          session TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY(pupil, day, session)) \
          STRICT, WITHOUT ROWID
          """,
          ".import --csv --skip 1 \(file) mark",
        ], environment: workshop.environment(), errors: workshop.folder + "/errors")
      guard done.code == 0 else { throw BenchProblem("sqlite3 failed") }
      sample.add(milliseconds: done.seconds * 1000)
    }
    workshop.discard(path)
    return sample
  }

  private static func write(_ made: MadeUpCaseload, to path: String) throws(BenchProblem) -> Int {
    guard let handle = fopen(path, "w") else { throw BenchProblem("cannot write \(path)") }
    defer { fclose(handle) }
    fputs("pupil,provider,date,session,code\n", handle)
    var count = 0
    made.registers { line in
      let session = line.session == .morning ? "AM" : "PM"
      fputs("\(line.pupil),\(line.provider),\(line.day.iso),\(session),\(line.code)\n", handle)
      count += 1
    }
    return count
  }
}
