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

  @Test("no pane loses what it is for, nor a head its letters, from 40 columns to 130")
  func essentials() {
    for width in 40...130 {
      for height in [8, 16, 20, 24, 40, 50] {
        for focus in PaneKind.allCases {
          let size = Size(width: width, height: height)
          for (kind, area) in BoardLayout(size: size, focus: focus, isZoomed: false).panes {
            let shapes: [ColumnShape] =
              switch kind {
              case .cases: CasesPane.columns(today: day).map(\.shape)
              case .days: DaysPane.columns(today: day).map(\.shape)
              case .attendance: AttendancePane.columns().map(\.shape)
              case .quality: QualityPane.columns(today: day).map(\.shape)
              }
            let gutter = kind == .cases || kind == .days ? 2 : 0
            let plan = ColumnPlan(shapes, width: area.width - 2 - gutter)
            let shown = plan.places.map(\.column)
            for index in shapes.indices where shapes[index].importance >= ColumnShape.essential {
              #expect(shown.contains(index), "\(shapes[index].id) of \(kind) at \(width)")
            }
            for place in plan.places {
              #expect(TextWidth.of(shapes[place.column].title) <= place.width)
            }
          }
        }
      }
    }
  }

  @Test("a plan never asks for more than the width", arguments: [1, 10, 28, 46, 60, 108, 198, 400])
  func fits(width: Int) {
    for plan in [
      ColumnPlan(CasesPane.columns(today: day), width: width),
      ColumnPlan(DaysPane.columns(today: day), width: width),
      ColumnPlan(AttendancePane.columns(), width: width),
      ColumnPlan(QualityPane.columns(today: day), width: width),
    ] {
      #expect(plan.places.allSatisfy { $0.x + $0.width <= width })
      for (one, next) in zip(plan.places, plan.places.dropFirst()) {
        #expect(one.x + one.width < next.x)
      }
    }
  }

  @Test("what no text can use gives heads their full words")
  func longHeads() {
    let columns = QualityPane.columns(today: day)
    let narrow = ColumnPlan(columns, width: 52)
    let wide = ColumnPlan(columns, width: 250)
    let safeguarding = 2
    #expect(narrow.places.first { $0.column == safeguarding }?.width == 2)
    #expect((wide.places.first { $0.column == safeguarding }?.width ?? 0) > 5)
  }
}

@Suite("The headline")
struct HeadlineTests {
  static func line(
    _ width: Int, narrowedTo open: Int = 1201, on day: Int = 23,
    _ change: (inout Headline) -> Void = { _ in }
  ) -> String {
    var headline = Headline()
    headline.open = open
    headline.pastDaySix = 8
    headline.reachingDaySix = 9
    headline.overdue = 55
    headline.dueWithinTwoSchoolDays = 14
    headline.openMarks = 70
    headline.outOfEducationToday = 74
    headline.redProviders = 4
    change(&headline)
    var surface = Surface(width: width, height: 1)
    HeadlineBar(
      headline: headline, collapsed: 14, total: 1201,
      today: SmallCaseload.day(2026, 11, day)
    ).draw(on: &surface, in: surface.bounds)
    return surface.line(0)
  }

