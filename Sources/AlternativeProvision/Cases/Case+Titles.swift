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

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .permanentExclusion:
      ["Permanent", "Permanently excluded", "PERM", "Perm ex", "Perm excl", "Perm exclusion", "PX"]
    case .longSuspension:
      [
        "Suspended", "SUSP", "Suspension over five days", "Suspension over 5 days",
        "Suspension past five days", "Suspension past 5 days", "Suspension past day 5",
        "Suspension 6+ days", "Fixed-term exclusion", "Fixed-period exclusion", "FTE", "FPE", "FTX",
      ]
    case .medical:
      ["Medical need", "Medical needs", "Health", "Health needs", "Illness", "Section 19 medical"]
    case .emotionallyBasedAbsence:
      [
        "Emotionally based school absence", "Emotionally based school avoidance",
        "Emotionally based school non-attendance", "EBSNA", "EBSN", "School refusal", "Otherwise",
      ]
    case .educationOtherwiseThanAtSchool:
      [
        "Education other than at school", "Education otherwise than in school",
        "Education other than in school", "EOTIS", "Section 61", "s61",
      ]
    case .safeguardingSeparation: ["Separation for safeguarding", "Safeguarding"]
    case .offSiteDirection: ["OSD", "Direction", "Directed off-site", "PPP"]
    case .managedMove: ["MM", "Managed transfer"]
    case .outreach: ["Outreach support"]
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

  /// What offices write besides: the number alone, also as a spreadsheet makes it, and the name alone.
  public var otherNames: [String] {
    switch self {
    case .targetedSupport:
      ["1", "1.0", "T1", "Tier one", "Targeted", "Targeted support in mainstream", "Mainstream"]
    case .timeLimitedPlacement: ["2", "2.0", "T2", "Tier two", "Time-limited"]
    case .transitionalPlacement: ["3", "3.0", "T3", "Tier three", "Transitional", "Transition"]
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

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .child: ["Pupil", "Student", "Young person", "YP", "Child or young person"]
    case .parent: ["Parents", "Carer", "Carers", "Parent/carer", "Parent or carer", "Guardian"]
    case .school: ["School staff"]
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

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .authority: ["LA", "Council"]
    case .school: ["School-arranged", "School-commissioned"]
    }
  }
}
