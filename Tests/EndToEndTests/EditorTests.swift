import AlternativeProvision
import CaseStore
import Glibc
import Testing

/// The terminal lent to another program and taken back.
@Suite("The person's own editor in a real terminal")
struct EditorTests {
  /// An editor that tells which file it has, waits for its sign where it is told to, and adds words.
  private func editor(
    _ scratch: Scratch, adds words: String, waits: Bool = false, fails: Bool = false,
    savesFirst: Bool = false
  ) throws -> [String: String] {
    let wait = "while [ ! -e '\(scratch.file("go"))' ]; do sleep 0.02; done\n"
    let save = "printf %s '\(words)' >> \"$1\"\n"
    let path = try scratch.write(
      "editor",
      "#!/bin/sh\nprintf %s \"$1\" > '\(scratch.file("edited"))'\n"
        + (savesFirst ? save : "") + "echo EDITING\n" + (waits ? wait : "")
        + (savesFirst ? "" : save) + "exit \(fails ? 3 : 0)\n")
    chmod(path, 0o700)
    return ["EDITOR": path, "USER": "Marian Holroyd"]
  }

  /// Opens the form for what somebody said, with the cursor in their words.
  private func form(_ scratch: Scratch, _ environment: [String: String]) throws -> Terminal {
    let terminal = try Terminal(
      sixthday: ["--caseload", SampleCaseload.copy(into: scratch)], in: scratch,
      environment: environment)
    try terminal.press("e")
    try terminal.type("somebody")
    try terminal.press("Enter")
    try terminal.wait(for: "In their words")
    try terminal.press("Tab", "Tab")
    return terminal
  }

  /// Opens today's meeting at its second item, with the cursor where some keys lead: in a new action.
  private func meeting(
    _ scratch: Scratch, _ caseload: String, _ environment: [String: String],
    keys: [String] = ["a"]
  ) throws -> Terminal {
    let terminal = try Terminal(
      sixthday: ["panel", "--caseload", caseload], in: scratch, environment: environment)
    try terminal.press("Enter")
    try terminal.wait(for: "Matters arising")
    try terminal.press("t")
    try terminal.wait(for: "Marian Holroyd")
    try terminal.press("P", "Escape", "O")
    try terminal.wait(for: "Item 1 of")
    try terminal.press("n")
    for key in keys { try terminal.press(key) }
    return terminal
  }

  /// Whether the file that the editor had is there.
  private func isLeft(_ scratch: Scratch) throws -> Bool {
    let path = try #require(Scratch.read(scratch.file("edited")))
    #expect(!path.isEmpty)
    return access(path, F_OK) == 0
  }

