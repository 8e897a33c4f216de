import AlternativeProvision

extension Door {
  /// Confirms what stands in the form of an item: the decision is recorded, and applied to the case, the
  /// placement, the review and the actions, all in this change. Actions that say nothing are dropped.
  ///
  /// Without a quorum it is recorded as a recommendation and applied when a later meeting ratifies it. A
  /// chair's action may be confirmed before the meeting has opened.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - seen: The form as the chair saw it; confirming is refused where somebody has typed since. Nil to
  ///     take the form as it is on file.
  ///   - told: What the panel was told to weigh before it confirmed, to be minuted.
  /// - Throws: `StoreError` that names everything that keeps the decision from being confirmed;
  ///   `Decision.problems(in:)` gives the same one by one.
  @discardableResult
  public mutating func confirm(
    _ item: Identifier<AgendaItem>, seen: DecisionDraft? = nil, told: [String] = []
  ) throws(StoreError) -> Stored<RecordedDecision> {
    var found = try openItem(item)
    let meeting = try openable(found.meeting)
    guard found.state != .decided else {
      throw StoreError(
        .refused, "a decision stands on this item", toDo: "reopen it with a reason to change it")
    }
    let draft = DecisionDraft(try caseload.words(of: item).mapValues(\.text))
    if let seen, !seen.saysTheSame(as: draft) {
      throw StoreError(
        .conflict, "somebody has typed into this item since you looked",
        toDo: "read what stands there now, then confirm again")
    }
    let (read, unreadable) = draft.read()
    guard let decision = read else { throw .undecided(unreadable) }
    guard meeting.state == .open || (meeting.state == .planned && decision.option == .chairsAction)
    else {
      throw StoreError(
        .refused, "the meeting is \(meeting.state.title.lowercased())",
        toDo: "open the meeting to decide, or record a chair's action before it opens")
    }
    let context = try caseload.decisionContext(for: item, decision)
    let problems = unreadable + decision.problems(in: context.context)
    guard problems.isEmpty else { throw .undecided(problems) }
    let earlier: [Stored<DecisionRecord>] = try caseload.readAll(
      "WHERE item_id = ?1 ORDER BY number", item.number)
    var recorded = RecordedDecision(
      item: item, number: earlier.count + 1, decision: decision,
      standing: DecisionStanding(decision.option, hasQuorum: context.deciding.hasQuorum),
      deciding: context.deciding.members, interested: context.deciding.interested,
      shortfalls: context.deciding.shortfalls.map(\.description), confirmedBy: author,
      confirmedOn: meeting.heldOn)
    recorded.told = told
    if decision.option == .chairsAction {
      recorded.deciding = [context.deciding.chairing.member].compactMap(\.self)
      recorded.shortfalls = []
    }
    var record = DecisionRecord(recorded: recorded, file: found.file, appliedIn: nil)
    if recorded.standing.takesEffect {
      try apply(
        decision, to: &found, of: meeting, under: Stored(id: item, value: found))
      record.appliedIn = try beginJournal()
      record.file = found.file
    }
    let number = try put(record: record).id.number
    try removeSilentActions("WHERE item_id = ?1", item.number)
    found.state = .decided
    _ = try put(record: found, over: item.number)
    return Stored(id: Identifier(number), value: recorded)
  }

