import AlternativeProvision

extension Door {
  /// Adds an item at the end of an agenda, or changes the one of the same sort and heading.
  @discardableResult
  public mutating func put(_ item: AgendaItem) throws(StoreError) -> PutResult<AgendaItem> {
    _ = try openable(item.meeting)
    var placed = item
    if placed.position == 0 {
      let last = try caseload.items(of: item.meeting).map(\.value.position).max() ?? 0
      placed.position = last + 1
    }
    return try put(record: placed)
  }

  /// Writes an item over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<AgendaItem>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<AgendaItem> {
    _ = try openable(edited.value.meeting)
    return try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Puts an agenda into that order; items that are not named keep theirs after those that are.
  public mutating func order(
    _ meeting: Identifier<Meeting>, _ order: [Identifier<AgendaItem>]
  ) throws(StoreError) {
    _ = try openable(meeting)
    let items = try caseload.items(of: meeting)
    let named = order.compactMap { id in items.first { $0.id == id } }
    let others = items.filter { !order.contains($0.id) }
    for (place, item) in (named + others).enumerated() where item.value.position != place + 1 {
      var moved = item.value
      moved.position = place + 1
      _ = try put(record: moved, over: item.id.number)
    }
  }

  /// Puts an agenda into the order of the clocks: the one that runs out first comes first.
  public mutating func orderByClock(_ meeting: Identifier<Meeting>) throws(StoreError) {
    let held = try openable(meeting).heldOn
    let items = try caseload.items(of: meeting)
    let sorted = AgendaOrder.sorted(items.map(\.value), on: held)
    try order(meeting, sorted.compactMap { value in items.first { $0.value == value }?.id })
  }

  /// Parks an item, drops it, or takes it up again.
  ///
  /// - Throws: `StoreError` for an item on which a decision stands.
  public mutating func set(
    _ state: AgendaItemState, of item: Identifier<AgendaItem>
  ) throws(StoreError) {
    try set(state, of: item, because: nil)
  }

  /// Takes an item off the agenda; the reason is kept, and the minutes give it.
  ///
  /// - Throws: `StoreError` where no reason is given, or a decision stands on the item.
  public mutating func drop(
    _ item: Identifier<AgendaItem>, because reason: String
  ) throws(StoreError) {
    let reason = MinuteText.cleaned(MinuteText.trimmed(reason))
    guard !reason.isEmpty else {
      throw StoreError(
        .refused, "an item is not dropped without a reason",
        toDo: "say why it comes off the agenda")
    }
    try set(.dropped, of: item, because: reason)
  }

  private mutating func set(
    _ state: AgendaItemState, of item: Identifier<AgendaItem>, because reason: String?
  ) throws(StoreError) {
    var found = try openItem(item)
    guard state != .decided, found.state != .decided else {
      throw StoreError(
        .refused, "a decision stands on this item",
        toDo: "reopen it with a reason, and then park or drop it")
    }
    found.state = state
    found.droppedBecause = reason
    _ = try put(record: found, over: item.number)
  }

  /// Adds to an agenda what the caseload says belongs on it and the meeting has time for, in the order
  /// of the clocks.
  ///
  /// What is on it already stays as it is, dropped items among it; where the chair has put the items
  /// into an order of their own, new ones come after them. A meeting without a length of its own has the
  /// panel's.
  @discardableResult
  public mutating func buildAgenda(
    _ meeting: Identifier<Meeting>
  ) throws(StoreError) -> AgendaBuilt {
    let held = try openable(meeting)
    let present = try caseload.items(of: meeting)
    let missing = try caseload.missingFromAgenda(of: meeting)
    let panel: Panel? = try caseload.read(held.panel.number)
    let (taken, leftOff) = AgendaOrder.fitting(
      missing, into: held.minutesAllotted ?? panel?.terms.minutesInAll,
      beside: present.map(\.value), for: panel?.kind ?? .exclusion,
      left: try caseload.leftUndecided(before: held), on: held.heldOn)
    try add(taken, to: meeting)
    return AgendaBuilt(added: taken.count, leftOff: leftOff.count)
  }

