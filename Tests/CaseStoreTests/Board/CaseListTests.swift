import AlternativeProvision
import TestSupport
import Testing

@testable import CaseStore

@Suite struct CaseListTests {
  private let rows = MadeUpRows.rows(700)
  private let providers = MadeUpRows.providerRows()

  private func board() -> Board {
    Board(today: MadeUpRows.today, cases: rows, providers: providers)
  }

  private func shown(_ list: CaseList) -> [CaseRow] { (0..<list.count).map { list[$0] } }

  @Test("a row comes out of the columns as it went in")
  func givesBackRows() {
    let board = board()
    let byID = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
    #expect(board.cases.count == rows.count)
    for row in shown(board.cases) { #expect(row == byID[row.id]) }
  }

  @Test("any words and any narrowing leave what a plain search leaves")
  func filtersAsPlainly() {
    let board = board()
    var chance = SeededGenerator(7)
    let pieces = [
      "wren", "ASH", "bri", "ø", "strom", "nunez", "ap-2026-1", "lark", "ada", "boat", "zoë",
      "permanent", "exclusion", "o'b", "a", "-", ",", "öppen", "qq", "featherstonehaugh,", "½",
      "sixth", "governors",
    ]
    for _ in 0..<300 {
      let filter = (0..<chance.below(4)).map { _ in chance.one(of: pieces) }.joined(separator: " ")
      var narrowing = Narrowing()
      if chance.happens(20) { narrowing.provider = Identifier(Int64(chance.below(6))) }
      if chance.happens(20) { narrowing.officer = chance.one(of: MadeUpRows.officers + [""]) }
      if chance.happens(20) { narrowing.school = Identifier(Int64(chance.below(6) + 1)) }
      if chance.happens(20) { narrowing.group = chance.one(of: StateGroup.allCases) }
      if chance.happens(20) { narrowing.route = chance.one(of: CaseRoute.allCases) }
      if chance.happens(20) { narrowing.rating = chance.one(of: Rating.allCases) }
      if chance.happens(20) {
        narrowing.figure = chance.one(of: [
          .pastDaySix, .otherOverdue, .dueWithinTwoSchoolDays, .openMarks, .missed,
        ])
      }
      board.narrowing = narrowing
      board.cases.filter = filter
      let expected = Plainly.shown(
        rows, filter: filter, narrowing: narrowing, ratings: providers)
      #expect(
        Set(shown(board.cases).map(\.id)) == Set(expected.map(\.id)),
        "'\(filter)' with \(narrowing)")
    }
  }

  @Test("typing a word letter by letter, and taking it back, leaves the same as typing it at once")
  func narrowsWhileTyping() {
    let typed = board()
    for filter in ["w", "wr", "wre", "wren", "wren a", "wren as", "wren a", "wren", "w", ""] {
      typed.cases.filter = filter
      let fresh = board()
      fresh.cases.filter = filter
      #expect(shown(typed.cases) == shown(fresh.cases))
    }
  }

  @Test(
    "each column sorts as its values do, with nothing last both ways, and leaves equals as they lie"
  )
  func sortsAsPlainly() {
    let board = board()
    let urgent = shown(board.cases)
    for column in CaseColumn.allCases where column != .urgency {
      for ascending in [true, false] {
        board.cases.sort = [SortKey(column, ascending: ascending)]
        let expected = Self.sorted(urgent, by: column, ascending: ascending)
        #expect(shown(board.cases).map(\.id) == expected.map(\.id), "\(column) \(ascending)")
      }
    }
  }

  @Test("several columns sort by the first, then by the next")
  func sortsBySeveral() {
    let board = board()
    let urgent = shown(board.cases)
    var chance = SeededGenerator(3)
    for _ in 0..<60 {
      let keys = (0..<3).map { _ in
        SortKey(
          chance.one(of: CaseColumn.allCases.filter { $0 != .urgency }),
          ascending: chance.happens(50))
      }
      var expected = urgent
      for key in keys.reversed() {
        expected = Self.sorted(expected, by: key.column, ascending: key.isAscending)
      }
      board.cases.sort = keys
      #expect(shown(board.cases).map(\.id) == expected.map(\.id), "\(keys)")
    }
  }

  @Test(
    "unsorted, the children past day six come first, then those of whom nobody knows it, then what is due"
  )
  func showsTheMostUrgentFirst() {
    let list = shown(board().cases)
    func rank(_ row: CaseRow) -> (Int, Int32, Int64) {
      if row.group == .pastDaySix { return (0, row.sixthDayDue?.number ?? 0, row.id.number) }
      if row.group == .daySixUnknown { return (1, 0, row.id.number) }
      guard let clock = row.nextClock else { return (4, 0, row.id.number) }
      return clock.due.map { (2, $0.number, row.id.number) } ?? (3, 0, row.id.number)
    }
    for (one, next) in zip(list, list.dropFirst()) {
      #expect(rank(one) < rank(next))
    }
    let past = list.filter { $0.group == .pastDaySix }
    #expect(!past.isEmpty)
    #expect(list.prefix(past.count).allSatisfy { $0.group == .pastDaySix })
    #expect(list[past.count].group == .daySixUnknown)
  }

