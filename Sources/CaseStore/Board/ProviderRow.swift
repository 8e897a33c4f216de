import AlternativeProvision

/// One provider as a list shows it: who it is, how its pupils attend, and how good it is found.
public struct ProviderRow: Hashable, Sendable {
  /// The provider.
  public var id: Identifier<Provider>
  /// The team's own reference.
  public var reference: String
  /// The name.
  public var name: String
  /// What sort of provider it is.
  public var kind: ProviderKind
  /// Whether it is registered, with the DfE as a school or as a learning provider.
  public var isRegistered: Bool
  /// Whether it stands in the authority's directory.
  public var isInDirectory: Bool
  /// For how many children it has room, and of which ages.
  public var room = ProviderRoom()
  /// How many children have a current placement there, each counted once.
  public var pupilsNow = 0
  /// Attendance in the last four weeks with marks, this one so far included.
  public var attendance = AttendanceTally()
  /// Attendance since 1 August.
  public var yearToDate = AttendanceTally()
  /// Attendance in each of the last eight weeks with marks, the latest last: neither half term nor
  /// the first hours of a Monday are a week.
  public var trend = [AttendanceTally](repeating: AttendanceTally(), count: 8)
  /// Children who missed a tenth or more of their own possible sessions there since 1 August.
  public var persistentAbsentees = 0
  /// The latest rating of each standard.
  public var ratings: [QualityStandard: Rating] = [:]
  /// The overall rating of the latest visit; nil before the first.
  public var overall: Rating?
  /// When it was last visited to judge its quality.
  public var lastVisitOn: Day?
  /// When the next such visit is due: as agreed, else a year after the last; nil before the first.
  public var nextVisitDue: Day?
  /// Whether that day has passed.
  public var isVisitOverdue = false

  /// A provider of which no register and no visit is known.
  public init(
    id: Identifier<Provider>, reference: String, name: String, kind: ProviderKind,
    isRegistered: Bool, isInDirectory: Bool
  ) {
    self.id = id
    self.reference = reference
    self.name = name
    self.kind = kind
    self.isRegistered = isRegistered
    self.isInDirectory = isInDirectory
  }

  /// Whether the latest visit rated it red: no new referrals, and every placement reviewed.
  public var isRed: Bool { overall == .red }

  /// The points by which attendance in the last four weeks with marks is more or less than in the four
  /// before; nil where either has none.
  public var attendanceChange: Int? {
    let now = trend.suffix(4).reduce(AttendanceTally(), +)
    let before = trend.prefix(4).reduce(AttendanceTally(), +)
    guard now.possible > 0, before.possible > 0 else { return nil }
    return Int(now.attended * 100 / now.possible - before.attended * 100 / before.possible)
  }
}

/// The columns of the provider list by which it can be sorted.
public enum ProviderColumn: Hashable, Sendable {
  case reference, name, kind, registered, directory, pupilsNow, attendance, yearToDate
  /// The change of attendance; providers with fewer than three children come after the others.
  case change
  case persistentAbsentees, overall, lastVisit, nextVisit
  /// The rating of one standard.
  case rating(QualityStandard)
}

/// A child of a provider, by how it attended there lately.
public struct AttendingChild: Hashable, Sendable {
  /// The child.
  public var pupil: Identifier<Pupil>
  /// The open case under which it is placed.
  public var file: Identifier<Case>
  /// Surname and forename.
  public var name: String
  /// The reference of that case.
  public var reference: String
  /// Attendance at the provider in its last four weeks with marks.
  public var attendance: AttendanceTally
}
