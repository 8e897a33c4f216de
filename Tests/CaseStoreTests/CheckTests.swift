import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("checking a caseload")
struct CheckTests {
  let shelf = Shelf()
  let today = MadeUp.day(2026, 11, 22)

  @Test("a sound caseload gives nothing to report")
  func sound() throws {
    let caseload = try shelf.caseload()
    _ = try Scene(in: caseload)
    #expect(try caseload.check(on: today) == [])
  }

  @Test(
    "what got in past the door is found, and named as people know it",
    arguments: [
      ("UPDATE case_file SET closed_on = opened_on - 1", "case AP-1", "closed before"),
      ("UPDATE pupil SET date_of_birth = 40000", "pupil S001", "has not come yet"),
      (
        "UPDATE pupil SET date_of_birth = (SELECT first_day - 300 FROM exclusion)",
        "exclusion of pupil S001 (PERM)", "before the pupil was four"
      ),
      (
        "UPDATE placement SET ended_on = starts_on - 1",
        "placement of case AP-1 with The Boatyard", "ended before"
      ),
      (
        "UPDATE case_file SET closed_on = opened_on + 1",
        "placement of case AP-1 with The Boatyard", "after the case had closed"
      ),
      (
        "PRAGMA foreign_keys = OFF; UPDATE exclusion SET school_id = 77", "table exclusion",
        "not on file"
      ),
      ("UPDATE pupil SET upn = 'B123456789012'", "pupil S001", "check letter"),
      ("UPDATE case_file SET route = 'nope'", "case AP-1", "it holds 'nope', which means nothing"),
      (
        "UPDATE exclusion SET category = 'FOO'", "exclusion of pupil S001", "it holds 'FOO', which"
      ),
      (
        """
        INSERT INTO attendance_mark SELECT pupil.id, 20000, 0, provider.id, 'ZZ', 1
        FROM pupil, provider
        """, "attendance marks", "'ZZ', which is no register code, on 1 mark from 4 Oct 2024"
      ),
      (
        """
        INSERT INTO pupil(reference, upn, surname, forename, date_of_birth, year_group,
          sen_provision, needs, free_school_meals, is_looked_after, has_social_worker)
        SELECT 'S002', 'X', 'Twin', 'A', 15000, '9', 'N', '[]', 0, 0, 0;
        UPDATE pupil SET upn = 'X'
        """, "pupil S002", "same UPN"
      ),
      (
        """
        INSERT INTO attendance_mark SELECT pupil.id, 30000, 0, provider.id, '/', 1
        FROM pupil, provider
        """, "attendance of pupil S001", "not come yet"
      ),
      (
        "INSERT INTO attendance_mark SELECT 555, 20000, 0, provider.id, '/', 1 FROM provider",
        "attendance marks", "a pupil that is not on file"
      ),
      (
        "INSERT INTO quality_visit(provider_id, visited_on, overall) SELECT id, 30000, 2 FROM provider",
        "visit to The Boatyard", "not come yet"
      ),
    ])
  func foundPastTheDoor(sql: String, place: String, words: String) throws {
    do { _ = try Scene(in: shelf.caseload()) }
    #expect(Tool.sqlite(shelf.file(), sql + ";").status == 0)
    let caseload = try Caseload.open(shelf.file(), access: .readOnly)
    let findings = try caseload.check(on: today)
    let found = findings.first { $0.place == place && $0.whatIsWrong.contains(words) }
    #expect(found?.severity == .problem, "\(findings)")
    #expect(found?.whatToDo.isEmpty == false)
  }

