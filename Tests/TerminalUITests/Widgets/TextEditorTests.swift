import Testing

@testable import TerminalUI

/// An editor with a hand to press its keys, in a window of its own.
private struct Desk {
  var editor: TextEditor
  var surface: Surface
  let area: Rect

  init(_ text: String = "", width: Int = 20, height: Int = 4) {
    editor = TextEditor(text)
    area = Rect(x: 0, y: 0, width: width, height: height)
    surface = Surface(width: width, height: height)
    draw()
  }

  @discardableResult
  mutating func press(_ keys: String...) -> TextEditor.Answer {
    var answer = TextEditor.Answer.ignored
    for name in keys {
      guard let key = Key(name) else {
        Issue.record("\(name) is not a key")
        continue
      }
      answer = editor.press(key)
      draw(onlyChanges: true)
    }
    return answer
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { _ = editor.press(Key(.character(scalar))) }
    draw(onlyChanges: true)
  }

  mutating func draw(onlyChanges: Bool = false) {
    editor.draw(on: &surface, in: area, isFocused: true, onlyChanges: onlyChanges)
  }

  var lines: [String] {
    surface.lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  /// The text with a bar where the cursor stands.
  var marked: String {
    let text = Array(editor.text)
    return String(text[..<editor.cursor]) + "|" + String(text[editor.cursor...])
  }
}

@Suite("A long text being typed")
struct TextEditorTests {
  @Test("words wrap at spaces, and a word longer than a row is broken")
  func wraps() {
    let desk = Desk("Education is not reasonably available supercalifragilisticexpi")
    #expect(
      desk.lines == ["Education is not", "reasonably available", "supercalifragilistic", "expi"])
  }

  @Test("only the rows that changed are drawn, and the window is what a whole drawing would show")
  func partialDrawing() {
    // A hand that types, deletes, breaks lines and moves at random, on a fixed course.
    var desk = Desk(width: 12, height: 5)
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let keys = [
      "a", "b", "c", "space", "a", "space", "é", "小", "enter", "backspace", "delete", "left",
      "right", "up", "down", "ctrl+left", "ctrl+right", "ctrl+w", "ctrl+k", "ctrl+_", "alt+u",
      "home", "end", "ctrl+y",
    ]
    for step in 0..<4_000 {
      desk.press(keys[next(keys.count)])
      var whole = Surface(width: 12, height: 5)
      var copy = desk.editor
      copy.draw(on: &whole, in: desk.area, isFocused: true)
      guard desk.surface.lines == whole.lines, desk.surface.cursor == whole.cursor else {
        Issue.record(
          "step \(step): \(desk.surface.lines) and not \(whole.lines), of \(desk.editor.text)")
        return
      }
    }
  }

  @Test("the cursor goes by word, row and text, and up and down keep to the column")
  func motions() {
    var desk = Desk("one two three four\nfive six seven eight nine", width: 10)
    desk.press("ctrl+home")
    #expect(desk.marked.hasPrefix("|one"))
    desk.press("ctrl+right", "ctrl+right")
    #expect(desk.marked.hasPrefix("one two| three"))
    desk.press("down", "down")
    #expect(desk.marked.hasSuffix("five si|x seven eight nine"))
    desk.press("ctrl+left", "home")
    #expect(desk.marked.hasSuffix("\n|five six seven eight nine"))
    desk.press("end")
    #expect(desk.marked.hasSuffix("five six| seven eight nine"))
    desk.press("ctrl+end")
    #expect(desk.marked.hasSuffix("nine|"))
  }

  @Test("undo takes back a word at a time, and redo brings it again")
  func undo() {
    var desk = Desk()
    desk.type("the panel agreed")
    desk.press("ctrl+w")
    #expect(desk.editor.text == "the panel ")
    desk.press("ctrl+_")
    #expect(desk.editor.text == "the panel agreed")
    desk.press("ctrl+_")
    #expect(desk.editor.text == "the panel ")
    desk.press("ctrl+_", "ctrl+_")
    #expect(desk.editor.text.isEmpty)
    desk.press("ctrl+y", "ctrl+y", "ctrl+y")
    #expect(desk.editor.text == "the panel agreed")
  }

