import AlternativeProvision
import CaseStore

/// Referrals to a panel, with the fields of the referral form.
///
/// Without a status a new referral that is ready is handed in, and any other becomes a draft.
struct ReferralFile: RecordFile {
  var list = ColumnList()
  private let reference: Column<String>
  private let pupil: Column<String>
  private let route: Column<CaseRoute>
  private let receivedOn: Column<Day>
  private let referrer: Column<String>
  private let file: Column<String>
  private let status: Column<ReferralStatus>
  private let panel: Column<PanelKind>
  private let school: Column<Int>
  private let roll: Column<RollStatus>
  private let socialCare: Column<SocialCareStatus>
  private let risksAssessedOn: Column<Day>
  private let declaredOn: Column<Day>
  private let language: LanguageColumns
  private let consent: ConsentColumns
  private let optionalTexts: [(Column<String>, @Sendable (inout Referral, String?) -> Void)]
  private let contacts: [ContactColumns]
  private let interventions: [(what: Column<String>, when: Column<String>, impact: Column<String>)]
  private let evidence: [(source: Column<String>, on: Column<Day>, finding: Column<String>)]

  private struct ConsentColumns: Sendable {
    let parent: Column<String>
    let givenOn: Column<Day>
    let isWritten: Column<Bool>
  }

  private struct ContactColumns: Sendable {
    let name: Column<String>
    let relationship: Column<String>
    let reachedAt: Column<String>
    let hasResponsibility: Column<Bool>
  }

  init() {
    var list = ColumnList()
    reference = list.required(
      "referral", also: ["referral_reference", "referral_ref", "referral_id"],
      .text("the team's reference for the referral", limit: 60), example: "R-EXAMPLE")
    pupil = list.required(
      "pupil", also: OnFile.pupilAliases, .text("the pupil's reference or UPN", limit: 60),
      example: "PUPIL-EXAMPLE")
    route = list.required(
      "route", also: ["case_route", "case_type"],
      .choice(CaseRoute.self, "how the child would come to the team"), example: "Suspension")
    receivedOn = list.required(
      "received_on", also: ["date_received", "referred_on", "referral_received"],
      .day("when it was received"), example: "2026-11-16")
    referrer = list.required(
      "referrer", also: ["referred_by", "referrer_name"], .text("who refers", limit: 200),
      example: "Robin Invented")
    file = list.optional(
      "case", also: OnFile.caseAliases,
      .text("the case's reference, where there is one", limit: 60),
      example: "CASE-EXAMPLE")
    status = list.optional(
      "status", also: ["referral_status"], .choice(ReferralStatus.self, "how far it has come"))
    panel = list.optional(
      "panel", .choice(PanelKind.self, "the kind of panel, where the route does not say"))
    school = list.optional(
      "school_urn", also: ["urn", "school"],
      .number(digits: 6, "the URN of the school that refers"),
      example: "900001")
    roll = list.optional(
      "roll", also: ["roll_status", "enrolment_status"],
      .choice(RollStatus.self, "how the child stands on the roll"), example: "On roll")
    socialCare = list.optional(
      "social_care", .choice(SocialCareStatus.self, "what social care does"),
      example: "CIN")
    consent = ConsentColumns(
      parent: list.optional(
        "consent_parent", .text("the parent who consents", limit: 200), example: "Sam Example"),
      givenOn: list.optional(
        "consent_given_on", also: ["consent_date"], .day("when the parent consented"),
        example: "2026-11-12"),
      isWritten: list.optional(
        "consent_in_writing", also: ["written_consent"], .flag("whether it is in writing"),
        example: "yes"))
    risksAssessedOn = list.optional(
      "risks_assessed_on", .day("when the risks were assessed"), example: "2026-11-10")
    declaredOn = list.optional(
      "declared_on", also: ["declaration_date"], .day("when the referrer declared it true"),
      example: "2026-11-16")
    language = LanguageColumns(in: &list)
    optionalTexts = ReferralFile.texts(&list)
    contacts = (1...2).map { number in
      ContactColumns(
        name: list.optional("contact_\(number)", .text("someone who looks after the child")),
        relationship: list.optional("contact_\(number)_relationship", .text("what they are")),
        reachedAt: list.optional("contact_\(number)_reached_at", .text("how they are reached")),
        hasResponsibility: list.optional(
          "contact_\(number)_responsibility", .flag("whether they have parental responsibility")))
    }
    interventions = (1...3).map { number in
      (
        list.optional("tried_\(number)", .prose("what was tried", limit: 4000)),
        list.optional("tried_\(number)_when", .text("when")),
        list.optional("tried_\(number)_impact", .prose("what came of it", limit: 4000))
      )
    }
    evidence = (1...2).map { number in
      (
        list.optional("health_\(number)", .text("who wrote about the child's health")),
        list.optional("health_\(number)_on", .day("when they wrote it")),
        list.optional("health_\(number)_finding", .prose("what they found", limit: 4000))
      )
    }
    self.list = list
  }

