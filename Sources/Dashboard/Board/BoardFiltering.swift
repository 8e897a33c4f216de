import CaseStore
import TerminalUI

/// Filtering a pane by words as one types, and going through what holds them.
extension BoardScreen {
  mutating func answerWhileFiltering(
    _ command: DashboardCommand, _ desk: Desk
  ) -> Outcome? {
    switch command {
    case .choose, .down:
      isFiltering = false
      keepWords()
      if let identity = selectedIdentity(desk) { panes[focus.rawValue].identity = identity }
      panes[focus.rawValue].isChosen = true
      stale = .all
      return .redraw
    case .back:
      isFiltering = false
      return clearFilter(of: focus, desk)
    default: return nil
    }
  }

  /// Keeps the words of the filter for going through what holds them.
  mutating func keepWords() {
    let words = panes[focus.rawValue].filter
    guard !words.isEmpty else { return }
    for kind in [focus, focus.partner] { panes[kind.rawValue].sought = words }
  }

  /// Goes to the next row that holds the words last typed, whether or not they filter the list still.
  mutating func goToMatch(forwards: Bool, _ desk: Desk) -> Outcome {
    let state = panes[focus.rawValue]
    let words = state.filter.isEmpty ? state.sought : state.filter
    guard !words.isEmpty else {
      return .message(Message(.notice, "Type / and words first; n then goes from one to the next."))
    }
    let shown = desk.shownFilter(words)
    let next = desk.list(of: focus).next(
      holding: words, from: state.position.selected, forwards: forwards)
    guard let next else {
      return .message(Message(.notice, "Nothing here holds \u{201C}\(shown)\u{201D}."))
    }
    panes[focus.rawValue].position.select(next.position, of: count(desk))
    _ = selectionMoved(desk)
    return .several([
      .redraw,
      .message(Message(.notice, "\u{201C}\(shown)\u{201D}: \(next.number) of \(next.count)")),
    ])
  }

  mutating func type(_ key: Key, _ desk: Desk) -> Outcome {
    guard isFiltering else { return .stay }
    // Other words begin anew; whoever moves in the old ones goes on with them.
    if isFilterOld, key.typed != nil { field = LineField() }
    isFilterOld = false
    // Nothing left to take away: the filter is done with.
    if key == Key(.backspace), field.isEmpty { return answer(.back, desk) }
    switch field.press(key) {
    case .changed: return filter(field.text, desk)
    case .moved:
      stale.insert(.status)
      return .redraw
    case .ignored: return .stay
    }
  }

  mutating func paste(_ text: String, _ desk: Desk) -> Outcome {
    guard isFiltering else { return .stay }
    if isFilterOld { field = LineField() }
    isFilterOld = false
    guard field.insert(text) == .changed else { return .redraw }
    return filter(field.text, desk)
  }

  /// Filters a pane, and the one beside it that lists the same children or providers.
  mutating func filter(_ words: String, _ desk: Desk) -> Outcome {
    for kind in [focus, focus.partner] {
      panes[kind.rawValue].filter = words
      desk.list(of: kind).filter(words)
      stale.insert(BoardParts(kind))
    }
    follow(desk)
    stale.insert(.status)
    return .redraw
  }

  /// Shows again what a filter left out, from the head of the list if the selected row is near it.
  mutating func clearFilter(of kind: PaneKind, _ desk: Desk) -> Outcome {
    for kind in [kind, kind.partner] {
      panes[kind.rawValue].filter = ""
      desk.list(of: kind).filter("")
    }
    follow(desk)
    for kind in [kind, kind.partner] {
      let selected = panes[kind.rawValue].position.selected
      panes[kind.rawValue].position.reveal(selected, of: desk.list(of: kind).count)
    }
    stale = .all
    return .redraw
  }
}
