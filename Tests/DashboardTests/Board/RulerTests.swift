import Testing

@testable import Dashboard

@Suite("The ruler of school days since exclusion")
struct RulerTests {
  func cells(_ width: Int, reached: Int, _ zone: DayRuler.Zone, _ marks: [DayRuler.Mark] = [])
    -> [DayRuler.Cell]
  {
    (1...width).map {
      DayRuler.cell(day: $0, of: width, reached: reached, zone: zone, marks: marks)
    }
  }

  @Test("a child on day three has three days gone, two ahead, and day six marked")
  func dayThree() {
    #expect(
      cells(8, reached: 3, .safe) == [
        .elapsed(.safe), .elapsed(.safe), .elapsed(.safe), .ahead, .ahead, .daySix, .blank, .blank,
      ])
  }

  @Test("day six stays visible once it has passed")
  func passed() {
    #expect(cells(8, reached: 7, .past)[5] == .elapsedAtDaySix(.past))
  }

  @Test("a bar that does not fit says that it goes on")
  func beyond() {
    #expect(cells(8, reached: 40, .past)[7] == .beyond(.past))
    #expect(cells(8, reached: 8, .past)[7] == .elapsed(.past))
  }

  @Test("a later clock is a letter on its school day, whether or not that has come")
  func marks() {
    let marks = [
      DayRuler.Mark(day: 2, letter: "G", isOverdue: true),
      DayRuler.Mark(day: 8, letter: "R", isOverdue: false),
    ]
    let shown = cells(8, reached: 3, .past, marks)
    #expect(shown[1] == .mark("G", overdue: true))
    #expect(shown[7] == .mark("R", overdue: false))
  }

  @Test("the axis names the days that matter, each over its own cell")
  func axis() {
    #expect(DayRuler.axis(width: 20) == "1····6···10···15····")
  }
}
