import TerminalUI

/// The themes, each shown on the whole screen as one comes to it; Escape goes back to the one before.
struct ThemeScreen: Screen {
  private let names: [String]
  private let before: String
  /// For how long the choice counts, as the end of a sentence.
  private let lasting: String
  private var position = ListPosition()
  private var area = Rect(x: 0, y: 0, width: 0, height: 0)

  /// The themes there are, with the one in use selected.
  init(_ names: [String], now: String, lasting: String) {
    self.names = names
    self.lasting = lasting
    before = now
    position.fit(height: 10, count: names.count)
    position.select(names.firstIndex(of: now) ?? 0, of: names.count)
  }

  var contexts: [KeyContext] { [.choosing] }
  var isOverlay: Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.choose): return .several([.pop, .message(Message(.notice, kept))])
    case .command(.back): return .several([.theme(before), .pop])
    case .command(let command):
      return position.move(command, count: names.count) == true ? preview : .stay
    case .key(let key):
      // A letter goes to the next theme that begins with it.
      guard let typed = key.typed.map({ String(Character($0)).lowercased() }) else { return .stay }
      let order = names.indices.map { (position.selected + 1 + $0) % names.count }
      guard let next = order.first(where: { names[$0].lowercased().hasPrefix(typed) }) else {
        // Where no theme begins with them, these move as they do in every list without a field.
        switch typed {
        case "j": _ = position.move(.down, count: names.count)
        case "k": _ = position.move(.up, count: names.count)
        default: return .stay
        }
        return preview
      }
      position.select(next, of: names.count)
      return preview
    case .mouse(let mouse): return answer(mouse)
    case .paste: return .stay
    }
  }

  private var preview: Outcome {
    names.indices.contains(position.selected)
      ? .several([.redraw, .theme(names[position.selected])]) : .stay
  }

  private var kept: String {
    guard names.indices.contains(position.selected) else { return "" }
    return "The look is \(names[position.selected])\(lasting)."
  }

  private mutating func answer(_ mouse: Mouse) -> Outcome {
    switch mouse.action {
    case .wheelUp: return position.move(.up, count: names.count) == true ? preview : .stay
    case .wheelDown: return position.move(.down, count: names.count) == true ? preview : .stay
    case .press where !area.contains(mouse.point): return .several([.theme(before), .pop])
    case .press:
      let row = position.top + mouse.point.y - area.y - 1
      guard names.indices.contains(row), mouse.point.y > area.y else { return .stay }
      position.select(row, of: names.count)
      return mouse.clicks >= 2
        ? .several([preview, .pop, .message(Message(.notice, kept))]) : preview
    default: return .stay
    }
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard surface.fitsPopup else { return }
    let widest = names.map { TextWidth.of($0) }.max() ?? 0
    let size = Size(width: max(30, widest + 6), height: min(names.count + 2, surface.height - 3))
    // At the right edge, so that what it changes stays in view.
    area = Rect(
      x: max(0, surface.width - size.width - 1), y: 1, width: min(size.width, surface.width),
      height: size.height)
    let inside = Popup.draw(
      on: &surface, in: area, title: "The look",
      bottomTitle: "\(desk.key(.choose, in: .choosing)) keeps it")
    position.fit(height: inside.height, count: names.count)
    for row in position.visible(of: names.count) {
      let line = inside.row(row - position.top)
      let style = Style(row == position.selected ? .selection : .popup)
      surface.fill(line, style: style)
      surface.put(names[row], x: line.x, y: line.y, style: style, width: line.width)
      if row == position.selected {
        surface.focus(on: line)
      }
    }
    ScrollBar.draw(
      on: &surface, in: Rect(x: area.right - 1, y: inside.y, width: 1, height: inside.height),
      offset: position.top, page: position.height, of: names.count)
  }
}
