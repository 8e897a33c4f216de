import AlternativeProvision
import Glibc

/// A program to be measured.
struct Subject {
  let name: String
  let program: String
  let arguments: [String]
  var today: Day?
  var folder: String?
  /// Programs that it runs for its first frame.
  var starts: [String] = []
}

/// How soon the first whole frame is there.
enum StartMeasure {
  /// Starts sixthday again and again; a frame is whole when its marker comes.
  static func run(
    _ subject: Subject, _ workshop: Workshop, caseload: String, _ runs: Int
  ) throws(BenchProblem) -> [Row] {
    let marker = ["SIXTHDAY_FRAME_MARKER": "1"]
    var warm = Sample()
    var cold = Sample()
    var peak = 0.0
    var fromDisk: [Double] = []
    for turn in 0..<runs + 1 {
      let session = try Session(
        subject.program, subject.arguments, environment: workshop.environment(marker))
      let isUp = session.wait(for: "\u{1b}]2;S", limit: 120)
      // The first start of all fills the caches, and is not counted.
      if isUp && turn > 0 {
        warm.add((session.firstMarkedAt(since: session.startedAt), session.total))
      }
      session.settle(quiet: 0.05, limit: 2)
      peak = max(peak, session.peakMemory)
      session.end()
      if !isUp { throw BenchProblem("\(subject.name) showed no frame") }
    }
    for _ in 0..<max(3, runs) {
      for file in [subject.program, caseload, caseload + "-wal"] { workshop.dropFromCache(file) }
      let session = try Session(
        subject.program, subject.arguments, environment: workshop.environment(marker))
      if session.wait(for: "\u{1b}]2;S", limit: 120) {
        cold.add((session.firstMarkedAt(since: session.startedAt), session.total))
        fromDisk.append(session.readFromDisk)
      }
      session.end()
    }
    return [
      Row(subject.name, "start to first whole frame, warm", warm),
      Row(subject.name, "the same, program and caseload dropped from the page cache", cold),
      Row(
        subject.name, "what was read from the disk for that",
        value: Sample.quantile(fromDisk, 0.5) ?? 0, unit: "KB"),
      Row(subject.name, "peak memory after the first frame", value: peak, unit: "MB"),
    ]
  }

  /// Starts another program; its frame is whole at the last byte before a silence.
  static func peer(
    _ subject: Subject, _ workshop: Workshop, _ runs: Int, quiet: Double = 0.12
  ) throws(BenchProblem) -> [Row] {
    var warm = Sample()
    var cold = Sample()
    var coldest = Sample()
    var files: [String] = []
    for turn in 0..<runs * (subject.starts.isEmpty ? 2 : 3) + 1 {
      let isCold = turn > runs
      let isColdest = turn > runs * 2
      if isCold {
        for file in files { workshop.dropFromCache(file) }
        if let folder = subject.folder { workshop.dropAllFromCache(folder) }
      }
      if isColdest { for program in subject.starts { workshop.dropFromCache(program) } }
      let session = try Session(
        subject.program, subject.arguments, environment: workshop.environment(),
        folder: subject.folder)
      _ = session.read(within: 5)
      session.settle(quiet: quiet, limit: 5)
      if turn == 0 { files = session.mappedFiles }
      let taken = ((session.lastByteAt - session.startedAt) * 1000, session.total)
      if isColdest {
        coldest.add(taken)
      } else if isCold {
        cold.add(taken)
      } else if turn > 0 {
        warm.add(taken)
      }
      session.end()
    }
    var rows = [
      Row(subject.name, "start to first whole frame, warm", warm),
      Row(subject.name, "the same, program, libraries and files dropped from the page cache", cold),
    ]
    if !subject.starts.isEmpty {
      rows.append(Row(subject.name, "the same, and the programs that it starts", coldest))
    }
    return rows
  }
}

extension Session {
  /// Milliseconds from a moment to the last chunk read.
  func firstMarkedAt(since begin: Double) -> Double { (lastByteAt - begin) * 1000 }
}
