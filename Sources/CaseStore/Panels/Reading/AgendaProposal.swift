import AlternativeProvision

extension Caseload {
  /// What the caseload says belongs on the agenda of a meeting, in no order.
  ///
  /// Matters arising with open actions; what is to be ratified; permanent exclusions without a place;
  /// referrals that are ready; reviews and planned ends up to the meeting after; what cannot wait; and
  /// what earlier meetings had before them and did not settle, for whatever reason it stood there.
  public func proposedAgenda(
    for meeting: Identifier<Meeting>
  ) throws(StoreError) -> [AgendaItem] {
    try snapshot { () throws(StoreError) in
      guard let held: Meeting = try read(meeting.number),
        let panel: Panel = try read(held.panel.number)
      else { throw .gone(.meeting, meeting.number) }
      var proposal = try AgendaProposal(self, meeting, held, panel)
      try proposal.addMatters()
      try proposal.addExclusions()
      try proposal.addReferrals()
      try proposal.addPlacements()
      try proposal.addLeftChildren()
      try proposal.addProviders()
      return proposal.items
    }
  }
}

/// Gathers an agenda.
private struct AgendaProposal {
  private let caseload: Caseload
  private let id: Identifier<Meeting>
  private let meeting: Meeting
  private let panel: Panel
  private let candidates: AgendaCandidates
  private let kept: KeptClocks
  private let routes: [CaseRoute]
  /// The day before the meeting after this one: what is due until then cannot wait for that.
  private let horizon: Day
  /// The panel's meetings before this one, the latest first.
  private let earlier: [Stored<Meeting>]
  /// What the last of them parked or did not come to.
  private let left: [AgendaItem]
  private(set) var items: [AgendaItem] = []
  private var files: Set<Int64> = []
  private var referrals: Set<Int64> = []

  init(
    _ caseload: Caseload, _ id: Identifier<Meeting>, _ meeting: Meeting, _ panel: Panel
  ) throws(StoreError) {
    self.caseload = caseload
    self.id = id
    self.meeting = meeting
    self.panel = panel
    let hasMedicalPanel = try caseload.panels().contains { $0.value.kind == .medical }
    routes = panel.kind.routes.filter {
      panel.kind != .section19 || $0 != .medical || !hasMedicalPanel
    }
    horizon = meeting.heldOn.adding(days: max(7, panel.terms.cycle.usualDays) - 1)
    kept = try KeptClocks(caseload)
    candidates = AgendaCandidates(
      caseload, on: meeting.heldOn, through: horizon, clocksAreKept: kept.areKept)
    earlier = try caseload.meetings(of: meeting.panel).filter { $0.value.heldOn < meeting.heldOn }
    left = try caseload.leftUndecided(before: meeting)
  }

  private func item(_ kind: AgendaKind, _ title: String) -> AgendaItem {
    var item = AgendaItem(meeting: id, kind: kind, title: title)
    item.minutesAllotted = panel.terms.minutesPerItem
    return item
  }

  private mutating func add(_ item: AgendaItem, clocks: [StoredClock] = []) {
    var item = item
    let own = clocks.filter {
      item.kind.clocks.contains($0.kind) && $0.state(on: meeting.heldOn).isOpen
    }
    let first = own.compactMap { clock in clock.due.map { ($0, clock.kind) } }
      .min { $0.0 < $1.0 }
    if let first, item.dueOn.map({ first.0 < $0 }) ?? true {
      item.dueOn = first.0
      item.clock = first.1
    }
    if let file = item.file { files.insert(file.number) }
    if let referral = item.referral { referrals.insert(referral.number) }
    items.append(item)
  }

  // MARK: What is left from before

  mutating func addMatters() throws(StoreError) {
    if try !caseload.openActions(of: meeting.panel, before: meeting.heldOn).isEmpty {
      add(item(.mattersArising, "Matters arising and open actions"))
    }
    let heldOn = Dictionary(uniqueKeysWithValues: earlier.map { ($0.id, $0.value.heldOn) })
    let decisions = try caseload.decisions(
      """
      WHERE standing <> 'decided' AND reopened_because IS NULL AND item_id IN
        (SELECT agenda_item.id FROM meeting JOIN agenda_item ON meeting_id = meeting.id
          WHERE panel_id = ?1)
        AND id NOT IN (SELECT decision_id FROM ratification)
      """, meeting.panel.number)
    for decision in decisions {
      guard let origin: AgendaItem = try caseload.read(decision.value.item.number),
        let held = heldOn[origin.meeting]
      else { continue }
      let what = decision.value.standing == .chairsAction ? "chair's action" : "recommendation"
      var ratifying = item(.ratification, "\(origin.title) · \(what) of \(held.short)")
      ratifying.ratifies = decision.id
      ratifying.file = origin.file
      ratifying.referral = origin.referral
      add(ratifying)
    }
    for left in left
    where !left.isAboutChild && left.kind != .mattersArising && left.title != "Any other business" {
      var again = item(left.kind, left.title)
      again.provider = left.provider
      add(again)
    }
    add(item(.other, "Any other business"))
  }

