import AlternativeProvision

/// The clocks of cases as they stand beside the records, or worked out where those are not this program's.
final class KeptClocks {
  /// Whether the file's clocks are of this edition of the program, and follow from all that is on record.
  let areKept: Bool
  private let caseload: Caseload
  private let engine = ClockEngine()
  private var reader: FactsReader?

  init(_ caseload: Caseload) throws(StoreError) {
    self.caseload = caseload
    let isCurrent = try DerivedEdition.isCurrent(in: caseload.connection)
    areKept = isCurrent && caseload.isDerivedWhole
  }

  /// The clocks of a case.
  func clocks(of number: Int64) throws(StoreError) -> [StoredClock] {
    if areKept, try isKept(number) { return try caseload.connection.clocks(of: number) }
    return stored(try facts().facts(of: number))
  }

  /// The clocks of a case that is not on file yet.
  func clocks(of file: Case) throws(StoreError) -> [StoredClock] {
    stored(try facts().facts(of: file, number: 0))
  }

  /// Whether the clocks of a case were kept by this edition: those of closed cases are not, nor are
  /// those that another edition wrote last.
  private func isKept(_ number: Int64) throws(StoreError) -> Bool {
    let row = try caseload.connection.statement(
      "SELECT valid_until FROM board_case WHERE case_id = ?1")
    row.bind(1, number)
    defer { row.reset() }
    return try row.step() && row.integer(0) != Int64(CaseMoment.never)
  }

  private func facts() throws(StoreError) -> FactsReader {
    if let reader { return reader }
    let made = try FactsReader(caseload)
    reader = made
    return made
  }

  private func stored(_ facts: CaseFacts?) -> [StoredClock] {
    facts.map { engine.readings(for: $0).map(StoredClock.init) } ?? []
  }
}
