import AlternativeProvision

/// What became of a record that was put through the door.
public struct PutResult<Value: Sendable>: Sendable {
  /// What became of it.
  public let outcome: PutOutcome
  /// Its identifier.
  public let id: Identifier<Value>

  /// What became of a record, and its identifier.
  public init(_ outcome: PutOutcome, id: Identifier<Value>) {
    self.outcome = outcome
    self.id = id
  }
}

/// The three things that can become of a record that is put through the door.
public enum PutOutcome: Sendable, Hashable {
  /// It was not on file.
  case added
  /// It was on file with other values.
  case changed
  /// It was on file just so.
  case unchanged
}
