/// One meeting of a panel.
public struct Meeting: Hashable, Sendable {
  /// The panel that meets.
  public var panel: Identifier<Panel>
  /// When.
  public var heldOn: Day
  /// At what time, as the team writes it: "14:00".
  public var startsAt: String = ""
  /// Where, or by which link.
  public var venue: String = ""
  /// How far it has come.
  public var state: MeetingState = .planned
  /// How many minutes it has in all; nil for the sum of its items' minutes.
  public var minutesAllotted: Int?

  /// A meeting that is planned.
  public init(panel: Identifier<Panel>, heldOn: Day) {
    self.panel = panel
    self.heldOn = heldOn
  }
}

/// How far a meeting has come.
public enum MeetingState: String, CaseIterable, Sendable, Titled {
  /// The agenda is being made.
  case planned
  /// The panel sits.
  case open
  /// The panel has risen.
  case closed
  /// The minutes are written and wait for the chair.
  case minutesDraft
  /// The chair has approved the minutes: nothing of the meeting changes any more.
  case minutesApproved

  /// The states that may follow. A meeting can be opened again until its minutes are approved.
  public var next: [MeetingState] {
    switch self {
    case .planned: [.open]
    case .open: [.closed]
    case .closed: [.open, .minutesDraft]
    case .minutesDraft: [.open, .minutesApproved]
    case .minutesApproved: []
    }
  }

  /// Whether decisions may be made.
  public var isOpen: Bool { self == .open }

  /// Whether the panel has risen.
  public var isOver: Bool { self == .closed || self == .minutesDraft || self == .minutesApproved }

  /// The name in full.
  public var title: String {
    switch self {
    case .planned: "Planned"
    case .open: "Open"
    case .closed: "Closed"
    case .minutesDraft: "Minutes in draft"
    case .minutesApproved: "Minutes approved"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .planned: "Planned"
    case .open: "Open"
    case .closed: "Closed"
    case .minutesDraft: "Draft"
    case .minutesApproved: "Approved"
    }
  }
}

/// A person at a meeting, or missing from it.
public struct Attendee: Hashable, Sendable {
  /// Who.
  public var member: PanelMember
  /// Whether they are there now.
  public var presence: Presence

  /// A person and whether they are there.
  public init(_ member: PanelMember, _ presence: Presence = .expected) {
    self.member = member
    self.presence = presence
  }
}

/// Whether somebody is at a meeting.
public enum Presence: String, CaseIterable, Sendable, Titled {
  /// Nobody has said yet.
  case expected
  case present
  /// Sent apologies.
  case apologies
  /// Neither came nor sent apologies.
  case absent
  /// Was there, and has left.
  case left

  /// The word.
  public var title: String {
    switch self {
    case .expected: "Expected"
    case .present: "Present"
    case .apologies: "Apologies"
    case .absent: "Absent"
    case .left: "Left"
    }
  }
}

/// A member's interest in a child, or in the panel's business as a whole.
public struct Interest: Hashable, Sendable {
  /// The name of the member.
  public var member: String
  /// What the interest is.
  public var nature: String

  /// An interest of a member.
  public init(member: String, nature: String = "") {
    self.member = member
    self.nature = nature
  }

  /// Whether it is that member's, however the name was written.
  public func isDeclared(by member: PanelMember) -> Bool {
    plainName(self.member) == plainName(member.name)
  }
}

/// What is to be done after a meeting, by whom and when.
public struct PanelAction: Hashable, Sendable {
  /// What is to be done.
  public var what: String
  /// By whom.
  public var owner: String
  /// By when.
  public var dueOn: Day?
  /// When it was done.
  public var doneOn: Day?
  /// What came of it.
  public var result: String

  /// An action for somebody.
  public init(
    what: String, owner: String = "", dueOn: Day? = nil, doneOn: Day? = nil, result: String = ""
  ) {
    self.what = what
    self.owner = owner
    self.dueOn = dueOn
    self.doneOn = doneOn
    self.result = result
  }

  /// Whether it is past its day and not done.
  public func isOverdue(on day: Day) -> Bool { doneOn == nil && dueOn.map { $0 < day } ?? false }

  /// Whether it was begun and nobody has written anything into it.
  public var saysNothing: Bool {
    what.allSatisfy(\.isWhitespace) && owner.allSatisfy(\.isWhitespace) && dueOn == nil
      && doneOn == nil && result.allSatisfy(\.isWhitespace)
  }

  /// By whom, or that nobody is named.
  public var ownerWords: String {
    owner.allSatisfy(\.isWhitespace) ? "nobody named" : owner
  }

  /// By when, or that it has no day.
  public var dueWords: String { dueOn?.medium ?? "no day" }

  /// What it lacks to be done by somebody in time; empty for a complete one.
  public func problems(on day: Day) -> [ActionProblem] {
    var found: [ActionProblem] = []
    if what.allSatisfy(\.isWhitespace) { found.append(.nothingToDo) }
    if owner.allSatisfy(\.isWhitespace) { found.append(.ownerMissing) }
    guard let dueOn else { return found + [.dueMissing] }
    if doneOn == nil, dueOn < day { found.append(.dueBefore(dueOn, day)) }
    return found
  }
}

/// Something that an action lacks.
public enum ActionProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// It says nothing.
  case nothingToDo
  /// It is nobody's.
  case ownerMissing
  /// It has no day.
  case dueMissing
  /// It is due before the meeting.
  case dueBefore(Day, Day)

  /// What is missing, and what would do.
  public var description: String {
    switch self {
    case .nothingToDo: "the action says nothing; write what is to be done, or remove it"
    case .ownerMissing: "the action is nobody's; give it an owner"
    case .dueMissing: "the action has no day; say by when"
    case .dueBefore(let due, let day):
      "the action is due on \(due.medium), before \(day.medium); give a later day"
    }
  }
}
