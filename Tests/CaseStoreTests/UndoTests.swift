import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("undo")
struct UndoTests {
  let shelf = Shelf()

  private func assign(_ officer: String, _ caseload: Caseload, _ scene: Scene, by author: String)
    throws
  {
    var file = try #require(try caseload.file(scene.file))
    file.officer = officer
    try caseload.change(by: author, at: MadeUp.now, cause: "assign \(officer)") { door in
      try door.put(file)
    }
  }

  @Test("an author's changes are taken back one by one, latest first, each as a new change")
  func oneByOne() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    try assign("Bel", caseload, scene, by: "Cy")
    try assign("Dov", caseload, scene, by: "Cy")
    #expect(try caseload.undo(by: "Cy", at: MadeUp.now).cause == "assign Dov")
    #expect(try caseload.file(scene.file)?.officer == "Bel")
    #expect(try caseload.undo(by: "Cy", at: MadeUp.now).cause == "assign Bel")
    #expect(try caseload.file(scene.file)?.officer == nil)
    do {
      try caseload.undo(by: "Cy", at: MadeUp.now)
      Issue.record("there was nothing left to take back")
    } catch let error as StoreError {
      #expect(error.kind == .cannotUndo)
    }
    #expect(try caseload.journal(latest: 1).first?.cause == "undo")
  }

  @Test("nobody's later change is taken back along with one's own")
  func changedSince() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    try assign("Bel", caseload, scene, by: "Cy")
    try assign("Eve", caseload, scene, by: "Fay")
    do {
      try caseload.undo(by: "Cy", at: MadeUp.now)
      Issue.record("Fay's change was lost")
    } catch let error as StoreError {
      #expect(error.kind == .cannotUndo)
      #expect(error.whatHappened.contains("Fay"))
    }
    #expect(try caseload.file(scene.file)?.officer == "Eve")
    try caseload.undo(by: "Fay", at: MadeUp.now)
    try caseload.undo(by: "Cy", at: MadeUp.now)
    #expect(try caseload.file(scene.file)?.officer == nil)
  }

  @Test("what was added is taken away, lists and children of records included")
  func added() throws {
    let caseload = try shelf.caseload()
    _ = try Scene(in: caseload)
    try caseload.undo(by: "Ada", at: MadeUp.now)
    for table in ["school", "provider", "pupil", "exclusion", "case_file", "placement"] {
      let rows = try caseload.connection.prepare("SELECT count(*) FROM \(table)")
      #expect(try rows.step())
      #expect(rows.integer(0) == 0, "\(table)")
      rows.reset()
    }
  }

  @Test("what was removed comes back under its number, with all that it held")
  func removed() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let placement = try caseload.placement(scene.placement)
    try caseload.change(by: "Cy", at: MadeUp.now, cause: "entered by mistake") { door in
      try door.remove(scene.placement)
    }
    #expect(try caseload.placement(scene.placement) == nil)
    try caseload.undo(by: "Cy", at: MadeUp.now)
    #expect(try caseload.placement(scene.placement) == placement)
  }

  @Test("a calendar's terms come back as they were")
  func calendar() throws {
    let caseload = try shelf.caseload()
    let first = MadeUp.day(2025, 9, 1)
    var year = SchoolYear(
      label: "2025-26",
      terms: [Term(name: "Autumn \"term\"", first: first, last: first.adding(days: 100))],
      closures: [
        Closure(
          name: "Half term", kind: .halfTerm, first: first.adding(days: 56),
          last: first.adding(days: 60))
      ])
    try caseload.change(by: "Cy", at: MadeUp.now, cause: "calendar") { door in
      let result = try door.put(year, of: .authority(888))
      #expect(result.outcome == .added)
      let again = try door.put(year, of: .authority(888))
      #expect(again.outcome == .unchanged)
    }
    let before = try caseload.calendarYears().map(\.year)
    #expect(before.map(\.label) == ["2025/26"])
    #expect(before.map(\.terms) == [year.terms])
    #expect(before.map(\.closures) == [year.closures])
    year.terms[0].last = first.adding(days: 90)
    year.closures = []
    try caseload.change(by: "Cy", at: MadeUp.now, cause: "mend") { door in
      try door.put(year, of: .authority(888))
    }
    #expect(try caseload.calendarYears().map(\.year) != before)
    try caseload.undo(by: "Cy", at: MadeUp.now)
    #expect(try caseload.calendarYears().map(\.year) == before)
  }

  @Test("a register imported by mistake is taken back: added marks go, altered ones return")
  func marks() throws {
    let caseload = try shelf.caseload()
    let scene = try Scene(in: caseload)
    let day = MadeUp.day(2025, 11, 10)
    func put(_ code: String, days: Int, by author: String) throws {
      let code = try #require(MarkCode(code))
      try caseload.change(by: author, at: MadeUp.now, cause: "register") { door in
        for offset in 0..<days {
          try door.putMark(
            pupil: scene.pupil, provider: scene.provider, day: day.adding(days: offset),
            session: .morning, code: code)
        }
      }
    }
    func codes() throws -> [String] {
      try caseload.marks(of: scene.pupil, from: day, through: day.adding(days: 9))
        .map(\.code.text)
    }
    try put("I", days: 2, by: "Ada")
    try put("N", days: 4, by: "Cy")
    #expect(try codes() == ["N", "N", "N", "N"])
    let undone = try caseload.undo(by: "Cy", at: MadeUp.now)
    #expect(undone.records == 4)
    #expect(try codes() == ["I", "I"])

    try put("N", days: 4, by: "Cy")
    try put("I", days: 1, by: "Bel")
    do {
      try caseload.undo(by: "Cy", at: MadeUp.now)
      Issue.record("Bel's mark was lost")
    } catch let error as StoreError {
      #expect(error.kind == .cannotUndo)
    }
    #expect(try codes() == ["I", "N", "N", "N"])
  }

  @Test("children and providers that a colleague names in a register since are not taken away")
  func namedByMarks() throws {
    let caseload = try shelf.caseload()
    let pupil = try caseload.change(by: "Cy", at: MadeUp.now, cause: "import pupils.csv") { door in
      try door.put(MadeUp.pupil()).id
    }
    let provider = try caseload.change(
      by: "Eve", at: MadeUp.now, cause: "import providers.csv"
    ) { door in
      try door.put(MadeUp.provider).id
    }
    // Of a school that is closed: a mark that counts in no week's sums is a mark all the same.
    let code = try #require(MarkCode("#"))
    try caseload.change(by: "Bel", at: MadeUp.now, cause: "register") { door in
      try door.putMark(
        pupil: pupil, provider: provider, day: MadeUp.day(2025, 11, 10), session: .morning,
        code: code)
    }
    for author in ["Cy", "Eve"] {
      let refused = #expect(throws: StoreError.self) {
        try caseload.undo(by: author, at: MadeUp.now)
      }
      #expect(refused?.kind == .cannotUndo)
    }
    #expect(try caseload.pupil(pupil) != nil)
    #expect(try caseload.provider(provider) != nil)
    for author in ["Bel", "Cy", "Eve"] { try caseload.undo(by: author, at: MadeUp.now) }
    #expect(try caseload.pupil(pupil) == nil)
    #expect(try caseload.provider(provider) == nil)
  }
}
