extension DecisionField {
  /// What kind of fact a field of a decision holds, once it is decided.
  public var fact: SharedFact {
    switch self {
    case .provider, .startsOn, .sessions, .hours, .weeklyCost, .budgetCode, .plannedEnd, .reviewOn,
      .placement, .endsOn:
      .placement
    case .tier: .tier
    case .officer: .officer
    case .votesFor, .votesAgainst, .votesAbstained, .castingVote: .decisionState
    case .option, .declineRoute, .isAgreed, .referredTo, .owner, .dueOn: .decision
    case .exitCriteria, .healthReason, .information, .outcome, .measure, .section19, .evidence,
      .rationale, .dissent, .notes:
      .rationale
    }
  }
}

extension ProviderObjection {
  /// Whether it hangs on what the shared view covers: a need, a plan, or that a child is in care.
  public var isOfChild: Bool {
    switch self {
    case .need, .wouldBeUnlawful, .mayBecomeUnlawful: true
    case .red, .full, .outsideDirectory, .age, .isUnlawful, .unrated, .placesUnknown: false
    }
  }
}
