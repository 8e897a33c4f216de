import AlternativeProvision
import CaseStore
import Interchange

/// `sixthday list cases`: the open cases, most urgent first unless sorted otherwise.
enum CaseListing {
  static let columns: [TableColumn] = [
    TableColumn("reference", mayShrink: false),
    TableColumn("name"),
    TableColumn("year_group", title: "yr", alignment: .right),
    TableColumn("school"),
    TableColumn("route"),
    TableColumn("officer"),
    TableColumn("out_since", title: "out since", mayShrink: false),
    TableColumn("school_day", title: "day", alignment: .right),
    TableColumn("state"),
    TableColumn("next_clock", title: "next clock"),
    TableColumn("due", mayShrink: false),
    TableColumn("provider"),
    TableColumn("planned_provider", title: "to start at"),
    TableColumn("planned_start", title: "starts", mayShrink: false),
    TableColumn("attendance", title: "att %", alignment: .right),
  ]

  /// - Parameter names: gives the name under which a child is listed.
  static func table(of list: CaseList, limit: Int, names: ListedNames) throws -> Table {
    var table = Table(columns: columns)
    for position in 0..<min(limit, list.count) {
      table.rows.append(try row(list[position], on: list.today, names))
    }
    return table
  }

  private static func row(
    _ row: CaseRow, on today: Day, _ names: ListedNames
  ) throws -> [TableCell] {
    [
      .text(row.reference), .text(try names.name(of: row)), .text(row.yearGroup), .text(row.school),
      .text(row.route.shortTitle), .text(orNone: row.officer), .day(orNone: row.outSince),
      .integer(orNone: row.dayNumber), .text(row.stateTitle(on: today)),
      .text(orNone: row.nextClock?.title), .day(orNone: row.nextClock?.due),
      .text(orNone: row.placement?.provider), .text(orNone: row.plannedPlacement?.provider),
      .day(orNone: row.plannedPlacement?.startsOn), .percentage(row.attendance),
    ]
  }
}

/// The names of children in a list: for people the surname in capitals, as on the board; for programs
/// as they were given, since capitals cannot be taken back.
struct ListedNames {
  let caseload: Caseload
  let asGiven: Bool

  func name(of row: CaseRow) throws(StoreError) -> String {
    asGiven ? try caseload.nameAsGiven(of: row.id) ?? row.name : row.name
  }
}

extension TableCell {
  /// A share in per cent with one decimal, rounded down; nothing where nothing was possible.
  static func percentage(_ share: Share) -> TableCell {
    share.whole > 0 ? .decimal(share.part * 1000 / share.whole, places: 1) : .none
  }
}
