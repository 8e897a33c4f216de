import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("facts on which a clock would be contested")
struct ContestedFactsTests {
  let shelf = Shelf()
  let monday = MadeUp.day(2025, 11, 10)

  /// A child suspended from a unit that is a provider too, with registers kept there.
  private func facts(
    _ suspensions: [(school: Int, first: Int, session: Session, sessions: Int)],
    present: [(Int, Session)]
  ) throws -> CaseFacts {
    let caseload = try shelf.caseload()
    let file = try caseload.change(by: "Ada", at: MadeUp.now, cause: "set the scene") { door in
      let year = SchoolYear(
        label: "2025/26",
        terms: [
          Term(name: "Autumn", first: MadeUp.day(2025, 9, 1), last: MadeUp.day(2025, 12, 19))
        ])
      try door.put(year, of: .authority(888))
      let schools = [
        try door.put(MadeUp.school).id,
        try door.put(School(urn: 999_002, authority: 888, name: "Larkfield Unit")).id,
      ]
      var own = Provider(reference: "P09", name: "Larkfield High School", kind: .mainstreamSchool)
      own.urn = 999_001
      let provider = try door.put(own).id
      let pupil = try door.put(MadeUp.pupil(school: schools[0])).id
      var ids: [Identifier<Exclusion>] = []
      for suspension in suspensions {
        var exclusion = Exclusion(
          pupil: pupil, school: schools[suspension.school], category: .suspension,
          firstDay: monday.adding(days: suspension.first), sessions: suspension.sessions)
        exclusion.firstSession = suspension.session
        exclusion.reasons = ["PP"]
        ids.append(try door.put(exclusion).id)
      }
      for (offset, session) in present {
        try door.put(
          AttendanceMark(
            pupil: pupil, provider: provider, day: monday.adding(days: offset), session: session,
            code: session == .morning ? "/" : "\\"))
      }
      var file = Case(
        reference: "AP-1", pupil: pupil, route: .longSuspension, openedOn: monday)
      file.exclusion = ids.last
      return try door.put(file).id
    }
    return try #require(try caseload.facts(for: file))
  }

  @Test("the session before a suspension begins, or after it ends, is not a day that breaks it")
  func partDays() throws {
    // From Monday afternoon through the next Monday's morning.
    let facts = try facts(
      [(0, 0, .afternoon, 10)],
      present: [(0, .morning), (7, .afternoon)])
    #expect(facts.attendance.attendedSchool.isEmpty)
    let sixth = ClockEngine().readings(for: facts).first { $0.kind == .sixthDaySuspension }
    #expect(sixth?.deadline == .on(monday.adding(days: 7)))
  }

  @Test("a session that the suspension covers, sat in the school's own lessons, is such a day")
  func covered() throws {
    let facts = try facts([(0, 0, .afternoon, 10)], present: [(2, .morning)])
    #expect(facts.attendance.attendedSchool == [monday.adding(days: 2)])
  }

  @Test("lessons where the child was suspended once before do not break another school's chain")
  func otherSchool() throws {
    let facts = try facts(
      [(0, -35, .morning, 2), (1, 0, .morning, 14)], present: [(1, .morning), (1, .afternoon)])
    #expect(facts.attendance.attendedSchool.isEmpty)
  }

  @Test("an exclusion of a case that has closed does not come to life in the child's other case")
  func closedCase() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let other = try caseload.change(by: "Ada", at: MadeUp.now, cause: "close") { door in
      var suspension = Exclusion(
        pupil: scene.pupil, school: scene.school, category: .suspension,
        firstDay: MadeUp.day(2025, 9, 15), sessions: 14)
      suspension.reasons = ["PP"]
      var open = Case(
        reference: "AP-0", pupil: scene.pupil, route: .longSuspension,
        openedOn: MadeUp.day(2025, 9, 15))
      open.exclusion = try door.put(suspension).id
      var closed = Case(
        reference: "AP-1", pupil: scene.pupil, route: .permanentExclusion,
        openedOn: MadeUp.day(2025, 11, 3))
      closed.exclusion = scene.exclusion
      closed.closedOn = MadeUp.day(2026, 1, 12)
      try door.put(closed)
      return try door.put(open).id
    }
    let facts = try #require(try caseload.facts(for: other))
    #expect(
      !ClockEngine().readings(for: facts).contains { $0.kind == .sixthDayPermanent })
  }
}
