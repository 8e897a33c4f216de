import AlternativeProvision
import Glibc

/// A program to be measured.
struct Subject {
  let name: String
  let program: String
  let arguments: [String]
  var today: Day?
  var folder: String?
}

/// How soon the first whole frame is there, with every file at hand and with none.
enum StartMeasure {
  /// Starts sixthday again and again; a frame is whole when its marker comes.
  static func run(
    _ subject: Subject, _ workshop: Workshop, _ runs: Int
  ) throws(BenchProblem) -> [Row] {
    let marker = workshop.environment(["SIXTHDAY_FRAME_MARKER": "1"])
    var peak = 0.0
    var fromDisk: [Double] = []
    var rows = try starts(of: subject, workshop, runs, environment: marker) {
      (session) throws(BenchProblem) in
      if !session.wait(for: "\u{1b}]2;S", limit: 120) {
        throw BenchProblem("\(subject.name) showed no frame")
      }
    } after: { session, isCold in
      if isCold {
        fromDisk.append(session.readFromDisk)
      } else {
        peak = max(peak, session.peakMemory)
      }
    }
    if let read = Sample.quantile(fromDisk, 0.5) {
      rows.append(
        Row(subject.name, "what was read from the disk for that", value: read, unit: "KB"))
    }
    rows.append(Row(subject.name, "peak memory after the first frame", value: peak, unit: "MB"))
    return rows
  }

  /// Starts another program; its frame is whole at the last byte before a silence.
  static func peer(
    _ subject: Subject, _ workshop: Workshop, _ runs: Int, quiet: Double = 0.12
  ) throws(BenchProblem) -> [Row] {
    try starts(of: subject, workshop, runs, environment: workshop.environment()) { session in
      _ = session.read(within: 5)
      session.settle(quiet: quiet, limit: 5)
    } after: { _, _ in
    }
  }

  /// The first start of all fills the caches and is not counted; those out of the page cache come last.
  private static func starts(
    of subject: Subject, _ workshop: Workshop, _ runs: Int, environment: [String: String],
    frame: (Session) throws(BenchProblem) -> Void, after: (Session, _ isCold: Bool) -> Void
  ) throws(BenchProblem) -> [Row] {
    var warm = Sample()
    var cold = Sample()
    for turn in 0...runs + max(3, runs) {
      let isCold = turn > runs
      if isCold, !workshop.emptyPageCache() { break }
      let session = try Session(
        subject.program, subject.arguments, environment: environment, folder: subject.folder)
      defer { session.end() }
      try frame(session)
      let taken = ((session.lastByteAt - session.startedAt) * 1000, session.total)
      session.settle(quiet: 0.05, limit: 2)
      if isCold {
        cold.add(taken)
      } else if turn > 0 {
        warm.add(taken)
      }
      after(session, isCold)
    }
    var rows = [Row(subject.name, "start to first whole frame, warm", warm)]
    if cold.median != nil {
      rows.append(Row(subject.name, "the same, out of an empty page cache", cold))
    }
    return rows
  }
}
