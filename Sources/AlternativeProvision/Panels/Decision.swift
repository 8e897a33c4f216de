/// What a panel decided on an item, and why.
public struct Decision: Hashable, Sendable {
  /// What was decided.
  public var option: DecisionOption
  /// The provider with whom the child is placed.
  public var provider: Identifier<Provider>?
  /// The first day there.
  public var startsOn: Day?
  /// Sessions (half days) a week.
  public var sessions: Int?
  /// Hours of education a week.
  public var hours: Double?
  /// What a week costs, in pence.
  public var weeklyCost: Int?
  /// From which budget.
  public var budgetCode = ""
  /// The last day that is planned.
  public var plannedEnd: Day?
  /// When it is to be reviewed.
  public var reviewOn: Day?
  /// What must be so for the child to move on.
  public var exitCriteria = ""
  /// Why no more than part-time is right for this child's health.
  public var healthReason = ""
  /// The tier of support from now on.
  public var tier: CaseTier?
  /// The officer who holds the case from now on.
  public var officer = ""
  /// What must be known before the panel can decide.
  public var information = ""
  /// Who finds it out, or carries the decision out.
  public var owner = ""
  /// By when.
  public var dueOn: Day?
  /// The way that is open instead, where the panel declines.
  public var declineRoute: DeclineRoute?
  /// Whether EOTAS is agreed, or the earlier decision ratified.
  public var isAgreed: Bool?
  /// The placement that is extended or ended.
  public var placement: Identifier<Placement>?
  /// The last day of the placement, or of the present tier.
  public var endsOn: Day?
  /// How the placement ended.
  public var outcome = ""
  /// What is to be done, where no field says it.
  public var measure = ""
  /// The team to which a concern goes.
  public var referredTo = ""
  /// Whether education is reasonably available without the authority, and so on: EA 1996 s.19.
  public var section19 = ""
  /// What the panel had before it.
  public var evidence = ""
  /// Why.
  public var rationale = ""
  /// Who dissents, and why.
  public var dissent = ""
  /// How the panel voted, where it votes.
  public var votes: Votes?

  /// A decision of which nothing but the option is known.
  public init(_ option: DecisionOption) {
    self.option = option
  }

  /// Whether it puts the child in a place with a provider.
  public var placesChild: Bool {
    switch option {
    case .agree, .agreePartTime: true
    case .eotas: isAgreed == true && provider != nil
    case .chairsAction: provider != nil
    default: false
    }
  }
}

extension Decision {
  /// What it asks of somebody by itself: to find out what is missing, or to refer on. Nil for one that
  /// asks nothing.
  public var asked: PanelAction? {
    switch option {
    case .deferred: PanelAction(what: information, owner: owner, dueOn: dueOn)
    case .referSafeguarding:
      PanelAction(what: "Refer to \(referredTo)", owner: owner, dueOn: dueOn)
    default: nil
    }
  }
}

/// How a panel voted.
public struct Votes: Hashable, Sendable {
  /// For the decision.
  public var inFavour: Int
  /// Against it.
  public var against: Int
  /// Not voting, though present and free to.
  public var abstained: Int
  /// Whether the chair's casting vote broke a tie.
  public var hasCastingVote: Bool

  /// Votes counted.
  public init(
    inFavour: Int, against: Int, abstained: Int = 0, hasCastingVote: Bool = false
  ) {
    self.inFavour = inFavour
    self.against = against
    self.abstained = abstained
    self.hasCastingVote = hasCastingVote
  }

  /// How many took part.
  public var cast: Int { inFavour + against + abstained }

  /// Whether the decision was carried.
  public var isCarried: Bool { inFavour > against || (inFavour == against && hasCastingVote) }

  /// The votes as minutes give them: "5 for, 2 against, 1 abstained".
  public var words: String {
    var words = "\(inFavour) for, \(against) against, \(abstained) abstained"
    if hasCastingVote { words += "; carried by the chair's casting vote" }
    return words
  }
}

/// A decision as it was confirmed: with what standing, by whom, and who did not take part.
public struct RecordedDecision: Hashable, Sendable {
  /// The item on which it was made.
  public var item: Identifier<AgendaItem>
  /// The first decision on an item is 1; each time it is reopened and decided again one more.
  public var number: Int
  /// The decision.
  public var decision: Decision
  /// With what standing.
  public var standing: DecisionStanding
  /// Who decided.
  public var deciding: [PanelMember]
  /// Who was there and did not decide because of an interest.
  public var interested: [Interest]
  /// What was missing for a quorum, in words; empty with one.
  public var shortfalls: [String]
  /// What the panel was told to weigh when it decided, in words.
  public var told: [String] = []
  /// Who confirmed it.
  public var confirmedBy: String
  /// The day of the meeting.
  public var confirmedOn: Day
  /// Why it was reopened, and by whom; nil while it stands.
  public var reopening: Reopening?
  /// What the next meeting made of it; nil where nothing was to be ratified, or nobody has yet.
  public var ratification: Ratification?

  /// A decision as it was confirmed.
  public init(
    item: Identifier<AgendaItem>, number: Int, decision: Decision, standing: DecisionStanding,
    deciding: [PanelMember], interested: [Interest], shortfalls: [String], confirmedBy: String,
    confirmedOn: Day
  ) {
    self.item = item
    self.number = number
    self.decision = decision
    self.standing = standing
    self.deciding = deciding
    self.interested = interested
    self.shortfalls = shortfalls
    self.confirmedBy = confirmedBy
    self.confirmedOn = confirmedOn
  }

  /// Whether the next meeting has to ratify it.
  public var awaitsRatification: Bool {
    standing != .decided && reopening == nil && ratification == nil
  }
}

/// With what standing a decision was made.
public enum DecisionStanding: String, CaseIterable, Sendable, Titled {
  /// By a panel with a quorum.
  case decided
  /// By those present without a quorum: a recommendation, which the next meeting ratifies or not.
  case recommended
  /// By the chair alone, because the child could not wait; the next meeting ratifies it or not.
  case chairsAction

  /// The standing of an option, with or without a quorum.
  public init(_ option: DecisionOption, hasQuorum: Bool) {
    switch option {
    case .chairsAction: self = .chairsAction
    case .note: self = .decided
    default: self = hasQuorum ? .decided : .recommended
    }
  }

  /// Whether it is carried out at once. A recommendation waits until it is ratified.
  public var takesEffect: Bool { self != .recommended }

  /// The standing as minutes give it.
  public var title: String {
    switch self {
    case .decided: "Decided"
    case .recommended: "Recommended, to be ratified"
    case .chairsAction: "Chair's action, to be ratified"
    }
  }

  /// The standing in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .decided: "Decided"
    case .recommended: "Recommend."
    case .chairsAction: "Chair acts"
    }
  }
}

/// A decision taken up again in the same meeting; both stand in the record.
public struct Reopening: Hashable, Sendable {
  /// Why.
  public var reason: String
  /// Who reopened it.
  public var by: String

  /// A reason, and whose it is.
  public init(reason: String, by: String) {
    self.reason = reason
    self.by = by
  }
}

/// What a later meeting made of a chair's action or a recommendation.
public struct Ratification: Hashable, Sendable {
  /// Whether it was ratified.
  public var isRatified: Bool
  /// The day of the meeting that did.
  public var on: Day

  /// What a meeting made of it.
  public init(isRatified: Bool, on: Day) {
    self.isRatified = isRatified
    self.on = on
  }
}
