/// A standing meeting that decides on referrals, with who belongs to it and how it is bound.
public struct Panel: Hashable, Sendable {
  /// The name by which the team knows it.
  public var name: String
  /// What it decides.
  public var kind: PanelKind
  /// What binds it.
  public var terms: TermsOfReference
  /// Who belongs to it.
  public var members: [PanelMember]

  /// A panel with its terms and members.
  public init(
    name: String, kind: PanelKind, terms: TermsOfReference = TermsOfReference(),
    members: [PanelMember] = []
  ) {
    self.name = name
    self.kind = kind
    self.terms = terms
    self.members = members
  }

  /// What those present lack for a quorum; empty if they may decide.
  public func shortfalls(attending: [PanelMember]) -> [QuorumShortfall] {
    terms.quorum.shortfalls(attending: attending)
  }
}

/// What a panel decides.
public enum PanelKind: String, CaseIterable, Sendable, Titled {
  /// Permanent exclusions, usually weekly.
  case exclusion
  /// Education under section 19 and EOTAS, usually fortnightly.
  case section19
  /// School places under the fair access protocol: School Admissions Code 2021 paras 3.14 to 3.22.
  case fairAccess
  /// The quality of providers.
  case assurance

  /// The name in full.
  public var title: String {
    switch self {
    case .exclusion: "Permanent exclusion panel"
    case .section19: "Section 19 panel"
    case .fairAccess: "Fair access panel"
    case .assurance: "Alternative provision assurance board"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .exclusion: "PEX"
    case .section19: "s.19"
    case .fairAccess: "FAP"
    case .assurance: "Assurance"
    }
  }
}

/// What binds a panel. The numbers are local; those here are what comparable panels use.
public struct TermsOfReference: Hashable, Sendable {
  /// What it is for, in the panel's own words.
  public var purpose: String
  /// How many days lie between its meetings; nil where it meets as needed.
  public var cycleDays: Int?
  /// Who must be there.
  public var quorum: Quorum
  /// Within how many working days its letters go out.
  public var letterWorkingDays: Int

  /// Terms, by default of a weekly panel with the usual quorum.
  public init(
    purpose: String = "", cycleDays: Int? = 7, quorum: Quorum = Quorum(),
    letterWorkingDays: Int = 5
  ) {
    self.purpose = purpose
    self.cycleDays = cycleDays
    self.quorum = quorum
    self.letterWorkingDays = letterWorkingDays
  }
}

/// Someone who belongs to a panel.
public struct PanelMember: Hashable, Sendable {
  /// The name.
  public var name: String
  /// For whom they speak.
  public var agency: Agency
  /// What they may do there.
  public var role: PanelRole

  /// Someone on a panel, by default a member without the chair.
  public init(name: String, agency: Agency, role: PanelRole = .member) {
    self.name = name
    self.agency = agency
    self.role = role
  }
}

/// What a person may do at a panel.
public enum PanelRole: String, CaseIterable, Sendable, Titled {
  /// Holds the final decision.
  case chair
  /// Takes part in deciding.
  case member
  /// Listens, and does not count towards the quorum.
  case observer

  /// The name.
  public var title: String {
    switch self {
    case .chair: "Chair"
    case .member: "Member"
    case .observer: "Observer"
    }
  }
}
