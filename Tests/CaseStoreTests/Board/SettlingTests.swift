import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("bringing a board to another day")
struct SettlingTests {
  private let today = MadeUp.day(2026, 11, 23)

  private func load(_ board: Board) throws { while try board.loadSlice() {} }

  private func rows(_ list: CaseList) -> [CaseRow] { (0..<list.count).map { list[$0] } }

  private func team(_ shelf: Shelf) throws -> MadeUpTeam {
    let team = try MadeUpTeam(try shelf.caseload(), today: today, seed: 11)
    try team.addCases(500)
    try team.mark(children: 100, days: 30)
    return team
  }

  /// Has every row overtaken, as after a long absence: more than the first frame waits for.
  private func overtakeAll(_ caseload: Caseload) throws {
    try caseload.connection.run(
      "UPDATE board_case SET valid_until = 0, class = 1, due = 100000 + case_id, bits = 0")
  }

  private func expectSame(_ board: Board, _ other: Board) {
    #expect(rows(board.cases) == rows(other.cases))
    #expect(rows(board.days) == rows(other.days))
    #expect(board.headline == other.headline)
  }

  @Test(
    "the first frame after a long absence comes before the last case is worked out, and owns up")
  func opensBeforeAllIsSettled() throws {
    let shelf = Shelf()
    let team = try team(shelf)
    let later = today.adding(days: 70)
    try overtakeAll(team.caseload)
    let overtaken = try team.caseload.connection.unsettled(on: later).count
    try #require(overtaken > Board.workedOutAtOnce)
    let board = try Board(team.caseload, today: later)
    #expect(board.unsettled == overtaken)
    #expect(board.headline.open == board.loaded)
    var last = overtaken
    while board.unsettled > 0 {
      #expect(try board.loadSlice())
      #expect(board.unsettled < last)
      last = board.unsettled
    }
    try load(board)
    #expect(try team.caseload.connection.unsettled(on: later).isEmpty)
    let fresh = try Board(team.caseload, today: later)
    #expect(fresh.unsettled == 0)
    try load(fresh)
    expectSame(board, fresh)
  }

  @Test("who may not write sees the same as who may")
  func showsTheSameWithoutWriting() throws {
    let shelf = Shelf()
    let team = try team(shelf)
    let later = today.adding(days: 70)
    try overtakeAll(team.caseload)
    let reader = try Board(try Caseload.open(shelf.file(), access: .readOnly), today: later)
    #expect(reader.unsettled > 0)
    try load(reader)
    #expect(try team.caseload.connection.unsettled(on: later).count > Board.workedOutAtOnce)
    let writer = try Board(team.caseload, today: later)
    try load(writer)
    expectSame(reader, writer)
  }

  @Test("a first frame that worked a few cases out for itself says how many it does not count yet")
  func ownsUpToWhatIsNotRead() throws {
    let shelf = Shelf()
    let team = try team(shelf)
    let settled = try Board(team.caseload, today: today)
    #expect(settled.uncounted == 0)
    #expect(settled.headline.open > settled.loaded)
    try load(settled)
    try team.caseload.connection.run(
      "UPDATE board_case SET valid_until = 0 WHERE case_id IN (SELECT case_id FROM board_case LIMIT 2)"
    )
    let board = try Board(try Caseload.open(shelf.file(), access: .readOnly), today: today)
    #expect(board.unsettled == 0)
    #expect(board.uncounted == settled.headline.open - board.headline.open)
    #expect(board.uncounted > 0)
    while try board.loadSlice() {
      #expect(board.uncounted == settled.headline.open - board.headline.open)
    }
    #expect(board.uncounted == 0)
    expectSame(board, settled)
  }

  @Test("a board stays right when a program that lives on another day brings the rows to its own")
  func staysOnItsDay() throws {
    let shelf = Shelf()
    let team = try team(shelf)
    let other = try Caseload.open(shelf.file(), access: .readWrite)
    let board = try Board(team.caseload, today: today)
    try load(board)
    let before = rows(board.cases)
    let headline = board.headline
    let ahead = try Board(other, today: today.adding(days: 10))
    try load(ahead)
    try #require(try team.caseload.connection.unsettled(on: today).isEmpty == false)
    _ = try board.notice()
    try load(board)
    #expect(rows(board.cases) == before)
    #expect(board.headline == headline)
  }

  @Test("rows that a program of another edition worked out are worked out again, read only or not")
  func rebuildsAnotherEdition() throws {
    let shelf = Shelf()
    do { _ = try team(shelf) }
    let reference = try Board(try Caseload.open(shelf.file(), access: .readWrite), today: today)
    try load(reference)
    let spoil = """
      UPDATE derived_state SET edition = 1;
      UPDATE board_case SET due = due + 3, sixth_due = sixth_due + 3 WHERE due < 2000000000;
      DELETE FROM calendar_stretch;
      """
    #expect(Tool.sqlite(shelf.file(), spoil).status == 0)
    let reader = try Board(try Caseload.open(shelf.file(), access: .readOnly), today: today)
    #expect(reader.unsettled > 0)
    try load(reader)
    expectSame(reader, reference)
    let caseload = try Caseload.open(shelf.file(), access: .readWrite)
    let writer = try Board(caseload, today: today)
    try load(writer)
    expectSame(writer, reference)
    #expect(try DerivedEdition.isCurrent(in: caseload.connection))
    #expect(try caseload.connection.unsettled(on: today).isEmpty)
  }

  @Test("what a program writes into a file of another edition is worked out again by its own")
  func marksItsRowsInAnotherEdition() throws {
    let shelf = Shelf()
    let team = try MadeUpTeam(try shelf.caseload(), today: today, seed: 12)
    try team.addCases(20)
    #expect(try team.caseload.connection.unsettled(on: today).isEmpty)
    try team.caseload.connection.run("UPDATE derived_state SET edition = 7")
    try team.addCases(5)
    #expect(try team.caseload.connection.unsettled(on: today).count >= 5)
  }

  @Test("who opens a file of another edition hears that calendars are laid out, and never again")
  func hearsOfTheWork() throws {
    let shelf = Shelf()
    let team = try team(shelf)
    let path = team.caseload.path
    var heard = 0
    _ = try Caseload.open(path, access: .readWrite, goingOn: { _ in heard += 1 })
    #expect(heard == 0)
    try team.caseload.connection.run("UPDATE derived_state SET edition = 7")
    _ = try Caseload.open(path, access: .readWrite, goingOn: { _ in heard += 1 })
    #expect(heard > 1)
    heard = 0
    _ = try Caseload.open(path, access: .readWrite, goingOn: { _ in heard += 1 })
    #expect(heard == 0)
  }

  @Test("the edition is another as soon as any rule is")
  func tellsRulesApart() {
    var rules = RuleBook.standard.rules
    let edition = RuleBook(rules).fingerprint
    rules[3].length += 1
    #expect(RuleBook(rules).fingerprint != edition)
    rules[3].length -= 1
    #expect(RuleBook(rules).fingerprint == edition)
  }
}
