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

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .maintained: ["Community", "Voluntary aided", "Voluntary controlled", "Foundation"]
    case .academy: ["Free school", "Sponsored academy", "Converter academy", "UTC"]
    case .pupilReferralUnit: ["Short-stay school"]
    case .alternativeProvisionAcademy: ["AP free school", "Alternative provision free school"]
    case .special: ["Special academy", "Community special"]
    case .independent: ["Independent", "Private", "Private school"]
    case .furtherEducation: ["College", "FE college"]
    case .other: []
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

  /// What offices write besides.
  public var otherNames: [String] {
    switch self {
    case .primary: ["Infant", "Junior", "First"]
    case .secondary: ["High", "Upper"]
    case .sixteenPlus: ["Post-16", "Sixth form"]
    case .notApplicable: ["N/A", "None"]
    case .nursery, .middle, .allThrough: []
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

  /// What offices write besides, the census's setting types included.
  public var otherNames: [String] {
    switch self {
    case .pupilReferralUnit: ["Short-stay school"]
    case .alternativeProvisionAcademy:
      ["AP free school", "Alternative provision free school", "AP school"]
    case .hospitalSchool: ["Hospital education"]
    case .independentSchool:
      ["Independent", "Independent AP", "Independent special school", "Registered provider"]
    case .mainstreamSchool: ["Mainstream", "Maintained school", "Academy", "Secondary school"]
    case .furtherEducationCollege: ["FE college", "College", "NFE"]
    case .nonSchool:
      [
        "Non-school AP", "Non-school alternative provision", "Unregistered", "Unregistered AP",
        "Unregistered provider", "Other unregistered provider", "OTH",
      ]
    case .oneToOneTuition:
      [
        "1:1 tuition", "1 to 1", "1 to 1 tuition", "One to one", "One-on-one tuition", "Tuition",
        "Home tuition", "OOT",
      ]
    case .onlineTuition: ["Online AP", "Online provider", "Online school", "Online learning"]
    case .workBased: ["Work-based learning", "Work experience", "WBP", "WBL"]
    }
  }
}
