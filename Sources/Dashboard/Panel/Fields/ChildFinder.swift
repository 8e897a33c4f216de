import AlternativeProvision
import CaseStore
import TerminalUI

/// Finds a child among all who are on file, by name, reference or UPN, as one types.
struct ChildFinder: Screen {
  private let title: String
  private let offersNew: Bool
  private var list = FindingList()
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

  private var canAdd: Bool { offersNew && list.field.text.filter(\.isLetter).count >= 2 }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch list.answer(input, count: count) {
    case .typed, .pasted: search(desk)
    case .moved: .redraw
    case .choose: choose()
    case .leave: .pop
    case .nothing: .stay
    }
  }

  private mutating func search(_ desk: Desk) -> Outcome {
    do throws(StoreError) {
      found = try desk.caseload.findPupils(list.field.text, atMost: ChildFinder.most)
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
    if canAdd { return .answer(.panel(.newChild(list.field.text))) }
    return .message(
      Message(
        .notice,
        list.field.isEmpty
          ? "Type a few letters of the name, the reference or the UPN."
          : "Nobody on file has these words. Backspace takes some back."))
  }

  private func openCase(of pupil: Identifier<Pupil>) -> Stored<Case>? { files[pupil] ?? nil }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard surface.fitsPopup else { return }
    let area = surface.popupRoom(desk).centred(Size(width: 76, height: 18))
    let inside = Popup.draw(
      on: &surface, in: area, title: title,
      bottomTitle:
        "\(desk.key(.choose, in: .choosing)) chooses, \(desk.key(.back, in: .choosing)) cancels")
    for case let school? in found.map(\.value.school) where schools[school] == nil {
      schools[school] = (desk.reading { try desk.caseload.school(school) } ?? nil)?.name ?? ""
    }
    for pupil in found where files[pupil.id] == nil {
      let all = desk.reading { try desk.caseload.files(of: pupil.id) } ?? []
      files[pupil.id] = .some(all.last { $0.value.closedOn == nil })
    }
    var list = list
    list.draw(
      on: &surface, in: inside, of: area, count: count, placeholder: "Name, reference or UPN",
      // What finds a child may be its name.
      mask: desk.isShared ? { Wording.dots($0) } : nil,
      empty: list.field.isEmpty
        ? "Every child on file can be found here, whether there is a case or not."
        : "Nobody on file has these words."
    ) { surface, row, place, isSelected in
      let style = isSelected ? Style(.selection) : nil
      if let style { surface.fill(place, style: style) }
      line(row, width: place.width, desk)
        .draw(on: &surface, x: place.x, y: place.y, width: place.width, over: style)
    }
    self.list = list
  }

  private func line(_ row: Int, width: Int, _ desk: Desk) -> TextLine {
    guard found.indices.contains(row) else {
      return TextLine(
        "+ A child who is not on file"
          + (desk.isShared ? "" : ": \(list.field.text)"), .key)
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
