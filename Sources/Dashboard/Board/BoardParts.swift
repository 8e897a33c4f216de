import AlternativeProvision
import CaseStore
import TerminalUI

/// The parts of the board that can be drawn by themselves, so that a key draws only what it changed.
struct BoardParts: OptionSet {
  let rawValue: UInt8

  static let headline = BoardParts(rawValue: 16)
  static let status = BoardParts(rawValue: 32)
  static let all = BoardParts(rawValue: 63)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// One pane.
  init(_ pane: PaneKind) { rawValue = 1 << UInt8(pane.rawValue) }
}

/// The tables of the four panes and how each is sorted.
struct BoardTables {
  let today: Day
  /// Whether what pictures show is written as numbers.
  let showsNumbers: Bool
  /// Whether the column of routes is covered, since others can see it.
  let coversRoutes: Bool
  var cases: PaneTable<CaseRow, CaseColumn>
  var days: PaneTable<DaysPane.Row, CaseColumn>
  var attendance: PaneTable<ProviderRow, ProviderColumn>
  var quality: PaneTable<ProviderRow, ProviderColumn>
  private(set) var casesSort = [SortKey(CaseColumn.urgency)]
  private(set) var daysSort = [SortKey(CaseColumn.daySix)]
  private(set) var attendanceSort = [SortKey(ProviderColumn.change)]
  private(set) var qualitySort = [SortKey(ProviderColumn.overall)]

  init(today: Day, numbers: Bool = false, coversRoutes: Bool = false) {
    self.today = today
    showsNumbers = numbers
    self.coversRoutes = coversRoutes
    cases = PaneTable(CasesPane.columns(today: today, coversRoutes: coversRoutes))
    days = PaneTable(DaysPane.columns(today: today, numbers: numbers))
    attendance = PaneTable(AttendancePane.columns(numbers: numbers))
    quality = PaneTable(QualityPane.columns(today: today))
  }

  /// The tables for another day, sorted as before.
  init(
    today: Day, sortedAs other: BoardTables, numbers: Bool = false, coversRoutes: Bool = false
  ) {
    self.init(today: today, numbers: numbers, coversRoutes: coversRoutes)
    for kind in PaneKind.allCases { choose(other.choice(of: kind), in: kind) }
    casesSort = other.casesSort
    daysSort = other.daysSort
    attendanceSort = other.attendanceSort
    qualitySort = other.qualitySort
  }

  /// Tells the lists how they are sorted.
  func applySorts(_ desk: Desk) {
    // An order tells what it is by: what is covered in every row is covered in their order too.
    desk.board.cases.sort =
      coversRoutes ? casesSort.filter { $0.column != .route && $0.column != .flags } : casesSort
    desk.board.days.sort = daysSort
    desk.board.providers.sort = attendanceSort
    desk.board.quality.sort = qualitySort + [SortKey(.nextVisit)]
  }

  /// Sorts a pane by one of its columns; by the same one again the other way round.
  ///
  /// - Parameter then: whether the column only decides where those it is sorted by already are equal.
  mutating func sort(_ pane: PaneKind, byColumn column: Int, then: Bool = false, desk: Desk) {
    switch pane {
    case .cases: BoardTables.turn(&casesSort, to: cases.columns, column, then)
    case .days: BoardTables.turn(&daysSort, to: days.columns, column, then)
    case .attendance: BoardTables.turn(&attendanceSort, to: attendance.columns, column, then)
    case .quality: BoardTables.turn(&qualitySort, to: quality.columns, column, then)
    }
    applySorts(desk)
  }

  /// By what a pane is sorted, where its columns in a width do not show it.
  mutating func hiddenSort(of pane: PaneKind, width: Int) -> String? {
    switch pane {
    case .cases:
      cases.prepare(width: width)
      return BoardTables.hidden(casesSort, cases)
    case .days:
      days.prepare(width: width)
      return BoardTables.hidden(daysSort, days)
    case .attendance:
      attendance.prepare(width: width)
      return BoardTables.hidden(attendanceSort, attendance)
    case .quality:
      quality.prepare(width: width)
      return BoardTables.hidden(qualitySort, quality)
    }
  }

  /// The columns sorted by, where a head in view does not show one of them.
  private static func hidden<Row, Sort>(
    _ keys: [SortKey<Sort>], _ table: PaneTable<Row, Sort>
  ) -> String? {
    table.hiddenSort(keys.map { PaneTable.SortMark($0) })
  }

  private static func turn<Row, Sort>(
    _ keys: inout [SortKey<Sort>], to columns: [PaneColumn<Row, Sort>], _ column: Int, _ then: Bool
  ) {
    guard columns.indices.contains(column), let sort = columns[column].sort else { return }
    if then, let place = keys.firstIndex(where: { $0.column == sort }) {
      keys[place].isAscending.toggle()
    } else if then {
      // More than four decide nothing that anyone could follow.
      keys = Array(keys.prefix(3)) + [SortKey(sort)]
    } else {
      let isTurned = keys.first?.column == sort && keys.first?.isAscending == true
      keys = [SortKey(sort, ascending: !isTurned)]
    }
  }

