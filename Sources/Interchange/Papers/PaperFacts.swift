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
    /// The school on whose roll the child is or last was, or which referred.
    public var school: School?
    /// The referral, where the child was referred.
    public var referral: Referral?
  }

  /// The meeting.
  public var file: MeetingFile
  /// The child of each item that is about one.
  public var children: [Identifier<AgendaItem>: Child] = [:]
  /// The names of the providers that were chosen or spoken of.
  public var providers: [Identifier<Provider>: String] = [:]
  /// The decisions that items of this meeting ratify, each in words.
  public var ratified: [Identifier<AgendaItem>: String] = [:]
  /// The providers of placements that were decided upon.
  public var placements: [Identifier<Placement>: Identifier<Provider>] = [:]
  /// Actions of earlier meetings that were still open.
  public var earlierActions: [ActionFile] = []
  /// The bank holidays by which working days are counted.
  public var bankHolidays: BankHolidays

  /// Gathers a meeting; nil where there is none of that identifier.
  public init?(_ meeting: Identifier<Meeting>, in caseload: Caseload) throws(StoreError) {
    guard let file = try caseload.meeting(meeting) else { return nil }
    self.file = file
    bankHolidays = try caseload.bankHolidays()
    for entry in file.items {
      children[entry.item.id] = try PaperFacts.child(of: entry.item.value, in: caseload)
      let decisions = entry.decisions.map(\.value.decision)
      if let ratifies = entry.item.value.ratifies,
        let earlier = try caseload.decision(ratifies)
      {
        ratified[entry.item.id] =
          "\(earlier.standing.title) on \(earlier.confirmedOn.medium): \(earlier.decision.option.title)"
      }
      for number in [entry.item.value.placement] + decisions.map(\.placement) {
        if let number, let placement = try caseload.placement(number) {
          placements[number] = placement.provider
        }
      }
      for number in [entry.item.value.provider] + decisions.map(\.provider) {
        if let number { providers[number] = try caseload.provider(number)?.name }
      }
    }
    for number in placements.values where providers[number] == nil {
      providers[number] = try caseload.provider(number)?.name
    }
    earlierActions = try caseload.openActions(
      of: file.meeting.value.panel, before: file.meeting.value.heldOn)
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
      pupil: pupil, reference: found?.reference ?? referral?.reference ?? "", school: nil,
      referral: referral)
    if let school = referral?.school ?? pupil.school { child.school = try caseload.school(school) }
    return child
  }

  /// A cover for the names of every child of the meeting, their parents and other contacts.
  public var cover: NameCover {
    var cover = NameCover()
    for child in children.values {
      cover.add(NameCover(child.pupil))
      if let referral = child.referral { cover.add(referral) }
    }
    return cover
  }

  /// The provider of a decision: the one chosen, else that of the placement it is about.
  func providerName(of decision: Decision) -> String? {
    if let number = decision.provider { return providers[number] }
    return decision.placement.flatMap { placements[$0] }.flatMap { providers[$0] }
  }
}
