import Testing

@testable import TerminalUI

@Suite("Keys")
struct KeyTests {
  @Test(
    "a key reads back as it is written",
    arguments: [
      "j", "G", "?", "/", ":", "+", "ctrl+r", "alt+x", "ctrl+alt+x", "shift+tab", "F5", "F12",
      "pageup", "space", "ctrl+space", "alt+enter", "ctrl+up", "é", "ctrl++", "esc", "ctrl+\\",
    ])
  func roundTrip(_ text: String) {
    #expect(Key(text)?.text == text)
  }

  @Test("names take any case and common spellings")
  func spellings() {
    #expect(Key("Ctrl+R") == Key("ctrl+r"))
    #expect(Key("f5") == Key(.function(5)))
    #expect(Key("Escape") == Key(.escape))
    #expect(Key("PgDn") == Key(.pageDown))
    #expect(Key("shift+g") == .character("G"))
    #expect(Key("plus") == .character("+"))
  }

  @Test("what is no key is refused", arguments: ["", "hyper+x", "ctrl+", "f99", "foo", "ctrl+foo"])
  func refused(_ text: String) {
    #expect(Key(text) == nil)
  }

  @Test("a sequence is keys parted by blanks")
  func sequences() {
    #expect(Key.sequence("g g") == [.character("g"), .character("g")])
    #expect(Key.sequence("ctrl+x s")?.count == 2)
    #expect(Key.sequence("") == nil)
    #expect(Key.sequence("g hyper") == nil)
  }

  @Test("labels are short")
  func labels() {
    #expect(Key("ctrl+r")?.label == "^R")
    #expect(Key("down")?.label == "↓")
    #expect(Key("enter")?.label == "Enter")
    #expect(Key("shift+tab")?.label == "Shift-Tab")
    #expect(Key("F5")?.label == "F5")
  }
}

@Suite("The table of keys")
struct KeyTableTests {
  enum Command: Hashable { case down, top, quit, filter, close }
  static let everywhere = KeyContext("everywhere", title: "Everywhere")
  static let list = KeyContext("list", title: "In a list")
  static let table = KeyTable<Command>([
    Binding(.down, ["j", "down"], "down", "Select the next row", in: list, prominence: 1),
    Binding(.top, ["g g", "home"], "top", "Select the first row", in: list),
    Binding(.close, ["q"], "close", "Close the list", in: list, prominence: 5),
    Binding(.quit, ["q", "ctrl+q"], "quit", "Leave", in: everywhere, prominence: 9),
    Binding(.filter, ["/"], "filter", "Narrow the rows", in: everywhere, prominence: 3),
  ])

  private func press(_ keys: String, _ contexts: [KeyContext] = [list, everywhere]) -> [Command] {
    var reader = KeyReader<Command>()
    var called: [Command] = []
    for key in Key.sequence(keys) ?? [] {
      if case .command(let binding) = reader.press(key, table: Self.table, in: contexts) {
        called.append(binding.command)
      }
    }
    return called
  }

  @Test("each of a command's keys calls it")
  func dispatch() {
    #expect(press("j down / ctrl+q") == [.down, .down, .filter, .quit])
  }

  @Test("a sequence calls only when it is whole, and what does not go on with it does nothing")
  func sequences() {
    #expect(press("g") == [])
    #expect(press("g g") == [.top])
    #expect(press("g j") == [])
    #expect(press("g j j") == [.down])
    #expect(press("g esc g g") == [.top])
  }

  @Test("an inner context hides the outer's keys")
  func contexts() {
    #expect(press("q") == [.close])
    #expect(press("q", [Self.everywhere]) == [.quit])
    #expect(press("j", [Self.everywhere]) == [])
  }

  @Test("the keys that are pending tell what may follow")
  func pending() {
    var reader = KeyReader<Command>()
    let meaning = reader.press(.character("g"), table: Self.table, in: [Self.list])
    guard case .prefix(let following) = meaning else {
      Issue.record("g begins a sequence")
      return
    }
    #expect(following.map(\.command) == [.top])
    #expect(reader.pending == [.character("g")])
  }

  @Test("help and footer come from the same table")
  func generated() {
    #expect(Self.table.hints(in: [Self.list, Self.everywhere]).map(\.title).first == "quit")
    let help = Self.table.help(in: [Self.list, Self.everywhere])
    #expect(help.map(\.context.title) == ["In a list", "Everywhere"])
    #expect(help.first?.bindings.first?.label == "j, ↓")
  }

  @Test("the table finds its own faults")
  func problems() {
    #expect(Self.table.problems == [])
    let faulty = KeyTable<Command>([
      Binding(.down, ["j", "hyper+j"], "down", "", in: Self.list),
      Binding(.top, ["j"], "top", "", in: Self.list),
      Binding(.quit, ["j k"], "quit", "", in: Self.list),
    ])
    #expect(faulty.problems.count == 4)
  }
}