  @Test("a case is found at its position, and nowhere when it is left out")
  func findsPositions() {
    let board = board()
    board.cases.sort = [SortKey(.name, ascending: false)]
    board.cases.filter = "ash"
    let list = board.cases
    #expect(list.count > 0)
    for position in 0..<list.count {
      #expect(list.position(of: list[position].id) == position)
      #expect(list.id(at: position) == list[position].id)
    }
    let left = Set((0..<list.count).map { list.id(at: $0) })
    for row in rows where !left.contains(row.id) { #expect(list.position(of: row.id) == nil) }
  }

  @Test("only exclusions stand in the days pane, each with its ruler")
  func showsExclusionsInDays() {
    let board = board()
    let expected = rows.filter { $0.route == .permanentExclusion || $0.route == .longSuspension }
    #expect(Set(shown(board.days).map(\.id)) == Set(expected.map(\.id)))
    for position in 0..<board.days.count where board.days[position].outSince != nil {
      let ruler = board.days.ruler(at: position)
      #expect(ruler?.firstDay == board.days[position].outSince)
      #expect(ruler?.isPermanent == (board.days[position].route == .permanentExclusion))
    }
  }

  @Test("choosing an officer leaves the providers where that officer's children are")
  func narrowsProviders() {
    let board = board()
    board.narrowing.officer = "Ada Marsh"
    let expected = Set(
      rows.filter { $0.officer == "Ada Marsh" }.compactMap(\.placement?.providerID))
    #expect(Set((0..<board.providers.count).map { board.providers[$0].id }) == expected)
    board.narrowing = Narrowing()
    #expect(board.providers.count == providers.count)
  }

  @Test("the headline counts each case once where it belongs")
  func countsTheHeadline() {
    let headline = board().headline
    #expect(headline.open == rows.count)
    #expect(headline.pastDaySix == rows.count { $0.group == .pastDaySix })
    #expect(
      headline.overdue == rows.count { $0.group == .pastDaySix || $0.group == .overdue })
    let soon = rows.filter { $0.group == .dueToday || $0.group == .dueWithinTwoSchoolDays }
    let marks = soon.count { $0.nextClock?.kind == .unexplainedMark }
    #expect(headline.dueWithinTwoSchoolDays == soon.count - marks)
    #expect(headline.openMarks == marks && marks > 0)
    #expect(headline.outOfEducationToday == rows.count(where: \.isOutOfEducation))
    #expect(headline.redProviders == 1)
  }

  /// Sorts by one column in the plainest way.
  private static func sorted(
    _ rows: [CaseRow], by column: CaseColumn, ascending: Bool
  ) -> [CaseRow] {
    let keyed = rows.enumerated().map { ($0.offset, key(column, $0.element), $0.element) }
    return keyed.sorted { left, right in
      switch (left.1, right.1) {
      case (let one?, let other?) where one != other:
        return ascending
          ? one.lexicographicallyPrecedes(other) : other.lexicographicallyPrecedes(one)
      case (.some, nil): return true
      case (nil, .some): return false
      default: return left.0 < right.0
      }
    }.map(\.2)
  }

  /// What a row has in a column, as numbers that compare as the column should; nil for nothing.
  private static func key(_ column: CaseColumn, _ row: CaseRow) -> [Int]? {
    func text(_ text: String?) -> [Int]? { text.map { Folding.fold($0).map(Int.init) } }
    func day(_ day: Day?) -> [Int]? { day.map { [Int($0.number)] } }
    let years = ["E1", "E2", "N1", "N2", "R"] + (1...14).map(String.init) + ["M", "X", "9½"]
    switch column {
    case .urgency: return nil
    case .daySix:
      guard let due = row.sixthDayDue.map({ Int($0.number) }) else { return nil }
      if row.group == .pastDaySix { return [0, due] }
      let isOwed = [.sixthDayPermanent, .sixthDaySuspension].contains(row.nextClock?.kind)
      if !isOwed { return [3, -due] }
      return [due < Int(MadeUpRows.today.number) ? 1 : 2, due]
    case .reference: return text(row.reference)
    case .name: return text(row.name)
    case .yearGroup: return years.firstIndex(of: row.yearGroup).map { [$0] }
    case .school: return text(row.schoolID == nil ? nil : row.school)
    case .officer: return text(row.officer)
    case .route: return CaseRoute.allCases.firstIndex(of: row.route).map { [$0] }
    case .tier: return CaseTier.allCases.firstIndex(of: row.tier).map { [$0] }
    case .openedOn: return day(row.openedOn)
    case .outSince: return day(row.outSince)
    case .dayNumber: return row.dayNumber.map { [$0] }
    case .sixthDayDue: return day(row.sixthDayDue)
    case .educationBeganOn: return day(row.educationBeganOn)
    case .nextClock: return row.nextClock.map { [$0.kind.rawValue] }
    case .nextDue: return day(row.nextClock?.due)
    case .provider: return text(row.placement?.provider)
    case .placementStart: return day(row.placement?.startsOn)
    case .placementEnd: return day(row.placement?.endsOn)
    case .attendance:
      guard row.attendance.whole > 0 else { return nil }
      return [row.attendance.part * 1_000_000 / row.attendance.whole]
    case .flags: return row.flags.isEmpty ? nil : [Int(row.flags.rawValue)]
    }
  }
}
