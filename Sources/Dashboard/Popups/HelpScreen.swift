import TerminalUI

/// The keys that hold where help was asked for, out of the one table.
struct HelpScreen: Screen {
  /// A heading, or a key or sign with what it means.
  private enum Entry {
    case heading(String)
    case meaning(String, Role, String)
  }

  private let entries: [Entry]
  private var lines: [TextLine] = []
  private var width = -1
  private var page = TextPage()

  init(_ table: KeyTable<DashboardCommand>, in contexts: [KeyContext]) {
    var entries: [Entry] = []
    for (context, bindings) in table.help(in: contexts) {
      entries.append(.heading(context.title))
      entries += bindings.filter { !$0.keys.isEmpty }.map {
        .meaning($0.label, .key, $0.description)
      }
    }
    entries.append(.heading("Signs"))
    entries += Wording.signs.map { .meaning($0.0, $0.1, $0.2) }
    self.entries = entries
    layOut(for: 80)
  }

  /// Breaks the meanings into lines of a width.
  private mutating func layOut(for width: Int) {
    guard width != self.width else { return }
    self.width = width
    let margin = width >= 60 ? 24 : 16
    var lines: [TextLine] = []
    for entry in entries {
      switch entry {
      case .heading(let title):
        if !lines.isEmpty { lines.append(.blank) }
        lines.append(TextLine(title, .heading, .bold))
      case .meaning(let sign, let role, let meaning):
        let room = String(repeating: " ", count: max(1, margin - 2 - TextWidth.of(sign)))
        let wrapped = TextLine.wrapped(meaning, width: width - margin, .popup)
        for (row, line) in wrapped.enumerated() {
          let start =
            row == 0
            ? TextLine("  " + sign + room, role)
            : TextLine(String(repeating: " ", count: margin), .popup)
          lines.append(start.then(line.text, .popup))
        }
      }
    }
    self.lines = lines
  }

  var contexts: [KeyContext] { page.contexts([.reading], [.moving]) }
  var isOverlay: Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    if let outcome = page.answer(input, in: lines) { return outcome }
    switch input {
    case .command(.back): return .pop
    case .key(let key) where desk.calls(.help, by: key): return .pop
    default: return .stay
    }
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    layOut(for: min(80, surface.width - 8))
    let area = surface.popupRoom(desk).centred(
      Size(width: 84, height: lines.count + 2))
    let inside = Popup.draw(
      on: &surface, in: area, title: "Keys and signs",
      bottomTitle: "\(desk.key(.back, in: .reading)) closes")
    page.draw(lines, on: &surface, in: inside, scrollBarAt: area.right - 1)
  }
}