  /// The columns of plain text, each with where it goes.
  private static func texts(
    _ list: inout ColumnList
  ) -> [(Column<String>, @Sendable (inout Referral, String?) -> Void)] {
    func long(_ name: String, _ takes: String, example: String = "") -> Column<String> {
      list.optional(name, .prose(takes, limit: 10_000), example: example)
    }
    return [
      (long("referrer_role", "what the referrer is"), { $0.referrerRole = $1 ?? "" }),
      (long("referrer_contact", "how they are reached"), { $0.referrerContact = $1 ?? "" }),
      (
        long("reasons", "why the child is referred", example: "Out of school since 21 September"),
        { $0.reasons = $1 ?? "" }
      ),
      (
        long("outcome_sought", "what is asked for", example: "Twelve weeks of full-time provision"),
        { $0.outcomeSought = $1 ?? "" }
      ),
      (long("no_consent_because", "why there is no consent"), { $0.noConsentBecause = $1 }),
      (
        long("childs_views", "what the child says", example: "I like the workshop"),
        { $0.childsViews = $1 }
      ),
      (long("no_views_because", "why the child's views are not here"), { $0.noViewsBecause = $1 }),
      (long("parents_views", "what the parents say"), { $0.parentsViews = $1 }),
      (
        long("other_services", "what early help, youth justice and others do"),
        { $0.otherServices = $1 ?? "" }
      ),
      (long("attendance", "attendance at school, with codes"), { $0.attendance = $1 ?? "" }),
      (long("suspensions", "days, counts and reasons"), { $0.suspensions = $1 ?? "" }),
      (long("risks", "risks to and from the child"), { $0.risks = $1 ?? "" }),
      (long("examinations", "examinations entered for"), { $0.examinations = $1 ?? "" }),
      (long("transport", "transport needed"), { $0.transport = $1 ?? "" }),
      (long("funding", "who would pay"), { $0.funding = $1 ?? "" }),
      (
        long("reintegration", "how the child is to come back to school"),
        { $0.reintegration = $1 ?? "" }
      ),
      (long("open_questions", "what could not be answered"), { $0.openQuestions = $1 ?? "" }),
    ]
  }

  /// A referral, and what its form says of the child where that is not on file so.
  struct Referred: Hashable, Sendable {
    var referral: Referral
    var child: Pupil?
  }

  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<Referred>? {
    let reference = row.required(reference)
    let pupilKey = row.required(pupil)
    let route = row.required(route)
    let received = row.required(receivedOn)
    let referrer = row.required(referrer)
    let pupilID = try pupilKey.flatMap { (key) throws(StoreError) in
      try known.pupilID(key, column: pupil, in: &row)
    }
    let onFile = try reference.flatMap { (key) throws(StoreError) in try known.referral(key) }
    var referral =
      onFile?.value
      ?? Referral(
        pupil: pupilID ?? Identifier(0), receivedOn: received ?? known.today,
        referrer: referrer ?? "", route: route ?? .medical)
    try readForm(&row, &referral, known)
    if let received, received > known.today {
      row.problem(receivedOn, "it cannot have been received after today, \(known.today.medium)")
    }
    let child = try pupilKey.flatMap { (key) throws(StoreError) in
      try languageOfChild(key, &row, known)
    }
    guard let reference, let pupilID, let route, let received, let referrer else { return nil }
    referral.reference = reference
    referral.pupil = pupilID
    referral.route = route
    referral.receivedOn = received
    referral.referrer = referrer
    readStatus(&row, &referral, isNew: onFile == nil, on: known.today)
    return KeyedRecord(reference, record: Referred(referral: referral, child: child))
  }

