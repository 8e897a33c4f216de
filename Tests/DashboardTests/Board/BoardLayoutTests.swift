import TerminalUI
import Testing

@testable import Dashboard

@Suite("Where the panes stand")
struct BoardLayoutTests {
  static let sizes = [
    Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 120, height: 40),
    Size(width: 200, height: 60), Size(width: 500, height: 200),
  ]

  @Test("four panes tile the room between the headline and the status line", arguments: sizes)
  func tiling(size: Size) {
    for focus in PaneKind.allCases {
      let layout = BoardLayout(size: size, focus: focus, isZoomed: false)
      #expect(layout.panes.map(\.kind).sorted { $0.rawValue < $1.rawValue } == PaneKind.allCases)
      let cells = layout.panes.reduce(0) { $0 + $1.area.width * $1.area.height }
      #expect(cells == size.width * (size.height - 3))
      for (one, two) in zip(layout.panes, layout.panes.dropFirst()) {
        #expect(one.area.intersection(two.area).isEmpty)
      }
    }
  }

  @Test("where room is short the pane with the focus has the larger share")
  func focusGrows() {
    for focus in PaneKind.allCases {
      let layout = BoardLayout(
        size: Size(width: 80, height: 24), focus: focus, isZoomed: false)
      let sizes = layout.panes.map { $0.area.width * $0.area.height }
      let own = layout.area(of: focus).map { $0.width * $0.height }
      #expect(own == sizes.max())
    }
  }

  @Test("a zoomed pane has the whole room, and so has the one in use on a very small screen")
  func zoomed() {
    let zoomed = BoardLayout(
      size: Size(width: 80, height: 24), focus: .days, isZoomed: true)
    #expect(zoomed.panes.map(\.kind) == [.days])
    let tiny = BoardLayout(
      size: Size(width: 59, height: 15), focus: .quality, isZoomed: false)
    #expect(tiny.panes.map(\.kind) == [.quality])
  }
}
