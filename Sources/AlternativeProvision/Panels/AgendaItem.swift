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
  /// After so many days a planned end that has passed is no clock that runs out: what still runs, or is
  /// owed, comes first.
  static let lapse = 28

  /// Matters arising and what is to be ratified first, other business last; between them the clock that
  /// runs out first comes first, what has no clock after, and last placements that should have ended long ago.
  ///
  /// - Parameter day: The day of the meeting.
  public static func sorted(_ items: [AgendaItem], on day: Day) -> [AgendaItem] {
    // Keys are made once: thousands of placements may be due for review.
    let keys = items.map { key($0, day) }
    let order = items.indices.sorted { keys[$0] < keys[$1] }
    return order.map { items[$0] }
  }

  /// Divides what belongs on an agenda into what its time allows and what is left off.
  ///
  /// Matters arising, what is to be ratified and other business are always taken. Of the others each has
  /// its time by turns (`byTurn`); within each turn the clock that runs out first comes first. None
  /// overtakes one that did not fit.
  ///
  /// - Parameters:
  ///   - proposed: What belongs on it and is not there yet, in any order.
  ///   - minutes: How many minutes the meeting has; nil for as many as it takes.
  ///   - present: What is on it already.
  ///   - panel: The kind of panel.
  ///   - left: What the meeting before did not decide.
  ///   - day: The day of the meeting.
  /// - Returns: What is taken, in the order of the clocks, and what is not, in the order in which it would
  ///   be taken.
  public static func fitting(
    _ proposed: [AgendaItem], into minutes: Int?, beside present: [AgendaItem] = [],
    for panel: PanelKind, left: [AgendaItem] = [], on day: Day
  ) -> (taken: [AgendaItem], leftOff: [AgendaItem]) {
    let sorted = sorted(proposed, on: day)
    guard let minutes else { return (sorted, []) }
    let standing = present.filter { $0.state != .dropped } + sorted.filter(\.kind.isAlwaysTaken)
    var minutesLeft = minutes - standing.reduce(0) { $0 + $1.minutesAllotted }
    var taken = sorted.filter(\.kind.isAlwaysTaken)
    var leftOff: [AgendaItem] = []
    for item in byTurn(sorted, for: panel, left: left) where !item.kind.isAlwaysTaken {
      if leftOff.isEmpty, item.minutesAllotted <= minutesLeft {
        minutesLeft -= item.minutesAllotted
        taken.append(item)
      } else {
        leftOff.append(item)
      }
    }
    return (self.sorted(taken, on: day), leftOff)
  }

  /// Whom the meeting before was to hear of and did not decide on, then those of whom this kind of panel is
  /// asked to decide, then its escalations, then the rest; each as it stood.
  ///
  /// Whoever waits for a decision that was put off, or was handed in, is crowded out neither by a heap of
  /// clocks that ran out elsewhere nor by placements past their end: no other panel hears of them.
  public static func byTurn(
    _ items: [AgendaItem], for panel: PanelKind, left: [AgendaItem] = []
  ) -> [AgendaItem] {
    let own = panel.ownItems
    let files = Set(left.compactMap(\.file))
    let referrals = Set(left.compactMap(\.referral))
    var turns: [[AgendaItem]] = [[], [], [], []]
    for item in items {
      let wasLeft =
        item.file.map(files.contains) == true || item.referral.map(referrals.contains) == true
      let turn = wasLeft ? 0 : !own.contains(item.kind) ? 3 : item.kind == .escalation ? 2 : 1
      turns[turn].append(item)
    }
    return turns.flatMap(\.self)
  }

  private static func key(_ item: AgendaItem, _ day: Day) -> (Int, Int, Day, Int, String) {
    let kind = AgendaKind.allCases.firstIndex(of: item.kind) ?? 0
    let isLapsed =
      item.kind == .placementEnding
      && item.dueOn.map { $0 < day.adding(days: -lapse) } ?? false
    return (
      item.kind.rank, isLapsed ? 1 : 0, item.dueOn ?? .distantFuture, kind, item.title
    )
  }
}

extension PanelKind {
  /// The sorts of item for which a panel of this kind meets, and which no other panel takes.
  public var ownItems: Set<AgendaKind> {
    switch self {
    case .exclusion: [.permanentExclusion, .newReferral, .escalation]
    case .section19, .medical, .fairAccess: [.newReferral, .escalation]
    case .assurance: [.providerQuality, .escalation]
    }
  }
}
