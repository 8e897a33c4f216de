import AlternativeProvision
import CaseStore

/// The children and cases of which the panel's screens have shown a line, each read once.
struct PanelNames {
  private var pupils: [Identifier<Pupil>: Pupil] = [:]
  private var files: [Identifier<Case>: Case] = [:]
  private var covers: [Identifier<Meeting>: NameCover] = [:]

  /// A child, read when first wanted.
  mutating func pupil(_ id: Identifier<Pupil>, _ desk: Desk) -> Pupil? {
    if let known = pupils[id] { return known }
    let found = desk.reading { try desk.caseload.pupil(id) } ?? nil
    pupils[id] = found
    return found
  }

  /// A case, read when first wanted.
  mutating func file(_ id: Identifier<Case>, _ desk: Desk) -> Case? {
    if let known = files[id] { return known }
    let found = desk.reading { try desk.caseload.file(id) } ?? nil
    files[id] = found
    return found
  }

  /// The child whom an action serves, as it may be shown now: "FOX, Aaliyah · AP-2026-0412"; nil for an
  /// action that serves none.
  mutating func child(of action: ActionFile, _ desk: Desk) -> String? {
    if let id = action.file, let file = file(id, desk), let pupil = pupil(file.pupil, desk) {
      return "\(desk.isShared ? pupil.initials : pupil.displayName) · \(file.reference)"
    }
    guard let id = action.item,
      let item = desk.reading({ try desk.caseload.agendaItem(id) }) ?? nil,
      child(of: item, desk) != nil
    else { return nil }
    return about(item, desk)
  }

  /// The name of a child as it may be shown now.
  mutating func name(of id: Identifier<Pupil>, reference: String, _ desk: Desk) -> String {
    guard let pupil = pupil(id, desk) else {
      return desk.unread == nil ? "a child not on file" : Wording.notRead
    }
    return desk.sharedView.name(of: pupil, reference: reference)
  }

  /// What becomes of the words of an action where the view is shared.
  mutating func covering(of action: ActionFile, _ desk: Desk) -> NameCovering {
    guard desk.sharedView.isOn else { return { $0 } }
    guard !desk.sharedView.covers(.action) else { return { _ in Wording.covered } }
    var cover = cover(of: action.meeting, desk)
    if let id = action.file, let file = file(id, desk), let pupil = pupil(file.pupil, desk) {
      cover.add(NameCover(pupil))
    }
    let shared = desk.sharedView
    return { shared.text($0, under: cover) }
  }

  /// What covers the names of whoever came before a meeting, read when first wanted.
  mutating func cover(of meeting: Identifier<Meeting>, _ desk: Desk) -> NameCover {
    let cover = desk.withOthers(covers[meeting] ?? desk.nameCover(of: meeting))
    // What can't be read now may be by the next time.
    if !cover.coversEverything { covers[meeting] = cover }
    return cover
  }
}
