/// A provider as a child would find it on a day: what speaks against a place there, and what to know.
public struct ProviderOption: Hashable, Sendable {
  /// The provider.
  public let provider: Stored<Provider>
  /// What speaks against it, the weightiest first.
  public let objections: [ProviderObjection]
  /// Places free on the day asked for; nil where the number of places is not recorded.
  public let placesFree: Int?
  /// Its rating at the last visit.
  public let rating: Rating?
  /// When it was last visited.
  public let lastVisitedOn: Day?
  /// The attendance of the pupils it has.
  public let attendance: Share
  /// What a week costs, in pence.
  public let weeklyCost: Int?

  /// The objections that rule it out.
  public var bars: [ProviderObjection] { objections.filter(\.isBar) }

  /// Whether it could take the child.
  public var isOpen: Bool { !objections.contains(where: \.isBar) }
}

/// What speaks against a place for a child with a provider.
public enum ProviderObjection: Hashable, Sendable, CustomStringConvertible {
  /// Rated red: no new referrals until it is better.
  case red(since: Day?)
  /// Every place is taken on that day.
  case full(places: Int)
  /// Not in the directory, from which an authority's teams must choose.
  case outsideDirectory
  /// The child is younger or older than it takes.
  case age(Int, lowest: Int?, highest: Int?)
  /// The child would make it a school that must register: EA 1996 s.463.
  case wouldBeUnlawful(fullTime: Int, vulnerable: Int)
  /// It has to register already.
  case isUnlawful
  /// It might have to register: hours are not recorded for so many pupils there.
  case mayBecomeUnlawful(hoursUnknown: Int)
  /// It is not set up for the child's main need.
  case need(String)
  /// Never visited, so nobody has rated it.
  case unrated
  /// Nobody recorded how many places it has.
  case placesUnknown

  /// Whether it rules the provider out; the others are to be weighed.
  public var isBar: Bool {
    switch self {
    case .red, .full, .outsideDirectory, .age, .wouldBeUnlawful, .isUnlawful: true
    case .mayBecomeUnlawful, .need, .unrated, .placesUnknown: false
    }
  }

  /// The objection in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .red: "red"
    case .full: "full"
    case .outsideDirectory: "not in dir"
    case .age: "age"
    case .wouldBeUnlawful, .isUnlawful: "unlawful"
    case .mayBecomeUnlawful: "register?"
    case .need: "need"
    case .unrated: "unrated"
    case .placesUnknown: "places?"
    }
  }

  /// What is against it, and what to do about it.
  public var description: String {
    switch self {
    case .red(let since):
      "it is rated red\(since.map { " since \($0.medium)" } ?? ""); choose another until a visit "
        + "rates it better"
    case .full(let places):
      "all \(places) place\(places == 1 ? " is" : "s are") taken on that day; choose a later day or "
        + "another provider"
    case .outsideDirectory:
      "it is not in the directory; choose one that is, or have due diligence done first"
    case .age(let age, let lowest, let highest):
      "it takes ages \(ProviderObjection.ages(lowest, highest)) and the child is \(age); choose another"
    case .wouldBeUnlawful(let fullTime, let vulnerable):
      "with this child it would be an unregistered school (\(fullTime) full-time, \(vulnerable) with a "
        + "plan or looked after; EA 1996 s.463); agree 18 hours or fewer, or choose a registered one"
    case .isUnlawful:
      "it must register as a school already (EA 1996 s.463); place no more children there"
    case .mayBecomeUnlawful(let unknown):
      "hours are not recorded for \(unknown) pupil\(unknown == 1 ? "" : "s") there, so it might become "
        + "an unregistered school; record them"
    case .need(let code): "it does not say that it meets \(code); ask it first"
    case .unrated: "it has not been visited yet; make the pre-placement check first"
    case .placesUnknown: "nobody recorded how many places it has; ask it first"
    }
  }

  private static func ages(_ lowest: Int?, _ highest: Int?) -> String {
    switch (lowest, highest) {
    case (let low?, let high?): "\(low) to \(high)"
    case (let low?, nil): "from \(low)"
    case (nil, let high?): "up to \(high)"
    case (nil, nil): "unknown"
    }
  }
}

/// A provider with all that bears on whether it can take a child on one day.
public struct ProviderStanding: Hashable, Sendable {
  /// The provider.
  public var provider: Stored<Provider>
  /// The pupils who have a place there on that day, by whomever placed.
  public var pupils: [RegistrationTest.PlacedPupil]
  /// The latest visit.
  public var lastVisit: QualityVisit?
  /// The attendance of the pupils it has.
  public var attendance: AttendanceTally
  /// What the registration test says before the child comes.
  public let registration: RegistrationTest
  /// How many children are there, each counted once.
  public let taken: Int

