import AlternativeProvision
import CaseStore
import TerminalUI

extension BoardScreen {
  mutating func draw(on surface: inout Surface, desk: Desk) {
    let size = surface.bounds.size
    let wanted = BoardLayout(
      size: size, focus: focus, isZoomed: isZoomed || isEmpty(desk), needed: rowsNeededBelow(desk),
      shape: shape)
    if wanted != layout {
      layout = wanted
      stale = .all
    }
    if stale.contains(.headline) {
      figures = HeadlineBar(of: desk).draw(on: &surface, in: layout.headline)
    }
    for (kind, area) in layout.panes where stale.contains(BoardParts(kind)) {
      draw(kind, on: &surface, in: area, desk: desk)
    }
    // The cursor stands in the field for as long as one types.
    if isFiltering { stale.insert(.status) }
    if stale.contains(.status) { drawStatus(on: &surface, desk: desk) }
    stale = []
    placeCursor(on: &surface, desk)
  }

  /// How many rows the lower panes can use while little is left in them; nil where nothing is narrowed,
  /// so that the panes stand still.
  private func rowsNeededBelow(_ desk: Desk) -> Int? {
    guard !trail.isEmpty || !panes[PaneKind.attendance.rawValue].filter.isEmpty else { return nil }
    let rows = max(desk.board.providers.count, desk.board.quality.count)
    return rows + 3 + AttendanceFoot.most
  }

  /// Whether there is nothing to show yet, so that the first steps may have the whole screen.
  private func isEmpty(_ desk: Desk) -> Bool {
    focus == .cases && desk.board.headline.open == 0 && desk.board.uncounted == 0
      && desk.board.providers.count == 0
      && trail.isEmpty && panes[0].filter.isEmpty
  }

