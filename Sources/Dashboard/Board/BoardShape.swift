import TerminalUI

/// How the person has arranged the panes of the board: where the dividers stand, and what is hidden.
struct BoardShape: Hashable {
  /// A line between panes that can be moved.
  enum Divider: Hashable {
    /// Between the panes at the left and those at the right.
    case across
    /// Between the upper panes and the lower.
    case down
  }

  /// The share of the width that the panes at the left have, in thousandths; nil where the program
  /// finds the share that suits the size.
  var across: Int?
  /// The share of the height that the upper panes have, in thousandths.
  var down: Int?
  /// The panes that are not shown.
  var hidden: Set<PaneKind> = []

  /// The least that a pane keeps.
  static let least = Size(width: 20, height: 4)

  /// Whether anything differs from what the program would do by itself.
  var isPlain: Bool { self == BoardShape() }

  /// Puts a divider at a cell of so many.
  mutating func put(_ divider: Divider, at cell: Int, of length: Int) {
    guard length > 0 else { return }
    let least = divider == .across ? BoardShape.least.width : BoardShape.least.height
    let kept = min(max(cell, least), max(least, length - least))
    // Rounded up, so that the share gives the same cell again.
    let share = (kept * 1000 + length - 1) / length
    if divider == .across { across = share } else { down = share }
  }

  /// The cells that the first side of a divider has of so many; nil where the program decides.
  func cells(_ divider: Divider, of length: Int) -> Int? {
    let least = divider == .across ? BoardShape.least.width : BoardShape.least.height
    guard let share = divider == .across ? across : down, length >= 2 * least else { return nil }
    return min(max(length * share / 1000, least), length - least)
  }
}