  @Test("a team's figures keep their words at eighty columns")
  func eighty() {
    #expect(
      HeadlineTests.line(80)
        == "█ 8 past day 6 ▄ 9 this week ■ 47 overdue ▲ 14 soon ○ 74 out ↓ 14 fell R 4 red")
  }

  @Test(
    "the date decides what is this week, and a day six that nobody knows is told when there is one")
  func byDate() {
    // 26 November is a Thursday: its Friday is of this week, its Monday is not.
    #expect(HeadlineTests.line(200, on: 26).contains("reach it this week"))
    #expect(
      HeadlineTests.line(200, on: 26) { $0.reachingDaySixLater = 1 }.contains("reach it soon"))
    #expect(
      HeadlineTests.line(200, on: 23) { $0.reachingDaySixLater = 1 }.contains("reach it soon"))
    #expect(!HeadlineTests.line(200).contains("?"))
    #expect(
      HeadlineTests.line(260) { $0.daySixUnknown = 2 }.contains(
        "past day six  ? 2 day six not known  ▄"))
    var headline = Headline()
    headline.open = 9
    headline.daySixUnknown = 1
    let said = HeadlineBar(
      headline: headline, total: 1209, today: SmallCaseload.day(2026, 11, 23),
      missing: ["no term dates of Bury after 22 Jul 2025"]
    ).sentences(ofPart: true)
    #expect(
      said == [
        "1 child's day six is not known: no term dates of Bury after 22 Jul 2025.",
        "9 of the 1,209 open cases are told of.",
      ])
  }

  @Test("a part says first of how many it is, and how many of those past day six are in it")
  func ofAPart() {
    func line(_ width: Int) -> String {
      var headline = Headline()
      (headline.open, headline.reachingDaySix) = (12, 2)
      var surface = Surface(width: width, height: 1)
      HeadlineBar(
        headline: headline, collapsed: 1, total: 1201, totalPastDaySix: 9,
        today: SmallCaseload.day(2026, 11, 23)
      ).draw(on: &surface, in: surface.bounds)
      return surface.line(0)
    }
    #expect(
      line(200).hasPrefix("Only 12 of 1,201 open cases:  █ 0 of 9 past day six  ▄ 2 reach it"))
    #expect(line(80).hasPrefix("12 of 1,201: █ 0 of 9 past day 6 ▄ 2 this week"))
    #expect(line(40).hasPrefix("12 of 1,201:  █0  ▄2"))
  }

  @Test("with larger figures those of attendance give way before the words do")
  func givesWay() {
    let line = HeadlineTests.line(80) {
      $0.pastDaySix = 10
      $0.overdue = 163
      $0.reachingDaySix = 16
      $0.outOfEducationToday = 174
    }
    #expect(
      line == "█ 10 past day 6 ▄ 16 this week ■ 153 overdue ▲ 14 soon ○ 174 out R 4 red")
  }

  @Test("it says who reaches day six this week, and tells the overdue from those past day six")
  func whole() {
    let line = HeadlineTests.line(200)
    #expect(line.hasPrefix("█ 8 past day six  ▄ 9 reach it this week  ■ 47 others overdue"))
    #expect(line.contains("▲ 14 due within two school days  N 70 marks"))
    #expect(line.hasSuffix("↓ 14 attendance collapsed  R 4 red providers  · 1,201 open cases"))
  }

  @Test("no two facts on the line share a sign, and nothing is cut, at any width")
  func signs() {
    for width in 40...200 {
      let line = HeadlineTests.line(width) { $0.reachingDaySix = 92 }
      let signs = line.split(separator: " ").compactMap(\.first)
        .filter { "█▄■▲N○↓R·".contains($0) }
      #expect(Set(signs).count == signs.count, "\(line)")
      #expect(signs.starts(with: ["█", "▄", "■"]))
      #expect(!line.contains("…") && TextWidth.of(line) <= width, "\(line)")
    }
  }

  @Test("at sixty columns what is shown has words; below that the first has")
  func sixty() {
    #expect(HeadlineTests.line(60) == "█ 8 past day 6 ▄ 9 this week ■ 47 overdue ○ 74 out R 4 red")
    #expect(HeadlineTests.line(45) == "█ 8 past day 6  ▄9  ■47  ▲14  ○74  ↓14  R4")
  }

  @Test("a start that is arranged is said beside those past day six")
  func arranged() {
    let line = HeadlineTests.line(240) { $0.pastDaySixWithStart = 1 }
    #expect(line.hasPrefix("█ 8 past day six, 1 with a start"))
  }
}

@Suite("A name in the room of a column")
struct NameTextTests {
  @Test(
    "two children of one surname can be told apart in any room",
    arguments: [
      (20, "BRIGHT-COLE, Imogen"), (15, "BRIGHT-COLE, I."), (14, "BRIGHT-COL… I."),
      (11, "BRIGHT-… I."),
    ])
  func fitted(width: Int, shown: String) {
    #expect(NameText.fitted("BRIGHT-COLE, Imogen", width: width) == shown)
  }

  @Test("a name that fits, or has no forename, is left alone")
  func leftAlone() {
    #expect(NameText.fitted("FOX, Al", width: 7) == "FOX, Al")
    #expect(NameText.fitted("MONONYMOUSNESS", width: 6) == "MONONYMOUSNESS")
  }
}
