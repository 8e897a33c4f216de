import Glibc
import Testing

/// Files in: all of it, or nothing.
@Suite("Imports")
struct ImportTests {
  private static let order = [
    "schools", "calendars", "providers", "pupils", "exclusions", "cases", "placements", "marks",
    "visits", "views",
  ]

  private func importing(
    _ kind: String, _ file: String, _ options: String..., in scratch: Scratch, input: String = ""
  ) throws -> CommandRun {
    try run(
      BuiltProgram.path,
      ["import", kind, file, "--caseload", scratch.file("caseload.sqlite3")] + options,
      input: input, environment: BuiltProgram.environment(home: scratch.path), folder: scratch.path)
  }

  @Test("what template prints can be imported as it is, in the order given, and again for nothing")
  func templates() throws {
    let scratch = try Scratch()
    for _ in 1...2 {
      for kind in ImportTests.order {
        let template = try sixthday("template", kind, in: scratch)
        #expect(template.exitCode == 0)
        let file = try scratch.write(kind + ".csv", template.output)
        let done = try importing(kind, file, in: scratch)
        #expect(done.exitCode == 0, "\(kind): \(done.errors)")
      }
    }
    let again = try importing("marks", scratch.file("marks.csv"), in: scratch)
    #expect(again.output.contains("0 added, 0 changed"))
    #expect(again.exitCode == 0)
  }

