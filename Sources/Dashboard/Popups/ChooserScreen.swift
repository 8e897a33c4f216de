import AlternativeProvision
import CaseStore
import TerminalUI

/// A list from which one thing is chosen; what is typed narrows it.
struct ChooserScreen: Screen {
  /// One line of the list.
  struct Item {
    /// What is chosen.
    var title: String
    /// What is worth knowing of it, in columns.
    var notes: [Span]
    /// What choosing it does.
    var choice: Choice
    /// Words that find it besides those of its title.
    var about: String

    init(_ title: String, notes: [Span] = [], about: String = "", choice: Choice) {
      self.title = title
      self.notes = notes
      self.about = about
      self.choice = choice
    }
  }

  /// What choosing a line does.
  enum Choice {
    /// Answers the screen underneath.
    case answer(Answer)
    /// Changes the caseload.
    case act(Act)
    /// Changes the caseload in a way that no act on one case covers.
    case change(Change)
    /// Goes on to another list.
    case list((Desk) -> ChooserScreen)
    /// Goes on to another screen.
    case screen((Desk) -> any Screen)
    /// Can't be chosen, and this is why.
    case refuse(String)
  }

  private let title: (Desk) -> String
  private let items: ChooserLines
  private let newItem: ((String) -> Item)?
  private let hint: String
  private let heads: [String]
  /// Columns of notes that give way before the last ones, the first of them first.
  private let lesser: [Int]
  private var list = FindingList()
  /// The places in `items` of the lines that are left, and, where one was typed, a new line after them.
  private var shown: [Int]
  private var typed: Item?
  private var isUnset = false
  private var findsNames = false

  /// A list with a title; `newItem` makes a line of what was typed, where that may be something new.
  /// `heads` stand over the notes; the columns of `lesser` give way first where there is no room for all.
  init(
    title: String, items: [Item], newItem: ((String) -> Item)? = nil, selected: Int = 0,
    hint: String = "Type to find", heads: [String] = []
  ) {
    self.init(
      titled: { _ in title }, items: items, newItem: newItem, selected: selected, hint: hint,
      heads: heads)
  }

  /// A list whose title names a child, and so depends on who can see it.
  init(
    titled title: @escaping (Desk) -> String, items: [Item],
    newItem: ((String) -> Item)? = nil, selected: Int = 0, hint: String = "Type to find",
    heads: [String] = []
  ) {
    self.init(
      titled: title, lines: ChooserLines(items), newItem: newItem, selected: selected, hint: hint,
      heads: heads)
  }

  /// A list of lines that may be thousands, each made when it is shown.
  init(
    titled title: @escaping (Desk) -> String, lines: ChooserLines,
    newItem: ((String) -> Item)? = nil, selected: Int = 0, hint: String = "Type to find",
    heads: [String] = [], lesser: [Int] = []
  ) {
    self.heads = heads
    self.lesser = lesser
    self.title = title
    self.items = lines
    self.newItem = newItem
    self.hint = hint
    shown = Array(0..<lines.count)
    list.position.fit(height: 10, count: lines.count)
    list.position.select(selected, of: lines.count)
  }

  private var shownCount: Int { shown.count + (typed == nil ? 0 : 1) }

  private func item(_ row: Int) -> Item {
    row < shown.count ? items.line(shown[row]) : typed ?? Item("", choice: .refuse(""))
  }

  /// The line as it may be shown: one that was made of what was typed shows dots for it where others can
  /// see.
  private func shownItem(_ row: Int, _ desk: Desk) -> Item {
    var item = item(row)
    let words = list.field.text.split(separator: " ").joined(separator: " ")
    guard desk.isShared, row >= shown.count, item.title.hasSuffix(words) else { return item }
    item.title = item.title.dropLast(words.count) + ChooserScreen.dots(words)
    return item
  }

  /// Whether dots stand for what is typed where others can see: for names, and for whatever is no part of
  /// a line that is shown anyway.
  private var hidesTyped: Bool { findsNames || shown.isEmpty || typed != nil }

  private static func dots(_ words: String) -> String {
    String(words.map { $0.isLetter ? "•" : $0 })
  }

  /// The same list with no line selected, where a choice is too grave to be made by Enter alone.
  var unset: ChooserScreen {
    var list = self
    list.isUnset = true
    return list
  }

  /// The same list, in which names are typed to find somebody: they are not shown where others can see.
  var findingNames: ChooserScreen {
    var list = self
    list.findsNames = true
    return list
  }

  /// The same list, in which these letters were typed already.
  func finding(_ letters: String) -> ChooserScreen {
    var list = self
    list.list.type(letters)
    _ = list.narrow()
    return list
  }

