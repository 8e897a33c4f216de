import AlternativeProvision

extension PanelStory {
  /// Three providers with room: one registered, one that must not become a school, and a tutor.
  static func providers(of story: AuthorityStory) -> [ProviderList.Entry] {
    var school = Provider(
      reference: story.prefix + "P901", name: "Halyard Bridge School", kind: .independentSchool)
    school.urn = 989_901
    school.places = 24
    (school.lowestAge, school.highestAge) = (7, 16)
    school.needsMet = ["SEMH", "ASD", "SLCN", "MLD", "SPLD"]
    school.weeklyCost = 52_000
    school.town = story.places.towns.first

    var workshop = Provider(
      reference: story.prefix + "P902", name: "Slipway Workshops", kind: .nonSchool)
    workshop.places = 12
    (workshop.lowestAge, workshop.highestAge) = (13, 16)
    workshop.needsMet = ["SEMH"]
    workshop.weeklyCost = 31_000
    workshop.town = story.places.towns.last

    var tuition = Provider(
      reference: story.prefix + "P903", name: "Quiet Hour Tuition", kind: .oneToOneTuition)
    tuition.ukprn = 19_990_903
    tuition.places = 30
    (tuition.lowestAge, tuition.highestAge) = (5, 16)
    tuition.weeklyCost = 42_500

    return [(school, 30, 0.88), (workshop, 47, 0.8), (tuition, 63, 0.86)].map {
      provider, age, usual in
      var provider = provider
      provider.isInDirectory = true
      var visit = QualityVisit(
        provider: Identifier(0), visitedOn: story.days.beginning(dayNumber: age),
        ratings: Dictionary(uniqueKeysWithValues: QualityStandard.allCases.map { ($0, .green) }),
        overall: .green)
      visit.visitor = story.officers.last
      return ProviderList.Entry(provider: provider, visits: [visit], attendance: usual)
    }
  }
}
