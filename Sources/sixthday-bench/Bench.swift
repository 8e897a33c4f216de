import AlternativeProvision
import CaseStore
import Glibc
import MadeUpCaseload

/// Measures the program and prints a table.
@main
struct Bench {
  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      let workshop = try Workshop()
      defer { workshop.remove() }
      if let target = options.target {
        let made = try workshop.caseload(of: options.sizes[0], at: target)
        print("\(made.path): \(made.marks) marks, in \(seconds(made.seconds))")
        return
      }
      var report = Report()
      if options.parts.contains(.start), !workshop.emptyPageCache() {
        report.note("only root may empty the page cache: no start out of it was measured")
      }
      if options.withPeers { try Peers.measure(in: workshop, options, into: &report) }
      for size in options.sizes {
        try measure(size, in: workshop, options, into: &report)
      }
      print(options.isJSON ? report.json : report.table, terminator: "")
    } catch let problem as BenchProblem {
      complain(problem.words)
      exit(1)
    } catch {
      complain("\(error)")
      exit(1)
    }
  }

  private static func measure(
    _ size: CaseloadSize, in workshop: Workshop, _ options: Options, into report: inout Report
  ) throws {
    let caseload =
      try options.caseload.map {
        Workshop.Made(path: $0, marks: 0, seconds: 0)
      } ?? workshop.caseload(of: size)
    let subject = Subject(
      name: "sixthday, \(size.rawValue)", program: options.program,
      arguments: ["--caseload", caseload.path], today: workshop.today)
    if options.caseload == nil {
      report.note(
        "\(size.rawValue): \(caseload.marks) marks made up in \(seconds(caseload.seconds))")
    }
    if options.parts.contains(.start) {
      report.add(try StartMeasure.run(subject, workshop, options.runs))
    }
    if options.parts.contains(.keys) {
      workshop.warm(caseload.path)
      report.add(try KeyMeasure.run(subject, workshop, presses: options.presses))
    }
    if options.parts.contains(.panel) {
      workshop.warm(caseload.path)
      report.add(
        try PanelMeasure.run(
          subject, workshop, caseload: caseload.path, presses: options.presses))
    }
    if options.parts.contains(.imports) && size != .england && options.caseload == nil {
      report.add(try ImportMeasure.run(size, options.program, workshop))
    }
    if size == .england && options.caseload == nil { workshop.discard(caseload.path) }
  }

  private static func seconds(_ value: Double) -> String {
    "\((value * 10).rounded() / 10) s"
  }

  static func complain(_ words: String) {
    remark("sixthday-bench: \(words)\n")
  }

  /// Writes to standard error, for people only.
  static func remark(_ words: String) {
    Array(words.utf8).withUnsafeBytes { _ = write(2, $0.baseAddress, $0.count) }
  }
}
