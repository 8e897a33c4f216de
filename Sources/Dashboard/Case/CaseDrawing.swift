import AlternativeProvision
import CaseStore
import TerminalUI

extension CaseScreen {
  mutating func draw(on surface: inout Surface, desk: Desk) {
    var child = CaseText.child(open, desk: desk)
    // How the case stands is never cut: on a narrow screen it takes two lines.
    let standing = child[0].parted(width: surface.bounds.width - 2)
    child.replaceSubrange(0...0, with: standing)
    let parted = child.map { $0.parted(width: surface.bounds.width - 2) }
    layout = CaseLayout(
      size: surface.bounds.size, focus: focus, beside: beside,
      childLines: parted.reduce(0) { $0 + $1.count },
      least: standing.count, needed: focus == .clocks ? open.clocks.count + 3 : nil,
      isZoomed: isZoomed, shape: desk.arranged.caseFile)
    // Lines that are too wide take two where no other is lost by that.
    var room = layout.child.height - child.count
    child = parted.enumerated().flatMap { index, parts in
      guard parts.count > 1, room > 0 else { return [child[index]] }
      room -= 1
      return parts
    }
    surface.fill(surface.bounds, style: .text)
    drawTitle(on: &surface, desk: desk)
    for (row, line) in child.prefix(layout.child.height).enumerated() {
      line.draw(
        on: &surface, x: layout.child.x + 1, y: layout.child.y + row,
        width: layout.child.width - 1)
    }
    tabPlaces = []
    if !layout.tabs.isEmpty {
      tabPlaces = Tabs.draw(
        on: &surface, in: layout.tabs,
        CasePanel.allCases.map { "\($0.rawValue + 1) \($0.title)" }, active: focus.rawValue)
    }
    for slot in layout.panels { draw(slot, on: &surface, desk: desk) }
    StatusLine.draw(on: &surface, in: layout.status, desk: desk)
  }

  private func drawTitle(on surface: inout Surface, desk: Desk) {
    let area = layout.title
    surface.fill(area, style: Style(.headline))
    let file = open.file
    // Where the name is covered the reference stands for it, and once is enough.
    let reference = desk.isShared ? "" : file.file.value.reference
    let width = TextWidth.of(reference)
    surface.put(
      desk.displayName(of: file), x: area.x, y: area.y, style: Style(.headline, .bold),
      width: max(0, area.width - width - 2))
    surface.put(
      reference, x: max(area.x, area.right - width), y: area.y, style: Style(.headline),
      width: min(width, area.width))
  }

  private mutating func draw(_ slot: CaseLayout.Slot, on surface: inout Surface, desk: Desk) {
    let isFocused = slot.panel == focus
    let inside = PaneFrame.draw(
      on: &surface, in: slot.area,
      title: "\(slot.panel.rawValue + 1) \(slot.panel.title)", rightTitle: note(slot.panel),
      isFocused: isFocused)
    if slot.panel == .clocks {
      drawClocks(on: &surface, in: inside, isFocused: isFocused, desk: desk)
      pages[0].hidesUnfound = desk.isShared
      pages[0].drawField(on: &surface, in: inside)
      return
    }
    var room = inside.inset(inside.width > 30 ? 1 : 0, 0)
    if slot.panel == .timeline { room = drawStrip(on: &surface, in: room, desk: desk) }
    if slot.panel == .attendance { room = drawTrend(on: &surface, in: room, desk: desk) }
    let lines = lines(of: slot.panel, width: room.width, desk: desk)
    pages[slot.panel.rawValue].hidesUnfound = desk.isShared
    pages[slot.panel.rawValue].draw(
      lines, on: &surface, in: room, isFocused: isFocused, scrollBarAt: slot.area.right - 1)
  }

  /// A strip of time above the events, or a line above the register, or the numbers that stand for it.
  func drawsPictures(desk: Desk) -> Bool {
    layout.panels.contains { slot in
      let room = slot.area.inset(2, 1)
      return slot.panel == .timeline && hasStrip(in: room)
        || slot.panel == .attendance && hasTrend(in: room)
    }
  }

  private func hasStrip(in room: Rect) -> Bool {
    room.height >= 12 && room.width >= 40 && open.timeline.events.count > 1
  }

  private func hasTrend(in room: Rect) -> Bool {
    room.height >= 14 && room.width >= 30 && open.hasTrend
  }

