/// To whom a decision is told.
public enum NoticeKind: String, CaseIterable, Sendable, Titled {
  case school, parent

  /// To whom, in words.
  public var title: String {
    switch self {
    case .school: "To the school"
    case .parent: "To the parent"
    }
  }

  /// To whom, in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .school: "School"
    case .parent: "Parent"
    }
  }
}

/// That a letter with a decision went out: what the Ombudsman asks for after who decided, and why.
public struct SentLetter: Hashable, Sendable {
  /// The decision that it tells.
  public var decision: Identifier<RecordedDecision>
  /// To whom it went.
  public var to: NoticeKind
  /// Their name, as on the letter; empty where nobody gave one.
  public var addressee: String
  /// The day on which it went out.
  public var sentOn: Day
  /// Who sent it.
  public var sentBy: String

  /// A letter that went out.
  public init(
    decision: Identifier<RecordedDecision>, to: NoticeKind, addressee: String = "", sentOn: Day,
    sentBy: String
  ) {
    self.decision = decision
    self.to = to
    self.addressee = addressee
    self.sentOn = sentOn
    self.sentBy = sentBy
  }
}

extension DecisionOption {
  /// To whom a decision on a child is told; nobody is written to about what was only noted, and nobody
  /// unasked about a child who was referred to safeguarding, which can put the child at risk.
  public var isToldTo: [NoticeKind] {
    switch self {
    case .note, .referSafeguarding: []
    default: NoticeKind.allCases
    }
  }
}
