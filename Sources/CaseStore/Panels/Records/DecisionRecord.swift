import AlternativeProvision

/// A decision as it lies in the file.
struct DecisionRecord: Readable {
  /// The decision and how it was made; what became of its ratification lies elsewhere.
  var recorded: RecordedDecision
  var file: Identifier<Case>?
  /// The change in which it took effect; nil while it has not.
  var appliedIn: Int64?

  static let table = Table(
    kind: .decision, name: "decision",
    columns: [
      .init("item_id", refers: .agendaItem), .init("number"),
      .init("case_id", refers: .caseFile), .init("option"),
      .init("provider_id", refers: .provider), .init("starts_on"), .init("sessions"),
      .init("hours"), .init("weekly_cost"), .init("budget_code"), .init("planned_end"),
      .init("review_on"), .init("exit_criteria"), .init("health_reason"), .init("tier"),
      .init("officer"), .init("information"), .init("owner"), .init("due_on"),
      .init("decline_route"), .init("is_agreed"), .init("placement_id"), .init("ends_on"),
      .init("outcome"), .init("measure"), .init("referred_to"), .init("section19"),
      .init("evidence"), .init("rationale"), .init("dissent"), .init("votes_for"),
      .init("votes_against"), .init("votes_abstained"), .init("casting_vote"),
      .init("standing"), .init("deciding"), .init("interested"), .init("shortfalls"),
      .init("confirmed_by"), .init("confirmed_on"), .init("applied_in"),
      .init("reopened_because"), .init("reopened_by"), .init("told"),
    ],
    key: ["item_id", "number"], caseColumn: "case_id")

  init(recorded: RecordedDecision, file: Identifier<Case>?, appliedIn: Int64?) {
    self.recorded = recorded
    self.file = file
    self.appliedIn = appliedIn
  }

  func write(_ cells: inout CellWriter) {
    cells.add(recorded.item)
    cells.add(recorded.number)
    cells.add(file)
    write(recorded.decision, to: &cells)
    cells.add(named: recorded.standing)
    cells.add(list: recorded.deciding.flatMap(\.parts))
    cells.add(list: recorded.interested.flatMap(\.parts))
    cells.add(list: recorded.shortfalls)
    cells.add(recorded.confirmedBy)
    cells.add(recorded.confirmedOn)
    cells.add(appliedIn.map(Int.init))
    cells.add(recorded.reopening?.reason)
    cells.add(recorded.reopening?.by)
    cells.add(list: recorded.told)
  }

  private func write(_ decision: Decision, to cells: inout CellWriter) {
    cells.add(named: decision.option)
    cells.add(decision.provider)
    cells.add(decision.startsOn)
    cells.add(decision.sessions)
    cells.add(decision.hours)
    cells.add(decision.weeklyCost)
    cells.add(decision.budgetCode)
    cells.add(decision.plannedEnd)
    cells.add(decision.reviewOn)
    cells.add(decision.exitCriteria)
    cells.add(decision.healthReason)
    cells.add(named: decision.tier)
    cells.add(decision.officer)
    cells.add(decision.information)
    cells.add(decision.owner)
    cells.add(decision.dueOn)
    cells.add(named: decision.declineRoute)
    cells.add(decision.isAgreed.map { $0 ? 1 : 0 })
    cells.add(decision.placement)
    cells.add(decision.endsOn)
    cells.add(decision.outcome)
    cells.add(decision.measure)
    cells.add(decision.referredTo)
    cells.add(decision.section19)
    cells.add(decision.evidence)
    cells.add(decision.rationale)
    cells.add(decision.dissent)
    cells.add(decision.votes?.inFavour)
    cells.add(decision.votes?.against)
    cells.add(decision.votes?.abstained)
    cells.add(decision.votes.map { $0.hasCastingVote ? 1 : 0 })
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let item: Identifier<AgendaItem> = reader.id()
    let number = reader.int()
    file = reader.idOrNil()
    let decision = try DecisionRecord.decision(&reader)
    let standing: DecisionStanding = try reader.named()
    let deciding = reader.list().inGroups(of: 3).compactMap(PanelMember.init(parts:))
    let interested = reader.list().inGroups(of: 2).compactMap(Interest.init(parts:))
    let shortfalls = reader.list()
    let confirmedBy = reader.text()
    recorded = RecordedDecision(
      item: item, number: number, decision: decision, standing: standing, deciding: deciding,
      interested: interested, shortfalls: shortfalls, confirmedBy: confirmedBy,
      confirmedOn: reader.day())
    appliedIn = reader.intOrNil().map(Int64.init)
    let reason = reader.textOrNil()
    let by = reader.text()
    if let reason { recorded.reopening = Reopening(reason: reason, by: by) }
    recorded.told = reader.list()
  }

  private static func decision(_ reader: inout CellReader) throws(StoreError) -> Decision {
    var decision = Decision(try reader.named())
    decision.provider = reader.idOrNil()
    decision.startsOn = reader.dayOrNil()
    decision.sessions = reader.intOrNil()
    decision.hours = reader.realOrNil()
    decision.weeklyCost = reader.intOrNil()
    decision.budgetCode = reader.text()
    decision.plannedEnd = reader.dayOrNil()
    decision.reviewOn = reader.dayOrNil()
    decision.exitCriteria = reader.text()
    decision.healthReason = reader.text()
    decision.tier = try reader.namedOrNil()
    decision.officer = reader.text()
    decision.information = reader.text()
    decision.owner = reader.text()
    decision.dueOn = reader.dayOrNil()
    decision.declineRoute = try reader.namedOrNil()
    decision.isAgreed = reader.intOrNil().map { $0 != 0 }
    decision.placement = reader.idOrNil()
    decision.endsOn = reader.dayOrNil()
    decision.outcome = reader.text()
    decision.measure = reader.text()
    decision.referredTo = reader.text()
    decision.section19 = reader.text()
    decision.evidence = reader.text()
    decision.rationale = reader.text()
    decision.dissent = reader.text()
    let votes = (reader.intOrNil(), reader.int(), reader.int(), reader.int())
    if let inFavour = votes.0 {
      decision.votes = Votes(
        inFavour: inFavour, against: votes.1, abstained: votes.2, hasCastingVote: votes.3 != 0)
    }
    return decision
  }
}

/// What a later meeting made of a decision, as it lies in the file.
struct RatificationRecord: Readable {
  var decision: Identifier<RecordedDecision>
  var item: Identifier<AgendaItem>
  var ratification: Ratification

  static let table = Table(
    kind: .ratification, name: "ratification",
    columns: [
      .init("decision_id", refers: .decision), .init("item_id", refers: .agendaItem),
      .init("is_ratified"), .init("ratified_on"),
    ],
    key: ["decision_id"])

  init(
    decision: Identifier<RecordedDecision>, item: Identifier<AgendaItem>,
    ratification: Ratification
  ) {
    self.decision = decision
    self.item = item
    self.ratification = ratification
  }

  func write(_ cells: inout CellWriter) {
    cells.add(decision)
    cells.add(item)
    cells.add(ratification.isRatified)
    cells.add(ratification.on)
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    decision = reader.id()
    item = reader.idOrNil() ?? Identifier(0)
    let isRatified = reader.bool()
    ratification = Ratification(isRatified: isRatified, on: reader.day())
  }
}
