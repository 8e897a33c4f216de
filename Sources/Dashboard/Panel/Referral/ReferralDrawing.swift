import AlternativeProvision
import CaseStore
import TerminalUI

extension ReferralScreen {
  mutating func draw(on surface: inout Surface, desk: Desk) {
    let reference = referral.reference.isEmpty ? "a new referral" : referral.reference
    let name = desk.isShared ? pupil.value.initials : pupil.value.displayName
    let body = PanelPage.draw(
      on: &surface, title: "Referral · \(name) · \(reference)", note: referral.status.title,
      desk: desk)
    let lacks = lacks(desk, width: body.width - 2)
    let isWide = body.width >= 130
    let areas =
      isWide
      ? body.columns([.weight(3), .weight(1, minimum: 36)])
      : body.rows([.fixed(min(lacks.count, max(2, body.height / 4))), .weight(1)])
    let form = isWide ? areas[0] : areas[1]
    if isWide {
      let inside = PaneFrame.draw(
        on: &surface, in: areas[1], title: "What it lacks", isFocused: false
      ).inset(1, 0)
      draw(self.lacks(desk, width: inside.width), on: &surface, in: inside)
    } else {
      draw(lacks, on: &surface, in: areas[0].inset(1, 0))
    }
    sheet.remarks = ReferralForm.remarks(texts, referral: filled(desk), today: desk.today)
    let inside = PaneFrame.draw(
      on: &surface, in: form, title: heading, rightTitle: place, isFocused: true
    ).inset(1, 0)
    sheet.draw(
      on: &surface, in: inside, scrollBarAt: form.right - 1, cover: cover(desk)?.covered,
      mask: mask(desk), over: Style(.text))
  }

  private func draw(_ lines: [TextLine], on surface: inout Surface, in area: Rect) {
    for (offset, line) in lines.prefix(area.height).enumerated() {
      line.draw(on: &surface, x: area.x, y: area.y + offset, width: area.width)
    }
  }

  /// The part of the form in which the cursor is.
  private var heading: String {
    sheet.fields[...min(sheet.focus, sheet.fields.count - 1)].last { $0.heading != nil }?.heading
      ?? "Referral"
  }

  private var place: String {
    let parts = sheet.fields.indices.filter { sheet.fields[$0].heading != nil }
    let here = parts.filter { $0 <= sheet.focus }.count
    return "part \(max(1, here)) of \(parts.count)"
  }

  private func cover(_ desk: Desk) -> NameCover? {
    guard desk.isShared else { return nil }
    var cover = desk.nameCover(of: pupil.value)
    cover.add(filled(desk))
    return cover
  }

  /// What covers names in the field that is being typed in.
  private func mask(_ desk: Desk) -> TextEditor.Mask? {
    cover(desk).map { cover in { words, cursor in cover.masked(words, cursor: cursor) } }
  }

  /// What keeps it from a panel, and what else nobody has filled in.
  private func lacks(_ desk: Desk, width: Int) -> [TextLine] {
    let filled = filled(desk)
    let gaps = filled.gaps(on: desk.today)
    var lines: [TextLine] = []
    if gaps.isEmpty {
      lines.append(TextLine("✓ Ready for a panel", .met))
    } else {
      for gap in gaps {
        lines += TextLine.wrapped("■ " + gap.description, width: width, indent: 2, .overdue)
      }
    }
    // Which fields are empty tells of those that are covered.
    guard !desk.sharedView.covers(.accounts) else { return lines }
    let omissions = filled.omissions(knowingRegister: record.hasRegister).map(\.title)
    if !omissions.isEmpty {
      lines += TextLine.wrapped(
        "○ Not filled in: \(omissions.joined(separator: ", "))", width: width, indent: 2, .muted)
    }
    let unknown = pupil.value.omissions().map(\.title)
    if !unknown.isEmpty {
      let key = desk.key(.panel(.child), in: .referral)
      lines += TextLine.wrapped(
        "○ Not on the child's record (\(key)): \(unknown.joined(separator: ", "))", width: width,
        indent: 2, .muted)
    }
    return lines
  }
}
