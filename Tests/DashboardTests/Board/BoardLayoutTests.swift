import AlternativeProvision
import CaseStore
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

@Suite("The columns of a pane")
struct ColumnPlanTests {
  let day = Day(year: 2026, month: 11, day: 23) ?? Day(number: 0)

  @Test("in the narrowest pane each child still has a name and a ruler that reaches day six")
  func narrowDays() {
    let columns = DaysPane.columns(today: day)
    let plan = ColumnPlan(columns, width: 28)
    #expect(plan.places.contains { columns[$0.column].title == "Child" && $0.width >= 11 })
    #expect(plan.places.contains { $0.column == DaysPane.rulerColumn && $0.width >= 6 })
  }

  @Test("a plan never asks for more than the width", arguments: [1, 10, 28, 46, 60, 108, 198, 400])
  func fits(width: Int) {
    for plan in [
      ColumnPlan(CasesPane.columns(today: day), width: width),
      ColumnPlan(DaysPane.columns(today: day), width: width),
      ColumnPlan(AttendancePane.columns, width: width),
      ColumnPlan(QualityPane.columns(today: day), width: width),
    ] {
      #expect(plan.places.allSatisfy { $0.x + $0.width <= width })
      for (one, next) in zip(plan.places, plan.places.dropFirst()) {
        #expect(one.x + one.width < next.x)
      }
    }
  }

  @Test("the headline of a team's caseload keeps its words at eighty columns")
  func headline() {
    var headline = Headline()
    headline.open = 1201
    headline.pastDaySix = 8
    headline.overdue = 68
    headline.dueWithinTwoSchoolDays = 84
    headline.outOfEducationToday = 74
    headline.redProviders = 4
    var surface = Surface(width: 80, height: 1)
    HeadlineBar.draw(headline, on: &surface, in: surface.bounds)
    #expect(
      surface.line(0)
        == "█ 8 past day 6  ■ 68 overdue  ▲ 84 due soon  ○ 74 out  R 4 red  · 1,201 open")
  }
}
