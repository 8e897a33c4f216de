/// Rows that a person has marked to act on together, by identity, so that they outlast a sort, a filter
/// and a refresh.
public struct MarkedRows: Hashable, Sendable {
  /// The identities.
  public private(set) var identities: Set<Int64> = []
  /// The row at which a range begins: the last that was marked or unmarked alone.
  private var anchor: Int64?

  /// The sign of a marked row, since nothing is told by colour alone.
  public static let sign: Unicode.Scalar = "◆"

  /// Nothing marked.
  public init() {}

  /// Whether nothing is.
  public var isEmpty: Bool { identities.isEmpty }
  /// How many are.
  public var count: Int { identities.count }
  /// Whether a row is.
  public func contains(_ identity: Int64) -> Bool { identities.contains(identity) }

  /// Marks a row, or takes its mark.
  public mutating func toggle(_ identity: Int64) {
    if identities.remove(identity) == nil { identities.insert(identity) }
    anchor = identity
  }

  /// Marks every row from the last one that was marked alone up to this one, in the order of the list.
  /// Where that one is no longer in the list only this one is marked.
  public mutating func extend(to identity: Int64, in list: [Int64]) {
    guard let anchor, let from = list.firstIndex(of: anchor),
      let to = list.firstIndex(of: identity)
    else {
      identities.insert(identity)
      self.anchor = identity
      return
    }
    identities.formUnion(list[min(from, to)...max(from, to)])
  }

  /// Marks rows, such as all that a filter leaves.
  public mutating func mark(_ rows: some Sequence<Int64>) { identities.formUnion(rows) }

  /// Keeps only the marks of rows that still are.
  public mutating func keep(where exists: (Int64) -> Bool) {
    identities = identities.filter(exists)
    if let anchor, !exists(anchor) { self.anchor = nil }
  }

  /// Takes every mark.
  public mutating func clear() { self = MarkedRows() }
}
