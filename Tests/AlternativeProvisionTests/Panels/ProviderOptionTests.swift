import AlternativeProvision
import Testing

@Suite("Which providers can take a child")
struct ProviderOptionTests {
  private let day: Day
  private let seeker: PlaceSeeker

  init() throws {
    day = try Day("2026-11-30")
    var pupil = Pupil(
      reference: "S", surname: "Novak", forename: "Tereza", dateOfBirth: try Day("2012-03-04"),
      yearGroup: "9")
    pupil.needs = ["SEMH"]
    seeker = PlaceSeeker(pupil: Stored(id: Identifier(1), value: pupil), on: day, hoursPerWeek: 25)
  }

  private func provider(_ change: (inout Provider) -> Void = { _ in }) -> Stored<Provider> {
    var provider = Provider(reference: "P", name: "The Boatyard", kind: .nonSchool)
    provider.isInDirectory = true
    provider.places = 10
    provider.lowestAge = 11
    provider.highestAge = 16
    provider.needsMet = ["SEMH"]
    provider.weeklyCost = 45_000
    change(&provider)
    return Stored(id: Identifier(1), value: provider)
  }

  private func placed(_ number: Int64, hours: Double? = 10, plan: Bool = false)
    -> RegistrationTest.PlacedPupil
  {
    .init(
      pupil: Identifier(number), hoursPerWeek: hours, isCompulsoryAge: true,
      hasPlanOrIsLookedAfter: plan)
  }

  private func visit(_ rating: Rating) -> QualityVisit {
    QualityVisit(
      provider: Identifier(1), visitedOn: day.adding(days: -100), ratings: [:], overall: rating)
  }

  private func objections(
    _ provider: Stored<Provider>, pupils: [RegistrationTest.PlacedPupil] = [],
    rating: Rating? = .green, seeker: PlaceSeeker? = nil
  ) -> [ProviderObjection] {
    (seeker ?? self.seeker).option(
      ProviderStanding(provider: provider, pupils: pupils, lastVisit: rating.map(visit))
    ).objections
  }

  @Test("a provider that fits has nothing against it")
  func fits() {
    #expect(objections(provider()) == [])
    #expect(objections(provider(), rating: .amber) == [])
  }

  @Test("red, full, outside the directory and the wrong age rule it out")
  func ruledOut() {
    #expect(objections(provider(), rating: .red) == [.red(since: day.adding(days: -100))])
    #expect(
      objections(provider { $0.places = 2 }, pupils: [placed(5), placed(6)])
        == [.full(places: 2)])
    #expect(objections(provider { $0.isInDirectory = false }) == [.outsideDirectory])
    #expect(
      objections(provider { $0.lowestAge = 15 }) == [.age(14, lowest: 15, highest: 16)])
    #expect(
      objections(provider { $0.highestAge = 13 }) == [.age(14, lowest: 11, highest: 13)])
    let all: [ProviderObjection] = [
      .red(since: nil), .full(places: 1), .outsideDirectory, .age(14, lowest: nil, highest: 11),
      .wouldBeUnlawful(fullTime: 5, vulnerable: 0), .isUnlawful,
    ]
    #expect(all.allSatisfy { $0.isBar && $0.shortTitle.count <= 10 })
    #expect(
      all.allSatisfy { $0.description.contains("choose") || $0.description.contains("place") })
  }

  @Test("a fifth full-time child would make it a school, and so would one with a plan")
  func registration() {
    let four = (5...8).map { placed(Int64($0), hours: 20) }
    #expect(
      objections(provider(), pupils: four) == [.wouldBeUnlawful(fullTime: 5, vulnerable: 0)])
    #expect(objections(provider(), pupils: Array(four.dropLast())) == [])
    var part = seeker
    part.hoursPerWeek = 18
    #expect(objections(provider(), pupils: four, seeker: part) == [])
    var unknown = seeker
    unknown.hoursPerWeek = nil
    #expect(
      objections(provider(), pupils: four, seeker: unknown)
        == [.wouldBeUnlawful(fullTime: 5, vulnerable: 0)])
    var planned = seeker
    planned.pupil.value.senProvision = "E"
    #expect(
      objections(provider(), seeker: planned) == [.wouldBeUnlawful(fullTime: 1, vulnerable: 1)])
    #expect(objections(provider { $0.kind = .independentSchool }, seeker: planned) == [])
    let five = (5...9).map { placed(Int64($0), hours: 20) }
    #expect(objections(provider(), pupils: five) == [.isUnlawful])
    let unrecorded = (5...8).map { placed(Int64($0), hours: nil) }
    #expect(objections(provider(), pupils: unrecorded, seeker: part) == [])
    #expect(
      objections(provider(), pupils: unrecorded) == [.mayBecomeUnlawful(hoursUnknown: 4)])
  }

  @Test("a child who is there already takes no second place and makes no second pupil")
  func alreadyThere() {
    let pupils = [placed(1, hours: 20), placed(5), placed(6)]
    #expect(objections(provider { $0.places = 3 }, pupils: pupils) == [])
    let four = [placed(1, hours: 20)] + (5...7).map { placed(Int64($0), hours: 20) }
    #expect(objections(provider(), pupils: four) == [])
  }

  @Test("what is not known or does not quite fit is told, and does not rule it out")
  func doubts() {
    #expect(objections(provider(), rating: nil) == [.unrated])
    #expect(objections(provider { $0.places = nil }) == [.placesUnknown])
    #expect(objections(provider { $0.needsMet = ["ASD"] }) == [.need("SEMH")])
    #expect(objections(provider { $0.needsMet = [] }) == [])
  }

  @Test("a provider that is ruled out cannot be decided on, and the message says why")
  func deciding() {
    var decision = Decision(.agree)
    decision.provider = Identifier(1)
    decision.startsOn = day
    decision.sessions = 10
    decision.hours = 25
    decision.weeklyCost = 0
    decision.reviewOn = day.adding(days: 30)
    decision.exitCriteria = "x"
    decision.rationale = "y"
    var context = DecisionContext(
      kind: .newReferral, meetingOn: day,
      deciding: [PanelMember(name: "A", agency: .school)])
    context.provider = seeker.option(
      ProviderStanding(
        provider: provider { $0.places = 0 }, pupils: [], lastVisit: visit(.green)))
    let problems = decision.problems(in: context)
    #expect(problems == [.provider("The Boatyard", [.full(places: 0)])])
    #expect(problems[0].description.contains("choose a later day or another provider"))
  }

  @Test(
    "those that can take the child come first, the better rated and the registered before others")
  func order() {
    func standing(_ name: String, _ rating: Rating?, _ change: (inout Provider) -> Void = { _ in })
      -> ProviderStanding
    {
      ProviderStanding(
        provider: provider {
          $0.name = name
          change(&$0)
        }, pupils: [], lastVisit: rating.map(visit))
    }
    let options = seeker.options(among: [
      standing("Red", .red), standing("Amber", .amber), standing("Unrated", nil),
      standing("Green", .green), standing("Green school", .green) { $0.kind = .independentSchool },
      standing("Cheap green", .green) { $0.weeklyCost = 100 },
      standing("Full", .green) { $0.places = 0 },
    ])
    #expect(
      options.map(\.provider.value.name) == [
        "Green school", "Cheap green", "Green", "Amber", "Unrated", "Full", "Red",
      ])
    #expect(options.first?.placesFree == 10 && options[5].placesFree == 0)
  }
}
