import CaseStore
import TerminalUI

/// Every command that holds where one is, found by a few letters of its name, with its keys beside it.
struct PaletteScreen: Screen {
  /// A command that can be called from here.
  private struct Entry {
    var command: DashboardCommand
    var title: String
    var description: String
    var labels: [String]
    var keys: String { labels.joined(separator: ", ") }
    /// Why it can't be called now; nil where it can.
    var whyNot: String?
  }

  private let entries: [Entry]
  private var shown: [(entry: Int, match: FuzzyMatch?)] = []
  private var field = LineField()
  private var position = ListPosition()
  private var area = Rect(x: 0, y: 0, width: 0, height: 0)

  /// The commands of contexts, those first that the footer would name; `whyNot` says of each why it
  /// can't be called now.
  init(
    _ table: KeyTable<DashboardCommand>, in contexts: [KeyContext],
    whyNot: (DashboardCommand) -> String?
  ) {
    var entries: [Entry] = []
    var places: [DashboardCommand: Int] = [:]
    let bindings = contexts.flatMap { context in
      table.bindings.filter { $0.context == context && $0.command != .palette }
    }
    let ranked = bindings.enumerated().sorted {
      ($1.element.prominence, $0.offset) < ($0.element.prominence, $1.offset)
    }
    for binding in ranked.map(\.element) {
      if let place = places[binding.command] {
        let known = entries[place].labels
        entries[place].labels += binding.keys.map(Binding<DashboardCommand>.label)
          .filter { !known.contains($0) }
        continue
      }
      places[binding.command] = entries.count
      entries.append(
        Entry(
          command: binding.command, title: binding.title, description: binding.description,
          labels: binding.keys.map(Binding<DashboardCommand>.label), whyNot: whyNot(binding.command)
        ))
    }
    self.entries = entries
    narrow()
  }

  var contexts: [KeyContext] { [.choosing] }
  var isOverlay: Bool { true }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.choose): return choose()
    case .command(.back): return .pop
    case .command(let command):
      return position.move(command, count: shown.count) == true ? .redraw : .stay
    case .key(let key):
      switch field.press(key) {
      case .changed:
        narrow()
        return .redraw
      case .moved: return .redraw
      case .ignored: return .stay
      }
    case .paste(let text):
      field.insert(text)
      narrow()
      return .redraw
    case .mouse(let mouse): return answer(mouse)
    }
  }

  /// Names are searched first; what a command does, in words, only where no name answers.
  private mutating func narrow() {
    let pattern = FuzzyPattern(field.text)
    let named = pattern.rank(entries.map(\.title))
    if named.isEmpty || named.allSatisfy(\.match.isScattered), !pattern.isEmpty {
      let words = SearchWords(field.text)
      let told = entries.indices.filter { words.rank(of: entries[$0].description) != nil }
      let isBetter = !told.isEmpty
      shown = isBetter ? told.map { ($0, nil) } : named.map { ($0.index, $0.match) }
    } else {
      shown = named.map { ($0.index, $0.match) }
    }
    position.select(0, of: shown.count)
  }

  private func choose() -> Outcome {
    guard shown.indices.contains(position.selected) else {
      return .message(Message(.notice, "No command has these letters. Backspace takes some back."))
    }
    let entry = entries[shown[position.selected].entry]
    if let reason = entry.whyNot { return .message(Message(.warning, reason)) }
    return .several([.pop, .run(entry.command)])
  }

  private mutating func answer(_ mouse: Mouse) -> Outcome {
    switch mouse.action {
    case .wheelUp: return position.scroll(-3, of: shown.count) ? .redraw : .stay
    case .wheelDown: return position.scroll(3, of: shown.count) ? .redraw : .stay
    case .press where !area.contains(mouse.point): return .pop
    case .press:
      let row = position.top + mouse.point.y - area.y - 3
      guard mouse.point.y >= area.y + 3, shown.indices.contains(row) else { return .stay }
      position.select(row, of: shown.count)
      return choose()
    default: return .stay
    }
  }

  // MARK: Drawing

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard surface.fitsPopup else { return }
    let room = surface.bounds.inset(2, 1)
    area = room.centred(Size(width: 92, height: max(8, entries.count + 5)))
    let inside = Popup.draw(
      on: &surface, in: area, title: "Commands",
      bottomTitle:
        "\(desk.key(.choose, in: .choosing)) does it, \(desk.key(.back, in: .choosing)) cancels")
    // What names no command may name a child, typed a moment too early.
    var typed = desk.isShared && shown.isEmpty ? field.showing { Wording.dots($0) } : field
    typed.draw(
      on: &surface, in: inside.row(0), isFocused: true,
      placeholder: "A few letters of what you want to do")
    let list = Rect(
      x: inside.x, y: inside.y + 2, width: inside.width, height: max(1, inside.height - 2))
    position.fit(height: list.height, count: shown.count)
    if shown.isEmpty {
      surface.put(
        "No command of that name", x: list.x, y: list.y, style: Style(.muted), width: list.width)
    }
    let titles = entries.map { TextWidth.of($0.title) }.max() ?? 0
    let keys = min(18, entries.map { TextWidth.of($0.keys) }.max() ?? 0)
    for row in position.visible(of: shown.count) {
      draw(
        shown[row].entry, shown[row].match, on: &surface, in: list.row(row - position.top),
        titles: min(titles, list.width / 2), keys: keys, isSelected: row == position.selected)
    }
    ScrollBar.draw(
      on: &surface, in: Rect(x: area.right - 1, y: list.y, width: 1, height: list.height),
      offset: position.top, page: position.height, of: shown.count)
  }

  private func draw(
    _ index: Int, _ match: FuzzyMatch?, on surface: inout Surface, in line: Rect, titles: Int,
    keys: Int, isSelected: Bool
  ) {
    let entry = entries[index]
    let row = Style(isSelected ? .selection : .popup)
    func style(_ role: Role, _ emphasis: Emphasis = []) -> Style {
      isSelected ? Style(row, adding: emphasis) : Style(role, emphasis)
    }
    surface.fill(line, style: row)
    let plain = style(entry.whyNot == nil ? .popup : .muted)
    let found = style(.match, .underline)
    let title = match?.spans(of: entry.title, plain, found: found) ?? [Span(entry.title, plain)]
    surface.put(title, x: line.x, y: line.y, width: titles)
    let width = min(keys, TextWidth.of(entry.keys))
    let room = max(0, line.width - titles - width - 4)
    // Why a command can't be called matters more than what it would do.
    let words = entry.whyNot.map { "not now: \($0)" } ?? entry.description
    if room >= 12 {
      surface.put(
        words, x: line.x + titles + 2, y: line.y, style: style(.muted), width: room)
    }
    surface.put(
      entry.keys, x: line.right - width, y: line.y, style: style(.key), width: width)
  }
}
