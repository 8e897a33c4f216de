import AlternativeProvision
import CaseStore
import TerminalUI

/// Finds a child among all who are on file, by name, reference or UPN, as one types.
struct ChildFinder: Screen {
  private let title: String
  private let offersNew: Bool
  private var field = LineField()
  private var list = LineList()
  private var found: [Stored<Pupil>] = []
  private var schools: [Identifier<School>: String] = [:]
  private var files: [Identifier<Pupil>: Stored<Case>?] = [:]

  /// - Parameter offersNew: Whether a child who is not on file can be entered.
  init(_ title: String, offersNew: Bool) {
    self.title = title
    self.offersNew = offersNew
  }

  var contexts: [KeyContext] { [.choosing] }
  var isOverlay: Bool { true }

  private static let most = 60

  private var count: Int { found.count + (canAdd ? 1 : 0) }

  private var canAdd: Bool { offersNew && field.text.filter(\.isLetter).count >= 2 }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): return .pop
    case .command(.choose): return choose()
    case .command(let command): return list.move(command, count: count) == true ? .redraw : .stay
    case .key(let key):
      switch field.press(key) {
      case .changed: return search(desk)
      case .moved: return .redraw
      case .ignored: return .stay
      }
    case .paste(let text):
      field.insert(text)
      return search(desk)
    case .mouse(let mouse):
      guard mouse.action == .press, let row = list.row(at: mouse.point, count: count) else {
        return .stay
      }
      list.position.select(row, of: count)
      return choose()
    }
  }

  private mutating func search(_ desk: Desk) -> Outcome {
    do throws(StoreError) {
      found = try desk.caseload.findPupils(field.text, atMost: ChildFinder.most)
    } catch {
      return .message(Message(.error, error.description))
    }
    files = [:]
    list.position.select(0, of: count)
    return .redraw
  }

  private mutating func choose() -> Outcome {
    let row = list.position.selected
    if found.indices.contains(row) {
      return .answer(.panel(.child(found[row].id, openCase(of: found[row].id)?.id)))
    }
    if canAdd { return .answer(.panel(.newChild(field.text))) }
    return .message(
      Message(
        .notice,
        field.isEmpty
          ? "Type a few letters of the name, the reference or the UPN."
          : "Nobody on file has these words. Backspace takes some back."))
  }

  private func openCase(of pupil: Identifier<Pupil>) -> Stored<Case>? { files[pupil] ?? nil }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard surface.fitsPopup else { return }
    let area = surface.bounds.inset(2, 1).centred(Size(width: 76, height: 18))
    let inside = Popup.draw(
      on: &surface, in: area, title: title,
      bottomTitle:
        "\(desk.key(.choose, in: .choosing)) chooses, \(desk.key(.back, in: .choosing)) cancels")
    // What finds a child may be its name.
    let shown =
      desk.isShared ? field.showing { Wording.dots($0) } : field
    var drawn = shown
    drawn.draw(
      on: &surface, in: inside.row(0), isFocused: true,
      placeholder: "Name, reference or UPN")
    let rows = Rect(
      x: inside.x, y: inside.y + 2, width: inside.width, height: max(1, inside.height - 2))
    for case let school? in found.map(\.value.school) where schools[school] == nil {
      schools[school] = ((try? desk.caseload.school(school)) ?? nil)?.name ?? ""
    }
    for pupil in found where files[pupil.id] == nil {
      let all = (try? desk.caseload.files(of: pupil.id)) ?? []
      files[pupil.id] = .some(all.last { $0.value.closedOn == nil })
    }
    let cursor = surface.cursor
    var list = list
    list.draw(
      on: &surface, in: rows, count: count, isFocused: true,
      empty: field.isEmpty
        ? "Every child on file can be found here, whether there is a case or not."
        : "Nobody on file has these words."
    ) { row in line(row, width: rows.width, desk) }
    self.list = list
    surface.cursor = cursor
    ScrollBar.draw(
      on: &surface, in: Rect(x: area.right - 1, y: rows.y, width: 1, height: rows.height),
      offset: list.position.top, page: list.position.height, of: count)
  }

  private func line(_ row: Int, width: Int, _ desk: Desk) -> TextLine {
    guard found.indices.contains(row) else {
      return TextLine(
        "+ A child who is not on file"
          + (desk.isShared ? "" : ": \(field.text)"), .key)
    }
    let pupil = found[row].value
    let name = desk.sharedView.isOn ? pupil.initials : pupil.displayName
    // Of two children of one name the day of birth and the school tell which is meant.
    let room = max(12, (width - 12 - 5 - 13) / 2)
    let school = pupil.school.flatMap { schools[$0] } ?? ""
    return TextLine(Columns.cell(name, room) + " ", .popup)
      .then(Columns.cell(desk.isShared ? pupil.reference : pupil.dateOfBirth.medium, 12), .muted)
      .then(Columns.cell("Y\(pupil.yearGroup)", 4), .muted)
      .then(Columns.cell(school, max(0, width - room - 1 - 12 - 4 - 13)) + " ", .muted)
      .then(openCase(of: found[row].id)?.value.reference ?? "no open case", .muted)
  }
}