  /// A provider with its pupils.
  public init(
    provider: Stored<Provider>, pupils: [RegistrationTest.PlacedPupil],
    lastVisit: QualityVisit? = nil, attendance: AttendanceTally = AttendanceTally()
  ) {
    self.provider = provider
    self.pupils = pupils
    self.lastVisit = lastVisit
    self.attendance = attendance
    registration = RegistrationTest(provider: provider.value, pupils: pupils)
    taken = Set(pupils.map(\.pupil)).count
  }
}

/// A child who needs a place: what decides which providers can take them.
public struct PlaceSeeker: Hashable, Sendable {
  /// The child.
  public var pupil: Stored<Pupil>
  /// The first day asked for.
  public var on: Day
  /// Hours a week asked for; nil while nobody has said, which is taken for full-time.
  public var hoursPerWeek: Double?

  /// A child who needs a place from a day on.
  public init(pupil: Stored<Pupil>, on: Day, hoursPerWeek: Double? = nil) {
    self.pupil = pupil
    self.on = on
    self.hoursPerWeek = hoursPerWeek
  }
}

extension PlaceSeeker {
  /// The providers as this child would find them, those that can take the child first.
  ///
  /// Among them the better rated come first, then registered ones, then those with attendance the
  /// higher, then the cheaper.
  public func options(among standings: [ProviderStanding]) -> [ProviderOption] {
    let options = standings.map(option)
    return options.sorted { PlaceSeeker.key($0) < PlaceSeeker.key($1) }
  }

  /// A provider as this child would find it.
  public func option(_ standing: ProviderStanding) -> ProviderOption {
    let value = standing.provider.value
    let isThere = standing.pupils.contains { $0.pupil == pupil.id }
    let taken = standing.taken - (isThere ? 1 : 0)
    var objections = registrationObjections(standing)
    if let visit = standing.lastVisit, visit.overall == .red {
      objections.insert(.red(since: visit.visitedOn), at: 0)
    }
    if let places = value.places, taken >= places { objections.append(.full(places: places)) }
    if !value.isInDirectory { objections.append(.outsideDirectory) }
    let age = pupil.value.age(on: on)
    if age < value.lowestAge ?? .min || age > value.highestAge ?? .max {
      objections.append(.age(age, lowest: value.lowestAge, highest: value.highestAge))
    }
    if let need = pupil.value.needs.first, !value.needsMet.isEmpty, !value.needsMet.contains(need) {
      objections.append(.need(need))
    }
    if standing.lastVisit == nil { objections.append(.unrated) }
    if value.places == nil { objections.append(.placesUnknown) }
    return ProviderOption(
      provider: standing.provider,
      objections: objections.filter(\.isBar) + objections.filter { !$0.isBar },
      placesFree: value.places.map { max(0, $0 - taken) }, rating: standing.lastVisit?.overall,
      lastVisitedOn: standing.lastVisit?.visitedOn, attendance: standing.attendance.attendance,
      weeklyCost: value.weeklyCost)
  }

  /// What the registration rule says of this child coming. Hours that nobody has named are taken for
  /// full-time, since that is what the law asks for.
  private func registrationObjections(_ standing: ProviderStanding) -> [ProviderObjection] {
    guard standing.registration.verdict != .notApplicable,
      pupil.value.isCompulsorySchoolAge(on: on)
    else { return [] }
    if standing.registration.verdict == .reached { return [.isUnlawful] }
    let rule = standing.registration.rule
    let hours = hoursPerWeek ?? rule.fullTimeAbove + 1
    let child = RegistrationTest.PlacedPupil(
      pupil: pupil.id, hoursPerWeek: hours, isCompulsoryAge: true,
      hasPlanOrIsLookedAfter: pupil.value.hasPlan || pupil.value.isLookedAfter)
    let others = standing.pupils.filter { $0.pupil != pupil.id }
    let after = RegistrationTest(
      provider: standing.provider.value, pupils: others + [child], rule: rule)
    switch after.verdict {
    case .reached:
      return [
        .wouldBeUnlawful(fullTime: after.fullTime, vulnerable: after.fullTimeVulnerable)
      ]
    case .mayBeReached: return [.mayBecomeUnlawful(hoursUnknown: after.hoursUnknown)]
    case .belowThreshold, .notApplicable: return []
    }
  }

  private static func key(
    _ option: ProviderOption
  ) -> (Int, Int, Int, Int, Int, String) {
    let value = option.provider.value
    // Four figures of attendance are as many as anyone would rank by.
    let attended = option.attendance.percentage.map { Int($0 * 100) } ?? 0
    let bars = option.bars.count
    let doubts = option.objections.count - bars
    return (
      bars, doubts + (2 - (option.rating?.rawValue ?? 1)), value.isRegistered ? 0 : 1, -attended,
      option.weeklyCost ?? .max, value.name
    )
  }
}
