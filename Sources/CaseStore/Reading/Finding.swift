/// Something that `Caseload.check` found, and what to do about it.
public struct Finding: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: Sendable, Hashable, Comparable {
    /// Something is wrong: figures that rest on it cannot be trusted.
    case problem
    /// Something is unlikely, and may be right.
    case notice
  }

  /// How much it matters.
  public var severity: Severity
  /// The record, by the name people know it by, as in "case AP-2026-0412".
  public var place: String
  /// What is wrong with it.
  public var whatIsWrong: String
  /// What would put it right.
  public var whatToDo: String

  /// A finding on one line.
  public var description: String { "\(place): \(whatIsWrong): \(whatToDo)" }
}

extension Finding: CustomStringConvertible {}
