import AlternativeProvision

extension Door {
  // MARK: Panels

  /// Puts a panel, recognised by its name.
  @discardableResult
  public mutating func put(_ panel: Panel) throws(StoreError) -> PutResult<Panel> {
    try put(record: panel)
  }

  /// Writes a panel over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<Panel>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<Panel> {
    try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  // MARK: Referrals

  /// Puts a referral, recognised by its reference; one without gets the next of its year.
  ///
  /// A draft is kept whatever it lacks; a referral that is handed in must be ready.
  @discardableResult
  public mutating func put(_ referral: Referral) throws(StoreError) -> PutResult<Referral> {
    var named = referral
    if named.reference.isEmpty {
      named.reference = try nextReference(
        "R", year: referral.receivedOn.year,
        highest: try connection.statement(
          "SELECT max(CAST(substr(reference, ?2) AS INTEGER)) FROM referral WHERE reference GLOB ?1"
        ))
    }
    try refuseUnready(named)
    return try put(record: named)
  }

  /// Writes a referral over the record of that identifier; see `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<Referral>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<Referral> {
    try refuseUnready(edited.value)
    return try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Hands a draft in, so that it comes onto the next agenda.
  ///
  /// - Throws: `StoreError` that names everything it still lacks.
  public mutating func submit(_ referral: Identifier<Referral>) throws(StoreError) {
    guard var found: Referral = try caseload.read(referral.number) else {
      throw .gone(.referral, referral.number)
    }
    guard found.status == .draft || found.status == .withdrawn else {
      throw StoreError(
        .refused, "referral \(found.reference) is handed in already",
        toDo: "find it on the agenda of the next \(found.goesTo.title.lowercased())")
    }
    found.status = .submitted
    try write(Stored(id: referral, value: found))
  }

  private func refuseUnready(_ referral: Referral) throws(StoreError) {
    guard referral.status.isWaiting else { return }
    let gaps = referral.gaps(on: today)
    guard gaps.isEmpty else {
      throw StoreError(
        .refused, "referral \(referral.reference) is not ready for a panel",
        toDo: gaps.map(\.description).joined(separator: "; "))
    }
  }

  /// The next reference of a series and a year, as in "AP-2026-0413".
  func nextReference(
    _ series: String, year: Int, highest: Statement
  ) throws(StoreError) -> String {
    let prefix = "\(series)-\(year)-"
    highest.bind(1, prefix + "[0-9]*")
    highest.bind(2, Int64(prefix.utf8.count + 1))
    defer { highest.reset() }
    let last = try highest.step() ? highest.integer(0) : 0
    let digits = String(last + 1)
    return prefix + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  // MARK: Meetings

  /// Puts a meeting, recognised by its panel and day; a new one expects the panel's members.
  @discardableResult
  public mutating func put(_ meeting: Meeting) throws(StoreError) -> PutResult<Meeting> {
    let result = try put(record: meeting)
    if result.outcome == .added, let panel: Panel = try caseload.read(meeting.panel.number) {
      for member in panel.members { try put(Attendee(member), in: result.id) }
    }
    return result
  }

  /// Writes a meeting over the record of that identifier, as when its day is moved; see
  /// `write(_: Stored<Case>, …)`.
  @discardableResult
  public mutating func write(
    _ edited: Stored<Meeting>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) -> PutResult<Meeting> {
    _ = try openable(edited.id)
    return try put(record: edited.value, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Takes a meeting on to its next state. With its closing, actions that say nothing are dropped.
  ///
  /// - Throws: `StoreError` where that state does not follow from the present one. Minutes are approved
  ///   with `approveMinutes`.
  public mutating func move(
    _ meeting: Identifier<Meeting>, to state: MeetingState
  ) throws(StoreError) {
    var found = try openable(meeting)
    if found.state == state { return }
    guard found.state.next.contains(state), state != .minutesApproved else {
      let ways = found.state.next.map { $0.title.lowercased() }.joined(separator: " or ")
      throw StoreError(
        .refused,
        "a meeting that is \(found.state.title.lowercased()) cannot become "
          + state.title.lowercased(),
        toDo: "it can become \(ways)")
    }
    if state == .closed { try removeSilentActions("WHERE meeting_id = ?1", meeting.number) }
    found.state = state
    _ = try put(record: found, over: meeting.number)
  }

  /// Notes who is at a meeting, or missing from it; recognised by the name.
  @discardableResult
  public mutating func put(
    _ attendee: Attendee, in meeting: Identifier<Meeting>
  ) throws(StoreError) -> PutOutcome {
    _ = try openable(meeting)
    return try put(record: AttendeeRecord(meeting: meeting, attendee: attendee)).outcome
  }

  /// Declares a member's interest in an item, or in the meeting's business as a whole for nil.
  public mutating func declare(
    _ interest: Interest, in item: Identifier<AgendaItem>?, of meeting: Identifier<Meeting>
  ) throws(StoreError) {
    _ = try openable(meeting)
    guard !interest.member.allSatisfy(\.isWhitespace) else {
      throw .refused(.interest, "nobody is named", toDo: "name the member who declares it")
    }
    _ = try put(record: InterestRecord(meeting: meeting, item: item, interest: interest))
  }

  /// Takes back an interest that was declared by mistake; the journal keeps it.
  public mutating func withdrawInterest(
    of member: String, in item: Identifier<AgendaItem>?, of meeting: Identifier<Meeting>
  ) throws(StoreError) {
    _ = try openable(meeting)
    let declared: [Stored<InterestRecord>] = try caseload.readAll(
      "WHERE meeting_id = ?1 ORDER BY id", meeting.number)
    for found in declared where found.value.item == item && found.value.interest.member == member {
      try remove(number: found.id.number, with: caseload.statements(for: InterestRecord.table))
    }
  }

  /// The meeting, which must not be settled.
  func openable(_ meeting: Identifier<Meeting>) throws(StoreError) -> Meeting {
    try caseload.refuseSettled(meeting)
    guard let found: Meeting = try caseload.read(meeting.number) else {
      throw .gone(.meeting, meeting.number)
    }
    return found
  }
}
