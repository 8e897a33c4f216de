import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("reading a case")
struct ReadingTests {
  let shelf = Shelf()
  let monday = MadeUp.day(2025, 11, 10)

  @Test("an opened case holds the child, the school, the exclusion, the placement and the views")
  func caseFile() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "add") { door in
      try door.put(
        View(file: scene.file, voice: .child, givenOn: monday, words: "Closer to home, please."))
      try door.put(
        QualityVisit(
          provider: scene.provider, visitedOn: monday, ratings: [:], overall: .green))
    }
    let opened = try #require(try caseload.caseFile(scene.file))
    #expect(opened.file.value.reference == "AP-1")
    #expect(opened.pupil.id == scene.pupil)
    #expect(opened.school?.value.urn == 999_001)
    #expect(opened.exclusions.map(\.id) == [scene.exclusion])
    #expect(opened.excludingSchools[scene.school]?.name == "Larkfield High School")
    #expect(opened.placements.map(\.id) == [scene.placement])
    #expect(opened.providers[scene.provider]?.name == "The Boatyard")
    #expect(opened.visits[scene.provider]?.overall == .green)
    #expect(opened.views.map(\.value.words) == ["Closer to home, please."])
    #expect(opened.position == (try caseload.journalPosition()))
    #expect(try caseload.caseFile(Identifier(99)) == nil)
  }

  @Test("facts tell illness, unexplained absence, and days in the excluding school's own lessons")
  func evidence() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    var own = Provider(reference: "P09", name: "Larkfield High School", kind: .mainstreamSchool)
    own.urn = 999_001
    let marks: [(Int, Session, String, Bool)] = [
      (0, .morning, "I", false), (0, .afternoon, "I", false), (1, .morning, "I", false),
      (2, .morning, "N", false), (2, .afternoon, "N", false), (3, .morning, "K", false),
      (4, .morning, "/", true), (4, .afternoon, "\\", true), (7, .morning, "/", false),
      (8, .morning, "C", false),
    ]
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "register") { door in
      let school = try door.put(own).id
      for (offset, session, code, atSchool) in marks {
        try door.put(
          AttendanceMark(
            pupil: scene.pupil, provider: atSchool ? school : scene.provider,
            day: monday.adding(days: offset), session: session, code: code))
      }
    }
    let facts = try #require(try caseload.facts(for: scene.file))
    #expect(
      facts.attendance.illness == [
        .init(day: monday, sessions: 2), .init(day: monday.adding(days: 1), sessions: 1),
      ])
    #expect(facts.attendance.unexplained == [monday.adding(days: 2)])
    #expect(facts.attendance.lastPresentOn == monday.adding(days: 7))
    #expect(facts.attendance.otherAbsences.isEmpty)
    var file = try #require(try caseload.file(reference: "AP-1")).value
    file.route = .emotionallyBasedAbsence
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "route") { door in
      _ = try door.put(file)
    }
    let anxious = try #require(try caseload.facts(for: scene.file)).attendance
    #expect(anxious.illness == facts.attendance.illness)
    #expect(anxious.otherAbsences.map(\.code) == ["N", "N", "C"])
    #expect(facts.attendance.attendedSchool == [monday.adding(days: 4)])
    #expect(facts.exclusions.map(\.id) == [scene.exclusion])
    #expect(facts.school?.urn == 999_001)
    #expect(facts.placements.count == 1)
    var seen: [Identifier<Case>] = []
    try caseload.eachFacts(openOn: nil) { id, _ throws(StoreError) in seen.append(id) }
    #expect(seen == [scene.file])
  }

  @Test("calendars, bank holidays and local targets make the book by which days are counted")
  func book() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let first = MadeUp.day(2025, 9, 1)
    let year = SchoolYear(
      label: "2025/26",
      terms: [Term(name: "Autumn", first: first, last: MadeUp.day(2025, 12, 26))])
    let christmas = MadeUp.day(2025, 12, 25)
    let boxing = MadeUp.day(2025, 12, 26)
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "calendars") { door in
      try door.put(year, of: .authority(888))
      try door.put(
        SchoolYear(label: "2025/26", terms: [Term(name: "Own", first: first, last: first)]),
        of: .school(scene.school))
      let added = try door.put(BankHolidays([christmas: "Christmas Day", boxing: "Boxing Day"]))
      #expect(added == 2)
      let again = try door.put(BankHolidays([christmas: "Christmas Day", boxing: "Boxing Day"]))
      #expect(again == 0)
      #expect(try door.put(.placementReviewDays, value: 30) == .added)
    }
    let book = try caseload.calendarBook()
    #expect(
      book.calendar(for: nil, authority: 888)?.status(of: christmas)
        == .closed(.bankHoliday("Christmas Day")))
    #expect(book.calendar(for: scene.school, authority: 888)?.openDays == [first])
    #expect(try caseload.localTargets()[.placementReviewDays] == 30)
    #expect(try caseload.localTargets()[.monitoringVisitDays] == 42)

    let changed = try caseload.change(by: "Ada", at: MadeUp.now, cause: "mended feed") { door in
      try door.put(BankHolidays([christmas: "Christmas Day"]))
    }
    #expect(changed == 1)
    #expect(try caseload.bankHolidays().listed == [christmas: "Christmas Day"])
  }

  @Test("the names that files use lead to what is on file, former numbers included")
  func naturalKeys() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    var pupil = MadeUp.pupil(school: scene.school)
    pupil.upn = try UPN(DoorTests.upn(1))
    pupil.formerUPNs = [try UPN(DoorTests.upn(2))]
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "numbers") { door in
      try door.put(pupil)
    }
    let keys = try caseload.naturalKeys()
    #expect(keys.providersByReference["P01"] == scene.provider)
    #expect(keys.pupilsByReference["S001"] == scene.pupil)
    #expect(keys.pupilsByUPN[DoorTests.upn(1)] == scene.pupil)
    #expect(keys.pupilsByUPN[DoorTests.upn(2)] == scene.pupil)
    #expect(try caseload.pupils(upn: UPN(DoorTests.upn(2))).map(\.id) == [scene.pupil])
  }
}
