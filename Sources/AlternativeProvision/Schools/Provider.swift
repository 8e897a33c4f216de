/// An organisation that takes pupils whose education is arranged away from their school.
public struct Provider: Hashable, Sendable {
  /// The team's own reference; unique in a caseload.
  public var reference: String
  /// The name.
  public var name: String
  /// What sort of provider it is.
  public var kind: ProviderKind
  /// The URN, where it is a school.
  public var urn: Int?
  /// The UKPRN, where it is registered as a learning provider.
  public var ukprn: Int?
  /// Whether due diligence is done and it stands in the authority's directory.
  public var isInDirectory = false
  /// How many pupils it takes at once.
  public var places: Int?
  /// The youngest age taken, in years.
  public var lowestAge: Int?
  /// The oldest age taken, in years.
  public var highestAge: Int?
  /// SEN needs that it is set up to meet, by census code.
  public var needsMet: [String] = []
  /// What a full-time week costs, in pence.
  public var weeklyCost: Int?
  /// The town.
  public var town: String?
  /// The postcode of the site at which pupils are taught.
  public var postcode: String?

  /// A provider with the facts that every record must have.
  public init(reference: String, name: String, kind: ProviderKind) {
    self.reference = reference
    self.name = name
    self.kind = kind
  }

  /// Whether it is registered: with the DfE as a school, or as a learning provider with a UKPRN.
  public var isRegistered: Bool { kind.isSchool || ukprn != nil }
}

/// The sorts of provider.
public enum ProviderKind: String, CaseIterable, Sendable {
  case pupilReferralUnit, alternativeProvisionAcademy, hospitalSchool, independentSchool
  case mainstreamSchool, furtherEducationCollege
  /// Takes pupils without being registered as a school: "non-school alternative provision".
  case nonSchool
  case oneToOneTuition, onlineTuition, workBased

  /// Whether a provider of this kind is registered with the DfE as a school.
  public var isSchool: Bool {
    switch self {
    case .pupilReferralUnit, .alternativeProvisionAcademy, .hospitalSchool, .independentSchool,
      .mainstreamSchool:
      true
    case .furtherEducationCollege, .nonSchool, .oneToOneTuition, .onlineTuition, .workBased: false
    }
  }
}
