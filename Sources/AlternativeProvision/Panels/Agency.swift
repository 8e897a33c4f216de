/// For whom a member of a panel speaks.
public enum Agency: String, CaseIterable, Sendable, Titled {
  case school, educationInclusion, attendance, specialNeeds, virtualSchool, hospitalSchool
  case commissioning
  case socialCare, earlyHelp, mentalHealth, schoolNursing, youthJustice, police

  /// Whether it is part of education, school or council.
  public var isEducation: Bool {
    switch self {
    case .school, .educationInclusion, .attendance, .specialNeeds, .virtualSchool,
      .hospitalSchool, .commissioning:
      true
    case .socialCare, .earlyHelp, .mentalHealth, .schoolNursing, .youthJustice, .police: false
    }
  }

  /// The name in full.
  public var title: String {
    switch self {
    case .school: "School"
    case .educationInclusion: "Education and inclusion"
    case .attendance: "Attendance"
    case .specialNeeds: "Special educational needs"
    case .virtualSchool: "Virtual school"
    case .hospitalSchool: "Hospital school"
    case .commissioning: "Commissioning"
    case .socialCare: "Children's social care"
    case .earlyHelp: "Early help"
    case .mentalHealth: "Child and adolescent mental health"
    case .schoolNursing: "School nursing"
    case .youthJustice: "Youth justice"
    case .police: "Police"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .school: "School"
    case .educationInclusion: "Inclusion"
    case .attendance: "Attendance"
    case .specialNeeds: "SEND"
    case .virtualSchool: "Virtual"
    case .hospitalSchool: "Hospital"
    case .commissioning: "Commiss."
    case .socialCare: "Care"
    case .earlyHelp: "Early help"
    case .mentalHealth: "CAMHS"
    case .schoolNursing: "Nursing"
    case .youthJustice: "YJS"
    case .police: "Police"
    }
  }
}
