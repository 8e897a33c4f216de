import AlternativeProvision
import MadeUpCaseload
import Testing

@testable import CaseStore

@Suite("What belongs on an agenda, counted another way")
struct AgendaProposalTests {
  private let today: Day
  private let store: TemporaryStore
  private let caseload: Caseload

  init() throws {
    today = try #require(Day(iso: "2026-11-23"))
    store = try TemporaryStore()
    caseload = try Caseload.open(store.path, access: .create)
    try MadeUpCaseload(.sample, today: today).fill(caseload)
  }

  @Test("every meeting, held or to come, is proposed what the records say case by case")
  func everyMeeting() throws {
    let counted = try CountedAgendas(caseload)
    var proposed = 0
    for panel in try caseload.panels() {
      // Also on days of which nobody has a meeting: last summer, and half a year on.
      try caseload.change(by: "Ada", at: Instant(seconds: 0), cause: "plan") { door in
        for day in [today.adding(days: -150), today.adding(days: 190)] {
          try door.put(Meeting(panel: panel.id, heldOn: day))
        }
      }
    }
    for meeting in try caseload.meetings() {
      let expected = try counted.agenda(of: meeting)
      let found = try caseload.proposedAgenda(for: meeting.id)
      proposed += found.count
      #expect(Set(found).subtracting(expected) == [])
      #expect(Set(expected).subtracting(found) == [])
      #expect(found.count == expected.count)
    }
    #expect(proposed > 60)
  }

  @Test("clocks that another edition of the program kept are not believed")
  func otherEdition() throws {
    let meetings = try caseload.meetings()
    let before = try meetings.map { try caseload.proposedAgenda(for: $0.id) }
    // As a newer program leaves the cases of an older one, which are to be worked out again.
    try caseload.connection.run(
      "UPDATE clock SET due = 1; UPDATE board_case SET valid_until = \(CaseMoment.never)")
    #expect(try meetings.map { try caseload.proposedAgenda(for: $0.id) } == before)
    try caseload.connection.run(
      "UPDATE board_case SET valid_until = 2147483647; UPDATE derived_state SET edition = 1")
    #expect(try meetings.map { try caseload.proposedAgenda(for: $0.id) } == before)
  }
}

/// Works agendas out case by case from the records alone, asking no row that is kept beside them.
private struct CountedAgendas {
  private struct Known {
    let id: Identifier<Case>
    let file: Case
    let placements: [Stored<Placement>]
    let clocks: [ClockReading]
  }

  private let caseload: Caseload
  private var cases: [Known] = []
  private let providers: [Identifier<Provider>: Provider]
  private let targets: LocalTargets

  init(_ caseload: Caseload) throws {
    self.caseload = caseload
    targets = try caseload.localTargets()
    providers = Dictionary(
      uniqueKeysWithValues: try caseload.providers().map { ($0.id, $0.value) })
    var found: [Known] = []
    try caseload.eachFacts(openOn: nil) { id, facts throws(StoreError) in
      found.append(
        Known(
          id: id, file: facts.file, placements: try caseload.placements(in: id),
          clocks: ClockEngine().readings(for: facts)))
    }
    cases = found.sorted { $0.id.number < $1.id.number }
  }