  /// The case as a strip of time above its events, where there is room for both; the room that is left.
  private func drawStrip(on surface: inout Surface, in room: Rect, desk: Desk) -> Rect {
    let events = open.timeline.events
    guard !desk.showsNumbers, hasStrip(in: room) else { return room }
    // The day from which all clocks of the case run is told before any other.
    let latest = events.filter { $0.kind == .exclusion }.map(\.day).max()
    let strip = TimelineStrip(
      events.map { event in
        let (sign, role) = CaseText.look(of: event.kind)
        let isTold = event.kind == .exclusion || event.kind == .missed || event.kind == .placement
        return TimelineStrip.Event(
          Int(event.day.number), event.day.medium, sign.unicodeScalars.first ?? "·", Style(role),
          event.day.short,
          importance: event.kind == .exclusion && event.day == latest ? 2 : isTold ? 1 : 0)
      }, today: Int(desk.today.number))
    let used =
      strip.draw(on: &surface, in: Rect(x: room.x, y: room.y, width: room.width, height: 2)) + 1
    return Rect(x: room.x, y: room.y + used, width: room.width, height: room.height - used)
  }

  /// The year's attendance week by week as a line above the register, where there is room for both; the
  /// room that is left. As numbers the weeks stand beside one another, and need no more room than that.
  private mutating func drawTrend(
    on surface: inout Surface, in room: Rect, desk: Desk
  ) -> Rect {
    guard room.height >= 14, room.width >= 30, let trend = trend(desk), trend.isTelling else {
      return room
    }
    let lines =
      desk.showsNumbers
      ? trend.numbers(width: room.width)
      : trend.picture(width: room.width, height: room.height >= 24 ? 4 : 3)
    for (row, line) in lines.enumerated() {
      line.draw(on: &surface, x: room.x, y: room.y + row, width: room.width)
    }
    let used = lines.count + 1
    return Rect(x: room.x, y: room.y + used, width: room.width, height: room.height - used)
  }

  private func note(_ panel: CasePanel) -> String {
    switch panel {
    case .clocks: open.clocks.isEmpty ? "" : String(open.clocks.count)
    case .placements: open.file.placements.isEmpty ? "" : String(open.file.placements.count)
    case .views: open.views.isEmpty ? "" : String(open.views.count)
    case .timeline, .history: "latest first"
    case .attendance: ""
    }
  }

  // MARK: Clocks

  private mutating func drawClocks(
    on surface: inout Surface, in area: Rect, isFocused: Bool, desk: Desk
  ) {
    guard !open.clocks.isEmpty else {
      if isFocused { surface.focus(on: area) }
      surface.put(
        "No clock runs in this case.", x: area.x + 1, y: area.y, style: Style(.muted),
        width: area.width - 1)
      return
    }
    guard area.height >= 2 else { return }
    let rows = min(open.clocks.count + 1, area.height)
    let table = Rect(x: area.x, y: area.y, width: area.width, height: rows)
    let columns = ClockColumns(width: area.width, open.clocks, today: desk.today)
    columns.drawHeads(on: &surface, in: table.row(0))
    clocks.fit(height: rows - 1, count: open.clocks.count)
    let soon = open.secondSchoolDay(after: desk.today)
    for index in clocks.visible(of: open.clocks.count) {
      let line = table.row(1 + index - clocks.top)
      let selected = Style(isFocused ? .selection : .selectionUnfocused)
      let isSelected = index == clocks.selected
      if isSelected { surface.fill(line, style: selected) }
      columns.draw(
        open.clocks[index], on: &surface, in: line, CellStyle(row: isSelected ? selected : nil),
        soon: soon, desk)
      if isSelected, isFocused {
        surface.focus(on: line)
      }
    }
    drawProof(on: &surface, below: rows, in: area, desk: desk)
  }

  /// Where there is room below the clocks, how the selected one was counted.
  private func drawProof(
    on surface: inout Surface, below rows: Int, in area: Rect, desk: Desk
  ) {
    let height = area.height - rows - 1
    guard height >= 6 else { return }
    let top = area.y + rows
    surface.horizontalLine(x: area.x, y: top, width: area.width, style: Style(.border))
    // Its state stands in the row above already.
    let lines = ProofText.lines(
      of: open.clocks[clocks.selected], today: desk.today, width: area.width - 2,
      days: SchoolDays(of: open.file), shared: desk.sharedView
    ).dropFirst(2)
    for (offset, line) in lines.prefix(height).enumerated() {
      line.draw(on: &surface, x: area.x + 1, y: top + 1 + offset, width: area.width - 1)
    }
    if lines.count > height {
      surface.put(
        " \(NumberText.count(lines.count - height, "more line")): \(desk.key(.why)) ",
        x: area.right - 26,
        y: top,
        style: Style(.key),
        width: 25)
    }
  }
}

