import AlternativeProvision
import CaseStore
import TerminalUI

/// Marking cases on the board, to act on them together.
extension BoardScreen {
  /// Answers a key that marks.
  mutating func mark(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    guard case .cases(let list) = desk.list(of: focus) else {
      return .message(Message(.warning, Wording.selectACase(desk)))
    }
    let row = panes[focus.rawValue].position.selected
    guard row < list.count else { return .stay }
    let here = list.id(at: row).number
    switch command {
    case .mark:
      marks.toggle(here)
      panes[focus.rawValue].isChosen = true
      _ = panes[focus.rawValue].position.move(.down, count: list.count)
      panes[focus.rawValue].identity =
        list.id(at: panes[focus.rawValue].position.selected).number
    case .markRange: marks.extend(to: here, in: BoardScreen.identities(of: list))
    case .markAll:
      let all = BoardScreen.identities(of: list)
      if all.allSatisfy({ marks.contains($0) }) { marks.clear() } else { marks.mark(all) }
    default: return .stay
    }
    stale.formUnion([BoardParts(.cases), BoardParts(.days)])
    return .redraw
  }

  private static func identities(of list: CaseList) -> [Int64] {
    (0..<list.count).map { list.id(at: $0).number }
  }

  /// Which rows of a list of cases are marked; nil where none is anywhere, so that no room is kept.
  func isMarked(_ list: CaseList) -> ((Int) -> Bool)? {
    marks.isEmpty ? nil : { [marks] row in marks.contains(list.id(at: row).number) }
  }

  /// The columns at the left of a pane that its marks take.
  func gutter(of kind: PaneKind) -> Int {
    guard !marks.isEmpty else { return 0 }
    switch kind {
    case .cases: return tables.cases.gutter
    case .days: return tables.days.gutter
    case .attendance, .quality: return 0
    }
  }

  /// What the foot of a pane says of all its rows, or of those that are marked.
  func totals(of kind: PaneKind, _ desk: Desk) -> String {
    guard case .cases(let list) = desk.list(of: kind) else { return "" }
    let counts: [StateGroup: Int]
    var openMarks = 0
    if marks.isEmpty {
      // Beyond this the sum would be felt in every key.
      guard list.count <= 20_000 else { return "" }
      // Rows of the days tell of day six alone, where a group may be that of another clock.
      counts = list.counts().filter { kind != .days || $0.key == .pastDaySix }
      if kind == .cases { openMarks = list.count(of: .openMarks) }
    } else {
      counts = list.counts(of: marks.identities)
    }
    var signs: [(String, Int)] = []
    for group in StateGroup.allCases where group != .safe && counts[group] ?? 0 > 0 {
      let mark = Shape.mark(of: group)
      if let known = signs.firstIndex(where: { $0.0 == mark }) {
        signs[known].1 += counts[group] ?? 0
      } else {
        signs.append((mark, counts[group] ?? 0))
      }
    }
    if openMarks > 0,
      let soon = signs.firstIndex(where: { $0.0 == Shape.mark(of: StateGroup.dueToday) })
    {
      signs[soon].1 -= openMarks
      signs.insert((Shape.openMark, openMarks), at: soon + 1)
      signs.removeAll { $0.1 == 0 }
    }
    let sums = signs.map { "\($0.0) \(NumberText.grouped($0.1))" }.joined(separator: "  ")
    guard !marks.isEmpty else { return sums }
    let marked = "\(NumberText.grouped(marks.count)) marked"
    return sums.isEmpty ? marked : "\(marked): \(sums)"
  }

  /// The cases that are marked, in the order in which the list shows them.
  func markedCases(_ desk: Desk) -> [Identifier<Case>] {
    let list = desk.board.cases
    let shown = list.positions(of: marks.identities).map { list.id(at: $0) }
    guard shown.count < marks.count else { return shown }
    let others = marks.identities.subtracting(shown.map(\.number)).sorted()
    return shown + others.map { Identifier($0) }
  }

  /// Puts the reference of what is selected, or its row, on the clipboard.
  func copy(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    let row = panes[focus.rawValue].position.selected
    guard row < count(desk) else { return .message(Message(.notice, "There is nothing to copy.")) }
    let isWhole = command == .copyRow
    if !marks.isEmpty, case .cases(let list) = desk.list(of: focus) {
      return copyMarked(of: list, isWhole: isWhole, desk)
    }
    let text =
      switch desk.list(of: focus) {
      case .cases(let list):
        isWhole
          ? CopyText.row(desk.shown(list[row]), desk.sharedView, today: desk.today)
          : list[row].reference
      case .providers(let list): isWhole ? CopyText.row(list[row]) : list[row].reference
      }
    return .copy(text, isWhole ? "the row" : "the reference")
  }

  func copyMarked(of list: CaseList, isWhole: Bool, _ desk: Desk) -> Outcome {
    let lines = list.positions(of: marks.identities).map { row in
      isWhole
        ? CopyText.row(desk.shown(list[row]), desk.sharedView, today: desk.today)
        : list[row].reference
    }
    return .copy(
      lines.joined(separator: "\n"), NumberText.count(lines.count, isWhole ? "row" : "reference"))
  }
}