  func agenda(of meeting: Stored<Meeting>) throws -> [AgendaItem] {
    let day = meeting.value.heldOn
    let panel = try #require(try caseload.panel(meeting.value.panel))
    let horizon = day.adding(days: max(7, panel.terms.cycle.usualDays) - 1)
    let earlier = try caseload.meetings(of: meeting.value.panel)
      .filter { $0.value.heldOn < day }
      .compactMap { try caseload.meeting($0.id) }
    let left = (earlier.first?.items.map(\.item.value) ?? [])
      .filter { $0.state == .waiting || $0.state == .parked }
    let hasMedical = try caseload.panels().contains { $0.value.kind == .medical }
    var routes = Set(panel.kind.routes)
    if panel.kind == .section19, hasMedical { routes.remove(.medical) }

    var items: [AgendaItem] = []
    func add(
      _ kind: AgendaKind, _ title: String, _ clocks: [ClockReading] = [],
      _ edit: (inout AgendaItem) -> Void = { _ in }
    ) {
      var item = AgendaItem(meeting: meeting.id, kind: kind, title: title)
      item.minutesAllotted = panel.terms.minutesPerItem
      edit(&item)
      for clock in clocks where kind.clocks.contains(clock.kind) && clock.state(on: day).isOpen {
        guard let due = clock.deadline?.day, item.dueOn.map({ due < $0 }) ?? true else { continue }
        item.dueOn = due
        item.clock = clock.kind
      }
      items.append(item)
    }
    func has(_ file: Identifier<Case>) -> Bool { items.contains { $0.file == file } }

    // What is left from before.
    if try !caseload.openActions(of: meeting.value.panel, before: day).isEmpty {
      add(.mattersArising, "Matters arising and open actions")
    }
    for held in earlier {
      for entry in held.items {
        for decision in entry.decisions.map({ $0 })
        where decision.value.standing != .decided && decision.value.reopening == nil
          && decision.value.ratification == nil
        {
          let what =
            decision.value.standing == .chairsAction ? "chair's action" : "recommendation"
          let origin = entry.item.value
          add(
            .ratification, "\(origin.title) · \(what) of \(held.meeting.value.heldOn.short)"
          ) {
            $0.ratifies = decision.id
            $0.file = origin.file
            $0.referral = origin.referral
          }
        }
      }
    }
    for item in left
    where !item.isAboutChild && item.kind != .mattersArising && item.title != "Any other business" {
      add(item.kind, item.title) { $0.provider = item.provider }
    }
    add(.other, "Any other business")

    // Children, in the order in which one reason goes before another.
    let open = cases.filter { known in
      known.file.closedOn.map { $0 > day } ?? true
    }
    let unplaced = open.filter { known in
      known.file.openedOn <= day
        && known.placements.allSatisfy { $0.value.endedOn.map { $0 < day } ?? false }
    }
    if panel.kind == .exclusion {
      for known in unplaced where known.file.route == .permanentExclusion && !has(known.id) {
        add(.permanentExclusion, known.file.reference, known.clocks) { $0.file = known.id }
      }
    }
    let heard = Set(
      earlier.flatMap(\.items).map(\.item.value)
        .filter { $0.ratifies == nil && $0.state != .dropped }.compactMap(\.referral))
    for referral in try caseload.referrals().sorted(by: {
      ($0.value.receivedOn, $0.id.number) < ($1.value.receivedOn, $1.id.number)
    }) where [.submitted, .deferred].contains(referral.value.status) {
      let value = referral.value
      let isOurs =
        value.goesTo == panel.kind
        || (value.goesTo == .medical && value.panel == nil && routes.contains(value.route))
      let isReady = isOurs && value.isReady(on: day) && value.receivedOn <= day
      guard heard.contains(referral.id) || isReady else { continue }
      if items.contains(where: { $0.referral == referral.id }) { continue }
      if let file = value.file, has(file) { continue }
      var clocks = cases.first { $0.id == value.file }?.clocks ?? []
      if value.file == nil {
        let file = value.prospectiveCase(
          exclusions: try caseload.exclusions(of: value.pupil))
        let facts = try FactsReader(caseload).facts(of: file, number: 0)
        clocks = facts.map { ClockEngine().readings(for: $0) } ?? []
      }
      add(.newReferral, value.reference, clocks) {
        $0.referral = referral.id
        $0.file = value.file
      }
    }
    let current = open.filter { routes.contains($0.file.route) }.flatMap { known in
      known.placements.filter { placed in
        placed.value.startsOn <= day && (placed.value.endedOn.map { $0 >= day } ?? true)
      }.map { (known: known, id: $0.id, placement: $0.value) }
    }.sorted { one, other in
      func turn(_ place: Placement) -> Day {
        place.plannedEnd ?? place.nextReviewOn ?? place.lastReviewedOn ?? place.startsOn
      }
      return (turn(one.placement), one.id.number) < (turn(other.placement), other.id.number)
    }
    for entry in current where !has(entry.known.id) {
      let place = entry.placement
      let last = max(place.startsOn, place.lastReviewedOn ?? place.startsOn)
      let review = place.nextReviewOn ?? last.adding(days: targets[.placementReviewDays])
      let end = place.plannedEnd.flatMap { $0 <= horizon.adding(days: 14) ? $0 : nil }
      guard end != nil || review <= horizon else { continue }
      let name = try #require(providers[place.provider]).name
      add(end == nil ? .reviewDue : .placementEnding, "\(entry.known.file.reference) · \(name)") {
        $0.file = entry.known.id
        $0.placement = entry.id
        $0.provider = place.provider
        $0.dueOn = end ?? review
        $0.clock = end == nil ? .placementReview : nil
      }
    }
    for known in unplaced
    where routes.contains(known.file.route) && known.file.route != .permanentExclusion {
      let isOwed = known.clocks.contains { clock in
        guard AgendaKind.escalation.clocks.contains(clock.kind), clock.state(on: day).isOpen,
          let due = clock.deadline?.day
        else { return false }
        return due <= horizon
      }
      if isOwed, !has(known.id) {
        add(.escalation, known.file.reference, known.clocks) { $0.file = known.id }
      }
    }
    for entry in current where !has(entry.known.id) {
      let place = entry.placement
      guard try caseload.visits(to: place.provider).first?.value.overall == .red else { continue }
      let name = try #require(providers[place.provider]).name
      add(.escalation, "\(entry.known.file.reference) · \(name) rated red") {
        $0.file = entry.known.id
        $0.placement = entry.id
        $0.provider = place.provider
        $0.dueOn = day
      }
    }
    for item in left where item.ratifies == nil && item.referral == nil {
      guard let file = item.file, !has(file), let known = open.first(where: { $0.id == file })
      else { continue }
      let place = known.placements.first { $0.id == item.placement }
      if item.placement != nil, !(place?.value.endedOn.map { $0 > day } ?? (place != nil)) {
        continue
      }
      add(item.kind, item.title, known.clocks) {
        $0.file = item.file
        $0.provider = item.provider
        guard item.placement != nil else { return }
        $0.placement = item.placement
        $0.dueOn = item.dueOn
        $0.clock = item.clock
      }
    }
    if panel.kind == .assurance {
      let placed = Set(
        cases.flatMap(\.placements).map(\.value)
          .filter { $0.endedOn.map { $0 >= day } ?? true }.map(\.provider))
      for (id, provider) in providers {
        let visit = try caseload.visits(to: id).first?.value
        let isLate = visit.map { $0.nextDue <= horizon } ?? placed.contains(id)
        guard isLate || visit.map({ $0.overall != .green }) ?? false else { continue }
        add(.providerQuality, provider.name) {
          $0.provider = id
          $0.dueOn = visit?.nextDue ?? day
        }
      }
    }
    return items
  }
}
