import AlternativeProvision
import CaseStore

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
  var cases: PaneTable<CaseRow, CaseColumn>
  var days: PaneTable<DaysPane.Row, CaseColumn>
  var attendance: PaneTable<ProviderRow, ProviderColumn>
  var quality: PaneTable<ProviderRow, ProviderColumn>
  private(set) var casesSort = SortKey(CaseColumn.urgency)
  private(set) var daysSort = SortKey(CaseColumn.daySix)
  private(set) var attendanceSort = SortKey(ProviderColumn.change)
  private(set) var qualitySort = SortKey(ProviderColumn.overall)

  init(today: Day) {
    self.today = today
    cases = PaneTable(CasesPane.columns(today: today))
    days = PaneTable(DaysPane.columns(today: today))
    attendance = PaneTable(AttendancePane.columns)
    quality = PaneTable(QualityPane.columns(today: today))
  }

  /// The tables for another day, sorted as before.
  init(today: Day, sortedAs other: BoardTables) {
    self.init(today: today)
    casesSort = other.casesSort
    daysSort = other.daysSort
    attendanceSort = other.attendanceSort
    qualitySort = other.qualitySort
  }

  /// Tells the lists how they are sorted.
  func applySorts(_ desk: Desk) {
    desk.board.cases.sort = [casesSort]
    desk.board.days.sort = [daysSort]
    desk.board.providers.sort = [attendanceSort]
    desk.board.quality.sort = [qualitySort, SortKey(.nextVisit)]
  }

  /// Sorts a pane by one of its columns; by the same one again the other way round.
  mutating func sort(_ pane: PaneKind, byColumn column: Int, desk: Desk) {
    switch pane {
    case .cases: BoardTables.turn(&casesSort, to: cases.columns, column)
    case .days: BoardTables.turn(&daysSort, to: days.columns, column)
    case .attendance: BoardTables.turn(&attendanceSort, to: attendance.columns, column)
    case .quality: BoardTables.turn(&qualitySort, to: quality.columns, column)
    }
    applySorts(desk)
  }

  /// By what a pane is sorted, where its columns in a width do not show it.
  mutating func hiddenSort(of pane: PaneKind, width: Int) -> String? {
    switch pane {
    case .cases:
      cases.prepare(width: width)
      return cases.hiddenSort(PaneTable.SortMark(casesSort))
    case .days:
      days.prepare(width: width)
      return days.hiddenSort(PaneTable.SortMark(daysSort))
    case .attendance:
      attendance.prepare(width: width)
      return attendance.hiddenSort(PaneTable.SortMark(attendanceSort))
    case .quality:
      quality.prepare(width: width)
      return quality.hiddenSort(PaneTable.SortMark(qualitySort))
    }
  }

  private static func turn<Row, Sort>(
    _ key: inout SortKey<Sort>, to columns: [PaneColumn<Row, Sort>], _ column: Int
  ) {
    guard columns.indices.contains(column), let sort = columns[column].sort else { return }
    key = SortKey(sort, ascending: key.column == sort ? !key.isAscending : true)
  }

  /// The columns by which a pane can be sorted: position, name, and the way it is sorted by now.
  func choices(of pane: PaneKind) -> [(column: Int, name: String, isAscending: Bool?)] {
    switch pane {
    case .cases: BoardTables.choices(cases.columns, casesSort)
    case .days: BoardTables.choices(days.columns, daysSort)
    case .attendance: BoardTables.choices(attendance.columns, attendanceSort)
    case .quality: BoardTables.choices(quality.columns, qualitySort)
    }
  }

  private static func choices<Row, Sort>(
    _ columns: [PaneColumn<Row, Sort>], _ key: SortKey<Sort>
  ) -> [(column: Int, name: String, isAscending: Bool?)] {
    var seen: Set<Sort> = []
    return columns.indices.compactMap { index in
      guard let sort = columns[index].sort, seen.insert(sort).inserted else { return nil }
      return (
        index, columns[index].name ?? columns[index].title,
        key.column == sort ? key.isAscending : nil
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
