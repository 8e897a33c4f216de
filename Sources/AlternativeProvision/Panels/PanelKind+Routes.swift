extension PanelKind {
  /// The routes whose children come before a panel of this kind.
  ///
  /// Where a team has a medical panel, illness goes there and not to the section 19 panel; local
  /// practice, as Lancashire and Bury arrange it.
  public var routes: [CaseRoute] {
    switch self {
    case .exclusion: [.permanentExclusion, .longSuspension, .offSiteDirection, .outreach]
    case .section19:
      [
        .emotionallyBasedAbsence, .educationOtherwiseThanAtSchool, .safeguardingSeparation,
        .medical,
      ]
    case .medical: [.medical]
    case .fairAccess: [.managedMove]
    case .assurance: []
    }
  }

  /// The kind of panel before which a child of that route comes, unless a referral names another.
  public static func usual(for route: CaseRoute) -> PanelKind {
    switch route {
    case .permanentExclusion, .longSuspension, .offSiteDirection, .outreach: .exclusion
    case .medical: .medical
    case .emotionallyBasedAbsence, .educationOtherwiseThanAtSchool, .safeguardingSeparation:
      .section19
    case .managedMove: .fairAccess
    }
  }

  /// Whether each of its decisions must say if suitable education is reasonably available to the child
  /// without the authority: Education Act 1996 s.19(1). After a permanent exclusion it is owed without
  /// asking, from the sixth day: s.19(3A).
  public var weighsSection19: Bool { self == .section19 || self == .medical }
}

extension DecisionOption {
  /// The fields without which it is refused at a panel of a kind. A panel that weighs section 19 agrees
  /// no provision without minuting whether education is reasonably available: EA 1996 s.19(1), and after a
  /// permanent exclusion that it is owed, s.19(3A).
  public func required(at panel: PanelKind?) -> [DecisionField] {
    required + (panel?.weighsSection19 == true && placesChild ? [.section19] : [])
  }

  /// Whether it rests on whether suitable education is available without the authority.
  public var restsOnSection19: Bool {
    switch self {
    case .agree, .agreePartTime, .decline, .eotas, .chairsAction: true
    case .deferred, .extend, .stepDown, .end, .referSafeguarding, .ratify, .note: false
    }
  }
}
