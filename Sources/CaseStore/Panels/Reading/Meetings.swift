import AlternativeProvision

extension Caseload {
  /// Whether a panel sits now: a meeting was opened and not closed.
  public func hasOpenMeeting() throws(StoreError) -> Bool {
    let rows = try connection.statement("SELECT 1 FROM meeting WHERE state = ?1 LIMIT 1")
    rows.bind(1, MeetingState.open.rawValue)
    defer { rows.reset() }
    return try rows.step()
  }

  /// Every panel, by name.
  public func panels() throws(StoreError) -> [Stored<Panel>] { try readAll("ORDER BY name, id") }

  /// The panel of that identifier; nil where there is none.
  public func panel(_ id: Identifier<Panel>) throws(StoreError) -> Panel? { try read(id.number) }

  /// The meetings of a panel, the latest first; of every panel for nil.
  public func meetings(
    of panel: Identifier<Panel>? = nil
  ) throws(StoreError) -> [Stored<Meeting>] {
    guard let panel else { return try readAll("ORDER BY held_on DESC, id") }
    return try readAll("WHERE panel_id = ?1 ORDER BY held_on DESC, id", panel.number)
  }

  /// The meeting of that identifier without what belongs to it; nil where there is none.
  public func meetingAlone(_ id: Identifier<Meeting>) throws(StoreError) -> Meeting? {
    try read(id.number)
  }

  /// The referral of that identifier; nil where there is none.
  public func referral(_ id: Identifier<Referral>) throws(StoreError) -> Referral? {
    try read(id.number)
  }

  /// The referral of that reference.
  public func referral(reference: String) throws(StoreError) -> Stored<Referral>? {
    let found: [Stored<Referral>] = try readAll("WHERE reference = ?1", text: reference)
    return found.first
  }

  /// Every referral, the latest first.
  public func referrals() throws(StoreError) -> [Stored<Referral>] {
    try readAll("ORDER BY received_on DESC, id DESC")
  }

  /// The referrals that no panel has decided on: those being written, then those that wait for a panel;
  /// the latest first.
  public func undecidedReferrals() throws(StoreError) -> [Stored<Referral>] {
    try readAll(
      """
      WHERE status IN ('draft', 'submitted', 'deferred')
      ORDER BY status <> 'draft', received_on DESC, id DESC
      """)
  }

  /// The referrals of a child, the latest first.
  public func referrals(of pupil: Identifier<Pupil>) throws(StoreError) -> [Stored<Referral>] {
    try readAll("WHERE pupil_id = ?1 ORDER BY received_on DESC, id DESC", pupil.number)
  }

  /// The item of that identifier; nil where there is none.
  public func agendaItem(_ id: Identifier<AgendaItem>) throws(StoreError) -> AgendaItem? {
    try read(id.number)
  }

  /// All of a meeting; nil where there is none of that identifier.
  ///
  /// Ten short queries, however many items there are: a second terminal reads it again at every
  /// change.
  public func meeting(_ id: Identifier<Meeting>) throws(StoreError) -> MeetingFile? {
    try snapshot { () throws(StoreError) in
      guard let meeting: Meeting = try read(id.number),
        let panel: Panel = try read(meeting.panel.number)
      else { return nil }
      var opened = MeetingFile(
        meeting: Stored(id: id, value: meeting), panel: Stored(id: meeting.panel, value: panel),
        attendees: [], interests: [], items: [], actions: [], minutes: nil, corrections: [],
        position: try journalPosition())
      let people: [Stored<AttendeeRecord>] = try readAll(
        "WHERE meeting_id = ?1 ORDER BY id", id.number)
      opened.attendees = people.map(\.value.attendee)
      let next = try connection.statement(
        "SELECT min(held_on) FROM meeting WHERE panel_id = ?1 AND held_on > ?2")
      next.bind(1, meeting.panel.number)
      next.bind(2, meeting.heldOn)
      if try next.step() { opened.nextMeeting = next.dayOrNil(0) }
      next.reset()
      try readItems(of: id, into: &opened)
      let minutes: [Stored<MinutesRecord>] = try readAll("WHERE meeting_id = ?1", id.number)
      opened.minutes = minutes.first?.value.approved
      if opened.minutes != nil {
        let notes: [Stored<CorrectionRecord>] = try readAll(
          "WHERE meeting_id = ?1 ORDER BY number", id.number)
        opened.corrections = notes.map(\.value.correction)
      }
      return opened
    }
  }

  private func readItems(
    of meeting: Identifier<Meeting>, into opened: inout MeetingFile
  ) throws(StoreError) {
    let items: [Stored<AgendaItem>] = try readAll(
      "WHERE meeting_id = ?1 ORDER BY position, id", meeting.number)
    var places: [Int64: Int] = [:]
    for (place, item) in items.enumerated() {
      places[item.id.number] = place
      opened.items.append(
        ItemFile(
          item: item, secondsSpent: 0, interests: [], decisions: [], actions: [], words: [:]))
    }
    let declared: [Stored<InterestRecord>] = try readAll(
      "WHERE meeting_id = ?1 ORDER BY id", meeting.number)
    for entry in declared.map(\.value) {
      if let place = entry.item.flatMap({ places[$0.number] }) {
        opened.items[place].interests.append(entry.interest)
      } else {
        opened.interests.append(entry.interest)
      }
    }
    let inMeeting = "WHERE item_id IN (SELECT id FROM agenda_item WHERE meeting_id = ?1)"
    for decision in try decisions(inMeeting + " ORDER BY item_id, number", meeting.number) {
      guard let place = places[decision.value.item.number] else { continue }
      opened.items[place].decisions.append(decision)
    }
    for letter in try letters(after: meeting) {
      let place = opened.items.firstIndex { entry in
        entry.decisions.contains { $0.id == letter.decision }
      }
      if let place { opened.items[place].letters.append(letter) }
    }
    for action in try actions("WHERE meeting_id = ?1 ORDER BY number", meeting.number) {
      if let place = action.item.flatMap({ places[$0.number] }) {
        opened.items[place].actions.append(action)
      } else {
        opened.actions.append(action)
      }
    }
    for (item, words) in try typed(inMeeting: meeting) {
      if let place = places[item] { opened.items[place].words = words }
    }
    let times = try connection.statement(
      """
      SELECT item_id, seconds FROM item_time
      WHERE item_id IN (SELECT id FROM agenda_item WHERE meeting_id = ?1)
      """)
    times.bind(1, meeting.number)
    defer { times.reset() }
    while try times.step() {
      if let place = places[times.integer(0)] {
        opened.items[place].secondsSpent = Int(times.integer(1))
      }
    }
  }

