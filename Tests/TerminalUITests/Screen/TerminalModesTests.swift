import Testing

@testable import TerminalUI

@Suite("What a terminal is asked for")
struct TerminalModesTests {
  @Test("everything that is taken on is given up again")
  func pairs() {
    for mouse in [true, false] {
      for title in ["Sixthday", nil] {
        let modes = TerminalModes(mouse: mouse, title: title)
        let on = modes.enter.split(separator: "\u{1B}").filter { $0.hasSuffix("h") }
        let off = modes.leave.split(separator: "\u{1B}").filter { $0.hasSuffix("l") }
        #expect(Set(on.map { $0.dropLast() }) == Set(off.map { $0.dropLast() }))
        #expect(modes.enter.contains("1002") == mouse)
        #expect(modes.enter.contains("22;2t\u{1B}]2;Sixthday\u{07}") == (title != nil))
        #expect(modes.leave.contains("23;2t") == (title != nil))
      }
    }
  }

  @Test("the clipboard is reached through tmux and through GNU screen")
  func clipboard() throws {
    let plain = try #require(ClipboardText.sequence("AP-2026-1156", on: "xterm-256color"))
    #expect(plain == "\u{1B}]52;c;QVAtMjAyNi0xMTU2\u{07}")
    let tmux = try #require(ClipboardText.sequence("AP-2026-1156", on: "tmux-256color"))
    #expect(tmux == plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\")
    let screen = try #require(
      ClipboardText.sequence(String(repeating: "x", count: 900), on: "screen"))
    let pieces = screen.split(separator: "\u{1B}\\")
    #expect(pieces.count == 3)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 514 })
    #expect(ClipboardText.sequence(String(repeating: "x", count: 80_000)) == nil)
  }
}
