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
