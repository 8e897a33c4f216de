extension Rating {
  /// The overall rating that the ratings of the standards make.
  ///
  /// A local convention, there being no national scale: red if any standard is red, else amber if any is
  /// amber, and green only when all four were seen and are green. Nil while it is still open.
  public static func overall(of ratings: [QualityStandard: Rating]) -> Rating? {
    guard let worst = ratings.values.min() else { return nil }
    if worst == .green, ratings.count < QualityStandard.allCases.count { return nil }
    return worst
  }
}

extension QualityVisit {
  /// When the next visit is due: as agreed, else a year after this one (the yearly visit against the
  /// voluntary standards is a local rule).
  public var nextDue: Day { nextVisitOn ?? visitedOn.adding(months: 12) }

  /// Everything about it that cannot be; empty for a sound record.
  public func problems() -> [VisitProblem] {
    var found: [VisitProblem] = []
    if let worst = ratings.values.min(), worst == .red, overall != .red {
      found.append(.betterThanRed(overall))
    }
    if let order = DatesOutOfOrder("this visit", visitedOn, "the next visit", nextVisitOn) {
      found.append(.dates(order))
    }
    return found
  }
}

/// Something about a quality visit that cannot be.
public enum VisitProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// A provider is red in one standard and not red overall, against the local convention.
  case betterThanRed(Rating)
  /// Two dates are out of order.
  case dates(DatesOutOfOrder)

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .betterThanRed(let overall):
      "a standard is red and the whole is \(overall.title.lowercased()); with a red standard the "
        + "whole is red"
    case .dates(let order): order.description
    }
  }
}