  /// Takes a decision up again in the same meeting, with a reason; it stays in the record, and what it
  /// changed in the case and the placement is put back.
  ///
  /// - Throws: `StoreError` where no reason is given, the meeting is not open, or somebody has changed
  ///   the case or the placement since.
  public mutating func reopen(
    _ item: Identifier<AgendaItem>, because reason: String
  ) throws(StoreError) {
    var found = try openItem(item)
    let meeting = try openable(found.meeting)
    guard meeting.state == .open || meeting.state == .planned else {
      throw StoreError(
        .refused, "the meeting is \(meeting.state.title.lowercased())",
        toDo: "open the meeting again to reopen a decision")
    }
    guard !reason.allSatisfy(\.isWhitespace) else {
      throw StoreError(
        .refused, "a decision is not reopened without a reason",
        toDo: "say why the panel takes it up again")
    }
    let decisions: [Stored<DecisionRecord>] = try caseload.readAll(
      "WHERE item_id = ?1 ORDER BY number", item.number)
    guard var last = decisions.last, last.value.recorded.reopening == nil else {
      throw StoreError(
        .refused, "no decision stands on this item", toDo: "fill in its form and confirm it")
    }
    let ratified = try connection.statement("SELECT 1 FROM ratification WHERE decision_id = ?1")
    ratified.bind(1, last.id.number)
    let isRatified = try ratified.step()
    ratified.reset()
    guard !isRatified else {
      throw StoreError(
        .refused, "a later meeting has ratified this decision",
        toDo: "put the child on the next agenda and decide again there")
    }
    if let change = last.value.appliedIn {
      try takeBackEffects(of: change, deciding: last.value.recorded.decision, on: item)
    }
    last.value.recorded.reopening = Reopening(
      reason: MinuteText.cleaned(reason), by: author)
    _ = try put(record: last.value, over: last.id.number)
    found = try openItem(item)
    found.state = .waiting
    _ = try put(record: found, over: item.number)
  }
}

extension StoreError {
  /// Everything that keeps a decision from being confirmed.
  static func undecided(_ problems: [DecisionProblem]) -> StoreError {
    StoreError(
      .refused, "this decision cannot be confirmed yet",
      toDo: problems.map(\.description).joined(separator: "; "))
  }
}

extension DecisionDraft {
  /// Whether two forms hold the same words, spaces around them apart; notes are no part of a decision.
  func saysTheSame(as other: DecisionDraft) -> Bool {
    DecisionField.allCases.filter { $0 != .notes }.allSatisfy {
      MinuteText.trimmed(self[$0]) == MinuteText.trimmed(other[$0])
    }
  }
}

extension Caseload {
  /// What it depends on whether a decision on an item can be confirmed, and who would decide it.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - decision: The decision as far as it has been made.
  ///   - provider: The provider chosen, where the screen has looked at it already.
  public func decisionContext(
    for item: Identifier<AgendaItem>, _ decision: Decision, provider: ProviderOption? = nil
  ) throws(StoreError) -> (context: DecisionContext, deciding: Deciding) {
    try snapshot { () throws(StoreError) in
      guard let found: AgendaItem = try read(item.number),
        let meeting: Meeting = try read(found.meeting.number),
        let panel: Panel = try read(meeting.panel.number)
      else { throw .gone(.agendaItem, item.number) }
      let people: [Stored<AttendeeRecord>] = try readAll(
        "WHERE meeting_id = ?1 ORDER BY id", found.meeting.number)
      let declared: [Stored<InterestRecord>] = try readAll(
        "WHERE item_id = ?1 ORDER BY id", item.number)
      let deciding = Deciding(
        attendees: people.map(\.value.attendee), interests: declared.map(\.value.interest),
        quorum: panel.terms.quorum)
      var context = DecisionContext(
        kind: found.kind, meetingOn: meeting.heldOn, rule: panel.terms.decides,
        deciding: deciding.members)
      context.panel = panel.kind
      context.chairing = deciding.chairing
      let file: Case? = try found.file.flatMap { (id) throws(StoreError) in try read(id.number) }
      let referral: Referral? = try found.referral.flatMap { (id) throws(StoreError) in
        try read(id.number)
      }
      context.tier = file?.tier
      let placements = try found.file.map { (id) throws(StoreError) in try self.placements(in: id) }
      context.placements = placements?.map(\.id) ?? []
      context.placement = placements?.first { $0.id == decision.placement }?.value
      if let number = file?.pupil ?? referral?.pupil, let pupil: Pupil = try read(number.number) {
        context.hasPlan = pupil.hasPlan
        context.provider = provider
        if provider == nil, let chosen = decision.provider {
          let day = decision.startsOn ?? meeting.heldOn
          let seeker = PlaceSeeker(
            pupil: Stored(id: number, value: pupil), on: day, hoursPerWeek: decision.hours)
          context.provider = try providerStandings(
            on: day, asOf: meeting.heldOn, of: chosen
          ).first.map(seeker.option)
        }
      }
      return (context, deciding)
    }
  }
}
