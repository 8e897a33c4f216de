import AlternativeProvision

extension Door {
  /// Carries a decision out: changes the case, the placement, the referral and the actions.
  ///
  /// - Parameter own: The item under which what is to be done is minuted: the one decided on, or the one
  ///   that ratifies the decision, since the earlier meeting's minutes may be approved.
  mutating func apply(
    _ decision: Decision, to item: inout AgendaItem, of meeting: Meeting,
    under own: Stored<AgendaItem>
  ) throws(StoreError) {
    if try needsCase(decision, own, on: meeting.heldOn) {
      try openCase(for: &item, on: meeting.heldOn)
    }
    if let number = item.file { try change(number, decision, item, meeting) }
    if decision.placesChild { try place(decision, item) }
    try changePlacement(decision, item, meeting)
    try follow(decision, item, under: own)
    if decision.option == .ratify { try ratify(decision, item, meeting) }
    if let number = item.referral, var referral: Referral = try caseload.read(number.number) {
      referral.status = decision.option.leaves(referral.status)
      referral.file = referral.file ?? item.file
      _ = try put(record: referral, over: number.number)
    }
  }

  /// Whether the child must have a case from now on: somebody is to be provided for, or the panel's word is
  /// the last for the time being while education is owed. Without one no clock, no list and no board would
  /// name the child again.
  private func needsCase(
    _ decision: Decision, _ own: Stored<AgendaItem>, on day: Day
  ) throws(StoreError) -> Bool {
    switch decision.option {
    case .agree, .agreePartTime, .chairsAction: return true
    case .eotas where decision.isAgreed == true: return true
    // Fair access has its own twenty school days.
    case .decline where decision.declineRoute == .fairAccess: return true
    case .decline, .eotas:
      let brief = try BriefReader(caseload).brief(own.id, on: day)
      return brief?.clocks.contains { $0.kind.isOwedEducation && $0.state(on: day).isOpen } ?? false
    default: return false
    }
  }

  /// Opens the case of a child who was referred and is now to be provided for.
  private mutating func openCase(
    for item: inout AgendaItem, on day: Day
  ) throws(StoreError) {
    guard item.file == nil, let number = item.referral,
      let referral: Referral = try caseload.read(number.number)
    else { return }
    if let known = referral.file {
      item.file = known
      return
    }
    let reference = try nextReference(
      "AP", year: day.year,
      highest: try connection.statement(
        "SELECT max(CAST(substr(reference, ?2) AS INTEGER)) FROM case_file WHERE reference GLOB ?1")
    )
    let file = referral.prospectiveCase(
      reference: reference, on: day, exclusions: try caseload.exclusions(of: referral.pupil))
    item.file = try put(file).id
  }

  private mutating func change(
    _ number: Identifier<Case>, _ decision: Decision, _ item: AgendaItem, _ meeting: Meeting
  ) throws(StoreError) {
    guard var file: Case = try caseload.read(number.number) else {
      throw .gone(.caseFile, number.number)
    }
    if let tier = decision.tier { file.tier = tier }
    if !decision.officer.isEmpty { file.officer = decision.officer }
    if decision.placesChild || (decision.option == .eotas && decision.isAgreed == true) {
      switch file.route {
      case .medical, .emotionallyBasedAbsence, .safeguardingSeparation:
        if file.section19AcceptedOn == nil { file.section19AcceptedOn = meeting.heldOn }
      default: break
      }
    }
    if decision.option == .eotas, decision.isAgreed == true {
      file.route = .educationOtherwiseThanAtSchool
    }
    let panel: Panel? = try caseload.read(meeting.panel.number)
    if panel?.kind == .fairAccess, decision.option == .agree, file.fairAccessAgreedOn == nil {
      file.fairAccessAgreedOn = meeting.heldOn
    }
    if decision.option == .decline, decision.declineRoute == .fairAccess,
      file.fairAccessAgreedOn == nil
    {
      file.fairAccessAgreedOn = meeting.heldOn
    }
    _ = try put(record: file, over: number.number)
  }

  private mutating func place(_ decision: Decision, _ item: AgendaItem) throws(StoreError) {
    guard let file = item.file, let provider = decision.provider, let start = decision.startsOn,
      let sessions = decision.sessions
    else { return }
    var placement =
      try caseload.placements(in: file).first {
        $0.value.provider == provider && $0.value.startsOn == start
      }?.value
      ?? Placement(file: file, provider: provider, startsOn: start, sessionsPerWeek: sessions)
    placement.sessionsPerWeek = sessions
    placement.hoursPerWeek = decision.hours
    placement.weeklyCost = decision.weeklyCost
    placement.plannedEnd = decision.plannedEnd
    placement.nextReviewOn = decision.reviewOn
    _ = try put(placement)
  }

