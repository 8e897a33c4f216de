import AlternativeProvision
import Testing

@Suite("Clocks beyond exclusion")
struct OtherClockTests {
  func ill(_ days: [(String, Int)]) -> [AttendanceEvidence.IllnessDay] {
    days.map { AttendanceEvidence.IllnessDay(day: day($0.0), sessions: $0.1) }
  }

  @Test("fifteen days of illness are added up over the year, half days and gaps included")
  func cumulative() throws {
    var facts = MadeUp.facts(.medical, opened: "2025-11-03")
    let start = day("2025-09-08")
    // Ten half days in September, then twelve whole days from 3 November: the 30th half on the 14th.
    facts.attendance.illness =
      (0..<10).map { .init(day: start.adding(days: 1 + $0 + $0 / 5 * 2), sessions: 1) }
      + (0..<12).map { .init(day: day("2025-11-03").adding(days: $0 + $0 / 5 * 2), sessions: 2) }
    let reading = try #require(facts.reading(.section19Illness))
    #expect(reading.deadline == .on(day("2025-11-14")))
    #expect(reading.started == day("2025-09-09"))
    #expect(reading.proof.steps.last?.mark == .halfDays(2, total: 30))
  }

  @Test("last school year's illness does not count towards this year's")
  func years() throws {
    var facts = MadeUp.facts(.medical, opened: "2026-09-14")
    facts.attendance.illness = ill([("2026-07-13", 2), ("2026-07-14", 2), ("2026-09-07", 2)])
    let reading = try #require(facts.reading(.section19Illness))
    #expect(reading.started == day("2026-09-07"))
    #expect(reading.deadline == MadeUp.calendar.schoolDay(14, after: day("2026-09-07")))
  }

