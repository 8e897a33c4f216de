import AlternativeProvision
import CaseStore
import TerminalUI

/// Two versions of one thing: what someone else has put there meanwhile, and what was to be written.
struct ConflictScreen: Screen {
  private let act: Act
  private let intro: String
  private let rows: [(name: String, onFile: String, yours: String)]

  init(act: Act, conflict: Conflict) {
    self.act = act
    intro = "\(conflict.changedBy) changed this case after you opened it."
    rows = conflict.fields.map {
      (
        RecordText.sentence($0.name), RecordText.value($0.onFile, of: $0.name),
        RecordText.value($0.yours, of: $0.name)
      )
    }
  }

  init(act: Act, placed: PlacedMeanwhile) {
    self.act = act
    intro = "Someone placed the child after you opened this case."
    var yours = ""
    if case .place(_, let placement, let provider, _) = act {
      yours = "\(provider) from \(placement.startsOn.medium)"
    }
    rows = [("Placement", "\(placed.provider) from \(placed.startsOn.medium)", yours)]
  }

  var contexts: [KeyContext] { [.conflict] }
  var isOverlay: Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): .several([.pop, .message(Message(.notice, "Theirs stays as it is."))])
    case .command(.choose): .several([.pop, .performAnyway(act)])
    default: .stay
    }
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let area = surface.popupRoom(desk).centred(Size(width: 76, height: 6 + rows.count * 3))
    let inside = Popup.draw(
      on: &surface, in: area, title: "Changed by someone else",
      bottomTitle: "\(desk.key(.back, in: .conflict)) keeps theirs")
    surface.put(intro, x: inside.x, y: inside.y, style: Style(.warning), width: inside.width)
    for (offset, row) in rows.enumerated() {
      let (onFile, yours) = (
        desk.shown(row.onFile, about: act.file), desk.shown(row.yours, about: act.file)
      )
      let y = inside.y + 2 + offset * 3
      guard y + 2 < inside.bottom - 1 else { break }
      surface.put(row.name, x: inside.x, y: y, style: Style(.heading), width: inside.width)
      for (line, part) in [("on file now", onFile), ("yours", yours)].enumerated() {
        surface.put(
          part.0, x: inside.x + 2, y: y + 1 + line, style: Style(.muted), width: 12)
        surface.put(
          part.1, x: inside.x + 15, y: y + 1 + line, style: Style(.popup),
          width: inside.width - 15)
      }
    }
    surface.put(
      "\(desk.key(.choose, in: .conflict)) writes yours over theirs. The history keeps both.",
      x: inside.x,
      y: inside.bottom - 1, style: Style(.key), width: inside.width)
  }
}
