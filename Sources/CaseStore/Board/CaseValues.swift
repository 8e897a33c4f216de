import AlternativeProvision

/// The numbers of one open case, as they are read from the store and kept in columns.
struct CaseValues {
  /// Stands for no day.
  static let noDay = Int32.max
  /// Stands in `due` on file for a sixth day that nobody knows: before every day, so that such a case is
  /// read right after those past day six.
  static let unknownSixthDay = Int32.min + 1
  /// Stands for no clock.
  static let noClock = UInt8.max
  /// Stands in `ordinal` for a child who is back in school, since the exclusion is over.
  static let backInSchool: Int32 = -1

  var id: UInt32 = 0
  var school: UInt32 = 0
  var officer: UInt32 = 0
  var provider: UInt32 = 0
  var calendar: UInt32 = 0
  var yearGroup: UInt8 = 0
  var route: UInt8 = 0
  var tier: UInt8 = 0
  var bits: CaseBits = []
  /// Whether a deadline passed unmet and is owed no longer.
  var hasMissed = false
  /// Whether the clock to watch is that of a duty which was met before, and is owed again.
  var isResumed = false
  var openedOn = noDay
  var outSince = noDay
  /// How many school days the calendar has before `outSince`.
  var ordinal = noDay
  var sixthDayDue = noDay
  var educationBeganOn = noDay
  var clock = noClock
  var clockDue = noDay
  var placementStart = noDay
  var placementEnd = noDay
  var attended: UInt8 = 0
  var possible: UInt8 = 0
  /// Points by which attendance fell; nought where it did not or nobody can say.
  var fall: UInt8 = 0
  var ruler: Ruler?

  /// Whether the plan's authority must secure education that is not in place.
  var lacksPlannedProvision: Bool {
    route == CaseValues.otherwiseThanAtSchool && bits.contains(.outOfEducation)
  }

  private static let otherwiseThanAtSchool = RouteTable.number(of: .educationOtherwiseThanAtSchool)

  /// Whether nobody can say when the sixth day is, and no education is in place.
  var hasUnknownSixthDay: Bool {
    bits.contains(.provisional) && ClockKind(rawValue: Int(clock))?.isSixthDay == true
      && (bits.contains(.sixthDayOwed) || bits.contains(.outOfEducation))
  }
}

extension ClockKind {
  /// Whether it is one of the two clocks by which education is owed from the sixth day.
  var isSixthDay: Bool { self == .sixthDayPermanent || self == .sixthDaySuspension }
}

/// What else is true of a case, a bit each; the lowest three are `CaseFlags`.
struct CaseBits: OptionSet {
  let rawValue: UInt8
  static let flags: UInt8 = 7
  /// Stands beside the eight in a row of the file: a deadline passed unmet and is owed no longer.
  static let missed: Int64 = 256
  /// Stands there too: the clock to watch is that of a duty which was met before, and is owed again.
  static let resumed: Int64 = 512
  /// The sixth-day clock neither ended otherwise nor was met on time before.
  static let sixthDayOwed = CaseBits(rawValue: 8)
  /// The next clock ends beyond the calendar that is known.
  static let provisional = CaseBits(rawValue: 16)
  /// Education is owed and no placement is current.
  static let outOfEducation = CaseBits(rawValue: 32)
  /// It arose from an exclusion, and has a ruler.
  static let excluded = CaseBits(rawValue: 64)
  /// That exclusion is permanent.
  static let permanent = CaseBits(rawValue: 128)
}

/// The later clocks of an exclusion.
struct Ruler: Hashable {
  var isPermanent = false
  var governorsDue = CaseValues.noDay
  var governorsMetOn = CaseValues.noDay
  var applicationDue = CaseValues.noDay
  var hearingDue = CaseValues.noDay
}
