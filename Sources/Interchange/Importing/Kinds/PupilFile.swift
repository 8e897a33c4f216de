import AlternativeProvision
import CaseStore

/// Pupils, as schools' systems, the common transfer file and the census name their columns.
struct PupilFile: RecordFile {
  var list = ColumnList()
  private let reference: Column<String>
  private let upn: Column<UPN>
  private let formerUPN: Column<UPN>
  private let surname: Column<String>
  private let forename: Column<String>
  private let preferredName: Column<String>
  private let dateOfBirth: Column<Day>
  private let yearGroup: Column<String>
  private let sex: Column<String>
  private let ethnicity: Column<String>
  private let language: LanguageColumns
  private let senProvision: Column<String>
  private let primaryNeed: Column<String>
  private let secondaryNeed: Column<String>
  private let freeSchoolMeals: Column<Bool>
  private let homeAuthority: Column<Int>
  private let schoolAuthority: Column<Int>
  private let planAuthority: Column<Int>
  private let caringAuthority: Column<Int>
  private let isLookedAfter: Column<Bool>
  private let hasSocialWorker: Column<Bool>
  private let socialWorker: Column<String>
  private let planIssuedOn: Column<Day>
  private let planReviewedOn: Column<Day>
  private let planHours: Column<Double>
  private let school: Column<Int>
  private let address: Column<String>
  private let postcode: Column<String>
  private let examinationsFinishedOn: Column<Day>

  init() {
    reference = list.optional(
      "pupil",
      also: ["pupil_reference", "pupil_id", "student_id", "person_id", "mis_id", "reference"],
      .text(
        "the reference by which the team's own system knows the child; or give the UPN", limit: 60),
      example: "PUPIL-EXAMPLE")
    upn = list.optional(
      "upn", also: ["unique_pupil_number", "pupil_upn"], .upn(), example: "H888499924001")
    formerUPN = list.optional(
      "former_upn", also: ["previous_upn", "upn_former"], .upn("an earlier unique pupil number"))
    surname = list.required(
      "surname",
      also: ["legal_surname", "legal_last_name", "last_name", "family_name", "pupil_surname"],
      .text("the legal surname", limit: 100), example: "Example")
    forename = list.required(
      "forename",
      also: [
        "legal_forename", "legal_first_name", "first_name", "given_name", "forenames",
        "pupil_forename",
      ],
      .text("the legal forename", limit: 100), example: "Robin")
    preferredName = list.optional(
      "preferred_name",
      also: ["preferred_forename", "preferred_first_name", "known_as", "chosen_name"],
      .text("the name the child goes by", limit: 100))
    dateOfBirth = list.required(
      "date_of_birth", also: ["dob", "birth_date", "d_o_b"], .day("the date of birth"),
      example: "2012-03-14")
    yearGroup = list.required(
      "year_group",
      also: [
        "NCYearActual", "nc_year", "national_curriculum_year", "year", "nc_year_group",
        "curriculum_year",
      ],
      ValueReader("the National Curriculum year: E1, E2, N1, N2, R, 1 to 14, X") {
        (text) throws(ValueProblem) in
        // As "Year 9", "Yr 9", "Y9", or as a spreadsheet makes a number: "9.0", "09".
        let plain = text.lowercased()
        let start = ["year", "yr", "y"].first { plain.hasPrefix($0) } ?? ""
        let rest = plain.dropFirst(start.count).drop { " .-".contains($0) }
        let digits = rest.hasSuffix(".0") ? rest.dropLast(2) : rest
        return try Codes.yearGroups.known(Int(digits).map(String.init) ?? text).code
      }, example: "9")
    sex = list.optional(
      "sex", also: ["gender", "legal_sex"], .code(Codes.sex, "sex"), example: "U")
    ethnicity = list.optional(
      "ethnicity", also: ["ethnicity_code", "ethnic_group", "ethnic_code"],
      .code(Codes.ethnicity, "ethnicity, by the census code"))
    language = LanguageColumns(in: &list, example: "POL")
    senProvision = list.optional(
      "sen_provision", also: ["sen_status", "sen", "sen_stage", "sen_code"],
      .code(Codes.senProvision, "SEN provision"), example: "E")
    primaryNeed = list.optional(
      "primary_need",
      also: ["primary_sen_need", "sen_need", "sen_need_1", "sen_type", "primary_sen_type"],
      .code(Codes.needs, "the first SEN need"), example: "SEMH")
    secondaryNeed = list.optional(
      "secondary_need", also: ["secondary_sen_need", "sen_need_2", "secondary_sen_type"],
      .code(Codes.needs, "the second SEN need"))
    freeSchoolMeals = list.optional(
      "free_school_meals", also: ["fsm", "fsm_eligible", "fsm_eligibility"],
      .flag("eligible for free school meals"), example: "no")
    homeAuthority = list.optional(
      "home_authority", also: ["home_la", "la_of_residence", "resident_la", "home_la_code"],
      .authority("where the child lives"), example: "888")
    schoolAuthority = list.optional(
      "school_authority", also: ["school_la", "school_la_code"], .authority("where the school is"))
    planAuthority = list.optional(
      "plan_authority", also: ["ehcp_la", "ehc_plan_la", "plan_la", "ehcp_authority"],
      .authority("which maintains the EHC plan"))
    caringAuthority = list.optional(
      "caring_authority", also: ["care_authority", "caring_la", "responsible_la"],
      .authority("which looks after the child"))
    isLookedAfter = list.optional(
      "looked_after", also: ["lac", "cla", "in_care", "looked_after_child", "child_looked_after"],
      .flag("looked after by an authority"), example: "no")
    hasSocialWorker = list.optional(
      "has_social_worker", also: ["social_worker_involved", "cin", "child_in_need"],
      .flag("has a social worker"), example: "yes")
    socialWorker = list.optional(
      "social_worker", also: ["social_worker_name"],
      .text("the social worker's name", limit: 100), example: "Sam Invented")
    planIssuedOn = list.optional(
      "plan_issued_on", also: ["ehcp_issued", "ehcp_start_date", "ehcp_date", "plan_issued"],
      .day("when the EHC plan was first issued as final"), example: "2024-02-05")
    planReviewedOn = list.optional(
      "plan_last_reviewed_on",
      also: ["ehcp_last_reviewed", "annual_review_date", "last_annual_review"],
      .day("when the EHC plan was last reviewed"), example: "2026-01-20")
    planHours = list.optional(
      "plan_maximum_weekly_hours", also: ["ehcp_hours"],
      .hours("the most hours of education a week that the plan specifies"))
    school = list.optional(
      "school_urn", also: ["base_urn", "urn", "school", "current_school_urn"],
      .number(digits: 6, "the URN of the school on whose roll the child is or last was"),
      example: "900001")
    address = list.optional(
      "address", also: ["home_address"], .text("the home address, on one line", limit: 300),
      example: "1 Invented Road, Invented-on-Sea")
    postcode = list.optional("postcode", also: ["home_postcode"], .postcode, example: "ZZ1 3ZZ")
    examinationsFinishedOn = list.optional(
      "examinations_finished_on", also: ["exams_finished", "last_exam_date"],
      .day("in Year 11, the day of the last public examination, sat or missed"))
  }

