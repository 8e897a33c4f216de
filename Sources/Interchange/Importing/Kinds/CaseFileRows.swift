import AlternativeProvision
import CaseStore

/// Cases: the children for whom the team answers.
struct CaseFileRows: RecordFile {
  var list = ColumnList()
  private let reference: Column<String>
  private let pupil: Column<String>
  private let route: Column<CaseRoute>
  private let tier: Column<CaseTier>
  private let openedOn: Column<Day>
  private let officer: Column<String>
  private let exclusionDay: Column<Day>
  private let section19AcceptedOn: Column<Day>
  private let fairAccessAgreedOn: Column<Day>
  private let fairAccessPlacedOn: Column<Day>
  private let admittedOn: Column<Day>
  private let directionFirstDay: Column<Day>
  private let directionNoticeGivenOn: Column<Day>
  private let directionSchoolDays: Column<Int>
  private let directionReviewRequestedOn: Column<Day>
  private let directionReviewHeldOn: Column<Day>
  private let closedOn: Column<Day>
  private let closingReason: Column<String>

  init() {
    reference = list.required(
      "case", also: ["case_reference", "case_ref", "case_id", "reference"],
      .text("the team's reference for the case", limit: 60), example: "CASE-EXAMPLE")
    pupil = list.required(
      "pupil", also: OnFile.pupilAliases, .text("the pupil's reference or UPN", limit: 60),
      example: "PUPIL-EXAMPLE")
    route = list.required(
      "route", also: ["case_route", "case_type", "reason"],
      .choice(CaseRoute.self, "how the child came to be out of school"), example: "Suspension")
    tier = list.optional(
      "tier", also: ["tier_of_support", "support_tier"],
      .choice(CaseTier.self, "the tier of support, by its number or name"), example: "2")
    openedOn = list.required(
      "opened_on", also: ["date_opened", "opened", "referral_date", "start_date"],
      .day("when the authority knew"), example: "2026-09-22")
    officer = list.optional(
      "officer", also: ["case_officer", "case_worker", "caseworker", "allocated_to", "owner"],
      .text("who holds it", limit: 100), example: "Alex Invented")
    exclusionDay = list.optional(
      "exclusion_first_day", also: ["exclusion_date", "exclusion_start_date"],
      .day("the first day of the exclusion from which it arose, already imported"),
      example: "2026-09-21")
    section19AcceptedOn = list.optional(
      "section19_accepted_on", also: ["s19_accepted", "section_19_date"],
      .day("when the authority accepted that it must arrange education"))
    fairAccessAgreedOn = list.optional(
      "fair_access_agreed_on", also: ["fap_agreed"],
      .day("when fair access was agreed to be considered"))
    fairAccessPlacedOn = list.optional(
      "fair_access_placed_on", also: ["fap_placed"],
      .day("when a school place was allocated under fair access"))
    admittedOn = list.optional(
      "admitted_on", also: ["date_admitted", "new_school_start_date"],
      .day("when the child was admitted to a school other than a pupil referral unit"))
    directionFirstDay = list.optional(
      "direction_first_day", also: ["osd_start_date"],
      .day("the first day of an off-site direction"))
    directionNoticeGivenOn = list.optional(
      "direction_notice_given_on", .day("when notice of the direction was given"))
    directionSchoolDays = list.optional(
      "direction_school_days", .whole(1...400, "for how many school days the direction is"))
    directionReviewRequestedOn = list.optional(
      "direction_review_requested_on", .day("when a review of the direction was asked for"))
    directionReviewHeldOn = list.optional(
      "direction_review_held_on", .day("when a review of the direction was held"))
    closedOn = list.optional("closed_on", also: ["date_closed", "closed"], .day("when it closed"))
    closingReason = list.optional(
      "closing_reason", also: ["close_reason", "outcome"], .text("why it closed", limit: 300))
  }

  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<Case>? {
    let reference = row.required(reference)
    let pupilKey = row.required(pupil)
    let route = row.required(route)
    let opened = row.required(openedOn)
    let pupilID = try pupilKey.flatMap { (key) throws(StoreError) in
      try known.pupilID(key, column: pupil, in: &row)
    }
    var file = Case(
      reference: "", pupil: pupilID ?? Identifier(0), route: route ?? .medical,
      openedOn: opened ?? known.today)
    if let reference, let onFile = try known.file(reference) { file = onFile.value }
    row.update(tier, &file.tier, blank: .timeLimitedPlacement)
    row.update(officer, &file.officer)
    row.update(section19AcceptedOn, &file.section19AcceptedOn)
    row.update(fairAccessAgreedOn, &file.fairAccessAgreedOn)
    row.update(fairAccessPlacedOn, &file.fairAccessPlacedOn)
    row.update(admittedOn, &file.admittedOn)
    readDirection(&row, &file)
    row.update(closedOn, &file.closedOn)
    row.update(closingReason, &file.closingReason)
    if let pupilID { try readExclusion(&row, &file, of: pupilID, known) }
    if let pupilID, file.isOpen(on: known.today) { try remarkTerms(&row, file, pupilID, known) }
    if let opened, opened > known.today {
      row.problem(openedOn, "a case cannot have been opened after today, \(known.today.medium)")
    }
    guard let reference, let pupilID, let route, let opened else { return nil }
    file.reference = reference
    file.pupil = pupilID
    file.route = route
    file.openedOn = opened
    for problem in file.problems() {
      switch problem {
      case .referenceMissing: row.note(self.reference, problem.description)
      case .reasonWithoutClosing: row.note(closedOn, problem.description)
      case .placedWithoutAgreement: row.note(fairAccessAgreedOn, problem.description)
      case .directionWithoutDays: row.note(directionSchoolDays, problem.description)
      case .dates(let order): row.note(order, among: [closedOn, fairAccessPlacedOn, admittedOn])
      }
    }
    return KeyedRecord(reference, record: file)
  }

