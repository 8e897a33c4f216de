import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("the door")
struct DoorTests {
  let shelf = Shelf()

  @Test("what is put comes back just as it was")
  func everyRecordComesBack() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let day = MadeUp.day(2025, 12, 1)

    var school = MadeUp.school
    school.establishmentNumber = 4001
    school.ukprn = 10_000_001
    school.kind = .academy
    school.typeName = "Academy converter"
    school.phase = .secondary
    school.isOpen = false
    school.closedOn = day
    school.town = "Larkfield"
    school.postcode = "LF1 1AA"

    var provider = MadeUp.provider
    provider.urn = 999_002
    provider.ukprn = 10_000_002
    provider.isInDirectory = true
    provider.places = 12
    provider.lowestAge = 11
    provider.highestAge = 16
    provider.needsMet = ["SEMH", "ASD"]
    provider.weeklyCost = 45_000
    provider.town = "Quay \"side\" \\ \u{1B}[31m\tend"
    provider.postcode = "LF2 2BB"

    var pupil = MadeUp.pupil(school: scene.school)
    pupil.upn = try UPN(Self.upn(1))
    pupil.formerUPNs = [try UPN(Self.upn(2)), try UPN(Self.upn(3))]
    pupil.preferredName = "Zoë 小龙"
    pupil.sex = "F"
    pupil.ethnicity = "WBRI"
    pupil.senProvision = "E"
    pupil.needs = ["SEMH"]
    pupil.freeSchoolMeals = true
    pupil.authorities = PupilAuthorities(home: 888, school: 889, plan: 890, caring: 351)
    pupil.isLookedAfter = true
    pupil.hasSocialWorker = true
    pupil.socialWorker = "M. Okafor"
    pupil.plan = CarePlan(issuedOn: day, lastReviewedOn: day, maximumWeeklyHours: 12.5)
    pupil.address = "1 Made-up Street"
    pupil.postcode = "LF3 3CC"

    var exclusion = MadeUp.exclusion(scene.pupil, scene.school)
    exclusion.outcome = .cancelled
    exclusion.endedOn = day
    exclusion.examinationOn = day
    exclusion.authorityNotifiedOn = day
    exclusion.governors.notifiedOn = day
    exclusion.governors.representationsOn = day
    exclusion.governors.metOn = day
    exclusion.governors.decision = .declinedToReinstate
    exclusion.governors.noticeSentOn = day
    exclusion.governors.noticeDelivery = .byHand
    exclusion.review.waivedOn = day
    exclusion.review.claimDeterminedOn = day
    exclusion.review.appliedOn = day
    exclusion.review.hearingOn = day
    exclusion.review.decision = .quashed
    exclusion.review.noticeSentOn = day
    exclusion.review.noticeDelivery = .email
    exclusion.review.reconsideredOn = day

    var file = Case(
      reference: "AP-1", pupil: scene.pupil, route: .offSiteDirection, openedOn: day)
    file.tier = .transitionalPlacement
    file.officer = "Ada"
    file.exclusion = scene.exclusion
    file.section19AcceptedOn = day
    file.fairAccessAgreedOn = day
    file.fairAccessPlacedOn = day
    var direction = OffSiteDirection(firstDay: day)
    direction.noticeGivenOn = day
    direction.schoolDays = 10
    direction.reviewRequestedOn = day
    direction.reviewHeldOn = day
    file.direction = direction
    file.closedOn = day
    file.closingReason = "back in school"

    var placement = Placement(
      file: scene.file, provider: scene.provider, startsOn: MadeUp.day(2025, 11, 10),
      sessionsPerWeek: 6)
    placement.endedOn = day
    placement.plannedEnd = day
    placement.hoursPerWeek = 17.5
    placement.commissioner = .school
    placement.weeklyCost = 12_345
    placement.lastReviewedOn = day
    placement.lastVisitedOn = day
    placement.outcome = "moved on"