  @Test("words of a form go to the editor and come back, and nothing of them stays behind")
  func roundTrip() throws {
    let scratch = try Scratch()
    let terminal = try form(scratch, editor(scratch, adds: "and more from outside"))
    try terminal.type("Written here ")
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "Written here and more from outside")
    #expect(try terminal.ask("alternate_on") == "1")
    #expect(try !isLeft(scratch))
    try terminal.pressWithoutWaiting(["C-s"])
    try terminal.wait(for: "What was said is noted.")
    try terminal.pressWithoutWaiting(["Enter"])
    try terminal.wait(for: "Clocks")
    try terminal.pressWithoutWaiting(["5"])
    try terminal.wait(for: "Written here and more from outside")
  }

  @Test("while the editor has the terminal it is as a shell wants it, and ours again after")
  func lent() throws {
    let scratch = try Scratch()
    let terminal = try form(scratch, editor(scratch, adds: "so", waits: true))
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "EDITING")
    #expect(try terminal.ask("alternate_on") == "0")
    #expect(try terminal.ask("mouse_any_flag") == "0")
    #expect(try terminal.ask("cursor_flag") == "1")
    #expect(try isLeft(scratch))
    try scratch.write("go", "")
    try terminal.wait(for: "In their words")
    #expect(try terminal.ask("mouse_any_flag") == "1")
    #expect(try !isLeft(scratch))
  }

  @Test("an editor that fails leaves the words as they were, and says so")
  func fails() throws {
    let scratch = try Scratch()
    let terminal = try form(scratch, editor(scratch, adds: "lost", fails: true))
    try terminal.type("Kept")
    try terminal.pressWithoutWaiting(["F4"])
    let screen = try terminal.wait(for: "ended with a fault; the text stays as it was")
    #expect(screen.contains("Kept") && !screen.contains("Keptlost"))
    #expect(try !isLeft(scratch))
  }

  @Test("what is more than a field takes stays in its file, which is named")
  func tooLong() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "editor",
      "#!/bin/sh\nprintf %s \"$1\" > edited\nyes 'too many words' | head -c 900000 > \"$1\"\n")
    chmod(path, 0o700)
    let terminal = try form(scratch, ["EDITOR": path, "USER": "Marian Holroyd"])
    try terminal.type("Kept")
    try terminal.pressWithoutWaiting(["F4"])
    let screen = try terminal.wait(for: "Too long for a field, and left in /")
    let file = try #require(Scratch.read(scratch.file("edited")))
    #expect(screen.contains(file) && screen.contains("Kept"))
    #expect(Scratch.readBytes(file)?.count == 900_000)
    unlink(file)
  }

  @Test("words of a meeting go to the editor and come back, into the file too")
  func meetingText() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
    let terminal = try meeting(scratch, caseload, editor(scratch, adds: "the clinic"))
    try terminal.type("Ring ")
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "The editor shows names to the room")
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "Ring the clinic")
    try terminal.pressWithoutWaiting(["Escape"])
    try terminal.wait("for the action in the file") { _ in
      actions(caseload).contains("Ring the clinic")
    }
  }

  @Test(
    "a program told to end while the editor is open keeps the words, removes their file and leaves a whole terminal",
    arguments: [SIGTERM, SIGHUP])
  func ended(signal: Int32) throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
    let terminal = try meeting(
      scratch, caseload, editor(scratch, adds: "from outside", waits: true))
    try terminal.type("Words ")
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "The editor shows names to the room")
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "EDITING")
    kill(try terminal.process(), signal)
    // The editor is somebody's work in progress: it is not pulled away.
    #expect(try terminal.screen().contains("EDITING"))
    #expect(try isLeft(scratch))
    try scratch.write("go", "")
    #expect(try terminal.exitCode() == 128 + signal)
    #expect(try !isLeft(scratch))
    #expect(try terminal.ask("alternate_on") == "0")
    #expect(actions(caseload).contains("Words from outside"))
  }

  @Test(
    "what was saved in an editor that goes down with the connection is kept, and is there again")
  func connectionLost() throws {
    let scratch = try Scratch()
    let environment = try editor(
      scratch, adds: "from outside", waits: true, fails: true, savesFirst: true)
    let terminal = try form(scratch, environment)
    try terminal.type("Words ")
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "EDITING")
    // The whole group is told, as by a terminal that is gone: the program and its editor.
    kill(-(try terminal.process()), SIGHUP)
    _ = try terminal.exitCode()
    #expect(try !isLeft(scratch))
    try comesBack(scratch, environment)
  }

  @Test("what was saved in an editor whose program was killed is taken in by the next start")
  func killed() throws {
    let scratch = try Scratch()
    let environment = try editor(scratch, adds: "from outside", waits: true, savesFirst: true)
    let terminal = try form(scratch, environment)
    try terminal.type("Words ")
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "EDITING")
    kill(try terminal.process(), SIGKILL)
    _ = try terminal.exitCode()
    #expect(try isLeft(scratch))
    // Lets the editor end, which nobody waits for any more.
    try scratch.write("go", "")
    try comesBack(scratch, environment)
    #expect(try !isLeft(scratch))
  }

  /// A field of a meeting's item.
  struct Place: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What stands before it on the screen; nil for an action, which a key begins.
    let label: String?
    /// What of the file holds the words.
    let query: String
  }

  static let places = [
    Place(
      testDescription: "an action", label: nil,
      query: "select text from draft where subject = 'action' and field = 'what'"),
    Place(
      testDescription: "the rationale", label: "Rationale",
      query: "select text from draft where field = 'rationale'"),
    Place(
      testDescription: "notes", label: "Notes",
      query: "select text from draft where field = 'notes'"),
  ]

  @Test(
    "what was saved in an editor on a meeting's field is there where the meeting is opened again",
    arguments: places)
  func killedInAMeeting(place: Place) throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
    let environment = try editor(scratch, adds: "from outside", waits: true, savesFirst: true)
    let terminal = try meeting(
      scratch, caseload, environment, keys: place.label == nil ? ["a"] : [])
    if let label = place.label {
      let screen = try terminal.screen()
      let spot = try #require(screen.position(of: "┃│ \(label)"), "\(screen)")
      try terminal.click(column: spot.column + 16, row: spot.row)
    }
    try terminal.type("Words ")
    // Others can see the screen: the first press says what the second does.
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "The editor shows names to the room")
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "EDITING")
    kill(try terminal.process(), SIGKILL)
    #expect(try terminal.exitCode() == nil)
    #expect(try isLeft(scratch))
    try scratch.write("go", "")

    let again = try Terminal(
      sixthday: ["panel", "meet", "--caseload", caseload], in: scratch, environment: environment)
    let screen = try again.wait(for: "What was saved in your editor is taken in.")
    // An action's room is narrow: it goes on in the row below, and all of it is in view.
    #expect(screen.contains("Words from") && screen.contains("outside"), "\(screen)")
    #expect(screen.contains("Item 2 of"))
    #expect(try !isLeft(scratch))
    let kept = try run(
      "sqlite3", [caseload, place.query],
      environment: BuiltProgram.environment(home: scratch.path))
    #expect(kept.outputLines.contains("Words from outside"), "\(kept.output)\(kept.errors)")
    // With the focus in it, so that one goes on where one was.
    try again.type("!")
    try again.wait(for: "Words !from")
  }

  @Test(
    "what was saved in an editor on a referral is in it when it is opened again, though the program was killed"
  )
  func killedOnAReferral() throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
    let environment = try editor(scratch, adds: "from outside", waits: true, savesFirst: true)
    let terminal = try Terminal(
      sixthday: ["panel", "--caseload", caseload], in: scratch, environment: environment)
    try terminal.press("3", "Enter")
    try terminal.wait(for: "Who refers, and for what")
    let reasons = try #require(
      try terminal.screen().lines.firstIndex { $0.contains("What is asked for") })
    try terminal.click(column: 40, row: reasons)
    try terminal.press("End")
    try terminal.type(" Words ")
    try terminal.pressWithoutWaiting(["F4"])
    try terminal.wait(for: "EDITING")
    kill(try terminal.process(), SIGKILL)
    #expect(try terminal.exitCode() == nil)
    try scratch.write("go", "")
    let again = try Terminal(
      sixthday: ["panel", "--caseload", caseload], in: scratch, environment: environment)
    try again.wait(for: "What was saved in your editor is taken in.")
    try again.press("3", "Enter")
    try again.wait(for: "Words from outside")
    #expect(try !isLeft(scratch))
  }

  /// Starts once more, and finds the words where they were being written.
  private func comesBack(_ scratch: Scratch, _ environment: [String: String]) throws {
    let again = try Terminal(
      sixthday: ["--caseload", scratch.file("caseload.sqlite3")], in: scratch,
      environment: environment)
    try again.wait(for: "A form was left unsaved: What somebody said, AP-")
    try again.press("e")
    try again.type("somebody")
    try again.press("Enter")
    try again.wait(for: "Words from outside")
  }

  /// What is to be done by anybody, as the file says.
  private func actions(_ caseload: String) -> [String] {
    guard let store = try? Caseload.open(caseload, access: .readOnly),
      let meeting = try? store.meetings().first(where: { $0.value.state == .open }),
      let file = try? store.meeting(meeting.id)
    else { return [] }
    return file.items.flatMap { $0.actions.map(\.action.what) }
  }
}
