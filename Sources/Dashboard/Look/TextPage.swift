import TerminalUI

/// How far a page of text is scrolled.
struct TextPage: Equatable {
  /// The first line in view.
  private(set) var top = 0
  private var height = 1

  /// Scrolls; true where that moved it.
  mutating func move(_ command: DashboardCommand, count: Int) -> Bool {
    switch command {
    case .up: go(to: top - 1, count)
    case .down: go(to: top + 1, count)
    case .pageUp: go(to: top - max(1, height - 1), count)
    case .pageDown: go(to: top + max(1, height - 1), count)
    case .halfPageUp: go(to: top - max(1, height / 2), count)
    case .halfPageDown: go(to: top + max(1, height / 2), count)
    case .top: go(to: 0, count)
    case .bottom: go(to: count, count)
    default: false
    }
  }

  /// Answers the wheel.
  mutating func answer(_ mouse: Mouse, count: Int) -> Outcome {
    switch mouse.action {
    case .wheelUp: go(to: top - 3, count) ? .redraw : .stay
    case .wheelDown: go(to: top + 3, count) ? .redraw : .stay
    default: .stay
    }
  }

  private mutating func go(to line: Int, _ count: Int) -> Bool {
    let wanted = min(max(0, line), max(0, count - height))
    defer { top = wanted }
    return wanted != top
  }

  /// Draws the lines in view.
  mutating func draw(
    _ lines: [TextLine], on surface: inout Surface, in area: Rect, scrollBarAt bar: Int? = nil
  ) {
    height = max(1, area.height)
    top = min(top, max(0, lines.count - height))
    for offset in 0..<area.height where top + offset < lines.count {
      lines[top + offset].draw(on: &surface, x: area.x, y: area.y + offset, width: area.width)
    }
    if let bar {
      ScrollBar.draw(
        on: &surface, in: Rect(x: bar, y: area.y, width: 1, height: area.height), offset: top,
        page: height, of: lines.count)
    }
  }
}
