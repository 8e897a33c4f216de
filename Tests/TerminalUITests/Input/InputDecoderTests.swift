import TestSupport
import Testing

@testable import TerminalUI

@Suite("What a terminal sends")
struct InputDecoderTests {
  private func events(_ text: String, final: Bool = true) -> [Event] {
    var decoder = InputDecoder(sequences: [])
    decoder.feed(Array(text.utf8))
    var result: [Event] = []
    while let event = decoder.next(isFinal: final) { result.append(event) }
    return result
  }

  private func keys(_ text: String) -> [String] {
    events(text).map { if case .key(let key) = $0 { key.text } else { "\($0)" } }
  }

  @Test(
    "sequences of xterm, its relatives and the Linux console become keys",
    arguments: [
      ("j", "j"), ("\u{1B}[A", "up"), ("\u{1B}OA", "up"), ("\u{1B}[H", "home"),
      ("\u{1B}[1~", "home"), ("\u{1B}[7~", "home"), ("\u{1B}[4~", "end"), ("\u{1B}[5~", "pageup"),
      ("\u{1B}[1;5C", "ctrl+right"), ("\u{1B}[1;2A", "shift+up"), ("\u{1B}[Z", "shift+tab"),
      ("\u{1B}OP", "F1"), ("\u{1B}[[A", "F1"), ("\u{1B}[15~", "F5"), ("\u{1B}[24~", "F12"),
      ("\u{1B}[3;5~", "ctrl+delete"), ("\r", "enter"), ("\n", "enter"), ("\t", "tab"),
      ("\u{7F}", "backspace"), ("\u{08}", "backspace"), ("\u{12}", "ctrl+r"),
      ("\u{00}", "ctrl+space"), ("\u{1B}x", "alt+x"), ("\u{1B}\r", "alt+enter"), ("\u{1B}", "esc"),
      ("é", "é"), ("\u{1B}é", "alt+é"), ("小", "小"), ("\u{1B}[97;5u", "ctrl+a"),
      ("\u{1B}[27;5;13~", "ctrl+enter"), ("\u{1C}", "ctrl+\\"), ("\u{1B}[", "alt+["),
      ("\u{1B}O", "alt+O"),
    ])
  func decoded(_ sent: String, _ key: String) {
    #expect(keys(sent) == [key])
  }

  @Test(
    "a sequence that the line parted after its Escape is that key, and letters typed after one are not",
    arguments: [
      (["\u{1B}", "[A"], ["esc", "up"]), (["\u{1B}", "OB"], ["esc", "down"]),
      (["\u{1B}", "[5~"], ["esc", "pageup"]), (["\u{1B}", "["], ["esc", "["]),
      (["\u{1B}", "[", "A"], ["esc", "[", "A"]), (["\u{1B}", "[j"], ["esc", "[", "j"]),
      (["\u{1B}", "j", "[A"], ["esc", "j", "[", "A"]), (["\u{1B}", "]"], ["esc", "]"]),
    ])
  func parted(_ reads: [String], _ expected: [String]) {
    var decoder = InputDecoder(sequences: [])
    var found: [String] = []
    for read in reads {
      decoder.feed(Array(read.utf8))
      // The wait after each read runs out.
      while let event = decoder.next(isFinal: true) {
        if case .key(let key) = event { found.append(key.text) }
      }
    }
    #expect(found == expected)
  }

  @Test("a burst is taken apart in order")
  func burst() {
    #expect(keys("jj\u{1B}[Bk\u{1B}\u{1B}[Ag") == ["j", "j", "down", "k", "esc", "up", "g"])
    #expect(keys(String(repeating: "j", count: 200)).count == 200)
  }

  @Test(
    "a sequence that nobody knows types nothing",
    arguments: [
      "\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[>0;276;0c", "\u{1B}]11;rgb:0000/0000/0000\u{07}",
      "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[12;40R", "\u{1B}[1;2y", "\u{1B}[?2026;2$y",
    ])
  func unknown(_ sent: String) {
    #expect(keys(sent + "q") == ["q"])
  }

  @Test("a sequence that comes in pieces waits for its end")
  func pieces() {
    for sent in ["\u{1B}[1;5C", "小", "\u{1B}[<0;240;10M", "\u{1B}OA"] {
      var decoder = InputDecoder()
      let bytes = Array(sent.utf8)
      for byte in bytes.dropLast() {
        decoder.feed([byte])
        #expect(decoder.next(isFinal: false) == nil)
        #expect(decoder.waitsForMore)
      }
      decoder.feed([bytes[bytes.count - 1]])
      #expect(decoder.next(isFinal: false) != nil)
      #expect(!decoder.waitsForMore)
    }
  }

