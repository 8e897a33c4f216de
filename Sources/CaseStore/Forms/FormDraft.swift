/// What one person typed into a form that is neither saved nor thrown away: kept in the caseload, so that
/// neither a killed program nor a lost connection takes a word.
public struct FormDraft: Sendable, Hashable {
  /// A field that holds something else than when the form was opened.
  public struct Field: Sendable, Hashable {
    /// The form's name for the field.
    public var name: String
    /// What stood in it when the form was opened.
    public var opened: String
    /// What stands in it now.
    public var text: String
    /// What is shown of it, where that is not the text itself.
    public var shown: String

    /// A field with what it held and holds.
    public init(name: String, opened: String, text: String, shown: String = "") {
      self.name = name
      self.opened = opened
      self.text = text
      self.shown = shown
    }
  }

  /// What the form is for and which record it is about, by which it is found again.
  public var form: String
  /// What a list calls it; no child's name belongs there.
  public var title: String
  /// The fields that were changed, in the order of the form.
  public var fields: [Field]
  /// The name of the field with the cursor.
  public var focus: String
  /// The number of characters before the cursor in it.
  public var cursor: Int
  /// When it was kept last.
  public var at: Instant

  /// A draft of a form.
  public init(
    form: String, title: String, fields: [Field], focus: String, cursor: Int, at: Instant
  ) {
    self.form = form
    self.title = title
    self.fields = fields
    self.focus = focus
    self.cursor = cursor
    self.at = at
  }

  /// Reads a draft as it was kept; nil where that is none.
  init?(_ row: Statement) {
    var texts = JSONText.texts(in: row.bytes(1))[...]
    guard texts.count >= 3, (texts.count - 3) % 4 == 0 else { return nil }
    func next() -> String { texts.popFirst() ?? "" }
    form = row.text(0)
    title = next()
    focus = next()
    cursor = Int(next()) ?? 0
    at = Instant(seconds: row.integer(2))
    fields = []
    while !texts.isEmpty {
      fields.append(Field(name: next(), opened: next(), text: next(), shown: next()))
    }
  }

  var json: String {
    var json = JSONText()
    json.array(
      [title, focus, "\(cursor)"] + fields.flatMap { [$0.name, $0.opened, $0.text, $0.shown] })
    return json.text
  }
}

extension Caseload {
  /// Forms stand in the table of words that are being typed, each under whoever typed: two people who fill
  /// in the same form do not meet before they save it.
  private static func subject(_ author: String) -> String { "form of \(author)" }

  /// Keeps what stands in a form, in the place of what was kept of it; it is on the disk when this returns.
  ///
  /// Like what is typed in a meeting it goes past the journal, which keeps what was saved.
  ///
  /// - Parameter author: Whose form it is.
  public func keep(_ draft: FormDraft, of author: String) throws(StoreError) {
    try writingWords { () throws(StoreError) in
      let row = try connection.statement(
        """
        INSERT INTO draft(subject, subject_id, field, version, text, author, at)
        VALUES(?1, 0, ?2, 1, ?3, ?4, ?5)
        ON CONFLICT(subject, subject_id, field) DO UPDATE SET version = version + 1,
          text = excluded.text, at = excluded.at
        """)
      row.bind(1, Caseload.subject(author))
      row.bind(2, draft.form)
      row.bind(3, draft.json)
      row.bind(4, author)
      row.bind(5, draft.at.seconds)
      try row.run()
    }
  }

  /// What an author typed into a form; nil where nothing is kept.
  public func draft(of form: String, by author: String) throws(StoreError) -> FormDraft? {
    let row = try connection.statement(
      "SELECT field, text, at FROM draft WHERE subject = ?1 AND subject_id = 0 AND field = ?2")
    row.bind(1, Caseload.subject(author))
    row.bind(2, form)
    defer { row.reset() }
    return try row.step() ? FormDraft(row) : nil
  }

  /// Every form that an author left unsaved, the latest first.
  public func drafts(by author: String) throws(StoreError) -> [FormDraft] {
    let rows = try connection.statement(
      "SELECT field, text, at FROM draft WHERE subject = ?1 ORDER BY at DESC, field")
    rows.bind(1, Caseload.subject(author))
    defer { rows.reset() }
    var found: [FormDraft] = []
    while try rows.step() {
      if let draft = FormDraft(rows) { found.append(draft) }
    }
    return found
  }

  /// Forgets what an author typed into a form, since it was thrown away; nothing kept is nothing to do.
  public func forget(_ form: String, of author: String) throws(StoreError) {
    try writingWords { () throws(StoreError) in try removeDraft(of: form, by: author) }
  }

  fileprivate func removeDraft(of form: String, by author: String) throws(StoreError) {
    let row = try connection.statement(
      "DELETE FROM draft WHERE subject = ?1 AND subject_id = 0 AND field = ?2")
    row.bind(1, Caseload.subject(author))
    row.bind(2, form)
    try row.run()
  }
}

extension Door {
  /// Forgets what was typed into a form with the change that saves it: it is on file once, whenever the
  /// power fails.
  public func forget(_ form: String) throws(StoreError) {
    try caseload.removeDraft(of: form, by: author)
  }
}
