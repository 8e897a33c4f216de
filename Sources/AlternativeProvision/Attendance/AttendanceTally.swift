/// Sessions of a child, a provider or a week, counted by what they are in the arithmetic.
///
/// Four small counts, so that a year of weeks adds up in no time.
public struct AttendanceTally: Hashable, Sendable {
  /// Sessions attended, approved educational activity included.
  public var attended: Int32 = 0
  /// Sessions of authorised absence.
  public var authorised: Int32 = 0
  /// Sessions of unauthorised absence, unexplained ones included.
  public var unauthorised: Int32 = 0
  /// Sessions that could not have been attended here, left out of every rate.
  public var notPossible: Int32 = 0

  /// Nothing counted yet.
  public init() {}

  /// A tally with its counts.
  public init(
    attended: Int32 = 0, authorised: Int32 = 0, unauthorised: Int32 = 0, notPossible: Int32 = 0
  ) {
    self.attended = attended
    self.authorised = authorised
    self.unauthorised = unauthorised
    self.notPossible = notPossible
  }

  /// Counts one session.
  public mutating func count(_ mark: AttendanceClass) {
    switch mark {
    case .attending: attended &+= 1
    case .authorised: authorised &+= 1
    case .unauthorised: unauthorised &+= 1
    case .notPossible, .administrative: notPossible &+= 1
    }
  }

  /// Adds another tally to this one.
  @inlinable
  public static func += (left: inout AttendanceTally, right: AttendanceTally) {
    left.attended &+= right.attended
    left.authorised &+= right.authorised
    left.unauthorised &+= right.unauthorised
    left.notPossible &+= right.notPossible
  }

  /// Takes another tally from this one, as when a mark is changed.
  @inlinable
  public static func -= (left: inout AttendanceTally, right: AttendanceTally) {
    left.attended &-= right.attended
    left.authorised &-= right.authorised
    left.unauthorised &-= right.unauthorised
    left.notPossible &-= right.notPossible
  }

  /// Two tallies together.
  @inlinable
  public static func + (left: AttendanceTally, right: AttendanceTally) -> AttendanceTally {
    var sum = left
    sum += right
    return sum
  }

  /// Sessions that could have been attended: attended and absent.
  public var possible: Int32 { attended + authorised + unauthorised }

  /// Sessions missed, with leave or without.
  public var absent: Int32 { authorised + unauthorised }

  /// Attended of possible.
  public var attendance: Share { Share(Int(attended), of: Int(possible)) }

  /// Missed of possible.
  public var absence: Share { Share(Int(absent), of: Int(possible)) }

  /// The percentage attended; nil where nothing was possible, which is not nought.
  public var percentage: Double? { attendance.percentage }

  /// How far the absence goes; nil where nothing was possible.
  ///
  /// Meant for the year to date: of a day or a week it says nothing.
  public var absenceLevel: AbsenceLevel? {
    guard possible > 0 else { return nil }
    return AbsenceLevel.worstFirst.first { absence.isAtLeast($0.threshold) } ?? .withinBounds
  }
}

/// A part of a whole, kept as two counts so that a threshold is met exactly or not at all.
public struct Share: Hashable, Sendable {
  /// The part.
  public let part: Int
  /// The whole.
  public let whole: Int

  /// So many of so many.
  public init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// Whole per cent, rounded, but 100 only of all; nil of nothing.
  public var points: Int? {
    guard whole > 0 else { return nil }
    let rounded = (part * 200 + whole) / (whole * 2)
    return part < whole ? min(99, rounded) : rounded
  }

  /// In per cent; nil of nothing.
  public var percentage: Double? { whole > 0 ? Double(part) * 100 / Double(whole) : nil }

  /// Whether it reaches another share, reckoned without rounding; nothing reaches nothing.
  public func isAtLeast(_ other: Share) -> Bool {
    whole > 0 && other.whole > 0
      && part.multipliedFullWidth(by: other.whole) >= other.part.multipliedFullWidth(by: whole)
  }

  /// The percentage to one place, as in "87.5%", rounded down so that no absence looks smaller and no
  /// attendance better than it is; "–" of nothing.
  public var text: String {
    guard whole > 0 else { return "–" }
    let tenths = part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10)%"
  }
}

/// How far absence goes, by DfE's two thresholds.
public enum AbsenceLevel: Int, CaseIterable, Sendable, Comparable, Titled {
  /// Less than a tenth of possible sessions missed.
  case withinBounds = 0
  /// A tenth or more missed.
  case persistent = 1
  /// Half or more missed.
  case severe = 2

  /// The share of possible sessions from which it applies.
  public var threshold: Share {
    switch self {
    case .withinBounds: Share(0, of: 1)
    case .persistent: Share(1, of: 10)
    case .severe: Share(1, of: 2)
    }
  }

  static let worstFirst: [AbsenceLevel] = [.severe, .persistent]

  /// The name in full.
  public var title: String {
    switch self {
    case .withinBounds: "Within bounds"
    case .persistent: "Persistently absent"
    case .severe: "Severely absent"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .withinBounds: "–"
    case .persistent: "Persistent"
    case .severe: "Severe"
    }
  }

  /// Orders the least absent first.
  public static func < (left: AbsenceLevel, right: AbsenceLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}
