import AlternativeProvision

/// What the panes agree to show only: each part that is set narrows further, and can be let go again.
public struct Narrowing: Hashable, Sendable {
  /// Only children who are with this provider today.
  public var provider: Identifier<Provider>?
  /// Only the cases of this officer; an empty name stands for the unassigned.
  public var officer: String?
  /// Only the cases of this school.
  public var school: Identifier<School>?
  /// Only children who are today with a provider of this overall rating.
  public var rating: Rating?
  /// Only cases in this state.
  public var group: StateGroup?
  /// Only cases that came this way.
  public var route: CaseRoute?
  /// Only the cases that a figure of the headline counts.
  public var figure: HeadlineFigure?

  /// Nothing is left out.
  public init() {}

  /// Whether nothing is left out.
  public var isEmpty: Bool { self == Narrowing() }
}
