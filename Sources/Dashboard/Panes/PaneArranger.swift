import TerminalUI

/// Moves the lines between the panes of a screen, by keys and with the mouse.
struct PaneArranger {
  /// The divider that the mouse holds.
  private var held: Divider?

  /// Columns and rows by which a key moves a divider.
  private static let step = Size(width: 4, height: 2)

  /// Makes a pane wider, narrower, taller or shorter; false where no other stands on that side, nil where
  /// the command asks for something else.
  func answer<Pane>(
    _ command: DashboardCommand, at pane: Rect, _ shape: inout PaneShape<Pane>,
    in places: PanePlaces
  ) -> Bool? {
    switch command {
    case .narrower: move(places.beside(pane), by: -Self.step.width, &shape, in: places)
    case .wider: move(places.beside(pane), by: Self.step.width, &shape, in: places)
    case .shorter: move(places.above(pane), by: -Self.step.height, &shape, in: places)
    case .taller: move(places.above(pane), by: Self.step.height, &shape, in: places)
    default: nil
    }
  }

  private func move<Pane>(
    _ side: (divider: Divider, isBehind: Bool)?, by cells: Int, _ shape: inout PaneShape<Pane>,
    in places: PanePlaces
  ) -> Bool {
    guard let side, let drawn = places.place(of: side.divider) else { return false }
    // From where it was put last: a key that is held comes several times between two frames.
    let room = places.room
    let chosen =
      side.divider == .down
      ? shape.cells(.down, of: room.height).map { room.y + $0 }
      : shape.cells(side.divider, of: room.width).map { room.x + $0 }
    let now = chosen ?? drawn
    put(side.divider, at: now + (side.isBehind ? cells : -cells), &shape, in: places)
    return true
  }

  private func put<Pane>(
    _ divider: Divider, at place: Int, _ shape: inout PaneShape<Pane>, in places: PanePlaces
  ) {
    let room = places.room
    switch divider {
    case .across, .second: shape.put(divider, at: place - room.x, of: room.width)
    case .down: shape.put(divider, at: place - room.y, of: room.height)
    }
  }

  /// Answers the mouse where it takes hold of a divider, moves it or lets it go: whether one moved; nil
  /// where the screen should answer it.
  mutating func drag<Pane>(
    _ mouse: Mouse, _ shape: inout PaneShape<Pane>, in places: PanePlaces
  ) -> Bool? {
    switch mouse.action {
    case .press:
      held = mouse.button == .left ? places.divider(at: mouse.point) : nil
      return nil
    case .drag:
      guard let held else { return false }
      let place = held == .down ? mouse.point.y : mouse.point.x
      put(held, at: place, &shape, in: places)
      return true
    case .release:
      held = nil
      return false
    default: return nil
    }
  }
}
