/// Whether a provider must register as an independent school, with why.
///
/// EA 1996 s.463, ESA 2008 s.96: an institution that gives full-time education to five or more pupils
/// of compulsory school age, or to one with an EHC plan or looked after. It counts the pupils of every
/// commissioner, not one authority's.
public struct RegistrationTest: Hashable, Sendable {
  /// A pupil as this test sees them.
  public struct PlacedPupil: Hashable, Sendable {
    /// The pupil, so that two placements of one child count once.
    public var pupil: Identifier<Pupil>
    /// Hours of education a week at this provider; nil where not recorded.
    public var hoursPerWeek: Double?
    /// Whether of compulsory school age.
    public var isCompulsoryAge: Bool
    /// Whether there is an EHC plan or a local authority looks after the child.
    public var hasPlanOrIsLookedAfter: Bool

    /// A pupil with what the test needs to know.
    public init(
      pupil: Identifier<Pupil>, hoursPerWeek: Double?, isCompulsoryAge: Bool,
      hasPlanOrIsLookedAfter: Bool
    ) {
      self.pupil = pupil
      self.hoursPerWeek = hoursPerWeek
      self.isCompulsoryAge = isCompulsoryAge
      self.hasPlanOrIsLookedAfter = hasPlanOrIsLookedAfter
    }
  }

  /// The numbers of the rule.
  public struct Rule: Hashable, Sendable {
    /// So many pupils full-time make a school.
    public var pupils: Int
    /// So many of those with a plan or looked after make one.
    public var vulnerablePupils: Int
    /// More hours a week than this are full-time; no law says so, DfE does.
    public var fullTimeAbove: Double
    /// The source.
    public var reference: String

    /// The rule in force.
    public static let standard = Rule(
      pupils: 5, vulnerablePupils: 1, fullTimeAbove: 18,
      reference: "EA 1996 s.463; ESA 2008 s.96; DfE on full-time")
  }

  /// What the test comes to.
  public enum Verdict: String, CaseIterable, Sendable {
    /// A school or a college already: the test does not apply.
    case notApplicable
    /// Below both thresholds.
    case belowThreshold
    /// Hours are not recorded for so many that it may be reached.
    case mayBeReached
    /// Reached: it must be registered.
    case reached
  }

  /// What it comes to.
  public let verdict: Verdict
  /// Pupils of compulsory school age who are there full-time.
  public let fullTime: Int
  /// Those of them who have an EHC plan or are looked after.
  public let fullTimeVulnerable: Int
  /// Pupils of compulsory school age whose hours are not recorded.
  public let hoursUnknown: Int
  /// The rule applied.
  public let rule: Rule

  /// Tests a provider with all the pupils placed there now, by whomever.
  public init(provider: Provider, pupils: [PlacedPupil], rule: Rule = .standard) {
    let children = RegistrationTest.combined(
      pupils.filter(\.isCompulsoryAge), above: rule.fullTimeAbove)
    let certain = children.filter { ($0.hoursPerWeek ?? 0) > rule.fullTimeAbove }
    let unknown = children.filter { $0.hoursPerWeek == nil }
    self.rule = rule
    fullTime = certain.count
    fullTimeVulnerable = certain.filter(\.hasPlanOrIsLookedAfter).count
    hoursUnknown = unknown.count
    let possible = certain + unknown
    if provider.kind.isSchool || provider.kind == .furtherEducationCollege || provider.urn != nil {
      verdict = .notApplicable
    } else if RegistrationTest.reaches(rule, certain) {
      verdict = .reached
    } else {
      verdict = RegistrationTest.reaches(rule, possible) ? .mayBeReached : .belowThreshold
    }
  }

  /// One entry a child, with hours added up; hours unknown in part are unknown unless the rest suffice.
  private static func combined(
    _ pupils: [PlacedPupil], above threshold: Double
  ) -> [PlacedPupil] {
    Dictionary(grouping: pupils, by: \.pupil).values.map { entries in
      var child = entries[0]
      let known = entries.compactMap(\.hoursPerWeek)
      let sum = known.reduce(0, +)
      child.hoursPerWeek =
        known.count == entries.count || sum > threshold ? sum : nil
      child.hasPlanOrIsLookedAfter = entries.contains(where: \.hasPlanOrIsLookedAfter)
      return child
    }
  }

  private static func reaches(_ rule: Rule, _ children: [PlacedPupil]) -> Bool {
    children.count >= rule.pupils
      || children.filter(\.hasPlanOrIsLookedAfter).count >= rule.vulnerablePupils
  }

  /// Why, in sentences.
  public var explanation: [String] {
    if verdict == .notApplicable {
      return ["It is registered as a school, or is a college; the test does not apply."]
    }
    var sentences = [
      "\(counted(fullTime, "pupil")) of compulsory school age for more than "
        + "\(Int(rule.fullTimeAbove)) hours a week; \(rule.pupils) make a school.",
      "\(counted(fullTimeVulnerable, "pupil")) of them with an EHC plan or looked after; "
        + "\(rule.vulnerablePupils) makes a school.",
    ]
    if hoursUnknown > 0 {
      sentences.append(
        "Hours are not recorded for \(counted(hoursUnknown, "pupil")): record them.")
    }
    switch verdict {
    case .reached: sentences.append("It must register as an independent school.")
    case .mayBeReached: sentences.append("It may have to register as an independent school.")
    case .belowThreshold, .notApplicable: sentences.append("It need not register.")
    }
    return sentences + ["Counted over all commissioners known here. \(rule.reference)."]
  }

  private func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension RegistrationTest.PlacedPupil {
  /// A pupil as placed at the provider on that day.
  public init(_ pupil: Stored<Pupil>, placement: Placement, on day: Day) {
    self.init(
      pupil: pupil.id, hoursPerWeek: placement.hoursPerWeek,
      isCompulsoryAge: pupil.value.isCompulsorySchoolAge(on: day),
      hasPlanOrIsLookedAfter: pupil.value.hasPlan || pupil.value.isLookedAfter)
  }
}
