import AlternativeProvision

extension Referral: Readable {
  static let table = Table(
    kind: .referral, name: "referral",
    columns: [
      .init("reference"), .init("pupil_id", refers: .pupil),
      .init("case_id", refers: .caseFile), .init("status"), .init("panel"),
      .init("received_on"), .init("referrer"), .init("referrer_role"),
      .init("referrer_contact"), .init("school_id", refers: .school), .init("route"),
      .init("roll"), .init("reasons"), .init("outcome_sought"), .init("contacts"),
      .init("consent_parent"), .init("consent_given_on"), .init("consent_is_written"),
      .init("no_consent_because"), .init("childs_views"), .init("no_views_because"),
      .init("parents_views"), .init("social_care"), .init("other_services"),
      .init("attendance"), .init("suspensions"), .init("interventions"),
      .init("health_evidence"), .init("risks"), .init("risks_assessed_on"),
      .init("examinations"), .init("transport"), .init("funding"), .init("reintegration"),
      .init("open_questions"), .init("declared_on"),
    ],
    key: ["reference"], caseColumn: "case_id")

  func write(_ cells: inout CellWriter) {
    cells.add(reference)
    cells.add(pupil)
    cells.add(file)
    cells.add(named: status)
    cells.add(named: panel)
    cells.add(receivedOn)
    cells.add(referrer)
    cells.add(referrerRole)
    cells.add(referrerContact)
    cells.add(school)
    cells.add(named: route)
    cells.add(named: roll)
    cells.add(reasons)
    cells.add(outcomeSought)
    cells.add(list: contacts.flatMap(\.parts))
    cells.add(consent?.parent)
    cells.add(consent?.givenOn)
    cells.add(consent.map { $0.isWritten ? 1 : 0 })
    cells.add(noConsentBecause)
    cells.add(childsViews)
    cells.add(noViewsBecause)
    cells.add(parentsViews)
    cells.add(named: socialCare)
    cells.add(otherServices)
    cells.add(attendance)
    cells.add(suspensions)
    cells.add(list: interventions.flatMap { [$0.what, $0.when, $0.impact] })
    cells.add(list: healthEvidence.flatMap { [$0.source, $0.datedOn?.iso ?? "", $0.finding] })
    cells.add(risks)
    cells.add(risksAssessedOn)
    cells.add(examinations)
    cells.add(transport)
    cells.add(funding)
    cells.add(reintegration)
    cells.add(openQuestions)
    cells.add(declaredOn)
  }

  /// A draft is kept whatever it lacks; what is handed in must be ready.
  func validate(on day: Day) throws(StoreError) {
    guard !reference.allSatisfy(\.isWhitespace) else {
      throw .refused(.referral, "it has no reference", toDo: "give it one, as in R-2026-0031")
    }
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let reference = reader.text()
    let pupil: Identifier<Pupil> = reader.id()
    let file: Identifier<Case>? = reader.idOrNil()
    let status: ReferralStatus = try reader.named()
    let panel: PanelKind? = try reader.namedOrNil()
    let receivedOn = reader.day()
    let referrer = reader.text()
    let role = reader.text()
    let contact = reader.text()
    let school: Identifier<School>? = reader.idOrNil()
    self.init(
      pupil: pupil, receivedOn: receivedOn, referrer: referrer, route: try reader.named())
    self.reference = reference
    self.file = file
    self.status = status
    self.panel = panel
    self.school = school
    referrerRole = role
    referrerContact = contact
    roll = try reader.named()
    try readForm(&reader)
  }

  private mutating func readForm(_ reader: inout CellReader) throws(StoreError) {
    reasons = reader.text()
    outcomeSought = reader.text()
    contacts = reader.list().inGroups(of: 4).compactMap(ReferralContact.init(parts:))
    let parent = reader.textOrNil()
    let givenOn = reader.dayOrNil()
    if let isWritten = reader.intOrNil() {
      consent = ParentalConsent(
        parent: parent ?? "", givenOn: givenOn, isWritten: isWritten != 0)
    }
    noConsentBecause = reader.textOrNil()
    childsViews = reader.textOrNil()
    noViewsBecause = reader.textOrNil()
    parentsViews = reader.textOrNil()
    socialCare = try reader.named()
    otherServices = reader.text()
    attendance = reader.text()
    suspensions = reader.text()
    interventions = reader.list().inGroups(of: 3).filter { $0.count == 3 }.map {
      let parts = Array($0)
      return Intervention(what: parts[0], when: parts[1], impact: parts[2])
    }
    healthEvidence = reader.list().inGroups(of: 3).filter { $0.count == 3 }.map {
      let parts = Array($0)
      return HealthEvidence(source: parts[0], datedOn: Day(iso: parts[1]), finding: parts[2])
    }
    risks = reader.text()
    risksAssessedOn = reader.dayOrNil()
    examinations = reader.text()
    transport = reader.text()
    funding = reader.text()
    reintegration = reader.text()
    openQuestions = reader.text()
    declaredOn = reader.dayOrNil()
  }
}

extension ReferralContact {
  fileprivate var parts: [String] {
    [name, relationship, reachedAt, hasResponsibility.map { $0 ? "yes" : "no" } ?? ""]
  }

  fileprivate init?(parts: ArraySlice<String>) {
    let parts = Array(parts)
    guard parts.count == 4 else { return nil }
    self.init(
      name: parts[0], relationship: parts[1], reachedAt: parts[2],
      hasResponsibility: parts[3].isEmpty ? nil : parts[3] == "yes")
  }
}
