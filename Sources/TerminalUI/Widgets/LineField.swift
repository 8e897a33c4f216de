/// A line of text that is typed: its text, its cursor, and how far it is scrolled.
public struct LineField: Hashable, Sendable {
  /// The characters.
  private var characters: [Character]
  /// The character before which the cursor stands.
  public private(set) var cursor: Int
  private var scroll = 0
  /// Characters at most.
  public var limit = 1000

  /// Makes a field with a text, the cursor at its end.
  public init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The text.
  public var text: String {
    get { String(characters) }
    set {
      characters = Array(newValue)
      cursor = characters.count
    }
  }

  /// Whether there is no text.
  public var isEmpty: Bool { characters.isEmpty }

  /// The same field with other characters shown for its own, one for one, where others can see what
  /// is typed.
  public func showing(_ shown: (String) -> String) -> LineField {
    var field = self
    field.characters = Array(shown(text))
    field.cursor = min(cursor, field.characters.count)
    return field
  }

  /// What a key did.
  public enum Answer: Hashable, Sendable {
    /// The text is another.
    case changed
    /// Only the cursor moved, or there was nothing to do.
    case moved
    /// The key is not the field's.
    case ignored
  }

  /// Takes a key: arrows, Home and End, words with Control or Alt, and the shell's editing keys.
  public mutating func press(_ key: Key) -> Answer {
    if let typed = key.typed {
      guard TypedText.takes(typed, after: cursor > 0 ? characters[cursor - 1] : nil) else {
        return .moved
      }
      return insert(String(Character(typed)))
    }
    let byWord = !key.modifiers.isDisjoint(with: [.control, .alt])
    switch key.code {
    case .left: return move(to: byWord ? wordStart : cursor - 1)
    case .right: return move(to: byWord ? wordEnd : cursor + 1)
    case .home: return move(to: 0)
    case .end: return move(to: characters.count)
    case .backspace: return remove((byWord ? wordStart : cursor - 1)..<cursor)
    case .delete: return remove(cursor..<(byWord ? wordEnd : cursor + 1))
    case .character(let scalar) where key.modifiers == .control:
      switch scalar {
      case "a": return move(to: 0)
      case "e": return move(to: characters.count)
      case "b": return move(to: cursor - 1)
      case "f": return move(to: cursor + 1)
      case "w": return remove(wordStart..<cursor)
      case "u": return remove(0..<cursor)
      case "k": return remove(cursor..<characters.count)
      case "d": return remove(cursor..<cursor + 1)
      default: return .ignored
      }
    case .character(let scalar) where key.modifiers == .alt:
      switch scalar {
      case "b": return move(to: wordStart)
      case "f": return move(to: wordEnd)
      case "d": return remove(cursor..<wordEnd)
      default: return .ignored
      }
    default: return .ignored
    }
  }

  /// Inserts text, as from a paste: line breaks become blanks, what cannot be seen is left out, and so is
  /// what goes past the limit.
  @discardableResult
  public mutating func insert(_ text: String) -> Answer {
    let plain = TypedText.cleaned(text, lineBreak: " ", tab: " ").0
      .prefix(max(0, limit - characters.count))
    // Joined as text, not character by character: a mark belongs to the character before it.
    let before = String(characters[..<cursor]) + plain
    let joined = Array(before)
    let all = joined + characters[cursor...]
    guard !plain.isEmpty, all.count <= limit else { return .moved }
    characters = Array(String(all))
    cursor = min(joined.count, characters.count)
    return .changed
  }

  /// Inserts as much of a paste as fits; how many characters did not.
  public mutating func paste(_ text: String) -> Int {
    let plain = Array(TypedText.cleaned(text, lineBreak: " ", tab: " ").0)
    let room = max(0, limit - characters.count)
    // A mark may join the character before it, and so there may be room for one or two more.
    _ = insert(String(plain.prefix(room)))
    return max(0, plain.count - room)
  }

  private mutating func move(to index: Int) -> Answer {
    cursor = min(max(0, index), characters.count)
    return .moved
  }

  private mutating func remove(_ range: Range<Int>) -> Answer {
    let sound = range.clamped(to: 0..<characters.count)
    guard !sound.isEmpty else { return .moved }
    characters.removeSubrange(sound)
    cursor = sound.lowerBound
    return .changed
  }

  private var wordStart: Int { WordMotion.start(before: cursor, in: characters) }

  private var wordEnd: Int { WordMotion.end(after: cursor, in: characters) }

  /// Draws the field on a row, scrolled so that the cursor shows. With the focus the terminal's cursor
  /// stands in it.
  public mutating func draw(
    on surface: inout Surface, in rect: Rect, isFocused: Bool, placeholder: String = ""
  ) {
    guard rect.width > 0, rect.height > 0 else { return }
    scroll = min(scroll, cursor, characters.count)
    while scroll < cursor && width(scroll..<cursor) >= rect.width { scroll += 1 }
    while scroll > 0 && width((scroll - 1)..<characters.count) < rect.width { scroll -= 1 }
    let style = Style(.field)
    surface.fill(rect.row(0), style: style)
    surface.clipped(to: rect.row(0)) { surface in
      if characters.isEmpty {
        surface.put(
          Placeholder.text(placeholder), x: rect.x, y: rect.y, style: Style(.field, .italic),
          width: rect.width)
      } else {
        surface.put(String(characters[scroll...]), x: rect.x, y: rect.y, style: style)
      }
    }
    if isFocused {
      surface.cursor = Cursor(
        x: rect.x + width(scroll..<cursor), y: rect.y, isVisible: true)
    }
  }

  private func width(_ range: Range<Int>) -> Int { TextWidth.of(String(characters[range])) }
}
