extension Placement {
  /// Everything about it that cannot be on a day: a review or visit on a later one has not been made.
  public func problems(on day: Day) -> [PlacementProblem] {
    let made = [("review", lastReviewedOn), ("monitoring visit", lastVisitedOn)]
    return problems()
      + made.compactMap { what, on in
        on.flatMap { $0 > day ? .ahead(what, $0) : nil }
      }
  }

  /// Everything about it that cannot be; empty for a sound record.
  public func problems() -> [PlacementProblem] {
    var found: [PlacementProblem] = []
    if !(1...10).contains(sessionsPerWeek) { found.append(.sessions(sessionsPerWeek)) }
    if let hours = hoursPerWeek, !(hours > 0 && hours <= PlacementProblem.mostHours) {
      found.append(.hours(hours))
    }
    if let cost = weeklyCost, cost < 0 { found.append(.negativeCost) }
    if let reason {
      do throws(CodeProblem) {
        _ = try Codes.placementReasons.require(reason, on: startsOn)
      } catch {
        found.append(.reason(reason, error))
      }
    }
    let start = "the first day of the placement"
    let orders = [
      DatesOutOfOrder(start, startsOn, "its last day", endedOn),
      DatesOutOfOrder(start, startsOn, "its planned end", plannedEnd),
      DatesOutOfOrder(start, startsOn, "its last review", lastReviewedOn),
      DatesOutOfOrder(start, startsOn, "the last monitoring visit", lastVisitedOn),
    ]
    return found + orders.compactMap { $0.map(PlacementProblem.dates) }
  }
}

extension Placement {
  /// Whether it and another go on at the same time, on one day at least.
  public func runsBeside(_ other: Placement) -> Bool {
    startsOn <= other.endedOn ?? .distantFuture && other.startsOn <= endedOn ?? .distantFuture
  }
}

/// Something about a placement that cannot be.
public enum PlacementProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// A week has one to ten sessions.
  case sessions(Int)
  /// The hours of a week are none, or more than any school day holds.
  case hours(Double)
  /// It costs less than nothing.
  case negativeCost
  /// The reason is not one of the codes.
  case reason(String, CodeProblem)
  /// A review or visit that is said to have been made has not come yet.
  case ahead(String, Day)
  /// Two dates are out of order.
  case dates(DatesOutOfOrder)

  /// Hours that five days of education cannot exceed.
  static let mostHours = 60.0

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .sessions(let count): "a week has 1 to 10 sessions (half days); this has \(count)"
    case .hours(let hours):
      "hours of education a week are more than 0 and at most 60; this has \(hours)"
    case .negativeCost: "a cost cannot be less than nothing"
    case .reason(let code, let problem): "reason \(code): \(problem)"
    case .ahead(let what, let day):
      "the last \(what), \(day.medium), has not come yet; give the day on which one was made"
    case .dates(let order): order.description
    }
  }
}
