extension ExclusionCategory: Titled {
  /// The name in full.
  public var title: String {
    switch self {
    case .permanent: "Permanent exclusion"
    case .suspension: "Suspension"
    case .lunchtime: "Lunchtime suspension"
    }
  }

  /// The name as the service abbreviates it.
  public var shortTitle: String {
    switch self {
    case .permanent: "PEX"
    case .suspension: "Suspension"
    case .lunchtime: "Lunchtime"
    }
  }

  /// What offices and schools' systems write besides, the codes before 2026 included.
  public var otherNames: [String] {
    switch self {
    case .permanent: ["Permanent", "Permanently excluded", "Perm ex", "Perm excl", "PX", "P"]
    case .suspension:
      [
        "Suspended", "Fixed", "FIXD", "Fixed term", "Fixed period", "Fixed-term exclusion",
        "Fixed-period exclusion", "FTE", "FPE", "FTX", "S",
      ]
    case .lunchtime: ["Lunch", "Lunchtime exclusion", "L"]
    }
  }
}

extension ExclusionOutcome: Titled {
  /// How it stands.
  public var title: String {
    switch self {
    case .pending: "Pending"
    case .upheld: "Upheld"
    case .reinstated: "Reinstated"
    case .cancelled: "Cancelled"
    case .quashed: "Quashed"
    }
  }

  /// What offices write besides. "Withdrawn" is none of these: it is a fifth state, with no code.
  public var otherNames: [String] {
    switch self {
    case .pending: ["Ongoing", "Open", "Not yet decided", "Awaiting governors", "Under review"]
    case .upheld: ["Uphold", "Confirmed", "Not reinstated", "Declined to reinstate"]
    case .reinstated: ["Reinstate"]
    case .cancelled: ["Canceled"]
    case .quashed: ["Quash"]
    }
  }
}

extension Delivery: Titled {
  /// How the notice went.
  public var title: String {
    switch self {
    case .byHand: "By hand"
    case .firstClassPost: "First-class post"
    case .email: "Email"
    }
  }

  /// How the notice went, briefly.
  public var shortTitle: String {
    switch self {
    case .byHand: "By hand"
    case .firstClassPost: "Post"
    case .email: "Email"
    }
  }

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .byHand: ["Hand", "Hand delivered", "Delivered by hand", "Delivered", "In person"]
    case .firstClassPost: ["First class", "1st class", "1st class post", "Posted", "Letter"]
    case .email: ["Emailed", "By email"]
    }
  }
}

extension GovernorsDecision: Titled {
  /// What the board decided.
  public var title: String {
    switch self {
    case .declinedToReinstate: "Declined to reinstate"
    case .reinstatedAtOnce: "Reinstated at once"
    case .reinstatedByDate: "Reinstated by a date"
    }
  }

  /// What the board decided, briefly.
  public var shortTitle: String {
    switch self {
    case .declinedToReinstate: "Declined"
    case .reinstatedAtOnce: "Reinstated"
    case .reinstatedByDate: "By a date"
    }
  }

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .declinedToReinstate:
      ["Decline", "Decline to reinstate", "Not reinstated", "Upheld", "Exclusion upheld"]
    case .reinstatedAtOnce:
      ["Reinstate", "Reinstated immediately", "Reinstate immediately", "Immediate reinstatement"]
    case .reinstatedByDate: ["Reinstated by date", "Reinstate by date", "Reinstate by a date"]
    }
  }
}

extension ReviewDecision: Titled {
  /// What the panel decided.
  public var title: String {
    switch self {
    case .upheld: "Upheld"
    case .recommendedReconsideration: "Recommended reconsideration"
    case .quashed: "Quashed, reconsideration directed"
    }
  }

  /// What the panel decided, briefly.
  public var shortTitle: String {
    switch self {
    case .upheld: "Upheld"
    case .recommendedReconsideration: "Recommend"
    case .quashed: "Quashed"
    }
  }

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .upheld: ["Uphold", "Exclusion upheld"]
    case .recommendedReconsideration:
      ["Recommended", "Recommend reconsideration", "Reconsideration recommended"]
    case .quashed:
      ["Quash", "Quashed and directed", "Quash and direct", "Directed", "Reconsideration directed"]
    }
  }
}
