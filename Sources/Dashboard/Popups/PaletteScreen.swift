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
  private var list = FindingList()

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
    switch list.answer(input, count: shown.count) {
    case .typed, .pasted:
      narrow()
      return .redraw
    case .moved: return .redraw
    case .choose: return choose()
    case .leave: return .pop
    case .nothing: return .stay
    }
  }

  /// Names are searched first; what a command does, in words, only where no name answers.
  private mutating func narrow() {
    let pattern = FuzzyPattern(list.field.text)
    let named = pattern.rank(entries.map(\.title))
    if named.isEmpty || named.allSatisfy(\.match.isScattered), !pattern.isEmpty {
      let words = SearchWords(list.field.text)
      let told = entries.indices.filter { words.rank(of: entries[$0].description) != nil }
      let isBetter = !told.isEmpty
      shown = isBetter ? told.map { ($0, nil) } : named.map { ($0.index, $0.match) }
    } else {
      shown = named.map { ($0.index, $0.match) }
    }
    list.position.select(0, of: shown.count)
  }

  private func choose() -> Outcome {
    guard shown.indices.contains(list.position.selected) else {
      return .message(Message(.notice, "No command has these letters. Backspace takes some back."))
    }
    let entry = entries[shown[list.position.selected].entry]
    if let reason = entry.whyNot { return .message(Message(.warning, reason)) }
    return .several([.pop, .run(entry.command)])
  }

  // MARK: Drawing

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard surface.fitsPopup else { return }
    let room = surface.popupRoom(desk)
    let area = room.centred(Size(width: 92, height: max(8, entries.count + 5)))
    let inside = Popup.draw(
      on: &surface, in: area, title: "Commands",
      bottomTitle:
        "\(desk.key(.choose, in: .choosing)) does it, \(desk.key(.back, in: .choosing)) cancels")
    let titles = min(entries.map { TextWidth.of($0.title) }.max() ?? 0, inside.width / 2)
    let keys = min(18, entries.map { TextWidth.of($0.keys) }.max() ?? 0)
    var list = list
    list.draw(
      on: &surface, in: inside, of: area, count: shown.count,
      placeholder: "A few letters of what you want to do",
      // What names no command may name a child, typed a moment too early.
      mask: desk.isShared && shown.isEmpty ? { Wording.dots($0) } : nil,
      empty: "No command of that name"
    ) { surface, row, line, isSelected in
      draw(
        shown[row].entry, shown[row].match, on: &surface, in: line, titles: titles, keys: keys,
        isSelected: isSelected)
    }
    self.list = list
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
