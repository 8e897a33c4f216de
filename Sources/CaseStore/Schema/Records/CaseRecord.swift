import AlternativeProvision

extension Case: Readable {
  static let table = Table(
    kind: .caseFile, name: "case_file",
    columns: [
      .init("reference"), .init("pupil_id", refers: .pupil), .init("route"), .init("tier"),
      .init("opened_on"), .init("officer"), .init("exclusion_id", refers: .exclusion),
      .init("section19_accepted_on"), .init("fair_access_agreed_on"),
      .init("fair_access_placed_on"), .init("direction_first_day"),
      .init("direction_notice_given_on"), .init("direction_school_days"),
      .init("direction_review_requested_on"), .init("direction_review_held_on"),
      .init("closed_on"), .init("closing_reason"), .init("admitted_on"),
    ],
    key: ["reference"], touches: [.caseFile(nil), .pupil("pupil_id")], caseColumn: "id")

  func write(_ cells: inout CellWriter) {
    cells.add(reference)
    cells.add(pupil)
    cells.add(named: route)
    cells.add(named: tier)
    cells.add(openedOn)
    cells.add(officer)
    cells.add(exclusion)
    cells.add(section19AcceptedOn)
    cells.add(fairAccessAgreedOn)
    cells.add(fairAccessPlacedOn)
    cells.add(direction?.firstDay)
    cells.add(direction?.noticeGivenOn)
    cells.add(direction?.schoolDays)
    cells.add(direction?.reviewRequestedOn)
    cells.add(direction?.reviewHeldOn)
    cells.add(closedOn)
    cells.add(closingReason)
    cells.add(admittedOn)
  }

  func validate(on day: Day) throws(StoreError) {
    try refuse(.caseFile, problems())
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let reference = reader.text()
    let pupil: Identifier<Pupil> = reader.id()
    let route: CaseRoute = try reader.named()
    let tier: CaseTier = try reader.named()
    self.init(reference: reference, pupil: pupil, route: route, openedOn: reader.day())
    self.tier = tier
    officer = reader.textOrNil()
    exclusion = reader.idOrNil()
    section19AcceptedOn = reader.dayOrNil()
    fairAccessAgreedOn = reader.dayOrNil()
    fairAccessPlacedOn = reader.dayOrNil()
    let directed = reader.dayOrNil()
    let noticeGivenOn = reader.dayOrNil()
    let schoolDays = reader.intOrNil()
    let reviewRequestedOn = reader.dayOrNil()
    let reviewHeldOn = reader.dayOrNil()
    if let directed {
      var direction = OffSiteDirection(firstDay: directed)
      direction.noticeGivenOn = noticeGivenOn
      direction.schoolDays = schoolDays
      direction.reviewRequestedOn = reviewRequestedOn
      direction.reviewHeldOn = reviewHeldOn
      self.direction = direction
    }
    closedOn = reader.dayOrNil()
    closingReason = reader.textOrNil()
    admittedOn = reader.dayOrNil()
  }
}

extension Placement: Readable {
  static let table = Table(
    kind: .placement, name: "placement",
    columns: [
      .init("case_id", refers: .caseFile), .init("provider_id", refers: .provider),
      .init("starts_on"), .init("ended_on"), .init("planned_end"), .init("sessions_per_week"),
      .init("hours_per_week"), .init("reason"), .init("commissioner"), .init("weekly_cost"),
      .init("last_reviewed_on"), .init("last_visited_on"), .init("outcome"),
      .init("next_review_on"),
    ],
    key: ["case_id", "provider_id", "starts_on"],
    touches: [.caseFile("case_id"), .provider("provider_id")], caseColumn: "case_id")

  func write(_ cells: inout CellWriter) {
    cells.add(file)
    cells.add(provider)
    cells.add(startsOn)
    cells.add(endedOn)
    cells.add(plannedEnd)
    cells.add(sessionsPerWeek)
    cells.add(hoursPerWeek)
    cells.add(reason)
    cells.add(named: commissioner)
    cells.add(weeklyCost)
    cells.add(lastReviewedOn)
    cells.add(lastVisitedOn)
    cells.add(outcome)
    cells.add(nextReviewOn)
  }

  func validate(on day: Day) throws(StoreError) {
    try refuse(.placement, problems())
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let file: Identifier<Case> = reader.id()
    let provider: Identifier<Provider> = reader.id()
    let startsOn = reader.day()
    let endedOn = reader.dayOrNil()
    let plannedEnd = reader.dayOrNil()
    self.init(
      file: file, provider: provider, startsOn: startsOn, sessionsPerWeek: reader.int())
    self.endedOn = endedOn
    self.plannedEnd = plannedEnd
    hoursPerWeek = reader.realOrNil()
    reason = reader.textOrNil()
    commissioner = try reader.named()
    weeklyCost = reader.intOrNil()
    lastReviewedOn = reader.dayOrNil()
    lastVisitedOn = reader.dayOrNil()
    outcome = reader.textOrNil()
    nextReviewOn = reader.dayOrNil()
  }
}

extension View: Readable {
  /// Recognised by all of it, so that nobody's words are ever overwritten by what they said later.
  static let table = Table(
    kind: .view, name: "view",
    columns: [
      .init("case_id", refers: .caseFile), .init("voice"), .init("given_on"), .init("words"),
    ],
    key: ["case_id", "given_on", "voice", "words"], touches: [.caseFile("case_id")],
    caseColumn: "case_id")

  func write(_ cells: inout CellWriter) {
    cells.add(file)
    cells.add(named: voice)
    cells.add(givenOn)
    cells.add(words)
  }

  func validate(on day: Day) throws(StoreError) {
    guard !words.allSatisfy(\.isWhitespace) else {
      throw .refused(.view, "it has no words", toDo: "write what was said")
    }
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let file: Identifier<Case> = reader.id()
    let voice: Voice = try reader.named()
    let givenOn = reader.day()
    self.init(file: file, voice: voice, givenOn: givenOn, words: reader.text())
  }
}
