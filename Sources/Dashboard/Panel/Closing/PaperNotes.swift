import AlternativeProvision
import TerminalUI

/// What there is to know of papers that were just written, before they go out: who gets no letter and why,
/// which letters to read again, and which have gaps.
struct PaperNotes: Screen {
  private let title: String
  private let notes: [String]
  private var page = TextPage()
  private var lines: [TextLine] = []

  /// - Parameters:
  ///   - title: What was written where.
  ///   - notes: What there is to know, each without a full stop.
  init(_ title: String, _ notes: [String]) {
    self.title = title
    self.notes = notes
  }

  var contexts: [KeyContext] { [.reading, .moving] }
  var isOverlay: Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back), .key(Key(.enter)): .pop
    case .command(let command): page.move(command, count: lines.count) ? .redraw : .stay
    case .mouse(let mouse): page.answer(mouse, count: lines.count)
    default: .stay
    }
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let room = surface.popupRoom(desk)
    let width = min(90, room.width)
    let text = width - 4
    lines = TextLine.wrapped(title, width: text, .heading) + [.blank]
    for note in notes {
      lines += TextLine.wrapped(
        "! " + Wording.sentence(note), width: text, indent: 2, .warning)
    }
    let area = room.centred(Size(width: width, height: lines.count + 2))
    let inside = Popup.draw(
      on: &surface, in: area, title: "Before the letters go out",
      bottomTitle: "\(desk.key(.back, in: .reading)) closes")
    page.draw(lines, on: &surface, in: inside, scrollBarAt: area.right - 1)
  }
}