  /// Changes the placement that the decision names; any decision but deferring reviews the placement of
  /// the item.
  private mutating func changePlacement(
    _ decision: Decision, _ item: AgendaItem, _ meeting: Meeting
  ) throws(StoreError) {
    guard let number = decision.placement ?? item.placement,
      var placement: Placement = try caseload.read(number.number)
    else { return }
    let isNamed = decision.placement != nil
    switch decision.option {
    case .extend where isNamed:
      placement.plannedEnd = decision.plannedEnd
      placement.sessionsPerWeek = decision.sessions ?? placement.sessionsPerWeek
      placement.hoursPerWeek = decision.hours ?? placement.hoursPerWeek
      placement.weeklyCost = decision.weeklyCost ?? placement.weeklyCost
    case .end where isNamed:
      placement.endedOn = decision.endsOn
      placement.outcome = decision.outcome
    case .stepDown where isNamed:
      placement.endedOn = decision.endsOn
      placement.outcome = placement.outcome ?? "stepped down"
    case .deferred, .note, .ratify, .referSafeguarding: return
    default: break
    }
    if placement.startsOn <= meeting.heldOn { placement.lastReviewedOn = meeting.heldOn }
    if !decision.placesChild, let reviewOn = decision.reviewOn {
      placement.nextReviewOn = reviewOn
    }
    _ = try put(record: placement, over: number.number)
  }

  /// Notes the action that a decision asks of somebody.
  private mutating func follow(
    _ decision: Decision, _ item: AgendaItem, under own: Stored<AgendaItem>
  ) throws(StoreError) {
    guard let asked = decision.asked else { return }
    try add(asked, to: own.value.meeting, item: own.id, file: item.file)
  }

  /// Records what the panel makes of an earlier decision; a recommendation now takes effect.
  private mutating func ratify(
    _ decision: Decision, _ item: AgendaItem, _ meeting: Meeting
  ) throws(StoreError) {
    guard let number = item.ratifies, let isRatified = decision.isAgreed,
      let earlier: DecisionRecord = try caseload.read(number.number),
      var origin: AgendaItem = try caseload.read(earlier.recorded.item.number),
      let held: Meeting = try caseload.read(origin.meeting.number)
    else { return }
    guard
      let own = try caseload.items(of: item.meeting).first(where: { $0.value.ratifies == number })
    else { return }
    _ = try put(
      record: RatificationRecord(
        decision: number, item: own.id,
        ratification: Ratification(isRatified: isRatified, on: meeting.heldOn)))
    // The item of the earlier meeting stays as it was minuted, even where its case is opened only now.
    if isRatified, earlier.recorded.standing == .recommended {
      try apply(earlier.recorded.decision, to: &origin, of: held, under: own)
    }
  }

  // MARK: Taking back

  /// Puts the case, the placement, the referral and the ratification back as they were before a change;
  /// a case that was opened for the child stays open.
  ///
  /// Actions are the panel's words and stay, except the one that the decision itself asked for.
  mutating func takeBackEffects(
    of change: Int64, deciding decision: Decision, on item: Identifier<AgendaItem>
  ) throws(StoreError) {
    let kinds: [RecordKind] = [.placement, .caseFile, .referral, .ratification, .action]
    for act in try acts(of: change).reversed() where kinds.contains(act.kind) {
      if act.kind == .action {
        if act.before == nil { try takeBackAsked(act.subject, decision, on: item) }
        continue
      }
      guard let isAsLeft = try isAsLeft(by: act) else { continue }
      guard isAsLeft else {
        throw StoreError(
          .refused, "the \(act.kind.title) has been changed since this was decided",
          toDo: "correct the \(act.kind.title) by hand, or decide again as a new item")
      }
      if act.before == nil, act.kind == .caseFile || act.kind == .referral { continue }
      // A referral keeps the case that was opened for it.
      try takeBack(act, keeping: act.kind == .referral ? "case_id" : nil)
    }
  }

  /// Removes the action that a decision asked for, unless somebody has written into it since.
  private mutating func takeBackAsked(
    _ number: Int64, _ decision: Decision, on item: Identifier<AgendaItem>
  ) throws(StoreError) {
    guard let found = try caseload.actions("WHERE id = ?1", number).first, found.words.isEmpty
    else { return }
    var asked = [decision.asked]
    // A ratified recommendation asks under the item that ratified it.
    if decision.option == .ratify, let ratifying: AgendaItem = try caseload.read(item.number),
      let earlier = ratifying.ratifies,
      let recommended: DecisionRecord = try caseload.read(earlier.number)
    {
      asked.append(recommended.recorded.decision.asked)
    }
    if asked.contains(found.action) { try remove(found.id) }
  }
}

extension DecisionOption {
  /// The status in which it leaves a referral.
  fileprivate func leaves(_ status: ReferralStatus) -> ReferralStatus {
    switch self {
    case .agree, .agreePartTime, .eotas, .chairsAction, .extend, .stepDown, .end: .agreed
    case .deferred: .deferred
    case .decline: .declined
    case .referSafeguarding, .ratify, .note: status
    }
  }
}