  private mutating func draw(
    _ kind: PaneKind, on surface: inout Surface, in area: Rect, desk: Desk
  ) {
    let list = desk.list(of: kind)
    let count = list.count
    let isFocused = kind == focus
    let whole = "\(kind.rawValue + 1) \(Wording.title(of: kind))"
    // A frame gives its titles four cells less than it has, and a blank to either side.
    let title =
      TextWidth.of(whole) + 6 <= area.width
      ? whole : "\(kind.rawValue + 1) \(Wording.briefTitle(of: kind))"
    let hidden = tables.hiddenSort(of: kind, width: area.width - 2 - gutter(of: kind))
    let notes = notes(of: kind, count: count, sort: hidden, desk: desk)
    let room = area.width - 9 - TextWidth.of(title)
    let inside = PaneFrame.draw(
      on: &surface, in: area, title: title,
      rightTitle: notes.first { TextWidth.of($0) <= room } ?? "",
      bottomTitle: totals(of: kind, desk), isFocused: isFocused)
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
        isFocused: isFocused, sorts: tables.casesSort.map(PaneTable.SortMark.init),
        isMarked: isMarked(list)
      ) { desk.shown(list[$0]) }
    case .days:
      let list = desk.board.days
      let legend = inside.height >= 12 && inside.width >= 50 ? 1 : 0
      let room = Rect(
        x: inside.x, y: inside.y, width: inside.width, height: inside.height - legend)
      tables.days.draw(
        on: &surface, in: room, count: count, position: &panes[1].position, isFocused: isFocused,
        sorts: tables.daysSort.map(PaneTable.SortMark.init), isMarked: isMarked(list)
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
        isFocused: isFocused, sorts: tables.qualitySort.map(PaneTable.SortMark.init)
      ) { list[$0] }
    }
  }

  /// The rulers of days, or the weeks of attendance.
  func drawsPictures(desk: Desk) -> Bool {
    if isZoomed { return focus == .days || focus == .attendance }
    return layout.area(of: .days) != nil || layout.area(of: .attendance) != nil
  }

  private func drawAxis(on surface: inout Surface, in area: Rect) {
    guard !tables.showsNumbers, let place = tables.days.place(ofColumn: DaysPane.rulerColumn) else {
      return
    }
    surface.put(
      DayRuler.axis(width: place.width), x: area.x + gutter(of: .days) + place.x, y: area.y,
      style: Style(.muted),
      width: place.width)
  }

  /// The providers, and beneath them the children who attend least.
  private mutating func drawAttendance(
    on surface: inout Surface, in inside: Rect, count: Int, isFocused: Bool, desk: Desk
  ) {
    let list = desk.board.providers
    let lines = AttendanceFoot.lines(of: inside.height, isZoomed: isZoomed)
    let room = Rect(x: inside.x, y: inside.y, width: inside.width, height: inside.height - lines)
    tables.attendance.draw(
      on: &surface, in: room, count: count, position: &panes[2].position, isFocused: isFocused,
      sorts: tables.attendanceSort.map(PaneTable.SortMark.init)
    ) { list[$0] }
    guard lines > 0 else { return }
    // The selected provider's children while one looks at providers; else those of all of them.
    let isOfOne = isFocused || trail.narrowing.provider != nil
    let selected = isOfOne ? list[min(panes[2].position.selected, count - 1)] : nil
    foot.show(selected, limit: lines - 1, desk: desk)
    foot.draw(
      on: &surface, in: Rect(x: inside.x, y: room.bottom, width: inside.width, height: lines))
  }

  private func drawEmpty(
    _ kind: PaneKind, on surface: inout Surface, in inside: Rect, desk: Desk
  ) {
    var lines: [String]
    if kind == .cases, desk.board.headline.open == 0, panes[0].filter.isEmpty, trail.isEmpty {
      lines = Wording.firstSteps(in: desk.setting, quit: desk.key(.quit, in: .board))
    } else if !panes[kind.rawValue].filter.isEmpty {
      lines = [
        "Nothing holds \u{201C}\(shownFilter(of: kind, desk))\u{201D}.",
        "\(desk.key(.back, in: .filtering)) clears the filter.",
      ]
    } else if !trail.isEmpty {
      lines = ["Nothing here in this narrowing.", "\(desk.key(.widen)) widens again."]
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

  /// What the frame says of a list, in ever fewer words: how many rows, the filter, the sorting.
  private func notes(of kind: PaneKind, count: Int, sort: String?, desk: Desk) -> [String] {
    var number = NumberText.grouped(count)
    let filter = shownFilter(of: kind, desk)
    if kind == .cases, count != desk.board.headline.open {
      let open = NumberText.grouped(desk.board.headline.open)
      // What is still being loaded is no filter's doing.
      let isNarrowed = !filter.isEmpty || desk.board.narrowing != Narrowing()
      number = desk.board.isLoaded || isNarrowed ? "\(number) of \(open)" : open
    }
    let long = filter.isEmpty ? "" : " with \u{201C}\(filter)\u{201D}"
    let short = filter.isEmpty ? "" : " filtered"
    let order = sort.map { " \($0)" } ?? ""
    return [
      number + long + order, number + short + order, number + long, number + short,
      NumberText.grouped(count),
    ]
  }

  // MARK: The line at the foot

  private mutating func drawStatus(on surface: inout Surface, desk: Desk) {
    let area = layout.status
    let right = area.x + StatusLine.draw(on: &surface, in: area, desk: desk)
    if isFiltering {
      let prompt = "Filter \(Wording.title(of: focus).lowercased()): "
      var right = right
      if right - area.x - TextWidth.of(prompt) < 16 {
        surface.fill(area, style: .text)
        right = area.right - StatusLine.drawShared(on: &surface, in: area, desk: desk)
      }
      let used = surface.put(prompt, x: area.x, y: area.y, style: Style(.key))
      let room = Rect(x: area.x + used, y: area.y, width: max(8, right - area.x - used), height: 1)
      var shown = field.showing { desk.shownFilter($0) }
      shown.draw(on: &surface, in: room, isFocused: true, placeholder: "words")
      return
    }
    var x = area.x
    let steps = ["All cases"] + trail.map(desk.shownTitle) + filterSteps(desk)
    for (index, step) in steps.enumerated() where x < right {
      if index > 0 {
        x += surface.put(" › ", x: x, y: area.y, style: Style(.muted), width: right - x)
      }
      let style = index == steps.count - 1 && index > 0 ? Style(.crumb, .bold) : Style(.muted)
      x += surface.put(step, x: x, y: area.y, style: style, width: max(0, right - x))
    }
    if steps.count > 1, right - x > 16 {
      surface.put(
        "  \(desk.key(.widen)) widens", x: x, y: area.y, style: Style(.muted), width: right - x)
    }
  }

  private func shownFilter(of kind: PaneKind, _ desk: Desk) -> String {
    desk.shownFilter(panes[kind.rawValue].filter)
  }

  /// The filters as steps of the trail, since Esc takes them back like any other.
  private func filterSteps(_ desk: Desk) -> [String] {
    [(PaneKind.cases, "children"), (.attendance, "providers")].compactMap { kind, what in
      let words = shownFilter(of: kind, desk)
      return words.isEmpty ? nil : "\(what) with \u{201C}\(words)\u{201D}"
    }
  }

  /// The cursor follows the selection, so that a screen reader reads the right line.
  private func placeCursor(on surface: inout Surface, _ desk: Desk) {
    if isFiltering { return }
    guard let area = layout.area(of: focus) else { return }
    let position = panes[focus.rawValue].position
    // An empty pane says so where another has the heads of its columns.
    let row = selectedIdentity(desk) == nil ? 0 : 1 + position.selected - position.top
    surface.focus(on: area.inset(1, 1).row(row))
  }
}

extension PaneTable.SortMark {
  init(_ key: SortKey<Sort>) {
    self.init(column: key.column, isAscending: key.isAscending)
  }
}
