import AlternativeProvision
import CaseStore
import TerminalUI

/// The board: a headline and four panes that answer to one another.
struct BoardScreen: Screen {
  private(set) var focus = PaneKind.cases
  private(set) var isZoomed = false
  /// The cases that are marked, to act on together.
  var marks = MarkedRows()
  /// How the person has arranged the panes.
  var shape = BoardShape()
  /// What moves the dividers between them.
  var arranger = PaneArranger()
  private(set) var trail: [NarrowingStep] = []
  /// The pane in which a provider was chosen, which goes on to show the others too.
  private var chosenIn: PaneKind?
  var panes: [PaneState]
  /// Whether a filter is being typed for the pane with the focus.
  var isFiltering = false
  /// Whether the words in the field are those of a filter that stood before.
  var isFilterOld = false
  /// What is being typed.
  var field = LineField()
  var tables: BoardTables
  var layout = BoardLayout(size: Size(width: 80, height: 24), focus: .cases, isZoomed: false)
  /// What must be drawn anew; all of it to begin with.
  var stale = BoardParts.all
  /// Whether all of the caseload was there when the lists were last looked at.
  private var isWhole = false
  /// Where the figures of the headline stand that can be opened.
  var figures: [(place: Rect, step: NarrowingStep)] = []
  /// The children under the providers.
  var foot = AttendanceFoot()

  init(desk: Desk) {
    panes = PaneKind.allCases.map { _ in PaneState() }
    tables = BoardTables(today: desk.today, coversRoutes: desk.sharedView.covers(.route))
    tables.applySorts(desk)
    remember(desk)
  }

