import Testing

@testable import TerminalUI

@Suite("A person's own keys")
struct KeyMapTests {
  enum Command: Hashable { case zoom, sort, down, top, quit, choose }
  static let board = KeyContext("board", title: "The board")
  static let moving = KeyContext("moving", title: "Moving about")
  static let everywhere = KeyContext("everywhere", title: "Everywhere")
  static let choosing = KeyContext("choosing", title: "Choosing", takesText: true)
  static let together = [[board, moving, everywhere]]
  static let table = KeyTable<Command>([
    Binding(.zoom, ["z"], "Zoom", "Give the pane the screen", in: board),
    Binding(.sort, ["s", "S"], "Sort", "Sort by a column", in: board),
    Binding(.down, ["j", "down"], "Down", "One line down", in: moving),
    Binding(.top, ["g", "home"], "To the top", "To the first line", in: moving),
    Binding(.quit, ["q"], "Leave", "Leave the program", in: everywhere, named: "quit"),
    Binding(.choose, ["enter"], "Choose", "Take the line", in: choosing),
  ])

  private func rebound(_ text: String) -> (table: KeyTable<Command>, problems: [String]) {
    let (table, problems, _) = Self.table.rebound(
      by: KeyMapFile(Array(text.utf8)), together: Self.together)
    return (table, problems.map { "\($0.line): \($0.message)" })
  }

  /// What a file takes from commands that keep another key.
  private func noticed(_ text: String) -> [String] {
    let found = Self.table.rebound(by: KeyMapFile(Array(text.utf8)), together: Self.together)
    return found.notices.map { "\($0.line): \($0.message)" }
  }

  private func called(_ keys: String, in table: KeyTable<Command>) -> [Command] {
    var reader = KeyReader<Command>()
    return (Key.sequence(keys) ?? []).compactMap { key in
      guard case .command(let found) = reader.press(key, table: table, in: Self.together[0]) else {
        return nil
      }
      return found.command
    }
  }

  @Test("a command is named by its place and its title, or by a word of its own")
  func names() {
    #expect(Self.table.binding(named: "board.zoom")?.command == .zoom)
    #expect(Self.table.binding(named: "moving.to-the-top")?.command == .top)
    #expect(Self.table.binding(named: "everywhere.quit")?.command == .quit)
    #expect(Self.table.problems == [])
    let twice = KeyTable<Command>([
      Binding(.zoom, ["z"], "Zoom", "", in: Self.board),
      Binding(.sort, ["s"], "Sort", "", in: Self.board, named: "zoom"),
    ])
    #expect(twice.problems == ["board.zoom is the name of two bindings"])
  }

  @Test("a line gives a command its keys, and takes the old ones")
  func replaces() {
    let (table, problems) = rebound("board.zoom = Z, ctrl+w z\n# a comment\n\nmoving.down += n\r\n")
    #expect(problems == [])
    #expect(called("z", in: table) == [])
    #expect(called("Z ctrl+w z n j", in: table) == [.zoom, .zoom, .down, .down])
    #expect(table.binding(named: "board.zoom")?.label == "Z, ^W z")
  }

