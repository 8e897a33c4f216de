extension CaseRoute: Titled {
  /// The name in full.
  public var title: String {
    switch self {
    case .permanentExclusion: "Permanent exclusion"
    case .longSuspension: "Suspension past the fifth day"
    case .medical: "Medical"
    case .emotionallyBasedAbsence: "Emotionally based school absence or otherwise"
    case .educationOtherwiseThanAtSchool: "Education otherwise than at school"
    case .safeguardingSeparation: "Safeguarding separation"
    case .offSiteDirection: "Off-site direction"
    case .managedMove: "Managed move"
    case .outreach: "Outreach"
    }
  }

  /// The name as the service abbreviates it.
  public var shortTitle: String {
    switch self {
    case .permanentExclusion: "PEX"
    case .longSuspension: "Suspension"
    case .medical: "Medical"
    case .emotionallyBasedAbsence: "EBSA"
    case .educationOtherwiseThanAtSchool: "EOTAS"
    case .safeguardingSeparation: "Separation"
    case .offSiteDirection: "Off-site"
    case .managedMove: "Move"
    case .outreach: "Outreach"
    }
  }
}

extension CaseTier: Titled {
  /// The name in full.
  public var title: String {
    switch self {
    case .targetedSupport: "Tier 1: targeted support in mainstream"
    case .timeLimitedPlacement: "Tier 2: time-limited placement"
    case .transitionalPlacement: "Tier 3: transitional placement"
    }
  }

  /// The number of the tier.
  public var shortTitle: String {
    switch self {
    case .targetedSupport: "Tier 1"
    case .timeLimitedPlacement: "Tier 2"
    case .transitionalPlacement: "Tier 3"
    }
  }
}

extension Voice: Titled {
  /// Whose view it is.
  public var title: String {
    switch self {
    case .child: "Child"
    case .parent: "Parent"
    case .school: "School"
    }
  }
}

extension Commissioner: Titled {
  /// Who commissioned it.
  public var title: String {
    switch self {
    case .authority: "Local authority"
    case .school: "School"
    }
  }

  /// Who commissioned it, briefly.
  public var shortTitle: String {
    switch self {
    case .authority: "Authority"
    case .school: "School"
    }
  }
}