/// The columns of the clocks, by the room there is.
struct ClockColumns {
  private var title = 0
  private var due = 12
  private var remark = 13
  private var showsOwner = false
  private var showsBasis = false
  /// The year of which days need not be told, since there is little room.
  private var year: Int?

  /// The room in which clocks stand with their full names.
  private static let comfort = 32

  /// Columns for these clocks: a narrow table gives the names what their days do not use.
  init(width: Int, _ readings: [ClockReading], today: Day) {
    var left = width - 2 - due - remark
    if left < 28 + 20 {
      for isTight in [false, true] where title < ClockColumns.comfort {
        year = isTight ? today.year : nil
        due = 1 + (readings.map { TextWidth.of(due($0)) }.max() ?? 0)
        remark =
          1 + (readings.map { TextWidth.of(remark($0, $0.state(on: today), today)) }.max() ?? 0)
        (due, remark) = (min(max(due, 4), 12), min(remark, 13))
        title = max(8, width - 2 - due - remark)
      }
      return
    }
    if left >= 28 + 20 {
      showsOwner = true
      left -= 20
    }
    if left >= 30 + 20 {
      showsBasis = true
      left -= 20
    }
    title = max(8, left)
  }

  func drawHeads(on surface: inout Surface, in line: Rect) {
    surface.fill(line, style: Style(.heading))
    var x = line.x + 2
    x += put("Clock", title, x, line, on: &surface, Style(.heading))
    x += put("Due", due, x, line, on: &surface, Style(.heading))
    x += put("", remark, x, line, on: &surface, Style(.heading))
    if showsOwner { x += put("Owed by", 20, x, line, on: &surface, Style(.heading)) }
    if showsBasis { x += put("Basis", 20, x, line, on: &surface, Style(.heading)) }
  }

  func draw(
    _ reading: ClockReading, on surface: inout Surface, in line: Rect, _ style: CellStyle,
    soon: Day, _ desk: Desk
  ) {
    let today = desk.today
    let state = reading.state(on: today)
    let (mark, role) = Shape.look(of: reading, on: today, soon: soon)
    surface.put(mark, x: line.x, y: line.y, style: style(role), width: 1)
    var x = line.x + 2
    let name = desk.sharedView.title(of: reading)
    x += put(name, title, x, line, on: &surface, style(state.isOpen ? .text : .muted))
    x += put(due(reading), due, x, line, on: &surface, style(role))
    x += put(
      remark(reading, state, today), remark, x, line, on: &surface,
      style(role, state == .overdue ? .bold : []))
    if showsOwner { x += put(reading.owner.title, 20, x, line, on: &surface, style(.muted)) }
    if showsBasis { x += put(reading.rule.basis.title, 20, x, line, on: &surface, style(.muted)) }
  }

  private func put(
    _ text: String, _ width: Int, _ x: Int, _ line: Rect, on surface: inout Surface, _ style: Style
  ) -> Int {
    surface.put(text, x: x, y: line.y, style: style, width: min(width - 1, line.right - x))
    return width
  }

  private func due(_ reading: ClockReading) -> String {
    if let tally = reading.tally { return "\(tally.daysUsed) of \(HalfDays.words(tally.limit))" }
    if let day = reading.deadline?.day { return day.year == year ? day.short : day.medium }
    if case .beyondCalendar? = reading.deadline { return "not set yet" }
    return "–"
  }

  private func dated(_ day: Day, _ today: Day) -> String {
    day.year == today.year ? day.short : "in \(day.year)"
  }

  private func remark(_ reading: ClockReading, _ state: ClockState, _ today: Day) -> String {
    switch state {
    case .overdue:
      guard let due = reading.deadline?.day else { return "overdue" }
      return DayText.distance(due, from: today)
    case .begunPartTime: return state.shortTitle
    case .dueToday: return "today"
    case .running:
      guard let due = reading.deadline?.day else {
        return reading.tally == nil ? "running" : "days used"
      }
      return DayText.distance(due, from: today)
    case .met: return reading.metOn.map { "met \(dated($0, today))" } ?? "met"
    case .metLate: return reading.metOn.map { "late \(dated($0, today))" } ?? "met late"
    case .provisional: return "provisional"
    case .endedNotMet: return state.shortTitle
    case .notStarted, .ended: return state.title
    }
  }
}
