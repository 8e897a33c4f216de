extension SchoolKind: Titled {
  /// The name in full.
  public var title: String {
    switch self {
    case .maintained: "Maintained school"
    case .academy: "Academy"
    case .pupilReferralUnit: "Pupil referral unit"
    case .alternativeProvisionAcademy: "Alternative provision academy"
    case .special: "Special school"
    case .independent: "Independent school"
    case .furtherEducation: "Further education college"
    case .other: "Other establishment"
    }
  }

  /// The name as the service abbreviates it.
  public var shortTitle: String {
    switch self {
    case .maintained: "Maintained"
    case .academy: "Academy"
    case .pupilReferralUnit: "PRU"
    case .alternativeProvisionAcademy: "AP academy"
    case .special: "Special"
    case .independent: "Indep."
    case .furtherEducation: "FE"
    case .other: "Other"
    }
  }
}

extension SchoolPhase: Titled {
  /// The name in full.
  public var title: String {
    switch self {
    case .nursery: "Nursery"
    case .primary: "Primary"
    case .middle: "Middle"
    case .secondary: "Secondary"
    case .allThrough: "All-through"
    case .sixteenPlus: "16 plus"
    case .notApplicable: "Not applicable"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .allThrough: "All"
    case .notApplicable: "–"
    default: title
    }
  }
}

extension ProviderKind: Titled {
  /// The name in full.
  public var title: String {
    switch self {
    case .pupilReferralUnit: "Pupil referral unit"
    case .alternativeProvisionAcademy: "Alternative provision academy"
    case .hospitalSchool: "Hospital school"
    case .independentSchool: "Independent school"
    case .mainstreamSchool: "Mainstream school"
    case .furtherEducationCollege: "Further education college"
    case .nonSchool: "Non-school provider"
    case .oneToOneTuition: "One-to-one tuition"
    case .onlineTuition: "Online tuition"
    case .workBased: "Work-based placement"
    }
  }

  /// The name as the service abbreviates it.
  public var shortTitle: String {
    switch self {
    case .pupilReferralUnit: "PRU"
    case .alternativeProvisionAcademy: "AP academy"
    case .hospitalSchool: "Hospital"
    case .independentSchool: "Indep."
    case .mainstreamSchool: "School"
    case .furtherEducationCollege: "FE"
    case .nonSchool: "Non-school"
    case .oneToOneTuition: "1:1"
    case .onlineTuition: "Online"
    case .workBased: "Work-based"
    }
  }
}
