/// A parent's agreement that a child be referred.
public struct ParentalConsent: Hashable, Sendable {
  /// The parent.
  public var parent: String
  /// When it was given; nil where nobody dated it.
  public var givenOn: Day?
  /// Whether it was given in writing.
  public var isWritten: Bool

  /// Consent of a parent.
  public init(parent: String, givenOn: Day?, isWritten: Bool) {
    self.parent = parent
    self.givenOn = givenOn
    self.isWritten = isWritten
  }
}

/// Someone who looks after the child.
public struct ReferralContact: Hashable, Sendable {
  /// The name.
  public var name: String
  /// What they are to the child: "Mother".
  public var relationship: String
  /// A telephone number or an address.
  public var reachedAt: String
  /// Whether they have parental responsibility; nil where nobody asked.
  public var hasResponsibility: Bool?

  /// A contact by name.
  public init(
    name: String, relationship: String = "", reachedAt: String = "",
    hasResponsibility: Bool? = nil
  ) {
    self.name = name
    self.relationship = relationship
    self.reachedAt = reachedAt
    self.hasResponsibility = hasResponsibility
  }
}

/// Something that was tried before, and what came of it: a round of assess, plan, do, review.
public struct Intervention: Hashable, Sendable {
  /// What was done.
  public var what: String
  /// When, in the referrer's words: "Autumn term 2025".
  public var when: String
  /// What came of it.
  public var impact: String

  /// An intervention and its impact.
  public init(what: String, when: String = "", impact: String = "") {
    self.what = what
    self.when = when
    self.impact = impact
  }
}

/// A letter or report about the child's health.
///
/// Evidence need not come from a consultant (DfE's guidance of December 2023 on health needs).
public struct HealthEvidence: Hashable, Sendable {
  /// Who wrote it: "GP", "CAMHS".
  public var source: String
  /// When.
  public var datedOn: Day?
  /// What it says.
  public var finding: String

  /// Evidence from a source.
  public init(source: String, datedOn: Day? = nil, finding: String = "") {
    self.source = source
    self.datedOn = datedOn
    self.finding = finding
  }
}

/// How a child stands on a school's roll.
public enum RollStatus: String, CaseIterable, Sendable, Titled {
  case unknown, single, dualMain, dualSubsidiary, offRoll

  /// The status in words.
  public var title: String {
    switch self {
    case .unknown: "Not known"
    case .single: "On the roll of one school"
    case .dualMain: "Dual registered, main school"
    case .dualSubsidiary: "Dual registered, subsidiary school"
    case .offRoll: "On no roll"
    }
  }

  /// The status in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .unknown: "?"
    case .single: "On roll"
    case .dualMain: "Dual main"
    case .dualSubsidiary: "Dual sub."
    case .offRoll: "No roll"
    }
  }

  /// What offices write besides, the census's enrolment statuses included.
  public var otherNames: [String] {
    switch self {
    case .unknown: []
    case .single: ["C", "On a roll", "Single registration", "Single registered"]
    case .dualMain: ["M", "Dual, main", "Dual registered"]
    case .dualSubsidiary: ["S", "Dual, subsidiary"]
    case .offRoll: ["Off-roll", "Not on roll", "None"]
    }
  }
}

/// What social care does for a child.
public enum SocialCareStatus: String, CaseIterable, Sendable, Titled {
  case noneKnown, earlyHelp, childInNeed, childProtection, lookedAfter

  /// The status in words.
  public var title: String {
    switch self {
    case .noneKnown: "None known"
    case .earlyHelp: "Early help"
    case .childInNeed: "Child in need plan"
    case .childProtection: "Child protection plan"
    case .lookedAfter: "Looked after"
    }
  }

  /// The status in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .noneKnown: "–"
    case .earlyHelp: "Early help"
    case .childInNeed: "CIN"
    case .childProtection: "CP"
    case .lookedAfter: "LAC"
    }
  }

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .noneKnown: ["None", "No"]
    case .earlyHelp: ["EH"]
    case .childInNeed: ["Child in need"]
    case .childProtection: ["Child protection", "CPP"]
    case .lookedAfter: ["CLA", "Looked-after child", "Child looked after", "In care"]
    }
  }
}