  @Test("a pasted page keeps its lines, and what would drive a terminal is left out and counted")
  func paste() {
    var desk = Desk("Seen: ")
    let pasted = desk.editor.paste("Dr\tKhan\r\n\u{1B}[31mred\u{9B}2J\u{202E}\u{7}\rend")
    #expect(desk.editor.text == "Seen: Dr    Khan\nred\nend")
    #expect(pasted == TextEditor.Pasted(hasChanged: true, refused: 4))
    desk.press("ctrl+_")
    #expect(desk.editor.text == "Seen: ")
  }

  @Test("in a field of one paragraph line ends become spaces, and Enter is not the editor's")
  func oneParagraph() {
    var editor = TextEditor("", limits: .oneParagraph)
    _ = editor.paste("one\r\ntwo")
    #expect(editor.text == "one two")
    #expect(editor.press(Key(.enter)) == .ignored)
  }

  @Test("what does not fit is counted, not silently lost")
  func tooLong() {
    var limits = TextEditor.Limits()
    limits.characters = 5
    var editor = TextEditor("abc", limits: limits)
    let pasted = editor.paste("defg")
    #expect(pasted == TextEditor.Pasted(hasChanged: true, cut: 2))
    #expect(editor.text == "abcde")
    #expect(editor.press(Key(.character("x"))) == .moved)
  }

  @Test("a mark that is typed joins the letter before it, and is deleted with it")
  func marks() {
    var desk = Desk("e")
    desk.type("\u{301}")
    #expect(desk.editor.count == 1)
    desk.press("backspace")
    #expect(desk.editor.isEmpty)
  }

  @Test("another person's words are taken over with the cursor where it belongs")
  func replaced() {
    var desk = Desk("mine")
    desk.editor.replace(with: "theirs and mine", cursor: 15)
    #expect(desk.marked == "theirs and mine|")
    #expect(desk.editor.undo() == .moved)
  }

  @Test("a press of the mouse puts the cursor there")
  func mouse() {
    var desk = Desk("one two three four", width: 12)
    desk.editor.press(at: Point(x: 2, y: 1), in: desk.area)
    #expect(desk.marked == "one two th|ree four")
    desk.editor.press(at: Point(x: 11, y: 3), in: desk.area)
    #expect(desk.marked == "one two three four|")
  }

  @Test("a mask hides letters and moves nothing: rows, cursor and text stay")
  func mask() {
    var editor = TextEditor("We heard Lex and 小龙 at length")
    let area = Rect(x: 0, y: 0, width: 12, height: 4)
    func drawn(_ mask: TextEditor.Mask?) -> (lines: [String], cursor: Cursor?) {
      var surface = Surface(width: 12, height: 4)
      editor.draw(on: &surface, in: area, isFocused: true, mask: mask)
      return (surface.lines, surface.cursor)
    }
    let plain = drawn(nil)
    var places: [Int?] = []
    let covered = drawn { words, cursor in
      places.append(cursor)
      return String(words.map { "Lex小龙".contains($0) ? "·" : $0 })
    }
    #expect(
      covered.lines[0] == plain.lines[0].map { "Lex".contains($0) ? "·" : String($0) }.joined())
    #expect(covered.lines.map(TextWidth.of) == plain.lines.map(TextWidth.of))
    #expect(!covered.lines.joined().contains("小") && covered.cursor == plain.cursor)
    #expect(places.contains { $0 != nil } && places.contains { $0 == nil })
    #expect(editor.text == "We heard Lex and 小龙 at length")
    let wrong = drawn { words, _ in words + "!" }
    #expect(
      wrong.lines == plain.lines, "a mask of another length hides nothing rather than move all")
  }
}
