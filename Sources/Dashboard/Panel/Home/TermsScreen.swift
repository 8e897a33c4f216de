import AlternativeProvision
import TerminalUI

/// A panel's terms of reference, to read.
struct TermsScreen: Screen {
  private let panel: Panel
  private var page = TextPage()
  private var lines: [TextLine] = []

  init(_ panel: Panel) { self.panel = panel }

  var contexts: [KeyContext] { page.contexts([.reading]) }
  var isOverlay: Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    if let outcome = page.answer(input, in: lines) { return outcome }
    return input == .command(.back) ? .pop : .stay
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let room = surface.popupRoom(desk)
    let width = min(90, room.width)
    lines = TermsText.lines(panel, width: width - 4)
    let area = room.centred(Size(width: width, height: lines.count + 2))
    let inside = Popup.draw(
      on: &surface, in: area, title: panel.name,
      bottomTitle:
        "\(desk.key(.back, in: .reading)) closes, \(desk.key(.panel(.edit), in: .panels)) on the list edits"
    )
    page.draw(lines, on: &surface, in: inside, scrollBarAt: area.right - 1)
  }
}
