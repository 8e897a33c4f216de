extension Provider {
  /// Everything about it that cannot be; empty for a sound record.
  public func problems() -> [ProviderProblem] {
    var found: [ProviderProblem] = []
    if reference.allSatisfy(\.isWhitespace) { found.append(.referenceMissing) }
    if name.allSatisfy(\.isWhitespace) { found.append(.nameMissing) }
    if let lowestAge, let highestAge, lowestAge > highestAge {
      found.append(.agesTurnedRound(lowest: lowestAge, highest: highestAge))
    }
    if let places, places < 0 { found.append(.negativePlaces) }
    if let weeklyCost, weeklyCost < 0 { found.append(.negativeCost) }
    for need in needsMet {
      do throws(CodeProblem) {
        _ = try Codes.needs.require(need)
      } catch {
        found.append(.need(need, error))
      }
    }
    return found
  }
}

/// Something about a provider that cannot be.
public enum ProviderProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reference is blank.
  case referenceMissing
  /// The name is blank.
  case nameMissing
  /// The youngest age taken is above the oldest.
  case agesTurnedRound(lowest: Int, highest: Int)
  /// It has fewer places than none.
  case negativePlaces
  /// It costs less than nothing.
  case negativeCost
  /// A need that it meets is not one of the codes.
  case need(String, CodeProblem)

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .referenceMissing: "a provider has a reference of the team's own"
    case .nameMissing: "a provider has a name"
    case .agesTurnedRound(let lowest, let highest):
      "the lowest age is \(lowest) and the highest \(highest); they may be turned round"
    case .negativePlaces: "places cannot be fewer than none"
    case .negativeCost: "a cost cannot be less than nothing"
    case .need(let code, let problem): "need \(code): \(problem)"
    }
  }
}
