import AlternativeProvision
import CaseStore
import TerminalUI

/// Keeping the look of the board for the next time, and taking it up again.
extension BoardScreen {
  /// What is kept of it.
  func look(_ desk: Desk) -> RememberedLook {
    var look = RememberedLook()
    look.focus = focus.rawValue
    look.day = desk.today.number
    look.isZoomed = isZoomed
    look.showsNumbers = desk.showsNumbers
    look.shape = shape
    look.others = desk.arranged
    look.narrowing = trail.compactMap(\.remembered)
    for kind in PaneKind.allCases {
      let pane = panes[kind.rawValue]
      look.panes[kind.rawValue].selected = pane.isChosen ? pane.identity : nil
      look.panes[kind.rawValue].columns = tables.choice(of: kind).text
      look.panes[kind.rawValue].sort = tables.rememberedSort(of: kind)
    }
    return look
  }

  /// The height of a pane is not known before the first drawing; most have ten rows and more.
  private static let rowsAtStart = 10

  /// Takes up a look that was kept; what is no longer there is left out.
  mutating func restore(_ look: RememberedLook, desk: Desk) {
    shape = look.shape
    desk.arranged = look.others
    setFocus(to: PaneKind(rawValue: look.focus) ?? .cases)
    if look.isZoomed != isZoomed { toggleZoom() }
    desk.showsNumbers = look.showsNumbers
    tables = BoardTables(
      today: desk.today, sortedAs: tables, numbers: look.showsNumbers,
      coversRoutes: desk.sharedView.covers(.route))
    for kind in PaneKind.allCases {
      tables.choose(ColumnChoice(look.panes[kind.rawValue].columns), in: kind)
      tables.restoreSort(look.panes[kind.rawValue].sort, of: kind)
      if let selected = look.panes[kind.rawValue].selected {
        panes[kind.rawValue].identity = selected
        panes[kind.rawValue].isChosen = true
      }
    }
    tables.applySorts(desk)
    take(up: look.narrowing.compactMap { NarrowingStep(remembered: $0, desk: desk) }, desk)
    for kind in PaneKind.allCases {
      let list = desk.list(of: kind)
      let row = panes[kind.rawValue].identity.flatMap { list.row(of: $0) }
      // On a new day the most urgent come first, and a row that is not among them, or not read yet, waits
      // to be asked for.
      guard look.day == desk.today.number || (row ?? .max) < BoardScreen.rowsAtStart else {
        panes[kind.rawValue].identity = list.identity(at: 0)
        panes[kind.rawValue].isChosen = false
        continue
      }
      guard let row else { continue }
      panes[kind.rawValue].position.fit(height: BoardScreen.rowsAtStart, count: list.count)
      panes[kind.rawValue].position.reveal(row, of: list.count)
    }
    stale = .all
  }
}

extension NarrowingStep {
  /// The step by kind and number; nil for one that says a name, which is not kept.
  var remembered: String? {
    switch self {
    case .provider(let id, _): "provider \(id.number)"
    case .school(let id, _): "school \(id.number)"
    case .rating(let rating): "rating \(rating.rawValue)"
    case .group(let group): "group \(group.keyword)"
    case .route(let route): "route \(route.rawValue)"
    case .figure(let figure): "figure \(figure.rawValue)"
    case .officer(let name): name.isEmpty ? "officer none" : nil
    }
  }

  /// The step that was kept, where what it names is still there.
  init?(remembered text: String, desk: Desk) {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    let number = Int64(words[1])
    switch words[0] {
    case "provider":
      guard let number, let name = desk.board.provider(Identifier(number))?.name else { return nil }
      self = .provider(Identifier(number), name)
    case "school":
      guard let number,
        let name = (try? desk.caseload.school(Identifier(number)))??.name
      else { return nil }
      self = .school(Identifier(number), name)
    case "rating":
      guard let rating = number.flatMap({ Int(exactly: $0) }).flatMap(Rating.init(rawValue:))
      else { return nil }
      self = .rating(rating)
    case "group":
      guard let group = StateGroup(keyword: String(words[1])) else { return nil }
      self = .group(group)
    case "route":
      guard let route = CaseRoute(rawValue: String(words[1])) else { return nil }
      self = .route(route)
    case "figure":
      guard let figure = HeadlineFigure(rawValue: String(words[1])) else { return nil }
      self = .figure(figure)
    case "officer" where words[1] == "none": self = .officer("")
    default: return nil
    }
  }
}
