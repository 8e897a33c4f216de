/// A child's place with a provider for a time.
public struct Placement: Hashable, Sendable {
  /// The case under which it was arranged.
  public var file: Identifier<Case>
  /// The provider.
  public var provider: Identifier<Provider>
  /// The first day of education there.
  public var startsOn: Day
  /// The last day; nil while it goes on.
  public var endedOn: Day?
  /// The last day that was planned when it was agreed.
  public var plannedEnd: Day?
  /// Sessions (half days) a week, 1 to 10.
  public var sessionsPerWeek: Int
  /// Hours of education a week.
  public var hoursPerWeek: Double?
  /// Why it was commissioned, by the census code set.
  public var reason: String?
  /// Who commissioned it, and so answers for its quality.
  public var commissioner: Commissioner = .authority
  /// What it costs a week, in pence.
  public var weeklyCost: Int?
  /// When it was last reviewed.
  public var lastReviewedOn: Day?
  /// When it was last visited to monitor progress.
  public var lastVisitedOn: Day?
  /// When a panel agreed that it be reviewed next; nil leaves it to the team's interval.
  public var nextReviewOn: Day?
  /// How it ended, as the team words it.
  public var outcome: String?

  /// A placement with the facts that every record must have.
  public init(
    file: Identifier<Case>, provider: Identifier<Provider>, startsOn: Day, sessionsPerWeek: Int
  ) {
    self.file = file
    self.provider = provider
    self.startsOn = startsOn
    self.sessionsPerWeek = sessionsPerWeek
  }

  /// Whether the child is placed on that day.
  public func isCurrent(on day: Day) -> Bool {
    startsOn <= day && endedOn.map { day <= $0 } ?? true
  }

  /// The sessions of a full week: two on each of five days.
  public static let sessionsOfFullWeek = 10
}

/// Who arranged a placement. Schools answer for those that they commission.
public enum Commissioner: String, CaseIterable, Sendable {
  case authority, school
}
