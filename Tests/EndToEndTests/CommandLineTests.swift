import Foundation
import Testing

/// What a busy officer would be misled by, tried on the built program without a terminal.
@Suite("The command line, as people get it wrong")
struct CommandLineTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private let pupils = "pupil,surname,forename,date_of_birth,year_group\n"

  private func filled() throws -> String {
    let path = scratch.file("made-up.sqlite3")
    #expect(try sixthday("demo", "--save", path, in: scratch).exitCode == 0)
    return path
  }

  @Test("a wrong option before any command is the program's own")
  func wrongOption() throws {
    let done = try sixthday("--nope", in: scratch)
    #expect(done.exitCode == 2)
    #expect(done.errors == "sixthday: sixthday has no option --nope (see: sixthday --help)\n")
  }

  @Test("what comes to nothing leaves no caseload behind, and what is kept stays")
  func noEmptyCaseload() throws {
    let caseload = scratch.file("new.sqlite3")
    func importing(_ file: String) throws -> Int32? {
      try sixthday("import", "pupils", file, "--caseload", caseload, in: scratch).exitCode
    }
    let bad = try scratch.write("bad.csv", pupils + "P1,Ashdown,Mo,2011-33-04,9\n")
    #expect(try importing(bad) == 1)
    #expect(try importing(scratch.file("none.csv")) == 1)
    for ending in ["", "-wal", "-shm"] { #expect(Scratch.read(caseload + ending) == nil) }
    let good = try scratch.write("good.csv", pupils + "P1,Ashdown,Mo,2011-03-04,9\n")
    #expect(try importing(good) == 0)
    #expect(try importing(bad) == 1)
    #expect(Scratch.read(caseload) != nil)
  }

  @Test("a caseload that is named and not there is refused by the dashboard too, and none is made")
  func namedAndMissing() throws {
    let path = scratch.file("share/caseload.sqlite3")
    let done = try sixthday("--caseload", path, in: scratch)
    #expect(done.exitCode == 1)
    #expect(done.errors.hasPrefix("sixthday: there is no caseload at \(path)"))
    #expect(Scratch.readBytes(path) == nil)
  }

  @Test("a caseload with an empty name, as of an unset variable, is refused")
  func emptyName() throws {
    for call in [["--caseload", ""], ["--caseload="]] {
      let done = try run(
        BuiltProgram.path, ["list", "cases"] + call,
        environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 2)
      #expect(done.errors.hasPrefix("sixthday: --caseload needs a value: --caseload FILE"))
    }
  }

  @Test("a dry run into a caseload that is not there makes none, and an import says that it did")
  func dryRunMakesNothing() throws {
    let file = try scratch.write("pupils.csv", pupils + "A1,Example,Robin,2012-03-14,9\n")
    let path = scratch.file("new.sqlite3")
    let dry = try sixthday("import", "pupils", file, "--dry-run", "--caseload", path, in: scratch)
    #expect(dry.exitCode == 0)
    #expect(dry.output.contains("would be 1 added"))
    #expect(dry.errors.hasPrefix("there is no caseload at \(path) yet"))
    #expect(Scratch.readBytes(path) == nil)
    let real = try sixthday("import", "pupils", file, "--caseload", path, in: scratch)
    #expect(real.outputLines.last == "a new caseload was made: \(path)")
    let again = try sixthday("import", "pupils", file, "--caseload", path, in: scratch)
    #expect(again.output == "pupils: 1 row read; 0 added, 0 changed, 1 unchanged\n")
  }

  @Test("a caseload named :memory: outlives the import that filled it")
  func memory() throws {
    let file = try scratch.write("pupils.csv", pupils + "A1,Example,Robin,2012-03-14,9\n")
    for _ in 1...2 {
      _ = try sixthday("import", "pupils", file, "--caseload", ":memory:", in: scratch)
    }
    let again = try sixthday("import", "pupils", file, "--caseload", ":memory:", in: scratch)
    #expect(again.output.contains("1 unchanged"))
  }

  @Test("refused rows are not written over a file, least of all over the one imported")
  func refusedOverSource() throws {
    let text = pupils + "A1,Example,Robin,2012-03-14,9\nA2,Example,Sam,2012-13-14,9\n"
    let file = try scratch.write("pupils.csv", text)
    let done = try sixthday(
      "import", "pupils", file, "--skip-bad-rows", "--refused", file, in: scratch)
    #expect(done.exitCode == 1)
    #expect(
      done.errors == "sixthday: \(file) exists already; name a new file with --refused\n")
    #expect(Scratch.read(file) == text)
  }

  @Test("every problem of a file is listed where they go into a file or a pipe")
  func everyProblem() throws {
    let rows = (1...80).map { "A\($0),Example,Robin,2012-13-14,9\n" }.joined()
    let file = try scratch.write("pupils.csv", pupils + rows)
    let done = try sixthday("import", "pupils", file, in: scratch)
    #expect(done.exitCode == 1)
    #expect(done.errorLines.filter { $0.contains("there is no month 13") }.count == 80)
  }

  @Test("output that cannot be written is told, for half a list looks like a whole one")
  func fullDisk() throws {
    let done = try run(
      "/bin/sh", ["-c", "\(BuiltProgram.path) template pupils > /dev/full"],
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(done.exitCode == 1)
    #expect(
      done.errors == "sixthday: the output could not be written: No space left on device\n")
  }

  @Test("an option that does nothing for what is listed is refused, and a misspelt officer is told")
  func listOptions() throws {
    let path = try filled()
    for option in [["--state", "overdue"], ["--clock", "section-19"], ["--all"]] {
      let done = try run(
        BuiltProgram.path, ["list", "cases", "--caseload", path] + option,
        environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 2)
      #expect(done.errors.contains("is for clocks: sixthday list clocks"))
    }
    let nobody = try sixthday(
      "list", "cases", "--officer", "Nobody At All", "--caseload", path, in: scratch)
    #expect(nobody.exitCode == 1)
    #expect(nobody.output.isEmpty)
    #expect(
      nobody.errors.hasPrefix(
        "sixthday: no open case is held by 'Nobody At All'; those who hold some: "))
  }

  @Test("clocks are listed by deadline, or by their cases where an order was asked for")
  func sortedClocks() throws {
    let path = try filled()
    let sorted = try sixthday(
      "list", "clocks", "--sort", "-reference", "--format", "csv", "--caseload", path, in: scratch)
    let references = sorted.outputLines.dropFirst().compactMap { $0.split(separator: ",").first }
    #expect(references.count > 1000)
    #expect(zip(references, references.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test(
    "a clock is refused what would give it a day that means nothing",
    arguments: [
      (["year-limit-45"], "needs the length of the suspension: --half-days N"),
      (["examination"], "needs the day of the examination: --examination DATE"),
      (["examination", "--examination", "2025-09-01"], "is not after --from 2025-09-15"),
      (["sixth-day-permanent", "--met", "2025-09-12"], "--met 2025-09-12 is before --from"),
      (["governors-15", "--half-days", "10"], "must meet only for more than 10"),
      (["governors-15", "--half-days", "30"], "ask for governors-50"),
      (["governors-50", "--half-days", "31"], "ask for governors-15"),
      (["section-19", "--half-days", "3"], "--half-days says nothing of section-19"),
      (["sixth-day-permanent", "--delivery", "post"], "it is for review-application, reconsid"),
      (
        ["placement-review", "--from-afternoon"],
        "--from-afternoon says nothing of placement-review"
      ),
      (["governors-15", "--day-one"], "--day-one says nothing of governors-15"),
    ])
  func clocks(words: [String], says: String) throws {
    let done = try run(
      BuiltProgram.path, ["clock"] + words + ["--from", "2025-09-15"],
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(done.exitCode == 1 || done.exitCode == 2)
    #expect(done.errors.contains(says), "\(done.errors)")
    #expect(done.output.isEmpty)
  }

  @Test("without a calendar a clock says so first, names no end of one, and says what to give")
  func clockWithoutCalendar() throws {
    let done = try sixthday("clock", "sixth-day-permanent", "--from", "2026-11-16", in: scratch)
    #expect(done.exitCode == 0)
    #expect(
      done.outputLines.first?.hasPrefix("No calendar was given, so no school day can") == true)
    #expect(done.outputLines.first?.contains("--calendar FILE") == true)
    #expect(done.output.contains("no date without a calendar"))
    #expect(!done.output.contains("ends on"))
    #expect(!done.output.contains("not known"))
    #expect(done.output.components(separatedBy: "calendar").count < 8, "\(done.output)")
    let json = try sixthday(
      "clock", "sixth-day-permanent", "--from", "2026-11-16", "--format", "json", in: scratch)
    #expect(json.output.contains("\"provisional\": true"))
    #expect(json.output.contains("No calendar was given"))
    let days = try sixthday("clock", "annual-review", "--from", "2026-11-16", in: scratch)
    #expect(!days.output.contains("No calendar"), "twelve months need none")
    let authority = try sixthday(
      "clock", "sixth-day-permanent", "--from", "2026-11-16", "--authority", "Bury", in: scratch)
    #expect(authority.exitCode == 2)
    #expect(authority.errors.contains("give them with --calendar FILE"))
  }

  @Test("a clock counts by the calendars of a caseload that is named")
  func clockOfCaseload() throws {
    let template = try sixthday("template", "calendars", in: scratch)
    let terms = try scratch.write("terms.csv", template.output)
    let caseload = scratch.file("own.sqlite3")
    _ = try sixthday("import", "calendars", terms, "--caseload", caseload, in: scratch)
    let words = ["clock", "sixth-day-permanent", "--from", "2026-11-16"]
    let environment = BuiltProgram.environment(home: scratch.path)
    let own = try run(
      BuiltProgram.path, words + ["--caseload", caseload], environment: environment)
    let file = try run(BuiltProgram.path, words + ["--calendar", terms], environment: environment)
    #expect(own.output.contains("Mon 23 Nov 2026"), "\(own.output)\(own.errors)")
    #expect(own.output == file.output)
  }

  @Test("options before a command are the command's, and one that it does not take is refused")
  func optionsFirst() throws {
    let path = try filled()
    let before = try sixthday(
      "--caseload", path, "list", "providers", "--format", "csv", in: scratch)
    let after = try sixthday(
      "list", "providers", "--format", "csv", "--caseload", path, in: scratch)
    #expect(before.exitCode == 0)
    #expect(before.output == after.output)
    let readOnly = try sixthday("--read-only", "import", "pupils", "x.csv", in: scratch)
    #expect(readOnly.exitCode == 2)
    #expect(readOnly.errors.hasPrefix("sixthday: import has no option --read-only"))
    let nothing = try sixthday("--read-only", "imprt", in: scratch)
    #expect(nothing.exitCode == 2)
    #expect(nothing.errors.contains("there is no command 'imprt'; did you mean import?"))
  }

  @Test("what stands in the lists can be asked for in the words of the screen, or with dashes")
  func wordsOfTheScreen() throws {
    let path = try filled()
    func rows(_ options: String...) throws -> String {
      let done = try run(
        BuiltProgram.path, ["list"] + options + ["--format", "csv", "--caseload", path],
        environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 0, "\(options): \(done.errors)")
      return done.output
    }
    let routes = try ["permanent-exclusion", "permanentExclusion", "PEX", "Permanent exclusion"]
      .map { try rows("cases", "--route", $0) }
    #expect(Set(routes).count == 1 && routes[0].count > 1000)
    #expect(try rows("quality", "--rating", "Red") == rows("quality", "--rating", "red"))
    #expect(try rows("clocks", "--state", "due-today") == rows("clocks", "--state", "dueToday"))
  }

  @Test("a caseload of another edition is said to be worked out anew, with what ends that")
  func otherEdition() throws {
    let path = try filled()
    let edit = try run(
      "/usr/bin/sqlite3", [path, "UPDATE derived_state SET edition = 7"],
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(edit.exitCode == 0, "\(edit.errors)")
    let list = try sixthday("list", "cases", "--limit", "3", "--caseload", path, in: scratch)
    #expect(list.exitCode == 0)
    #expect(list.errors.contains("another edition of Sixthday last wrote this caseload"))
    #expect(list.errors.contains("open it once with 'sixthday' to end that"))
  }

  @Test("who has no USER in the environment is known by the account's name")
  func accountName() throws {
    let caseload = scratch.file("own.sqlite3")
    let file = try scratch.write("pupils.csv", pupils + "A1,Example,Robin,2012-03-14,9\n")
    let done = try run(
      BuiltProgram.path, ["import", "pupils", file, "--caseload", caseload],
      environment: ["HOME": scratch.path])
    #expect(done.exitCode == 0, "\(done.errors)")
    let author = try run(
      "/usr/bin/sqlite3", [caseload, "SELECT author FROM change"], environment: [:])
    let name = try run("/usr/bin/id", ["-un"], environment: [:])
    #expect(author.output == name.output)
  }

  @Test("a clock is given what it asks for")
  func clocksAnswer() throws {
    for words in [
      ["governors-15", "--half-days", "31"], ["governors-50", "--half-days", "11"],
      ["direction-notice", "--met", "2025-09-01"], ["year-limit-45", "--half-days", "12"],
      ["examination", "--examination", "2025-10-01"],
    ] {
      let done = try run(
        BuiltProgram.path, ["clock"] + words + ["--from", "2025-09-15"],
        environment: BuiltProgram.environment(home: scratch.path))
      #expect(done.exitCode == 0, "\(words): \(done.errors)")
    }
  }
}
