import AlternativeProvision
import CaseStore
import Testing

@testable import Dashboard

/// A made-up child about whom everything is on file, in a caseload with a panel that sits: twice, so that
/// nothing that the room may see differs, and everything that it need not see does.
struct CoveredChild {
  /// Which of the two children.
  enum Sort: String, CaseIterable {
    /// In care, at risk, diagnosed, with an account for every field.
    case full
    /// Of whom nothing of it is so, or it is empty, or other words stand there.
    case other
  }

  /// What every covered word begins with.
  static let marker = "zq"

  let sort: Sort
  let small: SmallCaseload
  private(set) var meeting = Identifier<Meeting>(0)
  private(set) var referral = Identifier<Referral>(0)

  private var isFull: Bool { sort == .full }

  /// A word that must not be seen: the one, or another of other length, or none.
  private func word(_ name: String, or other: String = "") -> String {
    isFull ? "\(CoveredChild.marker)\(name) words" : other
  }

  /// The same where something has to stand in either.
  private func must(_ name: String) -> String {
    word(name, or: "\(CoveredChild.marker) other, and a good deal longer than \(name)")
  }

  init(_ sort: Sort) throws {
    self.sort = sort
    small = try PanelOffice.small()
    var made = (Identifier<Meeting>(0), Identifier<Referral>(0))
    let parts = self
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "tell everything") {
      door in
      var pupil = try #require(try parts.small.caseload.pupil(reference: "S01"))
      parts.fill(&pupil.value)
      try door.write(pupil)
      let file = try #require(try parts.small.caseload.file(reference: "AP-2026-0001"))
      try parts.tell(of: file, pupil, &door)
      made.1 = try door.put(parts.referral(of: pupil, file)).id
      let panel = try #require(try parts.small.caseload.panels().first)
      made.0 = try parts.meet(panel, file, made.1, &door)
    }
    (meeting, referral) = made
  }

  // MARK: The child

  private func fill(_ pupil: inout Pupil) {
    pupil.surname = isFull ? "Zqnovak" : "Zqnash-Nuttall"
    pupil.forename = isFull ? "Zqtereza" : "Zqtom"
    pupil.preferredName = isFull ? "Zqtess" : nil
    pupil.dateOfBirth = SmallCaseload.day(2012, isFull ? 3 : 4, isFull ? 4 : 15)
    pupil.upn = isFull ? try? UPN("H801200001001") : nil
    pupil.ethnicity = isFull ? "WROM" : nil
    pupil.firstLanguage = isFull ? "POL" : nil
    pupil.englishIsAdditional = isFull ? true : nil
    pupil.senProvision = isFull ? "K" : "N"
    pupil.needs = isFull ? ["ASD", "SEMH"] : []
    pupil.freeSchoolMeals = isFull
    pupil.isLookedAfter = isFull
    pupil.hasSocialWorker = isFull
    pupil.socialWorker = isFull ? "Zqachebe" : nil
    pupil.authorities = PupilAuthorities(
      home: 351, school: 351, plan: isFull ? 340 : nil, caring: isFull ? 341 : nil)
    pupil.address = isFull ? "7 Zqcobden Street" : nil
    pupil.postcode = isFull ? "ZQ1 2AB" : nil
  }

  /// The words of codes that stand for covered facts, as a screen would write them.
  static let meanings: [String] = {
    let day = SmallCaseload.today
    return [
      Codes.ethnicity.meaning(of: "WROM"), Codes.languages.meaning(of: "POL"),
      Codes.needs.meaning(of: "ASD"), Codes.senProvision.meaning(of: "K"),
      Codes.exclusionReasons.meaning(of: "DB", on: day),
      Codes.placementReasons.meaning(of: "MHN"), "[Looked after", "looked after",
      "4 Mar 2012", "H801200001001", "ZQ1 2AB", "07700 900",
      "Virtual school", "virtual school", "illness", "Illness",
    ]
  }()

  private func tell(
    of file: Stored<Case>, _ pupil: Stored<Pupil>, _ door: inout Door
  ) throws {
    var exclusion = try #require(try small.caseload.exclusions(of: pupil.id).first)
    exclusion.value.reasons = isFull ? ["DB", "PP"] : ["VP"]
    try door.write(exclusion)
    // Which providers are open to a child is shown, without why: here it is the same ones.
    for var place in try small.caseload.providers()
    where ["The Boatyard", "Tern Tuition"].contains(place.value.name) {
      place.value.places = 0
      try door.write(place)
    }
    for var place in try small.caseload.providers() where place.value.name == "Kite House" {
      (place.value.places, place.value.isInDirectory) = (0, false)
      try door.write(place)
    }
    let provider = try #require(
      try small.caseload.providers().first { $0.value.name == "Tern Tuition" })
    var placement = Placement(
      file: file.id, provider: provider.id, startsOn: SmallCaseload.day(2026, 10, 5),
      sessionsPerWeek: 4)
    placement.endedOn = SmallCaseload.day(2026, 10, 30)
    placement.reason = isFull ? "MHN" : "SUS"
    placement.outcome = must("outcome")
    try door.put(placement)
    try door.put(
      View(
        file: file.id, voice: .child, givenOn: SmallCaseload.day(2026, 11, 12), words: must("said"))
    )
    var day = SmallCaseload.day(2026, 9, 7)
    while day < SmallCaseload.day(2026, 9, 12) {
      for session in Session.allCases {
        // As many were missed; why is another thing.
        let code = day.weekday == .monday ? (isFull ? "I" : "O") : "/"
        try door.put(
          AttendanceMark(
            pupil: pupil.id, provider: provider.id, day: day, session: session, code: code))
      }
      day = day.adding(days: 1)
    }
  }

  // MARK: The referral

  private func referral(of pupil: Stored<Pupil>, _ file: Stored<Case>) -> Referral {
    var referral = Referral(
      pupil: pupil.id, receivedOn: SmallCaseload.day(2026, 11, 10), referrer: must("referrer"),
      route: .permanentExclusion)
    referral.reference = "R-2026-0001"
    referral.file = file.id
    referral.status = .submitted
    referral.referrerRole = word("role")
    referral.referrerContact = word("reached")
    referral.school = pupil.value.school
    referral.reasons = word("reasons")
    referral.outcomeSought = "A place by day six."
    referral.consent = ParentalConsent(
      parent: must("parent"), givenOn: SmallCaseload.day(2026, 11, 9), isWritten: true)
    referral.childsViews = must("child")
    referral.parentsViews = must("parents")
    referral.socialCare = isFull ? .lookedAfter : .noneKnown
    referral.otherServices = word("services")
    referral.attendance = word("attended")
    referral.suspensions = word("suspended")
    referral.risks = word("risks")
    referral.risksAssessedOn = isFull ? SmallCaseload.day(2026, 11, 11) : nil
    referral.examinations = word("exams")
    referral.transport = word("transport")
    referral.funding = word("funding")
    referral.reintegration = word("back")
    referral.openQuestions = must("questions")
    referral.declaredOn = SmallCaseload.day(2026, 11, 10)
    // As many entries in each: how many there are is seen by their headings.
    referral.contacts = [
      ReferralContact(
        name: must("contact"), relationship: word("relation"),
        reachedAt: isFull ? "07700 900214" : "", hasResponsibility: isFull ? false : nil)
    ]
    referral.interventions = [
      Intervention(what: must("tried"), when: word("when"), impact: must("impact"))
    ]
    referral.healthEvidence = [
      HealthEvidence(
        source: must("source"), datedOn: isFull ? SmallCaseload.day(2026, 10, 2) : nil,
        finding: word("finding"))
    ]
    return referral
  }

  // MARK: The meeting

  /// The child is on the agenda with a decision before, an action, an interest and words that are being
  /// written; another item left it with a reason.
  private func meet(
    _ panel: Stored<Panel>, _ file: Stored<Case>, _ referral: Identifier<Referral>,
    _ door: inout Door
  ) throws -> Identifier<Meeting> {
    let meeting = try door.put(Meeting(panel: panel.id, heldOn: PanelOffice.heldOn)).id
    for member in PanelOffice.members { try door.put(Attendee(member, .present), in: meeting) }
    var first = AgendaItem(meeting: meeting, kind: .permanentExclusion, title: "AP-2026-0001")
    first.file = file.id
    first.referral = referral
    let item = try door.put(first).id
    try door.declare(Interest(member: "Ms Ward", nature: must("interest")), in: item, of: meeting)
    var second = AgendaItem(meeting: meeting, kind: .reviewDue, title: "AP-2026-0001")
    second.file = file.id
    try door.drop(try door.put(second).id, because: must("dropped"))
    try door.move(meeting, to: .open)
    return meeting
  }

  /// Refers the child to safeguarding, in words of its own.
  func decide() throws {
    let item = try #require(try small.caseload.meeting(meeting)?.items.first?.item.id)
    for (field, text) in [
      (DecisionField.option, "referSafeguarding"), (.referredTo, must("mash")),
      (.owner, "Ms Ward"), (.dueOn, "27/11/2026"), (.rationale, must("rationale")),
      (.section19, must("section")), (.evidence, must("evidence")),
      (.notes, must("notes")),
    ] {
      _ = try small.caseload.save(
        text, to: .item(item, field), over: Words(), by: "Clerk", at: SmallCaseload.now)
    }
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "decide") { door in
      try door.add(
        PanelAction(
          what: must("action"), owner: "Ms Ward", dueOn: SmallCaseload.day(2026, 12, 1)),
        to: meeting, item: item)
      try door.confirm(item)
    }
  }
}
