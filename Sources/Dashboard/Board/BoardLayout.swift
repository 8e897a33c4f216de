import TerminalUI

/// The four panes of the board, in the order of the keys that focus them.
enum PaneKind: Int, CaseIterable, Sendable {
  case cases, days, attendance, quality

  /// The pane that lists the same children or providers, and shares its filter.
  var partner: PaneKind {
    switch self {
    case .cases: .days
    case .days: .cases
    case .attendance: .quality
    case .quality: .attendance
    }
  }

  /// One of the two panes that list something else.
  var other: PaneKind {
    switch self {
    case .cases, .days: .attendance
    case .attendance, .quality: .cases
    }
  }
}

/// Where the parts of the board stand on a screen of a size.
///
/// All four panes are on the screen at once wherever they can be of use, for the team lead's first
/// glance asks four questions; the pane with the focus gets the larger share where room is short.
/// Below sixty columns or sixteen rows there is room for the one pane in use.
struct BoardLayout: Equatable {
  /// The smallest screen on which anything sensible can stand.
  static let smallest = Size(width: 40, height: 8)

  var headline: Rect
  /// The pane and where it stands; those not in view are absent.
  var panes: [(kind: PaneKind, area: Rect)]
  var status: Rect
  var footer: Rect

  /// - Parameter needed: how many rows the lower panes can use at most, frames and heads included,
  ///   where that is little; what they leave goes to the upper ones.
  init(
    size: Size, focus: PaneKind, isZoomed: Bool, needed: Int? = nil,
    shape: BoardShape = BoardShape()
  ) {
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let rows = whole.rows([.fixed(1), .weight(1), .fixed(1), .fixed(1)])
    panes = []
    headline = rows[0]
    status = rows[2]
    footer = rows[3]
    guard !isZoomed, size.width >= 60, size.height >= 16 else {
      panes = [(focus, rows[1])]
      return
    }
    // The pane in use is in view whatever was hidden.
    let shown = shape.shown(with: focus)
    let isLeft = focus == .cases || focus == .attendance
    let isTop = focus == .cases || focus == .days
    let all = rows[1]
    let across: [TerminalUI.Share]? = shape.cells(.across, of: all.width)
      .map { [.fixed($0), .weight(1)] }
    let columns = all.columns(
      across
        ?? BoardLayout.shares(
          first: isLeft, roomy: size.width >= 110, equal: size.width >= 160 ? (3, 2) : (11, 9),
          isTight: size.width < BoardLayout.tight))
    let down: [TerminalUI.Share]? = shape.cells(.down, of: all.height)
      .map { [.fixed($0), .weight(1)] }
    var heights: [TerminalUI.Share] =
      down ?? BoardLayout.shares(first: isTop, roomy: size.height >= 34, equal: (1, 1))
    let least = max(6, needed ?? size.height)
    if down == nil, all.rows(heights)[1].height > least { heights = [.weight(1), .fixed(least)] }
    let sides: [[PaneKind]] = [[.cases, .attendance], [.days, .quality]]
      .map { side in side.filter { shown.contains($0) } }
    panes = []
    for (side, column) in zip(sides, columns) where !side.isEmpty {
      // A side without panes leaves its room to the other.
      let whole = sides.contains([]) ? all : column
      let areas = side.count > 1 ? whole.rows(heights) : [whole]
      panes += zip(side, areas).map { ($0, $1) }
    }
    panes.sort { $0.kind.rawValue < $1.kind.rawValue }
  }

  /// The panes in the room that they have together.
  var places: PanePlaces {
    PanePlaces(
      room: Rect(
        x: headline.x, y: headline.bottom, width: headline.width,
        height: status.y - headline.bottom),
      areas: panes.map(\.area))
  }

  /// Below so many columns the pane in use can give the other too little for both to be of use: it
  /// takes but a little more.
  private static let tight = 76

  private static func shares(
    first: Bool, roomy: Bool, equal: (Int, Int), isTight: Bool = false
  ) -> [TerminalUI.Share] {
    if roomy { return [.weight(equal.0), .weight(equal.1)] }
    if isTight { return first ? [.weight(8), .weight(7)] : [.weight(7), .weight(8)] }
    return first ? [.weight(3), .weight(2)] : [.weight(2), .weight(3)]
  }

  /// Where a pane stands, if it is in view.
  func area(of kind: PaneKind) -> Rect? {
    panes.first { $0.kind == kind }?.area
  }

  /// The pane at a place, if there is one.
  func pane(at point: Point) -> PaneKind? {
    panes.first { $0.area.contains(point) }?.kind
  }

  static func == (left: BoardLayout, right: BoardLayout) -> Bool {
    left.headline == right.headline && left.status == right.status && left.footer == right.footer
      && left.panes.elementsEqual(right.panes) { $0.kind == $1.kind && $0.area == $1.area }
  }
}
