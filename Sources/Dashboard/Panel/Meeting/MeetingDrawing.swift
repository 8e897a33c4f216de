import AlternativeProvision
import CaseStore
import TerminalUI

extension MeetingScreen {
  mutating func draw(on surface: inout Surface, desk: Desk) {
    lookAtClock(desk)
    if stale.contains(.everything) {
      drawEverything(on: &surface, desk: desk)
    } else {
      if stale.contains(.headline) { drawHeadline(on: &surface, desk: desk) }
      drawFocusedText(on: &surface, desk: desk)
    }
    stale = []
  }

  private mutating func drawEverything(on surface: inout Surface, desk: Desk) {
    let count = view?.options.count ?? 0
    layout = MeetingLayout(
      surface.bounds.size, part: part, isZoomed: isZoomed, options: count,
      shape: desk.arranged.meeting)
    surface.fill(surface.bounds, style: .text)
    slots = []
    optionRows = Rect(x: 0, y: 0, width: 0, height: 0)
    drawHeadline(on: &surface, desk: desk)
    // What is in hand, unless the part in use has a line of its own to read.
    surface.focus(on: layout.child)
    drawChild(on: &surface, desk: desk)
    drawBrief(on: &surface, desk: desk)
    drawOptions(on: &surface, desk: desk)
    drawForm(on: &surface, desk: desk)
    StatusLine.draw(on: &surface, in: layout.status, desk: desk)
  }

  // MARK: The child

  private func drawChild(on surface: inout Surface, desk: Desk) {
    let line = layout.child
    guard let item else {
      surface.put(
        "The agenda is empty: build it from the list of meetings.", x: line.x, y: line.y,
        style: Style(.warning), width: line.width)
      return
    }
    var spans: [Span] = []
    if let brief = view?.brief, let pupil = brief.pupil?.value {
      spans.append(
        Span(desk.sharedView.name(of: pupil, reference: brief.reference), Style(.heading, .bold)))
      if !desk.isShared { spans.append(Span("  \(brief.reference)", Style(.muted))) }
      spans.append(Span("  \(pupil.age(on: desk.today)), Year \(pupil.yearGroup)"))
      if let school = brief.school?.value { spans.append(Span("  \(school.name)", Style(.muted))) }
    } else {
      let title = item.item.value.title
      spans.append(
        Span(
          shown(title, desk), Style(.heading, .bold)))
    }
    let state = item.item.value.state
    if state == .parked { spans.append(Span("  Parked", Style(.warning, .bold))) }
    if state == .dropped { spans.append(Span("  Off the agenda", Style(.warning, .bold))) }
    if state == .decided { spans.append(Span("  ✓ Decided", Style(.good, .bold))) }
    if line.width >= 100, let officer = view?.brief.file?.file.value.officer {
      spans.append(Span("  Officer \(officer)", Style(.muted)))
    }
    let used = surface.put(spans, x: line.x, y: line.y, width: line.width)
    drawFirstClock(on: &surface, in: line, after: used, desk)
  }

  /// The clock that runs out first, at the end of the line, where there is room for it.
  private func drawFirstClock(
    on surface: inout Surface, in line: Rect, after used: Int, _ desk: Desk
  ) {
    guard let clock = view?.brief.clocks.first, clock.state(on: desk.today).isOpen else { return }
    let words = BriefWords.clock(clock, desk.sharedView, today: desk.today, short: true)
    let width = TextWidth.of(words)
    guard used + width + 2 <= line.width else { return }
    surface.put(
      words, x: line.right - width, y: line.y,
      style: Style(Shape.role(of: clock.state(on: desk.today)), .bold), width: width)
  }

  // MARK: The brief

  /// The weeks of the child's attendance, drawn in the brief.
  func drawsPictures(desk: Desk) -> Bool {
    view?.brief.register.weeks.contains { $0.possible > 0 } == true
  }

  private mutating func drawBrief(on surface: inout Surface, desk: Desk) {
    var area = layout.brief
    guard !area.isEmpty, let item else { return }
    if layout.isFramed {
      area = area.inset(2, 1)
    }
    guard let view else { return drawUnread(on: &surface, in: area, item, desk: desk) }
    // A column beside the words is left for the bar of a brief that scrolls.
    let width = area.width - (layout.isFramed ? 0 : 1)
    if made?.width != width || made?.height != area.height {
      let text = BriefText(view, item, file, desk)
      made = MadeBrief(text.parts, width: width, height: area.height, isCut: !isZoomed)
    }
    guard let made else { return }
    if layout.isFramed {
      PaneFrame.draw(
        on: &surface, in: layout.brief, title: "Brief", rightTitle: item.item.value.kind.title,
        bottomTitle: restOfBrief(desk), isFocused: part == .brief)
    }
    page.draw(
      made.lines, on: &surface, in: area,
      isFocused: part == .brief,
      scrollBarAt: made.lines.count > area.height ? area.right - (layout.isFramed ? 0 : 1) : nil)
  }

  /// What stands in the place of a brief that can't be read.
  private func drawUnread(on surface: inout Surface, in area: Rect, _ item: ItemFile, desk: Desk) {
    if layout.isFramed {
      PaneFrame.draw(
        on: &surface, in: layout.brief, title: "Brief", rightTitle: item.item.value.kind.title,
        isFocused: part == .brief)
    }
    let lines = TextLine.wrapped("✗ \(MeetingScreen.notRead)", width: area.width, indent: 2, .error)
    for (row, line) in lines.prefix(area.height).enumerated() {
      line.draw(on: &surface, x: area.x, y: area.y + row, width: area.width)
    }
    if part == .brief {
      surface.cursor = Cursor(x: area.x, y: area.y, isVisible: false)
    }
  }

  /// How much of the brief is not shown, and the key that shows it; empty where all of it is.
  func restOfBrief(_ desk: Desk) -> String {
    guard let made, made.isCut else { return "" }
    let rows = NumberText.count(made.hidden, "more row")
    return part == .form ? rows : "\(desk.key(.meeting(.zoom))): \(rows)"
  }
}
