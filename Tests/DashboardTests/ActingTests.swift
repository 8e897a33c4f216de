import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("Acting on a case")
struct ActingTests {
  @Test("the worst case is opened, understood, assigned and placed in a few dozen keystrokes")
  func sceneOne() throws {
    let bench = try Bench()
    bench.press("enter")
    #expect(bench.shows("FOX, Aaliyah"))
    #expect(bench.shows("none in place"))
    bench.press("w")
    #expect(bench.shows("sixth school day"))
    bench.press("esc", "a")
    bench.type("pat")
    bench.press("enter")
    #expect(bench.shows("Aaliyah Fox is now with J. Patel"))
    bench.press("p")
    bench.type("harb")
    bench.press("enter")
    #expect(bench.shows("Tue 24 Nov 2026"))
    bench.press("enter", "enter")
    #expect(bench.shows("Aaliyah Fox starts on Tue 24 Nov. u undoes it. The place: Harbour Studio"))
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001"))
    #expect(file.value.officer == "J. Patel")
    #expect(try bench.small.caseload.placements(in: file.id).count == 1)
  }

  @Test("the chooser of officers opens on the one who has the case, so that Enter changes nothing")
  func holder() throws {
    let bench = try Bench(120, 40)
    bench.press("a")
    bench.type("pat")
    bench.press("enter", "a")
    // Not because J. Patel comes first of all.
    let officers = bench.app.desk.board.officers().map(\.name).filter { !$0.isEmpty }
    #expect(officers.count > 1)
    bench.press("esc")
    bench.press("a")
    bench.type(String(officers.first { $0 != "J. Patel" } ?? ""))
    bench.press("enter", "a", "enter")
    #expect(bench.shows("has the case already"))
    bench.press("esc")
    #expect(
      try bench.small.caseload.file(reference: "AP-2026-0001")?.value.officer != "J. Patel")
    bench.press("u", "a", "enter", "esc")
    #expect(try bench.small.caseload.file(reference: "AP-2026-0001")?.value.officer == "J. Patel")
  }

  @Test("u takes back the last change and says what it was")
  func undo() throws {
    let bench = try Bench()
    bench.press("a")
    bench.type("pat")
    bench.press("enter", "u")
    #expect(bench.shows("Undone: assign AP-2026-0001 to J. Patel"))
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001"))
    #expect(file.value.officer == nil)
  }

  @Test(
    "u takes back what was done in this window, and what was done elsewhere only when asked twice")
  func undoElsewhere() throws {
    let bench = try Bench()
    bench.press("a")
    bench.type("pat")
    bench.press("enter")
    let other = try Caseload.open(bench.small.path, access: .readWrite)
    func assign(_ reference: String) throws {
      try other.change(
        by: "A. Lead", at: SmallCaseload.now, cause: "assign \(reference) to T. Elsewhere"
      ) { door in
        var file = try #require(try other.file(reference: reference))
        file.value.officer = "T. Elsewhere"
        try door.write(file)
      }
    }
    func officer(_ reference: String) throws -> String? {
      try other.file(reference: reference)?.value.officer
    }
    try assign("AP-2026-0002")
    bench.press("u")
    #expect(bench.shows("Undone: assign AP-2026-0001 to J. Patel"))
    #expect(try officer("AP-2026-0002") == "T. Elsewhere")
    bench.press("u")
    #expect(bench.shows("Again takes back: assign AP-2026-0002 to T. Elsewhere"))
    bench.press("j", "u")
    #expect(try officer("AP-2026-0002") == "T. Elsewhere")
    bench.press("u")
    #expect(bench.shows("Undone: assign AP-2026-0002 to T. Elsewhere"))
    #expect(try officer("AP-2026-0002") == "R. Shah")
  }

  @Test("a new officer's name can be typed, and is asked about before there is one")
  func newOfficer() throws {
    let bench = try Bench()
    bench.press("a")
    bench.type("N. Newcomer")
    #expect(bench.shows("New officer: N. Newcomer"))
    bench.press("enter")
    #expect(bench.shows("There is no officer “N. Newcomer” yet"))
    #expect(try bench.small.caseload.file(reference: "AP-2026-0001")?.value.officer == nil)
    bench.press("enter")
    #expect(
      try bench.small.caseload.file(reference: "AP-2026-0001")?.value.officer == "N. Newcomer")
  }

  @Test("a slip of the keys makes no new officer")
  func slip() throws {
    let bench = try Bench()
    bench.press("a")
    bench.type("q")
    bench.press("enter")
    #expect(bench.shows("There is no officer “q”"))
    bench.type("uentin")
    bench.press("enter", "enter")
    #expect(bench.shows("Type to find an officer"))
    #expect(try bench.small.caseload.file(reference: "AP-2026-0001")?.value.officer == nil)
  }

  @Test("an officer is found without the accents, so that none is made twice")
  func accents() throws {
    let bench = try Bench()
    bench.press("a")
    bench.type("Róisín Kavanagh")
    bench.press("enter", "enter", "j", "a")
    bench.type("roisin")
    bench.press("enter")
    #expect(bench.shows("is now with Róisín Kavanagh"))
  }

  @Test("a provider rated red is refused with the reason")
  func redProvider() throws {
    let bench = try Bench()
    bench.press("p")
    bench.type("kite")
    bench.press("enter")
    #expect(bench.shows("Kite House is rated red"))
  }

  @Test("a day that is none, or too early, is refused with what is wrong, and Enter stays there")
  func badDay() throws {
    let bench = try Bench()
    bench.press("p")
    bench.type("harb")
    bench.press("enter")
    bench.type("31/11")
    bench.press("enter", "enter")
    #expect(bench.shows("! There is no such day; November 2026 has 30 days."))
    bench.press("ctrl+u")
    bench.type("1 nov 2026")
    bench.press("enter", "enter")
    #expect(bench.shows("That is before the case opened, on 9 Nov 2026."))
    bench.press("ctrl+u")
    bench.type("wed")
    bench.press("enter", "enter")
    #expect(try bench.placements(of: "AP-2026-0001").map(\.startsOn.iso) == ["2026-11-25"])
  }

  @Test("a case on which something is overdue closes after it was said, and leaves the list")
  func close() throws {
    let bench = try Bench()
    bench.press("c")
    bench.type("settled")
    bench.press("enter", "enter")
    #expect(bench.shows("Overdue and still owed: Sixth day, permanent exclusion"))
    #expect(bench.shows("Enter again"))
    #expect(try bench.small.caseload.file(reference: "AP-2026-0001")?.value.closedOn == nil)
    bench.press("enter")
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001"))
    #expect(file.value.closedOn == SmallCaseload.today)
    #expect(file.value.closingReason == "Settled in a new school")
    #expect(bench.selectedLine?.contains("FOX") == false)
    #expect(bench.shows("Aaliyah Fox's case is closed"))
  }

  @Test("closing a case ends the placement that goes on, and undoing it brings both back")
  func closeEndsPlacement() throws {
    let bench = try Bench()
    bench.press("/")
    bench.type("pike")
    bench.press("enter", "c")
    bench.type("own school")
    bench.press("enter", "enter")
    #expect(bench.shows("The placement at The Boatyard ends with the case"))
    bench.press("enter")
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0004"))
    let caseload = bench.small.caseload
    #expect(try caseload.placements(in: file.id).map(\.value.endedOn) == [SmallCaseload.today])
    bench.press("u")
    #expect(try caseload.placements(in: file.id).map(\.value.endedOn) == [nil])
    #expect(try caseload.file(file.id)?.closedOn == nil)
  }

  @Test("someone else's change meanwhile is said, with both versions, and nothing is overwritten")
  func conflict() throws {
    let bench = try Bench()
    bench.press("a")
    let other = try Caseload.open(bench.small.path, access: .readWrite)
    try other.change(by: "R. Shah", at: SmallCaseload.now, cause: "assign") { door in
      let file = try #require(try other.file(reference: "AP-2026-0001"))
      var edited = file
      edited.value.officer = "R. Shah"
      try door.write(edited)
    }
    bench.type("pat")
    bench.press("enter")
    #expect(bench.shows("R. Shah changed this case after you opened it"))
    #expect(bench.lines.contains { $0.contains("on file now") && $0.contains("R. Shah") })
    #expect(bench.lines.contains { $0.contains("yours") && $0.contains("J. Patel") })
    let caseload = bench.small.caseload
    #expect(try caseload.file(reference: "AP-2026-0001")?.value.officer == "R. Shah")
    bench.press("enter")
    #expect(try caseload.file(reference: "AP-2026-0001")?.value.officer == "J. Patel")
  }

  @Test("a placement that someone else made meanwhile is said before a second one is made")
  func placedMeanwhile() throws {
    let bench = try Bench()
    bench.press("p")
    let other = try Caseload.open(bench.small.path, access: .readWrite)
    let file = try #require(try other.file(reference: "AP-2026-0001"))
    let provider = try #require(try other.provider(reference: "P01"))
    try other.change(by: "R. Shah", at: SmallCaseload.now, cause: "place") { door in
      try door.put(
        Placement(
          file: file.id, provider: provider.id, startsOn: SmallCaseload.today,
          sessionsPerWeek: 10))
    }
    bench.type("harb")
    bench.press("enter", "enter", "enter")
    #expect(bench.shows("Someone placed the child"))
    #expect(bench.shows("The Boatyard from 23 Nov 2026"))
    bench.press("esc")
    #expect(try bench.small.caseload.placements(in: file.id).count == 1)
  }

  @Test("another program's change is on the screen after a wake-up, with whose it was")
  func others() throws {
    let bench = try Bench(200, 60)
    let other = try Caseload.open(bench.small.path, access: .readWrite)
    try other.change(by: "R. Shah", at: SmallCaseload.now, cause: "assign") { door in
      let file = try #require(try other.file(reference: "AP-2026-0001"))
      var edited = file
      edited.value.officer = "T. Elsewhere"
      try door.write(edited)
    }
    bench.send(.wake(0))
    #expect(bench.shows("T. Elsewhere"))
    #expect(bench.shows("R. Shah changed 1 case"))
  }

  @Test("a caseload opened read only says so and changes nothing")
  func readOnly() throws {
    let bench = try Bench(isReadOnly: true)
    bench.press("a")
    #expect(bench.shows("read only"))
    #expect(bench.app.screens.count == 1)
    bench.press("u")
    #expect(bench.shows("read only"))
  }
}
