import AlternativeProvision
import Testing

@testable import CaseStore

@Suite struct BoardTests {
  private let today = MadeUp.day(2026, 11, 23)

  private func team(_ shelf: Shelf, cases: Int, seed: UInt64 = 1) throws -> MadeUpTeam {
    let team = try MadeUpTeam(try shelf.caseload(), today: today, seed: seed)
    try team.addCases(cases)
    try team.mark(children: cases, days: 30)
    for _ in 0..<20 { try team.changeSomething() }
    return team
  }

  private func load(_ board: Board) throws { while try board.loadSlice() {} }

  private func rows(_ list: CaseList) -> [CaseRow] { (0..<list.count).map { list[$0] } }

  @Test("the first page is the head of the whole list, and the headline counts all of it")
  func opensWithTheMostUrgent() throws {
    let shelf = Shelf()
    let team = try team(shelf, cases: 600)
    let board = try Board(team.caseload, today: today)
    #expect(!board.isLoaded)
    #expect(board.loaded == Board.firstPage)
    let first = rows(board.cases)
    let headline = board.headline
    try load(board)
    #expect(board.isLoaded)
    #expect(board.loaded > 500)
    #expect(Array(rows(board.cases).prefix(first.count)) == first)
    #expect(board.headline == headline)
    #expect(headline.open == board.loaded)
    #expect(headline.overdue > 0 && headline.pastDaySix > 0 && headline.outOfEducationToday > 0)
    #expect(headline.daySixUnknown > 0)
    let states = rows(board.cases).map(\.group)
    #expect(states.prefix { $0 == .pastDaySix }.count == headline.pastDaySix)
    #expect(
      states.dropFirst(headline.pastDaySix).prefix { $0 == .daySixUnknown }.count
        == headline.daySixUnknown)
  }

  @Test("who reaches day six comes before every other clock, however long that is overdue")
  func daySixFirst() throws {
    let shelf = Shelf()
    let board = try Board(try team(shelf, cases: 900, seed: 5).caseload, today: today)
    try load(board)
    let all = rows(board.cases)
    let others = all.drop { row in
      row.group == .pastDaySix || row.group == .daySixUnknown
        || row.nextClock?.kind.isSixthDay == true && row.isOutOfEducation
    }
    #expect(all.contains { $0.nextClock?.kind.isSixthDay == true && $0.group != .pastDaySix })
    #expect(others.contains { $0.group == .overdue })
    #expect(
      others.allSatisfy { $0.nextClock?.kind.isSixthDay != true || !$0.isOutOfEducation })
  }

  @Test("rows lie in order of urgency as they are read")
  func readsInOrder() throws {
    let shelf = Shelf()
    let board = try Board(try team(shelf, cases: 400, seed: 3).caseload, today: today)
    try load(board)
    let read = rows(board.cases).map(\.id)
    board.columns.markChanged()
    #expect(rows(board.cases).map(\.id) == read)
  }

  @Test("while everything is read again the lists go on showing what they showed, row by row")
  func readsAgain() throws {
    let shelf = Shelf()
    let team = try team(shelf, cases: 400)
    let board = try Board(try Caseload.open(shelf.file(), access: .readOnly), today: today)
    try load(board)
    let before = rows(board.cases)
    try team.caseload.change(by: "Bel", at: MadeUp.now, cause: "import schools") { door in
      for number in 0...BoardChanges.limit {
        try door.put(School(urn: 700_000 + number, authority: 888, name: "School \(number)"))
      }
    }
    #expect(try board.notice()?.isWholesale == true)
    #expect(!board.isLoaded)
    repeat {
      #expect(rows(board.cases) == before)
    } while try board.loadSlice()
    #expect(rows(board.cases) == before)
  }

  @Test("a board that another program's changes reach shows what a new one shows", arguments: 1...3)
  func follows(seed: Int) throws {
    let shelf = Shelf()
    let team = try team(shelf, cases: 60, seed: UInt64(seed))
    let other = try Caseload.open(shelf.file(), access: .readOnly)
    let board = try Board(other, today: today)
    try load(board)
    #expect(try board.notice() == nil)
    for _ in 0..<40 {
      try team.changeSomething()
      let told = try board.notice()
      #expect(told?.authors ?? ["Ada"] == ["Ada"])
      try load(board)
      let fresh = try Board(other, today: today)
      try load(fresh)
      #expect(rows(board.cases) == rows(fresh.cases))
      #expect(rows(board.days) == rows(fresh.days))
      #expect(board.headline == fresh.headline)
      board.providers.sort = [SortKey(.reference)]
      fresh.providers.sort = [SortKey(.reference)]
      #expect(
        (0..<board.providers.count).map { board.providers[$0] }
          == (0..<fresh.providers.count).map { fresh.providers[$0] })
    }
  }

  @Test("a case is told of as changed though nothing of its row is other than it was")
  func viewsAreTold() throws {
    let shelf = Shelf()
    let team = try team(shelf, cases: 5)
    let board = try Board(team.caseload, today: today)
    try load(board)
    let file = try #require(rows(board.cases).first).id
    let other = try Caseload.open(shelf.file(), access: .readWrite)
    try other.change(by: "clerk", at: Instant(seconds: 1_764_000_000), cause: "views") { door in
      try door.put(View(file: file, voice: .child, givenOn: today, words: "I like the workshop"))
    }
    #expect(try board.notice()?.cases == [file])
  }

  @Test("changes that arrive while the rest is being read are not lost and count once")
  func followsWhileReading() throws {
    let shelf = Shelf()
    let team = try team(shelf, cases: 700)
    let board = try Board(team.caseload, today: today)
    for _ in 0..<5 { try team.changeSomething() }
    try load(board)
    _ = try board.notice()
    try load(board)
    let fresh = try Board(team.caseload, today: today)
    try load(fresh)
    #expect(rows(board.cases) == rows(fresh.cases))
    #expect(board.headline == fresh.headline)
  }

  @Test("as at today the facts give what the kept rows give")
  func agreesWithFacts() throws {
    let shelf = Shelf()
    let team = try team(shelf, cases: 80, seed: 4)
    // What lies ahead of the day is hidden from a board as at it, so nothing may lie ahead.
    let later = today.adding(days: 60)
    try team.caseload.settle(team.caseload.connection.unsettled(on: later), on: later)
    let kept = try Board(team.caseload, today: later)
    try load(kept)
    let made = try Board(team.caseload, asAt: later)
    #expect(rows(made.cases) == rows(kept.cases))
    #expect(made.headline == kept.headline)
    let pairs = zip(
      (0..<made.providers.count).map { made.providers[$0] },
      (0..<kept.providers.count).map { kept.providers[$0] })
    for (one, other) in pairs { #expect(one == other) }
  }

  @Test("a board of a later day, which may not be written, is what one that settled the file shows")
  func showsALaterDayWithoutWriting() throws {
    let shelf = Shelf()
    let team = try team(shelf, cases: 80, seed: 5)
    let later = today.adding(days: 4)
    let reader = try Board(try Caseload.open(shelf.file(), access: .readOnly), today: later)
    try load(reader)
    let writer = try Board(team.caseload, today: later)
    try load(writer)
    #expect(rows(reader.cases) == rows(writer.cases))
    #expect(reader.headline == writer.headline)
  }

  @Test("each day number is counted by the school's own calendar")
  func countsDays() throws {
    let shelf = Shelf()
    let team = try team(shelf, cases: 80, seed: 6)
    let board = try Board(team.caseload, today: today)
    try load(board)
    let book = try team.caseload.calendarBook()
    var counted = 0
    for row in rows(board.cases) {
      guard let since = row.outSince, since <= today, let school = row.schoolID,
        let authority = try team.caseload.school(school)?.authority,
        let calendar = book.calendar(for: school, authority: authority)
      else { continue }
      #expect(row.dayNumber == calendar.openDays(from: since, through: today))
      counted += 1
    }
    #expect(counted > 10)
  }

  @Test("the worst children of a provider are its own, worst first, and no more than asked for")
  func namesTheWorst() throws {
    let shelf = Shelf()
    let team = try team(shelf, cases: 150, seed: 7)
    let board = try Board(team.caseload, today: today)
    var found = 0
    for provider in team.providers {
      let worst = try board.worstChildren(of: provider, limit: 3)
      #expect(worst.count <= 3)
      found += worst.count
      for (one, next) in zip(worst, worst.dropFirst()) {
        #expect(
          (one.attendance.percentage ?? 0) <= (next.attendance.percentage ?? 0))
      }
    }
    #expect(found > 0)
  }
}
