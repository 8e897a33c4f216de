import AlternativeProvision
import TerminalUI

/// One field of a sheet: what it asks for, what stands in it, and how it is filled in.
struct SheetField {
  /// How a field is filled in.
  enum Sort {
    /// A line of words; Enter goes on.
    case line
    /// Words of many lines; Enter begins another.
    case prose
    /// One of a few, gone through with left and right or found by its first letters.
    case choice([SheetChoice])
    /// One of many, from a list that Enter opens.
    case picked
    /// Something to read, which cannot be changed here.
    case fact
  }

  /// What a line holds, which decides what becomes of it when somebody comes to it and types.
  enum Content {
    /// Words, to which is added.
    case words
    /// A day or a number, which the first character typed replaces.
    case day, number
  }

  /// The name by which the screen knows it.
  let name: String
  /// What it asks for.
  var label: String
  /// A heading that stands above it.
  var heading: String?
  /// What is said in it while it is empty.
  var hint: String
  var sort: Sort
  var content = Content.words
  /// What kind of fact it holds, by which it is covered or not where the view is shared; nil for one
  /// that is about no child.
  var fact: SharedFact?
  /// Whether the room need not see it, whatever is in it.
  var isPrivate: Bool { fact?.isCovered ?? false }
  /// Whether all that is typed into it is dots where it is private, and not only names.
  var hidesTyping = true
  /// Whether somebody has typed into it here, so that dots stand for what they typed.
  private var isTyped = false
  private var editor: TextEditor
  private var choice = 0
  /// What stands in a picked field, in words.
  var shown = ""

  init(
    _ name: String, _ label: String, _ sort: Sort = .line, text: String = "", hint: String = "",
    heading: String? = nil, fact: SharedFact? = nil
  ) {
    self.fact = fact
    self.name = name
    self.label = label
    self.sort = sort
    self.hint = hint
    self.heading = heading
    if case .prose = sort {
      editor = TextEditor()
    } else {
      editor = TextEditor(limits: .oneParagraph)
    }
    self.text = text
  }

  /// A line for a day, with or without its year.
  static func day(
    _ name: String, _ label: String, text: String = "", hint: String = "", heading: String? = nil
  ) -> SheetField {
    var field = SheetField(name, label, text: text, hint: hint, heading: heading)
    field.content = .day
    return field
  }

  /// A line for a whole number.
  static func number(
    _ name: String, _ label: String, text: String = "", hint: String = ""
  ) -> SheetField {
    var field = SheetField(name, label, text: text, hint: hint)
    field.content = .number
    return field
  }

  /// Whether its value is one of those that there are, and nothing is typed.
  var isChosen: Bool {
    switch sort {
    case .choice, .picked, .fact: true
    case .line, .prose: false
    }
  }

  /// Whether Enter goes on from it, as from a line or a choice.
  var takesEnter: Bool {
    switch sort {
    case .line, .choice: true
    case .prose, .picked, .fact: false
    }
  }

  /// What stands in it: the words, or the value of the choice.
  var text: String {
    get {
      if case .choice(let choices) = sort {
        return choices.indices.contains(choice) ? choices[choice].value : ""
      }
      return editor.text
    }
    set {
      if case .choice(let choices) = sort {
        choice = choices.firstIndex { $0.value == newValue } ?? 0
      } else {
        editor.replace(with: newValue, cursor: newValue.count)
      }
    }
  }

  /// What a person reads in it.
  var reading: String {
    switch sort {
    case .choice(let choices): choices.indices.contains(choice) ? choices[choice].title : ""
    case .picked: shown
    case .line, .prose, .fact: editor.text
    }
  }

  /// What a key did to it.
  enum Answer {
    case changed, moved, ignored
    /// The cursor would leave it above or below.
    case leaves(Int)
  }

  mutating func press(_ key: Key) -> Answer {
    switch sort {
    case .fact, .picked: return rows(key)
    case .choice(let choices): return press(key, among: choices)
    case .line:
      if let answer = vertical(key) { return answer }
      return take(editor.press(key))
    case .prose:
      // Beyond its first and last row the next field is meant.
      if key == Key(.up), editor.cursorRow == 0 { return .leaves(-1) }
      if key == Key(.down), editor.cursorRow == editor.scrolling.count - 1 { return .leaves(1) }
      return take(editor.press(key))
    }
  }

  private mutating func take(_ answer: TextEditor.Answer) -> Answer {
    switch answer {
    case .changed:
      isTyped = true
      return .changed
    case .moved: return .moved
    case .ignored: return .ignored
    }
  }

  private func vertical(_ key: Key) -> Answer? {
    switch key.code {
    case .up where key.modifiers.isEmpty: .leaves(-1)
    case .down where key.modifiers.isEmpty: .leaves(1)
    default: nil
    }
  }

  private func rows(_ key: Key) -> Answer { vertical(key) ?? .ignored }

  private mutating func press(_ key: Key, among choices: [SheetChoice]) -> Answer {
    if let answer = vertical(key) { return answer }
    guard !choices.isEmpty else { return .ignored }
    switch key.code {
    case .left: choice = (choice + choices.count - 1) % choices.count
    case .right, .character(" "): choice = (choice + 1) % choices.count
    case .character(let scalar) where key.modifiers.isEmpty:
      let letter = String(Character(scalar)).lowercased()
      let order = (1...choices.count).map { (choice + $0) % choices.count }
      guard let found = order.first(where: { choices[$0].title.lowercased().hasPrefix(letter) })
      else { return .ignored }
      choice = found
    default: return .ignored
    }
    return .changed
  }

