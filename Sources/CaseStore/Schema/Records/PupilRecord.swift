import AlternativeProvision

extension Pupil: Readable {
  static let table = Table(
    kind: .pupil, name: "pupil",
    columns: [
      .init("reference"), .init("upn"), .init("former_upns", list: formerNumbers),
      .init("surname"), .init("forename"), .init("preferred_name"), .init("date_of_birth"),
      .init("year_group"), .init("sex"), .init("ethnicity"), .init("sen_provision"),
      .init("needs"), .init("free_school_meals"), .init("home_authority"),
      .init("school_authority"), .init("plan_authority"), .init("caring_authority"),
      .init("is_looked_after"), .init("has_social_worker"), .init("social_worker"),
      .init("plan_issued_on"), .init("plan_last_reviewed_on"),
      .init("plan_maximum_weekly_hours"), .init("school_id", refers: .school), .init("address"),
      .init("postcode"), .init("examinations_finished_on"), .init("first_language"),
      .init("english_is_additional"),
    ],
    key: ["reference"], touches: [.pupil(nil)])

  private static let formerNumbers = Table.List(
    select: """
      (SELECT json_group_array(upn) FROM (SELECT upn FROM pupil_former_upn
        WHERE pupil_id = pupil.id ORDER BY position))
      """,
    clear: "DELETE FROM pupil_former_upn WHERE pupil_id = ?1",
    fill: """
      INSERT INTO pupil_former_upn(pupil_id, position, upn) SELECT ?1, key, value FROM json_each(?2)
      """)

  func write(_ cells: inout CellWriter) {
    cells.add(reference)
    cells.add(upn?.text)
    cells.add(list: formerUPNs.map(\.text))
    cells.add(surname)
    cells.add(forename)
    cells.add(preferredName)
    cells.add(dateOfBirth)
    cells.add(yearGroup)
    cells.add(sex)
    cells.add(ethnicity)
    cells.add(senProvision)
    cells.add(list: needs)
    cells.add(freeSchoolMeals)
    cells.add(authorities.home)
    cells.add(authorities.school)
    cells.add(authorities.plan)
    cells.add(authorities.caring)
    cells.add(isLookedAfter)
    cells.add(hasSocialWorker)
    cells.add(socialWorker)
    cells.add(plan?.issuedOn)
    cells.add(plan?.lastReviewedOn)
    cells.add(plan?.maximumWeeklyHours)
    cells.add(school)
    cells.add(address)
    cells.add(postcode)
    cells.add(examinationsFinishedOn)
    cells.add(firstLanguage)
    cells.add(englishIsAdditional.map { $0 ? 1 : 0 })
  }

  func validate(on day: Day) throws(StoreError) {
    try refuse(.pupil, problems(on: day))
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let reference = reader.text()
    // A number that fails its check is left out rather than hide the child; `check` reports it.
    let upn = reader.textOrNil().flatMap { try? UPN($0) }
    let former = reader.list().compactMap { try? UPN($0) }
    let surname = reader.text()
    let forename = reader.text()
    let preferredName = reader.textOrNil()
    let dateOfBirth = reader.day()
    self.init(
      reference: reference, upn: upn, surname: surname, forename: forename,
      dateOfBirth: dateOfBirth, yearGroup: reader.text())
    self.formerUPNs = former
    self.preferredName = preferredName
    sex = reader.textOrNil()
    ethnicity = reader.textOrNil()
    senProvision = reader.text()
    needs = reader.list()
    freeSchoolMeals = reader.bool()
    authorities.home = reader.intOrNil()
    authorities.school = reader.intOrNil()
    authorities.plan = reader.intOrNil()
    authorities.caring = reader.intOrNil()
    isLookedAfter = reader.bool()
    hasSocialWorker = reader.bool()
    socialWorker = reader.textOrNil()
    let issuedOn = reader.dayOrNil()
    let lastReviewedOn = reader.dayOrNil()
    let hours = reader.realOrNil()
    plan = issuedOn.map {
      CarePlan(issuedOn: $0, lastReviewedOn: lastReviewedOn, maximumWeeklyHours: hours)
    }
    school = reader.idOrNil()
    address = reader.textOrNil()
    postcode = reader.textOrNil()
    examinationsFinishedOn = reader.dayOrNil()
    firstLanguage = reader.textOrNil()
    englishIsAdditional = reader.intOrNil().map { $0 != 0 }
  }
}
