/// Why the store refused or could not do something, and what the person can do about it.
public struct StoreError: Error, Sendable, CustomStringConvertible {
  /// The sorts of refusal and failure between which a program decides.
  public enum Kind: Sendable, Hashable {
    /// There is no file at that path.
    case missing
    /// The file or its folder may not be read or written by this user.
    case notPermitted
    /// The file is no caseload of this program.
    case notACaseload
    /// The file was written by a newer version of this program.
    case newerVersion
    /// The file must be brought up to date first, which reading alone cannot do.
    case olderVersion
    /// Another program held the file for longer than the wait.
    case busy
    /// Whoever was asked whether to wait on gave up.
    case givenUp
    /// The file is damaged.
    case damaged
    /// The disk is full.
    case full
    /// The change contradicts the rules of a record, or names something that is not on file.
    case refused
    /// Someone else changed the record after it was read.
    case conflict
    /// There is nothing, or nothing any more, that can be undone.
    case cannotUndo
    /// Reading or writing failed in another way.
    case failed
  }

  /// What sort of failure it is.
  public var kind: Kind
  /// What happened, in a few words without a full stop.
  public var whatHappened: String
  /// What to do now, in a few words without a full stop.
  public var whatToDo: String
  /// Both versions of the record, where `kind` is `.conflict`.
  public var conflict: Conflict?

  /// An error that says what happened and what to do.
  public init(
    _ kind: Kind, _ whatHappened: String, toDo whatToDo: String, conflict: Conflict? = nil
  ) {
    self.kind = kind
    self.whatHappened = whatHappened
    self.whatToDo = whatToDo
    self.conflict = conflict
  }

  /// The whole message on one line.
  public var description: String { "\(whatHappened): \(whatToDo)" }
}

/// A record as two people have it: what is on file by now, and what was to be written over it.
public struct Conflict: Sendable, Hashable {
  /// One field on which the two disagree.
  public struct Field: Sendable, Hashable {
    /// The field, by its name in the store.
    public var name: String
    /// What is on file; empty for nothing.
    public var onFile: String
    /// What was to be written; empty for nothing.
    public var yours: String
  }

  /// What sort of record it is.
  public var kind: RecordKind
  /// The number of the record.
  public var subject: Int64
  /// Who changed it last.
  public var changedBy: String
  /// When they changed it.
  public var changedAt: Instant
  /// The fields that both have changed, to different things; none where what each has changed can stand
  /// beside what the other has.
  public var fields: [Field]
}
