/// A line of a text to read, in spans, with how far its continuation is indented.
public struct TextLine: Hashable, Sendable {
  /// The text.
  public var spans: [Span]
  /// Columns by which the lines after the first are set in.
  public var indent: Int

  /// Makes a line of spans.
  public init(_ spans: [Span], indent: Int = 0) {
    self.spans = spans
    self.indent = max(0, indent)
  }

  /// Makes a line of one span.
  public init(_ text: String = "", _ style: Style = .text, indent: Int = 0) {
    self.init([Span(text, style)], indent: indent)
  }

  /// Breaks the line between words so that no part is wider than a width; a word that is wider is broken
  /// between characters.
  public func wrapped(to width: Int) -> [[Span]] {
    guard width > 0 else { return [] }
    let indent = min(indent, width / 2)
    var result: [[Span]] = []
    var line: [Span] = []
    var used = 0
    var isFresh = true

    func add(_ text: String, _ columns: Int, _ style: Style) {
      if let last = line.last, last.style == style {
        line[line.count - 1].text += text
      } else {
        line.append(Span(text, style))
      }
      used += columns
      isFresh = false
    }
    func wrap() {
      result.append(line)
      line = indent > 0 ? [Span(String(repeating: " ", count: indent), .text)] : []
      used = indent
      isFresh = true
    }

    for span in spans {
      for piece in Self.pieces(span.text) {
        if piece == "\n" {
          wrap()
          continue
        }
        let columns = TextWidth.of(piece)
        if used + columns <= width {
          add(piece, columns, span.style)
          continue
        }
        // A blank that does not fit is where the line ends.
        if piece.allSatisfy({ $0 == " " }) {
          wrap()
          continue
        }
        if !isFresh { wrap() }
        for character in piece {
          let wide = TextWidth.of(String(character))
          if used + wide > width && !isFresh { wrap() }
          add(String(character), wide, span.style)
        }
      }
    }
    result.append(line)
    return result
  }

  /// Words, runs of blanks, and line breaks.
  private static func pieces(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    for character in text {
      if character.isNewline {
        if !current.isEmpty { result.append(current) }
        result.append("\n")
        current = ""
      } else {
        let one: Character = character == "\t" ? " " : character
        if let last = current.last, (last == " ") != (one == " ") {
          result.append(current)
          current = ""
        }
        current.append(one)
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }
}

/// A text to read, wrapped and scrolled.
public struct TextView: Sendable {
  /// The text.
  public var lines: [TextLine] {
    didSet { wrapped = nil }
  }
  /// The first line of the wrapped text that shows.
  public private(set) var offset = 0
  private var wrapped: (width: Int, lines: [[Span]])?
  private var pageHeight = 1

  /// Makes a view of lines.
  public init(_ lines: [TextLine] = []) { self.lines = lines }

  /// Scrolls by lines.
  public mutating func scroll(by lines: Int) {
    let count = wrapped?.lines.count ?? self.lines.count
    offset = min(max(0, offset + lines), max(0, count - pageHeight))
  }

  /// Scrolls by pages.
  public mutating func page(by pages: Int) { scroll(by: pages * max(1, pageHeight - 1)) }

  /// Shows the beginning.
  public mutating func moveToStart() { offset = 0 }

  /// Shows the end.
  public mutating func moveToEnd() { scroll(by: Int.max / 2) }

  /// Takes a key that scrolls, and says whether it did.
  public mutating func press(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.up, []), (.character("k"), []): scroll(by: -1)
    case (.down, []), (.character("j"), []): scroll(by: 1)
    case (.pageUp, []), (.character("b"), .control): page(by: -1)
    case (.pageDown, []), (.character("f"), .control), (.character(" "), []): page(by: 1)
    case (.home, []), (.character("g"), []): moveToStart()
    case (.end, []), (.character("G"), []): moveToEnd()
    default: return false
    }
    return true
  }

  /// Lines that the text takes at a width.
  public func height(at width: Int) -> Int {
    lines.reduce(0) { $0 + $1.wrapped(to: width).count }
  }

  /// Draws the part that shows, with a scroll bar where there is more.
  public mutating func draw(
    on surface: inout Surface, in rect: Rect, scrollBarAt bar: Int? = nil
  ) {
    guard !rect.isEmpty else { return }
    pageHeight = rect.height
    var text = wrap(rect.width)
    let overflows = text.count > rect.height
    if overflows && bar == nil { text = wrap(rect.width - 1) }
    offset = min(offset, max(0, text.count - rect.height))
    surface.clipped(to: rect) { surface in
      for row in 0..<min(rect.height, text.count - offset) {
        surface.put(text[offset + row], x: rect.x, y: rect.y + row, width: rect.width)
      }
    }
    if overflows {
      let column = Rect(x: bar ?? rect.right - 1, y: rect.y, width: 1, height: rect.height)
      ScrollBar.draw(
        on: &surface, in: column, offset: offset, page: rect.height, of: text.count)
    }
  }

  private mutating func wrap(_ width: Int) -> [[Span]] {
    if let wrapped, wrapped.width == width { return wrapped.lines }
    let result = lines.flatMap { $0.wrapped(to: width) }
    wrapped = (width, result)
    return result
  }
}