  /// Children of whom the last meeting was to hear and did not decide, and for whom nothing else stands on
  /// this agenda: nobody else may look for a child whom one panel has had before it.
  mutating func addLeftChildren() throws(StoreError) {
    for left in left where left.ratifies == nil && left.referral == nil {
      guard let number = left.file?.number, !files.contains(number),
        let file: Case = try caseload.read(number), file.isOpen(on: meeting.heldOn)
      else { continue }
      var again = item(left.kind, left.title)
      again.file = left.file
      again.provider = left.provider
      if let placement = left.placement {
        guard let place: Placement = try caseload.read(placement.number),
          place.endedOn.map({ $0 > meeting.heldOn }) ?? true
        else { continue }
        again.placement = placement
        again.dueOn = left.dueOn
        again.clock = left.clock
      }
      add(again, clocks: try kept.clocks(of: number))
    }
  }

  /// Referrals that an earlier meeting of this panel had before it, whatever kind of panel they are for.
  private func heardOf() throws(StoreError) -> Set<Int64> {
    let rows = try caseload.connection.statement(
      """
      SELECT referral_id FROM agenda_item JOIN meeting ON meeting.id = meeting_id
      WHERE panel_id = ?1 AND held_on < ?2 AND referral_id IS NOT NULL AND ratifies IS NULL
        AND agenda_item.state <> 'dropped'
      """)
    rows.bind(1, meeting.panel.number)
    rows.bind(2, meeting.heldOn)
    defer { rows.reset() }
    var found: Set<Int64> = []
    while try rows.step() { found.insert(rows.integer(0)) }
    return found
  }

  // MARK: Children

  mutating func addExclusions() throws(StoreError) {
    guard panel.kind == .exclusion else { return }
    for found in try candidates.unplaced([.permanentExclusion])
    where !files.contains(found.number) {
      var item = item(.permanentExclusion, found.reference)
      item.file = Identifier(found.number)
      add(item, clocks: try kept.clocks(of: found.number))
    }
  }

  mutating func addReferrals() throws(StoreError) {
    let waiting: [Stored<Referral>] = try caseload.readAll(
      "WHERE status IN ('submitted', 'deferred') ORDER BY received_on, id")
    let heard = try heardOf()
    for referral in waiting {
      let value = referral.value
      let isOurs =
        value.goesTo == panel.kind
        || (value.goesTo == .medical && value.panel == nil && routes.contains(value.route))
      guard
        heard.contains(referral.id.number)
          || isOurs && value.isReady(on: meeting.heldOn) && value.receivedOn <= meeting.heldOn
      else { continue }
      if let file = value.file, files.contains(file.number) { continue }
      if referrals.contains(referral.id.number) { continue }
      var item = item(.newReferral, value.reference)
      item.referral = referral.id
      item.file = value.file
      add(item, clocks: try clocks(of: value))
    }
  }

  /// The clocks of a referral: of its case, or of the case that it would become.
  private func clocks(of referral: Referral) throws(StoreError) -> [StoredClock] {
    if let file = referral.file { return try kept.clocks(of: file.number) }
    return try kept.clocks(
      of: referral.prospectiveCase(exclusions: try caseload.exclusions(of: referral.pupil)))
  }

  /// Placements whose review or end comes up; children of this panel's routes who are owed education by
  /// the meeting after and have no place; and those placed with a provider that is red.
  mutating func addPlacements() throws(StoreError) {
    let placed = try candidates.placements(
      routes, reviewedWithin: try caseload.localTargets()[.placementReviewDays])
    for place in placed where place.isEnding || place.isReviewDue {
      guard !files.contains(place.file) else { continue }
      var item = item(
        place.isEnding ? .placementEnding : .reviewDue, "\(place.reference) · \(place.provider)")
      place.put(into: &item)
      item.dueOn = place.isEnding ? place.plannedEnd : place.review
      item.clock = place.isEnding ? nil : .placementReview
      add(item)
    }
    try addUnplaced()
    for place in placed where place.isAtRed && !files.contains(place.file) {
      var item = item(.escalation, "\(place.reference) · \(place.provider) rated red")
      place.put(into: &item)
      item.dueOn = meeting.heldOn
      add(item)
    }
  }

  private mutating func addUnplaced() throws(StoreError) {
    let kinds = AgendaKind.escalation.clocks
    for found in try candidates.unplaced(
      routes.filter { $0 != .permanentExclusion }, owedBy: kinds)
    where !files.contains(found.number) {
      let clocks = try kept.clocks(of: found.number)
      let isOwed = clocks.contains { clock in
        kinds.contains(clock.kind) && clock.state(on: meeting.heldOn).isOpen
          && clock.due.map { $0 <= horizon } ?? false
      }
      guard isOwed else { continue }
      var item = item(.escalation, found.reference)
      item.file = Identifier(found.number)
      add(item, clocks: clocks)
    }
  }

  // MARK: Providers

  mutating func addProviders() throws(StoreError) {
    guard panel.kind == .assurance else { return }
    for provider in try candidates.providers() {
      let isPoor = provider.rating.map { $0 != .green } ?? false
      let isLate = provider.nextDue.map { $0 <= horizon } ?? provider.hasPupils
      guard isPoor || isLate else { continue }
      var item = item(.providerQuality, provider.name)
      item.provider = provider.id
      item.dueOn = provider.nextDue ?? meeting.heldOn
      add(item)
    }
  }
}
