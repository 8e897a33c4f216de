import Testing

@testable import TerminalUI

@Suite("Terminals that show Latin letters and no more")
struct RepertoireTests {
  @Test(
    "a locale's character set says what the terminal can show",
    arguments: [
      ("UTF-8", Repertoire.unicode), ("utf8", .unicode), ("ISO-8859-1", .latin1),
      ("iso88591", .latin1), ("ISO-8859-15", .latin1), ("CP1252", .latin1),
      ("ANSI_X3.4-1968", .ascii), ("KOI8-R", .ascii), ("C", .ascii), ("", .ascii),
    ])
  func codesets(name: String, repertoire: Repertoire) {
    #expect(Repertoire(codeset: name) == repertoire)
  }

  @Test("nothing said at all means a terminal that can")
  func unsaid() {
    #expect(Repertoire(codeset: nil) == .unicode)
  }

  @Test("text that is no screen goes out in what the terminal can show, in as many columns")
  func streams() {
    let text = "NOVÁK, Ștefan ── €5 … ✓ 王\t\n"
    #expect(
      String(decoding: Repertoire.ascii.bytes(of: text), as: UTF8.self)
        == "NOVAK, Stefan -- E5 ~ v ? \t\n")
    let latin = Repertoire.latin1.bytes(of: text)
    #expect(latin.contains(0xC1) && latin.count == "NOVAK, Stefan -- E5 ~ v ? \t\n".utf8.count)
    #expect(Repertoire.unicode.bytes(of: text) == Array(text.utf8))
    // An accent that comes by itself, as some systems export it.
    #expect(Repertoire.latin1.bytes(of: "e\u{301}") == [0xE9])
  }

  private func latin(_ text: String) -> String {
    var surface = Surface(width: 40, height: 1)
    surface.put(text, x: 0, y: 0, style: .text)
    let inking = Inking(depth: .none, repertoire: .latin1, theme: .plain)
    var shown = String.UnicodeScalarView()
    for x in 0..<40 {
      let isWide = x + 1 < 40 && surface.cells[x + 1].glyph == 0
      let value = inking.scalar(of: surface.cells[x], marks: surface.marks, isWide: isWide)
      if let scalar = Unicode.Scalar(value) { shown.append(scalar) }
    }
    return String(String(shown).reversed().drop { $0 == " " }.reversed())
  }

  @Test("a name keeps the accents that Latin has, and loses the others")
  func names() {
    #expect(latin("Zoë Nuñez Åsa Łukasz Żółć") == "Zoë Nuñez Åsa Lukasz Zólc")
    #expect(latin("Zoe\u{308} Jose\u{301}") == "Zoë José")
    #expect(latin("┌─┐ ▲ … ½ · × »") == "+-+ ^ ~ ? · × »")
  }

  @Test("every character becomes ASCII or one that all of these sets have in one place")
  func everything() {
    for value in UInt32(0x20)...0x2FFFF {
      let shown = PlainCharacter.standing(for: value, wide: false, in: .latin1)
      let isSound = (shown >= 0x20 && shown < 0x7F) || Repertoire.isLatin(shown)
      #expect(isSound, "\(value) became \(shown)")
      if !isSound { return }
    }
  }

  @Test("a text console gets letters as they are, and lines and blocks that its fonts have")
  func console() {
    #expect(Repertoire.most(on: "linux") == .console)
    #expect(Repertoire.most(on: "linux-16color") == .console)
    #expect(Repertoire.most(on: "screen.linux") == .console)
    #expect(Repertoire.most(on: "xterm-256color") == .unicode)
    func shown(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.compactMap {
            Unicode.Scalar(
              PlainCharacter.standing(for: $0.value, wide: false, in: .console))
          }))
    }
    #expect(shown("Łukasz Ștefan Ωμ Жук") == "Łukasz Ștefan Ωμ Жук")
    #expect(shown("┏━┓┃│─█▄") == "╔═╗║│─█▄")
    #expect(shown("⣿⠁△✓◆“…”") == "#'/v*\"~\"")
    // A higher column is never drawn lower.
    #expect(shown("▁▂▃▄▅▆▇█") == "___▄▄███")
    // Nothing but letters, ASCII and the lines of old goes out.
    for value in UInt32(0x2000)...0xFFFF {
      let out = PlainCharacter.standing(for: value, wide: false, in: .console)
      let isLine = (0x2500...0x256C).contains(out) || (0x2584...0x2593).contains(out)
      #expect(out < 0x7F || isLine, "\(value) became \(out)")
      if out >= 0x7F && !isLine { return }
    }
  }

  @Test("what goes out is a byte a letter")
  func bytes() {
    #expect(
      Repertoire.latinBytes(Array("\u{1B}[1mZoë ÿ".utf8))
        == [0x1B, 0x5B, 0x31, 0x6D, 0x5A, 0x6F, 0xEB, 0x20, 0xFF])
  }

  @Test("a letter with an accent is a key, alone, with Alt and in a paste")
  func input() {
    var decoder = InputDecoder(isLatin: true)
    decoder.feed(
      [0xE9, 0x1B, 0xEB] + Array("\u{1B}[200~Zo".utf8) + [0xEB] + Array("\u{1B}[201~".utf8))
    var events: [Event] = []
    while let event = decoder.next(isFinal: true) { events.append(event) }
    #expect(
      events == [
        .key(.character("é")), .key(Key(.character("ë"), .alt)), .paste("Zoë"),
      ])
  }
}
