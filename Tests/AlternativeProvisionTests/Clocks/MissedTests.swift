import AlternativeProvision
import Testing

/// A missed deadline never closes itself: what ends a duty later does not make it good.
@Suite("What was missed stays missed")
struct MissedTests {
  func suspended(_ sessions: Int, school: School = MadeUp.school()) -> CaseFacts {
    MadeUp.facts(
      .longSuspension, opened: "2025-09-15",
      exclusions: [MadeUp.suspension(1, "2025-09-15", sessions: sessions, school: school)],
      named: 1, school: school)
  }

  @Test(
    "a sixth day missed within a suspension is not met when the suspension ends",
    arguments: [SchoolKind.maintained, .academy, .pupilReferralUnit])
  func suspension(kind: SchoolKind) throws {
    // Six school days, the sixth of them the last.
    let reading = try #require(
      suspended(12, school: MadeUp.school(kind)).reading(.sixthDaySuspension))
    #expect(reading.state(on: day("2025-09-22")) == .dueToday)
    #expect(reading.state(on: day("2025-09-23")) == .endedNotMet)
    #expect(reading.owner == (kind == .pupilReferralUnit ? .homeAuthority : .school))
    #expect(!reading.state(on: day("2025-09-23")).isOpen)
    #expect(reading.proof.remarks.contains { $0.contains("does not make it good") })
  }

  @Test("education by the sixth day is met though the suspension ends, and five days need none")
  func notMissed() throws {
    var facts = suspended(12)
    facts.placements = [MadeUp.placement("2025-09-22")]
    #expect(facts.reading(.sixthDaySuspension)?.state(on: day("2025-10-01")) == .met)
    #expect(suspended(10).reading(.sixthDaySuspension)?.state(on: day("2025-10-01")) == .ended)
    // Reinstated before the sixth day: none was owed.
    let back = suspended(20).with {
      $0.outcome = .reinstated
      $0.endedOn = day("2025-09-19")
    }
    #expect(back.reading(.sixthDaySuspension)?.state(on: day("2025-10-01")) == .ended)
  }

  @Test("a place found only after the suspension was over does not meet it")
  func afterwards() throws {
    var facts = suspended(12)
    facts.placements = [MadeUp.placement("2025-10-06")]
    #expect(facts.reading(.sixthDaySuspension)?.state(on: day("2025-10-07")) == .endedNotMet)
  }

  @Test("a question without a case says the same")
  func question() throws {
    var question = ClockQuestion(
      kind: .sixthDaySuspension, event: day("2025-09-15"), calendar: MadeUp.calendar)
    question.halfDays = 12
    #expect(
      ClockEngine().reading(for: question)?.state(on: day("2025-09-23")) == .endedNotMet)
    question.metOn = day("2025-09-22")
    #expect(ClockEngine().reading(for: question)?.state(on: day("2025-09-23")) == .met)
  }

  @Test("a window that closes is missed by nobody")
  func window() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")],
      named: 1)
    facts = facts.with {
      $0.governors.metOn = day("2025-10-01")
      $0.governors.decision = .declinedToReinstate
      $0.governors.noticeSentOn = day("2025-10-02")
    }
    facts.file.closedOn = day("2026-03-02")
    #expect(facts.reading(.reviewApplication)?.state(on: day("2026-04-01")) == .ended)
  }

  @Test("an application out of time is rejected unless a discrimination claim was decided")
  func secondWindow() throws {
    let facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")],
      named: 1
    ).with {
      $0.governors.metOn = day("2025-10-01")
      $0.governors.decision = .declinedToReinstate
      $0.governors.noticeSentOn = day("2025-10-02")
      $0.review.appliedOn = day("2026-02-02")
    }
    let window = try #require(facts.reading(.reviewApplication)).proof
    #expect(
      window.remarks.contains { $0.contains("unless") && $0.contains("discrimination claim") })
    #expect(facts.reading(.reviewHearing)?.state(on: day("2026-02-10")) == .ended)
    // Heard all the same: there was a reason, and the day of the hearing is judged.
    let heard = facts.with { $0.review.hearingOn = day("2026-02-12") }
    #expect(heard.reading(.reviewHearing)?.state(on: day("2026-02-12")) == .met)
  }
}
