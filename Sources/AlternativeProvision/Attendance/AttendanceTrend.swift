/// Which way attendance goes, from the last weeks against those before.
public enum AttendanceTrend: String, CaseIterable, Sendable, Titled {
  case rising, level, falling
  /// Too few weeks with possible sessions to say.
  case unknown

  /// How many percentage points make a change; a local convention.
  public static let pointsThatCount = 3.0

  /// The trend of weekly tallies, oldest first: the later half against the earlier half.
  ///
  /// Weeks without a possible session, holidays, are passed over.
  public init(weeks: some Sequence<AttendanceTally>) {
    let counted = weeks.filter { $0.possible > 0 }
    let middle = counted.count / 2
    let earlier = counted[..<middle].reduce(AttendanceTally(), +)
    let later = counted[middle...].reduce(AttendanceTally(), +)
    guard let before = earlier.percentage, let after = later.percentage else {
      self = .unknown
      return
    }
    if after - before >= AttendanceTrend.pointsThatCount {
      self = .rising
    } else if before - after >= AttendanceTrend.pointsThatCount {
      self = .falling
    } else {
      self = .level
    }
  }

  /// The name in full.
  public var title: String {
    switch self {
    case .rising: "Rising"
    case .level: "Level"
    case .falling: "Falling"
    case .unknown: "Unknown"
    }
  }
}