  /// The columns that a pane is sorted by, as they are kept for the next time.
  func rememberedSort(of pane: PaneKind) -> [String] {
    func words<Sort>(_ keys: [SortKey<Sort>]) -> [String] {
      keys.map { "\($0.column)\($0.isAscending ? "+" : "-")" }
        .map { String($0.filter { $0 != " " }) }
    }
    switch pane {
    case .cases: return words(casesSort)
    case .days: return words(daysSort)
    case .attendance: return words(attendanceSort)
    case .quality: return words(qualitySort)
    }
  }

  /// Sorts a pane as was kept; by what it has no column for it is not sorted.
  mutating func restoreSort(_ words: [String], of pane: PaneKind) {
    func keys<Row, Sort>(_ columns: [PaneColumn<Row, Sort>]) -> [SortKey<Sort>]? {
      let found = words.compactMap { word -> SortKey<Sort>? in
        let name = word.dropLast()
        let column = columns.compactMap(\.sort).first { "\($0)".filter { $0 != " " } == name }
        return column.map { SortKey($0, ascending: word.last != "-") }
      }
      return found.isEmpty ? nil : found
    }
    switch pane {
    case .cases: casesSort = keys(cases.columns) ?? casesSort
    case .days: daysSort = keys(days.columns) ?? daysSort
    case .attendance: attendanceSort = keys(attendance.columns) ?? attendanceSort
    case .quality: qualitySort = keys(quality.columns) ?? qualitySort
    }
  }

  /// The shapes of a pane's columns, as declared.
  func shapes(of pane: PaneKind) -> [ColumnShape] {
    switch pane {
    case .cases: cases.shapes
    case .days: days.shapes
    case .attendance: attendance.shapes
    case .quality: quality.shapes
    }
  }

  /// What the columns of a pane are called, as declared.
  func names(of pane: PaneKind) -> [String] {
    func names<Row, Sort>(_ table: PaneTable<Row, Sort>) -> [String] {
      table.columns.map(\.fullName)
    }
    return switch pane {
    case .cases: names(cases)
    case .days: names(days)
    case .attendance: names(attendance)
    case .quality: names(quality)
    }
  }

  /// The columns of a pane as the person wants them.
  func choice(of pane: PaneKind) -> ColumnChoice {
    switch pane {
    case .cases: cases.choice
    case .days: days.choice
    case .attendance: attendance.choice
    case .quality: quality.choice
    }
  }

  /// Shows the columns of a pane as the person wants them.
  mutating func choose(_ choice: ColumnChoice, in pane: PaneKind) {
    switch pane {
    case .cases: cases.choice = choice
    case .days: days.choice = choice
    case .attendance: attendance.choice = choice
    case .quality: quality.choice = choice
    }
  }

  /// Scrolls the columns of a pane after the first; false where there are no more on that side.
  mutating func scrollColumns(of pane: PaneKind, right: Bool) -> Bool {
    switch pane {
    case .cases: cases.scrollColumns(right: right)
    case .days: days.scrollColumns(right: right)
    case .attendance: attendance.scrollColumns(right: right)
    case .quality: quality.scrollColumns(right: right)
    }
  }

  /// The columns by which a pane can be sorted: position, name, and the way it is sorted by now.
  func choices(of pane: PaneKind) -> [(
    column: Int, name: String, heading: String, order: String?
  )] {
    switch pane {
    case .cases: BoardTables.choices(cases.columns, casesSort)
    case .days: BoardTables.choices(days.columns, daysSort)
    case .attendance: BoardTables.choices(attendance.columns, attendanceSort)
    case .quality: BoardTables.choices(quality.columns, qualitySort)
    }
  }

  private static func choices<Row, Sort>(
    _ columns: [PaneColumn<Row, Sort>], _ keys: [SortKey<Sort>]
  ) -> [(column: Int, name: String, heading: String, order: String?)] {
    var seen: Set<Sort> = []
    return columns.indices.compactMap { index in
      guard let sort = columns[index].sort, seen.insert(sort).inserted else { return nil }
      return (
        index, columns[index].fullName, columns[index].title,
        keys.firstIndex { $0.column == sort }.map { place in
          let order = keys[place].isAscending ? "▴ now, smallest first" : "▾ now, largest first"
          return keys.count == 1 ? order : "\(place + 1). \(order)"
        }
      )
    }
  }

  /// The column of a pane at an offset from its left.
  func column(of pane: PaneKind, at offset: Int) -> Int? {
    switch pane {
    case .cases: cases.plan.column(at: offset)
    case .days: days.plan.column(at: offset)
    case .attendance: attendance.plan.column(at: offset)
    case .quality: quality.plan.column(at: offset)
    }
  }
}
