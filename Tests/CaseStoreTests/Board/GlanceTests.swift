import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("What a team lead sees at a glance")
struct GlanceTests {
  static func row(_ number: Int64, due: Day, _ kind: ClockKind = .sixthDayPermanent) -> CaseRow {
    var row = CaseRow(
      id: Identifier(number), reference: "AP-\(number)", name: "CHILD, \(number)", yearGroup: "9",
      route: .permanentExclusion, openedOn: MadeUp.day(2026, 11, 2))
    row.nextClock = NextClock(kind: kind, due: due)
    row.sixthDayDue = due
    return row
  }

  @Test(
    "this week ends on Sunday, but at a weekend it is the week that comes",
    arguments: [(16, 22), (20, 22), (21, 29), (22, 29), (23, 29)])
  func weekAhead(day: Int, end: Int) {
    #expect(MadeUp.day(2026, 11, day).endOfWeekAhead == MadeUp.day(2026, 11, end))
  }

  @Test("on a Sunday a child whose sixth day is Wednesday is due this week")
  func sunday() {
    let board = Board(
      today: MadeUp.day(2026, 11, 22), cases: [GlanceTests.row(1, due: MadeUp.day(2026, 11, 25))])
    #expect(board.cases[0].group == .dueThisWeek)
    #expect(board.cases.counts()[.dueThisWeek] == 1)
  }

  @Test("education that a plan promises, and nobody provides, does not read as nothing due")
  func withoutProvision() {
    func group(_ route: CaseRoute, isOut: Bool, due: Day?) -> StateGroup {
      var row = GlanceTests.row(1, due: due ?? MadeUp.day(2027, 9, 1), .annualReview)
      row.route = route
      row.sixthDayDue = nil
      row.isOutOfEducation = isOut
      if due == nil { row.nextClock = nil }
      return Board(today: MadeUp.day(2026, 11, 23), cases: [row]).cases[0].group
    }
    let eotas = CaseRoute.educationOtherwiseThanAtSchool
    #expect(group(eotas, isOut: true, due: nil) == .withoutProvision)
    #expect(group(eotas, isOut: true, due: MadeUp.day(2027, 9, 1)) == .withoutProvision)
    // A clock that runs out sooner says more, and is counted with those.
    #expect(group(eotas, isOut: true, due: MadeUp.day(2026, 11, 2)) == .overdue)
    #expect(group(eotas, isOut: false, due: nil) == .safe)
    #expect(group(.outreach, isOut: false, due: nil) == .safe)
  }

  @Test("a Monday without marks shows the attendance that Friday showed")
  func emptyMonday() {
    let latest = MadeUp.day(2026, 11, 16).number
    var packed: Int64 = 0
    // Half term, two weeks ago by the latest marks, has none.
    for (weeksAgo, attended) in [(0, 2), (1, 4), (2, 6), (4, 8), (5, 9), (6, 10)] {
      packed = PackedWeeks.adding(
        AttendanceTally(attended: Int32(attended), authorised: Int32(10 - attended)),
        weeksAgo: weeksAgo, to: packed)
    }
    let friday = PackedWeeks.recent(packed, latestWeek: latest, monday: latest)
    let monday = PackedWeeks.recent(packed, latestWeek: latest, monday: latest + 7)
    #expect(friday == monday)
    #expect(friday.attended == 20 && friday.possible == 40)
    // 95% before, 50% since.
    #expect(friday.fall == 45)
  }

  @Test("of too few marks nobody says that attendance fell")
  func fewMarks() {
    let latest = MadeUp.day(2026, 11, 16).number
    var packed: Int64 = 0
    for (weeksAgo, attended) in [(0, 0), (1, 0), (2, 0), (3, 0), (4, 1)] {
      packed = PackedWeeks.adding(
        AttendanceTally(attended: Int32(attended), authorised: Int32(1 - attended)),
        weeksAgo: weeksAgo, to: packed)
    }
    #expect(PackedWeeks.recent(packed, latestWeek: latest, monday: latest).fall == 0)
  }

  @Test("children whose attendance fell far, to half or less, come the deepest fall first")
  func collapsed() {
    let rows = [(1, 25, 10), (2, 19, 10), (3, 60, 10), (4, 0, 10), (5, 30, 30)].map {
      number, fall, attended in
      var row = GlanceTests.row(Int64(number), due: MadeUp.day(2026, 12, 11))
      row.attendance = Share(attended, of: 40)
      row.attendanceFall = fall
      return row
    }
    let board = Board(today: MadeUp.day(2026, 11, 23), cases: rows)
    let found = board.collapsed(limit: 5)
    #expect(found?.count == 2)
    #expect(found?.worst.map(\.id.number) == [3, 1])
    #expect(board.collapsed(limit: 1)?.worst.count == 1)
  }

  @Test("providers with fewer than three children come after the others, however far they fell")
  func smallProvidersLast() {
    let providers = [("A", 1, 90), ("B", 12, 20), ("C", 9, 5)].enumerated().map {
      number, provider in
      var row = ProviderRow(
        id: Identifier(Int64(number + 1)), reference: provider.0, name: provider.0,
        kind: .nonSchool, isRegistered: false, isInDirectory: true)
      row.pupilsNow = provider.1
      for week in 0..<8 {
        let attended = Int32(week < 4 ? 100 : 100 - provider.2)
        row.trend[week] = AttendanceTally(attended: attended, authorised: 100 - attended)
      }
      return row
    }
    let board = Board(today: MadeUp.day(2026, 11, 23), cases: [], providers: providers)
    board.providers.sort = [SortKey(.change)]
    #expect((0..<3).map { board.providers[$0].name } == ["B", "C", "A"])
  }
}