    var visit = QualityVisit(
      provider: scene.provider, visitedOn: day,
      ratings: [.safeguarding: .green, .qualityOfEducation: .amber], overall: .amber)
    visit.visitor = "Q. Assurer"
    visit.nextVisitOn = day.adding(days: 90)
    visit.actions = "two risk assessments"
    let view = View(file: scene.file, voice: .child, givenOn: day, words: "I like the boats.")

    func putAll(_ door: inout Door) throws -> [PutOutcome] {
      [
        try door.put(school).outcome, try door.put(provider).outcome,
        try door.put(pupil).outcome, try door.put(exclusion).outcome,
        try door.put(file).outcome, try door.put(placement).outcome,
        try door.put(visit).outcome, try door.put(view).outcome,
      ]
    }
    let first = try caseload.change(by: "Ada", at: MadeUp.now, cause: "fill in", putAll)
    #expect(first == Array(repeating: .changed, count: 6) + [.added, .added])

    let again = try Caseload.open(shelf.file(), access: .readWrite)
    #expect(try again.school(scene.school) == school)
    #expect(try again.provider(scene.provider) == provider)
    #expect(try again.pupil(scene.pupil) == pupil)
    #expect(try again.exclusion(scene.exclusion) == exclusion)
    #expect(try again.file(scene.file) == file)
    #expect(try again.placement(scene.placement) == placement)
    #expect(try again.visits(to: scene.provider).map(\.value) == [visit])
    #expect(try again.views(in: scene.file).map(\.value) == [view])

