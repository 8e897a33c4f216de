/// Who must be present for a panel to decide.
///
/// As a rule a chair and three more, one of them from a school and one from outside education; general
/// knowledge of comparable panels, so every part can be set.
public struct Quorum: Hashable, Sendable {
  /// Whether there must be a chair.
  public var needsChair: Bool
  /// How many members there must be besides the chair.
  public var members: Int
  /// Agencies each of which must be there.
  public var requiredAgencies: [Agency]
  /// Whether someone from outside education must be there.
  public var needsOutsideEducation: Bool

  /// A quorum, by default the usual one.
  public init(
    needsChair: Bool = true, members: Int = 3, requiredAgencies: [Agency] = [.school],
    needsOutsideEducation: Bool = true
  ) {
    self.needsChair = needsChair
    self.members = members
    self.requiredAgencies = requiredAgencies
    self.needsOutsideEducation = needsOutsideEducation
  }

  /// What is missing among those attending; empty if there is a quorum.
  ///
  /// Observers do not count. A deputy is in the chair while the chair is away, and a member otherwise.
  public func shortfalls(attending: [PanelMember]) -> [QuorumShortfall] {
    let counting = attending.filter { $0.role != .observer }
    let chairs = counting.filter { $0.role == .chair }.count
    let deputies = counting.filter { $0.role == .deputy }.count
    let isChaired = chairs + deputies > 0
    let members = counting.count - (isChaired ? 1 : 0)
    let agencies = Set(counting.map(\.agency))
    var missing: [QuorumShortfall] = []
    if needsChair, !isChaired { missing.append(.chair) }
    if members < self.members { missing.append(.members(self.members - members)) }
    missing += requiredAgencies.filter { !agencies.contains($0) }.map(QuorumShortfall.agency)
    if needsOutsideEducation, agencies.allSatisfy(\.isEducation) {
      missing.append(.outsideEducation)
    }
    return missing
  }
}

/// Something that a panel lacks for its quorum.
public enum QuorumShortfall: Hashable, Sendable, CustomStringConvertible {
  /// Nobody is in the chair.
  case chair
  /// So many members are missing.
  case members(Int)
  /// Nobody speaks for that agency.
  case agency(Agency)
  /// Everybody is from education.
  case outsideEducation

  /// What is missing.
  public var description: String {
    switch self {
    case .chair: "there is no chair"
    case .members(let count): "\(count) more member\(count == 1 ? " is" : "s are") needed"
    case .agency(let agency): "nobody is here for \(agency.title)"
    case .outsideEducation: "nobody is here from outside education"
    }
  }
}
