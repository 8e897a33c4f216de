import AlternativeProvision
import CaseStore

/// Suspensions, lunchtime suspensions and permanent exclusions, with what followed them.
struct ExclusionFile: RecordFile {
  var list = ColumnList()
  private let pupil: Column<String>
  private let school: Column<Int>
  private let category: Column<ExclusionCategory>
  private let firstDay: Column<Day>
  private let firstSession: Column<Session>
  private let sessions: Column<Int>
  private let days: Column<Int>
  private let reasons: [Column<[String]>]
  private let outcome: Column<ExclusionOutcome>
  private let endedOn: Column<Day>
  private let examinationOn: Column<Day>
  private let authorityNotifiedOn: Column<Day>
  private let governors: GovernorsColumns
  private let review: ReviewColumns

  init() {
    pupil = list.required(
      "pupil", also: OnFile.pupilAliases, .text("the pupil's reference or UPN", limit: 60),
      example: "PUPIL-EXAMPLE")
    school = list.required(
      "school_urn", also: ["urn", "school", "excluding_school_urn"],
      .number(digits: 6, "the URN of the school that excluded"), example: "900001")
    category = list.required(
      "category", also: ["exclusion_category", "exclusion_type", "type"],
      .choice(ExclusionCategory.self, "what sort of exclusion it is"), example: "SUSP")
    firstDay = list.required(
      "first_day", also: ["start_date", "exclusion_start_date", "date_from", "exclusion_date"],
      .day("the first day of exclusion that the notice states"), example: "2026-09-21")
    firstSession = list.optional(
      "first_session", also: ["start_session", "start_am_pm"], .session, example: "AM")
    sessions = list.optional(
      "sessions", also: ["exclusion_sessions", "length", "number_of_sessions", "actual_sessions"],
      .whole(1...190, "its length in sessions (half days); empty for a permanent exclusion"),
      example: "6")
    days = list.optional(
      "days", also: ["number_of_days", "length_in_days", "school_days"],
      ValueReader("its length in school days, in place of sessions, as 3 or 2.5") {
        (text) throws(ValueProblem) in
        guard let days = Double(text), days > 0, days <= 95,
          (days * 2).rounded() == days * 2
        else { throw ValueProblem("whole and half days are due, as 3 or 2.5") }
        return Int(days * 2)
      })
    let reason = ValueReader<[String]>.codes(
      Codes.exclusionReasons, "up to three reason codes in force on the first day")
    reasons = [
      list.optional(
        "reasons", also: ["reason", "reason_1", "exclusion_reason", "exclusion_reason_1"], reason,
        example: "VA DM"),
      list.optional("reason_2", also: ["exclusion_reason_2", "second_reason"], reason),
      list.optional("reason_3", also: ["exclusion_reason_3", "third_reason"], reason),
    ]
    outcome = list.optional(
      "outcome", .choice(ExclusionOutcome.self, "how it stands"), example: "pending")
    endedOn = list.optional(
      "ended_on", also: ["reinstatement_date"],
      .day("when it was reinstated, cancelled or quashed"))
    examinationOn = list.optional(
      "examination_on", also: ["exam_date"], .day("a public examination that would be missed"))
    authorityNotifiedOn = list.optional(
      "authority_notified_on", also: ["la_notified", "la_notified_on", "date_la_notified"],
      .day("when the authority was told"), example: "2026-09-21")
    governors = GovernorsColumns(&list)
    review = ReviewColumns(&list)
  }

  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<Exclusion>? {
    let pupilKey = row.required(pupil)
    let urn = row.required(school)
    let category = row.required(category)
    let firstDay = row.required(firstDay)
    let session = row.value(firstSession) ?? .morning
    let pupilID = try pupilKey.flatMap { (key) throws(StoreError) in
      try known.pupilID(key, column: pupil, in: &row)
    }
    let schoolID = try urn.flatMap { (urn) throws(StoreError) in
      try known.schoolID(urn: urn, column: school, in: &row)
    }
    var exclusion = Exclusion(
      pupil: pupilID ?? Identifier(0), school: schoolID ?? Identifier(0),
      category: category ?? .suspension, firstDay: firstDay ?? known.today)
    if let pupilID, let category, let firstDay,
      let onFile = try known.exclusion(pupilID, category, firstDay, session)
    {
      exclusion = onFile.value
    }
    if let schoolID { exclusion.school = schoolID }
    exclusion.firstSession = session
    readLength(&row, &exclusion)
    readReasons(&row, &exclusion)
    row.update(outcome, &exclusion.outcome, blank: .pending)
    row.update(endedOn, &exclusion.endedOn)
    row.update(examinationOn, &exclusion.examinationOn)
    row.update(authorityNotifiedOn, &exclusion.authorityNotifiedOn)
    governors.read(&row, &exclusion.governors)
    review.read(&row, &exclusion.review)
    if category != nil, firstDay != nil { check(&row, exclusion) }
    if let firstDay, let pupilID, let schoolID {
      try checkFirstDay(&row, firstDay, pupilID, schoolID, known)
      try checkOverlap(&row, exclusion, known)
    }
    guard let pupilID, schoolID != nil, let category, let firstDay else { return nil }
    return KeyedRecord(
      String(pupilID.number), category.rawValue, firstDay.iso, session.shortTitle,
      record: exclusion)
  }

