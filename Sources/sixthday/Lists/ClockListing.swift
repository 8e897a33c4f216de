import AlternativeProvision
import CaseStore
import Interchange

/// `sixthday list clocks`: every clock of the listed cases, the earliest deadline first unless the
/// cases were sorted otherwise.
struct ClockListing {
  /// The day on which states are told.
  let today: Day
  /// Whether clocks that are met or ended are left out.
  let openOnly: Bool
  /// Whether the clocks stay in the order of their cases.
  let keepsOrder: Bool
  /// The state to which the list is limited.
  let state: ClockState?
  /// The kind of clock to which the list is limited.
  let kind: ClockKind?
  /// The names under which children are listed.
  let names: ListedNames

  static let columns: [TableColumn] = [
    TableColumn("reference", mayShrink: false),
    TableColumn("name"),
    TableColumn("clock"),
    TableColumn("state"),
    TableColumn("due", mayShrink: false),
    TableColumn("started", mayShrink: false),
    TableColumn("met", mayShrink: false),
    TableColumn("owner"),
    TableColumn("basis"),
    TableColumn("reference_in_law", title: "reference"),
  ]

  /// The table of all clocks of the cases in a list, at most `limit` rows.
  ///
  /// - Throws: `StoreError` when the caseload cannot be read.
  func table(of list: CaseList, in caseload: Caseload, limit: Int) throws -> Table {
    let engine = ClockEngine()
    var found: [(due: Int32, row: [TableCell])] = []
    let cases = (0..<list.count).map { list.id(at: $0) }
    try caseload.eachFacts(of: cases) { position, facts throws(StoreError) in
      let row = list[position]
      let name = try names.name(of: row)
      for reading in engine.readings(for: facts, asAt: today)
      where kind.map({ $0 == reading.kind }) ?? true {
        let state = reading.state(on: today)
        guard self.state.map({ $0 == state }) ?? (!openOnly || state.isOpen) else { continue }
        found.append((sortKey(reading), cells(reading, state, row.reference, name)))
      }
    }
    // The place in the list settles ties, so that the order never changes between two calls.
    let order =
      keepsOrder
      ? Array(found.indices)
      : found.indices.sorted { (found[$0].due, $0) < (found[$1].due, $1) }
    return Table(columns: Self.columns, rows: order.prefix(limit).map { found[$0].row })
  }

  private func sortKey(_ reading: ClockReading) -> Int32 {
    switch reading.deadline {
    case .on(let day)?: day.number
    case .beyondCalendar(let knownThrough, _)?: (knownThrough ?? reading.started)?.number ?? .max
    case nil: Int32.max
    }
  }

  private func cells(
    _ reading: ClockReading, _ state: ClockState, _ reference: String, _ name: String
  ) -> [TableCell] {
    var due: TableCell = .none
    if case .on(let day)? = reading.deadline { due = .day(day) }
    return [
      .text(reference), .text(name), .text(reading.rule.title), .text(state.title), due,
      .day(orNone: reading.started), .day(orNone: reading.metOn), .text(reading.owner.title),
      .text(reading.rule.basis.title), .text(reading.rule.reference),
    ]
  }
}