  var contexts: [KeyContext] { [.choosing] }
  var isOverlay: Bool { true }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    if isUnset, case .command(let command) = input, command != .choose, command != .back {
      isUnset = false
      list.goAmongRows()
      return .redraw
    }
    switch list.answer(input, count: shownCount) {
    case .typed: return narrow()
    case .pasted(let lost):
      let outcome = narrow()
      guard lost > 0 else { return outcome }
      return .several([
        outcome,
        .message(
          Message(
            .warning,
            "\(NumberText.count(lost, "character")) did not fit; at most \(list.field.limit) do: say it shorter."
          )),
      ])
    case .moved:
      if input.isMouse { isUnset = false }
      return .redraw
    case .choose:
      if input.isMouse { isUnset = false }
      return choose(desk)
    case .leave: return .pop
    case .nothing: return .stay
    }
  }

  private mutating func narrow() -> Outcome {
    let words = SearchWords(list.field.text)
    // By how well they answer, three ways, and within that as they were.
    var found: [[Int]] = [[], [], []]
    for place in 0..<items.count {
      if let rank = words.rank(of: items.titles[place], about: items.about(place)) {
        found[min(rank, 2)].append(place)
      }
    }
    // A line of just this name comes before the longer ones that begin with it.
    shown = ChooserScreen.first(of: found[0]) { words.isSame(as: items.titles[$0]) }
    shown += found[1] + found[2]
    let text = String(list.field.text.split(separator: " ").joined(separator: " "))
    // Whoever types 9 means the ninth, and not one of the 9th of November.
    if !text.isEmpty, text.allSatisfy(\.isNumber) {
      shown = ChooserScreen.first(of: shown) {
        items.titles[$0].drop { $0 == " " }.hasPrefix(text + " ")
      }
    }
    typed = nil
    if let newItem, !text.isEmpty, !items.titles.contains(where: { words.isSame(as: $0) }) {
      typed = newItem(text)
    }
    list.position.select(0, of: shownCount)
    isUnset = false
    return .redraw
  }

  /// Places in their order, but those first that are meant.
  private static func first(of places: [Int], _ isMeant: (Int) -> Bool) -> [Int] {
    var (meant, others): ([Int], [Int]) = ([], [])
    for place in places {
      if isMeant(place) { meant.append(place) } else { others.append(place) }
    }
    return meant + others
  }

  private func choose(_ desk: Desk) -> Outcome {
    guard (0..<shownCount).contains(list.position.selected) else {
      return .message(Message(.notice, "Nothing has these words. Backspace takes some back."))
    }
    guard !isUnset else {
      return .message(Message(.notice, "Go to a line with the arrows, or type its first letters."))
    }
    switch item(list.position.selected).choice {
    case .answer(let answer): return .answer(answer)
    case .act(let act): return .several([.pop, .perform(act)])
    case .change(let change): return .several([.pop, .change(change)])
    case .list(let next): return .replace(next(desk))
    case .screen(let next): return .replace(next(desk))
    case .refuse(let reason): return .message(Message(.warning, reason))
    }
  }

  // MARK: Drawing

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard surface.fitsPopup else { return }
    let widths = items.noteWidths(under: heads)
    let notes = widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) }
    let title = title(desk)
    let names = items.nameWidth
    let wanted = Size(
      width: max(names + notes + 4, TextWidth.of(title) + 6, TextWidth.of(hint) + 6, 44),
      height: items.count + 5)
    let room = surface.popupRoom(desk)
    let area = room.centred(Size(width: wanted.width, height: max(8, wanted.height)))
    let inside = Popup.draw(
      on: &surface, in: area, title: title,
      bottomTitle:
        "\(desk.key(.choose, in: .choosing)) chooses, \(desk.key(.back, in: .choosing)) cancels")
    if !heads.isEmpty {
      let line = Item(
        "", notes: heads.map { Span($0, Style(.heading)) }, choice: .refuse(""))
      draw(line, on: &surface, in: inside.row(1), widths, isSelected: false)
    }
    // Wherever somebody types they may type a name, a moment too early or in the wrong list.
    let hides = desk.isShared && hidesTyped
    var list = list
    list.draw(
      on: &surface, in: inside, of: area, count: shownCount, placeholder: hint,
      mask: hides ? { ChooserScreen.dots($0) } : nil, empty: "Nothing of that name"
    ) { surface, row, line, isSelected in
      draw(
        shownItem(row, desk), on: &surface, in: line, widths, isSelected: isSelected && !isUnset)
    }
    self.list = list
  }

  /// Whether a line in view would read like this one where both are cut at their end.
  private func isLikeAnother(_ title: String, within room: Int) -> Bool {
    guard room > 1, TextWidth.of(title) > room else { return false }
    let head = title.prefix(room - 1)
    return list.position.visible(of: shownCount).count { self.item($0).title.hasPrefix(head) } > 1
  }

  private func draw(
    _ item: Item, on surface: inout Surface, in line: Rect, _ widths: [Int], isSelected: Bool
  ) {
    let row = Style(isSelected ? .selection : .popup)
    surface.fill(line, style: row)
    var right = line.right
    // Notes keep their columns as long as the name has at least twenty; the last gives way first. What
    // matters less gives way as long as names are cut that would be whole without it.
    var columns = widths.indices.map { $0 }
    func nameRoom() -> Int {
      line.width - columns.reduce(0) { $0 + (widths[$1] > 0 ? widths[$1] + 2 : 0) }
    }
    for index in lesser where nameRoom() < min(items.nameWidth, 36) {
      columns.removeAll { $0 == index }
    }
    while let last = columns.last, nameRoom() < 20 { columns.removeAll { $0 == last } }
    for index in columns.reversed() where widths[index] > 0 {
      right -= widths[index]
      if item.notes.indices.contains(index) {
        let note = item.notes[index]
        let style = isSelected ? Style(row, adding: note.style.emphasis) : note.style
        surface.put(note.text, x: right, y: line.y, style: style, width: widths[index])
      }
      right -= 2
    }
    let room = max(0, right - line.x)
    surface.put(
      isLikeAnother(item.title, within: room)
        ? NameText.keepingEnd(item.title, width: room)
        : item.title,
      x: line.x, y: line.y, style: row, width: room)
  }
}

extension ChooserScreen.Item {
  /// The line of a list that can't be read.
  static var unread: ChooserScreen.Item {
    ChooserScreen.Item(
      "This list \(Wording.notRead)",
      choice: .refuse("This list \(Wording.notRead): leave it, and open it again in a moment."))
  }
}
