import TerminalUI

/// A page of text: how far it is scrolled, and what is looked for in it.
struct TextPage: Equatable {
  /// The first line in view.
  private(set) var top = 0
  private var height = 1
  /// What is being typed to find; nil while nothing is.
  private var field: LineField?
  /// Whether words that are sought and stand nowhere on it are dots, since others can see them typed.
  var hidesUnfound = false
  /// What was typed last, which the page shows wherever it stands.
  private var sought = ""
  /// Where the page stood when one began to type.
  private var before = 0
  /// The line at which the last search stopped, until the page is scrolled by hand.
  private(set) var found: Int?
  /// Whether words to find are being typed.
  var isTyping: Bool { field != nil }

  /// Where keys hold on a page, the innermost first: what its screen has of its own, or those of typing.
  func contexts(_ own: [KeyContext], _ outer: [KeyContext] = [.moving, .everywhere]) -> [KeyContext]
  {
    field == nil ? own + [.text] + outer : [.finding]
  }

  /// Answers what a page answers by itself: moving, the wheel, finding words; nil for anything else.
  mutating func answer(_ input: Input, in lines: [TextLine]) -> Outcome? {
    if field != nil { return type(input, lines) }
    switch input {
    case .command(.find):
      field = LineField()
      before = top
      return .redraw
    case .command(.nextMatch): return goToMatch(forwards: true, lines)
    case .command(.previousMatch): return goToMatch(forwards: false, lines)
    case .command(.up), .command(.down), .command(.pageUp), .command(.pageDown),
      .command(.halfPageUp), .command(.halfPageDown), .command(.top), .command(.bottom):
      guard case .command(let command) = input else { return nil }
      return move(command, count: lines.count) ? .redraw : .stay
    case .mouse(let mouse): return answer(mouse, count: lines.count)
    default: return nil
    }
  }

  /// Scrolls; true where that moved it.
  mutating func move(_ command: DashboardCommand, count: Int) -> Bool {
    found = nil
    return switch command {
    case .up: go(to: top - 1, count)
    case .down: go(to: top + 1, count)
    case .pageUp: go(to: top - max(1, height - 1), count)
    case .pageDown: go(to: top + max(1, height - 1), count)
    case .halfPageUp: go(to: top - max(1, height / 2), count)
    case .halfPageDown: go(to: top + max(1, height / 2), count)
    case .top: go(to: 0, count)
    case .bottom: go(to: count, count)
    default: false
    }
  }

  /// Answers the wheel.
  mutating func answer(_ mouse: Mouse, count: Int) -> Outcome {
    switch mouse.action {
    case .wheelUp: go(to: top - 3, count) ? .redraw : .stay
    case .wheelDown: go(to: top + 3, count) ? .redraw : .stay
    default: .stay
    }
  }

  private mutating func go(to line: Int, _ count: Int) -> Bool {
    let wanted = min(max(0, line), max(0, count - height))
    defer { top = wanted }
    return wanted != top
  }

  // MARK: Finding

  private mutating func type(_ input: Input, _ lines: [TextLine]) -> Outcome {
    switch input {
    case .command(.choose):
      field = nil
      return sought.isEmpty ? .redraw : goToMatch(from: before - 1, forwards: true, lines)
    case .command(.back):
      field = nil
      sought = ""
      _ = go(to: before, lines.count)
    case .key(let key):
      if key == Key(.backspace), sought.isEmpty {
        field = nil
      } else {
        guard field?.press(key) == .changed else { return .redraw }
        take(lines)
      }
    case .paste(let text):
      field?.insert(text)
      take(lines)
    case .mouse(let mouse): return answer(mouse, count: lines.count)
    case .command: return .stay
    }
    return .redraw
  }

  /// Shows the first line from where the page stood that holds what is typed by now.
  private mutating func take(_ lines: [TextLine]) {
    sought = field?.text ?? ""
    let found = matches(in: lines)
    if let first = found.first(where: { $0 >= before }) ?? found.first {
      reveal(first, lines.count)
    } else if hidesUnfound {
      self.found = nil
    }
  }

