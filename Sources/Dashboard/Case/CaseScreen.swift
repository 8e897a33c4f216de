import AlternativeProvision
import CaseStore
import TerminalUI

/// One case: who the child is, the clocks, and every other part a key away.
struct CaseScreen: Screen {
  private(set) var open: OpenCase
  private(set) var focus = CasePanel.clocks {
    didSet { if focus != .clocks { beside = focus } }
  }
  /// The part that stands beside the clocks where there is room for two: the one that was open last.
  private(set) var beside = CasePanel.timeline
  private(set) var isZoomed = false
  /// The pane from which the case was opened, along whose list one steps to the next.
  private let pane: PaneKind
  private var row: Int
  var clocks = ListPosition()
  var pages = [TextPage](repeating: TextPage(), count: CasePanel.allCases.count)
  var layout = CaseLayout(size: Size(width: 80, height: 24), focus: .clocks, childLines: 5)
  /// What moves the lines between the parts.
  private var arranger = PaneArranger()
  var tabPlaces: [Rect] = []
  /// Lines made for a width, so that scrolling makes none.
  var made: [CasePanel: (width: Int, lines: [TextLine])] = [:]

  private init(_ open: OpenCase, pane: PaneKind, row: Int) {
    self.open = open
    self.pane = pane
    self.row = row
  }

  /// A case that no list is behind, for its words alone.
  init(reading open: OpenCase) { self.init(open, pane: .cases, row: 0) }

