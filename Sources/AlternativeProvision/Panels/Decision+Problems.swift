/// Everything about an item on which it depends whether a decision can be confirmed.
public struct DecisionContext: Sendable {
  /// What sort of item it is.
  public var kind: AgendaKind
  /// The day of the meeting.
  public var meetingOn: Day
  /// The kind of panel; nil for one of which nothing is known.
  public var panel: PanelKind?
  /// How the panel decides.
  public var rule: DecisionRule
  /// Who decides on this item.
  public var deciding: [PanelMember]
  /// Whether the child has an education, health and care plan.
  public var hasPlan: Bool
  /// The tier in which support stands; nil without a case.
  public var tier: CaseTier?
  /// The placement that the decision names, as it is on file.
  public var placement: Placement?
  /// The placements of the child's case; nil where nobody has looked.
  public var placements: [Identifier<Placement>]?
  /// The provider chosen, as the child would find it on the day asked for.
  public var provider: ProviderOption?
  /// Who takes the chair; nil where nobody has looked.
  public var chairing: Chairing?

  /// A context with the facts that every item has.
  public init(
    kind: AgendaKind, meetingOn: Day, rule: DecisionRule = .chair, deciding: [PanelMember],
    hasPlan: Bool = false, tier: CaseTier? = nil, placement: Placement? = nil,
    provider: ProviderOption? = nil
  ) {
    self.kind = kind
    self.meetingOn = meetingOn
    self.rule = rule
    self.deciding = deciding
    self.hasPlan = hasPlan
    self.tier = tier
    self.placement = placement
    self.provider = provider
  }
}

extension Decision {
  /// Everything that keeps it from being confirmed; empty for one that can be.
  public func problems(in context: DecisionContext) -> [DecisionProblem] {
    var found: [DecisionProblem] = []
    if !DecisionOption.offered(for: context.kind).contains(option) {
      found.append(.notOffered(option, context.kind))
    }
    let wanted = option.required(at: context.panel) + (option == .note ? [] : [.rationale])
    found += wanted.filter { !has($0) }.map(DecisionProblem.missing)
    if let named = placement, option.fields.contains(.placement),
      let known = context.placements, !known.contains(named)
    {
      found.append(.notThisChilds)
    }
    found += lengths()
    found += placing(in: context)
    found += days(in: context)
    found += duties(in: context)
    found += voting(in: context)
    if option == .chairsAction {
      if let chairing = context.chairing, chairing.member == nil {
        found.append(.nobodyInTheChair(chairing))
      }
    } else if context.deciding.isEmpty {
      found.append(.nobodyDeciding)
    }
    return found
  }

  /// Whether a field says anything.
  public func has(_ field: DecisionField) -> Bool {
    switch field {
    case .option: true
    case .provider: provider != nil
    case .startsOn: startsOn != nil
    case .sessions: sessions != nil
    case .hours: hours != nil
    case .weeklyCost: weeklyCost != nil
    case .plannedEnd: plannedEnd != nil
    case .reviewOn: reviewOn != nil
    case .tier: tier != nil
    case .dueOn: dueOn != nil
    case .declineRoute: declineRoute != nil
    case .isAgreed: isAgreed != nil
    case .placement: placement != nil
    case .endsOn: endsOn != nil
    case .votesFor, .votesAgainst, .votesAbstained, .castingVote: votes != nil
    default: !(text(of: field) ?? "").allSatisfy(\.isWhitespace)
    }
  }

  /// The words of a field that holds text; nil for the others.
  public func text(of field: DecisionField) -> String? {
    switch field {
    case .budgetCode: budgetCode
    case .exitCriteria: exitCriteria
    case .healthReason: healthReason
    case .officer: officer
    case .information: information
    case .owner: owner
    case .outcome: outcome
    case .measure: measure
    case .referredTo: referredTo
    case .section19: section19
    case .evidence: evidence
    case .rationale: rationale
    case .dissent: dissent
    default: nil
    }
  }

  /// Whether a field of reasons gives any: a number or a word that landed there is none.
  private func reasons(in field: DecisionField) -> Bool {
    let words = (text(of: field) ?? "").split(whereSeparator: \.isWhitespace)
    return words.count { $0.contains(where: \.isLetter) } >= 3
  }

  private func lengths() -> [DecisionProblem] {
    DecisionField.allCases.compactMap { field in
      guard let text = text(of: field) else { return nil }
      let excess = text.unicodeScalars.count - field.limit
      return excess > 0 ? .tooLong(field, excess: excess) : nil
    }
  }

