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
    let items = try caseload.items(of: meeting)
    let sorted = AgendaOrder.sorted(items.map(\.value))
    try order(meeting, sorted.compactMap { value in items.first { $0.value == value }?.id })
  }

  /// Parks an item, drops it, or takes it up again.
  ///
  /// - Throws: `StoreError` for an item on which a decision stands.
  public mutating func set(
    _ state: AgendaItemState, of item: Identifier<AgendaItem>
  ) throws(StoreError) {
    var found = try openItem(item)
    guard state != .decided, found.state != .decided else {
      throw StoreError(
        .refused, "a decision stands on this item",
        toDo: "reopen it with a reason, and then park or drop it")
    }
    found.state = state
    _ = try put(record: found, over: item.number)
  }

  /// Adds to an agenda what the caseload says belongs on it, in the order of the clocks.
  ///
  /// What is on it already stays as it is, dropped items among it; where the chair has put the items
  /// into an order of their own, new ones come after them.
  ///
  /// - Returns: How many items were added.
  @discardableResult
  public mutating func buildAgenda(
    _ meeting: Identifier<Meeting>, engine: ClockEngine = ClockEngine()
  ) throws(StoreError) -> Int {
    _ = try openable(meeting)
    let present = try caseload.items(of: meeting)
    let isInOrder =
      AgendaOrder.sorted(present.map(\.value)).map(\.title) == present.map(\.value.title)
    var added = 0
    for item in AgendaOrder.sorted(try caseload.proposedAgenda(for: meeting, engine: engine))
    where !present.contains(where: { $0.value.isSameMatter(as: item) }) {
      try put(item)
      added += 1
    }
    if isInOrder, added > 0 { try orderByClock(meeting) }
    return added
  }

  func openItem(_ item: Identifier<AgendaItem>) throws(StoreError) -> AgendaItem {
    guard let found: AgendaItem = try caseload.read(item.number) else {
      throw .gone(.agendaItem, item.number)
    }
    _ = try openable(found.meeting)
    return found
  }
}

extension Caseload {
  func items(of meeting: Identifier<Meeting>) throws(StoreError) -> [Stored<AgendaItem>] {
    try readAll("WHERE meeting_id = ?1 ORDER BY position, id", meeting.number)
  }
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
