import TerminalUI

/// How the panes of the board are arranged.
typealias BoardShape = PaneShape<PaneKind>

/// Arranging the panes of the board, by keys and with the mouse.
extension BoardScreen {
  /// Answers a key that moves a divider or hides a pane.
  mutating func arrange(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    guard !isZoomed else { return .message(Message(.notice, Wording.zoomed(desk, in: .board))) }
    let before = shape
    switch command {
    case .evenPanes: shape = BoardShape()
    case .hidePane: return hide(desk)
    default:
      guard let area = layout.area(of: focus),
        arranger.answer(command, at: area, &shape, in: layout.places) == true
      else { return .message(Message(.notice, Wording.noOtherPane)) }
      guard shape != before else { return .stay }
    }
    stale = .all
    return .redraw
  }

  /// Sorts the pane in use. Who stands at its head wants to see what comes first; a row that was gone to
  /// stays selected, and is said to where the head is not in view with it.
  mutating func sort(byColumn column: Int, then: Bool, _ desk: Desk) -> Outcome {
    let wasAtHead = panes[focus.rawValue].position.selected == 0
    tables.sort(focus, byColumn: column, then: then, desk: desk)
    follow(desk)
    let row = wasAtHead ? 0 : panes[focus.rawValue].position.selected
    panes[focus.rawValue].position.reveal(row, of: count(desk))
    panes[focus.rawValue].identity = desk.list(of: focus).identity(at: row)
    panes[focus.rawValue].isChosen = true
    stale = .all
    guard panes[focus.rawValue].position.top > 0 else { return .redraw }
    return .several([.redraw, .message(Message(.notice, Wording.stillSelected(desk)))])
  }

  /// Scrolls the columns of the pane in use, all but the first.
  mutating func scrollColumns(right: Bool) -> Outcome {
    guard tables.scrollColumns(of: focus, right: right) else {
      return .message(
        Message(.notice, right ? Wording.noColumnsRight : Wording.noColumnsLeft))
    }
    stale.insert(BoardParts(focus))
    return .redraw
  }

  private mutating func hide(_ desk: Desk) -> Outcome {
    let shown = shape.shown(with: focus)
    guard shown.count > 1 else {
      return .message(Message(.notice, Wording.onlyPane(desk, in: .board)))
    }
    let hidden = focus
    shape.hidden.insert(hidden)
    setFocus(to: shown.first { $0 != hidden } ?? .cases)
    stale = .all
    let advice = Wording.hidden(Wording.title(of: hidden), by: .pane(hidden.rawValue), desk)
    return .several([.redraw, .message(Message(.notice, advice))])
  }

  /// Answers the mouse where it takes hold of a divider, moves it or lets it go; nil where it does not.
  mutating func drag(_ mouse: Mouse) -> Outcome? {
    guard let moved = arranger.drag(mouse, &shape, in: layout.places) else { return nil }
    guard moved else { return .stay }
    stale = .all
    return .redraw
  }
}
