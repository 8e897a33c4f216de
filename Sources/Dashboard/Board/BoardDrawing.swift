import AlternativeProvision
import CaseStore
import TerminalUI

extension BoardScreen {
  mutating func draw(on surface: inout Surface, desk: Desk) {
    let size = surface.bounds.size
    let wanted = BoardLayout(size: size, focus: focus, isZoomed: isZoomed || isEmpty(desk))
    if wanted != layout {
      layout = wanted
      stale = .all
    }
    if size.width < BoardLayout.smallest.width || size.height < BoardLayout.smallest.height {
      surface.fill(surface.bounds, style: .text)
      for (row, line) in TextLine.wrapped(Wording.tooSmall, width: size.width).enumerated() {
        line.draw(on: &surface, x: 0, y: row, width: size.width)
      }
      return
    }
    if stale.contains(.headline) {
      HeadlineBar.draw(desk.board.headline, on: &surface, in: layout.headline)
    }
    for (kind, area) in layout.panes where stale.contains(BoardParts(kind)) {
      draw(kind, on: &surface, in: area, desk: desk)
    }
    // The cursor stands in the field for as long as one types.
    if isFiltering { stale.insert(.status) }
    if stale.contains(.status) { drawStatus(on: &surface, desk: desk) }
    if stale == .all {
      Footer.draw(on: &surface, in: layout.footer, DashboardKeys.table.hints(in: contexts))
    }
    stale = []
    placeCursor(on: &surface)
  }

  /// Whether there is nothing to show yet, so that the first steps may have the whole screen.
  private func isEmpty(_ desk: Desk) -> Bool {
    focus == .cases && desk.board.headline.open == 0 && desk.board.providers.count == 0
      && trail.isEmpty && panes[0].filter.isEmpty
  }

  private mutating func draw(
    _ kind: PaneKind, on surface: inout Surface, in area: Rect, desk: Desk
  ) {
    let list = desk.list(of: kind)
    let count = list.count
    let isFocused = kind == focus
    let inside = PaneFrame.draw(
      on: &surface, in: area, title: "\(kind.rawValue + 1) \(Wording.title(of: kind))",
      rightTitle: note(of: kind, count: count, desk: desk), isFocused: isFocused)
    guard count > 0 else {
      surface.fill(inside, style: .text)
      drawEmpty(kind, on: &surface, in: inside, desk: desk)
      return
    }
    drawRows(of: kind, count: count, on: &surface, in: inside, isFocused: isFocused, desk: desk)
    let position = panes[kind.rawValue].position
    ScrollBar.draw(
      on: &surface,
      in: Rect(x: area.right - 1, y: area.y + 2, width: 1, height: position.height),
      offset: position.top, page: position.height, of: count)
  }

  private mutating func drawRows(
    of kind: PaneKind, count: Int, on surface: inout Surface, in inside: Rect, isFocused: Bool,
    desk: Desk
  ) {
    switch kind {
    case .cases:
      let list = desk.board.cases
      tables.cases.draw(
        on: &surface, in: inside, count: count, position: &panes[0].position,
        isFocused: isFocused, sort: PaneTable.SortMark(tables.casesSort)
      ) { list[$0] }
    case .days:
      let list = desk.board.days
      let legend = inside.height >= 12 && inside.width >= 50 ? 1 : 0
      let room = Rect(
        x: inside.x, y: inside.y, width: inside.width, height: inside.height - legend)
      tables.days.draw(
        on: &surface, in: room, count: count, position: &panes[1].position, isFocused: isFocused,
        sort: PaneTable.SortMark(tables.daysSort)
      ) { DaysPane.row($0, of: list, desk: desk) }
      drawAxis(on: &surface, in: room)
      if legend == 1 {
        surface.put(
          Wording.rulerLegend, x: inside.x, y: inside.bottom - 1, style: Style(.muted),
          width: inside.width, fills: true)
      }
    case .attendance:
      drawAttendance(on: &surface, in: inside, count: count, isFocused: isFocused, desk: desk)
    case .quality:
      let list = desk.board.quality
      tables.quality.draw(
        on: &surface, in: inside, count: count, position: &panes[3].position,
        isFocused: isFocused, sort: PaneTable.SortMark(tables.qualitySort)
      ) { list[$0] }
    }
  }

  private func drawAxis(on surface: inout Surface, in area: Rect) {
    guard let place = tables.days.place(ofColumn: DaysPane.rulerColumn) else { return }
    surface.put(
      DayRuler.axis(width: place.width), x: area.x + place.x, y: area.y, style: Style(.muted),
      width: place.width)
  }

