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
}
