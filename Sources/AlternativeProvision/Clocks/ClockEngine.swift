/// Reads every clock of a case from its facts and the rule book.
public struct ClockEngine: Sendable {
  /// The rules by which it judges.
  public let book: RuleBook

  /// An engine that judges by a rule book.
  public init(book: RuleBook = .standard) {
    self.book = book
  }

  /// Every clock that the facts set, in the order of `ClockKind`.
  ///
  /// - Parameter asAt: facts dated later are taken as not yet known; `.distantFuture` hides nothing.
  public func readings(for facts: CaseFacts, asAt: Day = .distantFuture) -> [ClockReading] {
    []
  }
}
