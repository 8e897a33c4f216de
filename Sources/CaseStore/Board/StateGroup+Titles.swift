extension StateGroup {
  /// The group in words.
  public var title: String {
    switch self {
    case .pastDaySix: "Past day six"
    case .daySixUnknown: "Day six not known"
    case .overdue: "Another clock overdue"
    case .dueToday: "Due today"
    case .dueWithinTwoSchoolDays: "Due within two school days"
    case .dueThisWeek: "Due this week"
    case .withoutProvision: "No provision on file"
    case .safe: "Nothing due this week"
    case .provisional: "Date not yet certain"
    }
  }

  /// The group as a command line has it.
  public var keyword: String {
    switch self {
    case .pastDaySix: "past-day-six"
    case .daySixUnknown: "day-six-unknown"
    case .overdue: "overdue"
    case .dueToday: "due-today"
    case .dueWithinTwoSchoolDays: "two-days"
    case .dueThisWeek: "this-week"
    case .withoutProvision: "no-provision"
    case .safe: "safe"
    case .provisional: "provisional"
    }
  }

  /// The group of that keyword.
  public init?(keyword: String) {
    guard let group = StateGroup.allCases.first(where: { $0.keyword == keyword }) else {
      return nil
    }
    self = group
  }
}
