import Glibc
import Testing

/// What another program has written over the screen.
@Suite("A screen that something else has written on")
struct RepaintTests {
  @Test("Ctrl-L draws every cell anew", arguments: ["xterm-256color", "vt100"])
  func repaint(name: String) throws {
    let scratch = try Scratch()
    let terminal = try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch, columns: 80,
      rows: 24, terminal: name)
    // Once the figures of the first line are whole, nothing but the noise changes.
    try terminal.press("Enter")
    try terminal.wait(for: "1 Clocks")
    let before = try terminal.screen().lines
    let path = try #require(try terminal.ask("pane_tty"))
    let noise = Array("\u{1B}[5;5HNOISE ON THE LINE".utf8)
    let line = open(path, O_WRONLY | O_NOCTTY)
    #expect(line >= 0)
    #expect(write(line, noise, noise.count) == noise.count)
    close(line)
    try terminal.wait(for: "NOISE ON THE LINE")
    try terminal.press("C-l")
    let after = try terminal.screen().lines
    for (now, then) in zip(after, before) { #expect(now == then) }
  }
}
