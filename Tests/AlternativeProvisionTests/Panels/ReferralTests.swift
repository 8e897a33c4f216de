import AlternativeProvision
import Testing

@Suite("Referrals")
struct ReferralTests {
  private func referral() throws -> Referral {
    var referral = Referral(
      pupil: Identifier(1), receivedOn: try Day("2026-11-02"), referrer: "B. Head",
      route: .emotionallyBasedAbsence)
    referral.consent = ParentalConsent(
      parent: "E. Parent", givenOn: try Day("2026-11-01"), isWritten: true)
    referral.childsViews = "I want to go back"
    return referral
  }

  @Test("a stated reason stands for consent or views that cannot be had")
  func reasons() throws {
    let day = try Day("2026-11-26")
    var referral = try referral()
    #expect(referral.isReady(on: day))
    referral.consent = nil
    #expect(referral.gaps(on: day) == [.consentMissing])
    referral.noConsentBecause = " "
    #expect(referral.gaps(on: day) == [.consentMissing])
    referral.noConsentBecause = "Permanently excluded: the authority must provide without it"
    #expect(referral.isReady(on: day))
    referral.childsViews = nil
    #expect(referral.gaps(on: day) == [.viewsMissing])
    referral.noViewsBecause = "In hospital"
    #expect(referral.isReady(on: day))
  }

  @Test("what else the form asks for is named, and does not hold it back")
  func omissions() throws {
    var referral = try referral()
    let lacking = referral.omissions()
    #expect(lacking.contains(.risks) && lacking.contains(.healthEvidence))
    #expect(!lacking.contains(.referrer))
    referral.school = Identifier(1)
    referral.roll = .single
    referral.reasons = "x"
    referral.outcomeSought = "x"
    referral.contacts = [ReferralContact(name: "E. Parent", hasResponsibility: true)]
    referral.parentsViews = "x"
    referral.attendance = "62%"
    referral.interventions = [Intervention(what: "mentor", impact: "none")]
    referral.healthEvidence = [HealthEvidence(source: "GP")]
    referral.risks = "x"
    referral.risksAssessedOn = try Day("2026-11-01")
    referral.funding = "x"
    referral.reintegration = "x"
    #expect(referral.omissions() == [.declaration])
    referral.declaredOn = try Day("2026-11-01")
    #expect(referral.omissions() == [])
    referral.healthEvidence = []
    referral.route = .permanentExclusion
    #expect(referral.omissions() == [])
  }

  @Test("a referral goes where its route leads, unless it names another panel")
  func panels() throws {
    var referral = try referral()
    #expect(referral.goesTo == .section19)
    referral.panel = .fairAccess
    #expect(referral.goesTo == .fairAccess)
  }
}
