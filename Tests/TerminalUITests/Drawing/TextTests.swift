import Testing

@testable import TerminalUI

@Suite("Text on a surface")
struct TextTests {
  private func put(_ text: String, columns: Int = 20, width: Int? = nil) -> Surface {
    var surface = Surface(width: columns, height: 1)
    surface.put(text, x: 0, y: 0, style: .text, width: width)
    return surface
  }

  @Test(
    "a character takes the columns that tmux gives it",
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("小", 2), ("小龙", 4), ("ｱ", 1), ("Ａ", 2), ("😀", 2),
      ("🇬🇧", 2), ("─", 1), ("—", 1), ("“", 1), ("£", 1), ("€", 1), ("™", 1), ("①", 1), ("✓", 1),
      ("★", 1), ("한", 2), ("ع", 1), ("ש", 1), ("ก", 1), ("\u{AD}", 1), ("\u{A0}", 1),
      ("👍🏽", 4), ("❤\u{FE0F}", 1), ("☰", 1),
    ])
  func width(_ text: String, _ columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test(
    "what could steer the terminal or hide text is replaced by something that shows",
    arguments: [
      "\u{1B}", "\u{07}", "\r", "\n", "\t", "\u{7F}", "\u{85}", "\u{202E}", "\u{2066}",
      "\u{200B}", "\u{200E}", "\u{FEFF}", "\u{2028}", "\u{FFFE}", "\u{E0041}",
      "\u{3164}", "\u{1FAE8}", "\u{61C}",
    ])
  func hostile(_ text: String) {
    let surface = put("a" + text + "b")
    #expect(surface.lines == ["a\u{FFFD}b"])
    #expect(TextWidth.of(text) == 1)
  }

  @Test(
    "an escape sequence in a name leaves nothing behind but the sign that something was there",
    arguments: [
      "\u{1B}[2J", "\u{1B}[38;5;203m", "\u{1B}]2;title\u{07}", "\u{1B}]52;c;eA==\u{1B}\\",
      "\u{9B}31m", "\u{9D}0;x\u{9C}", "\u{1B}(B", "\u{1B}P1$r\u{1B}\\", "\u{1B}[?1049h",
    ])
  func escapeSequence(_ sequence: String) {
    #expect(put("a\(sequence)Zoë").lines == ["a\u{FFFD}Zoë"])
    #expect(TextWidth.of("a\(sequence)Zoë") == 5)
    #expect(PlainText.withoutSequences("a\(sequence)Zoë").unicodeScalars.count == 5)
  }

  @Test("what only begins like a sequence loses no letters")
  func noSequence() {
    #expect(put("\u{1B}VIL").lines == ["\u{FFFD}VIL"])
    #expect(put("\u{1B}[12").lines == ["\u{FFFD}[12"])
    #expect(put("\u{1B}]never ends").lines == ["\u{FFFD}]never ends"])
    #expect(put("x\u{1B}").lines == ["x\u{FFFD}"])
    #expect(PlainText.withoutSequences("naïve £5") == "naïve £5")
  }

  @Test("joiners go without a trace, so that a family is its members")
  func joiners() {
    #expect(put("👩\u{200D}👩\u{200D}👧").lines == ["👩👩👧"])
    #expect(TextWidth.of("👩\u{200D}👩\u{200D}👧") == 6)
    #expect(put("می\u{200C}خواهم").lines == ["میخواهم"])
  }

  @Test("bytes that are not UTF-8 become replacements and the rest is kept")
  func malformed() {
    let bytes: [UInt8] = [0x41, 0xC3, 0x42, 0xFF, 0xE2, 0x82, 0x43, 0xED, 0xA0, 0x80, 0xC0, 0x80]
    var surface = Surface(width: 20, height: 1)
    _ = bytes.withUnsafeBufferPointer { surface.put(utf8: $0, x: 0, y: 0, style: .text) }
    let line = surface.lines[0]
    #expect(line.hasPrefix("A\u{FFFD}B\u{FFFD}\u{FFFD}C"))
    #expect(line.unicodeScalars.allSatisfy { $0 == "\u{FFFD}" || $0.isASCII })
  }

  @Test("every scalar there is draws as many columns as it measures")
  func everyScalar() {
    var surface = Surface(width: 8, height: 1)
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      let used = surface.put(text, x: 0, y: 0, style: .text)
      #expect(used == TextWidth.of(text) && used <= 2, "\(value)")
      if used > 2 { return }
    }
  }

  @Test("a text that is too long ends in an ellipsis")
  func truncated() {
    #expect(put("permanent exclusion", width: 10).lines == ["permanent…"])
    #expect(put("exactly 10", width: 10).lines == ["exactly 10"])
    #expect(put("exactly 10", width: 1).lines == ["…"])
    #expect(put("x", width: 0).lines == [""])
  }

  @Test("a wide character is never cut in half")
  func wideTruncated() {
    #expect(put("小龙小龙", width: 5).lines == ["小龙…"])
    #expect(put("小龙小龙", width: 4).lines == ["小…"])
    #expect(put("a小龙", width: 4).lines == ["a小…"])
    #expect(put("小龙", columns: 3).lines == ["小"])
  }

  @Test("writing over one half of a wide character leaves no half behind")
  func overwritten() {
    var surface = put("小龙", columns: 6)
    surface.put("x", x: 1, y: 0, style: .text)
    #expect(surface.lines == [" x龙"])
    surface.put("y", x: 2, y: 0, style: .text)
    #expect(surface.lines == [" xy"])
    surface.put("小", x: 1, y: 0, style: .text)
    surface.put("龙", x: 0, y: 0, style: .text)
    #expect(surface.lines == ["龙"])
  }

  @Test("marks combine, up to four, and one with nothing before it gets a circle to stand on")
  func marks() {
    #expect(put("e\u{301}x").lines == ["e\u{301}x"])
    let many = "e" + String(repeating: "\u{301}", count: 9)
    #expect(put(many).lines[0].unicodeScalars.count == 5)
    #expect(put("\u{301}x").lines == ["\u{25CC}\u{301}x"])
    var surface = Surface(width: 10, height: 1)
    surface.put("e", x: 0, y: 0, style: .text)
    surface.put("\u{301}", x: 1, y: 0, style: .text)
    #expect(surface.text(0, 0) == "e")
  }

  @Test("numbers stand at the right and titles in the middle")
  func aligned() {
    var surface = Surface(width: 11, height: 1)
    surface.put("95.3", x: 0, y: 0, style: .text, width: 6, align: .trailing)
    #expect(surface.lines == ["  95.3"])
    surface.put("mid", x: 0, y: 0, style: .text, width: 11, align: .centre, fills: true)
    #expect(surface.lines == ["    mid"])
  }

  @Test("nothing is drawn outside the clip")
  func clipped() {
    var surface = Surface(width: 8, height: 3)
    surface.clipped(to: Rect(x: 2, y: 1, width: 3, height: 1)) { surface in
      surface.put("abcdefgh", x: 0, y: 1, style: .text)
      surface.put("no", x: 2, y: 0, style: .text)
      surface.fill(Rect(x: -5, y: 2, width: 50, height: 50), "#", style: .text)
    }
    #expect(surface.lines == ["", "  cde", ""])
    surface.clipped(to: Rect(x: 1, y: 0, width: 2, height: 1)) { surface in
      surface.put("小小小", x: 0, y: 0, style: .text)
    }
    #expect(surface.text(0, 0) == " " && surface.text(3, 0) == " ")
  }

  @Test("a box shows whole, and clipped where it sticks out")
  func box() {
    var surface = Surface(width: 4, height: 3)
    surface.box(surface.bounds, style: .text)
    #expect(surface.lines == ["┌──┐", "│  │", "└──┘"])
    surface.box(Rect(x: 2, y: 1, width: 9, height: 9), style: .text)
    #expect(surface.lines == ["┌──┐", "│ ┌─", "└─│┘"])
  }

  @Test("a terminal that shows only ASCII gets a letter, a line or a question mark")
  func plainCharacters() {
    func plain(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.compactMap {
            Unicode.Scalar(PlainCharacter.standing(for: $0.value, wide: false))
          }))
    }
    #expect(plain("Zoë Żółć Ångström Ñuño Łukasz ŽŸ") == "Zoe Zolc Angstrom Nuno Lukasz ZY")
    #expect(plain("Ștefan Țîțu Nguyễn Thị Ủy Ǎ Ǧ Ø ẞ") == "Stefan Titu Nguyen Thi Uy A G O S")
    #expect(plain("┌─┐│└┘ █░ ▲▼ ✓✗ … “a” – ·") == "+-+|++ #. ^v vx ~ \"a\" - .")
    for value in UInt32(0x7F)...0x2FFFF {
      let shown = PlainCharacter.standing(for: value, wide: false)
      #expect(shown >= 0x20 && shown < 0x7F)
      if shown < 0x20 || shown >= 0x7F { return }
    }
  }
}
