import AlternativeProvision
import CaseStore
import Foundation
import TerminalUI
import Testing

@testable import Dashboard

/// Words that the caseload takes no more, since its file is gone.
@Suite("Words typed when the file is lost")
struct RescueTests {
  /// A place in memory for what is written elsewhere.
  private final class Elsewhere {
    var files: [String: String] = [:]
    var fails = false

    var file: RescueFile {
      RescueFile(
        places: { ["/state/rescued-1.txt"] },
        write: { [unowned self] text, path in
          if self.fails {
            throw StoreError(.refused, "\(path) cannot be written", toDo: "name another")
          }
          self.files[path] = text
          return path
        })
    }
  }

  private func seat(_ table: PanelTable, _ elsewhere: Elsewhere) throws -> Seat {
    let seat = try Seat(at: table, rescue: elsewhere.file)
    seat.go(to: .rationale)
    seat.type("She keeps what")
    seat.wait(.milliseconds(250))
    try FileManager.default.removeItem(atPath: table.small.path)
    seat.type(" she begins.")
    seat.wait(.milliseconds(250))
    return seat
  }

  @Test("the key that saves them is named first, and writes all of it to the file that one names")
  func onAKey() throws {
    let (table, elsewhere) = (try PanelTable(), Elsewhere())
    let seat = try seat(table, elsewhere)
    #expect(seat.shows("Not saved yet. Alt-w writes it elsewhere."))
    seat.press("alt+n")
    #expect(seat.shows("Item 1 of 5"))
    seat.press("alt+w")
    #expect(seat.shows("/state/rescued-1.txt"))
    seat.press("enter")
    #expect(seat.shows("Your words are in /state/rescued-1.txt: take them up"))
    let kept = try #require(elsewhere.files["/state/rescued-1.txt"])
    #expect(
      kept.contains(
        "Could not be saved, on AP-2026-0001:\n\nRationale:\nShe keeps what she begins.\n"))
    // They are safe now: one can step on, and leave.
    seat.press("alt+n")
    #expect(seat.shows("Item 2 of 5"))
  }

  @Test("a file that can't be written is told, and the words stay")
  func refused() throws {
    let (table, elsewhere) = (try PanelTable(), Elsewhere())
    let seat = try seat(table, elsewhere)
    elsewhere.fails = true
    seat.press("alt+w", "enter")
    #expect(seat.shows("cannot be written"))
    seat.press("esc", "esc", "ctrl+c")
    #expect(seat.shows("Not saved: "))
    seat.press("ctrl+c")
    #expect(!seat.app.isFinished)
    #expect(seat.shows("can't be written"))
    #expect(seat.screen?.unsafeFields == [.decision(.rationale)])
  }

  @Test("leaving at once writes them first, and says before where")
  func onLeaving() throws {
    let (table, elsewhere) = (try PanelTable(), Elsewhere())
    let seat = try seat(table, elsewhere)
    seat.press("ctrl+c")
    #expect(seat.shows("again writes your words to a file and leaves"))
    #expect(elsewhere.files.isEmpty)
    seat.press("ctrl+c")
    #expect(seat.app.isFinished)
    seat.app.leave()
    #expect(elsewhere.files.count == 1)
    #expect(seat.app.rescued?.path == "/state/rescued-1.txt")
    #expect(seat.app.rescued?.words.contains("She keeps what she begins.") == true)
  }

  @Test("a signal that ends the program writes them too")
  func onSignal() throws {
    let (table, elsewhere) = (try PanelTable(), Elsewhere())
    let seat = try seat(table, elsewhere)
    seat.send(.quit(1))
    seat.app.leave()
    #expect(elsewhere.files.values.first?.contains("She keeps what she begins.") == true)
  }

  @Test("where everything is on file nothing is written elsewhere")
  func nothingToDo() throws {
    let (table, elsewhere) = (try PanelTable(), Elsewhere())
    let seat = try Seat(at: table, rescue: elsewhere.file)
    seat.go(to: .rationale)
    seat.type("She keeps what she begins.")
    seat.press("ctrl+c", "ctrl+c")
    #expect(seat.app.isFinished)
    seat.app.leave()
    #expect(elsewhere.files.isEmpty)
    #expect(try seat.stored(.rationale) == "She keeps what she begins.")
  }
}
