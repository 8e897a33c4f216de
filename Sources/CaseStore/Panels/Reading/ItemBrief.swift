import AlternativeProvision

/// All that a panel needs to know of one child to decide: what the brief on the screen shows.
public struct ItemBrief: Sendable {
  /// The item.
  public var item: Stored<AgendaItem>
  /// The referral, where the child was referred.
  public var referral: Stored<Referral>?
  /// The case with its placements, providers, visits and views; nil where none is open yet.
  public var file: CaseFile?
  /// The child; nil for an item that is about none.
  public var pupil: Stored<Pupil>?
  /// The school on whose roll the child is or last was, or which referred.
  public var school: Stored<School>?
  /// The child's exclusions from every school, earliest first.
  public var exclusions: [Stored<Exclusion>] = []
  /// The clocks, the one that runs out first first; those met or ended come last.
  public var clocks: [ClockReading] = []
  /// What the registers on file say.
  public var register = RegisterFigures()
  /// What panels decided on this child before, the latest first.
  public var earlierDecisions: [Stored<RecordedDecision>] = []
  /// The open actions of the case.
  public var openActions: [ActionFile] = []
  /// The calendar by which the child's school days are counted.
  public var calendar: SchoolCalendar?
  /// The provider, for an item that is about one.
  public var provider: Stored<Provider>?

  /// How the child is named where others can see: the reference that goes with the initials.
  public var reference: String { file?.file.value.reference ?? referral?.value.reference ?? "" }

  /// A cover for every name in what is shown of this child.
  public var cover: NameCover {
    var cover = pupil.map { NameCover($0.value) } ?? NameCover()
    if let referral { cover.add(referral.value) }
    return cover
  }
}

/// Reads one brief after another in a meeting, and keeps what is the same for all of them.
///
/// Calendars and targets are read again only after somebody changed one.
public final class BriefReader {
  private let caseload: Caseload
  private let engine = ClockEngine()
  private var facts: FactsReader?
  private var position: Int64 = 0

  /// A reader of briefs.
  public init(_ caseload: Caseload) {
    self.caseload = caseload
  }

  /// The brief of an item as it stands on a day; nil where there is no such item.
  public func brief(
    _ id: Identifier<AgendaItem>, on day: Day
  ) throws(StoreError) -> ItemBrief? {
    try caseload.snapshot { () throws(StoreError) in
      guard let item: AgendaItem = try caseload.read(id.number) else { return nil }
      let facts = try currentFacts()
      var brief = ItemBrief(item: Stored(id: id, value: item))
      if let number = item.provider, let provider = try caseload.provider(number) {
        brief.provider = Stored(id: number, value: provider)
      }
      if let number = item.referral, let referral = try caseload.referral(number) {
        brief.referral = Stored(id: number, value: referral)
      }
      if let number = item.file ?? brief.referral?.value.file {
        brief.file = try caseload.caseFile(number, by: facts)
        brief.earlierDecisions = try caseload.decisions(on: number).filter {
          $0.value.item != id
        }
        brief.openActions = try caseload.actions(of: number).filter { $0.action.doneOn == nil }
        if brief.referral == nil { brief.referral = try referral(of: number) }
      }
      if let file = brief.file {
        brief.pupil = file.pupil
        brief.school = file.school
        brief.exclusions = file.exclusions
        brief.clocks = sorted(engine.readings(for: file.facts), on: day)
      } else if let referral = brief.referral {
        try readReferred(referral.value, facts, into: &brief, on: day)
      }
      guard let pupil = brief.pupil else { return brief }
      brief.register = try caseload.registerFigures(of: pupil.id, on: day)
      brief.calendar = try facts.calendar(
        for: pupil.value.school,
        authority: brief.school?.value.authority ?? pupil.value.authorities.school
          ?? pupil.value.authorities.home)
      return brief
    }
  }

  private func currentFacts() throws(StoreError) -> FactsReader {
    let changed = try caseload.connection.statement(
      """
      SELECT max(seq), max(kind IN ('calendar', 'bank holiday', 'local target', 'school',
        'provider', 'setting')) FROM journal WHERE seq > ?1
      """)
    changed.bind(1, position)
    defer { changed.reset() }
    if try changed.step() {
      if changed.integer(1) != 0 { facts = nil }
      position = max(position, changed.integer(0))
    }
    if let facts { return facts }
    let made = try FactsReader(caseload)
    facts = made
    return made
  }

  /// The referral from which a case arose, the latest where there are several.
  private func referral(of file: Identifier<Case>) throws(StoreError) -> Stored<Referral>? {
    let found: [Stored<Referral>] = try caseload.readAll(
      "WHERE case_id = ?1 ORDER BY received_on DESC, id DESC LIMIT 1", file.number)
    return found.first
  }

  /// A child who was referred and has no case yet: the clocks are those that the case would have.
  private func readReferred(
    _ referral: Referral, _ facts: FactsReader, into brief: inout ItemBrief, on day: Day
  ) throws(StoreError) {
    guard let pupil = try caseload.pupil(referral.pupil) else { return }
    brief.pupil = Stored(id: referral.pupil, value: pupil)
    if let number = referral.school ?? pupil.school, let school = try caseload.school(number) {
      brief.school = Stored(id: number, value: school)
    }
    brief.exclusions = try caseload.exclusions(of: referral.pupil)
    let file = referral.prospectiveCase(exclusions: brief.exclusions)
    if let facts = try facts.facts(of: file, number: 0) {
      brief.clocks = sorted(engine.readings(for: facts), on: day)
    }
  }

  /// Open clocks by their day, then the others.
  private func sorted(_ clocks: [ClockReading], on day: Day) -> [ClockReading] {
    let ranked = clocks.map { clock in
      (
        clock, clock.state(on: day).isOpen ? 0 : 1, clock.deadline?.day ?? .distantFuture,
        clock.kind.rawValue
      )
    }
    return ranked.sorted { ($0.1, $0.2, $0.3) < ($1.1, $1.2, $1.3) }.map(\.0)
  }
}
