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
    #expect(broken.state(on: day("2025-11-30")) == .running)
    #expect(broken.state(on: day("2025-12-01")) == .overdue)
    #expect(broken.state(on: day("2026-08-01")) == .ended)
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
}
