/// One item of a meeting's agenda.
public struct AgendaItem: Hashable, Sendable {
  /// The meeting.
  public var meeting: Identifier<Meeting>
  /// What sort of item it is.
  public var kind: AgendaKind
  /// The heading; for a child the case's or the referral's reference, never a name.
  public var title: String
  /// The case, where it is about one.
  public var file: Identifier<Case>?
  /// The referral, where it is about one.
  public var referral: Identifier<Referral>?
  /// The placement, where it is about one.
  public var placement: Identifier<Placement>?
  /// The provider, where it is about one.
  public var provider: Identifier<Provider>?
  /// The decision that is to be ratified, where it is about one.
  public var ratifies: Identifier<RecordedDecision>?
  /// Where it stands on the agenda; lower comes first.
  public var position = 0
  /// How far it has come.
  public var state: AgendaItemState = .waiting
  /// The day on which its first clock runs out.
  public var dueOn: Day?
  /// That clock.
  public var clock: ClockKind?
  /// How many minutes it has.
  public var minutesAllotted: Int = 10
  /// Why it was taken off the agenda; nil for one that was not.
  public var droppedBecause: String?

  /// An item of a kind.
  public init(meeting: Identifier<Meeting>, kind: AgendaKind, title: String) {
    self.meeting = meeting
    self.kind = kind
    self.title = title
  }

  /// Whether it is about one child.
  public var isAboutChild: Bool { file != nil || referral != nil }
}

/// The sorts of item, in the order in which an agenda names them.
public enum AgendaKind: String, CaseIterable, Sendable, Titled {
  /// Matters arising and open actions.
  case mattersArising
  /// A chair's action, or a recommendation made without a quorum, to be ratified.
  case ratification
  /// A permanent exclusion, with its sixth day and its review.
  case permanentExclusion
  /// A new referral.
  case newReferral
  /// A placement whose review is due.
  case reviewDue
  /// A placement that is about to end.
  case placementEnding
  /// Something that cannot wait: a clock run out, a provider gone red.
  case escalation
  /// The capacity or the quality of a provider.
  case providerQuality
  /// Any other business.
  case other

  /// Whether it keeps its place at the beginning or end, whatever its clock says.
  var rank: Int {
    switch self {
    case .mattersArising: 0
    case .ratification: 1
    case .other: 3
    default: 2
    }
  }

  /// Whether every meeting has it, however little time there is.
  var isAlwaysTaken: Bool { rank != 2 }

  /// Whether it may be talked about without anything being decided.
  public var isForTalk: Bool { self == .mattersArising || self == .other }

  /// The clocks that bear on it, and by which it is put into order.
  public var clocks: [ClockKind] {
    switch self {
    case .permanentExclusion:
      [
        .sixthDayPermanent, .governors15, .governors50, .examination, .reviewHearing,
        .reconsideration,
      ]
    case .newReferral, .escalation:
      [
        .sixthDayPermanent, .sixthDaySuspension, .section19Illness, .fairAccess,
        .directionNotice, .directionReview,
      ]
    case .reviewDue, .placementEnding: [.placementReview]
    case .mattersArising, .ratification, .providerQuality, .other: []
    }
  }

  /// The name in full.
  public var title: String {
    switch self {
    case .mattersArising: "Matters arising and actions"
    case .ratification: "To be ratified"
    case .permanentExclusion: "Permanent exclusion"
    case .newReferral: "New referral"
    case .reviewDue: "Review due"
    case .placementEnding: "Placement ending"
    case .escalation: "Escalation"
    case .providerQuality: "Provider capacity and quality"
    case .other: "Any other business"
    }
  }

  /// The name in ten characters or fewer.
  public var shortTitle: String {
    switch self {
    case .mattersArising: "Actions"
    case .ratification: "Ratify"
    case .permanentExclusion: "PEX"
    case .newReferral: "Referral"
    case .reviewDue: "Review"
    case .placementEnding: "Ending"
    case .escalation: "Escalation"
    case .providerQuality: "Provider"
    case .other: "AOB"
    }
  }
}

/// How far an item has come.
public enum AgendaItemState: String, CaseIterable, Sendable, Titled {
  case waiting
  /// Put aside, to be returned to in this meeting.
  case parked
  /// Taken off the agenda.
  case dropped
  /// A decision stands.
  case decided

  /// The word.
  public var title: String {
    switch self {
    case .waiting: "Waiting"
    case .parked: "Parked"
    case .dropped: "Dropped"
    case .decided: "Decided"
    }
  }
}

/// The order in which an agenda stands unless the chair changes it.
public enum AgendaOrder {
  /// Matters arising and what is to be ratified first, other business last; between them the clock that
  /// runs out first comes first, and what has no clock comes after.
  public static func sorted(_ items: [AgendaItem]) -> [AgendaItem] {
    items.sorted { key($0) < key($1) }
  }

  /// Divides what belongs on an agenda into what its time allows and what is left off.
  ///
  /// Matters arising, what is to be ratified and other business are always taken; of the others as many
  /// as there is time for, the clock that runs out first first. None overtakes one that did not fit.
  ///
  /// - Parameters:
  ///   - proposed: What belongs on it and is not there yet, in any order.
  ///   - minutes: How many minutes the meeting has; nil for as many as it takes.
  ///   - present: What is on it already.
  public static func fitting(
    _ proposed: [AgendaItem], into minutes: Int?, beside present: [AgendaItem] = []
  ) -> (taken: [AgendaItem], leftOff: [AgendaItem]) {
    let sorted = sorted(proposed)
    guard let minutes else { return (sorted, []) }
    let standing = present.filter { $0.state != .dropped } + sorted.filter(\.kind.isAlwaysTaken)
    var left = minutes - standing.reduce(0) { $0 + $1.minutesAllotted }
    var taken: [AgendaItem] = []
    var leftOff: [AgendaItem] = []
    for item in sorted {
      if item.kind.isAlwaysTaken {
        taken.append(item)
      } else if leftOff.isEmpty, item.minutesAllotted <= left {
        left -= item.minutesAllotted
        taken.append(item)
      } else {
        leftOff.append(item)
      }
    }
    return (taken, leftOff)
  }

  private static func key(_ item: AgendaItem) -> (Int, Day, Int, String) {
    let kind = AgendaKind.allCases.firstIndex(of: item.kind) ?? 0
    return (item.kind.rank, item.dueOn ?? .distantFuture, kind, item.title)
  }
}