  private func matches(in lines: [TextLine]) -> [Int] {
    let phrase = Phrase(sought)
    return lines.indices.filter { !phrase.positions(in: lines[$0].text).isEmpty }
  }

  private mutating func goToMatch(forwards: Bool, _ lines: [TextLine]) -> Outcome {
    goToMatch(from: found ?? (forwards ? top - 1 : top), forwards: forwards, lines)
  }

  private mutating func goToMatch(
    from line: Int, forwards: Bool, _ lines: [TextLine]
  ) -> Outcome {
    guard !sought.isEmpty else {
      return .message(Message(.notice, "Type / and words first; n then goes from one to the next."))
    }
    let all = matches(in: lines)
    guard let first = all.first, let last = all.last else {
      return .several([
        .redraw,
        .message(
          Message(
            .notice,
            hidesUnfound
              ? "Nothing here holds these words."
              : "Nothing here holds \u{201C}\(sought)\u{201D}.")),
      ])
    }
    let next =
      forwards ? all.first { $0 > line } ?? first : all.last { $0 < line } ?? last
    found = next
    reveal(next, lines.count)
    let number = (all.firstIndex(of: next) ?? 0) + 1
    return .several([
      .redraw,
      .message(Message(.notice, "\u{201C}\(sought)\u{201D}: line \(number) of \(all.count)")),
    ])
  }

  /// Brings a line into view, amid its neighbours where the page has to move.
  private mutating func reveal(_ line: Int, _ count: Int) {
    found = line
    if line < top || line >= top + height - (field == nil ? 0 : 1) {
      _ = go(to: line - height / 3, count)
    }
  }

  // MARK: Drawing

  /// Draws the lines in view. Where it has the focus, that is on the line at which a search stopped, and
  /// else on the first in view.
  mutating func draw(
    _ lines: [TextLine], on surface: inout Surface, in area: Rect, isFocused: Bool = true,
    scrollBarAt bar: Int? = nil
  ) {
    height = max(1, area.height)
    top = min(top, max(0, lines.count - height))
    let phrase = Phrase(sought)
    for offset in 0..<area.height where top + offset < lines.count {
      var line = lines[top + offset]
      if !phrase.isEmpty { line = line.marking(phrase.positions(in: line.text)) }
      line.draw(on: &surface, x: area.x, y: area.y + offset, width: area.width)
    }
    if let bar {
      ScrollBar.draw(
        on: &surface, in: Rect(x: bar, y: area.y, width: 1, height: area.height), offset: top,
        page: height, of: lines.count)
    }
    if isFocused {
      let line = found.map { $0 - top } ?? 0
      surface.focus(on: area.row((0..<area.height).contains(line) ? line : 0))
    }
    drawField(on: &surface, in: area)
  }

  /// Draws what is being typed to find on the last row of an area; nothing while nothing is.
  mutating func drawField(on surface: inout Surface, in area: Rect) {
    guard field != nil, area.height > 0 else { return }
    let foot = area.row(area.height - 1)
    surface.fill(foot, style: .text)
    let used = surface.put("Find: ", x: foot.x, y: foot.y, style: Style(.key), width: foot.width)
    var typed = hidesUnfound && found == nil ? field?.showing { Wording.dots($0) } : field
    typed?.draw(
      on: &surface,
      in: Rect(x: foot.x + used, y: foot.y, width: max(1, foot.width - used), height: 1),
      isFocused: true, placeholder: "words")
  }
}

extension TextLine {
  /// The line with some of its characters, counted from 0, shown as found.
  func marking(_ positions: Set<Int>) -> TextLine {
    guard !positions.isEmpty else { return self }
    var line = TextLine()
    var index = 0
    for span in spans {
      for character in span.text {
        let style = positions.contains(index) ? Style(.match, .bold) : span.style
        if line.spans.last?.style == style {
          line.spans[line.spans.count - 1].text.append(character)
        } else {
          line.spans.append(Span(String(character), style))
        }
        index += 1
      }
    }
    return line
  }
}
