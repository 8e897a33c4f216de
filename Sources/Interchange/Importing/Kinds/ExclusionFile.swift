import AlternativeProvision
import CaseStore

/// Suspensions, lunchtime suspensions and permanent exclusions, with what followed them.
struct ExclusionFile: RecordFile {
  var list = ColumnList()
  let pupil: Column<String>
  let school: Column<Int>
  let category: Column<ExclusionCategory>
  let firstDay: Column<Day>
  let correctedDay: Column<Day>
  let firstSession: Column<Session>
  let sessions: Column<Int>
  let days: Column<Int>
  let reasons: [Column<[String]>]
  let outcome: Column<ExclusionOutcome>
  let endedOn: Column<Day>
  let examinationOn: Column<Day>
  let authorityNotifiedOn: Column<Day>
  let governors: GovernorsColumns
  let review: ReviewColumns

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
    correctedDay = list.optional(
      "first_day_before", also: ["corrects_first_day", "previous_first_day"],
      .day(
        "the first day as it was given before, in a row that corrects it: without this, another first "
          + "day is another exclusion"))
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
      .day("when it was reinstated or cancelled"))
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
  ) throws(StoreError) -> KeyedRecord<FirstDayCorrection<Exclusion>>? {
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
    var number: Identifier<Exclusion>?
    var exclusion = Exclusion(
      pupil: pupilID ?? Identifier(0), school: schoolID ?? Identifier(0),
      category: category ?? .suspension, firstDay: firstDay ?? known.today)
    if let pupilID, let category, let firstDay,
      let onFile = try known.exclusion(pupilID, category, firstDay, session)
    {
      exclusion = onFile.value
    } else if let pupilID, let category, let firstDay,
      let corrected = try onFileBefore(&row, pupilID, category, session, known)
    {
      exclusion = corrected.value
      exclusion.firstDay = firstDay
      number = corrected.id
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
      if exclusion.isUnderSixthDayDuty(by: known.today),
        let missing = try known.termsMissing(at: schoolID, from: firstDay)
      {
        row.remark(self.firstDay, "day six cannot be counted: \(missing)")
      }
      try checkOverlap(&row, exclusion, known, correcting: number)
      try checkPermanent(&row, exclusion, known, correcting: number)
    }
    guard let pupilID, schoolID != nil, let category, let firstDay else { return nil }
    return KeyedRecord(
      String(pupilID.number), category.rawValue, firstDay.iso, session.shortTitle,
      record: FirstDayCorrection(value: exclusion, corrects: number))
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

  private func readReasons(_ row: inout Row, _ exclusion: inout Exclusion) {
    guard reasons.contains(where: { row.has($0) }) else { return }
    exclusion.reasons = []
    for column in reasons { exclusion.reasons += row.value(column) ?? [] }
  }

  func put(
    _ record: FirstDayCorrection<Exclusion>, through door: inout Door
  ) throws(StoreError) -> PutResult<FirstDayCorrection<Exclusion>> {
    let result =
      if let corrected = record.corrects {
        try door.write(Stored(id: corrected, value: record.value))
      } else {
        try door.put(record.value)
      }
    return PutResult(result.outcome, id: Identifier(result.id.number))
  }
}