  /// Puts cases onto an agenda, whether or not the meeting has time for them: somebody wants them there.
  public mutating func put(
    _ cases: [Identifier<Case>], onAgendaOf meeting: Identifier<Meeting>
  ) throws(StoreError) {
    _ = try openable(meeting)
    try add(try caseload.agendaItems(of: cases, for: meeting), to: meeting)
  }

  /// Adds items in the order of the clocks; where the chair has put those that are there into an order of
  /// their own, at the end.
  private mutating func add(
    _ items: [AgendaItem], to meeting: Identifier<Meeting>
  ) throws(StoreError) {
    guard !items.isEmpty else { return }
    let held = try openable(meeting)
    let present = try caseload.items(of: meeting).map(\.value)
    let isInOrder =
      AgendaOrder.sorted(present, on: held.heldOn).map(\.title) == present.map(\.title)
    for item in items { try put(item) }
    if isInOrder { try orderByClock(meeting) }
  }

  func openItem(_ item: Identifier<AgendaItem>) throws(StoreError) -> AgendaItem {
    guard let found: AgendaItem = try caseload.read(item.number) else {
      throw .gone(.agendaItem, item.number)
    }
    _ = try openable(found.meeting)
    return found
  }
}

/// What became of building an agenda.
public struct AgendaBuilt: Hashable, Sendable {
  /// How many items were added.
  public let added: Int
  /// How many more belong on it, for which the meeting has no time.
  public let leftOff: Int
}

extension Caseload {
  /// What belongs on an agenda and is not there: what its kind of panel meets for first, each part in the
  /// order of the clocks.
  public func missingFromAgenda(
    of meeting: Identifier<Meeting>
  ) throws(StoreError) -> [AgendaItem] {
    guard let held: Meeting = try read(meeting.number),
      let panel: Panel = try read(held.panel.number)
    else { throw .gone(.meeting, meeting.number) }
    let present = try items(of: meeting).map(\.value)
    let missing = try proposedAgenda(for: meeting).filter { item in
      !present.contains { $0.isSameMatter(as: item) }
    }
    return AgendaOrder.byTurn(
      AgendaOrder.sorted(missing, on: held.heldOn), for: panel.kind,
      left: try leftUndecided(before: held))
  }

  /// What the last meeting of the same panel before this one parked or did not come to.
  func leftUndecided(before meeting: Meeting) throws(StoreError) -> [AgendaItem] {
    guard
      let last = try meetings(of: meeting.panel).first(where: { $0.value.heldOn < meeting.heldOn })
    else { return [] }
    return try items(of: last.id).map(\.value)
      .filter { $0.state == .waiting || $0.state == .parked }
  }

  /// How many items the agenda of each meeting has, without those dropped, and how many are decided.
  public func agendaCounts() throws(StoreError) -> [Identifier<Meeting>: AgendaCount] {
    let rows = try connection.statement(
      """
      SELECT meeting_id, count(*), sum(state = 'decided') FROM agenda_item
      WHERE state <> 'dropped' GROUP BY meeting_id
      """)
    defer { rows.reset() }
    var found: [Identifier<Meeting>: AgendaCount] = [:]
    while try rows.step() {
      found[Identifier(rows.integer(0))] = AgendaCount(
        items: Int(rows.integer(1)), decided: Int(rows.integer(2)))
    }
    return found
  }

  func items(of meeting: Identifier<Meeting>) throws(StoreError) -> [Stored<AgendaItem>] {
    try readAll("WHERE meeting_id = ?1 ORDER BY position, id", meeting.number)
  }
}

/// How long an agenda is and how far it has come.
public struct AgendaCount: Hashable, Sendable {
  /// The items, without those dropped.
  public let items: Int
  /// Those on which a decision stands.
  public let decided: Int
}

extension AgendaItem {
  /// Whether two items ask the panel about the same thing.
  func isSameMatter(as other: AgendaItem) -> Bool {
    if kind == other.kind && title == other.title { return true }
    if let ratifies { return ratifies == other.ratifies }
    if let referral { return referral == other.referral }
    if let placement { return placement == other.placement }
    return file != nil && file == other.file && other.referral == nil && other.placement == nil
      && kind == other.kind
  }
}
