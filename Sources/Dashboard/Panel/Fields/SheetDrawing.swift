import AlternativeProvision
import CaseStore
import TerminalUI

/// What a form in a box looks like.
extension SheetScreen {
  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard surface.fitsPopup else { return }
    let remarks = check(values, desk)
    sheet.remarks = remarks.filter { name, remark in
      if case .problem = remark { return hasTried || touched.contains(name) }
      return true
    }
    let room = surface.popupRoom(desk)
    let width = min(92, room.width)
    let cover = cover(desk)
    var lead =
      keeper.lines(width: width - 4, isCovered: cover != nil, desk)
      + lead(cover, width: width - 4)
    var tail = tail(width: width - 4, desk)
    let rows = sheet.height(width: width - 4, isCovered: cover != nil)
    let height = lead.count + rows + tail.count
    let area = room.centred(Size(width: width, height: height + 2))
    let inside = Popup.draw(
      on: &surface, in: area, title: cover?.words(title(desk)) ?? title(desk),
      bottomTitle: advice(desk))
    // In a small window the field with the cursor and what is said of it stay in view.
    tail.removeLast(max(0, tail.count - max(0, inside.height - min(rows, 3))))
    lead.removeLast(max(0, lead.count - max(0, inside.height - tail.count - min(rows, 3))))
    for (row, line) in lead.prefix(inside.height).enumerated() {
      line.draw(on: &surface, x: inside.x, y: inside.y + row, width: inside.width)
    }
    let rest = Rect(
      x: inside.x, y: inside.y + lead.count, width: inside.width,
      height: max(1, inside.height - lead.count - tail.count))
    sheet.draw(
      on: &surface, in: rest, scrollBarAt: area.right - 1, cover: cover?.words, mask: cover?.mask)
    for (row, line) in tail.enumerated() where rest.bottom + row < inside.bottom {
      line.draw(on: &surface, x: inside.x, y: rest.bottom + row, width: inside.width)
    }
    // Under a blank line.
    if isAsking, tail.count > 1 { surface.focus(on: inside.row(lead.count + rest.height + 1)) }
  }

  private func advice(_ desk: Desk) -> String {
    let cancel = desk.key(.back, in: .sheet)
    return seen.isEmpty
      ? "\(saveKey(desk)) saves, \(cancel) cancels"
      : "\(insistingKey(desk)) again saves all the same, \(cancel) cancels"
  }

  /// What covers words on it, and the words that are being typed; nil where all may be seen.
  private mutating func cover(_ desk: Desk) -> (words: NameCovering, mask: TextEditor.Mask)? {
    guard desk.isShared else { return nil }
    switch covering {
    case .nothing: return nil
    case .everything: return ({ $0 }, Wording.dots)
    case .namesOf(let pupil):
      let cover = desk.nameCover(of: pupil)
      return (cover.covered, { words, cursor in cover.masked(words, cursor: cursor) })
    case .names(let meeting):
      let cover = desk.withOthers(names ?? desk.nameCover(of: meeting))
      // What can't be read now may be by the next time.
      names = cover.coversEverything ? names : cover
      return (cover.covered, { words, cursor in cover.masked(words, cursor: cursor) })
    }
  }

  private func lead(_ cover: (words: NameCovering, mask: TextEditor.Mask)?, width: Int)
    -> [TextLine]
  {
    guard !intro.isEmpty else { return [] }
    let intro = intro.map { cover?.words($0) ?? $0 }
    return intro.flatMap { TextLine.wrapped($0, width: width, .popup) } + [.blank]
  }

  private func tail(width: Int, _ desk: Desk) -> [TextLine] {
    let against = objections?(values, desk)
    var lines: [TextLine] = []
    if let refusal = against?.refusal {
      lines += TextLine.wrapped("✗ " + refusal, width: width, indent: 2, .error)
    }
    for warning in against?.warnings ?? seen {
      lines += TextLine.wrapped("! " + warning, width: width, indent: 2, .warning)
    }
    if lines.isEmpty { return [] }
    if !seen.isEmpty, against?.refusal == nil {
      lines.append(TextLine("\(insistingKey(desk)) again to do it all the same.", .key, .bold))
    }
    return [.blank] + lines
  }

  /// The key that was pressed, where that still saves from where the cursor is.
  private func insistingKey(_ desk: Desk) -> String {
    savesByEnter ? saveKey(desk) : desk.key(.panel(.save), in: .sheet)
  }

  /// The key that saves from where the cursor is.
  private func saveKey(_ desk: Desk) -> String {
    if sheet.isLast, sheet.current?.takesEnter == true { return "Enter" }
    return desk.key(.panel(.save), in: .sheet)
  }
}