  @Test("looks ahead while the child stays away, and stops looking once they came back")
  func prospective() throws {
    var facts = MadeUp.facts(.medical, opened: "2025-09-15")
    facts.attendance.illness = ill([("2025-09-15", 2), ("2025-09-16", 2), ("2025-09-17", 1)])
    let ahead = try #require(facts.reading(.section19Illness))
    // Five half days are on record: thirteen more whole days, the last of them only half needed.
    #expect(ahead.deadline == MadeUp.calendar.schoolDay(13, after: day("2025-09-17")))
    #expect(ahead.proof.steps.contains { $0.mark == .expected(2, total: 7) })
    facts.attendance.lastPresentOn = day("2025-09-19")
    let back = try #require(facts.reading(.section19Illness))
    #expect(back.deadline == nil)
    #expect(back.state(on: day("2026-03-01")) == .running)
    // With no mark at all, from the day the authority knew.
    facts.attendance = AttendanceEvidence()
    #expect(
      facts.reading(.section19Illness)?.deadline
        == MadeUp.calendar.schoolDay(15, from: day("2025-09-15")))
  }

  @Test("a separation for safeguarding runs section 19 and no governors' clock")
  func separation() {
    let facts = MadeUp.facts(.safeguardingSeparation, opened: "2026-09-14")
    #expect(ClockEngine().readings(for: facts).map(\.kind) == [.section19Illness])
  }

  @Test("section 19 is met by education, not by accepting that it is owed")
  func accepted() throws {
    var facts = MadeUp.facts(.medical, opened: "2025-09-15")
    facts.file.section19AcceptedOn = day("2025-09-16")
    #expect(facts.reading(.section19Illness)?.metOn == nil)
    facts.placements = [MadeUp.placement("2025-09-22", sessions: 5)]
    #expect(facts.reading(.section19Illness)?.state(on: day("2025-09-22")) == .met)
  }

  @Test("reviews and visits of a placement are the team's own targets, from the last of each")
  func placements() throws {
    var facts = MadeUp.facts(.outreach, opened: "2025-09-15")
    facts.placements = [MadeUp.placement("2025-09-15")]
    facts.placements[0].lastVisitedOn = day("2025-10-20")
    let review = try #require(facts.reading(.placementReview))
    #expect(review.deadline == .on(day("2025-10-27")))
    #expect(review.rule.basis == .localTarget)
    #expect(facts.reading(.monitoringVisit)?.deadline == .on(day("2025-12-01")))
    facts.targets[.placementReviewDays] = 28
    #expect(facts.reading(.placementReview)?.deadline == .on(day("2025-10-13")))
    facts.placements[0].commissioner = .school
    facts.placements[0].endedOn = day("2025-10-10")
    #expect(facts.reading(.placementReview)?.owner == .school)
    #expect(facts.reading(.placementReview)?.state(on: day("2025-10-14")) == .ended)
  }

  @Test("as at a day before the last review on record nobody is said to have been late")
  func reviewsKeptFromLater() throws {
    var pupil = MadeUp.pupil()
    pupil.plan = CarePlan(issuedOn: day("2021-11-25"))
    pupil.plan?.lastReviewedOn = day("2025-12-01")
    var facts = MadeUp.facts(.outreach, opened: "2025-01-06", pupil: pupil)
    facts.placements = [MadeUp.placement("2025-01-06")]
    facts.placements[0].lastReviewedOn = day("2025-12-02")
    facts.placements[0].lastVisitedOn = day("2025-12-03")
    let then = day("2025-11-10")
    for kind in [ClockKind.placementReview, .monitoringVisit, .annualReview] {
      let reading = try #require(facts.reading(kind, asAt: then))
      #expect(reading.state(on: then) == .running)
      #expect(reading.deadline == nil)
      #expect(reading.proof.remarks.contains { $0.contains("the last on record was on") })
      #expect(facts.reading(kind)?.deadline != nil)
    }
    facts.placements[0].lastVisitedOn = nil
    #expect(facts.reading(.monitoringVisit, asAt: then)?.state(on: then) == .overdue)
  }

  @Test("a plan whose date nobody entered has a review all the same, on a day that nobody can name")
  func undatedPlan() throws {
    var pupil = MadeUp.pupil()
    pupil.senProvision = "E"
    let facts = MadeUp.facts(.outreach, opened: "2025-09-15", pupil: pupil)
    let review = try #require(facts.reading(.annualReview))
    #expect(review.deadline == nil && review.state(on: day("2025-09-15")).isOpen)
    #expect(review.proof.remarks.contains { $0.contains("no day can be named") })
  }

  @Test("a plan is reviewed within the twelve months that start with its last review")
  func annualReview() throws {
    var pupil = MadeUp.pupil()
    pupil.plan = CarePlan(issuedOn: day("2024-02-29"))
    var facts = MadeUp.facts(.educationOtherwiseThanAtSchool, opened: "2025-09-15", pupil: pupil)
    #expect(facts.reading(.annualReview)?.deadline == .on(day("2025-02-28")))
    #expect(facts.reading(.annualReview)?.owner == .planAuthority)
    facts.pupil.plan?.lastReviewedOn = day("2025-01-20")
    #expect(facts.reading(.annualReview)?.deadline == .on(day("2026-01-19")))
  }

  @Test(
    "notice of an off-site direction binds each sort of school from its own date",
    arguments: [
      (SchoolKind.maintained, "2025-11-03", String?.some("2025-10-23")),
      (.academy, "2025-11-03", nil),
      (.pupilReferralUnit, "2026-07-10", nil), (.academy, "2026-09-21", "2026-09-17"),
      (.pupilReferralUnit, "2026-11-02", "2026-10-22"), (.independent, "2026-11-02", nil),
    ])
  func direction(kind: SchoolKind, first: String, due: String?) throws {
    var facts = MadeUp.facts(.offSiteDirection, opened: "2025-10-01", school: MadeUp.school(kind))
    facts.file.direction = OffSiteDirection(firstDay: day(first))
    #expect(facts.reading(.directionNotice)?.deadline == due.map { .on(day($0)) })
    guard let due else { return }
    #expect(facts.reading(.directionNotice)?.state(on: day(due).adding(days: 1)) == .overdue)
    facts.file.direction?.noticeGivenOn = day(due)
    #expect(facts.reading(.directionNotice)?.state(on: day(due)) == .met)
  }

  @Test("a review of a direction may be refused for ten weeks after the last")
  func directionReview() throws {
    var facts = MadeUp.facts(.offSiteDirection, opened: "2025-09-10")
    facts.file.direction = OffSiteDirection(firstDay: day("2025-09-15"))
    #expect(facts.reading(.directionReview) == nil)
    facts.file.direction?.reviewHeldOn = day("2025-10-01")
    #expect(facts.reading(.directionReview)?.deadline == .on(day("2025-12-10")))
    #expect(facts.reading(.directionReview)?.state(on: day("2025-12-11")) == .ended)
    facts.file.direction?.reviewRequestedOn = day("2025-12-10")
    #expect(facts.reading(.directionReview)?.state(on: day("2025-12-10")) == .ended)
    facts.file.direction?.reviewRequestedOn = day("2025-12-11")
    #expect(facts.reading(.directionReview)?.state(on: day("2026-02-01")) == .running)
    facts.file.direction?.reviewHeldOn = day("2026-01-12")
    #expect(facts.reading(.directionReview)?.state(on: day("2026-02-01")) == .met)
  }

  @Test("an N has five school days to become a reason, since the codes of August 2024")
  func unexplained() throws {
    var facts = MadeUp.facts(.emotionallyBasedAbsence, opened: "2025-09-10")
    facts.attendance.unexplained = [day("2025-11-25"), day("2025-11-24")]
    let reading = try #require(facts.reading(.unexplainedMark))
    #expect(reading.deadline == .on(day("2025-12-02")))
    #expect(reading.state(on: day("2025-12-03")) == .overdue)
    facts.attendance.unexplained = [day("2024-06-03")]
    #expect(facts.reading(.unexplainedMark) == nil)
  }

  @Test("a fair access place is due in twenty school days")
  func fairAccess() throws {
    var facts = MadeUp.facts(.managedMove, opened: "2025-09-10")
    facts.file.fairAccessAgreedOn = day("2025-12-10")
    #expect(facts.reading(.fairAccess)?.deadline == .on(day("2026-01-21")))
    facts.file.fairAccessPlacedOn = day("2026-01-22")
    #expect(facts.reading(.fairAccess)?.state(on: day("2026-01-21")) == .dueToday)
    #expect(facts.reading(.fairAccess)?.state(on: day("2026-01-22")) == .metLate)
  }

  @Test("closing the case ends what still runs, and leaves what was met as it was")
  func closing() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    facts.placements = [MadeUp.placement("2025-09-17")]
    facts.file.closedOn = day("2025-12-01")
    #expect(facts.reading(.sixthDayPermanent)?.state(on: day("2026-01-01")) == .met)
    #expect(facts.reading(.placementReview)?.state(on: day("2025-11-30")) == .overdue)
    #expect(facts.reading(.placementReview)?.state(on: day("2025-12-01")) == .endedNotMet)
  }
}
