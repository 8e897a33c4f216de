import Glibc

/// Another program that has the same caseload open, and holds it for as long as a test wishes.
final class OtherProgram {
  private let child: Child
  private let input: Int32
  private let output: Channel

  /// Begins to write, and answers when nobody else can.
  ///
  /// - Parameter alone: Whether nobody else can read meanwhile either.
  init(holding caseload: String, alone: Bool = false) throws {
    let toChild = try Channel.pipe()
    let fromChild = try Channel.pipe()
    child = try Child(
      "sqlite3", ["-batch", caseload], environment: BuiltProgram.environment(home: "/nonexistent")
    ) {
      posix_spawn_file_actions_adddup2(&$0, toChild.reading, 0)
      posix_spawn_file_actions_adddup2(&$0, fromChild.writing, 1)
    }
    close(toChild.reading)
    close(fromChild.writing)
    input = toChild.writing
    output = Channel(fromChild.reading)
    let begin =
      alone ? "PRAGMA locking_mode = EXCLUSIVE;\nBEGIN EXCLUSIVE;\n" : "BEGIN IMMEDIATE;\n"
    writeAll(input, Array((".timeout 10000\n.output /dev/null\n" + begin).utf8))
    writeAll(input, Array(".output stdout\n.print held\n".utf8))
    guard output.line(milliseconds: 10_000) == "held" else {
      throw HarnessProblem("sqlite3 did not get hold of the caseload")
    }
  }

  /// Lets others write again.
  func letGo() {
    writeAll(input, Array("COMMIT;\n.quit\n".utf8))
    _ = child.wait(milliseconds: 10_000)
  }

  deinit { close(input) }
}
