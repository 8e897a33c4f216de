import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("What keeps a person waiting")
struct LongWaitTests {
  /// Has another program write for as long as the keys are being pressed.
  private func whileAnotherWrites(to bench: Bench, _ body: () throws -> Void) throws {
    let other = try Caseload.open(bench.small.path, access: .readWrite)
    try other.change(by: "B. Other", at: SmallCaseload.now, cause: "a long import") { _ in
      try body()
    }
  }

  /// Presses keys in one go, as they come from a terminal that was read late.
  private func together(_ keys: String...) -> [Event] {
    keys.compactMap { Key($0).map { .key($0) } }
  }

  private func officer(_ bench: Bench) throws -> String? {
    try bench.small.caseload.file(reference: "AP-2026-0001")?.value.officer
  }

  @Test("another program's write is said to be waited for, and Escape gives up: nothing is changed")
  func escapeGivesUp() throws {
    let bench = try Bench()
    bench.press("a")
    bench.type("pat")
    var said: [String] = []
    bench.app.longWait.show = { said.append($0.text) }
    bench.app.longWait.heard = { self.together("down", "q", "esc", "j") }
    try whileAnotherWrites(to: bench) {
      // What was pressed upon the line, and right behind the key that had to wait, is not carried out.
      bench.app.answer(together("enter", "G", "q"))
    }
    #expect(said == ["Another program is writing; waiting… Esc gives up."])
    #expect(!bench.app.isFinished)
    bench.send(.focus(true))
    #expect(bench.shows("Given up: nothing was changed."))
    #expect(try officer(bench) == nil)
    #expect(bench.selectedLine?.contains("FOX") == true)
    // Neither does the store itself hold anything back: the same goes through now.
    bench.press("a")
    bench.type("pat")
    bench.press("enter")
    #expect(try officer(bench) == "J. Patel")
  }

  @Test("Ctrl-C gives up too, and does not end the program")
  func interrupt() throws {
    let bench = try Bench()
    bench.press("a")
    bench.type("pat")
    bench.app.longWait.heard = { self.together("ctrl+c") }
    try whileAnotherWrites(to: bench) { bench.app.answer(together("enter")) }
    #expect(!bench.app.isFinished)
    bench.send(.focus(true))
    #expect(bench.shows("Given up"))
  }

  @Test("a window that is resized, and a signal, are answered when the wait is over")
  func later() throws {
    let bench = try Bench()
    bench.press("a")
    bench.type("pat")
    var events: [Event] = [.resize(Size(width: 100, height: 30)), .key(Key(.escape))]
    bench.app.longWait.heard = {
      defer { events = [] }
      return events
    }
    try whileAnotherWrites(to: bench) { bench.app.answer(together("enter")) }
    #expect(bench.app.draw().height == 30)
    bench.press("a")
    bench.type("pat")
    bench.app.longWait.heard = { [.quit(15)] }
    try whileAnotherWrites(to: bench) { bench.app.answer(together("enter")) }
    #expect(bench.app.isFinished && bench.app.endedBy == 15)
    #expect(try officer(bench) == nil)
  }

  @Test("a key that was pressed before anybody could read a failure leaves it where it is")
  func failureStays() throws {
    let bench = try Bench(isReadOnly: true)
    bench.app.answer(together("a", "j", "j"))
    bench.send(.focus(true))
    #expect(bench.shows("read only:"))
    bench.press("j")
    #expect(bench.shows("read only:"))
    bench.time += .milliseconds(400)
    bench.press("j")
    #expect(!bench.shows("read only:"))
  }

  @Test("what others have changed does not wipe a failure that is still to be read")
  func othersWait() throws {
    let bench = try Bench()
    bench.press("3", "a")
    #expect(bench.shows("Select a case first"))
    let other = try Caseload.open(bench.small.path, access: .readWrite)
    var file = try #require(try other.file(reference: "AP-2026-0001"))
    file.value.officer = "B. Other"
    try other.change(by: "B. Other", at: SmallCaseload.now, cause: "assign") { try $0.write(file) }
    bench.app.caseloadMayHaveChanged()
    bench.send(.focus(true))
    #expect(bench.shows("Select a case first"))
  }

  @Test("Ctrl-C says that it leaves if pressed again, and does so then and only then")
  func leaving() throws {
    let bench = try Bench()
    bench.press("/")
    bench.type("fox")
    bench.press("ctrl+c")
    #expect(bench.shows("Ctrl-C again leaves") && bench.shows("“fox"))
    bench.press("x", "ctrl+c")
    #expect(!bench.app.isFinished)
    bench.press("ctrl+c")
    #expect(bench.app.isFinished)
  }
}
