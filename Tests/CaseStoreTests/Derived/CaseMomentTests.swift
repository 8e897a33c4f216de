import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("What a case comes to on a day")
struct CaseMomentTests {
  let today = MadeUp.day(2026, 11, 23)
  let calendar = SchoolCalendar(
    name: "Made-up", years: [MadeUpTeam.year(2025), MadeUpTeam.year(2026)],
    bankHolidays: .statutory)

  func clock(_ kind: ClockKind, from event: Day) throws -> StoredClock {
    let question = ClockQuestion(kind: kind, event: event, calendar: calendar)
    return StoredClock(try #require(ClockEngine().reading(for: question)))
  }

  func file(_ route: CaseRoute) -> Case {
    Case(reference: "AP-1", pupil: Identifier(1), route: route, openedOn: today)
  }

  func moment(_ route: CaseRoute, _ clocks: [StoredClock], on day: Day) -> CaseMoment {
    CaseMoment(file(route), clocks: clocks, placements: [], on: day)
  }

  @Test("a duty of law that presses goes before a local review, however long that is overdue")
  func lawBeforeLocalTargets() throws {
    let review = try clock(.placementReview, from: today.adding(days: -90))
    var governors = try clock(.governors15, from: today.adding(days: -14))
    governors.due = today.adding(days: 5)
    #expect(review.state(on: today) == .overdue)
    #expect(moment(.medical, [review, governors], on: today).watched == governors)
  }

  @Test("a local review that is overdue goes before a duty of law that has more than a week left")
  func localTargetsBeforeWhatIsFar() throws {
    let review = try clock(.placementReview, from: today.adding(days: -90))
    var annual = try clock(.annualReview, from: today.adding(days: -300))
    annual.due = today.adding(days: 8)
    let now = moment(.medical, [review, annual], on: today)
    #expect(now.watched == review)
    #expect(now.validUntil == today.adding(days: 1).number)
    #expect(moment(.medical, [review, annual], on: today.adding(days: 1)).watched == annual)
  }

  @Test("a child whose exclusion ended is back in school, though education had begun in time")
  func endedAfterBeingMet() throws {
    var sixthDay = try clock(.sixthDayPermanent, from: today.adding(days: -40))
    sixthDay.metOn = today.adding(days: -38)
    #expect(moment(.permanentExclusion, [sixthDay], on: today).isOutOfEducation)
    sixthDay.endedOn = today
    #expect(!moment(.permanentExclusion, [sixthDay], on: today).isOutOfEducation)
    #expect(
      moment(.permanentExclusion, [sixthDay], on: today.adding(days: -1)).isOutOfEducation)
  }

  @Test("a child whose suspension is over has no day out any more, and day six stays missed")
  func backInSchool() throws {
    var question = ClockQuestion(
      kind: .sixthDaySuspension, event: today.adding(days: -21), calendar: calendar)
    question.halfDays = 12
    let clock = StoredClock(try #require(ClockEngine().reading(for: question)))
    let now = moment(.longSuspension, [clock], on: today)
    #expect(now.isBackInSchool && !now.isOutOfEducation && !now.isSixthDayOwed)
    #expect(clock.state(on: today) == .endedNotMet)
    let ended = try #require(clock.endedOn)
    #expect(!moment(.longSuspension, [clock], on: ended.adding(days: -1)).isBackInSchool)
    // What can no longer be put right is kept apart, and no figure of the headline counts it.
    #expect(now.hasMissed)
    #expect(!moment(.longSuspension, [clock], on: ended.adding(days: -1)).hasMissed)
    var row = BoardCase()
    let pupil = Pupil(
      reference: "P1", surname: "Made", forename: "Up", dateOfBirth: MadeUp.day(2012, 1, 1),
      yearGroup: "10")
    let facts = CaseFacts(
      file: file(.longSuspension), pupil: pupil, calendars: CalendarBook())
    row.take(now, facts, clocks: [clock])
    #expect(row[.bits].map { $0 & CaseBits.missed } == CaseBits.missed)
  }

  @Test("an exclusion whose first day is still to come puts nobody out, and its day six is watched")
  func stillToCome() throws {
    let first = today.adding(days: 7)
    let sixth = try clock(.sixthDayPermanent, from: first)
    let governors = try clock(.governors15, from: today)
    func moment(on day: Day) -> CaseMoment {
      CaseMoment(
        file(.permanentExclusion), clocks: [sixth, governors], placements: [],
        excludedFrom: first, on: day)
    }
    let before = moment(on: today)
    #expect(!before.isOutOfEducation && !before.isBackInSchool && !before.isSixthDayOwed)
    #expect(before.watched == sixth && before.sixthDay == sixth)
    #expect(before.validUntil <= first.number)
    #expect(moment(on: first).isOutOfEducation && moment(on: first).isSixthDayOwed)
    // A short suspension has no sixth day, and puts nobody out before it begins either.
    var question = ClockQuestion(kind: .sixthDaySuspension, event: first, calendar: calendar)
    question.halfDays = 4
    let short = StoredClock(try #require(ClockEngine().reading(for: question)))
    let ahead = CaseMoment(
      file(.longSuspension), clocks: [short], placements: [], excludedFrom: first, on: today)
    #expect(!ahead.isOutOfEducation && !ahead.isBackInSchool)
    #expect(ahead.validUntil <= first.number)
    #expect(
      CaseMoment(
        file(.longSuspension), clocks: [short], placements: [], excludedFrom: first, on: first
      ).isOutOfEducation)
  }

  @Test(
    "a child whose place under an off-site direction broke down is out while the direction lasts")
  func directionWithoutPlace() throws {
    let directed = today...today.adding(days: 30)
    func isOut(on day: Day, _ placements: [Placement] = []) -> Bool {
      CaseMoment(
        file(.offSiteDirection), clocks: [], placements: placements, directed: directed, on: day
      ).isOutOfEducation
    }
    var placement = Placement(
      file: Identifier(1), provider: Identifier(1), startsOn: today, sessionsPerWeek: 10)
    placement.endedOn = today.adding(days: 2)
    #expect(!isOut(on: today.adding(days: -1)))
    #expect(!isOut(on: today.adding(days: 2), [placement]))
    #expect(isOut(on: today.adding(days: 3), [placement]))
    #expect(
      !isOut(on: today.adding(days: 31), [placement]), "it has run out: back at the own school")
  }

