/// A visit to a provider, with a rating for each standard of the national voluntary standards.
public struct QualityVisit: Hashable, Sendable {
  /// The provider visited.
  public var provider: Identifier<Provider>
  /// When.
  public var visitedOn: Day
  /// Who visited.
  public var visitor: String?
  /// The rating of each standard seen; a standard that was not looked at is absent.
  public var ratings: [QualityStandard: Rating]
  /// The rating of the provider as a whole.
  public var overall: Rating
  /// When the next visit was agreed to be; nil leaves it to the yearly cycle.
  public var nextVisitOn: Day?
  /// What must be done, by whom and when.
  public var actions: String?

  /// A visit with its ratings.
  public init(
    provider: Identifier<Provider>, visitedOn: Day, ratings: [QualityStandard: Rating],
    overall: Rating
  ) {
    self.provider = provider
    self.visitedOn = visitedOn
    self.ratings = ratings
    self.overall = overall
  }
}

/// Red, amber or green. Never shown by colour alone: each has its letter.
public enum Rating: Int, CaseIterable, Sendable, Comparable {
  /// Critical failure: no new referrals, and every placement there is reviewed at once.
  case red = 0
  /// Placements may go on, with actions that have dates.
  case amber = 1
  /// Meets every standard.
  case green = 2

  /// The letter that stands for it.
  public var letter: Character {
    switch self {
    case .red: "R"
    case .amber: "A"
    case .green: "G"
    }
  }

  /// Orders the worst first.
  public static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }
}

/// The four parts of DfE's voluntary national standards for non-school alternative provision (2025).
public enum QualityStandard: Int, CaseIterable, Sendable {
  case safeguarding = 0
  case healthAndSafety = 1
  case admissionsAndSupport = 2
  case qualityOfEducation = 3
}
