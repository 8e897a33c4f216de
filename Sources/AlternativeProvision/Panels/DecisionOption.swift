/// What a panel can decide on an item.
public enum DecisionOption: String, CaseIterable, Sendable, Titled {
  /// Provision with a provider.
  case agree
  /// Part-time provision, because the child's health allows no more: EA 1996 s.19(3AA).
  case agreePartTime
  /// More information is needed first.
  case deferred = "defer"
  /// No provision by the panel, and another way is named.
  case decline
  /// Whether special educational provision is made otherwise than at school: CFA 2014 s.61.
  case eotas
  /// A placement goes on for longer.
  case extend
  /// Support goes down a tier, as on the way back to school.
  case stepDown
  /// A placement ends.
  case end
  /// A concern goes to safeguarding.
  case referSafeguarding
  /// The chair acts alone because the child cannot wait; the next meeting ratifies it.
  case chairsAction
  /// An earlier chair's action or recommendation is ratified, or is not.
  case ratify
  /// The panel takes note: nothing is to be decided.
  case note

  /// The options that are offered on an item of a kind, the likeliest first.
  public static func offered(for kind: AgendaKind) -> [DecisionOption] {
    switch kind {
    case .mattersArising, .other: [.note, .referSafeguarding]
    case .providerQuality: [.note, .deferred, .referSafeguarding]
    case .ratification: [.ratify, .deferred]
    case .permanentExclusion, .newReferral:
      [
        .agree, .agreePartTime, .deferred, .decline, .eotas, .referSafeguarding, .chairsAction,
        .note,
      ]
    case .reviewDue, .placementEnding:
      [
        .extend, .stepDown, .end, .agree, .agreePartTime, .deferred, .eotas, .referSafeguarding,
        .chairsAction, .note,
      ]
    case .escalation:
      [
        .agree, .agreePartTime, .extend, .stepDown, .end, .deferred, .decline, .eotas,
        .referSafeguarding, .chairsAction, .note,
      ]
    }
  }

  /// Whether it gives the child a place with a provider.
  public var placesChild: Bool { self == .agree || self == .agreePartTime }

  /// The fields of its own, in the order in which a form asks for them; those that every decision has
  /// (`DecisionField.common`) are not among them.
  public var fields: [DecisionField] {
    switch self {
    case .agree: DecisionField.placing + [.tier, .officer]
    case .agreePartTime: DecisionField.placing + [.healthReason, .tier, .officer]
    case .deferred: [.information, .owner, .dueOn]
    case .decline: [.declineRoute]
    case .eotas: [.isAgreed, .reviewOn] + DecisionField.placingButReview + [.officer]
    case .extend: [.placement, .plannedEnd, .reviewOn, .sessions, .hours, .weeklyCost]
    case .stepDown: [.tier, .endsOn, .measure, .reviewOn, .placement]
    case .end: [.placement, .endsOn, .outcome]
    case .referSafeguarding: [.referredTo, .owner, .dueOn]
    case .chairsAction: [.measure] + DecisionField.placing + [.officer]
    case .ratify: [.isAgreed]
    case .note: []
    }
  }

  /// Whether a field is part of a decision of this option; notes belong to every item.
  public func takes(_ field: DecisionField) -> Bool {
    field == .option || field == .notes || fields.contains(field)
      || DecisionField.common.contains(field) || DecisionField.voting.contains(field)
  }

  /// Those of its fields without which it is refused; the rationale is always required as well.
  public var required: [DecisionField] {
    switch self {
    case .agree: [.provider, .startsOn, .sessions, .hours, .weeklyCost, .reviewOn, .exitCriteria]
    case .agreePartTime:
      [
        .provider, .startsOn, .sessions, .hours, .weeklyCost, .reviewOn, .exitCriteria,
        .healthReason,
      ]
    case .deferred: [.information, .owner, .dueOn]
    case .decline: [.declineRoute]
    case .eotas, .ratify: [.isAgreed]
    case .extend: [.placement, .plannedEnd, .reviewOn]
    case .stepDown: [.tier, .endsOn, .measure, .reviewOn]
    case .end: [.placement, .endsOn, .outcome]
    case .referSafeguarding: [.referredTo, .owner, .dueOn]
    case .chairsAction, .note: []
    }
  }

  /// The name in full.
  public var title: String {
    switch self {
    case .agree: "Agree provision"
    case .agreePartTime: "Agree part-time provision"
    case .deferred: "Defer for information"
    case .decline: "Decline"
    case .eotas: "EOTAS"
    case .extend: "Extend the placement"
    case .stepDown: "Step down"
    case .end: "End the placement"
    case .referSafeguarding: "Refer to safeguarding"
    case .chairsAction: "Chair's action"
    case .ratify: "Ratify"
    case .note: "Note"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .agree: "Agree"
    case .agreePartTime: "Part-time"
    case .deferred: "Defer"
    case .decline: "Decline"
    case .eotas: "EOTAS"
    case .extend: "Extend"
    case .stepDown: "Step down"
    case .end: "End"
    case .referSafeguarding: "Safeguard"
    case .chairsAction: "Chair acts"
    case .ratify: "Ratify"
    case .note: "Note"
    }
  }
}

/// Where a panel that declines sends a child instead.
public enum DeclineRoute: String, CaseIterable, Sendable, Titled {
  case schoolFunded, fairAccess, ehcAssessment, earlyHelp, offSiteDirection, managedMove

  /// The way in words.
  public var title: String {
    switch self {
    case .schoolFunded: "Provision arranged and paid for by the school"
    case .fairAccess: "Fair access protocol"
    case .ehcAssessment: "Education, health and care needs assessment"
    case .earlyHelp: "Early help"
    case .offSiteDirection: "Off-site direction by the school"
    case .managedMove: "Managed move"
    }
  }

  /// The way in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .schoolFunded: "School"
    case .fairAccess: "FAP"
    case .ehcAssessment: "EHCNA"
    case .earlyHelp: "Early help"
    case .offSiteDirection: "Off-site"
    case .managedMove: "Move"
    }
  }
}
