/// The rules of every clock with the dates of their force.
///
/// A case is judged by the rules of its own date, so a rule that changed keeps its former rows.
public struct RuleBook: Sendable {
  /// Every row.
  public let rules: [ClockRule]
  private let byKind: [[ClockRule]]

  /// A book of those rows.
  public init(_ rules: [ClockRule]) {
    self.rules = rules
    byKind = ClockKind.allCases.map { kind in rules.filter { $0.kind == kind } }
  }

  /// The rules of England as this program knows them.
  public static let standard = RuleBook(StandardRules.all)

  /// The rule of a clock on a day; nil where none was in force.
  public func rule(_ kind: ClockKind, on day: Day) -> ClockRule? {
    byKind[kind.rawValue].last { $0.isInForce(on: day) }
  }
}

extension ClockRule {
  /// The rule with the length that a team set for itself, where it may set one.
  public func adjusted(by targets: LocalTargets) -> ClockRule {
    guard let localTarget else { return self }
    var rule = self
    rule.length = max(1, targets[localTarget])
    return rule
  }
}
