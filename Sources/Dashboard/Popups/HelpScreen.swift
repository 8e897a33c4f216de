import TerminalUI

/// The keys that hold where help was asked for, out of the one table.
struct HelpScreen: Screen {
  private let lines: [TextLine]
  private var page = TextPage()

  init(contexts: [KeyContext]) {
    var lines: [TextLine] = []
    for (context, bindings) in DashboardKeys.table.help(in: contexts) {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(TextLine(context.title, .heading, .bold))
      for binding in bindings {
        let keys = binding.label
        let room = String(repeating: " ", count: max(1, 22 - TextWidth.of(keys)))
        lines.append(TextLine("  " + keys + room, .key).then(binding.description, .popup))
      }
    }
    lines.append(.blank)
    lines.append(TextLine("Signs", .heading, .bold))
    for (sign, role, meaning) in Wording.signs {
      lines.append(
        TextLine("  " + sign + String(repeating: " ", count: 22 - TextWidth.of(sign)), role)
          .then(meaning, .popup))
    }
    self.lines = lines
  }

  var contexts: [KeyContext] { [.reading, .moving] }
  var isOverlay: Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): .pop
    case .command(let command): page.move(command, count: lines.count) ? .redraw : .stay
    case .mouse(let mouse): page.answer(mouse, count: lines.count)
    case .key(Key(.character("?"))): .pop
    default: .stay
    }
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let area = surface.bounds.inset(2, 1).centred(
      Size(width: 84, height: lines.count + 2))
    let inside = Popup.draw(
      on: &surface, in: area, title: "Keys and signs", bottomTitle: "Esc closes")
    page.draw(lines, on: &surface, in: inside, scrollBarAt: area.right - 1)
  }
}
