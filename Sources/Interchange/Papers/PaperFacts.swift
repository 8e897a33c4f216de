import AlternativeProvision
import CaseStore

/// Whether a paper names children, or reduces names to initials.
public enum PaperNames: Sendable, Hashable {
  case full, initials
}

/// A meeting with the names of everything that its papers speak of, gathered once for all of them.
public struct PaperFacts: Sendable {
  /// A child who came before the panel.
  public struct Child: Sendable {
    /// The child.
    public var pupil: Pupil
    /// The reference of the case, else of the referral.
    public var reference: String
    /// Whether that is the reference of a case.
    public var hasCase: Bool
    /// The school on whose roll the child is or last was, or which referred.
    public var school: School?
    /// The referral, where the child was referred.
    public var referral: Referral?
    /// The parent whom the child's newest referral names; nil where none names one.
    public var parentsName: String?
    /// The officer who holds the case.
    public var officer: String?
  }

  /// The meeting.
  public var file: MeetingFile
  /// The child of each item that is about one.
  public var children: [Identifier<AgendaItem>: Child] = [:]
  /// What covers the names of every child of the meeting, and of the contacts in all their referrals.
  public var cover = NameCover()
  /// The names of the providers that were chosen or spoken of.
  public var providers: [Identifier<Provider>: String] = [:]
  /// The earlier decisions that items of this meeting are to ratify.
  public var ratified: [Identifier<AgendaItem>: RecordedDecision] = [:]
  /// When the panel sat, by clocks in England; nil where the journal does not tell of that day.
  public var sitting: (opened: String, closed: String?)?
  /// What is on file of where those providers are: the town and the postcode.
  var addresses: [Identifier<Provider>: String] = [:]
  /// The providers of placements that were decided upon.
  public var placements: [Identifier<Placement>: Identifier<Provider>] = [:]
  /// Those placements as they are on file now.
  var places: [Identifier<Placement>: Placement] = [:]
  /// The place that a decision gave which an item is to ratify, as it is on file now.
  var given: [Identifier<AgendaItem>: Placement] = [:]
  /// Actions of earlier meetings that were still open.
  public var earlierActions: [ActionFile] = []
  /// The bank holidays by which working days are counted.
  public var bankHolidays: BankHolidays

  /// Gathers a meeting; nil where there is none of that identifier.
  public init?(_ meeting: Identifier<Meeting>, in caseload: Caseload) throws(StoreError) {
    guard let file = try caseload.meeting(meeting) else { return nil }
    self.file = file
    bankHolidays = try caseload.bankHolidays()
    for place in self.file.items.indices {
      self.file.items[place].actions.removeAll(where: \.saysNothing)
    }
    self.file.actions.removeAll(where: \.saysNothing)
    for entry in file.items {
      let id = entry.item.id
      children[id] = try PaperFacts.child(of: entry.item.value, in: caseload)
      var decisions = entry.decisions.map(\.value.decision)
      if let number = entry.item.value.ratifies, let earlier = try caseload.decision(number) {
        ratified[id] = earlier
        decisions.append(earlier.decision)
        if let file = entry.item.value.file, earlier.standing == .chairsAction {
          given[id] = try caseload.placements(in: file).first {
            $0.value.provider == earlier.decision.provider
              && $0.value.startsOn == earlier.decision.startsOn
          }?.value
        }
      }
      // What is only typed names its records by their numbers.
      func typed(_ field: DecisionField) -> Int64? { Int64(entry[field].text) }
      for number in [entry.item.value.placement, typed(.placement).map { Identifier($0) }]
        + decisions.map(\.placement)
      {
        if let number, let placement = try caseload.placement(number) {
          placements[number] = placement.provider
          places[number] = placement
        }
      }
      for number in [entry.item.value.provider, typed(.provider).map { Identifier($0) }]
        + decisions.map(\.provider)
      {
        if let number { try name(number, in: caseload) }
      }
    }
    for number in placements.values where providers[number] == nil {
      try name(number, in: caseload)
    }
    cover = try caseload.nameCover(of: meeting)
    cover.book = try caseload.fullNames()
    sitting = try PaperFacts.sitting(of: file.meeting, in: caseload)
    earlierActions = try caseload.openActions(
      of: file.meeting.value.panel, before: file.meeting.value.heldOn)
  }

  private mutating func name(
    _ number: Identifier<Provider>, in caseload: Caseload
  ) throws(StoreError) {
    guard let provider = try caseload.provider(number) else { return }
    providers[number] = provider.name
    let address = [provider.town, provider.postcode].compactMap { $0 }.filter { !$0.isEmpty }
    addresses[number] = address.isEmpty ? nil : address.joined(separator: " ")
  }

  /// When a meeting was opened first and closed last, where that was on its day.
  private static func sitting(
    of meeting: Stored<Meeting>, in caseload: Caseload
  ) throws(StoreError) -> (opened: String, closed: String?)? {
    let moments = try caseload.sitting(of: meeting.id)
    func time(_ moment: Instant?) -> String? {
      guard let moment, let time = EnglishTime(secondsSince1970: moment.seconds),
        time.day == meeting.value.heldOn
      else { return nil }
      return time.time
    }
    guard let opened = time(moments.opened) else { return nil }
    let closed = meeting.value.state.isOver ? time(moments.closed) : nil
    // A meeting that was entered afterwards was opened and closed in one go: that tells of no sitting.
    return closed == opened ? nil : (opened, closed)
  }

  private static func child(
    of item: AgendaItem, in caseload: Caseload
  ) throws(StoreError) -> Child? {
    let found = try item.file.flatMap { (id) throws(StoreError) in try caseload.file(id) }
    let referral = try item.referral.flatMap { (id) throws(StoreError) in
      try caseload.referral(id)
    }
    guard let number = found?.pupil ?? referral?.pupil, let pupil = try caseload.pupil(number)
    else { return nil }
    var child = Child(
      pupil: pupil, reference: found?.reference ?? referral?.reference ?? "",
      hasCase: found != nil, school: nil, referral: referral, officer: found?.officer)
    if let school = referral?.school ?? pupil.school { child.school = try caseload.school(school) }
    child.parentsName =
      try caseload.referrals(of: number).lazy.compactMap(\.value.parentsName).first
    return child
  }

  /// The provider of a decision: the one chosen, else that of the placement it is about.
  func providerName(of decision: Decision) -> String? {
    if let number = decision.provider { return providers[number] }
    return decision.placement.flatMap { placements[$0] }.flatMap { providers[$0] }
  }
}
