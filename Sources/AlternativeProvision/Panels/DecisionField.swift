/// A field of the form in which a decision is written.
///
/// The raw value is what the store keeps a field's draft under.
public enum DecisionField: String, CaseIterable, Sendable, Titled {
  case option
  // What some options have.
  case provider, startsOn, sessions, hours, weeklyCost, budgetCode, plannedEnd, reviewOn
  case exitCriteria, healthReason, tier, officer
  case information, owner, dueOn, declineRoute, isAgreed
  case placement, endsOn, outcome, measure, referredTo
  // What every decision has.
  case section19, evidence, rationale, dissent
  case votesFor, votesAgainst, votesAbstained, castingVote
  /// Notes of what was said, which go into the minutes but belong to no decision.
  case notes

  /// The fields of a place with a provider.
  static let placing: [DecisionField] = [
    .provider, .startsOn, .sessions, .hours, .weeklyCost, .budgetCode, .plannedEnd, .reviewOn,
    .exitCriteria,
  ]
  static let placingButReview: [DecisionField] = placing.filter { $0 != .reviewOn }

  /// The fields that every decision has, in the order in which they are asked for.
  public static let common: [DecisionField] = [.section19, .evidence, .rationale, .dissent]

  /// The fields for a vote.
  public static let voting: [DecisionField] = [
    .votesFor, .votesAgainst, .votesAbstained, .castingVote,
  ]

  /// What sort of value it takes.
  public enum Sort: Sendable, Hashable {
    /// Sentences, which two people may write at once.
    case prose
    /// One line of text.
    case line
    case day, number, money, flag
    /// One of several: an option, a tier, a way.
    case choice
    /// The number of a record.
    case record
  }

  /// What sort of value it takes.
  public var sort: Sort {
    switch self {
    case .exitCriteria, .healthReason, .information, .outcome, .measure, .section19, .evidence,
      .rationale, .dissent, .notes:
      .prose
    case .budgetCode, .officer, .owner, .referredTo: .line
    case .startsOn, .plannedEnd, .reviewOn, .dueOn, .endsOn: .day
    case .sessions, .hours, .votesFor, .votesAgainst, .votesAbstained: .number
    case .weeklyCost: .money
    case .isAgreed, .castingVote: .flag
    case .option, .tier, .declineRoute: .choice
    case .provider, .placement: .record
    }
  }

  /// How many characters fit: more of prose than anyone reads, and a line of the others.
  public var limit: Int { sort == .prose ? 20_000 : 300 }

  /// What to write, for somebody who left it empty.
  public var whatToDo: String {
    switch self {
    case .option: "choose what is decided"
    case .provider: "choose a provider beside the brief"
    case .startsOn: "give the first day, as in 30/11/2026"
    case .sessions: "give sessions (half days) a week, 1 to 10"
    case .hours: "give hours of education a week, as in 25 or 12.5"
    case .weeklyCost: "give the cost of a week in pounds; 0 where the place is bought already"
    case .budgetCode: "give the budget code"
    case .plannedEnd: "give the last day, as in 18/12/2026"
    case .reviewOn: "give the day of the review, as in 11/01/2027"
    case .exitCriteria: "say what must be so for the child to move on"
    case .healthReason: "say which need of health makes part-time right for this child"
    case .tier: "choose the tier of support"
    case .officer: "name the officer who holds the case"
    case .information: "say what the panel needs to know"
    case .owner: "name who is to do it"
    case .dueOn: "say by which day, as in 07/12/2026"
    case .declineRoute: "choose the way that is open instead"
    case .isAgreed: "say yes or no"
    case .placement: "choose the placement that it is about"
    case .endsOn: "give the last day, as in 18/12/2026"
    case .outcome: "say what came of it and where the child goes next"
    case .measure: "say what is to be done"
    case .referredTo: "name the team to which the concern goes"
    case .section19: "say whether education is reasonably available without the authority"
    case .evidence: "say what the panel had before it"
    case .rationale: "say why, in words that the parents could read"
    case .dissent: "say who dissents and why"
    case .votesFor, .votesAgainst, .votesAbstained: "give the number of votes"
    case .castingVote: "say yes if the chair's casting vote decided"
    case .notes: "write what should be minuted"
    }
  }

  /// The name of the field.
  public var title: String {
    switch self {
    case .option: "Decision"
    case .provider: "Provider"
    case .startsOn: "Starts on"
    case .sessions: "Sessions a week"
    case .hours: "Hours a week"
    case .weeklyCost: "Cost a week"
    case .budgetCode: "Budget code"
    case .plannedEnd: "Planned end"
    case .reviewOn: "Review on"
    case .exitCriteria: "Exit criteria"
    case .healthReason: "Reason of health"
    case .tier: "Tier"
    case .officer: "Officer"
    case .information: "Information needed"
    case .owner: "Owner"
    case .dueOn: "Due on"
    case .declineRoute: "Instead"
    case .isAgreed: "Agreed"
    case .placement: "Placement"
    case .endsOn: "Ends on"
    case .outcome: "Outcome"
    case .measure: "What is to be done"
    case .referredTo: "Referred to"
    case .section19: "Section 19 reasoning"
    case .evidence: "Evidence considered"
    case .rationale: "Rationale"
    case .dissent: "Dissent"
    case .votesFor: "Votes for"
    case .votesAgainst: "Votes against"
    case .votesAbstained: "Abstentions"
    case .castingVote: "Casting vote"
    case .notes: "Notes"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .option: "Decision"
    case .provider: "Provider"
    case .startsOn: "Starts"
    case .sessions: "Sessions"
    case .hours: "Hours"
    case .weeklyCost: "Cost"
    case .budgetCode: "Budget"
    case .plannedEnd: "Until"
    case .reviewOn: "Review"
    case .exitCriteria: "Exit"
    case .healthReason: "Health"
    case .tier: "Tier"
    case .officer: "Officer"
    case .information: "Needed"
    case .owner: "Owner"
    case .dueOn: "Due"
    case .declineRoute: "Instead"
    case .isAgreed: "Agreed"
    case .placement: "Placement"
    case .endsOn: "Ends"
    case .outcome: "Outcome"
    case .measure: "Measure"
    case .referredTo: "To"
    case .section19: "s.19"
    case .evidence: "Evidence"
    case .rationale: "Rationale"
    case .dissent: "Dissent"
    case .votesFor: "For"
    case .votesAgainst: "Against"
    case .votesAbstained: "Abstained"
    case .castingVote: "Casting"
    case .notes: "Notes"
    }
  }
}