  private func placing(in context: DecisionContext) -> [DecisionProblem] {
    var found: [DecisionProblem] = []
    if let sessions, !(1...10).contains(sessions) { found.append(.sessions(sessions)) }
    if let hours, !(hours > 0 && hours <= PlacementProblem.mostHours) {
      found.append(.hours(hours))
    }
    if let weeklyCost, !(0...Decision.mostWeeklyCost).contains(weeklyCost) {
      found.append(.cost(weeklyCost))
    }
    if option == .agreePartTime, let sessions, sessions >= 10 { found.append(.notPartTime) }
    if option == .agree, let sessions, (1..<10).contains(sessions), !reasons(in: .section19) {
      found.append(.partTimeUnexplained(sessions: sessions))
    }
    if placesChild {
      for field in [DecisionField.startsOn, .sessions] where !option.required.contains(field) {
        if !has(field) { found.append(.missing(field)) }
      }
      if let chosen = context.provider, !chosen.bars.isEmpty {
        found.append(.provider(chosen.provider.value.name, chosen.bars))
      }
    }
    return found
  }

  /// £20,000 a week: more than any place costs, so a slip of the decimal point.
  static let mostWeeklyCost = 2_000_000

  private func days(in context: DecisionContext) -> [DecisionProblem] {
    var found: [DecisionProblem] = []
    func check(_ field: DecisionField, _ day: Day?, notBefore first: Day, _ why: String) {
      guard let day, option.fields.contains(field) else { return }
      if day < first { found.append(.tooEarly(field, day, notBefore: first, why: why)) }
      let last = context.meetingOn.adding(months: 24)
      if day > last { found.append(.tooLate(field, day, notAfter: last)) }
    }
    let meeting = context.meetingOn
    // A chair acts when a child cannot wait, and may have done so before the panel met.
    let earliest = option == .chairsAction ? meeting.adding(months: -2) : meeting
    let since = option == .chairsAction ? "two months before the meeting" : "the meeting"
    check(.startsOn, startsOn, notBefore: earliest, since)
    let start = startsOn ?? meeting
    check(
      .plannedEnd, plannedEnd, notBefore: max(start, earliest),
      startsOn == nil ? "the meeting" : "the first day")
    check(
      .reviewOn, reviewOn, notBefore: max(start, meeting),
      start > meeting ? "the first day" : "the meeting")
    check(.dueOn, dueOn, notBefore: meeting, "the meeting")
    if let placement = context.placement {
      check(.endsOn, endsOn, notBefore: placement.startsOn, "the first day of the placement")
      if option == .extend, let planned = placement.plannedEnd, let plannedEnd,
        plannedEnd <= planned
      {
        found.append(
          .tooEarly(
            .plannedEnd, plannedEnd, notBefore: planned.adding(days: 1),
            why: "the day after the end planned so far"))
      }
    } else {
      check(.endsOn, endsOn, notBefore: meeting.adding(months: -2), "two months before the meeting")
    }
    return found
  }

  private func duties(in context: DecisionContext) -> [DecisionProblem] {
    var found: [DecisionProblem] = []
    if option == .eotas, isAgreed == true {
      if !context.hasPlan { found.append(.eotasWithoutPlan) }
      if !reasons(in: .section19) { found.append(.eotasUnexplained) }
      if !has(.reviewOn) { found.append(.missing(.reviewOn)) }
    }
    if option.required(at: context.panel).contains(.section19), has(.section19),
      !reasons(in: .section19)
    {
      found.append(.unreasoned(.section19, section19))
    }
    if option == .stepDown, let tier, let from = context.tier, tier.number >= from.number {
      found.append(.notLower(tier, from: from))
    }
    if option == .chairsAction, provider == nil, !has(.measure) {
      found.append(.actionWithoutMeasure)
    }
    return found
  }

  private func voting(in context: DecisionContext) -> [DecisionProblem] {
    guard let votes else {
      let isVotedOn = context.rule == .majority && option != .chairsAction && option != .note
      return isVotedOn ? [.missing(.votesFor)] : []
    }
    if votes.cast > context.deciding.count {
      return [.tooManyVotes(votes.cast, deciding: context.deciding.count)]
    }
    return votes.isCarried ? [] : [.notCarried(votes)]
  }
}

extension CaseTier {
  /// The number of the tier: 1 is the lightest support.
  var number: Int {
    switch self {
    case .targetedSupport: 1
    case .timeLimitedPlacement: 2
    case .transitionalPlacement: 3
    }
  }
}
