import AlternativeProvision

/// How many marks of a batch were added, changed and left.
public struct MarkCounts: Sendable, Hashable {
  /// Marks of sessions that had none.
  public var added = 0
  /// Marks that differed in code or provider.
  public var changed = 0
  /// Marks that were on file just so.
  public var unchanged = 0
}

/// Marks on their way into the store.
final class MarkStage {
}

extension Door {
  /// Puts one mark, given as it comes out of a file.
  public mutating func putMark(
    pupil: Identifier<Pupil>, provider: Identifier<Provider>, day: Day, session: Session,
    code: MarkCode
  ) throws(StoreError) {
  }

  /// Writes the marks put so far.
  @discardableResult
  public mutating func finishMarks() throws(StoreError) -> MarkCounts {
    MarkCounts()
  }
}

/// The one or two characters of a register code, without a string's cost.
public struct MarkCode: Hashable, Sendable {
  /// The first character.
  public let first: UInt8
  /// The second character; 0 for none.
  public let second: UInt8

  /// The code of those characters, in ASCII.
  public init(_ first: UInt8, _ second: UInt8 = 0) {
    self.first = first
    self.second = second
  }
}
