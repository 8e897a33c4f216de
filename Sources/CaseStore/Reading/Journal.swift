import AlternativeProvision

/// One entry of the journal: who changed which record, when, why, from what to what.
public struct JournalEntry: Sendable, Hashable {
  /// One field that changed; nil where the record was not there or held nothing.
  public struct Field: Sendable, Hashable {
    /// The field, by its name in the store.
    public var name: String
    /// What it held before.
    public var before: String?
    /// What it holds since.
    public var after: String?
  }

  /// Its place in the journal.
  public var position: Int64
  /// The number of the change to which it belongs.
  public var change: Int64
  /// When.
  public var at: Instant
  /// Who.
  public var author: String
  /// Why, in a few words.
  public var cause: String
  /// What sort of record changed.
  public var kind: RecordKind
  /// The number of the record.
  public var subject: Int64
  /// Whether the record was added, changed or removed.
  public var act: Act
  /// The fields that changed; all that held something where it was added or removed.
  public var fields: [Field]

  /// What can happen to a record.
  public enum Act: Sendable, Hashable {
    case added, changed, removed
  }
}

extension Caseload {
  /// How far the journal goes: what is read now can be compared with what others write later.
  public func journalPosition() throws(StoreError) -> Int64 {
    try connection.number("SELECT max(seq) FROM journal") ?? 0
  }

  /// What happened to a case, its child and the child's exclusions, latest first.
  public func journal(of file: Identifier<Case>) throws(StoreError) -> [JournalEntry] {
    try snapshot { () throws(StoreError) in
      let rows = try connection.statement(
        """
        WITH wanted(seq) AS (
          SELECT seq FROM journal WHERE case_id = ?1
          UNION SELECT journal.seq FROM case_file
            JOIN journal ON journal.subject_id = case_file.pupil_id AND journal.kind = 'pupil'
            WHERE case_file.id = ?1
          UNION SELECT journal.seq FROM case_file
            JOIN exclusion ON exclusion.pupil_id = case_file.pupil_id
            JOIN journal ON journal.subject_id = exclusion.id AND journal.kind = 'exclusion'
            WHERE case_file.id = ?1)
        SELECT journal.seq, change.id, change.at, change.author, change.cause, journal.kind,
          journal.subject_id, journal.before, journal.after
        FROM wanted JOIN journal USING(seq) JOIN change ON change.id = journal.change_id
        ORDER BY journal.seq DESC
        """)
      rows.bind(1, file.number)
      return try entries(of: rows)
    }
  }

  /// The latest entries of the whole journal, latest first.
  public func journal(latest count: Int) throws(StoreError) -> [JournalEntry] {
    try snapshot { () throws(StoreError) in
      let rows = try connection.statement(
        """
        SELECT journal.seq, change.id, change.at, change.author, change.cause, journal.kind,
          journal.subject_id, journal.before, journal.after
        FROM journal JOIN change ON change.id = journal.change_id
        ORDER BY journal.seq DESC LIMIT ?1
        """)
      rows.bind(1, Int64(count))
      return try entries(of: rows)
    }
  }

  private func entries(of rows: Statement) throws(StoreError) -> [JournalEntry] {
    defer { rows.reset() }
    var entries: [JournalEntry] = []
    while try rows.step() {
      guard let kind = RecordKind(rawValue: rows.text(5)) else { continue }
      let before = try members(of: rows.textOrNil(7))
      let after = try members(of: rows.textOrNil(8))
      let names = (after ?? before ?? []).map(\.name)
      let act: JournalEntry.Act = before == nil ? .added : after == nil ? .removed : .changed
      let fields = names.map { name in
        JournalEntry.Field(
          name: name, before: before?.first { $0.name == name }?.cell.wordsOrNil,
          after: after?.first { $0.name == name }?.cell.wordsOrNil)
      }
      entries.append(
        JournalEntry(
          position: rows.integer(0), change: rows.integer(1),
          at: Instant(seconds: rows.integer(2)), author: rows.text(3), cause: rows.text(4),
          kind: kind, subject: rows.integer(6), act: act, fields: fields))
    }
    return entries
  }

  /// The members of a journalled object in order; nil for none.
  func members(of json: String?) throws(StoreError) -> [(name: String, cell: Cell)]? {
    guard let json else { return nil }
    let rows = try connection.statement("SELECT key, atom FROM json_each(?1)")
    rows.bind(1, json)
    defer { rows.reset() }
    var members: [(name: String, cell: Cell)] = []
    while try rows.step() { members.append((rows.text(0), rows.cell(1))) }
    return members
  }
}

extension Cell {
  /// The value as text; nil for null.
  var wordsOrNil: String? { self == .null ? nil : words }
}