  /// The child with the language that the form gives; nil where it gives none that is not on file. A form
  /// that leaves it empty takes nothing away.
  private func languageOfChild(
    _ key: String, _ row: inout Row, _ known: OnFile
  ) throws(StoreError) -> Pupil? {
    guard language.isIn(row), let onFile = try known.pupil(key)?.value else { return nil }
    var child = onFile
    language.read(&row, into: &child)
    child.firstLanguage = child.firstLanguage ?? onFile.firstLanguage
    child.englishIsAdditional = child.englishIsAdditional ?? onFile.englishIsAdditional
    return child == onFile ? nil : child
  }

  private func readForm(
    _ row: inout Row, _ referral: inout Referral, _ known: OnFile
  ) throws(StoreError) {
    if row.has(file) {
      referral.file = try row.value(file).flatMap { (key) throws(StoreError) in
        try known.fileID(key, column: file, in: &row)
      }
    }
    if row.has(school) {
      referral.school = try row.value(school).flatMap { (urn) throws(StoreError) in
        try known.schoolID(urn: urn, column: school, in: &row)
      }
    }
    row.update(panel, &referral.panel)
    row.update(roll, &referral.roll, blank: .unknown)
    row.update(socialCare, &referral.socialCare, blank: .noneKnown)
    row.update(risksAssessedOn, &referral.risksAssessedOn)
    row.update(declaredOn, &referral.declaredOn)
    for (column, set) in optionalTexts where row.has(column) { set(&referral, row.value(column)) }
    if row.has(consent.isWritten) || row.has(consent.givenOn) || row.has(consent.parent) {
      let parent = row.value(consent.parent)
      let givenOn = row.value(consent.givenOn)
      let isWritten = row.value(consent.isWritten)
      let isEmpty = parent == nil && givenOn == nil && isWritten == nil
      referral.consent =
        isEmpty
        ? nil
        : ParentalConsent(parent: parent ?? "", givenOn: givenOn, isWritten: isWritten ?? false)
    }
    readLists(&row, &referral)
  }

  /// What comes more than once: a file that has the columns replaces the whole list.
  private func readLists(_ row: inout Row, _ referral: inout Referral) {
    if contacts.contains(where: { row.has($0.name) }) {
      referral.contacts = []
      for columns in contacts {
        guard let name = row.value(columns.name) else { continue }
        referral.contacts.append(
          ReferralContact(
            name: name, relationship: row.value(columns.relationship) ?? "",
            reachedAt: row.value(columns.reachedAt) ?? "",
            hasResponsibility: row.value(columns.hasResponsibility)))
      }
    }
    if interventions.contains(where: { row.has($0.what) }) {
      referral.interventions = []
      for columns in interventions {
        guard let what = row.value(columns.what) else { continue }
        referral.interventions.append(
          Intervention(
            what: what, when: row.value(columns.when) ?? "",
            impact: row.value(columns.impact) ?? ""))
      }
    }
    if evidence.contains(where: { row.has($0.source) }) {
      referral.healthEvidence = []
      for columns in evidence {
        guard let source = row.value(columns.source) else { continue }
        referral.healthEvidence.append(
          HealthEvidence(
            source: source, datedOn: row.value(columns.on),
            finding: row.value(columns.finding) ?? ""))
      }
    }
  }

  /// Without a status, a new referral is handed in if it is ready; else what it lacks is told.
  private func readStatus(
    _ row: inout Row, _ referral: inout Referral, isNew: Bool, on today: Day
  ) {
    let gaps = referral.gaps(on: today)
    if row.has(status), let given = row.value(status) {
      referral.status = given
      if given.isWaiting, !gaps.isEmpty {
        row.problem(
          status, "it is not ready for a panel: \(gaps.map(\.description).joined(separator: "; "))")
      }
    } else if isNew {
      referral.status = gaps.isEmpty ? .submitted : .draft
      if !gaps.isEmpty {
        row.remark(
          reference, "kept as a draft: \(gaps.map(\.description).joined(separator: "; "))")
      }
    }
  }

  func put(
    _ record: Referred, through door: inout Door
  ) throws(StoreError) -> PutResult<Referred> {
    let child = try record.child.map { (child) throws(StoreError) in try door.put(child).outcome }
    let put = try door.put(record.referral)
    let isChanged = put.outcome == .unchanged && (child ?? .unchanged) != .unchanged
    return PutResult(isChanged ? .changed : put.outcome, id: Identifier(put.id.number))
  }
}
