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
  init(size: Size, focus: PaneKind, isZoomed: Bool, needed: Int? = nil) {
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let rows = whole.rows([.fixed(1), .weight(1), .fixed(1), .fixed(1)])
    headline = rows[0]
    status = rows[2]
    footer = rows[3]
    guard !isZoomed, size.width >= 60, size.height >= 16 else {
      panes = [(focus, rows[1])]
      return
    }
    let isLeft = focus == .cases || focus == .attendance
    let isTop = focus == .cases || focus == .days
    let columns = rows[1].columns(
      BoardLayout.shares(
        first: isLeft, roomy: size.width >= 110, equal: size.width >= 160 ? (3, 2) : (11, 9)))
    let heights = BoardLayout.shares(first: isTop, roomy: size.height >= 34, equal: (1, 1))
    var left = columns[0].rows(heights)
    var right = columns[1].rows(heights)
    let least = max(6, needed ?? size.height)
    if left[1].height > least {
      left = columns[0].rows([.weight(1), .fixed(least)])
      right = columns[1].rows([.weight(1), .fixed(least)])
    }
    panes = [
      (.cases, left[0]), (.days, right[0]), (.attendance, left[1]), (.quality, right[1]),
    ]
  }

  private static func shares(first: Bool, roomy: Bool, equal: (Int, Int)) -> [TerminalUI.Share] {
    if roomy { return [.weight(equal.0), .weight(equal.1)] }
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
