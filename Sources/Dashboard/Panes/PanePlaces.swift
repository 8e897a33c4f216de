import TerminalUI

/// Where the panes of a screen stand beside and above one another, and so where the lines between them are.
struct PanePlaces {
  /// The room that all of them have together.
  let room: Rect
  /// Where each stands.
  let areas: [Rect]

  /// The first columns after a line between panes, from the left.
  private var columns: [Int] { Set(areas.map(\.x)).filter { $0 > room.x }.sorted() }

  /// The first rows after a line between panes, from the top.
  private var rows: [Int] { Set(areas.map(\.y)).filter { $0 > room.y }.sorted() }

  /// The first column or row after a divider, where it is on the screen.
  func place(of divider: Divider) -> Int? {
    switch divider {
    case .across: columns.first
    case .second: columns.dropFirst().first
    case .down: rows.first
    }
  }

  /// The divider at a place, where the frames of two panes meet.
  func divider(at point: Point) -> Divider? {
    guard let here = areas.first(where: { $0.contains(point) }) else { return nil }
    if point.x == here.right - 1, let found = divider(before: here.right) { return found }
    if point.x == here.x, let found = divider(before: here.x) { return found }
    let isDown =
      (point.y == here.bottom - 1 && rows.first == here.bottom)
      || (point.y == here.y && rows.first == here.y)
    return isDown ? .down : nil
  }

  /// The line before a column.
  private func divider(before column: Int) -> Divider? {
    columns.firstIndex(of: column).flatMap { $0 == 0 ? .across : $0 == 1 ? .second : nil }
  }

  /// The line that makes a pane wider where it is moved, and whether that is to the right: the one behind
  /// it, or else the one before.
  func beside(_ pane: Rect) -> (divider: Divider, isBehind: Bool)? {
    if let behind = divider(before: pane.right) { return (behind, true) }
    return divider(before: pane.x).map { ($0, false) }
  }

  /// The same for a pane's height.
  func above(_ pane: Rect) -> (divider: Divider, isBehind: Bool)? {
    if rows.first == pane.bottom { return (.down, true) }
    return rows.first == pane.y ? (.down, false) : nil
  }
}
