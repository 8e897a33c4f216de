import AlternativeProvision

extension PaperFacts {
  /// What was decided on an item in one sentence, as in "Agree provision with The Boatyard from 30 Nov
  /// 2026"; a ratification says what was ratified.
  public func sentence(of decision: Decision, on item: Identifier<AgendaItem>) -> String {
    guard decision.option == .ratify, let earlier = ratified[item] else {
      return sentence(of: decision)
    }
    return sentence(of: decision) + ": " + words(of: earlier)
  }

  /// The same with its standing, in which a chair's action is named once.
  func decided(_ recorded: RecordedDecision, on item: Identifier<AgendaItem>) -> String {
    let standing = recorded.standing.title
    guard recorded.decision.option == .chairsAction else {
      return "\(standing): \(sentence(of: recorded.decision, on: item))"
    }
    return standing + (place(of: recorded.decision).map { ": \($0)" } ?? "")
  }

  /// An earlier decision that is to be ratified, as in "chair's action of 9 Nov 2026 (a place with The
  /// Boatyard from 12 Nov 2026)".
  func words(of earlier: RecordedDecision) -> String {
    let isAction = earlier.standing == .chairsAction
    let what = isAction ? place(of: earlier.decision) : sentence(of: earlier.decision)
    return (isAction ? "chair's action" : "recommendation") + " of \(earlier.confirmedOn.medium)"
      + (what.map { " (\($0))" } ?? "")
  }

  /// "a place with The Boatyard from 12 Nov 2026"; nil where no provider was chosen.
  private func place(of decision: Decision) -> String? {
    providerName(of: decision).map { name in
      "a place with \(name)" + (decision.startsOn.map { " from \($0.medium)" } ?? "")
    }
  }

  private func sentence(of decision: Decision) -> String {
    let provider = providerName(of: decision)
    switch decision.option {
    case .agree, .agreePartTime:
      return decision.option.title + (provider.map { " with \($0)" } ?? "")
        + (decision.startsOn.map { " from \($0.medium)" } ?? "")
    case .deferred:
      return "Deferred for information until \(decision.dueOn?.medium ?? "it is known")"
    case .decline:
      return "Declined" + (decision.declineRoute.map { "; instead: \($0.title)" } ?? "")
    case .eotas: return decision.isAgreed == true ? "EOTAS agreed" : "EOTAS not agreed"
    case .extend:
      return "Placement\(provider.map { " with \($0)" } ?? "") extended"
        + (decision.plannedEnd.map { " to \($0.medium)" } ?? "")
    case .stepDown: return "Stepped down" + (decision.tier.map { " to \($0.title)" } ?? "")
    case .end:
      return "Placement\(provider.map { " with \($0)" } ?? "") ends"
        + (decision.endsOn.map { " on \($0.medium)" } ?? "")
    case .referSafeguarding: return "Referred to \(decision.referredTo)"
    case .chairsAction:
      return "Chair's action" + (place(of: decision).map { ": \($0)" } ?? "")
    case .ratify: return decision.isAgreed == true ? "Ratified" : "Not ratified"
    case .note: return "Noted"
    }
  }

  /// The facts of a decision, each with its name: what the option has of its own.
  public func facts(of decision: Decision) -> [(name: String, value: String)] {
    // The way instead, and whether it is agreed, stand in the sentence, and once is enough.
    decision.option.fields.filter { $0 != .declineRoute && $0 != .isAgreed }.compactMap { field in
      value(of: field, in: decision).map { (field.title, $0) }
    }
  }

  /// The value of a field as a paper prints it; nil where it holds nothing.
  func value(of field: DecisionField, in decision: Decision) -> String? {
    guard decision.has(field) else { return nil }
    switch field {
    case .provider: return decision.provider.flatMap { providers[$0] }
    case .placement:
      return decision.placement.flatMap { placements[$0] }.flatMap { providers[$0] }
    case .startsOn: return decision.startsOn?.long
    case .plannedEnd: return decision.plannedEnd?.long
    case .reviewOn: return decision.reviewOn?.long
    case .dueOn: return decision.dueOn?.long
    case .endsOn: return decision.endsOn?.long
    case .sessions: return decision.sessions.map { "\($0)" }
    case .hours: return decision.hours.map(Hours.words)
    case .weeklyCost: return decision.weeklyCost.map(Pence.words)
    case .tier: return decision.tier?.title
    case .declineRoute: return decision.declineRoute?.title
    case .isAgreed: return decision.isAgreed.map { $0 ? "Yes" : "No" }
    default: return decision.text(of: field)
    }
  }
}
