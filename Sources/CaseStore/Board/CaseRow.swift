import AlternativeProvision

/// One open case as a list shows it: every column, on the board's day.
public struct CaseRow: Hashable, Sendable {
  /// The case.
  public var id: Identifier<Case>
  /// The team's reference, as in "AP-2026-0412".
  public var reference: String
  /// The child: surname, forename, and the name it goes by in brackets where that differs.
  public var name: String
  /// National Curriculum year actual, as the pupil's record has it.
  public var yearGroup: String
  /// The school by whose days the case is counted: that which excluded, else the child's own.
  public var schoolID: Identifier<School>?
  /// Its name; empty where there is no school.
  public var school: String
  /// The officer who holds the case; nil while unassigned.
  public var officer: String?
  /// How the child came to be out of school.
  public var route: CaseRoute
  /// The tier in which support now stands.
  public var tier: CaseTier
  /// When the authority knew.
  public var openedOn: Day
  /// The first day of the exclusion or absence; nil where none is recorded, or the exclusion is over.
  public var outSince: Day?
  /// Today as the how-manyeth school day since then, that day being the first; nil where the school
  /// has no calendar or none that reaches today.
  public var dayNumber: Int?
  /// The day from which education is owed; nil where no sixth-day clock runs or ran.
  public var sixthDayDue: Day?
  /// When education began, for the sixth-day clock.
  public var educationBeganOn: Day?
  /// The clock to watch; nil when none is running.
  public var nextClock: NextClock?
  /// Where the child is today; nil when nowhere.
  public var placement: PlacementNow?
  /// Where the child is to start, when it is nowhere today.
  public var plannedPlacement: PlacementNow?
  /// Sessions attended of those possible in the last four weeks with marks, this one so far included.
  public var attendance: Share
  /// The points by which that is less than in the weeks before; nought where it did not fall.
  public var attendanceFall = 0
  /// What must be borne in mind for this child.
  public var flags: CaseFlags
  /// Whether education is owed today and none is in place.
  public var isOutOfEducation: Bool
  /// Whether a deadline passed unmet and is owed no longer: what was missed stays missed.
  public var hasMissed = false
  /// How pressing the case is.
  public var group: StateGroup

  /// A row with what every case has; all else is empty.
  public init(
    id: Identifier<Case>, reference: String, name: String, yearGroup: String, route: CaseRoute,
    tier: CaseTier = .timeLimitedPlacement, openedOn: Day, group: StateGroup = .safe
  ) {
    self.id = id
    self.reference = reference
    self.name = name
    self.yearGroup = yearGroup
    self.school = ""
    self.route = route
    self.tier = tier
    self.openedOn = openedOn
    self.attendance = Share(0, of: 0)
    self.flags = []
    self.isOutOfEducation = false
    self.group = group
  }
}

extension CaseRow {
  /// Whether education is overdue and what is in place is not full time: the clock of the sixth day, or
  /// of section 19, would not run on over a placement that meets it (Education Act 1996, s.19(3AA)).
  public func isBegunPartTime(on today: Day) -> Bool {
    guard let clock = nextClock, placement != nil, let due = clock.due, due < today else {
      return false
    }
    switch clock.kind {
    case .sixthDayPermanent, .sixthDaySuspension, .section19Illness: return !isOutOfEducation
    default: return false
    }
  }
}

extension CaseRow {
  /// How pressing the case is in words; where education is overdue and what is in place is not full time,
  /// that, since nobody has missed it altogether.
  public func stateTitle(on today: Day) -> String {
    isBegunPartTime(on: today) ? "Education has begun and is not full time" : group.title
  }
}

/// The clock of a case that runs out first, or the sixth day once that has passed.
public struct NextClock: Hashable, Sendable {
  /// Which clock.
  public var kind: ClockKind
  /// When it runs out; nil while the calendar that is known does not reach so far.
  public var due: Day?
  /// Whether it is a duty that was met before, and is owed again because what met it has ended.
  public var isResumed = false

  /// What it is called.
  public var title: String { isResumed ? ClockKind.againTitle : kind.title }

  /// A clock and its day.
  public init(kind: ClockKind, due: Day?) {
    self.kind = kind
    self.due = due
  }

  /// Whether the day is beyond the calendar that is known, and so not yet certain.
  public var isProvisional: Bool { due == nil }
}

extension CaseRow {
  /// The points by which attendance must have fallen, to half or less, to be called a collapse: a
  /// figure of this program's own, for a glance. Half missed is what the DfE calls severe absence.
  public static let collapse = 20

  /// Whether what is due today or within two school days is the reason of a mark (N), and no other clock.
  public var isOpenMarkSoon: Bool {
    nextClock?.kind == .unexplainedMark && (group == .dueToday || group == .dueWithinTwoSchoolDays)
  }

  var placementOrPlanned: PlacementNow? { placement ?? plannedPlacement }
}

/// A placement that is current on the board's day, or planned from a later one.
public struct PlacementNow: Hashable, Sendable {
  /// The provider.
  public var providerID: Identifier<Provider>
  /// Its name.
  public var provider: String
  /// The first day there.
  public var startsOn: Day
  /// The last day there, or the last that was planned; nil while open.
  public var endsOn: Day?

  /// A placement by its provider and days.
  public init(
    providerID: Identifier<Provider>, provider: String, startsOn: Day, endsOn: Day? = nil
  ) {
    self.providerID = providerID
    self.provider = provider
    self.startsOn = startsOn
    self.endsOn = endsOn
  }
}

/// What must be borne in mind for a child, in the letters of a narrow column.
public struct CaseFlags: OptionSet, Hashable, Sendable {
  /// One bit a flag.
  public let rawValue: UInt8

  /// Flags by their bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Looked after by a local authority.
  public static let lookedAfter = CaseFlags(rawValue: 1)
  /// Has a social worker.
  public static let socialWorker = CaseFlags(rawValue: 2)
  /// Has an education, health and care plan.
  public static let plan = CaseFlags(rawValue: 4)
}
