import Testing

@testable import TerminalUI

@Suite("Widgets")
struct WidgetTests {
  @Test("a frame has titles, and the focus shows in its lines too")
  func frame() {
    var surface = Surface(width: 30, height: 3)
    let inner = PaneFrame.draw(
      on: &surface, in: surface.bounds, title: "Open cases", rightTitle: "12", isFocused: false)
    #expect(surface.line(0) == "┌─ Open cases ────────── 12 ─┐")
    #expect(inner == Rect(x: 1, y: 1, width: 28, height: 1))
    PaneFrame.draw(on: &surface, in: surface.bounds, title: "Open cases", isFocused: true)
    #expect(surface.line(2) == "┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛")
  }

  @Test("widgets survive any size")
  func sizes() {
    for width in 0...12 {
      for height in 0...4 {
        var surface = Surface(width: width, height: height)
        let rect = surface.bounds
        PaneFrame.draw(
          on: &surface, in: rect, title: "Title", rightTitle: "right", bottomTitle: "b",
          isFocused: true)
        Footer.draw(on: &surface, in: rect, [KeyHint(keys: "q", title: "quit")])
        Message(.error, "something").draw(on: &surface, in: rect)
        Tabs.draw(on: &surface, in: rect, ["one", "two"], active: 0)
        var field = LineField("some text")
        field.draw(on: &surface, in: rect, isFocused: true)
        #expect(surface.lines.count == height)
      }
    }
  }

  @Test("spans that do not fit end in one ellipsis, wherever the room ends")
  func cutSpans() {
    for width in 1...12 {
      var surface = Surface(width: 14, height: 1)
      let used = surface.put(
        [Span("Born 日", .text), Span("  Male", .text), Span(" ref", .text)], x: 0, y: 0,
        width: width)
      let line = surface.line(0)
      #expect(line.filter { $0 == "…" }.count == 1, "\(width): \(line)")
      #expect(used <= width)
    }
  }

  @Test("a letter takes as many marks as a script needs, and of thousands no more, typed or pasted")
  func marks() {
    let many = "e" + String(repeating: "\u{0301}", count: 10_000)
    var field = LineField()
    _ = field.insert(many)
    var typed = LineField()
    var text = TextEditor()
    for scalar in many.unicodeScalars {
      _ = typed.press(Key(.character(scalar)))
      _ = text.press(Key(.character(scalar)))
    }
    for held in [field.text, typed.text, text.text] { #expect(held.unicodeScalars.count == 9) }
    var pasted = TextEditor()
    let answer = pasted.paste(many)
    #expect(pasted.text.unicodeScalars.count == 9)
    #expect(answer.refused == 9_992)
  }

  @Test("a sparkline has a character for each value")
  func sparklines() {
    #expect(Sparkline.text([0, 50, nil, 100], from: 0, to: 100) == "▁▅·█")
    #expect(Sparkline.text([]) == "")
    #expect(Sparkline.text([5, 5]) == "██")
    #expect(Sparkline.text([.nan, 1], from: 0, to: 2) == "·▅")
  }

  @Test("the footer shows whole hints only")
  func footer() {
    var surface = Surface(width: 17, height: 1)
    let hints = [("q", "quit"), ("/", "filter"), ("?", "help")].map {
      KeyHint(keys: $0.0, title: $0.1)
    }
    let places = Footer.draw(on: &surface, in: surface.bounds, hints)
    #expect(surface.lines == ["q quit  / filter"])
    #expect(places.map(\.x) == [0, 8])
  }

}

@Suite("A field")
struct LineFieldTests {
  private func field(_ text: String, _ keys: String) -> LineField {
    var field = LineField(text)
    for key in Key.sequence(keys) ?? [] { _ = field.press(key) }
    return field
  }

  @Test(
    "editing keys",
    arguments: [
      ("", "a b space c", "ab c"), ("abc", "backspace", "ab"), ("abc", "home delete", "bc"),
      ("abc", "left left x", "axbc"), ("one two", "ctrl+w", "one "), ("one two", "ctrl+u", ""),
      ("one two", "home ctrl+k", ""), ("one two", "home alt+d", " two"),
      ("one two", "ctrl+left x", "one xtwo"), ("one", "home ctrl+right x", "onex"),
      ("that’s it", "home alt+d", " it"), ("abc", "ctrl+a x ctrl+e y", "xabcy"),
      ("", "backspace delete left right", ""),
    ])
  func editing(_ text: String, _ keys: String, _ result: String) {
    #expect(field(text, keys).text == result)
  }

  @Test("one press removes what a person sees as one character")
  func characters() {
    #expect(field("e\u{301}", "backspace").text == "")
    #expect(field("👨‍👩‍👧‍👦", "backspace").text == "")
  }

  @Test("a mark typed after its letter joins it")
  func marks() {
    var field = LineField("e")
    _ = field.press(.character("\u{301}"))
    #expect(field.cursor == 1)
    #expect(field.text == "e\u{301}")
    _ = field.press(.character("x"))
    #expect(field.text == "e\u{301}x")
  }

  @Test("a paste is one line without control characters, within the limit")
  func pasted() {
    var field = LineField()
    field.insert("one\ntwo\u{1B}[A\t")
    #expect(field.text == "one two ")
    field.text = ""
    field.insert("Zo\u{EB}\u{2028}\u{202E}Ash\u{200B}down\u{7F}")
    #expect(field.text == "Zo\u{EB} Ashdown")
    field.limit = 5
    #expect(field.insert("more") == .moved)
    field.text = "abc"
    #expect(field.insert("defgh") == .changed)
    #expect(field.text == "abcde")
    #expect(field.insert("f") == .moved)
  }

  @Test("the cursor always shows, and text scrolls back when there is room again")
  func scrolling() {
    var field = LineField("")
    var surface = Surface(width: 10, height: 1)
    for letter in "abcdefghijklmnop".unicodeScalars {
      _ = field.press(.character(letter))
      surface.reset(to: Size(width: 10, height: 1))
      field.draw(on: &surface, in: surface.bounds, isFocused: true)
      #expect((0..<10).contains(surface.cursor?.point.x ?? -1))
    }
    #expect(surface.lines == ["hijklmnop"])
    for _ in 0..<12 { _ = field.press(Key(.backspace)) }
    surface.reset(to: Size(width: 10, height: 1))
    field.draw(on: &surface, in: surface.bounds, isFocused: true)
    #expect(surface.lines == ["abcd"])
  }
}
