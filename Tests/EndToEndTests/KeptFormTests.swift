import AlternativeProvision
import CaseStore
import Glibc
import Testing

/// A form that is killed in mid-sentence, as by a pulled plug, in a real terminal.
@Suite("A killed form in a real terminal")
struct KeptFormTests {
  private static let person = "Marian Holroyd"

  /// A form, and the keys by which it is reached from the board.
  struct Way: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let keys: [[String]]
    /// The keys by which it is reached again; the same where there are none.
    var again: [[String]] = []
    /// What the next start says of it.
    let told: String
  }

  static let ways = [
    Way(
      testDescription: "a new panel", keys: [["M"], ["1"], ["n"]],
      told: "A form was left unsaved: A new panel (M, 1, n)."),
    Way(
      testDescription: "why an item comes off an agenda", keys: [["M"], ["2"], ["Enter"], ["d"]],
      told: "A form was left unsaved: Off the agenda,"),
    Way(
      testDescription: "an interest", keys: [["M"], ["2"], ["Enter"], ["t"], ["i"], ["Enter"]],
      told: "A form was left unsaved: An interest, "),
    Way(
      testDescription: "a note that corrects minutes",
      keys: [["M"], ["2"], ["G"], ["Enter"], ["m"], ["n"]],
      told: "A form was left unsaved: A note that corrects minutes,"),
    Way(
      testDescription: "a child's place", keys: [["p"], ["Enter"]], again: [["p"]],
      told: "A form was left unsaved: Place, AP-"),
  ]

  private func program(_ caseload: String, in scratch: Scratch) throws -> Terminal {
    try Terminal(
      sixthday: ["--caseload", caseload], in: scratch, environment: ["USER": Self.person])
  }

  /// Waits until the store holds what was typed, a second at most.
  static func kept(
    _ caseload: String, by author: String, _ holds: (FormDraft) -> Bool
  ) throws -> FormDraft {
    let end = milliseconds() + 1000
    let store = try Caseload.open(caseload, access: .readOnly)
    while true {
      if let draft = try store.drafts(by: author).first(where: holds) { return draft }
      if milliseconds() > end { throw HarnessProblem("it was not in the store within a second") }
      poll(nil, 0, 2)
    }
  }

  @Test("its words are in the file within a second, and it comes back with them", arguments: ways)
  func killed(way: Way) throws {
    let scratch = try Scratch()
    let caseload = try SampleCaseload.copy(into: scratch, withPanels: true)
    let first = try program(caseload, in: scratch)
    for keys in way.keys { for key in keys { try first.press(key) } }
    try first.press("End")
    try first.type("is she who sa")
    let draft = try Self.kept(caseload, by: Self.person) {
      $0.fields.contains { $0.text.hasSuffix("is she who sa") }
    }
    #expect(draft.cursor == draft.fields.first { $0.name == draft.focus }?.text.count)
    kill(try first.process(), SIGKILL)
    #expect(try first.exitCode() == nil)

    let second = try program(caseload, in: scratch)
    try second.wait(for: way.told)
    for keys in way.again.isEmpty ? way.keys : way.again {
      for key in keys { try second.press(key) }
    }
    let screen = try second.wait(for: "is she who sa")
    #expect(screen.contains("is here again"))
    // Behind the last letter, as if nothing had happened.
    try second.type("id so")
    try second.wait(for: "is she who said so")
    let x = try #require(try second.ask("cursor_x").flatMap { Int($0) })
    let y = try #require(try second.ask("cursor_y").flatMap { Int($0) })
    let line = Array(try second.screen().lines[y])
    #expect(String(line[..<min(x, line.count)]).hasSuffix("is she who said so"))
    _ = try Self.kept(caseload, by: Self.person) {
      $0.fields.contains { $0.text.hasSuffix("is she who said so") }
    }
  }
}
