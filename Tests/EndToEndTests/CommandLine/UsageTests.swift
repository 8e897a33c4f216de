import Testing

/// What every command owes to whoever calls it: 0, 1 for a refusal, 2 for wrong usage, and one line.
@Suite("The command line")
struct UsageTests {
  static let commands = [
    "demo", "board", "case", "panel", "import", "template", "list", "clock", "targets", "check",
    "config", "man", "completions",
  ]

  @Test("prints its version and its help, and every command's help, on standard output")
  func helps() throws {
    let scratch = try Scratch()
    let version = try sixthday("--version", in: scratch)
    #expect(version.exitCode == 0)
    #expect(version.output.hasPrefix("sixthday "))
    let help = try sixthday("--help", in: scratch)
    #expect(help.exitCode == 0)
    for command in UsageTests.commands {
      #expect(help.output.contains("  \(command) "), "\(command) is not in the help")
      let more = try sixthday(command, "--help", in: scratch)
      #expect(more.exitCode == 0)
      #expect(more.output.hasPrefix("usage: sixthday \(command)"))
      #expect(more.errors.isEmpty)
      #expect(more.output.contains("\nexamples:\n  sixthday ") || command == "completions")
      #expect(more.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }

  @Test(
    "wrong usage is 2, told in one line on standard error that says what would be right",
    arguments: [
      (["bogus"], "--help"), (["--bogus"], "no option"), (["list"], "one of cases"),
      (["--them", "chalk"], "did you mean --theme?"),
      (["list", "bogus"], "one of cases"), (["list", "case"], "did you mean cases?"),
      (["list", "cases", "--formt", "csv"], "did you mean --format?"),
      (["list", "cases", "--format", "xml"], "one of table, csv, json"),
      (["list", "cases", "--on", "31 Nov 2026"], "30"),
      (["list", "cases", "--on"], "needs a value"),
      (["list", "cases", "extra"], "extra"), (["list", "cases", "--sort", "bogus"], "columns are"),
      (["list", "cases", "--limit", "0"], "whole number"), (["import"], "one of schools"),
      (["import", "pupils"], "FILE"), (["import", "pupil"], "one of"),
      (["import", "bogus", "x.csv"], "one of schools"), (["template"], "one of schools"),
      (["template", "bogus"], "one of schools"), (["clock"], "one of sixth-day-permanent"),
      (["clock", "sixth-day-permanent"], "--from"),
      (["clock", "bogus", "--from", "2026-11-23"], "one of sixth-day-permanent"),
      (["targets", "bogus", "3"], "one of"), (["check", "extra"], "extra"),
    ])
  func wrongUsage(words: [String], telling: String) throws {
    let scratch = try Scratch()
    let done = try run(
      BuiltProgram.path, words, environment: BuiltProgram.environment(home: scratch.path))
    #expect(done.exitCode == 2, "\(words): \(done.errors)")
    #expect(done.output.isEmpty)
    #expect(done.errorLines.count == 1, "\(done.errors)")
    #expect(done.errors.hasPrefix("sixthday: "))
    #expect(done.errors.contains(telling), "\(done.errors)")
  }

  @Test(
    "where there is no caseload, commands that read one are refused and say how to get one",
    arguments: [["list", "cases"], ["list", "quality"], ["check"], ["targets"]])
  func noCaseload(words: [String]) throws {
    let scratch = try Scratch()
    let done = try run(
      BuiltProgram.path, words, environment: BuiltProgram.environment(home: scratch.path))
    #expect(done.exitCode == 1)
    #expect(done.errorLines.count == 1)
    #expect(done.errors.contains("import"), "\(done.errors)")
    #expect(Scratch.readBytes(scratch.file("data/sixthday/caseload.sqlite3")) == nil)
  }

  @Test("what a message quotes does nothing to a terminal")
  func harmlessMessages() throws {
    let scratch = try Scratch()
    for words in [
      ["case", "AP\u{1b}]0;x\u{7}", "--plain"], ["--caseload", "w/\u{1b}[2J.sqlite3"],
      ["x\u{1b}[2J"], ["list", "\u{9b}2J"],
    ] {
      let done = try run(
        BuiltProgram.path, words, environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode != 0)
      let isQuiet = done.errors.unicodeScalars.allSatisfy {
        $0 == "\n" || !(0..<0x20).contains($0.value) && !(0x7F..<0xA0).contains($0.value)
      }
      #expect(isQuiet, "\(words): \(done.errors.debugDescription)")
    }
  }

  @Test("a file that is no caseload is refused, and left as it was")
  func notACaseload() throws {
    let scratch = try Scratch()
    let text = "this is a letter to the editor, and by no means a database\n"
    let path = try scratch.write("letter.txt", text)
    for words in [["list", "cases"], ["check"], ["import", "pupils", path]] {
      let done = try run(
        BuiltProgram.path, words + ["--caseload", path],
        environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 1, "\(words)")
      #expect(done.errorLines.count == 1, "\(done.errors)")
      #expect(Scratch.read(path) == text)
    }
  }

  @Test("a damaged caseload is found out by check")
  func damaged() throws {
    let scratch = try Scratch()
    let path = try SampleCaseload.copy(into: scratch)
    let sound = try sixthday("check", "--quiet", "--caseload", path, in: scratch)
    #expect(sound.exitCode == 0, "\(sound.output)\(sound.errors)")
    var bytes = try #require(Scratch.readBytes(path))
    for index in bytes.count / 2..<bytes.count / 2 + 30_000 { bytes[index] = 0xA5 }
    try scratch.write("caseload.sqlite3", bytes: bytes)
    let done = try sixthday("check", "--caseload", path, in: scratch)
    #expect(done.exitCode == 1)
  }

  @Test("a caseload is made readable by its owner only, in the folder for data")
  func ownersOnly() throws {
    let scratch = try Scratch()
    let file = try scratch.write("providers.csv", "provider,name,kind\nA1,Invented,nonSchool\n")
    let done = try sixthday("import", "providers", file, in: scratch)
    #expect(done.exitCode == 0, "\(done.errors)")
    let listing = try run(
      "stat", ["-c", "%a", scratch.file("data/sixthday/caseload.sqlite3")],
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(listing.output == "600\n")
  }
}
