/// The measures that a team sets itself, where neither law nor guidance sets a number.
public struct LocalTargets: Sendable, Hashable {
  private var values: [LocalTarget: Int] = [:]

  /// The targets given, and usual practice for the others.
  public init(_ values: [LocalTarget: Int] = [:]) {
    self.values = values
  }

  /// The usual practice.
  public static let usual = LocalTargets()

  /// The value of a target: the team's own, else the usual one.
  public subscript(_ target: LocalTarget) -> Int {
    get { values[target] ?? target.usual }
    set { values[target] = newValue }
  }
}

/// A number that a team may set for itself.
public enum LocalTarget: String, CaseIterable, Sendable {
  /// Days between reviews of a placement: half-termly, six weeks.
  case placementReviewDays
  /// Days between monitoring visits to a placement: six weeks.
  case monitoringVisitDays
  /// 1 to count a permanent exclusion's days from the start of a suspension that led to it unbroken,
  /// which is kinder than the law; 0 to count as the law does.
  case countSuspensionBeforePermanent

  /// The value where a team has set none.
  public var usual: Int {
    switch self {
    case .placementReviewDays, .monitoringVisitDays: 42
    case .countSuspensionBeforePermanent: 0
    }
  }
}

extension LocalTarget: Titled {
  /// The target in words.
  public var title: String {
    switch self {
    case .placementReviewDays: "Days between placement reviews"
    case .monitoringVisitDays: "Days between monitoring visits"
    case .countSuspensionBeforePermanent: "Count a suspension that led to a permanent exclusion"
    }
  }

  /// The target in at most ten characters.
  public var shortTitle: String {
    switch self {
    case .placementReviewDays: "reviews"
    case .monitoringVisitDays: "visits"
    case .countSuspensionBeforePermanent: "count susp"
    }
  }
}
