import AlternativeProvision

extension StoreError {
  /// A record that was named by its number and is not on file.
  static func gone(_ kind: RecordKind, _ number: Int64) -> StoreError {
    StoreError(
      .refused, "\(kind.title) \(number) is not on file",
      toDo: "someone may have removed it; look again and choose another")
  }

  /// A value that the rules of its record do not allow.
  static func refused(_ kind: RecordKind, _ problem: String, toDo: String) -> StoreError {
    StoreError(.refused, "this \(kind.title) cannot be right: \(problem)", toDo: toDo)
  }
}

/// Refuses a record of which the domain says that something cannot be.
func refuse<Problem: Error & CustomStringConvertible>(
  _ kind: RecordKind, _ problems: [Problem]
) throws(StoreError) {
  guard !problems.isEmpty else { return }
  throw StoreError(
    .refused, "this \(kind.title) cannot be right",
    toDo: problems.map(\.description).joined(separator: "; "))
}

extension Door {
  /// Says which of the records that a refused one names is missing, or with which it collides.
  func explained(_ error: StoreError, of cells: [Cell], in table: Table) -> StoreError {
    guard error.kind == .refused else { return error }
    for (position, column) in table.columns.enumerated() {
      guard let kind = column.refers, case .integer(let number) = cells[position],
        let named = Table.all.first(where: { $0.kind == kind })
      else { continue }
      if (try? caseload.statements(for: named).cells(number: number)) == .some(nil) {
        return .refused(
          table.kind, "the \(kind.title) it names (number \(number)) is not on file",
          toDo: "add that first")
      }
    }
    let key = String(table.key.joined(separator: ", ").map { $0 == "_" ? " " : $0 })
    return .refused(
      table.kind, "another one has the same \(key)", toDo: "change that one, or give this its own")
  }

  /// Refuses to remove a pupil or provider whom attendance marks name, of which no foreign key tells.
  mutating func refuseIfMarked(_ kind: RecordKind, _ number: Int64) throws(StoreError) {
    let isMarked: Bool
    switch kind {
    case .pupil:
      let row = try connection.statement(
        "SELECT 1 FROM attendance_mark WHERE pupil_id = ?1 LIMIT 1")
      row.bind(1, number)
      defer { row.reset() }
      isMarked = try row.step()
    case .provider:
      // Marks are ordered by pupil: one look at all of them serves every provider of an import.
      if markedProviders == nil {
        markedProviders = Set(
          try connection.numbers("SELECT DISTINCT provider_id FROM attendance_mark"))
      }
      isMarked = markedProviders?.contains(number) == true
    default: return
    }
    if isMarked {
      throw StoreError(
        .refused, "attendance marks name the \(kind.title)", toDo: "remove those marks first")
    }
  }

  /// Refuses to write over a record that someone else changed after it was read.
  ///
  /// The two disagree only on fields that both have changed since: what one of them alone has changed is
  /// nobody's to choose.
  func refuseConflict(
    since: Int64, table: Table, number: Int64, onFile: [Cell], yours: [Cell], fields: [Int]
  ) throws(StoreError) {
    let later = try connection.statement(
      """
      SELECT change.author, change.at, journal.before
      FROM journal JOIN change ON change.id = journal.change_id
      WHERE journal.subject_id = ?1 AND journal.kind = ?2 AND journal.seq > ?3
      ORDER BY journal.seq
      """)
    later.bind(1, number)
    later.bind(2, table.kind.rawValue)
    later.bind(3, since)
    defer { later.reset() }
    var last: (author: String, at: Instant)?
    /// What stood in each field that was changed since, when the record was read.
    var read: [Int: Cell] = [:]
    while try later.step() {
      last = (later.text(0), Instant(seconds: later.integer(1)))
      for member in try caseload.members(of: later.textOrNil(2)) ?? [] {
        guard let position = table.position(of: member.name), read[position] == nil else {
          continue
        }
        read[position] = member.cell
      }
    }
    guard let last else { return }
    let contested = fields.filter { field in read[field].map { $0 != yours[field] } ?? false }
    let conflict = Conflict(
      kind: table.kind, subject: number, changedBy: last.author, changedAt: last.at,
      fields: contested.map {
        Conflict.Field(
          name: table.columns[$0].name, onFile: onFile[$0].words, yours: yours[$0].words)
      })
    throw StoreError(
      .conflict, "\(conflict.changedBy) changed this \(table.kind.title) after you opened it",
      toDo: "look at both versions, then keep theirs or write yours again", conflict: conflict)
  }
}

extension Cell {
  /// The value as text; empty for null.
  var words: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .real(let value): value.description
    case .text(let value): value
    }
  }
}

extension Table {
  /// Every kind of record that has a table of its own, in an order in which none names a later one.
  static let all: [Table] = [
    School.table, Provider.table, Pupil.table, Exclusion.table, Case.table, Placement.table,
    View.table, QualityVisit.table, CalendarYearRecord.table, BankHolidayRecord.table,
    LocalTargetRecord.table,
    SettingRecord.table,
    Panel.table, Referral.table, Meeting.table, AttendeeRecord.table, AgendaItem.table,
    InterestRecord.table, DecisionRecord.table, RatificationRecord.table, ActionRecord.table,
    MinutesRecord.table, CorrectionRecord.table, LetterRecord.table,
  ]
}