  func record(
    from row: inout Row, known: OnFile
  ) throws(StoreError) -> KeyedRecord<Pupil>? {
    let reference = row.value(reference)
    let upn = row.value(upn)
    let surname = row.required(surname)
    let forename = row.required(forename)
    let birth = row.required(dateOfBirth)
    let year = row.required(yearGroup)
    if reference == nil, upn == nil, row.isSound {
      row.problem("a pupil needs a reference (column pupil) or a UPN")
    }
    let key = reference ?? upn?.text
    // Who has no reference is put on file under the number; said at once, a row that is repeated in the
    // file says the same again.
    var pupil = Pupil(
      reference: key ?? "", surname: "", forename: "", dateOfBirth: known.today,
      yearGroup: "")
    if let key, let onFile = try known.pupil(key) { pupil = onFile.value }
    if row.has(self.upn) { pupil.upn = upn }
    if row.has(formerUPN) { pupil.formerUPNs = row.value(formerUPN).map { [$0] } ?? [] }
    row.update(preferredName, &pupil.preferredName)
    row.update(sex, &pupil.sex)
    row.update(ethnicity, &pupil.ethnicity)
    language.read(&row, into: &pupil)
    row.update(senProvision, &pupil.senProvision, blank: "N")
    readNeeds(&row, &pupil)
    row.update(freeSchoolMeals, &pupil.freeSchoolMeals, blank: false)
    try readAuthorities(&row, &pupil, known)
    row.update(isLookedAfter, &pupil.isLookedAfter, blank: pupil.authorities.caring != nil)
    row.update(socialWorker, &pupil.socialWorker)
    row.update(hasSocialWorker, &pupil.hasSocialWorker, blank: pupil.socialWorker != nil)
    readPlan(&row, &pupil)
    row.update(address, &pupil.address)
    row.update(postcode, &pupil.postcode)
    row.update(examinationsFinishedOn, &pupil.examinationsFinishedOn)
    try checkNumberIsFree(&row, upn, reference, known)
    try checkReference(&row, reference, known)
    guard let surname, let forename, let birth, let year else { return nil }
    pupil.surname = surname
    pupil.forename = forename
    pupil.dateOfBirth = birth
    pupil.yearGroup = year
    check(&row, pupil, on: known.today)
    return key.map { KeyedRecord($0, record: pupil) }
  }