  /// The providers, and beneath them the children who attend least at the one selected.
  private mutating func drawAttendance(
    on surface: inout Surface, in inside: Rect, count: Int, isFocused: Bool, desk: Desk
  ) {
    let list = desk.board.providers
    let lines = inside.height >= 8 ? min(8, max(3, inside.height / 3)) : 0
    let room = Rect(x: inside.x, y: inside.y, width: inside.width, height: inside.height - lines)
    tables.attendance.draw(
      on: &surface, in: room, count: count, position: &panes[2].position, isFocused: isFocused,
      sort: PaneTable.SortMark(tables.attendanceSort)
    ) { list[$0] }
    guard lines > 0 else { return }
    let selected = list[min(panes[2].position.selected, count - 1)]
    worst.show(selected.id, limit: lines - 1, desk: desk)
    let foot = Rect(x: inside.x, y: room.bottom, width: inside.width, height: lines)
    surface.fill(foot, style: .text)
    let title =
      worst.children.isEmpty
      ? "No child's marks at \(selected.name)" : "Attend least at \(selected.name)"
    surface.put(title, x: foot.x, y: foot.y, style: Style(.heading), width: foot.width)
    for (offset, child) in worst.children.prefix(lines - 1).enumerated() {
      let y = foot.y + 1 + offset
      let share = child.attendance.attendance
      surface.put(
        PercentText.whole(share), x: foot.x, y: y, style: Style(PercentText.role(share)),
        width: 4, align: .trailing)
      surface.put(child.name, x: foot.x + 5, y: y, style: .text, width: foot.width - 5)
    }
  }

  private func drawEmpty(
    _ kind: PaneKind, on surface: inout Surface, in inside: Rect, desk: Desk
  ) {
    var lines: [String]
    if kind == .cases, desk.board.headline.open == 0, panes[0].filter.isEmpty, trail.isEmpty {
      lines = Wording.firstSteps
    } else if !panes[kind.rawValue].filter.isEmpty {
      lines = [
        "Nothing holds \u{201C}\(panes[kind.rawValue].filter)\u{201D}.", "Esc clears the filter.",
      ]
    } else if !trail.isEmpty {
      lines = ["Nothing here in this narrowing.", "Esc widens again."]
    } else {
      lines = [Wording.nothing(in: kind)]
    }
    // The steps need their room more than their blank lines.
    if lines.count > inside.height { lines.removeAll { $0.isEmpty } }
    for (row, line) in lines.prefix(inside.height).enumerated() {
      surface.put(
        line, x: inside.x + 1, y: inside.y + row, style: Style(.muted), width: inside.width - 1)
    }
  }

  private func note(of kind: PaneKind, count: Int, desk: Desk) -> String {
    var note = NumberText.grouped(count)
    if kind == .cases, count != desk.board.headline.open {
      note += " of \(NumberText.grouped(desk.board.headline.open))"
    }
    let filter = panes[kind.rawValue].filter
    if !filter.isEmpty { note += " with \u{201C}\(filter)\u{201D}" }
    return note
  }

  // MARK: The line at the foot

  private mutating func drawStatus(on surface: inout Surface, desk: Desk) {
    let area = layout.status
    let right = area.x + StatusLine.draw(on: &surface, in: area, desk: desk)
    if isFiltering {
      let prompt = "Filter \(Wording.title(of: focus).lowercased()): "
      let used = surface.put(prompt, x: area.x, y: area.y, style: Style(.key))
      field.draw(
        on: &surface,
        in: Rect(x: area.x + used, y: area.y, width: max(8, right - area.x - used), height: 1),
        isFocused: true, placeholder: "words")
      return
    }
    var x = area.x
    let steps = ["All cases"] + trail.map(\.title)
    for (index, step) in steps.enumerated() where x < right {
      if index > 0 {
        x += surface.put(" › ", x: x, y: area.y, style: Style(.muted), width: right - x)
      }
      let style = index == steps.count - 1 && index > 0 ? Style(.crumb, .bold) : Style(.muted)
      x += surface.put(step, x: x, y: area.y, style: style, width: max(0, right - x))
    }
    if !trail.isEmpty, right - x > 16 {
      surface.put("  Esc widens", x: x, y: area.y, style: Style(.muted), width: right - x)
    }
  }

  /// The cursor follows the selection, so that a screen reader reads the right line.
  private func placeCursor(on surface: inout Surface) {
    if isFiltering { return }
    guard let area = layout.area(of: focus) else { return }
    let position = panes[focus.rawValue].position
    surface.cursor = Cursor(
      x: area.x + 1, y: area.y + 2 + position.selected - position.top, isVisible: false)
  }
}

extension PaneTable.SortMark {
  init(_ key: SortKey<Sort>) {
    self.init(column: key.column, isAscending: key.isAscending)
  }
}
