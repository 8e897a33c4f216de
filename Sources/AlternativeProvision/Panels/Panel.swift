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
  /// Education under section 19 for children who are ill.
  case medical
  /// School places under the fair access protocol: School Admissions Code 2021 paras 3.14 to 3.22.
  case fairAccess
  /// The quality of providers.
  case assurance

  /// The name in full.
  public var title: String {
    switch self {
    case .exclusion: "Permanent exclusion panel"
    case .section19: "Section 19 and EOTAS panel"
    case .medical: "Medical panel"
    case .fairAccess: "Fair access panel"
    case .assurance: "Alternative provision assurance board"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .exclusion: "PEX"
    case .section19: "s.19"
    case .medical: "Medical"
    case .fairAccess: "FAP"
    case .assurance: "Assurance"
    }
  }

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .exclusion: ["Exclusion panel", "Permanent exclusion"]
    case .section19: ["Section 19 panel", "Section 19 multi-agency panel", "EOTAS panel"]
    case .medical: []
    case .fairAccess: ["Fair access protocol", "In-year fair access"]
    case .assurance: ["Assurance board"]
    }
  }
}

/// What binds a panel. The numbers are local; those here are what comparable panels use.
public struct TermsOfReference: Hashable, Sendable {
  /// What it is for, in the panel's own words.
  public var purpose: String
  /// On which days it meets.
  public var cycle: PanelCycle
  /// When it begins, as the team writes it: "14:00".
  public var startsAt: String
  /// Who must be there.
  public var quorum: Quorum
  /// How it comes to a decision.
  public var decides: DecisionRule
  /// The officer who decides for the authority, where it is not whoever is in the chair.
  public var decisionMaker: String
  /// Within how many working days its letters go out.
  public var letterWorkingDays: Int
  /// How many minutes an item has on the agenda, unless it is given its own.
  public var minutesPerItem: Int
  /// How many minutes a meeting has in all, unless it is given its own.
  public var minutesInAll: Int

  /// Terms, by default of a panel that meets each Thursday with the usual quorum.
  public init(
    purpose: String = "", cycle: PanelCycle = PanelCycle(), startsAt: String = "",
    quorum: Quorum = Quorum(), decides: DecisionRule = .chair, decisionMaker: String = "",
    letterWorkingDays: Int = 5, minutesPerItem: Int = 10,
    minutesInAll: Int = 150
  ) {
    self.purpose = purpose
    self.cycle = cycle
    self.startsAt = startsAt
    self.quorum = quorum
    self.decides = decides
    self.decisionMaker = decisionMaker
    self.letterWorkingDays = letterWorkingDays
    self.minutesPerItem = minutesPerItem
    self.minutesInAll = minutesInAll
  }
}

/// How a panel comes to a decision.
public enum DecisionRule: String, CaseIterable, Sendable, Titled {
  /// The chair decides, having heard the panel.
  case chair
  /// The panel votes, and the majority decides; the chair has the casting vote.
  case majority

  /// The rule in words.
  public var title: String {
    switch self {
    case .chair: "The chair decides, having heard the panel"
    case .majority: "The majority decides, with the chair's casting vote"
    }
  }

  /// The rule in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .chair: "Chair"
    case .majority: "Vote"
    }
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

  /// The name as of somebody in the chair: "B. Brandt", or "B. Brandt, deputy in the chair".
  public var inTheChair: String { role == .deputy ? "\(name), deputy in the chair" : name }
}

/// What a person may do at a panel.
public enum PanelRole: String, CaseIterable, Sendable, Titled {
  /// Holds the final decision.
  case chair
  /// Takes the chair when the chair is away; is a member otherwise.
  case deputy
  /// Takes part in deciding.
  case member
  /// Listens, and does not count towards the quorum.
  case observer

  /// The name.
  public var title: String {
    switch self {
    case .chair: "Chair"
    case .deputy: "Deputy"
    case .member: "Member"
    case .observer: "Observer"
    }
  }
}
