import AlternativeProvision
import CaseStore
import TerminalUI

/// Two versions of one thing: what someone else has put there meanwhile, and what was to be written.
///
/// Yours goes over theirs only once all of both was on the screen.
struct ConflictScreen: Screen {
  /// What of a value, in words, others may see where the view is shared, by its field in the store.
  typealias Showing = (_ text: String, _ field: String, Desk) -> String

  private let insisting: Outcome
  private let intro: String
  private let rows: [(name: String, onFile: String, yours: String)]
  private let shown: Showing
  private var page = TextPage()
  private var lines: [TextLine] = []
  /// How many lines nobody can have read yet.
  private var unread = 0

  private init(
    _ intro: String, _ rows: [(name: String, onFile: String, yours: String)],
    insisting: Outcome, shown: @escaping Showing
  ) {
    self.intro = intro
    self.rows = rows
    self.insisting = insisting
    self.shown = shown
  }

  init(act: Act, conflict: Conflict) {
    self.init(
      "\(conflict.changedBy) changed this case after you opened it.",
      conflict.fields.map { ($0.name, $0.onFile, $0.yours) },
      insisting: .performAnyway(act), shown: ConflictScreen.showing(act.file))
  }

  init(act: Act, placed: PlacedMeanwhile) {
    var yours = ""
    if case .place(_, let placement, let provider, _) = act {
      yours = "\(provider) from \(placement.startsOn.medium)"
    }
    self.init(
      "Someone placed the child after you opened this case.",
      [("placement", "\(placed.provider) from \(placed.startsOn.medium)", yours)],
      insisting: .performAnyway(act), shown: ConflictScreen.showing(act.file))
  }

  /// - Parameter change: The change as it is made in the record as it is by now.
  init(change: Change, _ conflict: Conflict, shown: @escaping Showing) {
    self.init(
      "\(conflict.changedBy) changed this after you opened it.",
      conflict.fields.map { ($0.name, $0.onFile, $0.yours) }, insisting: .change(change),
      shown: shown)
  }

  private static func showing(_ file: CaseFile) -> Showing {
    { text, _, desk in desk.shown(text, about: file) }
  }

  var contexts: [KeyContext] { [.conflict, .moving] }
  var isOverlay: Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back):
      return .several([.pop, .message(Message(.notice, "Theirs stays as it is."))])
    case .command(.choose):
      // Nobody writes over what they have not seen.
      guard unread > 0 else { return .several([.pop, insisting]) }
      return page.move(.pageDown, count: lines.count) ? .redraw : .stay
    case .command(let command): return page.move(command, count: lines.count) ? .redraw : .stay
    case .mouse(let mouse): return page.answer(mouse, count: lines.count)
    case .key, .paste: return .stay
    }
  }

  /// The columns before a value.
  private static let margin = 15

  /// Both versions of each field, whole.
  private func lines(width: Int, _ desk: Desk) -> [TextLine] {
    var lines = TextLine.wrapped(intro, width: width, .warning) + [.blank]
    for row in rows {
      lines.append(TextLine(RecordText.sentence(row.name), .heading))
      for (label, value) in [("on file now", row.onFile), ("yours", row.yours)] {
        let words = shown(RecordText.value(value, of: row.name), row.name, desk)
        let wrapped = TextLine.wrapped(
          words, width: max(8, width - ConflictScreen.margin), .popup)
        for (place, line) in wrapped.enumerated() {
          let lead = "  " + (place == 0 ? label : "")
          let gap = String(repeating: " ", count: ConflictScreen.margin - lead.count)
          lines.append(TextLine(lead + gap, .muted).then(line.text, .popup))
        }
      }
    }
    return lines
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let room = surface.popupRoom(desk)
    let width = min(76, room.width)
    lines = lines(width: width - 4, desk)
    let area = room.centred(Size(width: width, height: lines.count + 4))
    let inside = Popup.draw(
      on: &surface, in: area, title: "Changed by someone else",
      bottomTitle: "\(desk.key(.back, in: .conflict)) keeps theirs")
    let text = Rect(
      x: inside.x, y: inside.y, width: inside.width, height: max(1, inside.height - 2))
    page.draw(lines, on: &surface, in: text, scrollBarAt: area.right - 1)
    let below = max(0, lines.count - page.top - text.height)
    unread = page.top == 0 ? below : min(unread, below)
    let key = desk.key(.choose, in: .conflict)
    surface.put(
      unread > 0
        ? "\(key) shows the \(NumberText.count(unread, "row")) below first."
        : "\(key) writes yours over theirs. The history keeps both.",
      x: inside.x, y: inside.bottom - 1, style: Style(.key), width: inside.width)
  }
}
