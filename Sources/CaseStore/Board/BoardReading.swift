import AlternativeProvision

/// Reads board rows from the store into columns, in order of urgency, some at a time.
///
/// It reads forward from where it stopped, so no snapshot of the file is held between slices.
final class CaseStream {
  /// A stretch of `board_case` that is read in order of day and case, from one day up to another.
  private struct Stretch {
    let `class`: Int64
    var due: Int64
    let end: Int64
    /// The case of the last row taken; rows of the first day all come after it.
    var number = Int64.min
  }

  private let rows: Statement
  /// What is left to read.
  private var stretches: ArraySlice<Stretch>

  /// The columns as they are read, by position.
  private static let selection = """
    SELECT due, case_id, school_id, officer_id, route, tier, bits, opened_on, out_since, ordinal,
      calendar, sixth_due, began_on, clock, provider_id, placement_start, placement_end, weeks,
      latest_week, governors_due, governors_met, application_due, hearing_due, name, reference,
      year_group, valid_from, valid_until
    FROM board_case
    """

  init(_ connection: Connection, today: Day) throws(StoreError) {
    rows = try connection.prepare(
      CaseStream.selection
        + " WHERE class = ?1 AND (due, case_id) > (?2, ?3) AND due < ?4 ORDER BY due, case_id")
    let (first, end) = (Int64(Int32.min), Int64(Int32.max) + 1)
    let (today, known) = (Int64(today.number), Int64(CaseValues.unknownSixthDay) + 1)
    stretches = [
      Stretch(class: 0, due: first, end: today), Stretch(class: 1, due: first, end: known),
      Stretch(class: 0, due: today, end: end), Stretch(class: 1, due: known, end: end),
    ]
  }

  /// Hands over up to `limit` rows; false when there are no more.
  func read(_ limit: Int, _ take: (Statement) throws(StoreError) -> Void) throws(StoreError) -> Bool
  {
    defer { rows.reset() }
    var left = limit
    while left > 0, let place = stretches.indices.first {
      rows.reset()
      rows.bind(1, stretches[place].class)
      rows.bind(2, stretches[place].due)
      rows.bind(3, stretches[place].number)
      rows.bind(4, stretches[place].end)
      while left > 0, try rows.step() {
        try take(rows)
        stretches[place].due = rows.integer(0)
        stretches[place].number = rows.integer(1)
        left -= 1
      }
      if left > 0 { stretches.removeFirst() }
    }
    return !stretches.isEmpty
  }
}

extension CaseStream {
  /// The statement for one case's row, with the same columns.
  static func single(_ connection: Connection) throws(StoreError) -> Statement {
    try connection.prepare(selection + " WHERE case_id = ?1")
  }
}
