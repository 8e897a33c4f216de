import AlternativeProvision

/// All of one meeting, as its screen, its second screen and its minutes need it: read together.
public struct MeetingFile: Sendable {
  /// The meeting.
  public var meeting: Stored<Meeting>
  /// The panel that meets.
  public var panel: Stored<Panel>
  /// Everyone expected, present or missing, in the order in which they were entered.
  public var attendees: [Attendee]
  /// Interests that were declared without naming an item.
  public var interests: [Interest]
  /// The agenda in its order, dropped items included.
  public var items: [ItemFile]
  /// Actions that belong to no item.
  public var actions: [ActionFile]
  /// The minutes, once they are approved.
  public var minutes: ApprovedMinutes?
  /// Notes that correct them, earliest first.
  public var corrections: [MinutesCorrection]
  /// When this panel meets again; nil while no later meeting is on file.
  public var nextMeeting: Day?
  /// The place in the journal at which this was read.
  public var position: Int64

  /// Who decides on an item, and whether they are a quorum.
  public func deciding(on item: ItemFile?) -> Deciding {
    Deciding(
      attendees: attendees, interests: item?.interests ?? [],
      quorum: panel.value.terms.quorum)
  }
}

/// One item of a meeting with what was written, decided and agreed to be done.
public struct ItemFile: Sendable {
  /// The item.
  public var item: Stored<AgendaItem>
  /// How many seconds it has taken.
  public var secondsSpent: Int
  /// The interests declared in it.
  public var interests: [Interest]
  /// Its decisions, the first first; all but the last were reopened.
  public var decisions: [Stored<RecordedDecision>]
  /// Its actions, in the order in which they were begun.
  public var actions: [ActionFile]
  /// The letters that went out with its decisions.
  public var letters: [SentLetter] = []
  /// What stands in each field of its form.
  public var words: [DecisionField: Words]

  /// The decision that stands; nil while there is none.
  public var decision: Stored<RecordedDecision>? {
    decisions.last.flatMap { $0.value.reopening == nil ? $0 : nil }
  }

  /// To whom the decision that stands is still to be told.
  public var lettersDue: [NoticeKind] {
    guard item.value.isAboutChild, let decision else { return [] }
    return decision.value.decision.option.isToldTo.filter { kind in
      !letters.contains { $0.decision == decision.id && $0.to == kind }
    }
  }

  /// To whom a letter can be noted as sent: those who are still to be told, and of a referral to
  /// safeguarding whoever was told all the same.
  public var lettersPossible: [NoticeKind] {
    guard item.value.isAboutChild, let decision,
      decision.value.decision.option == .referSafeguarding
    else { return lettersDue }
    return NoticeKind.allCases.filter { kind in
      !letters.contains { $0.decision == decision.id && $0.to == kind }
    }
  }

  /// The form as it stands.
  public var draft: DecisionDraft { DecisionDraft(words.mapValues(\.text)) }

  /// What stands in a field, to be handed back with what is typed over it.
  public subscript(_ field: DecisionField) -> Words { words[field] ?? Words() }
}

/// An action with the meeting and the item from which it came, and what is being typed into it.
public struct ActionFile: Sendable, Hashable {
  /// Its identifier.
  public var id: Identifier<PanelAction>
  /// Its number in its meeting, from 1.
  public var number: Int
  /// The meeting that agreed it.
  public var meeting: Identifier<Meeting>
  /// The item on which it was agreed.
  public var item: Identifier<AgendaItem>?
  /// The case that it serves.
  public var file: Identifier<Case>?
  /// The action, with whatever is being typed into it.
  public var action: PanelAction
  /// What stands in each of its fields while the meeting is open.
  public var words: [ActionField: Words]

  /// Whether it was begun and nobody has written anything into it: it is in no paper and on no list.
  public var saysNothing: Bool {
    action.saysNothing && words.values.allSatisfy { $0.text.allSatisfy(\.isWhitespace) }
  }

  /// What stands in a field, to be handed back with what is typed over it.
  public subscript(_ field: ActionField) -> Words {
    if let typed = words[field] { return typed }
    return switch field {
    case .what: Words(action.what)
    case .owner: Words(action.owner)
    case .dueOn: Words(action.dueOn?.iso ?? "")
    }
  }
}

/// A field of an action that is typed into.
public enum ActionField: String, CaseIterable, Sendable {
  case what, owner, dueOn
}

/// Minutes as the chair approved them.
public struct ApprovedMinutes: Sendable, Hashable {
  /// The minutes in full, as Markdown.
  public var text: String
  /// The minutes with names reduced to initials.
  public var covered: String
  /// The SHA-256 of the full text, in hexadecimal digits.
  public var digest: String
  /// Who approved them.
  public var approvedBy: String
  /// When.
  public var approvedOn: Day

  /// Whether the text is still the one that was approved.
  public var isIntact: Bool { SHA256.digest(of: text) == digest }
}

/// A dated note that corrects approved minutes.
public struct MinutesCorrection: Sendable, Hashable {
  /// When it was made.
  public var madeOn: Day
  /// Who made it.
  public var author: String
  /// What it says.
  public var words: String

  /// A note of a day.
  public init(madeOn: Day, author: String, words: String) {
    self.madeOn = madeOn
    self.author = author
    self.words = words
  }
}
