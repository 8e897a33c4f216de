import Testing

@testable import TerminalUI

@Suite("A terminal that lies about its width")
struct CursorKeeperTests {
  private func kept(_ text: String, from column: Int = 0, width: Int = 80) -> String {
    var keeper = CursorKeeper(width: width, at: Point(x: column, y: 0))
    return String(decoding: keeper.keep(Array(text.utf8)), as: UTF8.self)
  }

  @Test("is told the column after every character that terminals do not agree on")
  func said() {
    #expect(kept("Ann 😀 x") == "Ann 😀\u{1B}[7G x")
    #expect(kept("👍🏽!") == "👍\u{1B}[3G🏽\u{1B}[5G!")
    #expect(kept("नि|") == "न\u{1B}[2Gि\u{1B}[3G|")
    #expect(kept("\u{1B}[3;10H😀a\u{1B}[20G😀") == "\u{1B}[3;10H😀\u{1B}[12Ga\u{1B}[20G😀\u{1B}[22G")
  }

  @Test("costs nothing where there is no such character")
  func plain() {
    for text in ["Zoë Łódź ─│█ ✓ 小龙 ■▲", "\u{1B}[1;1H\u{1B}[0;38;5;203mx\u{1B}[K\r"] {
      #expect(kept(text) == text)
    }
  }

  @Test("moves of every kind are followed, and after one that is not nothing is said")
  func moves() {
    #expect(kept("ab\u{8}😀") == "ab\u{8}😀\u{1B}[4G")
    #expect(kept("abc\r😀") == "abc\r😀\u{1B}[3G")
    #expect(kept("\u{1B}[5C😀") == "\u{1B}[5C😀\u{1B}[8G")
    #expect(kept("-\u{1B}[9b😀") == "-\u{1B}[9b😀\u{1B}[13G")
    #expect(kept("\n😀") == "\n😀")
    #expect(kept("x😀", from: 7, width: 10) == "x😀")
  }
}
