import AlternativeProvision
import Testing

@Suite("The limit of 45 school days in a year")
struct YearLimitTests {
  func limit(_ exclusions: [ExclusionFacts], asAt: Day = .distantFuture) -> ClockReading? {
    MadeUp.facts(
      .longSuspension, opened: "2025-09-01", exclusions: exclusions,
      named: exclusions.last?.id.number
    ).reading(.yearLimit45, asAt: asAt)
  }

  @Test("is a limit and no date; 45 days keep to it and half a day more is overdue")
  func strict() throws {
    let kept = try #require(limit([MadeUp.suspension(1, "2025-09-08", sessions: 90)]))
    #expect(kept.deadline == nil)
    #expect(kept.tally?.halfDays == 90)
    #expect(kept.state(on: day("2026-01-01")) == .running)
    let broken = try #require(
      limit([
        MadeUp.suspension(1, "2025-09-08", sessions: 90),
        MadeUp.lunchtimes(2, "2025-12-01", count: 1),
      ]))
    #expect(broken.tally?.daysUsed == "45½")
    #expect(broken.tally?.breachedOn == day("2025-12-01"))
    #expect(broken.state(on: day("2025-11-29")) == .running)
    #expect(broken.state(on: day("2025-11-30")) == .dueToday)
    #expect(broken.state(on: day("2025-12-01")) == .overdue)
    #expect(broken.state(on: day("2026-08-01")) == .endedNotMet)
    #expect(broken.proof.steps.last?.mark == .halfDays(1, total: 91))
  }

  @Test("follows the pupil from school to school, and starts anew with the school year")
  func schools() throws {
    let reading = try #require(
      limit([
        MadeUp.suspension(1, "2025-06-09", sessions: 30),
        MadeUp.suspension(2, "2025-09-15", sessions: 40, schoolId: 1),
        MadeUp.suspension(
          3, "2026-01-12", sessions: 40, school: MadeUp.school(urn: 900_002), schoolId: 2),
        MadeUp.lunchtimes(4, "2026-03-09", count: 3),
      ]))
    #expect(reading.tally?.halfDays == 83)
    #expect(reading.proof.remarks.contains { $0.contains("every school") })
  }

  @Test("still counts the days served of a suspension that was cancelled")
  func cancelled() throws {
    var suspension = MadeUp.suspension(1, "2025-09-15", sessions: 20)
    suspension.exclusion.outcome = .cancelled
    suspension.exclusion.endedOn = day("2025-09-18")
    #expect(limit([suspension])?.tally?.halfDays == 6)
    suspension.exclusion.endedOn = day("2025-09-12")
    #expect(limit([suspension]) == nil)
  }

  @Test("counts no day after the board reinstated the pupil, however little was noted of that")
  func reinstated() throws {
    var suspension = MadeUp.suspension(1, "2025-09-15", sessions: 40)
    suspension.exclusion.governors.metOn = day("2025-09-18")
    suspension.exclusion.governors.decision = .reinstatedAtOnce
    #expect(limit([suspension])?.tally?.halfDays == 6)
    suspension.exclusion.outcome = .reinstated
    #expect(limit([suspension])?.tally?.halfDays == 6)
    suspension.exclusion.governors.decision = .reinstatedByDate
    suspension.exclusion.endedOn = day("2025-09-22")
    #expect(limit([suspension])?.tally?.halfDays == 10)
    // Of a date by which it is to be, nothing is known until it has come.
    suspension.exclusion.outcome = .pending
    suspension.exclusion.endedOn = nil
    #expect(limit([suspension])?.tally?.halfDays == 40)
  }

  @Test("as at a day, hides what happened later")
  func asAt() throws {
    let exclusions = [
      MadeUp.suspension(1, "2025-09-15", sessions: 10),
      MadeUp.suspension(2, "2025-11-10", sessions: 6),
    ]
    let facts = MadeUp.facts(
      .longSuspension, opened: "2025-09-15", exclusions: exclusions, named: 1)
    #expect(facts.reading(.yearLimit45)?.tally?.halfDays == 16)
    #expect(facts.reading(.yearLimit45, asAt: day("2025-10-01"))?.tally?.halfDays == 10)
    #expect(ClockEngine().readings(for: facts, asAt: day("2025-09-14")).isEmpty)
  }

  @Test(
    "as at a day, the suspension that a case names now was not known before anyone was told of it")
  func namedLater() throws {
    var later = MadeUp.suspension(2, "2025-11-10", sessions: 6)
    later.exclusion.authorityNotifiedOn = day("2025-11-10")
    let facts = MadeUp.facts(
      .longSuspension, opened: "2025-09-15",
      exclusions: [MadeUp.suspension(1, "2025-09-15", sessions: 10), later], named: 2)
    #expect(facts.reading(.yearLimit45)?.tally?.halfDays == 16)
    #expect(facts.reading(.yearLimit45, asAt: day("2025-10-01"))?.tally?.halfDays == 10)
    // A case opened ahead of the first day, where nobody noted when the notice came.
    let ahead = MadeUp.facts(
      .longSuspension, opened: "2025-09-12",
      exclusions: [MadeUp.suspension(1, "2025-09-15", sessions: 12)], named: 1)
    #expect(ahead.reading(.sixthDaySuspension, asAt: day("2025-09-12"))?.deadline != nil)
  }

  @Test(
    "the days of a suspension that no calendar holds are put down to one year, and that is said")
  func beyondCalendar() throws {
    var question = ClockQuestion(
      kind: .yearLimit45, event: day("2019-06-10"), calendar: MadeUp.calendar)
    question.halfDays = 60
    let reading = try #require(ClockEngine().reading(for: question))
    #expect(reading.proof.conclusion == "30 of 45 school days are used.")
    #expect(reading.proof.remarks.contains { $0.contains("holds no day of a suspension") })
  }

  @Test("a notice that goes past 45 days is said at once, with the last day to put it right")
  func warning() throws {
    let reading = try #require(
      limit([
        MadeUp.suspension(1, "2025-09-02", sessions: 50),
        MadeUp.suspension(
          2, "2026-01-05", sessions: 42, school: MadeUp.school(urn: 900_002), schoolId: 2),
      ]))
    #expect(reading.tally?.daysUsed == "46")
    // Until the day before the first beyond the limit it can be put right.
    #expect(reading.deadline == .on(day("2026-02-01")))
    #expect(reading.state(on: day("2026-01-05")) == .running)
    #expect(reading.state(on: day("2026-02-01")) == .dueToday)
    #expect(reading.state(on: day("2026-02-02")) == .overdue)
    #expect(reading.state(on: day("2026-02-03")) == .endedNotMet)
    let proof = reading.proof
    #expect(
      proof.conclusion.contains("46 of 45 school days: the limit is passed on Mon 2 Feb 2026"))
    #expect(proof.remarks.contains { $0.contains("beyond what a head teacher may lawfully give") })
    #expect(proof.remarks.contains { $0.contains("can be cancelled only while") })
  }

  @Test("two notices of one school for the same days take them once")
  func overlap() throws {
    let suspensions = [
      MadeUp.suspension(1, "2026-11-09", sessions: 8),
      MadeUp.suspension(2, "2026-11-11", sessions: 8),
    ]
    let reading = try #require(limit(suspensions))
    #expect(reading.tally?.halfDays == 12)
    #expect(reading.proof.steps.map(\.day) == Array(Set(reading.proof.steps.map(\.day))).sorted())
    let calendar = MadeUp.calendar
    let (one, other) = (suspensions[0].exclusion, suspensions[1].exclusion)
    #expect(one.firstSharedDay(with: other, by: calendar) == day("2026-11-11"))
    // The next session on the same day is no overlap; a lunchtime within a day out is one.
    let half = MadeUp.suspension(3, "2026-11-09", sessions: 3).exclusion
    let rest = MadeUp.suspension(4, "2026-11-10", sessions: 2, from: .afternoon).exclusion
    #expect(half.firstSharedDay(with: rest, by: calendar) == nil)
    let lunch = MadeUp.lunchtimes(5, "2026-11-09", count: 1).exclusion
    #expect(half.firstSharedDay(with: lunch, by: calendar) == day("2026-11-09"))
  }

  @Test("days that do not fall in the school year are named, and count towards the next")
  func nextYear() throws {
    var question = ClockQuestion(
      kind: .yearLimit45, event: day("2026-06-29"), calendar: MadeUp.calendar)
    question.halfDays = 60
    let reading = try #require(ClockEngine().reading(for: question))
    #expect(reading.tally?.daysUsed == "15")
    #expect(reading.proof.remarks.contains { $0.contains("15 school days do not fall") })
  }
}