  /// Decisions with what became of their ratification.
  func decisions(
    _ clause: String, _ number: Int64?
  ) throws(StoreError) -> [Stored<RecordedDecision>] {
    let rows: [Stored<DecisionRecord>] = try readAll(clause, number)
    let ratified = try connection.statement(
      "SELECT is_ratified, ratified_on FROM ratification WHERE decision_id = ?1")
    var found: [Stored<RecordedDecision>] = []
    for row in rows {
      var recorded = row.value.recorded
      if recorded.standing != .decided {
        ratified.bind(1, row.id.number)
        defer { ratified.reset() }
        if try ratified.step() {
          recorded.ratification = Ratification(
            isRatified: ratified.integer(0) != 0, on: ratified.day(1))
        }
      }
      found.append(Stored(id: Identifier(row.id.number), value: recorded))
    }
    return found
  }

  /// Every decision on a case, the latest first.
  public func decisions(
    on file: Identifier<Case>
  ) throws(StoreError) -> [Stored<RecordedDecision>] {
    try decisions("WHERE case_id = ?1 ORDER BY confirmed_on DESC, id DESC", file.number)
  }

  /// Where an author was in a meeting; nil where they have not been.
  public func place(
    of author: String, in meeting: Identifier<Meeting>
  ) throws(StoreError) -> MeetingPlace? {
    let row = try connection.statement(
      "SELECT item_id, field, cursor FROM meeting_place WHERE author = ?1 AND meeting_id = ?2")
    row.bind(1, author)
    row.bind(2, meeting.number)
    defer { row.reset() }
    guard try row.step() else { return nil }
    return MeetingPlace(
      item: row.integerOrNil(0).map { Identifier($0) }, field: row.textOrNil(1),
      cursor: Int(row.integer(2)))
  }

  /// A number that differs after another program has changed the file: cheap enough to ask for many
  /// times a second.
  public func othersVersion() throws(StoreError) -> Int64 {
    try connection.number("PRAGMA data_version") ?? 0
  }
}

/// Where somebody was in a meeting, so that opening it again returns there.
public struct MeetingPlace: Sendable, Hashable {
  /// The item.
  public var item: Identifier<AgendaItem>?
  /// The field, by whatever name the screen gives it.
  public var field: String?
  /// The number of characters before the cursor.
  public var cursor: Int

  /// A place in a meeting.
  public init(item: Identifier<AgendaItem>?, field: String? = nil, cursor: Int = 0) {
    self.item = item
    self.field = field
    self.cursor = cursor
  }
}

extension Caseload {
  /// The decision of that identifier with what became of its ratification; nil where there is none.
  public func decision(
    _ id: Identifier<RecordedDecision>
  ) throws(StoreError) -> RecordedDecision? {
    try decisions("WHERE id = ?1", id.number).first?.value
  }
}

extension Caseload {
  /// When a meeting was opened for the first time and closed for the last, as the journal tells.
  public func sitting(
    of meeting: Identifier<Meeting>
  ) throws(StoreError) -> (opened: Instant?, closed: Instant?) {
    let rows = try connection.statement(
      """
      SELECT change.at, journal.after FROM journal JOIN change ON change.id = journal.change_id
      WHERE journal.subject_id = ?1 AND journal.kind = 'meeting' ORDER BY journal.seq
      """)
    rows.bind(1, meeting.number)
    defer { rows.reset() }
    var found: (opened: Instant?, closed: Instant?) = (nil, nil)
    while try rows.step() {
      let at = Instant(seconds: rows.integer(0))
      for member in try members(of: rows.textOrNil(1)) ?? [] where member.name == "state" {
        if member.cell == .text(MeetingState.open.rawValue) {
          found.opened = found.opened ?? at
        } else if member.cell == .text(MeetingState.closed.rawValue) {
          found.closed = at
        }
      }
    }
    return found
  }
}

extension Caseload {
  /// A cover for the names of every child on the agenda of a meeting, and of their families.
  public func nameCover(of meeting: Identifier<Meeting>) throws(StoreError) -> NameCover {
    try snapshot { () throws(StoreError) in
      let pupils: [Stored<Pupil>] = try readAll(
        """
        WHERE id IN (SELECT coalesce(case_file.pupil_id, referral.pupil_id) FROM agenda_item
          LEFT JOIN case_file ON case_file.id = agenda_item.case_id
          LEFT JOIN referral ON referral.id = agenda_item.referral_id WHERE meeting_id = ?1)
        """, meeting.number)
      var cover = NameCover()
      for pupil in pupils {
        cover.add(NameCover(pupil.value))
        for referral in try referrals(of: pupil.id) { cover.add(referral.value) }
      }
      return cover
    }
  }
}
