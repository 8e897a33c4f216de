import AlternativeProvision

extension Exclusion: Readable {
  static let table = Table(
    kind: .exclusion, name: "exclusion",
    columns: [
      .init("pupil_id", refers: .pupil), .init("school_id", refers: .school), .init("category"),
      .init("first_day"), .init("first_session"), .init("sessions"), .init("reasons"),
      .init("outcome"), .init("ended_on"), .init("examination_on"),
      .init("authority_notified_on"), .init("governors_notified_on"),
      .init("representations_on"), .init("governors_met_on"), .init("governors_decision"),
      .init("governors_notice_sent_on"), .init("governors_notice_delivery"),
      .init("review_waived_on"), .init("review_applied_on"), .init("review_hearing_on"),
      .init("review_decision"), .init("review_notice_sent_on"),
      .init("review_notice_delivery"), .init("reconsidered_on"),
      .init("claim_determined_on"),
    ],
    key: ["pupil_id", "first_day", "first_session", "category"], touches: [.pupil("pupil_id")])

  func write(_ cells: inout CellWriter) {
    cells.add(pupil)
    cells.add(school)
    cells.add(named: category)
    cells.add(firstDay)
    cells.add(Int(firstSession.rawValue))
    cells.add(sessions)
    cells.add(list: reasons)
    cells.add(named: outcome)
    cells.add(endedOn)
    cells.add(examinationOn)
    cells.add(authorityNotifiedOn)
    cells.add(governors.notifiedOn)
    cells.add(governors.representationsOn)
    cells.add(governors.metOn)
    cells.add(named: governors.decision)
    cells.add(governors.noticeSentOn)
    cells.add(named: governors.noticeDelivery)
    cells.add(review.waivedOn)
    cells.add(review.appliedOn)
    cells.add(review.hearingOn)
    cells.add(named: review.decision)
    cells.add(review.noticeSentOn)
    cells.add(named: review.noticeDelivery)
    cells.add(review.reconsideredOn)
    cells.add(review.claimDeterminedOn)
  }

  func validate(on day: Day) throws(StoreError) {
    try refuse(.exclusion, problems())
  }

  init(_ reader: inout CellReader) throws(StoreError) {
    let pupil: Identifier<Pupil> = reader.id()
    let school: Identifier<School> = reader.id()
    let category: ExclusionCategory = try reader.named()
    self.init(pupil: pupil, school: school, category: category, firstDay: reader.day())
    firstSession = reader.int() == 0 ? .morning : .afternoon
    sessions = reader.intOrNil()
    reasons = reader.list()
    outcome = try reader.named()
    endedOn = reader.dayOrNil()
    examinationOn = reader.dayOrNil()
    authorityNotifiedOn = reader.dayOrNil()
    governors.notifiedOn = reader.dayOrNil()
    governors.representationsOn = reader.dayOrNil()
    governors.metOn = reader.dayOrNil()
    governors.decision = try reader.namedOrNil()
    governors.noticeSentOn = reader.dayOrNil()
    governors.noticeDelivery = try reader.named()
    review.waivedOn = reader.dayOrNil()
    review.appliedOn = reader.dayOrNil()
    review.hearingOn = reader.dayOrNil()
    review.decision = try reader.namedOrNil()
    review.noticeSentOn = reader.dayOrNil()
    review.noticeDelivery = try reader.named()
    review.reconsideredOn = reader.dayOrNil()
    review.claimDeterminedOn = reader.dayOrNil()
  }
}
