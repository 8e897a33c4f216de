import AlternativeProvision
import CaseStore
import Interchange

extension CommandSpecification {
  /// `sixthday import`: a file into the caseload, whole or not at all.
  static let importing = CommandSpecification(
    name: "import",
    summary: "Take a file into the caseload: all of it, or nothing.",
    operands: [
      Operand(
        name: "KIND", help: "What the file holds.", choices: ImportKind.allCases.map(\.rawValue)),
      Operand(name: "FILE", help: "The file; - is standard input."),
    ],
    options: [
      OptionSpecification(
        name: "dry-run", value: nil, help: "Say what would change, and change nothing."),
      OptionSpecification(
        name: "skip-bad-rows", value: nil,
        help: "Import the sound rows, and write the others to a file to be mended."),
      OptionSpecification(
        name: "refused", value: "FILE",
        help: "Where to write refused rows; beside the file unless named."),
    ],
    notes: [
      "Every problem in the file is listed with its line, column and value, and what would be "
        + "right. Importing the same file again changes nothing.",
      "An exclusion is known again by its child, category, first day and first session. A file that "
        + "corrects a first day says which one in a column first_day_before; a second permanent "
        + "exclusion of a child by the same school is refused while the first stands.",
      "Import in this order: \(ImportKind.allCases.map(\.rawValue).joined(separator: ", ")).",
    ],
    examples: [
      ("sixthday import schools edubasealldata.csv", "the schools as GIAS publishes them"),
      ("sixthday import marks register.csv --skip-bad-rows", "what is sound; the rest in a file"),
    ],
    run: { invocation, surroundings in
      guard let kind = invocation.word(0).flatMap(ImportKind.init(rawValue:)),
        let file = invocation.word(1)
      else { throw Failure.usage("import needs a KIND and a FILE", about: invocation.command) }
      var options = ImportOptions(
        author: surroundings.author, time: Instant(seconds: surroundings.startedAt),
        today: surroundings.today)
      options.dryRun = invocation.has("dry-run")
      options.skipBadRows = invocation.has("skip-bad-rows")
      if let refused = invocation.value("refused") {
        // It may be the very file that is imported, whose sound rows would be gone.
        guard !FileName.exists(refused) else {
          throw Failure.refusal("\(refused) exists already; name a new file with --refused")
        }
        options.refusedPath = refused
      }
      var meter = ProgressMeter(
        label: "import \(kind.rawValue)", isShown: surroundings.errorIsTerminal)
      options.progress = {
        meter.show($0)
        try EndingOnSignal.goOn()
      }
      let stopped = "stopped: nothing was imported"
      EndingOnSignal.begin(saying: stopped)
      // Read before anything is made: standard input may be a pipe that never ends.
      let source = try ImportSource(kind, file: file)
      let path = try surroundings.caseloadPath(invocation)
      let isNew = !FileName.exists(path)
      // A dry run makes nothing, not even the caseload into which the file would go.
      let temporary = isNew && options.dryRun ? try TemporaryCaseload(surroundings) : nil
      defer { temporary?.remove() }
      defer { meter.clear() }
      let report: ImportReport
      if let temporary {
        report = try Importer.run(source, into: temporary.caseload, options: options)
      } else {
        report = try NewCaseload.with(path, stopped: stopped) { caseload in
          let report = try Importer.run(source, into: caseload, options: options)
          return (report, report.isImported)
        }
      }
      meter.clear()
      if temporary != nil {
        StandardOutput.remark(
          "there is no caseload at \(path) yet: the file was read as into an empty one\n")
      }
      // All of them go into a file or a pipe; a terminal would lose the first ones.
      let lines = report.lines(limit: surroundings.errorIsTerminal ? 50 : .max)
      if !report.problems.isEmpty {
        StandardOutput.remark(lines.dropLast().map { $0 + "\n" }.joined())
      } else {
        StandardOutput.write(
          Wrapping.wrapped(
            lines.dropLast().map { $0 + "\n" }.joined(), to: surroundings.outputWidth))
      }
      guard report.isImported || report.problems.isEmpty else {
        throw Failure.refusal(report.summary)
      }
      StandardOutput.write(report.summary + "\n")
      if isNew, report.isImported { StandardOutput.write("a new caseload was made: \(path)\n") }
      return report.problems.isEmpty ? .success : .refusal
    })
}