  @Test("keys are taken away from a command or from a place")
  func unbinds() {
    let (table, problems) = rebound("unbind board.zoom\nunbind moving g\n")
    #expect(problems == [])
    #expect(called("z g home", in: table) == [.top])
    #expect(
      rebound("unbind moving ctrl+q").problems == ["1: ctrl+q calls nothing in 'moving'"])
    #expect(
      rebound("unbind bord z").problems == ["1: there is no place 'bord'; did you mean board?"])
  }

  @Test("a misspelt command is told of with the nearest one")
  func unknownCommand() {
    #expect(
      rebound("board.zom = Z").problems
        == ["1: there is no command 'board.zom'; did you mean board.zoom?"])
    #expect(
      rebound("\nzoom = Z").problems
        == ["2: there is no command 'zoom'; did you mean board.zoom?"])
    #expect(rebound("xyzzy.plugh = Z").problems == ["1: there is no command 'xyzzy.plugh'"])
  }

  @Test("a key that is none, or that no terminal sends, is told of")
  func unknownKey() {
    #expect(
      rebound("board.zoom = pagedwon").problems
        == ["1: there is no key 'pagedwon'; did you mean pagedown?"])
    #expect(
      rebound("board.zoom = hyper+x").problems == [
        "1: there is no key 'hyper+x'; keys are written like j, G, ctrl+r, alt+x, F5, pageup, space"
      ])
    #expect(
      rebound("board.zoom = ctrl+i").problems == ["1: terminals send tab for ctrl+i; write tab"])
    #expect(
      rebound("board.zoom = ctrl+z").problems == ["1: the terminal keeps ctrl+z to stop programs"])
    #expect(
      rebound("board.zoom = x esc").problems
        == ["1: esc can only come first: after a key it drops what was begun"])
    // The rest of the file holds.
    #expect(called("Z", in: rebound("board.sort = foo\nboard.zoom = Z").table) == [.zoom])
  }

  @Test(
    "a line that says nothing is told of",
    arguments: ["board.zoom", "board.zoom =", "= z", "board zoom = z", "unbind", "unbind board"])
  func malformed(_ line: String) {
    #expect(rebound(line).problems.count == 1)
  }

  @Test("the comma has a name")
  func comma() {
    let (table, problems) = rebound("board.zoom = comma, =\nboard.sort = ,")
    #expect(called(", =", in: table) == [.zoom, .zoom])
    #expect(problems == ["2: a key is missing beside a comma; the key ',' is written 'comma'"])
  }

  @Test("a key that another command has by default goes over, and is told of where none is left")
  func takesOver() {
    let (table, problems) = rebound("board.sort = z")
    #expect(called("z s", in: table) == [.sort])
    #expect(
      problems == [
        "1: z was board.zoom, which has no key left in 'board'; give it another, "
          + "or say 'unbind board.zoom'"
      ])
    #expect(rebound("board.sort = z\nunbind board.zoom").problems == [])
    #expect(rebound("board.sort = z\nboard.zoom = Z").problems == [])
    // It has the arrow still.
    let moved = rebound("board.zoom = j")
    #expect(moved.problems == [])
    #expect(called("j down", in: moved.table) == [.zoom, .down])
  }

  @Test(
    "a key taken from a command that keeps another is noticed, also by a sequence that it begins")
  func noticesTaken() {
    #expect(noticed("board.zoom = j") == ["1: j was moving.down, which keeps down in 'board'"])
    let sequence = "\nboard.sort = g g"
    #expect(
      noticed(sequence) == [
        "2: g, with which g g begins, was moving.to-the-top, which keeps home in 'board'"
      ])
    #expect(called("home g g", in: rebound(sequence).table) == [.top, .sort])
    #expect(
      noticed("everywhere.quit = S") == ["1: S was board.sort, which keeps s in 'everywhere'"])
    // Who has said what the other command is called by knows it.
    #expect(noticed("board.zoom = j\nmoving.down = n") == [])
    #expect(noticed("board.zoom = Z") == [])
  }

  @Test("a key given in an outer place takes it from the inner ones, which would hide it")
  func outer() {
    let (table, problems) = rebound("everywhere.quit = s")
    #expect(called("s S q", in: table) == [.quit, .sort])
    #expect(problems == [])
    #expect(rebound("board.zoom = q").problems.count == 1)
  }

  @Test("one key for two commands of one's own is told of, and the first has it")
  func conflict() {
    let (table, problems) = rebound("board.zoom = x\nmoving.down += x\nmoving.down += x y")
    #expect(
      problems == [
        "2: x is board.zoom already, by line 1",
        "3: x y can't be told from x, which is board.zoom by line 1",
      ])
    #expect(called("x", in: table) == [.zoom])
    #expect(
      rebound("board.zoom = x\nboard.zoom = y").problems == [
        "2: board.zoom was set on line 1 already; put its keys on one line, or add with +="
      ])
  }

  @Test("where letters are typed a bare letter can't be bound")
  func text() {
    #expect(
      rebound("choosing.choose = x").problems == [
        "1: x types a letter in 'choosing'; use one with ctrl, alt or a function key"
      ])
    #expect(rebound("choosing.choose = ctrl+x").problems == [])
  }

  @Test("keys that wait tell what may follow")
  func following() {
    let table = rebound("board.zoom = ctrl+w z\nboard.sort = ctrl+w s d").table
    let hints = table.following([Key("ctrl+w")].compactMap { $0 }, in: Self.together[0])
    #expect(hints.map(\.keys) == ["z", "s d"])
    #expect(hints.map(\.title) == ["Zoom", "Sort"])
    #expect(table.following([], in: Self.together[0]).count > 2)
    #expect(table.following([.character("q")], in: Self.together[0]).isEmpty)
  }

  @Test("the table written as a file and read again is the same table")
  func written() {
    let contexts = [Self.board, Self.moving, Self.everywhere, Self.choosing]
    let text = Self.table.keyMapText(in: contexts)
    #expect(rebound(text).problems == [])
    let live = text.split(separator: "\n").filter { $0.hasPrefix("# ") && !$0.hasPrefix("#   ") }
      .map { $0.dropFirst(2) }
    let (table, problems) = rebound(live.joined(separator: "\n"))
    #expect(problems == [])
    #expect(table.bindings.map(\.label) == Self.table.bindings.map(\.label))
  }

  @Test("no file whatever ends the program")
  func noise() {
    let letters = Array("board.zoom=,+ \nunbind\u{1B}é#".utf8)
    var state: UInt64 = 7
    for _ in 0..<200 {
      var bytes: [UInt8] = []
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(letters[Int(state >> 33) % letters.count])
      }
      _ = Self.table.rebound(by: KeyMapFile(bytes), together: Self.together)
    }
  }
}
