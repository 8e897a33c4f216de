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
}
