import TerminalUI

extension ListPosition {
  /// Moves the selection as a key asks; true where it moved, nil where the key asks for something else.
  mutating func move(_ command: DashboardCommand, count: Int) -> Bool? {
    switch command {
    case .up: step(-1, of: count)
    case .down: step(1, of: count)
    case .pageUp: page(-max(1, height - 1), of: count)
    case .pageDown: page(max(1, height - 1), of: count)
    case .halfPageUp: page(-max(1, height / 2), of: count)
    case .halfPageDown: page(max(1, height / 2), of: count)
    case .top: select(0, of: count)
    case .bottom: select(count - 1, of: count)
    default: nil
    }
  }
}
