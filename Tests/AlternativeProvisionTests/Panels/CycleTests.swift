import AlternativeProvision
import TestSupport
import Testing

@Suite("On which days a panel meets")
struct CycleTests {
  /// An autumn and a spring with a half term each, an INSET day on a Thursday, and nothing beyond.
  private let calendar: SchoolCalendar

  init() throws {
    func day(_ text: String) throws -> Day { try Day(text) }
    let year = SchoolYear(
      label: "2026/27",
      terms: [
        Term(name: "Autumn", first: try day("2026-09-02"), last: try day("2026-12-18")),
        Term(name: "Spring", first: try day("2027-01-04"), last: try day("2027-03-25")),
      ],
      closures: [
        Closure(
          name: "Half term", kind: .halfTerm, first: try day("2026-10-26"),
          last: try day("2026-10-30")),
        Closure(
          name: "INSET", kind: .inset, first: try day("2026-11-12"), last: try day("2026-11-12")),
        Closure(
          name: "Half term", kind: .halfTerm, first: try day("2027-02-15"),
          last: try day("2027-02-19")),
      ])
    calendar = SchoolCalendar(name: "Made-up", years: [year], bankHolidays: .statutory)
  }

  private func days(
    _ cycle: PanelCycle, from day: String, _ count: Int
  ) throws -> [String] {
    cycle.meetings(from: try Day(day), count: count, in: calendar).map(\.day.iso)
  }

  @Test(
    "a weekly panel meets each week that has school, and on another day where its own is closed")
  func weekly() throws {
    #expect(
      try days(PanelCycle(), from: "2026-10-15", 4)
        == ["2026-10-15", "2026-10-22", "2026-11-05", "2026-11-13"])
    let moved = PanelCycle().meetings(
      from: try Day("2026-11-06"), count: 1, in: calendar)[0]
    #expect(try moved.movedFrom?.day == Day("2026-11-12"))
    #expect(moved.movedFrom?.reason == .inset("INSET"))
  }

  @Test("a panel does not meet in a holiday, whatever its rhythm")
  func holidays() throws {
    #expect(
      try days(PanelCycle(), from: "2026-12-11", 3) == ["2026-12-17", "2027-01-07", "2027-01-14"])
    #expect(
      try days(
        PanelCycle(.fortnightly, anchor: try Day("2026-10-15")), from: "2026-10-01", 4)
        == ["2026-10-01", "2026-10-15", "2026-11-13", "2026-11-26"])
    #expect(try days(PanelCycle(.monthly, on: .monday, week: 5), from: "2026-10-01", 1).count == 1)
  }

  @Test("a monthly panel keeps its week, and takes the next one with school where that has none")
  func monthly() throws {
    #expect(
      try days(PanelCycle(.monthly, on: .tuesday, week: 2), from: "2026-09-01", 3)
        == ["2026-09-08", "2026-10-13", "2026-11-10"])
    // The last Tuesday of October is in half term: the one before it is the last with school.
    #expect(
      try days(PanelCycle(.monthly, on: .tuesday, week: 5), from: "2026-10-01", 1)
        == ["2026-10-20"])
  }

  @Test("a half-termly panel meets once in each half term, in its own week of it")
  func halfTermly() throws {
    #expect(
      try days(PanelCycle(.halfTermly, on: .wednesday, week: 2), from: "2026-09-01", 4)
        == ["2026-09-09", "2026-11-11", "2027-01-13", "2027-03-03"])
  }

  @Test("beyond the calendar days are provisional, and a half-termly panel has none")
  func beyond() throws {
    let later = PanelCycle().meetings(from: try Day("2027-09-02"), count: 1, in: calendar)
    #expect(later == [PlannedMeeting(try Day("2027-09-02"), isProvisional: true)])
    let without = PanelCycle().meetings(from: try Day("2026-11-12"), count: 1, in: nil)
    #expect(without == [PlannedMeeting(try Day("2026-11-12"), isProvisional: true)])
    #expect(
      PanelCycle(.halfTermly).meetings(from: try Day("2026-11-12"), count: 3, in: nil).isEmpty)
    #expect(
      PanelCycle(.asNeeded).meetings(from: try Day("2026-11-12"), count: 3, in: calendar).isEmpty)
  }

  @Test("every meeting is in order, on a school day, and in a week of its own")
  func always() throws {
    var generator = SeededGenerator(11)
    for _ in 0..<300 {
      let rhythm =
        [PanelRhythm.weekly, .fortnightly, .monthly, .halfTermly]
        .randomElement(using: &generator) ?? .weekly
      let cycle = PanelCycle(
        rhythm, on: Weekday(rawValue: Int.random(in: 0...4, using: &generator)) ?? .monday,
        week: Int.random(in: 1...5, using: &generator))
      let start = try Day("2026-09-01").adding(days: Int.random(in: 0...200, using: &generator))
      let meetings = cycle.meetings(from: start, count: 6, in: calendar)
      #expect(Set(meetings.map(\.day.monday)).count == meetings.count)
      #expect(meetings.map(\.day) == meetings.map(\.day).sorted())
      for meeting in meetings {
        #expect(meeting.day >= start)
        #expect(meeting.isProvisional || calendar.isOpen(meeting.day))
      }
    }
  }
}