    let position = try again.journalPosition()
    let second = try again.change(by: "Ada", at: MadeUp.now, cause: "again", putAll)
    #expect(second == Array(repeating: .unchanged, count: 8))
    #expect(try again.journalPosition() == position)
    #expect(try again.connection.number("SELECT count(*) FROM change") == 2)
  }

  @Test("the journal says who changed which field from what to what, and only those")
  func journalContent() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    var file = try #require(try caseload.file(scene.file))
    file.officer = "Bel"
    try caseload.change(by: "Cy", at: Instant(seconds: 42), cause: "assign") { door in
      try door.put(file)
    }
    let entry = try #require(try caseload.journal(of: scene.file).first)
    #expect(entry.author == "Cy")
    #expect(entry.at == Instant(seconds: 42))
    #expect(entry.cause == "assign")
    #expect(entry.kind == .caseFile)
    #expect(entry.subject == scene.file.number)
    #expect(entry.act == .changed)
    #expect(entry.fields == [.init(name: "officer", before: nil, after: "Bel")])
    let kinds = try caseload.journal(of: scene.file).map(\.kind)
    #expect(kinds == [.caseFile, .placement, .caseFile, .exclusion, .pupil])
  }

  @Test("a refused record takes the whole change back")
  func rollback() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let position = try caseload.journalPosition()
    do {
      try caseload.change(by: "Ada", at: MadeUp.now, cause: "two placements") { door in
        try door.put(Provider(reference: "P02", name: "The Forge", kind: .nonSchool))
        try door.put(
          Placement(
            file: scene.file, provider: Identifier(77), startsOn: MadeUp.day(2025, 11, 20),
            sessionsPerWeek: 10))
      }
      Issue.record("a placement with an unknown provider went in")
    } catch let error as StoreError {
      #expect(error.kind == .refused)
      #expect(error.whatHappened.contains("provider"))
    }
    #expect(try caseload.provider(reference: "P02") == nil)
    #expect(try caseload.journalPosition() == position)
  }

  @Test("what cannot be is refused with what would be right")
  func impossible() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    var file = try #require(try caseload.file(scene.file))
    file.closedOn = file.openedOn.adding(days: -1)
    do {
      try caseload.change(by: "Ada", at: MadeUp.now, cause: "close") { try $0.put(file) }
      Issue.record("a case closed before it opened")
    } catch let error as StoreError {
      #expect(error.kind == .refused)
      #expect(error.whatToDo.contains("before"))
    }
  }

  @Test("a pupil without a reference is known by the number in use and by former ones")
  func byNumber() throws {
    let caseload = try shelf.caseload()
    var pupil = MadeUp.pupil("")
    pupil.upn = try UPN(Self.upn(1))
    let added = try caseload.change(by: "Ada", at: MadeUp.now, cause: "import") {
      try $0.put(pupil)
    }
    #expect(added.outcome == .added)
    #expect(try caseload.pupil(added.id)?.reference == Self.upn(1))
    let former = try UPN(Self.upn(1))
    pupil.upn = try UPN(Self.upn(2))
    pupil.formerUPNs = [former]
    pupil.reference = Self.upn(1)
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "new number") { try $0.put(pupil) }
    pupil.reference = ""
    pupil.upn = former
    pupil.formerUPNs = []
    let again = try caseload.change(by: "Ada", at: MadeUp.now, cause: "old file") {
      try $0.put(pupil)
    }
    #expect(again.id == added.id)
  }

  @Test("an edit of a record that someone else has changed since says so and carries both")
  func conflict() throws {
    let ada = try shelf.caseload()
    let scene = try Scene(in: ada)
    let opened = try #require(try ada.caseFile(scene.file))

    let bel = try Caseload.open(shelf.file(), access: .readWrite)
    var theirs = opened.file.value
    theirs.officer = "Bel"
    try bel.change(by: "Bel", at: Instant(seconds: 9), cause: "mine") { try $0.put(theirs) }

    var yours = opened.file
    yours.value.officer = "Ada"
    do {
      try ada.change(by: "Ada", at: MadeUp.now, cause: "mine") { door in
        try door.write(yours, ifUnchangedSince: opened.position)
      }
      Issue.record("an edit overwrote another's unseen")
    } catch let error as StoreError {
      #expect(error.kind == .conflict)
      let conflict = try #require(error.conflict)
      #expect(conflict.changedBy == "Bel")
      #expect(conflict.changedAt == Instant(seconds: 9))
      #expect(conflict.fields == [.init(name: "officer", onFile: "Bel", yours: "Ada")])
    }
    let again = try #require(try ada.caseFile(scene.file))
    try ada.change(by: "Ada", at: MadeUp.now, cause: "mine after all") { door in
      try door.write(yours, ifUnchangedSince: again.position)
    }
    #expect(try bel.file(scene.file)?.officer == "Ada")
  }

  @Test("what only one of two has changed in a record is no conflict between them")
  func uncontested() throws {
    let ada = try shelf.caseload()
    let scene = try Scene(in: ada)
    let opened = try #require(try ada.caseFile(scene.file))
    let bel = try Caseload.open(shelf.file(), access: .readWrite)
    for officer in ["Cem", "Bel"] {
      var theirs = opened.file.value
      theirs.officer = officer
      try bel.change(by: "Bel", at: Instant(seconds: 9), cause: "mine") { try $0.put(theirs) }
    }
    var yours = opened.file
    yours.value.tier =
      yours.value.tier == .timeLimitedPlacement ? .targetedSupport : .timeLimitedPlacement
    do {
      try ada.change(by: "Ada", at: MadeUp.now, cause: "mine") { door in
        try door.write(yours, ifUnchangedSince: opened.position)
      }
      Issue.record("an edit overwrote another's unseen")
    } catch let error as StoreError {
      #expect(error.kind == .conflict)
      #expect(error.conflict?.fields == [])
    }
    #expect(try ada.file(scene.file)?.officer == "Bel")
  }

  /// Made-up numbers whose check letters are right.
  static func upn(_ serial: Int) -> String {
    let rest = "88840012500\(serial)"
    for letter in "ABCDEFGHJKLMNPQRTUVWXYZ" where (try? UPN("\(letter)\(rest)")) != nil {
      return "\(letter)\(rest)"
    }
    return ""
  }
}
