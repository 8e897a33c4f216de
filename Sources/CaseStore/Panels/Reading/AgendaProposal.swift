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
      try proposal.addEscalations()
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
  private let engine = ClockEngine()
  private let facts: FactsReader
  private let routes: [CaseRoute]
  /// The day before the meeting after this one: what is due until then cannot wait for that.
  private let horizon: Day
  private(set) var items: [AgendaItem] = []
  private var files: Set<Int64> = []

  init(
    _ caseload: Caseload, _ id: Identifier<Meeting>, _ meeting: Meeting, _ panel: Panel
  ) throws(StoreError) {
    self.caseload = caseload
    self.id = id
    self.meeting = meeting
    self.panel = panel
    facts = try FactsReader(caseload)
    let hasMedicalPanel = try caseload.panels().contains { $0.value.kind == .medical }
    routes = panel.kind.routes.filter {
      panel.kind != .section19 || $0 != .medical || !hasMedicalPanel
    }
    horizon = meeting.heldOn.adding(days: max(7, panel.terms.cycle.usualDays) - 1)
  }

  private func item(_ kind: AgendaKind, _ title: String) -> AgendaItem {
    var item = AgendaItem(meeting: id, kind: kind, title: title)
    item.minutesAllotted = panel.terms.minutesPerItem
    return item
  }

  private mutating func add(_ item: AgendaItem, clocks: [ClockReading] = []) {
    var item = item
    let own = clocks.filter {
      item.kind.clocks.contains($0.kind) && $0.state(on: meeting.heldOn).isOpen
    }
    let first = own.compactMap { clock in clock.deadline?.day.map { ($0, clock.kind) } }
      .min { $0.0 < $1.0 }
    if let first, item.dueOn.map({ first.0 < $0 }) ?? true {
      item.dueOn = first.0
      item.clock = first.1
    }
    if let file = item.file { files.insert(file.number) }
    items.append(item)
  }

  private func clocks(of number: Int64) throws(StoreError) -> [ClockReading] {
    try facts.facts(of: number).map { engine.readings(for: $0) } ?? []
  }

  // MARK: What is left from before

  mutating func addMatters() throws(StoreError) {
    if try !caseload.openActions(of: meeting.panel, before: meeting.heldOn).isEmpty {
      add(item(.mattersArising, "Matters arising and open actions"))
    }
    let earlier = try caseload.meetings(of: meeting.panel).filter {
      $0.value.heldOn < meeting.heldOn
    }
    for held in earlier {
      let decisions = try caseload.decisions(
        """
        WHERE standing <> 'decided' AND reopened_because IS NULL AND item_id IN
          (SELECT id FROM agenda_item WHERE meeting_id = ?1)
          AND id NOT IN (SELECT decision_id FROM ratification)
        """, held.id.number)
      for decision in decisions {
        guard let origin: AgendaItem = try caseload.read(decision.value.item.number) else {
          continue
        }
        let what = decision.value.standing == .chairsAction ? "chair's action" : "recommendation"
        var ratifying = item(
          .ratification, "\(origin.title) · \(what) of \(held.value.heldOn.short)")
        ratifying.ratifies = decision.id
        ratifying.file = origin.file
        ratifying.referral = origin.referral
        add(ratifying)
      }
    }
    for left in try leftByLastMeeting()
    where !left.isAboutChild && left.kind != .mattersArising && left.title != "Any other business" {
      var again = item(left.kind, left.title)
      again.provider = left.provider
      add(again)
    }
    add(item(.other, "Any other business"))
  }

  /// What the last meeting parked or did not come to.
  private func leftByLastMeeting() throws(StoreError) -> [AgendaItem] {
    let last = try caseload.meetings(of: meeting.panel).first { $0.value.heldOn < meeting.heldOn }
    guard let last else { return [] }
    return try caseload.items(of: last.id).map(\.value)
      .filter { $0.state == .waiting || $0.state == .parked }
  }

  /// Children of whom the last meeting was to hear and did not decide, and for whom nothing else stands on
  /// this agenda: nobody else may look for a child whom one panel has had before it.
  mutating func addLeftChildren() throws(StoreError) {
    for left in try leftByLastMeeting() where left.ratifies == nil && left.referral == nil {
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
      add(again, clocks: try clocks(of: number))
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
    for number in try unplaced([.permanentExclusion]) where !files.contains(number) {
      guard let file: Case = try caseload.read(number) else { continue }
      var item = item(.permanentExclusion, file.reference)
      item.file = Identifier(number)
      add(item, clocks: try clocks(of: number))
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
      if items.contains(where: { $0.referral == referral.id }) { continue }
      var item = item(.newReferral, value.reference)
      item.referral = referral.id
      item.file = value.file
      add(item, clocks: try clocks(of: value))
    }
  }

  /// The clocks of a referral: of its case, or of the case that it would become.
  private func clocks(of referral: Referral) throws(StoreError) -> [ClockReading] {
    if let file = referral.file { return try clocks(of: file.number) }
    let file = referral.prospectiveCase(
      exclusions: try caseload.exclusions(of: referral.pupil))
    return try facts.facts(of: file, number: 0).map { engine.readings(for: $0) } ?? []
  }

  mutating func addPlacements() throws(StoreError) {
    let interval = facts.targets[.placementReviewDays]
    for (number, placement) in try currentPlacements() where !files.contains(placement.file.number)
    {
      let review =
        placement.nextReviewOn
        ?? max(placement.startsOn, placement.lastReviewedOn ?? placement.startsOn)
        .adding(days: interval)
      let isEnding = placement.plannedEnd.map { $0 <= horizon.adding(days: 14) } ?? false
      guard isEnding || review <= horizon,
        let file: Case = try caseload.read(placement.file.number),
        let provider: Provider = try caseload.read(placement.provider.number)
      else { continue }
      var item = item(
        isEnding ? .placementEnding : .reviewDue, "\(file.reference) · \(provider.name)")
      item.file = placement.file
      item.placement = number
      item.provider = placement.provider
      item.dueOn = isEnding ? placement.plannedEnd : review
      item.clock = isEnding ? nil : .placementReview
      add(item)
    }
  }

  /// Children of this panel's routes who are owed education by the meeting after and have no place, and
  /// those placed with a provider that is red.
  mutating func addEscalations() throws(StoreError) {
    for number in try unplaced(routes.filter { $0 != .permanentExclusion })
    where !files.contains(number) {
      let readings = try clocks(of: number)
      let isOwed = readings.contains { clock in
        AgendaKind.escalation.clocks.contains(clock.kind)
          && clock.state(on: meeting.heldOn).isOpen
          && clock.deadline?.day.map { $0 <= horizon } ?? false
      }
      guard isOwed, let file: Case = try caseload.read(number) else { continue }
      var item = item(.escalation, file.reference)
      item.file = Identifier(number)
      add(item, clocks: readings)
    }
    let red = Set(
      try caseload.providerStandings(on: meeting.heldOn, asOf: meeting.heldOn)
        .filter { $0.lastVisit?.overall == .red }.map(\.provider.id))
    guard !red.isEmpty else { return }
    for (number, placement) in try currentPlacements()
    where red.contains(placement.provider) && !files.contains(placement.file.number) {
      guard let file: Case = try caseload.read(placement.file.number),
        let provider: Provider = try caseload.read(placement.provider.number)
      else { continue }
      var item = item(.escalation, "\(file.reference) · \(provider.name) rated red")
      item.file = placement.file
      item.placement = number
      item.provider = placement.provider
      item.dueOn = meeting.heldOn
      add(item)
    }
  }

  // MARK: Providers

  mutating func addProviders() throws(StoreError) {
    guard panel.kind == .assurance else { return }
    for standing in try caseload.providerStandings(on: meeting.heldOn, asOf: meeting.heldOn) {
      let due = standing.lastVisit?.nextDue
      let isPoor = standing.lastVisit.map { $0.overall != .green } ?? false
      let isLate = due.map { $0 <= horizon } ?? (standing.taken > 0)
      guard isPoor || isLate else { continue }
      var item = item(.providerQuality, standing.provider.value.name)
      item.provider = standing.provider.id
      item.dueOn = due ?? meeting.heldOn
      add(item)
    }
  }

  // MARK: Reading

  private func unplaced(_ routes: [CaseRoute]) throws(StoreError) -> [Int64] {
    let rows = try caseload.connection.statement(
      """
      SELECT id FROM case_file WHERE route = ?1 AND opened_on <= ?2
        AND (closed_on IS NULL OR closed_on > ?2)
        AND NOT EXISTS (SELECT 1 FROM placement WHERE placement.case_id = case_file.id
          AND (placement.ended_on IS NULL OR placement.ended_on >= ?2))
      ORDER BY id
      """)
    var found: [Int64] = []
    for route in routes {
      rows.bind(1, route.rawValue)
      rows.bind(2, meeting.heldOn)
      defer { rows.reset() }
      while try rows.step() { found.append(rows.integer(0)) }
    }
    return found
  }

  private func currentPlacements() throws(StoreError) -> [(Identifier<Placement>, Placement)] {
    let wanted = Set(routes.map(\.rawValue))
    let rows: [Stored<Placement>] = try caseload.readAll(
      """
      WHERE starts_on <= ?1 AND (ended_on IS NULL OR ended_on >= ?1)
      ORDER BY coalesce(planned_end, next_review_on, last_reviewed_on, starts_on), id
      """, Int64(meeting.heldOn.number))
    let routes = try caseload.connection.statement(
      "SELECT route, closed_on IS NULL OR closed_on > ?2 FROM case_file WHERE id = ?1")
    var found: [(Identifier<Placement>, Placement)] = []
    for row in rows {
      routes.bind(1, row.value.file.number)
      routes.bind(2, meeting.heldOn)
      defer { routes.reset() }
      if try routes.step(), wanted.contains(routes.text(0)), routes.integer(1) != 0 {
        found.append((row.id, row.value))
      }
    }
    return found
  }
}
