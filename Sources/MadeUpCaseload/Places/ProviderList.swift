import AlternativeProvision

/// The providers of a made-up authority, with the story that each one's attendance and visits tell.
struct ProviderList {
  /// A provider, its visits, and how well children attend it.
  struct Entry {
    var provider: Provider
    /// Visits, oldest first; their provider is not yet stored.
    var visits: [QualityVisit] = []
    /// The share of sessions attended there by a child who attends as most do.
    var attendance: Double
    /// The day from which attendance there fell away, if it did.
    var collapsedFrom: Day?
    /// Whether new children are no longer sent there.
    var takesNobody = false
  }

  var entries: [Entry] = []
  /// Positions in `entries` by the kind of provider.
  private(set) var byKind: [ProviderKind: [Int]] = [:]
  private var names: DistinctNames

  /// Shares of sixty, as a directory has them.
  private static let mix: [(kind: ProviderKind, share: Double)] = [
    (.nonSchool, 24), (.oneToOneTuition, 8), (.independentSchool, 6), (.mainstreamSchool, 6),
    (.workBased, 4), (.onlineTuition, 3), (.furtherEducationCollege, 3),
    (.alternativeProvisionAcademy, 2), (.hospitalSchool, 1),
  ]

  init(
    count: Int, prefix: String, schools: SchoolList, places: PlaceNames, days: SchoolDays,
    _ dice: inout Dice
  ) {
    names = DistinctNames(towns: places.towns)
    for position in schools.referralUnits {
      let school = schools.entries[position].school
      add(.pupilReferralUnit, school.name, urn: school.urn, prefix: prefix, places, &dice)
    }
    let left = count - entries.count
    for (kind, share) in ProviderList.mix {
      // Every kind is there once at least, since each route needs its own.
      for number in 0..<max(1, Int(Double(left) * share / 57 + 0.5)) {
        let name = ProviderNames.name(of: kind, number: number, places: places)
        add(kind, name, urn: nil, prefix: prefix, places, &dice)
      }
    }
    writeVisits(days: days, &dice)
  }

  /// A provider of one of the kinds that takes children today, the first kinds likelier.
  func place(among kinds: [ProviderKind], startsOn: Day, _ dice: inout Dice) -> Int {
    for _ in 0..<8 {
      let kind = kinds[min(dice.below(kinds.count), dice.below(kinds.count))]
      guard let list = byKind[kind], !list.isEmpty else { continue }
      // The larger providers, which stand first in the list of their kind, take most.
      let position = list[min(dice.below(list.count), dice.below(list.count))]
      if !entries[position].takesNobody { return position }
    }
    return 0
  }

  /// Any provider of a kind, each as likely as the others.
  func any(of kind: ProviderKind, _ dice: inout Dice) -> Int {
    dice.pick(byKind[kind] ?? [0])
  }

  private mutating func add(
    _ kind: ProviderKind, _ name: String, urn: Int?, prefix: String, _ places: PlaceNames,
    _ dice: inout Dice
  ) {
    let number = entries.count + 1
    var provider = Provider(
      reference: prefix + String(number), name: names.distinct(name), kind: kind)
    provider.urn = urn ?? (kind.isSchool ? 980_000 + (number * 37) % 9999 : nil)
    if kind == .furtherEducationCollege || (kind == .nonSchool && dice.chance(0.3)) {
      provider.ukprn = 19_500_000 + dice.below(400_000)
    }
    provider.isInDirectory = dice.chance(0.93)
    provider.places =
      kind == .pupilReferralUnit || kind == .alternativeProvisionAcademy
      ? dice.number(60, 120) : kind == .oneToOneTuition ? dice.number(10, 40) : dice.number(8, 32)
    provider.lowestAge = kind.isSchool ? 7 : dice.pick([11, 11, 13, 14])
    provider.highestAge = 16
    provider.needsMet = dice.pick([["SEMH"], ["SEMH", "ASD"], ["SEMH", "SLCN", "MLD"], ["ASD"]])
    provider.weeklyCost = dice.number(
      kind.isSchool ? 380 : 220, kind == .hospitalSchool ? 900 : 640)
    provider.weeklyCost = provider.weeklyCost.map { $0 * 100 }
    let town = places.town(&dice)
    provider.town = town
    provider.postcode = places.postcode(in: town, &dice)
    let usual: Double =
      switch kind {
      case .mainstreamSchool: 0.9
      case .oneToOneTuition, .hospitalSchool, .independentSchool: 0.83
      case .onlineTuition: 0.68
      case .pupilReferralUnit, .alternativeProvisionAcademy: 0.66
      default: 0.77
      }
    byKind[kind, default: []].append(entries.count)
    entries.append(Entry(provider: provider, attendance: dice.around(usual, 0.08)))
  }
}
