/// What a register code counts as in the arithmetic of attendance.
///
/// Possible sessions are those attended and those absent, authorised or not; the other two classes
/// are left out of the denominator.
public enum AttendanceClass: UInt8, CaseIterable, Sendable, Titled {
  /// Present, or at an approved educational activity.
  case attending = 0
  /// Absent with leave or a reason accepted.
  case authorised = 1
  /// Absent without one, or without one yet.
  case unauthorised = 2
  /// Not a session that this child could have attended here.
  case notPossible = 3
  /// For the register's own use: prospective pupils, planned closures.
  case administrative = 4

  /// The name in full.
  public var title: String {
    switch self {
    case .attending: "Attending"
    case .authorised: "Authorised absence"
    case .unauthorised: "Unauthorised absence"
    case .notPossible: "Not a possible session"
    case .administrative: "Administrative"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .attending: "Attending"
    case .authorised: "Auth."
    case .unauthorised: "Unauth."
    case .notPossible: "Not poss."
    case .administrative: "Admin"
    }
  }
}

extension Codes {
  /// Register codes: School Attendance (Pupil Registration) (England) Regulations 2024 reg 10, in force
  /// 19 August 2024, with the codes that they replaced, for old registers.
  ///
  /// The class of D, Q, X, Y1 to Y7, Z and # is general knowledge; filing them as authorised absence,
  /// as some lists do, inflates absence.
  public static let attendance = CodeTable(
    "a register code",
    attending + authorised + unauthorised + notPossible + administrative + withdrawn)

  private static let regulations = day(2024, 8, 19)

  private static func mark(
    _ code: String, _ meaning: String, _ detail: AttendanceClass, from: Day? = nil,
    through: Day? = nil, _ certainty: Certainty = .verified
  ) -> CodedMeaning<AttendanceClass> {
    CodedMeaning(
      code, meaning, detail: detail, from: from, through: through, certainty: certainty)
  }

  private static let attending = [
    mark("/", "Present in the morning", .attending),
    mark("\\", "Present in the afternoon", .attending),
    mark("L", "Late, before the register closed", .attending),
    mark("B", "Other approved educational activity off site", .attending),
    mark(
      "K", "Education arranged by the local authority elsewhere", .attending, from: regulations),
    mark("P", "Sporting activity", .attending),
    mark("V", "Educational visit or trip", .attending),
    mark("W", "Work experience", .attending),
  ]

  private static let authorised = [
    mark("C", "Leave of absence in exceptional circumstances", .authorised),
    mark(
      "C1", "Leave for a regulated performance or employment abroad", .authorised,
      from: regulations),
    mark("C2", "Leave for a part-time timetable", .authorised, from: regulations),
    mark("E", "Suspended or permanently excluded, no provision made", .authorised),
    mark("I", "Illness", .authorised),
    mark("J1", "Interview for a job, school or college", .authorised, from: regulations),
    mark("M", "Medical or dental appointment", .authorised),
    mark("R", "Religious observance", .authorised),
    mark("S", "Study leave", .authorised),
    mark("T", "Parent travelling for occupational purposes", .authorised),
  ]

  private static let unauthorised = [
    mark("G", "Holiday not granted", .unauthorised),
    mark("N", "Reason for absence not yet established", .unauthorised),
    mark("O", "Absent in other or unknown circumstances", .unauthorised),
    mark("U", "Arrived after the register closed", .unauthorised),
  ]

  private static let notPossible = [
    mark(
      "D", "Dual registered, at the other school", .notPossible, .generalKnowledge),
    mark(
      "Q", "Unable to attend for lack of access arrangements", .notPossible, from: regulations,
      .generalKnowledge),
    mark(
      "X", "Not of compulsory school age, not required", .notPossible, .generalKnowledge),
    mark("Y1", "Transport normally provided not available", .notPossible, from: regulations),
    mark("Y2", "Widespread disruption to travel", .notPossible, from: regulations),
    mark("Y3", "Part of the premises closed", .notPossible, from: regulations),
    mark("Y4", "Whole site unexpectedly closed", .notPossible, from: regulations),
    mark("Y5", "In criminal justice detention", .notPossible, from: regulations),
    mark("Y6", "Public health guidance or law", .notPossible, from: regulations),
    mark("Y7", "Other unavoidable cause", .notPossible, from: regulations),
  ]

  private static let administrative = [
    mark("Z", "Prospective pupil not on the register", .administrative, .generalKnowledge),
    mark("#", "Planned whole-school closure", .administrative, .generalKnowledge),
  ]

  private static let lastOldDay = day(2024, 8, 18)

  private static let withdrawn = [
    mark(
      "F", "Extended family holiday agreed", .authorised, through: lastOldDay, .generalKnowledge),
    mark("H", "Family holiday agreed", .authorised, through: lastOldDay, .generalKnowledge),
    mark("J", "At an interview", .attending, through: lastOldDay, .generalKnowledge),
    mark(
      "Y", "Unable to attend in exceptional circumstances", .notPossible, through: lastOldDay,
      .generalKnowledge),
  ]
}