  @Test("a child suspended for lunchtimes alone is in school, and no sixth day is awaited")
  func lunchtimes() throws {
    var limit = try clock(.annualReview, from: today.adding(days: -13))
    limit.kind = .yearLimit45
    limit.due = nil
    let now = moment(.longSuspension, [limit], on: today)
    #expect(!now.isOutOfEducation && now.isBackInSchool)
    // Where nothing is on file of the suspension the child must not look safe.
    #expect(moment(.longSuspension, [], on: today).isOutOfEducation)
    let pupil = Pupil(
      reference: "P1", surname: "Made", forename: "Up", dateOfBirth: MadeUp.day(2012, 1, 1),
      yearGroup: "10")
    let facts = CaseFacts(
      file: file(.longSuspension), pupil: pupil, calendars: CalendarBook())
    var row = BoardCase()
    row.take(now, facts, clocks: [limit])
    #expect(row[.clock] == nil && row[.outSince] == nil)
  }

  @Test("an accepted duty with nothing in place is out of education on any route, and watched")
  func acceptedAndNowhere() throws {
    var clock = try clock(.section19Illness, from: today.adding(days: -60))
    clock.due = today.adding(days: -20)
    var accepted = file(.outreach)
    accepted.section19AcceptedOn = today.adding(days: -21)
    let now = CaseMoment(accepted, clocks: [clock], placements: [], on: today)
    #expect(now.isOutOfEducation)
    #expect(now.watched == clock)
    #expect(!moment(.outreach, [clock], on: today).isOutOfEducation)
  }

  @Test("education that is owed again is no sixth day to reach, and past it from the day after")
  func owedAgain() throws {
    var first = try clock(.sixthDayPermanent, from: today.adding(days: -60))
    first.exclusion = 7
    first.metOn = today.adding(days: -55)
    var again = first
    again.started = today
    again.due = today
    again.metOn = nil
    var case7 = file(.permanentExclusion)
    case7.exclusion = Identifier(7)
    let now = CaseMoment(case7, clocks: [first, again], placements: [], on: today)
    #expect(now.watched == again && now.isResumed && !now.isSixthDayOwed && now.isOutOfEducation)
    #expect(now.validUntil == today.adding(days: 1).number)
    let tomorrow = CaseMoment(
      case7, clocks: [first, again], placements: [], on: today.adding(days: 1))
    #expect(tomorrow.isResumed && tomorrow.isSixthDayOwed)
    #expect(!moment(.permanentExclusion, [first], on: today).isResumed)
  }

  @Test("after a placement broke down a child is out since the exclusion, not since the breakdown")
  func outSinceTheFirstDay() throws {
    var first = try clock(.sixthDayPermanent, from: today.adding(days: -60))
    first.exclusion = 7
    first.metOn = today.adding(days: -55)
    var resumed = first
    resumed.started = today.adding(days: -3)
    resumed.due = today.adding(days: -2)
    resumed.metOn = nil
    var case7 = file(.permanentExclusion)
    case7.exclusion = Identifier(7)
    let pupil = Pupil(
      reference: "P1", surname: "Made", forename: "Up", dateOfBirth: MadeUp.day(2012, 1, 1),
      yearGroup: "10")
    let facts = CaseFacts(file: case7, pupil: pupil, calendars: CalendarBook())
    let clocks = [first, resumed]
    let now = CaseMoment(case7, clocks: clocks, placements: [], on: today)
    var row = BoardCase()
    row.take(now, facts, clocks: clocks)
    #expect(now.isSixthDayOwed)
    #expect(row[.outSince] == (first.started?.number).map(Int64.init))
    #expect(row[.sixthDue] == (resumed.due?.number).map(Int64.init))
  }

  @Test("a case whose exclusion is not on file has no certain date, and does not look safe")
  func exclusionNotOnFile() throws {
    let pupil = Pupil(
      reference: "P1", surname: "Made", forename: "Up", dateOfBirth: MadeUp.day(2012, 1, 1),
      yearGroup: "10")
    for (route, kind) in [
      (CaseRoute.permanentExclusion, ClockKind.sixthDayPermanent),
      (.longSuspension, .sixthDaySuspension),
    ] {
      let facts = CaseFacts(file: file(route), pupil: pupil, calendars: CalendarBook())
      var row = BoardCase()
      row.take(moment(route, [], on: today), facts, clocks: [])
      #expect(row[.clock] == Int64(kind.rawValue))
      #expect(CaseBits(rawValue: UInt8(row[.bits] ?? 0)).contains(.provisional))
    }
    let outreach = CaseFacts(file: file(.outreach), pupil: pupil, calendars: CalendarBook())
    var row = BoardCase()
    row.take(moment(.outreach, [], on: today), outreach, clocks: [])
    #expect(row[.clock] == nil)
  }
}
