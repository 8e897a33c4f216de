import AlternativeProvision
import CaseStore
import Testing

@testable import Dashboard

@Suite("Education that is not full time")
struct PartTimeTests {
  @Test("a child past day six whose education is part time is neither without it nor done with")
  func halfASign() throws {
    let bench = try PlacingTests().form("fox", at: "boat", Bench())
    bench.type("23/11")
    bench.press("enter")
    bench.type("6")
    bench.press("enter")
    #expect(try bench.placements(of: "AP-2026-0001").map(\.sessionsPerWeek) == [6])
    #expect(bench.shows("◐ FOX"))
    #expect(bench.shows("Part time"))
    #expect(!bench.shows("█ FOX"))
  }

  @Test("in the days since exclusion, who has no education at all stands before who has too little")
  func order() throws {
    let small = try SmallCaseload()
    // Excluded a day after Fox, and so past day six for less time.
    try small.caseload.change(by: "Import", at: SmallCaseload.now, cause: "one more") { door in
      let school = try #require(try small.caseload.school(urn: 999_002))
      var vale = Pupil(
        reference: "S99", surname: "Vale", forename: "Ivy",
        dateOfBirth: SmallCaseload.day(2012, 3, 4), yearGroup: "9")
      vale.school = school.id
      vale.authorities = PupilAuthorities(home: 351, school: 351)
      let pupil = try door.put(vale).id
      var exclusion = Exclusion(
        pupil: pupil, school: school.id, category: .permanent,
        firstDay: SmallCaseload.day(2026, 11, 10))
      exclusion.reasons = ["PP"]
      var file = Case(
        reference: "AP-2026-0099", pupil: pupil, route: .permanentExclusion,
        openedOn: SmallCaseload.day(2026, 11, 10))
      file.exclusion = try door.put(exclusion).id
      try door.put(file)
    }
    func names(_ bench: Bench) -> [String] {
      (0..<bench.app.desk.board.days.count).map {
        String(bench.app.desk.board.days[$0].name.prefix { $0 != "," })
      }
    }
    let bench = try Bench(small: small)
    #expect(names(bench) == ["FOX", "VALE", "MARLOW", "OSEI", "PIKE"])
    _ = PlacingTests().form("fox", at: "boat", bench)
    bench.type("23/11")
    bench.press("enter")
    bench.type("6")
    bench.press("enter", "/", "esc")
    #expect(names(bench) == ["VALE", "FOX", "MARLOW", "OSEI", "PIKE"])
  }
}
