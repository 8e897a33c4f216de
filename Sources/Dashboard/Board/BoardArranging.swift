import TerminalUI

/// Arranging the panes of the board, by keys and with the mouse.
extension BoardScreen {
  /// Columns and rows by which a key moves a divider.
  private static let step = Size(width: 4, height: 2)

  /// Answers a key that moves a divider or hides a pane.
  mutating func arrange(_ command: DashboardCommand) -> Outcome {
    guard !isZoomed else {
      return .message(Message(.notice, "The pane has the whole screen: z gives it back first."))
    }
    let isLeft = focus == .cases || focus == .attendance
    let isTop = focus == .cases || focus == .days
    switch command {
    case .narrower:
      return move(.across, by: isLeft ? -BoardScreen.step.width : BoardScreen.step.width)
    case .wider: return move(.across, by: isLeft ? BoardScreen.step.width : -BoardScreen.step.width)
    case .shorter:
      return move(.down, by: isTop ? -BoardScreen.step.height : BoardScreen.step.height)
    case .taller: return move(.down, by: isTop ? BoardScreen.step.height : -BoardScreen.step.height)
    case .evenPanes:
      shape = BoardShape()
    case .hidePane:
      let shown = PaneKind.allCases.filter { !shape.hidden.contains($0) }
      guard shown.count > 1 else {
        return .message(Message(.notice, "This is the only pane left: = shows all again."))
      }
      shape.hidden.insert(focus)
      let hidden = focus
      setFocus(to: shown.first { $0 != hidden } ?? .cases)
      stale = .all
      return .several([
        .redraw,
        .message(
          Message(
            .notice,
            "\(Wording.title(of: hidden)) is hidden: \(hidden.rawValue + 1) shows it again.")
        ),
      ])
    default: return .stay
    }
    stale = .all
    return .redraw
  }

  /// Moves a divider by so many cells from where it stands.
  private mutating func move(_ divider: BoardShape.Divider, by cells: Int) -> Outcome {
    guard let now = place(of: divider) else {
      return .message(Message(.notice, "There is no other pane on that side."))
    }
    let before = shape
    let room = layout.room
    switch divider {
    case .across: shape.put(.across, at: now - room.x + cells, of: room.width)
    case .down: shape.put(.down, at: now - room.y + cells, of: room.height)
    }
    guard shape != before else { return .stay }
    stale = .all
    return .redraw
  }

  /// The first column or row after a divider, where it is on the screen.
  private func place(of divider: BoardShape.Divider) -> Int? {
    let room = layout.room
    switch divider {
    case .across: return layout.panes.map(\.area.x).first { $0 > room.x }
    case .down: return layout.panes.map(\.area.y).first { $0 > room.y }
    }
  }

  /// Answers the mouse where it takes hold of a divider, moves it or lets it go; nil where it does not.
  mutating func drag(_ mouse: Mouse) -> Outcome? {
    switch mouse.action {
    case .press:
      held = mouse.button == .left ? layout.divider(at: mouse.point) : nil
      return nil
    case .drag:
      guard let held else { return .stay }
      let room = layout.room
      switch held {
      case .across: shape.put(.across, at: mouse.point.x - room.x, of: room.width)
      case .down: shape.put(.down, at: mouse.point.y - room.y, of: room.height)
      }
      stale = .all
      return .redraw
    case .release:
      held = nil
      return .stay
    default: return nil
    }
  }

  /// The pane so many further in the round of those shown.
  func pane(_ steps: Int) -> Int {
    let shown = PaneKind.allCases.filter { $0 == focus || !shape.hidden.contains($0) }
    let here = shown.firstIndex(of: focus) ?? 0
    let next = steps == 1 ? here + 1 : here + shown.count - 1
    return shown[next % shown.count].rawValue
  }
}
