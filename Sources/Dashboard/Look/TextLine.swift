import TerminalUI

/// A line of text in several styles, as the readable parts of a case are made of.
struct TextLine: Equatable {
  /// The stretches of text, each in one style.
  var spans: [Span] = []

  /// An empty line.
  static let blank = TextLine()

  init() {}

  init(_ text: String, _ role: Role = .text, _ emphasis: Emphasis = []) {
    spans = [Span(text, Style(role, emphasis))]
  }

  /// The line with more text at its end.
  func then(_ text: String, _ role: Role = .text, _ emphasis: Emphasis = []) -> TextLine {
    var line = self
    line.spans.append(Span(text, Style(role, emphasis)))
    return line
  }

  /// The text without its styles.
  var text: String { spans.reduce(into: "") { $0 += $1.text } }

  /// Breaks text into lines of at most so many columns, at spaces where there are any.
  ///
  /// Line breaks in the text are kept. Later lines are indented by so many columns.
  static func wrapped(
    _ text: String, width: Int, indent: Int = 0, _ role: Role = .text
  ) -> [TextLine] {
    let room = max(8, width)
    let margin = String(repeating: " ", count: min(indent, room / 2))
    var lines: [TextLine] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = String(paragraph.prefix { $0 == " " }.prefix(room / 2))
      var length = line.utf8.count
      var isFirst = true
      for word in paragraph.split(separator: " ") {
        var word = String(word)
        var wordLength = TextWidth.of(word)
        if isFirst {
          isFirst = false
        } else if length > 0, length + 1 + wordLength > room {
          lines.append(TextLine(line, role))
          line = margin
          length = margin.utf8.count
        } else if length > 0 {
          line += " "
          length += 1
        }
        // A word longer than a whole line is cut, or a pasted address would push all else away.
        while wordLength > room - length, wordLength > room - margin.utf8.count {
          let (head, rest) = TextLine.split(word, at: room - length)
          lines.append(TextLine(line + head, role))
          line = margin
          length = margin.utf8.count
          word = rest
          wordLength = TextWidth.of(word)
        }
        line += word
        length += wordLength
      }
      lines.append(TextLine(line, role))
    }
    return lines
  }
}

extension TextLine {
  /// Divides a word after as many columns as fit; at least one character goes before.
  private static func split(_ word: String, at width: Int) -> (String, String) {
    var head = ""
    var used = 0
    var rest = Substring(word)
    while let character = rest.first {
      let next = TextWidth.of(String(character))
      if used + next > width, !head.isEmpty { break }
      head.append(character)
      used += next
      rest.removeFirst()
    }
    return (head, String(rest))
  }

  /// The line, or two where it is wider than there is room for: parted where two blanks set things apart.
  func parted(width: Int) -> [TextLine] {
    guard TextWidth.of(text) > width else { return [self] }
    var used = 0
    var place: Int?
    for (index, span) in spans.enumerated() {
      if index > 0, used <= width, span.text.hasPrefix("  ") { place = index }
      used += TextWidth.of(span.text)
    }
    guard let place else { return [self] }
    var (head, tail) = (self, self)
    head.spans.removeSubrange(place...)
    tail.spans.removeSubrange(..<place)
    return [head, tail]
  }

  /// Draws the line in so many columns; the rest of them is left as it is.
  func draw(on surface: inout Surface, x: Int, y: Int, width: Int, over row: Style? = nil) {
    guard let row else {
      surface.put(spans, x: x, y: y, width: width)
      return
    }
    let selected = spans.map { span in
      Span(span.text, Style(row, adding: span.style.emphasis))
    }
    surface.put(selected, x: x, y: y, width: width)
  }
}

extension Style {
  /// A style with more emphasis.
  init(_ style: Style, adding emphasis: Emphasis) {
    self = style
    self.emphasis.formUnion(emphasis)
  }
}