  /// Tells everything about the record that cannot be; its codes have been judged as they were read.
  private func check(_ row: inout Row, _ pupil: Pupil, on day: Day) {
    for problem in pupil.problems(on: day) {
      switch problem {
      case .nameMissing: row.note(surname, problem.description)
      case .bornAhead, .tooOld: row.note(dateOfBirth, problem.description)
      case .code: break
      case .notAssessedWithoutSupport: row.note(primaryNeed, problem.description)
      case .formerUPNInUse: row.note(formerUPN, problem.description)
      case .planAhead(let day):
        row.note(pupil.plan?.issuedOn == day ? planIssuedOn : planReviewedOn, problem.description)
      case .dates(let order): row.note(order, among: [planReviewedOn])
      }
    }
  }

  /// One number is one child: under a second reference the child would be on the board twice.
  private func checkNumberIsFree(
    _ row: inout Row, _ upn: UPN?, _ reference: String?, _ known: OnFile
  ) throws(StoreError) {
    guard let upn, let reference else { return }
    let other = try known.caseload.pupils(upn: upn).first { $0.value.reference != reference }
    if let other {
      row.problem(
        self.upn,
        "pupil \(harmless(other.value.reference)) has this number; "
          + "use that reference, or correct the number")
    }
  }

  /// Two references that differ only in capitals are one child more often than two, and nobody could
  /// tell which is meant when one of them is read out.
  private func checkReference(
    _ row: inout Row, _ reference: String?, _ known: OnFile
  ) throws(StoreError) {
    guard let reference, let other = try known.pupilReference(like: reference) else { return }
    row.problem(
      self.reference,
      "pupil \(harmless(other)) is on file, which differs only in capitals; write it in those "
        + "letters, or give one of the two another reference")
  }

  private func readNeeds(_ row: inout Row, _ pupil: inout Pupil) {
    guard row.has(primaryNeed) || row.has(secondaryNeed) else { return }
    let first = row.value(primaryNeed)
    let second = row.value(secondaryNeed)
    if first == nil, second != nil, row.isSound {
      row.problem(secondaryNeed, "a second need is given without a first")
    }
    pupil.needs = [first, second].compactMap { $0 }
  }

  private func readAuthorities(
    _ row: inout Row, _ pupil: inout Pupil, _ known: OnFile
  ) throws(StoreError) {
    if row.has(school) {
      pupil.school = nil
      if let urn = row.value(school) {
        if let found = try known.school(urn: urn) {
          pupil.school = found.id
          // Where the file does not say, the school's authority is the one in whose area it is.
          if pupil.authorities.school == nil || !row.has(schoolAuthority) {
            pupil.authorities.school = found.value.authority
          }
        } else {
          row.problem(school, OnFile.unknown("school", in: .schools))
        }
      }
    }
    row.update(homeAuthority, &pupil.authorities.home)
    if let authority = row.value(schoolAuthority) { pupil.authorities.school = authority }
    row.update(planAuthority, &pupil.authorities.plan)
    row.update(caringAuthority, &pupil.authorities.caring)
  }

  private func readPlan(_ row: inout Row, _ pupil: inout Pupil) {
    guard row.has(planIssuedOn) else { return }
    let issued = row.value(planIssuedOn)
    let reviewed = row.value(planReviewedOn)
    let hours = row.value(planHours)
    guard let issued else {
      if reviewed != nil, row.isSound {
        row.problem(planIssuedOn, "a plan that was reviewed was issued; give the date")
      }
      pupil.plan = nil
      return
    }
    pupil.plan = CarePlan(issuedOn: issued, lastReviewedOn: reviewed, maximumWeeklyHours: hours)
  }

  func put(_ record: Pupil, through door: inout Door) throws(StoreError) -> PutResult<Pupil> {
    try door.put(record)
  }
}
