import AlternativeProvision

/// Reads board rows from the store into columns, in order of urgency, some at a time.
///
/// It reads forward from where it stopped, so no snapshot of the file is held between slices.
final class CaseStream {
  /// A stretch of `board_case` that is read in order of day and case.
  private struct Cursor {
    let rows: Statement
    var isAtEnd = false
    /// The last row taken.
    var due: Int64
    var number: Int64 = 0
  }

  private var past: Cursor
  private var watched: Cursor
  private var others: Cursor
  private let today: Int64

  /// The columns as they are read, by position.
  private static let selection = """
    SELECT due, case_id, school_id, officer_id, route, tier, bits, opened_on, out_since, ordinal,
      calendar, sixth_due, began_on, clock, provider_id, placement_start, placement_end, weeks,
      latest_week, governors_due, governors_met, application_due, hearing_due, name, reference,
      year_group, valid_from, valid_until
    FROM board_case
    """

  init(_ connection: Connection, today: Day) throws(StoreError) {
    self.today = Int64(today.number)
    func cursor(from due: Int64) throws(StoreError) -> Cursor {
      let rows = try connection.prepare(
        CaseStream.selection
          + " WHERE class = ?1 AND (due, case_id) > (?2, ?3) AND due < ?4 ORDER BY due, case_id")
      return Cursor(rows: rows, due: due)
    }
    past = try cursor(from: Int64(Int32.min))
    watched = try cursor(from: self.today - 1)
    watched.number = .max
    others = try cursor(from: Int64(Int32.min))
  }

  /// Hands over up to `limit` rows; false when there are no more.
  func read(_ limit: Int, _ take: (Statement) throws(StoreError) -> Void) throws(StoreError) -> Bool
  {
    var left = limit
    while left > 0, try next(&past, class: 0, before: today, isOpening: left == limit) {
      try take(past.rows)
      left -= 1
    }
    past.rows.reset()
    if left == 0 { return true }
    // Both are in order, so taking the earlier of their next rows keeps the order of urgency.
    defer {
      watched.rows.reset()
      others.rows.reset()
    }
    let after = Int64(Int32.max) + 1
    var hasWatched = try next(&watched, class: 0, before: after, isOpening: true)
    var hasOther = try next(&others, class: 1, before: after, isOpening: true)
    while left > 0, hasWatched || hasOther {
      left -= 1
      let isWatchedFirst =
        hasWatched && (!hasOther || CaseStream.comesFirst(watched.rows, others.rows))
      if isWatchedFirst {
        try take(watched.rows)
        CaseStream.pass(&watched)
        hasWatched = try CaseStream.step(&watched)
      } else {
        try take(others.rows)
        CaseStream.pass(&others)
        hasOther = try CaseStream.step(&others)
      }
    }
    watched.isAtEnd = !hasWatched
    others.isAtEnd = !hasOther
    return hasWatched || hasOther
  }

  private func next(
    _ cursor: inout Cursor, class: Int64, before end: Int64, isOpening: Bool
  ) throws(StoreError) -> Bool {
    if cursor.isAtEnd { return false }
    if isOpening {
      cursor.rows.reset()
      cursor.rows.bind(1, `class`)
      cursor.rows.bind(2, cursor.due)
      cursor.rows.bind(3, cursor.number)
      cursor.rows.bind(4, end)
    }
    guard try CaseStream.step(&cursor) else {
      cursor.isAtEnd = true
      return false
    }
    // The first stretch is taken as it is stepped; of the others the caller says which row it took.
    if `class` == 0 && end == today { CaseStream.pass(&cursor) }
    return true
  }

  private static func step(_ cursor: inout Cursor) throws(StoreError) -> Bool {
    try cursor.rows.step()
  }

  private static func pass(_ cursor: inout Cursor) {
    cursor.due = cursor.rows.integer(0)
    cursor.number = cursor.rows.integer(1)
  }

  private static func comesFirst(_ left: Statement, _ right: Statement) -> Bool {
    let (one, other) = (left.integer(0), right.integer(0))
    return one == other ? left.integer(1) < right.integer(1) : one < other
  }
}

extension CaseStream {
  /// The statement for one case's row, with the same columns.
  static func single(_ connection: Connection) throws(StoreError) -> Statement {
    try connection.prepare(selection + " WHERE case_id = ?1")
  }
}