  private func readLength(_ row: inout Row, _ exclusion: inout Exclusion) {
    guard row.has(sessions) || row.has(days) else { return }
    let inSessions = row.value(sessions)
    let inDays = row.value(days)
    if let inSessions, let inDays, inSessions != inDays {
      row.note(
        days,
        "this is \(HalfDays.counted(inDays)), but the sessions come to "
          + "\(HalfDays.counted(inSessions)); keep the one that the notice states")
    }
    exclusion.sessions = inSessions ?? inDays
    if exclusion.category == .lunchtime, exclusion.sessions == nil { exclusion.sessions = 1 }
  }

  /// A first day must lie in the child's life, and should be one on which the school was open: the
  /// duties count from the first school day on or after it.
  private func checkFirstDay(
    _ row: inout Row, _ day: Day, _ pupil: Identifier<Pupil>, _ school: Identifier<School>,
    _ known: OnFile
  ) throws(StoreError) {
    if let born = try known.dateOfBirth(of: pupil), day < born.adding(months: 24) {
      row.note(
        firstDay,
        day < born
          ? "the child was born later, on \(born.medium); correct one of the two"
          : "the child, born on \(born.medium), was not yet two; correct one of the two")
      return
    }
    let calendar = try known.calendar(of: school)
    let reason: String
    switch calendar?.status(of: day) {
    case .closed(let why)?: reason = "is no school day there (\(why.words))"
    case .open?: return
    case .unknown?, nil:
      guard day.weekday.isWeekend else { return }
      reason = "is a \(day.weekday.name)"
    }
    let next = calendar?.schoolDay(1, after: day).day
    row.remark(
      firstDay,
      "this \(reason); days are counted from \(next.map(\.medium) ?? "the next school day"). Give the "
        + "first school day missed, if the notice states another")
  }

  /// A child cannot be suspended twice from one session by the same school: one of the two is mistaken.
  private func checkOverlap(
    _ row: inout Row, _ exclusion: Exclusion, _ known: OnFile
  ) throws(StoreError) {
    guard exclusion.category != .permanent else { return }
    for other in try known.exclusions(of: exclusion.pupil).map(\.value)
    where other.category != .permanent && other.school == exclusion.school {
      // The same notice, given again.
      if other.category == exclusion.category, other.firstDay == exclusion.firstDay,
        other.firstSession == exclusion.firstSession
      {
        continue
      }
      let calendar = try known.calendar(of: exclusion.school)
      guard let day = exclusion.firstSharedDay(with: other, by: calendar) else { continue }
      row.remark(
        firstDay,
        "the suspension from \(other.firstDay.medium) takes \(day.medium) too, which is counted once. "
          + "Correct the first day or the length of one of them")
      return
    }
  }

  private func readReasons(_ row: inout Row, _ exclusion: inout Exclusion) {
    guard reasons.contains(where: { row.has($0) }) else { return }
    exclusion.reasons = []
    for column in reasons { exclusion.reasons += row.value(column) ?? [] }
  }

  /// Tells everything about the record that cannot be, at the columns that make it so.
  private func check(_ row: inout Row, _ exclusion: Exclusion) {
    let length = row.has(sessions) || !row.has(days) ? sessions : days
    for problem in exclusion.problems() {
      switch problem {
      case .permanentWithLength, .lengthMissing, .lengthNotPositive, .lunchtimeNotOneSession,
        .overYearLimit:
        row.note(length, problem.description)
      case .reason(let code, let cause):
        row.note(column(of: code, in: &row), cause.description)
      case .reasonMissing, .tooManyReasons, .reasonTwice:
        row.note(reasons[0], problem.description)
      case .upheldThoughReinstated: row.note(outcome, problem.description)
      case .decisionWithoutMeeting: row.note(governors.decision, problem.description)
      case .reviewWithoutHearing, .reviewNotPossible:
        row.note(review.decision, problem.description)
      case .dates(let order): row.note(order, among: governors.dates + review.dates)
      }
    }
    if let ended = exclusion.endedOn, ended < exclusion.firstDay {
      row.note(
        endedOn, "it cannot have ended before its first day, \(exclusion.firstDay.medium)")
    }
  }