  @Test("every problem is listed with its line, column and value, and nothing is imported")
  func problems() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "providers.csv",
      "provider,name,kind,places\nA1,Sound,nonSchool,4\n,Nameless,nonSchool,4\nA3,Odd,castle,many\n"
    )
    let done = try importing("providers", file, in: scratch)
    #expect(done.exitCode == 1)
    #expect(done.errors.contains("line 3, provider"))
    #expect(done.errors.contains("line 4, kind, \"castle\""))
    #expect(done.errors.contains("line 4, places, \"many\""))
    let list = try sixthday(
      "list", "providers", "--format", "csv", "--caseload", scratch.file("caseload.sqlite3"),
      in: scratch)
    #expect(!list.output.contains("Sound"))
  }

  @Test("--skip-bad-rows imports the rest, and the refused rows can be mended and imported")
  func skipping() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "providers.csv", "provider,name,kind\nA1,Sound,nonSchool\nA3,Odd,castle\n")
    let refused = scratch.file("refused.csv")
    let done = try importing(
      "providers", file, "--skip-bad-rows", "--refused", refused, in: scratch)
    #expect(done.exitCode == 1)
    #expect(done.output.contains("1 added"))
    let text = try #require(Scratch.read(refused))
    #expect(text.contains("A3,Odd,castle"))
    #expect(!text.contains("Sound"))
    try scratch.write("refused.csv", text.replacing("castle", with: "nonSchool"))
    let mended = try importing("providers", refused, in: scratch)
    #expect(mended.exitCode == 0, "\(mended.errors)")
    #expect(mended.output.contains("1 added"))
  }

  @Test("--dry-run says what would change, and changes nothing")
  func dryRun() throws {
    let scratch = try Scratch()
    let file = try scratch.write("providers.csv", "provider,name,kind\nA1,Sound,nonSchool\n")
    let dry = try importing("providers", file, "--dry-run", in: scratch)
    #expect(dry.exitCode == 0)
    #expect(dry.output.contains("1 added"))
    let wet = try importing("providers", file, in: scratch)
    #expect(wet.output.contains("1 added"))
  }

  @Test("- is standard input, and what cannot be read is refused in one line")
  func sources() throws {
    let scratch = try Scratch()
    let piped = try importing(
      "providers", "-", in: scratch, input: "provider,name,kind\nA1,Piped,nonSchool\n")
    #expect(piped.exitCode == 0, "\(piped.errors)")
    for file in ["/no/such/file.csv", scratch.path] {
      let done = try importing("providers", file, in: scratch)
      #expect(done.exitCode == 1)
      #expect(done.errorLines.count == 1, "\(done.errors)")
    }
    for text in ["", "\n\n", "what,is,this\n1,2,3\n"] {
      let done = try importing("providers", try scratch.write("odd.csv", text), in: scratch)
      #expect(done.exitCode == 1, "\(text.debugDescription)")
      #expect(!done.errors.isEmpty)
    }
  }

  /// Starts an import, its errors in a file.
  private func start(_ file: String, into caseload: String, in scratch: Scratch) throws -> Child {
    try Child(
      BuiltProgram.path, ["import", "providers", file, "--caseload", caseload],
      environment: BuiltProgram.environment(home: scratch.path)
    ) {
      posix_spawn_file_actions_addopen(&$0, 1, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(
        &$0, 2, scratch.file("errors"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
  }

  private func wait(for child: Child, until isSo: () -> Bool) {
    let end = milliseconds() + 20_000
    while !isSo(), child.ended() == nil, milliseconds() < end { poll(nil, 0, 1) }
    #expect(child.ended() == nil)
  }

  @Test(
    "a first import that is interrupted leaves no file, and says that nothing was imported",
    arguments: [SIGINT, SIGTERM])
  func firstInterrupted(number: Int32) throws {
    let scratch = try Scratch()
    let caseload = scratch.file("new.sqlite3")
    var text = "provider,name,kind\n"
    for number in 0..<200_000 { text += "B\(number),Provider number \(number),nonSchool\n" }
    let child = try start(try scratch.write("many.csv", text), into: caseload, in: scratch)
    wait(for: child) { (Scratch.readBytes(caseload + "-wal")?.count ?? 0) > 0 }
    kill(child.process, number)
    #expect(child.wait(milliseconds: 5000) == .exited(128 + number))
    #expect(Scratch.read(scratch.file("errors")) == "sixthday: stopped: nothing was imported\n")
    for ending in ["", "-wal", "-shm"] { #expect(Scratch.readBytes(caseload + ending) == nil) }
  }

  @Test("an import that waits for its pipe makes no file, and takes away none that came meanwhile")
  func waitingForItsPipe() throws {
    let scratch = try Scratch()
    let caseload = scratch.file("new.sqlite3")
    let pipe = scratch.file("pipe.csv")
    #expect(mkfifo(pipe, 0o600) == 0)
    let child = try start(pipe, into: caseload, in: scratch)
    // It has the pipe open for reading once it can be opened for writing.
    var writer: Int32 = -1
    wait(for: child) {
      writer = open(pipe, O_WRONLY | O_NONBLOCK)
      return writer >= 0
    }
    defer { close(writer) }
    #expect(Scratch.readBytes(caseload) == nil)
    let other = try sixthday(
      "import", "providers", "-", "--caseload", caseload,
      input: "provider,name,kind\nA1,Before,nonSchool\n", in: scratch)
    #expect(other.exitCode == 0, "\(other.errors)")
    kill(child.process, SIGINT)
    #expect(child.wait(milliseconds: 5000) == .exited(128 + SIGINT))
    #expect(Scratch.read(scratch.file("errors")) == "sixthday: stopped: nothing was imported\n")
    let list = try sixthday(
      "list", "providers", "--format", "csv", "--caseload", caseload, in: scratch)
    #expect(list.outputLines.count == 2, "\(list.errors)")
  }

  @Test("an import that is to outlive its terminal does")
  func nohup() throws {
    let scratch = try Scratch()
    let pipe = scratch.file("pipe.csv")
    #expect(mkfifo(pipe, 0o600) == 0)
    let child = try Child(
      "/usr/bin/env",
      [
        "nohup", BuiltProgram.path, "import", "providers", pipe, "--caseload",
        scratch.file("caseload.sqlite3"),
      ], environment: BuiltProgram.environment(home: scratch.path), folder: scratch.path
    ) {
      posix_spawn_file_actions_addopen(&$0, 1, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&$0, 2, "/dev/null", O_WRONLY, 0)
    }
    var writer: Int32 = -1
    wait(for: child) {
      writer = open(pipe, O_WRONLY | O_NONBLOCK)
      return writer >= 0
    }
    kill(child.process, SIGHUP)
    writeAll(writer, Array("provider,name,kind\nA1,Outlived,nonSchool\n".utf8))
    close(writer)
    #expect(child.wait(milliseconds: 20_000) == .exited(0))
  }

  @Test("an import that is interrupted leaves the store as it was")
  func interrupted() throws {
    let scratch = try Scratch()
    let caseload = scratch.file("caseload.sqlite3")
    _ = try importing(
      "providers", "-", in: scratch, input: "provider,name,kind\nA1,Before,nonSchool\n")
    var text = "provider,name,kind\n"
    for number in 0..<60_000 { text += "B\(number),Provider number \(number),nonSchool\n" }
    let file = try scratch.write("many.csv", text)
    let child = try Child(
      BuiltProgram.path, ["import", "providers", file, "--caseload", caseload],
      environment: BuiltProgram.environment(home: scratch.path)
    ) {
      posix_spawn_file_actions_addopen(&$0, 1, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&$0, 2, "/dev/null", O_WRONLY, 0)
    }
    // As soon as it writes, it is killed in the middle.
    let end = milliseconds() + 20_000
    while (Scratch.readBytes(caseload + "-wal")?.count ?? 0) < 1, child.ended() == nil,
      milliseconds() < end
    { poll(nil, 0, 1) }
    kill(child.process, SIGKILL)
    _ = child.wait(milliseconds: 5000)
    let list = try sixthday(
      "list", "providers", "--format", "csv", "--caseload", caseload, in: scratch)
    #expect(list.exitCode == 0, "\(list.errors)")
    #expect([2, 60_002].contains(list.outputLines.count))
    let check = try sixthday("check", "--caseload", caseload, in: scratch)
    #expect(check.exitCode == 0)
  }
}
