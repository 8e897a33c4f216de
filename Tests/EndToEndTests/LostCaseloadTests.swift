import AlternativeProvision
import CaseStore
import Glibc
import Testing

/// The caseload's file goes while somebody types in a meeting: not a word of theirs goes with it.
@Suite("A caseload that is lost in a meeting", .serialized)
struct LostCaseloadTests {
  private static let before = "His carers keep him"
  private static let after = " if he isn’t at home all day."

  private func mode(_ path: String) -> mode_t {
    var found = stat()
    return stat(path, &found) == 0 ? found.st_mode & 0o777 : 0
  }

  /// A meeting in which a sentence was begun before the file was deleted, and ended after it.
  private func typing(in scratch: Scratch) throws -> Terminal {
    let caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
    let terminal = try Terminal(
      sixthday: ["panel", "meet", "--caseload", caseload], in: scratch, columns: 80, rows: 24)
    try terminal.press("O", "n", "n", "n", "d")
    try terminal.wait(for: "Note")
    try terminal.type("Decline")
    try terminal.press("Enter", "Escape", "d")
    for _ in 1...12 where try !terminal.screen().contains("say why, in words") {
      try terminal.press("Tab")
    }
    try terminal.type(Self.before)
    unlink(caseload)
    try terminal.type(Self.after)
    try terminal.wait(for: "Not saved yet. Alt-w")
    return terminal
  }

  @Test("on a key they go to a file of one's choosing, which is one's own")
  func onAKey() throws {
    let scratch = try Scratch()
    let terminal = try typing(in: scratch)
    try terminal.press("M-w")
    try terminal.wait(for: "Write your words to another file")
    // A long path takes several rows, and is cleared row by row.
    try terminal.press("C-u", "C-u", "C-u", "C-u")
    let file = scratch.file("kept/words.txt")
    try terminal.type(file)
    try terminal.press("Enter")
    try terminal.wait(for: "Your words are in")
    #expect(Scratch.read(file)?.contains(Self.before + Self.after) == true)
    #expect(mode(file) == 0o600)
    #expect(mode(scratch.file("kept")) == 0o700)
    try terminal.press("Escape")
    try terminal.pressWithoutWaiting(["q"])
    try terminal.wait(for: "Open cases")
  }

  @Test("Ctrl-C says where they go, and writes them there before it leaves")
  func onLeaving() throws {
    let scratch = try Scratch()
    let terminal = try typing(in: scratch)
    try terminal.press("C-c")
    try terminal.wait(for: "again writes your words to a file")
    try terminal.pressWithoutWaiting(["C-c"])
    // The end of "what could not be saved is in …": tmux scrolls the line to say that the pane is dead.
    try terminal.wait(for: "rescued-\(BuiltProgram.today)-1.txt")
    _ = try terminal.exitCode()
    let file = scratch.file("sixthday-rescued-\(BuiltProgram.today)-1.txt")
    #expect(Scratch.read(file)?.contains(Self.before + Self.after) == true)
    #expect(mode(file) == 0o600)
  }

  @Test("a lost connection writes them too")
  func onHangUp() throws {
    let scratch = try Scratch()
    let terminal = try typing(in: scratch)
    kill(try terminal.process(), SIGHUP)
    _ = try terminal.exitCode()
    let file = scratch.file("sixthday-rescued-\(BuiltProgram.today)-1.txt")
    #expect(Scratch.read(file)?.contains(Self.before + Self.after) == true)
  }
}

/// The caseload's file goes, or another one comes in its place, while somebody looks at the board.
@Suite("A caseload whose file goes from under the board")
struct MovedCaseloadTests {
  private func open(_ scratch: Scratch) throws -> (Terminal, String) {
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try Terminal(
      sixthday: ["--caseload", caseload], in: scratch, columns: 80, rows: 24)
    return (terminal, caseload)
  }

  @Test(
    "that it is gone is said without a key, and a refusal says what to do, whole at eighty columns")
  func gone() throws {
    let scratch = try Scratch()
    let (terminal, caseload) = try open(scratch)
    for ending in ["", "-wal", "-shm"] { unlink(caseload + ending) }
    let words = "The caseload's file is gone: nothing is saved until it is put back."
    try terminal.wait(for: words, milliseconds: 2500)
    // A key takes the words away once there was time to read them; the mark at the foot stays.
    for _ in 1...400 where try !terminal.screen().contains("file gone") {
      try terminal.press("j", "k")
    }
    #expect(try terminal.screen().contains("file gone"))
    try terminal.press("a")
    try terminal.type("Zoe Newcomer")
    try terminal.press("Enter", "Enter")
    try terminal.wait(for: words)
    // A copy of it that is put back is taken up, and can be written to.
    let other = try Scratch()
    let bytes = try #require(Scratch.readBytes(SampleCaseload.copy(into: other)))
    try scratch.write("caseload.sqlite3", bytes: bytes)
    let screen = try terminal.wait(for: "The caseload's file was replaced", milliseconds: 4000)
    #expect(!screen.contains("file gone"))
    try terminal.press("a")
    try terminal.type("Zoe Newcomer")
    try terminal.press("Enter", "Enter")
    try terminal.wait(for: "u undoes it")
  }

  @Test("a file that is moved away and back is found again, and another one in its place is opened")
  func moved() throws {
    let scratch = try Scratch()
    let (terminal, caseload) = try open(scratch)
    #expect(rename(caseload, scratch.file("elsewhere")) == 0)
    try terminal.wait(for: "file is gone", milliseconds: 2500)
    #expect(rename(scratch.file("elsewhere"), caseload) == 0)
    try terminal.wait(for: "is back in its place", milliseconds: 2500)
    // While a case is open what is on its screen stays, and the board then shows the other file.
    let other = try Scratch()
    let bytes = try #require(
      Scratch.readBytes(SampleCaseload.copy(into: other, withPanels: true)))
    try terminal.press("Enter")
    try scratch.write("new", bytes: bytes)
    #expect(rename(scratch.file("new"), caseload) == 0)
    try terminal.wait(for: "Another file has come", milliseconds: 2500)
    #expect(try terminal.screen().contains("Clocks"))
    try terminal.press("Escape")
    try terminal.wait(for: "The caseload's file was replaced", milliseconds: 4000)
    #expect(try terminal.screen().contains("1 Open cases"))
    let check = try sixthday("check", "--caseload", caseload, in: scratch)
    #expect(check.exitCode == 0, "\(check.output)\(check.errors)")
  }
}
