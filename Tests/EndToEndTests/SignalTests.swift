import Glibc
import Testing

/// The terminal always comes back.
@Suite("The terminal afterwards")
struct SignalTests {
  private static let leavesAlternateScreen = "\u{1b}[?1049l"
  private static let showsCursor = "\u{1b}[?25h"

  private func open(_ scratch: Scratch) throws -> PseudoTerminal {
    let session = try PseudoTerminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch)
    try session.expect("\u{1b}]2;S")
    #expect(!session.isWhole)
    return session
  }

  private func expectWhole(_ session: PseudoTerminal, after position: Int) {
    #expect(session.isWhole, "the modes were not put back")
    let last = String(decoding: session.bytes[position...], as: UTF8.self)
    #expect(last.contains(SignalTests.leavesAlternateScreen), "\(session.tail)")
    #expect(last.contains(SignalTests.showsCursor), "the cursor is still hidden")
    for mode in ["1000", "1002", "1006", "2004", "1004"] {
      let on = session.text.contains("\u{1b}[?\(mode)h")
      if on { #expect(last.contains("\u{1b}[?\(mode)l"), "mode \(mode) is still on") }
    }
  }

  @Test("is whole after q")
  func quits() throws {
    let scratch = try Scratch()
    let session = try open(scratch)
    let position = session.bytes.count
    session.type("q")
    #expect(try session.ending() == .exited(0))
    expectWhole(session, after: position)
  }

  @Test(
    "is whole after a signal that asks the program to end",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU])
  func asked(signal: Int32) throws {
    let scratch = try Scratch()
    let session = try open(scratch)
    let position = session.bytes.count
    session.signal(signal)
    _ = try session.ending()
    expectWhole(session, after: position)
  }

  @Test(
    "is whole after a crash, which is still reported as one",
    arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE])
  func crashes(signal: Int32) throws {
    let scratch = try Scratch()
    let session = try open(scratch)
    let position = session.bytes.count
    session.signal(signal)
    #expect(try session.ending() == .killed(by: signal))
    expectWhole(session, after: position)
  }

  @Test("a crash leaves no file of what was in memory, whatever the shell allows")
  func noCore() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let session = try PseudoTerminal(
      "/bin/sh",
      ["-c", "ulimit -c unlimited; exec '\(BuiltProgram.path)' --caseload '\(caseload)'"],
      environment: BuiltProgram.environment(home: scratch.path, terminal: "xterm-256color"),
      folder: scratch.path)
    try session.expect("Open cases")
    let limits = try #require(Scratch.read("/proc/\(session.child.process)/limits"))
    let line = try #require(limits.split(separator: "\n").first { $0.contains("core file") })
    #expect(line.split(separator: " ").filter { $0 == "0" }.count == 2, "\(line)")
    session.signal(SIGSEGV)
    #expect(try session.ending() == .killed(by: SIGSEGV))
  }

  @Test(
    "a screen that the terminal does not take away is cleared of names, however one leaves",
    arguments: ["vt100", "linux", "vt220"], [0, SIGTERM, SIGHUP, SIGSEGV])
  func cleared(kind: String, signal: Int32) throws {
    let scratch = try Scratch()
    let terminal = try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch, terminal: kind)
    #expect(try terminal.screen().contains("1 Open cases"))
    if signal == 0 {
      try terminal.pressWithoutWaiting(["q"])
    } else {
      kill(try terminal.process(), signal)
    }
    _ = try terminal.exitCode()
    let left = try terminal.screen()
    #expect(!left.contains("Open cases") && !left.contains("│") && !left.contains("┃"), "\(left)")
  }

  @Test("is whole while the program is stopped by Ctrl-Z, and taken up again by fg")
  func stops() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch)
    let terminal = try Terminal.shell(in: scratch)
    try terminal.pressWithoutWaiting([
      "\(BuiltProgram.path) --caseload \(caseload)", "Enter",
    ])
    try terminal.wait(for: "1 Open cases")
    #expect(try terminal.ask("alternate_on") == "1")
    #expect(try terminal.ask("mouse_any_flag") == "1")
    for _ in 1...2 {
      try terminal.pressWithoutWaiting(["C-z"])
      try terminal.wait(for: "Stopped")
      #expect(try terminal.ask("alternate_on") == "0")
      #expect(try terminal.ask("mouse_any_flag") == "0")
      #expect(try terminal.ask("cursor_flag") == "1")
      try terminal.pressWithoutWaiting(["clear; stty -a | grep -o '.echo '", "Enter"])
      try terminal.wait("for echo to be on") { $0.lines.contains { $0.hasPrefix(" echo") } }
      try terminal.pressWithoutWaiting(["clear; fg", "Enter"])
      try terminal.wait(for: "1 Open cases")
      #expect(try terminal.ask("alternate_on") == "1")
    }
    try terminal.pressWithoutWaiting(["q"])
    try terminal.wait(for: "ready>")
    #expect(try terminal.ask("alternate_on") == "0")
  }
}