  @Test(
    "two permanent exclusions of a child by one school are named, unless it was back in between")
  func permanentTwice() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let first = try #require(
      try caseload.exclusions(of: scene.pupil).first { $0.value.category == .permanent })
    var second = first.value
    second.firstDay = first.value.firstDay.adding(days: 3)
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "again") { door in try door.put(second) }
    let found = try caseload.check(on: today).filter {
      $0.place == "permanent exclusions of pupil S001"
    }
    #expect(found.map(\.severity) == [.problem])
    #expect(found.first?.whatIsWrong.contains(second.firstDay.medium) == true)
    var ended = first
    ended.value.outcome = .cancelled
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "mended") { door in try door.write(ended)
    }
    #expect(
      try caseload.check(on: today).allSatisfy { !$0.place.hasPrefix("permanent exclusions") })
  }

  @Test("what is said to have been done on a day that has not come is a problem")
  func doneAhead() throws {
    do { _ = try Scene(in: shelf.caseload()) }
    let change =
      "UPDATE placement SET last_reviewed_on = 30000; UPDATE pupil SET plan_issued_on = 30000, "
      + "sen_provision = 'E';"
    #expect(Tool.sqlite(shelf.file(), change).status == 0)
    let findings = try Caseload.open(shelf.file(), access: .readOnly).check(on: today)
    #expect(findings.filter { $0.whatIsWrong.contains("has not come yet") }.count >= 2)
    #expect(
      findings.contains { $0.place.hasPrefix("placement of case") && $0.severity == .problem })
  }

  @Test("an EHC plan without its date is a notice")
  func undatedPlan() throws {
    do { _ = try Scene(in: shelf.caseload()) }
    let change = "UPDATE pupil SET sen_provision = 'E', plan_issued_on = NULL;"
    #expect(Tool.sqlite(shelf.file(), change).status == 0)
    let findings = try Caseload.open(shelf.file(), access: .readOnly).check(on: today)
    #expect(findings.contains { $0.whatIsWrong.contains("the EHC plan has no date") })
  }

  @Test("two placements of a child with one provider at a time are a problem")
  func placedTwice() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let first = try #require(try caseload.placements(in: scene.file).first)
    var second = first.value
    second.startsOn = first.value.startsOn.adding(days: 1)
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "again") { door in try door.put(second) }
    let found = try caseload.check(on: today)
    #expect(found.map(\.severity) == [.problem])
    #expect(found.first?.whatIsWrong.contains(second.startsOn.medium) == true)
    var ended = first
    ended.value.endedOn = first.value.startsOn
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "mended") { door in try door.write(ended)
    }
    #expect(try caseload.check(on: today) == [])
  }

  @Test("a placement reviewed or visited after its end is a notice")
  func reviewedAfterEnd() throws {
    do { _ = try Scene(in: shelf.caseload()) }
    let change =
      "UPDATE placement SET ended_on = starts_on + 9, last_reviewed_on = starts_on + 20, "
      + "last_visited_on = starts_on + 21;"
    #expect(Tool.sqlite(shelf.file(), change).status == 0)
    let findings = try Caseload.open(shelf.file(), access: .readOnly).check(on: today)
    #expect(findings.filter { $0.whatIsWrong.contains("after it had ended") }.count == 2)
    #expect(findings.allSatisfy { $0.severity == .notice })
  }

  @Test("marks in a half term are a notice, for a provider may well have taught")
  func closedDays() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let first = MadeUp.day(2025, 9, 1)
    let code = try #require(MarkCode("/"))
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "calendar and register") { door in
      try door.put(
        SchoolYear(
          label: "2025/26",
          terms: [Term(name: "Autumn", first: first, last: MadeUp.day(2025, 12, 19))],
          closures: [
            Closure(
              name: "Half term", kind: .halfTerm, first: MadeUp.day(2025, 10, 27),
              last: MadeUp.day(2025, 10, 31))
          ]), of: .authority(888))
      for day in [MadeUp.day(2025, 10, 24), MadeUp.day(2025, 10, 28)] {
        try door.putMark(
          pupil: scene.pupil, provider: scene.provider, day: day, session: .morning, code: code)
      }
    }
    let findings = try caseload.check(on: today)
    #expect(findings.map(\.severity) == [.notice])
    #expect(findings.first?.whatIsWrong.contains("Half term") == true)
    #expect(findings.first?.place.contains("28") == true)
  }

  @Test("two suspensions by one school from the same days are named with the first of them")
  func overlappingSuspensions() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let authority = try #require(try caseload.school(scene.school)).authority
    try caseload.change(by: "Ada", at: MadeUp.now, cause: "calendar and suspensions") { door in
      try door.put(
        SchoolYear(
          label: "2025/26",
          terms: [
            Term(
              name: "Autumn", first: MadeUp.day(2025, 9, 1), last: MadeUp.day(2025, 12, 19))
          ], closures: []), of: .authority(authority))
      for (day, sessions) in [(8, 8), (10, 4), (15, 2)] {
        var exclusion = Exclusion(
          pupil: scene.pupil, school: scene.school, category: .suspension,
          firstDay: MadeUp.day(2025, 9, day), sessions: sessions)
        exclusion.reasons = ["PP"]
        _ = try door.put(exclusion)
      }
    }
    let findings = try caseload.check(on: today).filter { $0.place.contains("suspensions of") }
    #expect(findings.map(\.severity) == [.problem])
    #expect(
      findings.first?.whatIsWrong
        == "those from 8 Sep 2025 and from 10 Sep 2025 both take 10 Sep 2025, which is counted once"
    )
  }
}