  /// Takes what was pasted; where it holds what cannot stand here, says so.
  mutating func paste(_ text: String) -> String? {
    switch sort {
    case .choice, .picked, .fact: return "Nothing can be pasted here."
    case .line, .prose:
      let pasted = editor.paste(text)
      isTyped = true
      if pasted.cut > 0 {
        return "\(NumberText.count(pasted.cut, "character")) did not fit and "
          + "\(pasted.cut == 1 ? "was" : "were") left out."
      }
      if pasted.refused > 0 {
        return "\(NumberText.count(pasted.refused, "control character")) "
          + "\(pasted.refused == 1 ? "was" : "were") left out of the paste."
      }
      return nil
    }
  }

  /// Takes over a text that came from elsewhere.
  mutating func replace(with text: String, cursor: Int? = nil) {
    if case .choice = sort {
      self.text = text
    } else {
      editor.replace(with: text, cursor: cursor ?? text.count)
    }
  }

  /// Takes away what stands in a line, as a step that can be undone.
  mutating func empty() { editor.rewrite("") }

  /// Takes up what was typed before; a choice that there is not any more stays as it is.
  mutating func take(_ text: String, shown: String) {
    if case .choice(let choices) = sort, !choices.contains(where: { $0.value == text }) { return }
    self.text = text
    self.shown = shown
  }

  /// Takes back a text that was edited elsewhere, as one step that can be undone.
  mutating func rewrite(_ text: String) { editor.rewrite(text) }

  /// The number of characters before the cursor.
  var cursor: Int { editor.cursor }

  mutating func moveCursor(to place: Int) { editor.moveCursor(to: place) }

  // MARK: Looks

  /// How many rows it takes.
  mutating func height(width: Int) -> Int {
    switch sort {
    case .choice, .picked: 1
    case .line, .fact: max(1, editor.rows(at: width))
    case .prose: max(2, editor.rows(at: width))
    }
  }

  mutating func draw(
    on surface: inout Surface, in area: Rect, isFocused: Bool, cover: NameCovering?,
    mask: TextEditor.Mask? = nil
  ) {
    switch sort {
    case .choice, .picked: drawChoice(on: &surface, in: area, isFocused: isFocused, cover)
    case .fact:
      for (row, line) in TextLine.wrapped(covered(cover), width: area.width, .popup)
        .prefix(area.height).enumerated()
      {
        line.draw(on: &surface, x: area.x, y: area.y + row, width: area.width)
      }
    case .line, .prose:
      if isFocused, isPrivate, cover != nil, !isTyped {
        surface.fill(area, style: Style(.field))
        surface.put(
          Wording.covered, x: area.x, y: area.y, style: Style(.field, .italic), width: area.width)
        surface.cursor = Cursor(x: area.x, y: area.y, isVisible: true)
        return
      }
      guard !isFocused, cover != nil, isPrivate || !editor.isEmpty else {
        return editor.draw(
          on: &surface, in: area, isFocused: isFocused, placeholder: hint,
          mask: !isFocused ? nil : isPrivate && hidesTyping && cover != nil ? Wording.dots : mask)
      }
      surface.fill(area, style: Style(.field))
      for (row, line) in TextLine.wrapped(covered(cover), width: area.width, .field)
        .prefix(area.height).enumerated()
      {
        line.draw(on: &surface, x: area.x, y: area.y + row, width: area.width)
      }
    }
  }

  private func covered(_ cover: NameCovering?) -> String {
    guard let cover else { return reading }
    if isPrivate { return Wording.covered }
    return cover(reading)
  }

  private func drawChoice(
    on surface: inout Surface, in area: Rect, isFocused: Bool, _ cover: NameCovering?
  ) {
    let style = Style(isFocused ? .selection : .field)
    surface.fill(area.row(0), style: style)
    let text = covered(cover)
    let words: String
    if case .choice = sort {
      words = isFocused ? "‹ \(text) ›" : text
    } else {
      words = text.isEmpty ? hint : text
    }
    surface.put(words, x: area.x, y: area.y, style: style, width: area.width)
    if isFocused { surface.focus(on: area) }
  }

  /// Puts the cursor where the mouse pressed.
  mutating func press(at point: Point, in area: Rect) {
    switch sort {
    case .line, .prose: editor.press(at: point, in: area)
    case .choice, .picked, .fact: break
    }
  }
}

/// One of the few things that a field can hold.
struct SheetChoice: Hashable {
  /// What is kept.
  var value: String
  /// What a person reads.
  var title: String

  init(_ value: String, _ title: String) {
    self.value = value
    self.title = title
  }

  /// All choices of a kind, by their titles.
  static func all<Choice: CaseIterable & RawRepresentable>(
    _: Choice.Type, title: (Choice) -> String
  ) -> [SheetChoice] where Choice.RawValue == String {
    Choice.allCases.map { SheetChoice($0.rawValue, title($0)) }
  }

  /// Yes or no.
  static let yesOrNo = [SheetChoice("yes", "Yes"), SheetChoice("no", "No")]
}

/// Reduces the names in a text to initials.
typealias NameCovering = (String) -> String
