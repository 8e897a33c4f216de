import AlternativeProvision
import Testing

@Suite("Quality of providers")
struct QualityTests {
  private func visit(_ ratings: [QualityStandard: Rating], _ overall: Rating) throws -> QualityVisit
  {
    QualityVisit(
      provider: Identifier(1), visitedOn: try Day("2024-02-29"), ratings: ratings, overall: overall)
  }

  @Test("a provider is red if one standard is, and green only if all four are")
  func overall() {
    let green = Dictionary(
      uniqueKeysWithValues: QualityStandard.allCases.map { ($0, Rating.green) })
    #expect(Rating.overall(of: green) == .green)
    var ratings = green
    ratings[.healthAndSafety] = .amber
    #expect(Rating.overall(of: ratings) == .amber)
    ratings[.safeguarding] = .red
    #expect(Rating.overall(of: ratings) == .red)
    #expect(Rating.overall(of: [.safeguarding: .green]) == nil)
    #expect(Rating.overall(of: [.safeguarding: .amber]) == .amber)
    #expect(Rating.overall(of: [:]) == nil)
  }

  @Test("the next visit is due as agreed, else within a year")
  func nextDue() throws {
    var seen = try visit([:], .green)
    #expect(seen.nextDue == (try Day("2025-02-28")))
    seen.visitedOn = try Day("2025-11-23")
    #expect(seen.nextDue == (try Day("2026-11-23")))
    seen.nextVisitOn = try Day("2026-01-12")
    #expect(seen.nextDue == (try Day("2026-01-12")))
    #expect(seen.problems().isEmpty)
    seen.nextVisitOn = try Day("2025-01-12")
    #expect(seen.problems().count == 1)
  }

  @Test("a whole that is better than a red standard is a problem")
  func betterThanRed() throws {
    #expect(try visit([.safeguarding: .red], .amber).problems() == [.betterThanRed(.amber)])
    #expect(try visit([.safeguarding: .red], .red).problems().isEmpty)
  }

  @Test("a provider has its names, its ages the right way round, and needs that exist")
  func providers() {
    var changed = provider
    changed.needsMet = ["SEMH", "ASD"]
    changed.lowestAge = 11
    changed.highestAge = 16
    #expect(changed.problems().isEmpty)
    changed.highestAge = 10
    changed.name = ""
    changed.needsMet = ["ADHD"]
    changed.places = -1
    changed.weeklyCost = -1
    #expect(changed.problems().count == 5)
  }

  private func child(
    _ number: Int64, _ hours: Double?, age: Bool = true, vulnerable: Bool = false
  ) -> RegistrationTest.PlacedPupil {
    RegistrationTest.PlacedPupil(
      pupil: Identifier(number), hoursPerWeek: hours, isCompulsoryAge: age,
      hasPlanOrIsLookedAfter: vulnerable)
  }

  private let provider = Provider(reference: "V1", name: "Larch Yard", kind: .nonSchool)

  private func verdict(_ pupils: [RegistrationTest.PlacedPupil]) -> RegistrationTest.Verdict {
    RegistrationTest(provider: provider, pupils: pupils).verdict
  }

  @Test("five children full-time make a school; four, or eighteen hours, do not")
  func five() {
    #expect(verdict((1...5).map { child($0, 18.5) }) == .reached)
    #expect(verdict((1...5).map { child($0, 18) }) == .belowThreshold)
    #expect(verdict((1...4).map { child($0, 25) }) == .belowThreshold)
    #expect(verdict((1...5).map { child($0, 25, age: $0 != 1) }) == .belowThreshold)
    #expect(verdict([]) == .belowThreshold)
  }

  @Test("one child full-time with a plan or looked after makes a school")
  func one() {
    #expect(verdict([child(1, 19, vulnerable: true)]) == .reached)
    #expect(verdict([child(1, 15, vulnerable: true)]) == .belowThreshold)
    #expect(verdict([child(1, 25, age: false, vulnerable: true)]) == .belowThreshold)
  }

  @Test("two commissioners' hours of one child add up, and the child counts once")
  func twoCommissioners() {
    #expect(verdict([child(1, 10, vulnerable: true), child(1, 10)]) == .reached)
    #expect(verdict((1...4).flatMap { [child($0, 25), child($0, 2)] }) == .belowThreshold)
  }

  @Test("hours not recorded leave the question open when they could settle it")
  func unknown() {
    #expect(verdict([child(1, nil, vulnerable: true)]) == .mayBeReached)
    #expect(verdict([child(1, nil)]) == .belowThreshold)
    #expect(verdict([child(1, nil, vulnerable: true), child(1, 20)]) == .reached)
    let test = RegistrationTest(provider: provider, pupils: [child(1, nil, vulnerable: true)])
    #expect(test.explanation.contains("Hours are not recorded for 1 pupil: record them."))
  }

  @Test("a school is not asked to become one")
  func schools() {
    let unit = Provider(reference: "V2", name: "Alder House", kind: .pupilReferralUnit)
    let test = RegistrationTest(provider: unit, pupils: (1...9).map { child($0, 25) })
    #expect(test.verdict == .notApplicable)
    #expect(test.explanation.count == 1)
  }
}
