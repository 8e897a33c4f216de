/// A text of many lines that is typed for minutes at a time: its words, its cursor, what can be undone.
///
/// It wraps softly at spaces to the width in which it was drawn last, and knows which of its rows look
/// different since, so that a typed character costs one row. Positions count characters as a person sees
/// them, from 0.
public struct TextEditor: Sendable {
  /// What may be typed into it.
  public struct Limits: Hashable, Sendable {
    /// Characters at most; typing stops there.
    public var characters = 200_000
    /// Whether it may hold line breaks; Enter is not the editor's otherwise.
    public var allowsLineBreaks = true

    /// The limits of a long text.
    public init() {}

    /// The limits of a field of one paragraph.
    public static let oneParagraph: Limits = {
      var limits = Limits()
      limits.characters = 2000
      limits.allowsLineBreaks = false
      return limits
    }()
  }

  /// What an editing step did.
  public enum Answer: Hashable, Sendable {
    /// The text is another.
    case changed
    /// Only the cursor moved, or there was nothing to do.
    case moved
    /// The key is not the editor's.
    case ignored
  }

  /// What became of a paste.
  public struct Pasted: Hashable, Sendable {
    /// Whether the text is another.
    public var hasChanged = false
    /// Control characters that were left out.
    public var refused = 0
    /// Characters that did not fit.
    public var cut = 0

    /// What became of a paste: nothing, unless it says more.
    public init(hasChanged: Bool = false, refused: Int = 0, cut: Int = 0) {
      self.hasChanged = hasChanged
      self.refused = refused
      self.cut = cut
    }
  }

  var characters: [Character]
  /// The character before which the cursor stands.
  public internal(set) var cursor: Int
  /// What may be typed.
  public var limits: Limits
  /// The column that moving up and down keeps to.
  var goal: Int?
  var wrapping = TextWrapping()
  var top = 0
  var height = 1
  var damage = Damage.all
  var history = EditHistory()

  /// Which of the rows in view look different from when they were drawn last.
  enum Damage: Hashable, Sendable {
    case none
    case rows(Range<Int>)
    case all
  }

  /// Makes an editor of a text, the cursor at its end.
  public init(_ text: String = "", limits: Limits = Limits()) {
    characters = Array(text)
    cursor = characters.count
    self.limits = limits
    wrapping.wrap(characters, width: wrapping.width)
  }

  /// The text.
  public var text: String { String(characters) }

  /// Whether there is no text.
  public var isEmpty: Bool { characters.isEmpty }

  /// How many characters there are.
  public var count: Int { characters.count }

  /// Puts the cursor before a character, or at the nearest place.
  public mutating func moveCursor(to index: Int) {
    _ = move(to: index)
  }

  /// Takes over a text that came from elsewhere, such as another person's words merged with these, with
  /// the cursor in it; what was done before can no longer be undone, since it was done to another text.
  public mutating func replace(with text: String, cursor: Int) {
    let new = Array(text)
    guard new != characters else {
      _ = move(to: cursor)
      return
    }
    characters = new
    self.cursor = min(max(0, cursor), new.count)
    goal = nil
    history = EditHistory()
    wrapping.wrap(characters, width: wrapping.width)
    damage = .all
  }

  /// Replaces the whole text as one step that can be undone, as when it comes back from an editor.
  @discardableResult
  public mutating func rewrite(_ text: String) -> Pasted {
    let (plain, refused) = cleaned(text)
    guard plain != self.text else { return Pasted(hasChanged: false, refused: refused) }
    let answer = change(0..<characters.count, to: plain, as: .other)
    return Pasted(hasChanged: answer == .changed, refused: refused)
  }

  /// Inserts pasted text: line ends of every sort become line breaks, tabs become spaces, and other
  /// control characters are left out and counted.
  public mutating func paste(_ text: String) -> Pasted {
    let (plain, refused) = cleaned(text)
    var fitting = plain
    var cut = 0
    let room = limits.characters - characters.count
    let size = plain.count
    if size > room {
      cut = size - max(0, room)
      fitting = String(plain.prefix(max(0, room)))
    }
    guard !fitting.isEmpty else { return Pasted(refused: refused, cut: cut) }
    let answer = change(cursor..<cursor, to: fitting, as: .other)
    return Pasted(hasChanged: answer == .changed, refused: refused, cut: cut)
  }

  // MARK: Changing

  /// Replaces a range, keeps what is needed to undo it, and wraps again only the paragraph it is in.
  mutating func change(_ range: Range<Int>, to text: String, as kind: EditHistory.Kind) -> Answer {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty || !text.isEmpty else { return .moved }
    // Joined as text with its neighbours: a mark belongs to the character before it.
    let before = range.lowerBound > 0 ? range.lowerBound - 1 : 0
    let after = min(characters.count, range.upperBound + 1)
    let head = String(characters[before..<range.lowerBound])
    let tail = String(characters[range.upperBound..<after])
    let joined = Array(head + text + tail)
    let reached = before + (head + text).count
    let removed = Array(characters[before..<after])
    guard characters.count - removed.count + joined.count <= limits.characters else {
      return .moved
    }
    history.note(
      EditHistory.Edit(
        at: before, removed: removed, inserted: joined, cursorBefore: cursor,
        cursorAfter: min(reached, before + joined.count)), as: kind)
    apply(before..<after, joined)
    cursor = min(reached, before + joined.count)
    goal = nil
    return .changed
  }

  mutating func apply(_ range: Range<Int>, _ new: [Character]) {
    characters.replaceSubrange(range, with: new)
    let changed = wrapping.update(
      characters, from: range.lowerBound, removed: range.count, inserted: new.count)
    add(damage: changed)
  }

  mutating func move(to index: Int) -> Answer {
    cursor = min(max(0, index), characters.count)
    goal = nil
    history.pause()
    return .moved
  }

  private mutating func add(damage rows: Range<Int>) {
    switch damage {
    case .none: damage = .rows(rows)
    case .rows(let other):
      damage = .rows(
        min(rows.lowerBound, other.lowerBound)..<max(rows.upperBound, other.upperBound))
    case .all: break
    }
  }

  /// A text as this editor may hold it, and how many characters were left out.
  private func cleaned(_ text: String) -> (String, refused: Int) {
    limits.allowsLineBreaks
      ? TypedText.cleaned(text, lineBreak: "\n", tab: "    ")
      : TypedText.cleaned(text, lineBreak: " ", tab: " ")
  }
}
