import AlternativeProvision
import Testing

@Suite("Independent review")
struct ReviewTests {
  let declined = MadeUp.facts(
    .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")]
  ).with {
    $0.governors.notifiedOn = day("2025-09-15")
    $0.governors.metOn = day("2025-10-01")
    $0.governors.decision = .declinedToReinstate
    $0.governors.noticeSentOn = day("2025-10-02")
  }

  @Test(
    "a parent has 15 school days from when the notice counts as given",
    arguments: [
      // Posted on a Thursday: given on Monday the 6th. By hand: given at once.
      (Delivery.firstClassPost, "2025-10-06", "2025-11-03"), (.byHand, "2025-10-02", "2025-10-23"),
      (.email, "2025-10-02", "2025-10-23"),
    ])
  func window(delivery: Delivery, given: String, due: String) throws {
    let facts = declined.with { $0.governors.noticeDelivery = delivery }
    let reading = try #require(facts.reading(.reviewApplication))
    #expect(reading.started == day(given))
    #expect(reading.deadline == .on(day(due)))
    #expect(reading.owner == .parent)
    #expect(reading.state(on: day(due)) == .dueToday)
    #expect(reading.state(on: day(due).adding(days: 1)) == .ended)
    let post = reading.proof.steps.filter { if case .workingDay = $0.mark { true } else { false } }
    #expect(post.count == (delivery == .firstClassPost ? 2 : 0))
    #expect(reading.proof.steps.last == ProofStep(day: day(due), mark: .counted(15)))
  }

  @Test("a waiver in writing closes the window; an application meets it; a late one is rejected")
  func ends() throws {
    let waived = declined.with { $0.review.waivedOn = day("2025-10-10") }
    #expect(waived.reading(.reviewApplication)?.state(on: day("2025-10-10")) == .ended)
    let applied = declined.with { $0.review.appliedOn = day("2025-11-03") }
    #expect(applied.reading(.reviewApplication)?.state(on: day("2025-11-03")) == .met)
    let late = declined.with { $0.review.appliedOn = day("2025-11-04") }
    #expect(late.reading(.reviewApplication)?.state(on: day("2025-11-04")) != .met)
    #expect(late.reading(.reviewHearing)?.state(on: day("2025-11-05")) == .ended)
  }

  @Test("a discrimination claim finally determined opens another 15 school days, with its proof")
  func afterClaim() throws {
    let determined = declined.with { $0.review.claimDeterminedOn = day("2026-01-12") }
    let reading = try #require(determined.reading(.reviewApplication))
    #expect(reading.started == day("2026-01-12"))
    #expect(reading.deadline == .on(day("2026-02-02")))
    #expect(reading.state(on: day("2026-02-02")) == .dueToday)
    #expect(reading.state(on: day("2026-02-03")) == .ended)
    #expect(
      reading.proof.steps.first?.words
        == "the day a discrimination claim about the exclusion was finally determined")
    #expect(reading.proof.steps.last == ProofStep(day: day("2026-02-02"), mark: .counted(15)))
    #expect(reading.proof.remarks.contains { $0.contains("alone it closes on Mon 3 Nov 2025") })
    // What was determined later was not known on that day.
    let then = try #require(
      ClockEngine().readings(for: determined, asAt: day("2025-12-01"))
        .first { $0.kind == .reviewApplication })
    #expect(then.state(on: day("2025-12-01")) == .ended)
    #expect(then.deadline == .on(day("2025-11-03")))
  }

  @Test(
    "an application is in time in either window, and in neither before the claim is determined",
    arguments: [
      ("2025-11-03", ClockState.met, "2025-11-03", true),
      ("2025-12-01", .running, "2026-02-02", false),
      ("2026-01-12", .met, "2026-02-02", true), ("2026-02-02", .met, "2026-02-02", true),
      ("2026-02-03", .ended, "2026-02-02", false),
    ])
  func applied(on applied: String, state: ClockState, due: String, isHeard: Bool) throws {
    let facts = declined.with {
      $0.review.claimDeterminedOn = day("2026-01-12")
      $0.review.appliedOn = day(applied)
    }
    let window = try #require(facts.reading(.reviewApplication))
    #expect(window.deadline == .on(day(due)))
    #expect(window.state(on: max(day(applied), day("2026-01-12"))) == state)
    let hearing = try #require(facts.reading(.reviewHearing))
    #expect((hearing.endedOn == nil) == isHeard)
    let isRejected = window.proof.remarks.contains { $0.contains("within neither time") }
    #expect(isRejected == !isHeard)
  }

  @Test(
    "the hearing begins by the fifteenth school day after the application",
    arguments: [
      (SchoolKind.maintained, DutyHolder.schoolAuthority), (.pupilReferralUnit, .schoolAuthority),
      (.academy, .academyTrust), (.alternativeProvisionAcademy, .academyTrust),
    ])
  func hearing(kind: SchoolKind, owner: DutyHolder) throws {
    var facts = declined.with { $0.review.appliedOn = day("2025-10-13") }
    facts.exclusions[0].school = MadeUp.school(kind)
    let reading = try #require(facts.reading(.reviewHearing))
    #expect(reading.deadline == .on(day("2025-11-10")))
    #expect(reading.owner == owner)
    #expect(reading.state(on: day("2025-11-11")) == .overdue)
  }

  @Test("the board reconsiders within ten school days of deemed notice, recommended or directed")
  func reconsideration() throws {
    for decision in [ReviewDecision.recommendedReconsideration, .quashed] {
      let facts = declined.with {
        $0.review.appliedOn = day("2025-10-13")
        $0.review.hearingOn = day("2025-11-10")
        $0.review.decision = decision
        $0.review.noticeSentOn = day("2025-11-14")
      }
      let reading = try #require(facts.reading(.reconsideration))
      #expect(reading.started == day("2025-11-18"))
      // Ten school days after the 18th, the INSET day on the 28th not one of them.
      #expect(reading.deadline == .on(day("2025-12-03")))
      #expect(facts.reading(.reviewHearing)?.state(on: day("2025-11-10")) == .met)
    }
    let upheld = declined.with { $0.review.decision = .upheld }
    #expect(upheld.reading(.reconsideration) == nil)
  }

  @Test("no review follows a suspension, nor a board that reinstated")
  func none() {
    #expect(
      declined.with { $0.governors.decision = .reinstatedAtOnce }.reading(.reviewApplication) == nil
    )
    #expect(declined.with { $0.category = .suspension }.reading(.reviewApplication) == nil)
  }
}