  private func column(of code: String, in row: inout Row) -> Column<[String]> {
    for column in reasons where row.value(column)?.contains(code) == true { return column }
    return reasons[0]
  }

  func put(
    _ record: Exclusion, through door: inout Door
  ) throws(StoreError) -> PutResult<Exclusion> {
    try door.put(record)
  }
}

/// The columns of what the governing board did.
private struct GovernorsColumns: Sendable {
  let notifiedOn: Column<Day>
  let representationsOn: Column<Day>
  let metOn: Column<Day>
  let decision: Column<GovernorsDecision>
  let noticeSentOn: Column<Day>
  let noticeDelivery: Column<Delivery>

  init(_ list: inout ColumnList) {
    notifiedOn = list.optional(
      "governors_notified_on", .day("when the governing board received notice"),
      example: "2026-09-21")
    representationsOn = list.optional(
      "representations_on", .day("when the parent made representations"))
    metOn = list.optional(
      "governors_met_on", also: ["gdc_date", "governors_meeting_date"], .day("when the board met"))
    decision = list.optional(
      "governors_decision", .choice(GovernorsDecision.self, "what the board decided"))
    noticeSentOn = list.optional(
      "governors_notice_sent_on", .day("when the notice of its decision was sent"))
    noticeDelivery = list.optional(
      "governors_notice_delivery", .choice(Delivery.self, "how that notice was sent"))
  }

  var dates: [Column<Day>] { [notifiedOn, representationsOn, metOn, noticeSentOn] }

  func read(_ row: inout Row, _ governors: inout GovernorsConsideration) {
    row.update(notifiedOn, &governors.notifiedOn)
    row.update(representationsOn, &governors.representationsOn)
    row.update(metOn, &governors.metOn)
    row.update(decision, &governors.decision)
    row.update(noticeSentOn, &governors.noticeSentOn)
    row.update(noticeDelivery, &governors.noticeDelivery, blank: .firstClassPost)
  }
}

/// The columns of what followed of an independent review.
private struct ReviewColumns: Sendable {
  let waivedOn: Column<Day>
  let claimDeterminedOn: Column<Day>
  let appliedOn: Column<Day>
  let hearingOn: Column<Day>
  let decision: Column<ReviewDecision>
  let noticeSentOn: Column<Day>
  let noticeDelivery: Column<Delivery>
  let reconsideredOn: Column<Day>

  init(_ list: inout ColumnList) {
    waivedOn = list.optional(
      "review_waived_on", .day("when the parent stated in writing that they would not apply"))
    claimDeterminedOn = list.optional(
      "discrimination_claim_determined_on", also: ["claim_determined_on"],
      .day("when a discrimination claim about the exclusion was finally determined"))
    appliedOn = list.optional(
      "review_applied_on", also: ["irp_application_date"],
      .day("when an independent review was applied for"))
    hearingOn = list.optional(
      "review_hearing_on", also: ["irp_date", "irp_hearing_date"], .day("when the hearing began"))
    decision = list.optional(
      "review_decision", also: ["irp_decision"],
      .choice(ReviewDecision.self, "what the panel decided"))
    noticeSentOn = list.optional(
      "review_notice_sent_on", .day("when the notice of its decision was sent"))
    noticeDelivery = list.optional(
      "review_notice_delivery", .choice(Delivery.self, "how that notice was sent"))
    reconsideredOn = list.optional(
      "reconsidered_on", .day("when the governing board reconsidered"))
  }

  var dates: [Column<Day>] {
    [waivedOn, claimDeterminedOn, appliedOn, hearingOn, noticeSentOn, reconsideredOn]
  }

  func read(_ row: inout Row, _ review: inout IndependentReview) {
    row.update(waivedOn, &review.waivedOn)
    row.update(claimDeterminedOn, &review.claimDeterminedOn)
    row.update(appliedOn, &review.appliedOn)
    row.update(hearingOn, &review.hearingOn)
    row.update(decision, &review.decision)
    row.update(noticeSentOn, &review.noticeSentOn)
    row.update(noticeDelivery, &review.noticeDelivery, blank: .firstClassPost)
    row.update(reconsideredOn, &review.reconsideredOn)
  }
}