  private func readDirection(_ row: inout Row, _ file: inout Case) {
    guard row.has(directionFirstDay) else { return }
    guard let first = row.value(directionFirstDay) else {
      file.direction = nil
      return
    }
    var direction = file.direction ?? OffSiteDirection(firstDay: first)
    direction.firstDay = first
    row.update(directionNoticeGivenOn, &direction.noticeGivenOn)
    row.update(directionSchoolDays, &direction.schoolDays)
    row.update(directionReviewRequestedOn, &direction.reviewRequestedOn)
    row.update(directionReviewHeldOn, &direction.reviewHeldOn)
    file.direction = direction
  }

  /// A case for a permanent exclusion arose from that, even where a suspension began the same day.
  private func readExclusion(
    _ row: inout Row, _ file: inout Case, of pupil: Identifier<Pupil>, _ known: OnFile
  ) throws(StoreError) {
    guard row.has(exclusionDay) else { return }
    file.exclusion = nil
    guard let day = row.value(exclusionDay) else { return }
    let onDay = try known.exclusions(of: pupil).filter { $0.value.firstDay == day }
    let isPermanent = file.route == .permanentExclusion
    let fitting = onDay.first { ($0.value.category == .permanent) == isPermanent } ?? onDay.first
    if let fitting {
      file.exclusion = fitting.id
    } else {
      row.problem(
        exclusionDay, OnFile.unknown("exclusion of this pupil on that day", in: .exclusions))
    }
  }

  /// Says when the days by which an open case is judged cannot be counted.
  private func remarkTerms(
    _ row: inout Row, _ file: Case, _ pupil: Identifier<Pupil>, _ known: OnFile
  ) throws(StoreError) {
    let excluded = try known.exclusions(of: pupil).first { $0.id == file.exclusion }?.value
    if let excluded {
      guard excluded.isUnderSixthDayDuty(by: known.today),
        let missing = try known.termsMissing(at: excluded.school, from: excluded.firstDay)
      else { return }
      return row.remark(reference, "day six cannot be counted: \(missing)")
    }
    guard let school = try known.school(of: pupil),
      let missing = try known.termsMissing(at: school, from: known.today)
    else { return }
    row.remark(reference, "school days cannot be counted: \(missing)")
  }

  func put(_ record: Case, through door: inout Door) throws(StoreError) -> PutResult<Case> {
    try door.put(record)
  }
}
