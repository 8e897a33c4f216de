import AlternativeProvision
import Testing

@Suite("Panels and referrals")
struct PanelTests {
  private let chair = PanelMember(name: "A. Chair", agency: .educationInclusion, role: .chair)
  private let head = PanelMember(name: "B. Head", agency: .school)
  private let nurse = PanelMember(name: "C. Nurse", agency: .schoolNursing)
  private let officer = PanelMember(name: "D. Officer", agency: .attendance)

  @Test("a chair and three more, a school and another agency among them, are a quorum")
  func quorum() {
    let panel = Panel(name: "Thursday", kind: .exclusion)
    #expect(panel.shortfalls(attending: [chair, head, nurse, officer]).isEmpty)
    #expect(panel.shortfalls(attending: [head, nurse, officer]) == [.chair])
    #expect(panel.shortfalls(attending: [chair, head, nurse]) == [.members(1)])
    #expect(
      panel.shortfalls(attending: [chair, officer, officer, head]) == [.outsideEducation])
    #expect(panel.shortfalls(attending: [chair, officer, officer, nurse]) == [.agency(.school)])
    #expect(panel.shortfalls(attending: []).count == 4)
  }

  @Test("an observer does not make a quorum")
  func observers() {
    var watching = nurse
    watching.role = .observer
    let missing = Quorum().shortfalls(attending: [chair, head, officer, watching])
    #expect(missing == [.members(1), .outsideEducation])
  }

  @Test("a panel's own terms say who must be there")
  func ownTerms() {
    let quorum = Quorum(
      members: 2, requiredAgencies: [.mentalHealth, .hospitalSchool],
      needsOutsideEducation: false)
    #expect(
      quorum.shortfalls(attending: [chair, head, officer])
        == [.agency(.mentalHealth), .agency(.hospitalSchool)])
  }

  @Test("a referral waits for written, dated consent and the child's views or a reason")
  func readiness() throws {
    let today = try Day("2026-11-23")
    var referral = Referral(
      pupil: Identifier(1), receivedOn: today, referrer: "B. Head", route: .medical)
    #expect(referral.gaps(on: today) == [.consentMissing, .viewsMissing])
    referral.consent = ParentalConsent(parent: "E. Parent", givenOn: nil, isWritten: false)
    referral.childsViews = " \n"
    #expect(
      referral.gaps(on: today) == [.consentNotWritten, .consentUndated, .viewsMissing])
    let tomorrow = today.adding(days: 1)
    referral.consent = ParentalConsent(parent: "E. Parent", givenOn: tomorrow, isWritten: true)
    referral.noViewsBecause = "In hospital, too ill to be asked"
    #expect(referral.gaps(on: today) == [.consentDatedAhead(tomorrow)])
    #expect(referral.gaps(on: tomorrow).isEmpty)
  }
}
