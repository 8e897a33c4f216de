import AlternativeProvision
import Testing

@Suite("A deadline without a case")
struct QuestionTests {
  func ask(_ kind: ClockKind, _ event: String, _ change: (inout ClockQuestion) -> Void = { _ in })
    -> ClockReading?
  {
    var question = ClockQuestion(kind: kind, event: day(event), calendar: MadeUp.calendar)
    change(&question)
    return ClockEngine().reading(for: question)
  }

  @Test("every clock answers, with a proof", arguments: ClockKind.allCases)
  func all(kind: ClockKind) throws {
    let reading = try #require(ask(kind, "2026-09-21"))
    #expect(reading.kind == kind)
    #expect(!reading.proof.rule.isEmpty)
    if kind == .yearLimit45 {
      #expect(reading.deadline == nil)
    } else {
      #expect(reading.deadline?.day != nil)
      #expect(!reading.proof.steps.isEmpty)
    }
  }

  @Test("agrees with the same clock of a case")
  func agrees() {
    #expect(ask(.sixthDayPermanent, "2026-07-16")?.deadline == .on(day("2026-09-08")))
    #expect(ask(.reviewApplication, "2025-10-02")?.deadline == .on(day("2025-11-03")))
    #expect(
      ask(.reviewApplication, "2025-10-02") { $0.delivery = .byHand }?.deadline
        == .on(day("2025-10-23")))
    #expect(ask(.directionNotice, "2025-11-03")?.deadline == .on(day("2025-10-23")))
    #expect(ask(.directionNotice, "2025-11-03") { $0.schoolKind = .academy } == nil)
    #expect(ask(.fairAccess, "2025-12-10")?.deadline == .on(day("2026-01-21")))
    #expect(
      ask(.examination, "2025-10-06") { $0.examinationOn = day("2025-10-13") }?.deadline
        == .on(day("2025-10-10")))
  }

  @Test("options change owner, target and length")
  func options() throws {
    #expect(
      ask(.sixthDaySuspension, "2025-09-15") { $0.schoolKind = .pupilReferralUnit }?.owner
        == .homeAuthority)
    #expect(ask(.reviewHearing, "2025-10-13") { $0.schoolKind = .academy }?.owner == .academyTrust)
    #expect(
      ask(.sixthDayPermanent, "2025-09-15") { $0.expectsDayOne = true }?.targets.first?.day
        == day("2025-09-15"))
    let short = try #require(ask(.sixthDaySuspension, "2025-09-15") { $0.halfDays = 10 })
    #expect(short.deadline == nil)
    let limit = try #require(ask(.yearLimit45, "2025-09-15") { $0.halfDays = 92 })
    #expect(limit.tally?.breachedOn != nil)
    #expect(ask(.yearLimit45, "2025-09-15") { $0.halfDays = 90 }?.tally?.breachedOn == nil)
    let unknown = try #require(ask(.governors15, "2025-09-15") { $0.calendar = nil })
    #expect(unknown.state(on: day("2025-09-16")) == .provisional)
  }
}
