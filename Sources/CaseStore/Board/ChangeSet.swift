import AlternativeProvision

/// What changes of the caseload a board has taken in.
public struct ChangeSet: Hashable, Sendable {
  /// The cases whose rows may differ, or that were opened or closed.
  public var cases: Set<Identifier<Case>> = []
  /// The providers whose rows may differ.
  public var providers: Set<Identifier<Provider>> = []
  /// Whether so much changed that the whole board was read again, in slices.
  public var isWholesale = false
  /// Who made the changes, each once.
  public var authors: [String] = []

  /// Nothing.
  public init() {}
}