  var contexts: [KeyContext] {
    isFiltering ? [.filtering] : [.board, .acting, .moving, .everywhere]
  }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(let command): answer(command, desk)
    case .key(let key): type(key, desk)
    case .paste(let text): paste(text, desk)
    case .mouse(let mouse): answer(mouse, desk)
    }
  }

  mutating func answer(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    if isFiltering, let outcome = answerWhileFiltering(command, desk) { return outcome }
    if let moved = panes[focus.rawValue].position.move(command, count: count(desk)) {
      return moved ? selectionMoved(desk) : .stay
    }
    switch command {
    case .nextPane: return go(to: shape.pane(1, from: focus).rawValue, desk)
    case .previousPane: return go(to: shape.pane(-1, from: focus).rawValue, desk)
    case .pane(let number): return go(to: number, desk)
    case .paneLeft: return goIfShown(to: focus.rawValue & ~1, desk)
    case .paneRight: return goIfShown(to: focus.rawValue | 1, desk)
    case .zoom:
      toggleZoom()
      return .redraw
    case .filter:
      isFiltering = true
      field = LineField(panes[focus.rawValue].filter)
      isFilterOld = !field.isEmpty
      stale = .all
      return .redraw
    case .sort: return .push(ChooserScreen.sorting(focus, tables: tables, key: desk.key(.sort)))
    case .sortThen:
      return .push(ChooserScreen.sorting(focus, tables: tables, then: true, key: desk.key(.sort)))
    case .nextMatch: return goToMatch(forwards: true, desk)
    case .previousMatch: return goToMatch(forwards: false, desk)
    case .narrow: return .push(ChooserScreen.narrowing(desk: desk))
    case .figures: return .push(ChooserScreen.figures(desk))
    case .histogram: return .push(HistogramScreen())
    case .widen: return widen(desk)
    case .open: return open(desk)
    case .mark, .markRange, .markAll: return mark(command, desk)
    case .columns: return .push(ColumnsScreen(focus, tables: tables))
    case .columnsLeft, .columnsRight: return scrollColumns(right: command == .columnsRight)
    case .narrower, .wider, .shorter, .taller, .evenPanes, .hidePane:
      return arrange(command, desk)
    case .copyReference, .copyRow: return copy(command, desk)
    case .assign, .place, .close, .edit, .panel(.newReferral), .panel(.agenda):
      return act(command, desk)
    case .panel(.home): return .push(PanelHomeScreen(desk: desk))
    case .quit: return .quit
    default: return .stay
    }
  }

  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome {
    switch answer {
    case .sort(let column, let then):
      return sort(byColumn: column, then: then, desk)
    case .narrow(let step):
      chosenIn = nil
      return narrow(by: step, desk)
    case .meeting, .edited, .panel: return .stay
    }
  }

  mutating func refresh(desk: Desk) {
    let coversRoutes = desk.sharedView.covers(.route)
    if desk.today != tables.today || desk.showsNumbers != tables.showsNumbers
      || coversRoutes != tables.coversRoutes
    {
      tables = BoardTables(
        today: desk.today, sortedAs: tables, numbers: desk.showsNumbers, coversRoutes: coversRoutes)
    }
    marks.keep { desk.board.isOpen(Identifier($0)) }
    for kind in PaneKind.allCases { desk.list(of: kind).filter(panes[kind.rawValue].filter) }
    applyNarrowing(desk)
    tables.applySorts(desk)
    follow(desk, asFarAsInView: isWhole && desk.board.isLoaded)
    foot.forget()
    stale = .all
  }

  mutating func invalidate() { stale = .all }

  // MARK: Focus and selection

  func count(_ desk: Desk) -> Int { desk.list(of: focus).count }

  /// Gives the pane in use the whole screen, or the others theirs again.
  mutating func toggleZoom() {
    isZoomed.toggle()
    stale = .all
  }

  /// Narrows the panes by steps that were kept.
  mutating func take(up steps: [NarrowingStep], _ desk: Desk) {
    trail = steps
    applyNarrowing(desk)
    follow(desk)
  }

  /// Goes to a pane without a word, as when the one in use is hidden.
  mutating func setFocus(to kind: PaneKind) { focus = kind }

  /// Goes to a neighbour, unless that is hidden.
  private mutating func goIfShown(to number: Int, _ desk: Desk) -> Outcome {
    guard let kind = PaneKind(rawValue: number), !shape.hidden.contains(kind) else { return .stay }
    return go(to: number, desk)
  }

  private mutating func go(to number: Int, _ desk: Desk) -> Outcome {
    guard let kind = PaneKind(rawValue: number), kind != focus else { return .stay }
    // Asked for by its number, a pane comes back.
    shape.hidden.remove(kind)
    focus = kind
    panes[kind.rawValue].isChosen = true
    stale = .all
    return .redraw
  }

  mutating func selectionMoved(_ desk: Desk) -> Outcome {
    let state = panes[focus.rawValue]
    panes[focus.rawValue].identity = desk.list(of: focus).identity(at: state.position.selected)
    panes[focus.rawValue].isChosen = true
    stale.insert(BoardParts(focus))
    return .redraw
  }

  /// Notes what is selected in each pane, so that it is found again.
  private mutating func remember(_ desk: Desk) {
    for kind in PaneKind.allCases {
      let selected = panes[kind.rawValue].position.selected
      panes[kind.rawValue].identity = desk.list(of: kind).identity(at: selected)
    }
  }

  /// Puts each pane's selection where its case or provider is now.
  ///
  /// - Parameter asFarAsInView: Whether it stays at its line where the case has gone out of view, as one
  ///   does that was just placed: whoever works through a list goes on with the next.
  mutating func follow(_ desk: Desk, asFarAsInView: Bool = false) {
    for kind in PaneKind.allCases {
      let list = desk.list(of: kind)
      let count = list.count
      // While a caseload is being read, what heads a list is not settled yet.
      if !isWhole, !panes[kind.rawValue].isChosen { panes[kind.rawValue].identity = nil }
      let row = panes[kind.rawValue].identity.flatMap { list.row(of: $0) }
      let position = panes[kind.rawValue].position
      if let row, !asFarAsInView || position.shows(row) {
        panes[kind.rawValue].position.follow(to: row, of: count)
      } else if row != nil {
        panes[kind.rawValue].position.select(position.selected, of: count)
        panes[kind.rawValue].identity = list.identity(
          at: panes[kind.rawValue].position.selected)
      } else {
        let selected = panes[kind.rawValue].position.selected
        panes[kind.rawValue].position.select(selected, of: count)
      }
    }
    isWhole = desk.board.isLoaded
    // What is no longer shown is not forgotten until another row is selected: widening brings it back.
    for kind in PaneKind.allCases where panes[kind.rawValue].identity == nil {
      let selected = panes[kind.rawValue].position.selected
      panes[kind.rawValue].identity = desk.list(of: kind).identity(at: selected)
    }
  }

  // MARK: Narrowing

  private mutating func narrow(by step: NarrowingStep, _ desk: Desk) -> Outcome {
    trail = trail.narrowed(by: step)
    applyNarrowing(desk)
    follow(desk)
    stale = .all
    return .redraw
  }

  /// Narrows every pane; but the one in which a provider was chosen keeps the others to choose from.
  private mutating func applyNarrowing(_ desk: Desk) {
    foot.forget()
    desk.board.narrowing = trail.narrowing
    var others = trail.narrowing
    others.provider = nil
    if chosenIn == .attendance { desk.board.providers.narrowing = others }
    if chosenIn == .quality { desk.board.quality.narrowing = others }
  }

  private mutating func widen(_ desk: Desk) -> Outcome {
    let filtered = [focus, focus.other].first { !panes[$0.rawValue].filter.isEmpty }
    if let filtered { return clearFilter(of: filtered, desk) }
    if !trail.isEmpty {
      trail.removeLast()
      applyNarrowing(desk)
      follow(desk)
      stale = .all
      return .redraw
    }
    guard isZoomed else {
      return .message(Message(.notice, "Nothing is narrowed: these are all the cases."))
    }
    isZoomed = false
    stale = .all
    return .redraw
  }

  // MARK: Opening and acting

  func selectedIdentity(_ desk: Desk) -> Int64? {
    desk.list(of: focus).identity(at: panes[focus.rawValue].position.selected)
  }

  private mutating func open(_ desk: Desk) -> Outcome {
    let row = panes[focus.rawValue].position.selected
    switch desk.list(of: focus) {
    case .cases(let list):
      guard row < list.count else { return .stay }
      return CaseScreen.opening(list.id(at: row), among: focus, at: row, desk: desk)
    case .providers(let list):
      guard row < list.count else { return .stay }
      let provider = list[row]
      chosenIn = focus
      return narrow(by: .provider(provider.id, provider.name), desk)
    }
  }

  func whyNot(_ command: DashboardCommand, desk: Desk) -> String? {
    switch command {
    case .assign, .place, .close, .edit, .panel(.newReferral), .panel(.agenda):
      if desk.setting.isReadOnly { return Wording.readOnly }
      guard case .cases(let list) = desk.list(of: focus) else { return Wording.selectACase(desk) }
      return list.count == 0 ? Wording.nothing(in: focus) : nil
    case .undo: return desk.setting.isReadOnly ? Wording.readOnly : nil
    case .nextMatch, .previousMatch:
      let state = panes[focus.rawValue]
      return state.filter.isEmpty && state.sought.isEmpty ? "Type / and words first." : nil
    default: return nil
    }
  }

  private func act(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    let row = panes[focus.rawValue].position.selected
    guard case .cases(let list) = desk.list(of: focus) else {
      return .message(Message(.warning, Wording.selectACase(desk)))
    }
    guard row < list.count else { return .stay }
    guard !marks.isEmpty else { return Acting.begin(command, on: list.id(at: row), desk: desk) }
    if let many = ActingOnMany.begin(command, on: markedCases(desk), desk: desk) { return many }
    // Who has marked twelve and presses a key expects all twelve to be meant.
    return .several([
      Acting.begin(command, on: list.id(at: row), desk: desk),
      .message(Message(.notice, Wording.onlyThisOne)),
    ])
  }

  // MARK: Mouse

  private mutating func answer(_ mouse: Mouse, _ desk: Desk) -> Outcome {
    if let outcome = drag(mouse) { return outcome }
    if mouse.action == .press, let figure = figures.first(where: { $0.place.contains(mouse.point) })
    {
      chosenIn = nil
      return narrow(by: figure.step, desk)
    }
    guard let kind = layout.pane(at: mouse.point), let area = layout.area(of: kind) else {
      return .stay
    }
    let list = desk.list(of: kind)
    switch mouse.action {
    case .wheelUp, .wheelDown:
      let rows = mouse.action == .wheelUp ? -3 : 3
      guard panes[kind.rawValue].position.scroll(rows, of: list.count) else { return .stay }
      let selected = panes[kind.rawValue].position.selected
      panes[kind.rawValue].identity = list.identity(at: selected)
      panes[kind.rawValue].isChosen = true
      stale.insert(BoardParts(kind))
      return .redraw
    case .press where mouse.button == .left:
      _ = go(to: kind.rawValue, desk)
      let inside = area.inset(1, 1)
      guard inside.contains(mouse.point) else { return .redraw }
      if mouse.point.y == inside.y {
        let offset = mouse.point.x - inside.x - gutter(of: kind)
        guard let column = tables.column(of: kind, at: offset) else {
          return .redraw
        }
        return receive(.sort(column, then: !mouse.modifiers.isEmpty), desk: desk)
      }
      let position = panes[kind.rawValue].position
      let row = position.top + mouse.point.y - inside.y - 1
      guard row < position.top + position.height, row < list.count else { return .redraw }
      panes[kind.rawValue].position.select(row, of: list.count)
      _ = selectionMoved(desk)
      return mouse.clicks >= 2 ? open(desk) : .redraw
    default: return .stay
    }
  }
}
