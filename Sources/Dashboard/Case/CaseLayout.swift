import TerminalUI

/// The parts of a case, in the order of their tabs.
enum CasePanel: Int, CaseIterable, Sendable {
  case clocks, timeline, placements, attendance, views, history

  /// The title of the tab or the frame.
  var title: String {
    switch self {
    case .clocks: "Clocks"
    case .timeline: "Timeline"
    case .placements: "Placements"
    case .attendance: "Attendance"
    case .views: "Views"
    case .history: "History"
    }
  }
}

/// Where the parts of a case stand on a screen of a size.
///
/// Who the child is stands at the top always. On a small screen the parts are tabs; on a larger one the
/// clocks stay beside whichever part is open; on a large one all are in view at once, but those that
/// the person has hidden.
struct CaseLayout: Equatable {
  var title: Rect
  var child: Rect
  /// The line of tabs; empty where every part is in view.
  var tabs: Rect
  /// What all parts have together.
  var room: Rect
  /// A frame, the heads of its columns and one row.
  private static let leastPart = 4
  var panels: [Slot]
  var status: Rect
  var footer: Rect

  /// A part and where it stands.
  struct Slot: Equatable {
    var panel: CasePanel
    var area: Rect
  }

  /// - Parameters:
  ///   - beside: The part that stands beside the clocks where there is room for two.
  ///   - least: How many lines it takes to say how the case stands.
  ///   - needed: How many rows the open part fills, its frame with it; nil where it takes all there are.
  init(
    size: Size, focus: CasePanel, beside: CasePanel = .timeline, childLines: Int,
    least: Int = 1, needed: Int? = nil, isZoomed: Bool = false,
    shape: PaneShape<CasePanel> = PaneShape()
  ) {
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let isWide = size.width >= 150 && size.height >= 40 && !isZoomed
    // The part's own frame says which it is where there is no room for the line of all of them.
    let hasTabs = !isWide && size.height >= 12
    // The first row of the part, under its heads, comes before a second line of the child.
    let most = max(1, size.height - 3 - (hasTabs ? 1 : 0) - CaseLayout.leastPart)
    var lines = min(childLines, most, max(1, size.height / 4 + least - 1))
    if let needed {
      // Rows that would stay empty under the clocks, being too few for a proof, tell of the child.
      let empty = size.height - 3 - (hasTabs ? 1 : 0) - lines - needed
      if empty > 0, empty < 8 { lines = min(childLines, lines + empty) }
    }
    let rows = whole.rows([
      .fixed(1), .fixed(lines), .fixed(hasTabs ? 1 : 0), .weight(1), .fixed(1), .fixed(1),
    ])
    title = rows[0]
    child = rows[1]
    tabs = rows[2]
    room = rows[3]
    status = rows[4]
    footer = rows[5]
    let shown = shape.shown(with: focus)
    if isWide {
      let sides: [[CasePanel]] = [
        [.clocks, .placements], [.timeline, .views], [.attendance, .history],
      ].map { $0.filter { shown.contains($0) } }.filter { !$0.isEmpty }
      let columns = CaseLayout.columns(sides.count, in: room, shape)
      panels = zip(sides, columns).flatMap { side, column in
        zip(side, side.count > 1 ? CaseLayout.rows(in: column, shape) : [column])
          .map { Slot(panel: $0, area: $1) }
      }.sorted { $0.panel.rawValue < $1.panel.rawValue }
    } else if size.width >= 100, size.height >= 30, !isZoomed, shown.contains(.clocks),
      let other = focus != .clocks
        ? focus : shown.contains(beside) ? beside : shown.first(where: { $0 != .clocks })
    {
      let columns = CaseLayout.columns(2, in: room, shape)
      panels = [Slot(panel: .clocks, area: columns[0]), Slot(panel: other, area: columns[1])]
    } else {
      panels = [Slot(panel: focus, area: room)]
    }
  }

  /// The columns of so many, as the person has drawn the lines between them.
  private static func columns(
    _ count: Int, in room: Rect, _ shape: PaneShape<CasePanel>
  ) -> [Rect] {
    let plain = room.columns(
      count == 3 ? [.weight(5), .weight(4), .weight(4)] : [.weight(1), .weight(1)])
    guard count > 1 else { return [room] }
    let least = PaneShape<CasePanel>.least.width
    let chosen = shape.cells(.across, of: room.width)
    let first = min(chosen ?? plain[0].width, room.width - (count - 1) * least)
    guard count == 3 else { return room.columns([.fixed(first), .weight(1)]) }
    let usual = chosen == nil ? plain[2].x - room.x : first + (room.width - first) / 2
    let second = min(
      max(shape.cells(.second, of: room.width) ?? usual, first + least), room.width - least)
    return room.columns([.fixed(first), .fixed(second - first), .weight(1)])
  }

  private static func rows(in column: Rect, _ shape: PaneShape<CasePanel>) -> [Rect] {
    column.rows(
      shape.cells(.down, of: column.height).map { [.fixed($0), .weight(1)] }
        ?? [.weight(3), .weight(2)])
  }

  /// What is said where no line between parts can be moved, since one has all the room.
  static let roomForTwo =
    "Two parts stand side by side in a window of 100 columns by 30, all in one of 150 by 40."

  /// The parts in the room that they have together.
  var places: PanePlaces { PanePlaces(room: room, areas: panels.map(\.area)) }

  /// Where a part stands, if it is in view.
  func area(of panel: CasePanel) -> Rect? {
    panels.first { $0.panel == panel }?.area
  }
}
