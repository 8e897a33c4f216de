/// An establishment that holds sessions and keeps registers, as GIAS lists it.
public struct School: Hashable, Sendable {
  /// The unique reference number, six digits.
  public var urn: Int
  /// The three-digit number of the local authority in whose area it is.
  public var authority: Int
  /// The establishment number, four digits, which with the authority makes the LAESTAB.
  public var establishmentNumber: Int?
  /// The UK provider reference number, eight digits.
  public var ukprn: Int?
  /// The name.
  public var name: String
  /// What sort of establishment it is, which decides who owes what after an exclusion.
  public var kind: SchoolKind = .maintained
  /// The type as GIAS words it, as in "Voluntary aided school".
  public var typeName: String = ""
  /// The phase of education.
  public var phase: SchoolPhase = .notApplicable
  /// Whether it was open when the register was taken.
  public var isOpen = true
  /// When it closed.
  public var closedOn: Day?
  /// The town.
  public var town: String?
  /// The postcode.
  public var postcode: String?

  /// A school with the facts that every record must have.
  public init(urn: Int, authority: Int, name: String) {
    self.urn = urn
    self.authority = authority
    self.name = name
  }

  /// The seven-digit number of authority and establishment.
  public var laestab: Int? {
    establishmentNumber.map { authority * 10_000 + $0 }
  }
}

/// The sorts of establishment between which the law of exclusions tells.
public enum SchoolKind: String, CaseIterable, Sendable {
  /// Maintained by the authority: community, voluntary, foundation.
  case maintained
  /// An academy or free school, whose trust arranges its own review panels.
  case academy
  /// A pupil referral unit: after a suspension from one, the authority owes the education.
  case pupilReferralUnit
  /// An academy or free school for alternative provision.
  case alternativeProvisionAcademy
  /// A special school, maintained or academy.
  case special
  /// An independent school.
  case independent
  /// A further education or sixth-form college.
  case furtherEducation
  /// A nursery school, children's centre, service school or other.
  case other
}

/// The phase of education.
public enum SchoolPhase: String, CaseIterable, Sendable {
  case nursery, primary, middle, secondary, allThrough, sixteenPlus, notApplicable
}