  /// Opens a case that stands in a row of a pane; a message where it can't be read.
  static func opening(
    _ id: Identifier<Case>, among pane: PaneKind, at row: Int, desk: Desk
  ) -> Outcome {
    do {
      guard let open = try OpenCase(id, desk: desk) else {
        return .message(Message(.warning, "That case is no longer there."))
      }
      return .push(CaseScreen(open, pane: pane, row: row))
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  var contexts: [KeyContext] {
    let isOfClocks = focus == .clocks && !open.clocks.isEmpty
    return pages[focus.rawValue].contexts((isOfClocks ? [.clocks] : []) + [.caseFile, .acting])
  }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    if focus != .clocks, !input.isMouse,
      let outcome = pages[focus.rawValue].answer(input, in: made[focus]?.lines ?? [])
    {
      return outcome
    }
    if focus == .clocks, let outcome = find(input, desk) { return outcome }
    return switch input {
    case .command(let command): answer(command, desk)
    case .mouse(let mouse): answer(mouse, desk)
    case .key(let key): whyNot(key, desk)
    case .paste: .stay
    }
  }

  /// Finds a clock by words of its name, its owner or its rule, and selects it; nil where the input asks
  /// for something else.
  private mutating func find(_ input: Input, _ desk: Desk) -> Outcome? {
    let finding: [Input] = [
      .command(.find), .command(.nextMatch), .command(.previousMatch),
    ]
    guard !input.isMouse, pages[0].isTyping || finding.contains(input) else { return nil }
    let lines = open.clocks.map {
      TextLine("\(desk.sharedView.title(of: $0)) \($0.owner.title) \($0.rule.basis.title)")
    }
    guard let outcome = pages[0].answer(input, in: lines) else { return nil }
    if let found = pages[0].found { clocks.select(found, of: open.clocks.count) }
    return outcome
  }

  /// Where the clocks are for whoever asks why from elsewhere.
  private func whyNot(_ key: Key, _ desk: Desk) -> Outcome {
    guard case .command(let bound) = desk.keys.meaning(of: [key], in: [.clocks]),
      bound.command == .why
    else { return .stay }
    let advice =
      "\(key.label) shows how a clock was counted: press \(desk.key(.tab(0))) for the clocks."
    return .message(
      Message(.notice, open.clocks.isEmpty ? "No clock runs in this case." : advice))
  }

  private mutating func answer(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    if let moved = move(command) { return moved ? .redraw : .stay }
    switch command {
    case .nextTab: return show(desk.arranged.caseFile.pane(1, from: focus).rawValue, desk)
    case .previousTab: return show(desk.arranged.caseFile.pane(-1, from: focus).rawValue, desk)
    case .tab(let number): return show(number, desk)
    case .narrower, .wider, .shorter, .taller, .evenPanes, .hidePane: return arrange(command, desk)
    case .zoom:
      isZoomed.toggle()
      return .redraw
    case .why: return why(desk)
    case .nextCase: return step(1, desk)
    case .previousCase: return step(-1, desk)
    case .copyReference: return .copy(open.file.file.value.reference, "the reference")
    case .copyRow: return CopyText.outcome(of: open, desk: desk)
    case .assign, .place, .close, .edit, .panel(.newReferral), .panel(.agenda):
      return Acting.begin(command, on: open.file.file.id, desk: desk)
    case .panel(.done): return CaseActions.finish(open.actions, of: open.file, desk: desk)
    case .back: return .pop
    default: return .stay
    }
  }

  func whyNot(_ command: DashboardCommand, desk: Desk) -> String? {
    switch command {
    case .panel(.newReferral), .panel(.done), .edit:
      return desk.setting.isReadOnly ? Wording.readOnly : nil
    case .assign, .place, .close, .panel(.agenda):
      if desk.setting.isReadOnly { return Wording.readOnly }
      return open.file.file.value.closedOn.map { "This case closed on \($0.medium)." }
    case .undo: return desk.setting.isReadOnly ? Wording.readOnly : nil
    default: return nil
    }
  }

  private mutating func move(_ command: DashboardCommand) -> Bool? {
    if focus == .clocks { return clocks.move(command, count: open.clocks.count) }
    switch command {
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .top, .bottom:
      return pages[focus.rawValue].move(command, count: made[focus]?.lines.count ?? 0)
    default: return nil
    }
  }

  private mutating func show(_ number: Int, _ desk: Desk) -> Outcome {
    guard let panel = CasePanel(rawValue: number), panel != focus else { return .stay }
    // Asked for by its number, a part comes back.
    desk.arranged.caseFile.hidden.remove(panel)
    focus = panel
    return .redraw
  }

  /// Answers a key that moves the line between two parts, or hides one.
  private mutating func arrange(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    guard !isZoomed else {
      return .message(Message(.notice, Wording.zoomed(desk, in: .caseFile)))
    }
    switch command {
    case .evenPanes: desk.arranged.caseFile = PaneShape()
    case .hidePane:
      let shown = desk.arranged.caseFile.shown(with: focus)
      guard shown.count > 1 else {
        return .message(Message(.notice, Wording.onlyPane(desk, in: .caseFile)))
      }
      let hidden = focus
      desk.arranged.caseFile.hidden.insert(hidden)
      focus = shown.first { $0 != hidden } ?? .clocks
      let advice = Wording.hidden(hidden.title, by: .tab(hidden.rawValue), desk)
      return .several([.redraw, .message(Message(.notice, advice))])
    default:
      guard layout.panels.count > 1 else {
        return .message(Message(.notice, CaseLayout.roomForTwo))
      }
      guard let area = layout.area(of: focus),
        arranger.answer(command, at: area, &desk.arranged.caseFile, in: layout.places) == true
      else { return .message(Message(.notice, Wording.noOtherPane)) }
    }
    return .redraw
  }

  private func why(_ desk: Desk) -> Outcome {
    guard open.clocks.indices.contains(clocks.selected) else {
      return .message(Message(.notice, "No clock runs in this case."))
    }
    return .push(
      ProofScreen(open.clocks[clocks.selected], of: open.file))
  }

  private mutating func step(_ by: Int, _ desk: Desk) -> Outcome {
    let list = pane == .days ? desk.board.days : desk.board.cases
    // Where the case has left its place, as one that was placed does, the next has come up there.
    let isInPlace = list.position(of: open.file.file.id) == row
    let next = by < 0 ? row - 1 : isInPlace ? row + 1 : row
    guard next >= 0, next < list.count else {
      return .message(
        Message(.notice, by > 0 ? "This is the last case of the list." : "This is the first."))
    }
    do {
      guard let other = try OpenCase(list.id(at: next), desk: desk) else { return .stay }
      open = other
      row = next
      clocks = ListPosition()
      pages = [TextPage](repeating: TextPage(), count: CasePanel.allCases.count)
      made = [:]
      return .redraw
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  mutating func refresh(desk: Desk) {
    made = [:]
    let again = desk.reading { try OpenCase(open.file.file.id, desk: desk) }
    if let again = again ?? nil { open = again }
  }

  private mutating func answer(_ mouse: Mouse, _ desk: Desk) -> Outcome {
    if let moved = arranger.drag(mouse, &desk.arranged.caseFile, in: layout.places) {
      return moved ? .redraw : .stay
    }
    if mouse.action == .press, let tab = tabPlaces.firstIndex(where: { $0.contains(mouse.point) }) {
      return show(tab, desk)
    }
    guard let slot = layout.panels.first(where: { $0.area.contains(mouse.point) }) else {
      return .stay
    }
    switch mouse.action {
    case .wheelUp, .wheelDown:
      if slot.panel == .clocks {
        let rows = mouse.action == .wheelUp ? -1 : 1
        return clocks.scroll(rows, of: open.clocks.count) ? .redraw : .stay
      }
      return pages[slot.panel.rawValue].answer(
        mouse, count: made[slot.panel]?.lines.count ?? 0)
    case .press:
      focus = slot.panel
      let row = clocks.top + mouse.point.y - slot.area.y - 2
      guard slot.panel == .clocks, slot.area.inset(1, 1).contains(mouse.point),
        mouse.point.y >= slot.area.y + 2, open.clocks.indices.contains(row)
      else { return .redraw }
      clocks.select(row, of: open.clocks.count)
      return mouse.clicks >= 2 ? why(desk) : .redraw
    default: return .stay
    }
  }

  // MARK: Lines

  /// The year's attendance week by week; nil where it can't be read.
  mutating func trend(_ desk: Desk) -> AttendanceTrend? {
    open.register(desk).map(AttendanceTrend.init)
  }

  /// The lines of a part, made once for a width.
  mutating func lines(of panel: CasePanel, width: Int, desk: Desk) -> [TextLine] {
    if let known = made[panel], known.width == width { return known.lines }
    var lines: [TextLine]
    switch panel {
    case .clocks: lines = []
    case .timeline:
      lines =
        CaseActions.lines(open.actions, width: width, desk: desk)
        + CaseText.timeline(open.timeline, width: width, today: desk.today)
    case .placements: lines = CaseText.placements(open, width: width, desk)
    case .attendance:
      // What could not be read is read again with the next drawing.
      guard let register = open.register(desk) else { return Wording.notRead(width: width) }
      lines = CaseText.register(
        register, width: width, coversCodes: desk.sharedView.covers(.attendanceCodes))
    case .views:
      lines = CaseText.views(open.views, width: width, desk: desk)
    case .history:
      guard let history = open.history(desk) else { return Wording.notRead(width: width) }
      lines = HistoryText.lines(
        history, width: width, isShared: desk.sharedView.covers(.history))
    }
    lines = desk.shown(lines, about: open.file)
    made[panel] = (width, lines)
    return lines
  }
}

/// A clock's proof, on the whole screen.
struct ProofScreen: Screen {
  private let reading: ClockReading
  private let file: CaseFile
  private let days: SchoolDays
  private var page = TextPage()
  private var lines: [TextLine] = []
  private var width = 0

  mutating func refresh(desk: Desk) { width = 0 }

  init(_ reading: ClockReading, of file: CaseFile) {
    days = SchoolDays(of: file)
    self.reading = reading
    self.file = file
  }

  var contexts: [KeyContext] { page.contexts([.reading]) }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    if let outcome = page.answer(input, in: lines) { return outcome }
    return input == .command(.back) ? .pop : .stay
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let rows = surface.bounds.rows([.weight(1), .fixed(1), .fixed(1)])
    surface.fill(surface.bounds, style: .text)
    let inside = PaneFrame.draw(
      on: &surface, in: rows[0], title: desk.sharedView.title(of: reading),
      rightTitle: desk.displayName(of: file),
      isFocused: true
    ).inset(1, 0)
    if width != inside.width {
      width = inside.width
      lines = ProofText.lines(
        of: reading, today: desk.today, width: min(width, 100), days: days,
        shared: desk.sharedView)
    }
    page.hidesUnfound = desk.isShared
    page.draw(lines, on: &surface, in: inside, scrollBarAt: rows[0].right - 1)
    StatusLine.draw(on: &surface, in: rows[1], desk: desk)
  }
}
