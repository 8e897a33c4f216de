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
/// clocks stay beside whichever part is open; on a large one all are in view at once.
struct CaseLayout: Equatable {
  var title: Rect
  var child: Rect
  /// The line of tabs; empty where every part is in view.
  var tabs: Rect
  var panels: [Slot]
  var status: Rect
  var footer: Rect

  /// A part and where it stands.
  struct Slot: Equatable {
    var panel: CasePanel
    var area: Rect
  }

  init(size: Size, focus: CasePanel, childLines: Int, isZoomed: Bool = false) {
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let isWide = size.width >= 150 && size.height >= 40 && !isZoomed
    let lines = min(childLines, max(1, size.height / 4))
    // The part's own frame says which it is where there is no room for the line of all of them.
    let hasTabs = !isWide && size.height >= 12
    let rows = whole.rows([
      .fixed(1), .fixed(lines), .fixed(hasTabs ? 1 : 0), .weight(1), .fixed(1), .fixed(1),
    ])
    title = rows[0]
    child = rows[1]
    tabs = rows[2]
    status = rows[4]
    footer = rows[5]
    if isWide {
      let columns = rows[3].columns([.weight(5), .weight(4), .weight(4)])
      let left = columns[0].rows([.weight(3), .weight(2)])
      let middle = columns[1].rows([.weight(3), .weight(2)])
      let right = columns[2].rows([.weight(3), .weight(2)])
      panels = [
        Slot(panel: .clocks, area: left[0]), Slot(panel: .timeline, area: middle[0]),
        Slot(panel: .placements, area: left[1]), Slot(panel: .attendance, area: right[0]),
        Slot(panel: .views, area: middle[1]), Slot(panel: .history, area: right[1]),
      ]
    } else if size.width >= 100, size.height >= 30, !isZoomed {
      let beside = focus == .clocks ? CasePanel.timeline : focus
      let columns = rows[3].columns([.weight(1), .weight(1)])
      panels = [
        Slot(panel: .clocks, area: columns[0]), Slot(panel: beside, area: columns[1]),
      ]
    } else {
      panels = [Slot(panel: focus, area: rows[3])]
    }
  }

  /// Where a part stands, if it is in view.
  func area(of panel: CasePanel) -> Rect? {
    panels.first { $0.panel == panel }?.area
  }
}
