import CaseStore
import Foundation
import TerminalUI
import Testing

@testable import Dashboard

/// A screen that notes what it hears.
private struct Listener: Screen {
  /// Kept outside, so that it can be read while the app holds the screen.
  final class Notes {
    /// The file that the app works on, which goes with its last holder.
    var file: SmallCaseload?
    var heard: [String] = []
    var deadline: Duration?
    var hasWork = false
  }

  let notes: Notes
  var name = ""
  var contexts: [KeyContext] { [.everywhere] }
  var deadline: Duration? { notes.deadline }
  var hasWork: Bool { notes.hasWork }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .key(let key) where key == Key(.character("e")): .edit("draft")
    case .key(let key) where key == Key(.character("n")): .push(Listener(notes: notes, name: "2"))
    case .key(let key) where key == Key(.character("b")): .pop
    case .key(let key) where key == Key(.character("c")):
      .change(
        Change(cause: "test", done: "Done it", then: .edited("then")) { door in
          try door.put(SmallCaseload.year, of: .authority(352))
        })
    default: .stay
    }
  }
  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome {
    if case .edited(let text) = answer { notes.heard.append("\(name)edited \(text)") }
    return .redraw
  }
  mutating func timeIsUp(desk: Desk) -> Outcome {
    notes.deadline = nil
    notes.heard.append("\(name)time")
    return .redraw
  }
  mutating func look(desk: Desk) -> Outcome {
    notes.heard.append("\(name)look")
    return .stay
  }
  mutating func leave(desk: Desk) { notes.heard.append("\(name)leave") }
  mutating func work(desk: Desk) {
    notes.hasWork = false
    notes.heard.append("\(name)work")
  }
  mutating func refresh(desk: Desk) { notes.heard.append("\(name)refresh") }
  mutating func draw(on surface: inout Surface, desk: Desk) {}
}

@Suite("What a screen hears besides keys")
struct PauseTests {
  private final class Watch { var now = Duration.zero }

  private func app(_ notes: Listener.Notes, _ watch: Watch = Watch()) throws -> DashboardApp {
    let small = try SmallCaseload()
    notes.file = small
    var settings = Settings()
    settings.blankAfter = 0
    let setting = DashboardSetting(
      author: "A. Lead", settings: settings, now: { SmallCaseload.now },
      stopwatch: { watch.now })
    let desk = try Desk(
      caseload: small.caseload, board: .init(small.caseload, today: SmallCaseload.today),
      today: SmallCaseload.today, setting: setting)
    let app = DashboardApp(
      desk: desk, size: Size(width: 80, height: 24), first: Listener(notes: notes))
    while app.hasWork { app.work() }
    notes.heard = []
    return app
  }

  private func press(_ key: Character, _ app: DashboardApp) {
    guard let key = Key(String(key)) else { return }
    app.handle(.key(key))
  }

  @Test("a screen is told when the time that it asked for has come, and not before")
  func deadline() throws {
    let notes = Listener.Notes()
    let watch = Watch()
    let app = try app(notes, watch)
    #expect(app.deadline == nil)
    notes.deadline = .milliseconds(250)
    #expect(app.deadline == .milliseconds(250))
    watch.now = .milliseconds(249)
    app.passTime()
    #expect(notes.heard.isEmpty)
    watch.now = .milliseconds(250)
    app.passTime()
    #expect(notes.heard == ["time"])
    #expect(app.deadline == nil)
  }

  @Test("a screen saves when it is covered, when it is left, and when the program is asked to end")
  func leave() throws {
    let notes = Listener.Notes()
    let app = try app(notes)
    press("n", app)
    #expect(notes.heard == ["leave"])
    press("b", app)
    #expect(notes.heard == ["leave", "2leave"])
    app.leave()
    #expect(notes.heard == ["leave", "2leave", "leave"])
  }

  @Test("every screen hears that somebody wrote to the file, even where the journal says nothing")
  func look() throws {
    let notes = Listener.Notes()
    let app = try app(notes)
    press("n", app)
    notes.heard = []
    app.handle(.wake(0))
    #expect(notes.heard == ["look", "2look"])
  }

  @Test("what is to be made ready is made ready while no key is pressed")
  func work() throws {
    let notes = Listener.Notes()
    let app = try app(notes)
    #expect(!app.hasWork)
    notes.hasWork = true
    #expect(app.hasWork)
    app.work()
    #expect(notes.heard == ["work"])
    #expect(!app.hasWork)
  }

  @Test("a change is put through the door, shown, said, and answered")
  func change() throws {
    let notes = Listener.Notes()
    let app = try app(notes)
    press("c", app)
    #expect(notes.heard.last == "edited then")
    #expect(notes.heard.contains("refresh"))
    #expect(app.message == Message(.notice, "Done it"))
  }

  @Test("a text goes to the person's own editor once, and comes back to the screen that wanted it")
  func edit() throws {
    let notes = Listener.Notes()
    let app = try app(notes)
    press("e", app)
    #expect(app.takeTextToEdit() == "draft")
    #expect(app.takeTextToEdit() == nil)
    app.receive(edited: .success("better"))
    #expect(notes.heard == ["leave", "edited better", "leave"])
  }

  @Test("an editor that is missing or fails says what to do, and the text stays as it was")
  func noEditor() throws {
    let notes = Listener.Notes()
    let app = try app(notes)
    press("e", app)
    app.receive(edited: .failure(.noneSet))
    #expect(notes.heard == ["leave"], "what was typed is saved before the editor opens")
    #expect(app.message?.text.contains("set EDITOR") == true)
    app.receive(edited: .failure(.failed("vi")))
    #expect(app.message?.text.contains("stays as it was") == true)
  }

  @Test("what an editor left and has no place any more stays where it is, and that is said")
  func leftOver() throws {
    let bench = try Bench()
    // No process has this number: the program that made the file is gone.
    let path = "/tmp/sixthday-99999999-\(UInt32.random(in: 0...(.max))).txt"
    try "What was saved.".write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try bench.small.caseload.keep(
      FormDraft(
        form: "editor referral 424242 reasons", title: "",
        fields: [FormDraft.Field(name: "", opened: "", text: path)], focus: "", cursor: 0,
        at: SmallCaseload.now), of: "A. Lead")
    try bench.app.lookForForms()
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(try bench.small.caseload.drafts(by: "A. Lead").count == 1)
    #expect(bench.app.message?.text.contains(path) == true)
  }

  @Test("the editor's file is its owner's only, and gone afterwards")
  func privateFile() throws {
    let text = "Zoë said:\n“no”"
    let file = try #require(ScratchFile(text))
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    #expect(file.read() == text)
    file.remove()
    #expect(file.read() == nil)
  }
}
