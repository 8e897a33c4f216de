/// A view that others can see: names are initials, and what the room need not see is covered.
///
/// It stays on from item to item; what is revealed is revealed for one item only, and nowhere but there.
public struct SharedView: Hashable, Sendable {
  /// Whether it is on: as it is when a meeting opens.
  public var isOn = true
  private var item: Identifier<AgendaItem>?
  private var revealed: Set<CoveredMatter> = []

  /// A shared view that is on and covers everything.
  public init() {}

  /// Goes to an item: what was revealed for another is covered again.
  public mutating func go(to item: Identifier<AgendaItem>?) {
    guard item != self.item else { return }
    self.item = item
    revealed = []
  }

  /// Uncovers a matter for the present item, or covers it again.
  public mutating func toggle(_ matter: CoveredMatter) {
    if revealed.remove(matter) == nil { revealed.insert(matter) }
  }

  /// Uncovers everything for the present item; where all of it is uncovered already, covers it again.
  ///
  /// - Returns: Whether all of it is uncovered now.
  @discardableResult
  public mutating func toggleAll() -> Bool {
    let all = Set(CoveredMatter.allCases)
    revealed = revealed == all ? [] : all
    return revealed == all
  }

  /// Whether a fact is covered now, as the one table of facts has it.
  ///
  /// - Parameter item: The item on which it stands; what was revealed there is no longer covered. Nil
  ///   for everywhere else, where nothing can be revealed.
  public func covers(_ fact: SharedFact, on item: Identifier<AgendaItem>? = nil) -> Bool {
    switch fact.cover {
    case .shown, .reduced: false
    case .matter(let matter): covers(matter: matter, on: item)
    case .always: isOn
    }
  }

  /// Whether a matter is covered now.
  public func covers(matter: CoveredMatter, on item: Identifier<AgendaItem>? = nil) -> Bool {
    isOn && !(item != nil && item == self.item && revealed.contains(matter))
  }

  /// The name of a child as it may be shown.
  public func name(of pupil: Pupil, reference: String) -> String {
    isOn ? pupil.coveredName(reference: reference) : pupil.displayName
  }

  /// A text as it may be shown.
  public func text(_ text: String, under cover: NameCover) -> String {
    isOn ? cover.covered(text) : text
  }

  /// A clock's name as it may be shown: one that says of which plan or illness it is says neither.
  public func title(of clock: ClockKind) -> String { isOn ? clock.neutralTitle : clock.title }

  /// The name of a clock as it runs; what is owed again after a placement ended is called that.
  public func title(of reading: ClockReading) -> String {
    isOn && !reading.rule.isResumed ? reading.kind.neutralTitle : reading.name
  }
}

extension ClockKind {
  /// The name of a clock that tells neither of a plan nor of illness; other clocks have it too.
  public var neutralTitle: String {
    switch self {
    case .annualReview, .placementReview: "Review"
    case .section19Illness: "Section 19"
    case .unexplainedMark: "A mark to settle"
    default: title
    }
  }
}

extension Pupil {
  /// The child as shown where others can see: initials and a reference, "TN · AP-2026-0412".
  public func coveredName(reference: String) -> String {
    reference.isEmpty ? initials : "\(initials) · \(reference)"
  }
}
