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
    let file = scratch.file("state/sixthday/rescued-\(BuiltProgram.today)-1.txt")
    #expect(Scratch.read(file)?.contains(Self.before + Self.after) == true)
    #expect(mode(file) == 0o600)
  }

  @Test("a lost connection writes them too")
  func onHangUp() throws {
    let scratch = try Scratch()
    let terminal = try typing(in: scratch)
    kill(try terminal.process(), SIGHUP)
    _ = try terminal.exitCode()
    let file = scratch.file("state/sixthday/rescued-\(BuiltProgram.today)-1.txt")
    #expect(Scratch.read(file)?.contains(Self.before + Self.after) == true)
  }
}