  @Test("clicks are exact past column 223")
  func mouse() {
    #expect(
      events("\u{1B}[<0;240;10M") == [.mouse(Mouse(.press, .left, at: Point(x: 239, y: 9)))])
    #expect(
      events("\u{1B}[<0;3;4m") == [.mouse(Mouse(.release, .left, at: Point(x: 2, y: 3)))])
    #expect(
      events("\u{1B}[<32;3;4M") == [.mouse(Mouse(.drag, .left, at: Point(x: 2, y: 3)))])
    #expect(
      events("\u{1B}[<64;1;1M\u{1B}[<65;1;1M") == [
        .mouse(Mouse(.wheelUp, .none, at: Point(x: 0, y: 0))),
        .mouse(Mouse(.wheelDown, .none, at: Point(x: 0, y: 0))),
      ])
    #expect(
      events("\u{1B}[<18;3;4M") == [
        .mouse(Mouse(.press, .right, at: Point(x: 2, y: 3), modifiers: .control))
      ])
  }

  @Test("the second press on a cell within 0.4 seconds is a double click")
  func doubleClick() {
    var counter = ClickCounter()
    let press = Mouse(.press, .left, at: Point(x: 1, y: 1))
    let elsewhere = Mouse(.press, .left, at: Point(x: 2, y: 1))
    #expect(counter.count(press, at: 0) == 1)
    #expect(counter.count(press, at: 300_000_000) == 2)
    #expect(counter.count(press, at: 900_000_000) == 1)
    #expect(counter.count(elsewhere, at: 1_000_000_000) == 1)
  }

  @Test("a paste is one event, whatever is in it")
  func paste() {
    let sent = "\u{1B}[200~Zoë\rq\u{1B}[A\r\nx\u{1B}[201~k"
    #expect(events(sent) == [.paste("Zoë\nq\u{1B}[A\nx"), .key(.character("k"))])
    var decoder = InputDecoder()
    for byte in sent.utf8.dropLast() { decoder.feed([byte]) }
    #expect(decoder.next(isFinal: false) == .paste("Zoë\nq\u{1B}[A\nx"))
  }

  @Test("a paste in pieces keeps to its limit and its end is found")
  func longPaste() {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[200~".utf8))
    let piece = [UInt8](repeating: 0x61, count: 100_000)
    for _ in 0..<12 {
      decoder.feed(piece)
      #expect(decoder.next(isFinal: false) == nil)
    }
    decoder.feed(Array("\u{1B}[20".utf8))
    #expect(decoder.next(isFinal: false) == nil)
    decoder.feed(Array("1~".utf8))
    guard case .paste(let text) = decoder.next(isFinal: false) else {
      Issue.record("the paste ends")
      return
    }
    #expect(text.utf8.count == InputDecoder.pasteLimit)
  }

  @Test("a paste whose end was lost on the line is ended by Escape, and keys are keys again")
  func endlessPaste() {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[200~abc".utf8))
    #expect(decoder.next(isFinal: false) == nil)
    #expect(!decoder.waitsForMore)
    decoder.feed([0x1B])
    #expect(decoder.next(isFinal: false) == nil)
    #expect(decoder.waitsForMore)
    #expect(decoder.next(isFinal: true) == .paste("abc"))
    decoder.feed(Array("j".utf8))
    #expect(decoder.next(isFinal: false) == .key(.character("j")))
  }

  @Test("the focus comes and goes")
  func focus() {
    #expect(events("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test("whatever comes, it is taken to the end and nothing breaks")
  func noise() {
    var random = SeededGenerator(5)
    let favourites: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x4D, 0x30, 0x7E, 0xC3, 0xE2, 0xFF, 0x1B,
    ]
    for _ in 0..<3000 {
      var decoder = InputDecoder(
        sequences: [InputDecoder.Sequence(bytes: [0x1B, 0x4F, 0x41], key: Key(.up))])
      for _ in 0..<4 {
        decoder.feed(
          (0..<Int.random(in: 0...8, using: &random)).map { _ in
            Bool.random(using: &random)
              ? favourites[Int.random(in: 0..<favourites.count, using: &random)]
              : UInt8.random(in: 0...255, using: &random)
          })
        var count = 0
        while decoder.next(isFinal: false) != nil, count < 100 { count += 1 }
        #expect(count < 100)
      }
      while decoder.next(isFinal: true) != nil {}
    }
  }
}
