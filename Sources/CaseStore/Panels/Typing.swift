import AlternativeProvision

/// The text of a field, with the version by which it is told from later ones.
public struct Words: Sendable, Hashable {
  /// The text.
  public var text: String
  /// Counts how often it was saved; 0 where it never was.
  public var version: Int64
  /// Who saved it last; empty where nobody has.
  public var author: String
  /// When.
  public var at: Instant

  /// A text that was never saved as one being typed.
  public init(_ text: String = "") {
    self.text = text
    version = 0
    author = ""
    at = Instant(seconds: 0)
  }

  /// Reads text, version, author and time from a row.
  init(_ row: Statement, from column: Int32) {
    text = row.text(column)
    version = row.integer(column + 1)
    author = row.text(column + 2)
    at = Instant(seconds: row.integer(column + 3))
  }
}

/// A field that is typed into.
public enum TypedField: Sendable, Hashable {
  /// A field of the form of an item.
  case item(Identifier<AgendaItem>, DecisionField)
  /// A field of an action.
  case action(Identifier<PanelAction>, ActionField)

  /// Whether two people's sentences can be merged in it.
  var isProse: Bool {
    switch self {
    case .item(_, let field): field.sort == .prose
    case .action(_, let field): field == .what
    }
  }

  var subject: (kind: String, number: Int64, field: String) {
    switch self {
    case .item(let item, let field): ("item", item.number, field.rawValue)
    case .action(let action, let field): ("action", action.number, field.rawValue)
    }
  }
}

/// What became of a text that was saved while it is being typed.
public struct SavedWords: Sendable, Hashable {
  /// The three things that can become of it.
  public enum Outcome: Sendable, Hashable {
    /// It is on file as it was typed.
    case saved
    /// Somebody else had typed too: on file are the words of both, and the screen takes them over.
    case merged
    /// Somebody else had changed a field that cannot be merged: theirs stays on file, and saving again
    /// upon it replaces it knowingly.
    case differs
  }

  /// What became of it.
  public var outcome: Outcome
  /// What is on file now.
  public var words: Words
  /// The number of characters before the cursor in that.
  public var cursor: Int
}

extension Caseload {
  /// Saves what is being typed, at every pause; it is on the disk when this returns.
  ///
  /// This goes past the journal, which keeps what was confirmed and not every pause for breath, and past
  /// the derived rows, which do not depend on it. From the first call on, this connection waits for the
  /// disk at each commit, so that not even a lost power supply takes a word.
  ///
  /// - Parameters:
  ///   - text: All of the field.
  ///   - field: The field.
  ///   - base: What the field held when the person began to type, as it was read or saved last.
  ///   - cursor: The number of characters before the cursor; nil for the end.
  ///   - author: Who types.
  ///   - time: When.
  /// - Throws: `StoreError` where the meeting's minutes are being approved or a decision stands on the
  ///   item, each with what to do.
  public func save(
    _ text: String, to field: TypedField, over base: Words, cursor: Int? = nil,
    by author: String, at time: Instant
  ) throws(StoreError) -> SavedWords {
    try writingWords { () throws(StoreError) in
      try refuseTyping(into: field)
      let onFile = try words(in: field) ?? Words(base.version == 0 ? base.text : "")
      var saved = SavedWords(
        outcome: .saved, words: onFile, cursor: min(cursor ?? text.count, text.count))
      if onFile.text == text { return saved }
      var wanted = text
      if onFile.version != base.version, onFile.text != base.text {
        guard field.isProse else {
          saved.outcome = .differs
          saved.cursor = onFile.text.count
          return saved
        }
        let merged = TextMerge.merge(
          base: base.text, theirs: onFile.text, mine: text, cursor: cursor)
        wanted = merged.text
        saved.cursor = merged.cursor
        saved.outcome = .merged
      }
      saved.words = Words(wanted)
      saved.words.version = onFile.version + 1
      saved.words.author = author
      saved.words.at = time
      try write(saved.words, to: field)
      return saved
    }
  }

  /// Notes where an author is in a meeting. It waits for no disk: words that are saved later take it along.
  public func save(
    _ place: MeetingPlace, of author: String, in meeting: Identifier<Meeting>
  ) throws(StoreError) {
    try noting { () throws(StoreError) in
      let row = try connection.statement(
        """
        INSERT INTO meeting_place(author, meeting_id, item_id, field, cursor)
        VALUES(?1, ?2, ?3, ?4, ?5)
        ON CONFLICT(author, meeting_id) DO UPDATE SET item_id = excluded.item_id,
          field = excluded.field, cursor = excluded.cursor
        """)
      row.bind(1, author)
      row.bind(2, meeting.number)
      row.bind(3, place.item?.number)
      if let field = place.field { row.bind(4, field) } else { row.bindNull(4) }
      row.bind(5, Int64(place.cursor))
      try row.run()
    }
  }

  /// Adds to the time that an item has taken.
  public func add(seconds: Int, to item: Identifier<AgendaItem>) throws(StoreError) {
    guard seconds > 0 else { return }
    try noting { () throws(StoreError) in
      let row = try connection.statement(
        """
        INSERT INTO item_time(item_id, seconds) VALUES(?1, ?2)
        ON CONFLICT(item_id) DO UPDATE SET seconds = seconds + excluded.seconds
        """)
      row.bind(1, item.number)
      row.bind(2, Int64(seconds))
      try row.run()
    }
  }

  /// What stands in each field of an item's form: one query, to see what another terminal typed.
  public func words(of item: Identifier<AgendaItem>) throws(StoreError) -> [DecisionField: Words] {
    let rows = try connection.statement(
      """
      SELECT field, text, version, author, at FROM draft
      WHERE subject = 'item' AND subject_id = ?1
      """)
    rows.bind(1, item.number)
    defer { rows.reset() }
    var found: [DecisionField: Words] = [:]
    while try rows.step() {
      guard let field = DecisionField(rawValue: rows.text(0)) else { continue }
      found[field] = Words(rows, from: 1)
    }
    return found
  }

  func typed(
    inMeeting meeting: Identifier<Meeting>
  ) throws(StoreError) -> [Int64: [DecisionField: Words]] {
    let rows = try connection.statement(
      """
      SELECT draft.subject_id, draft.field, draft.text, draft.version, draft.author, draft.at
      FROM agenda_item JOIN draft
        ON draft.subject = 'item' AND draft.subject_id = agenda_item.id
      WHERE agenda_item.meeting_id = ?1
      """)
    rows.bind(1, meeting.number)
    defer { rows.reset() }
    var found: [Int64: [DecisionField: Words]] = [:]
    while try rows.step() {
      guard let field = DecisionField(rawValue: rows.text(1)) else { continue }
      found[rows.integer(0), default: [:]][field] = Words(rows, from: 2)
    }
    return found
  }

  // MARK: How

  private func words(in field: TypedField) throws(StoreError) -> Words? {
    let row = try connection.statement(
      """
      SELECT text, version, author, at FROM draft
      WHERE subject = ?1 AND subject_id = ?2 AND field = ?3
      """)
    row.bind(1, field.subject.kind)
    row.bind(2, field.subject.number)
    row.bind(3, field.subject.field)
    defer { row.reset() }
    return try row.step() ? Words(row, from: 0) : nil
  }

  func write(_ words: Words, to field: TypedField) throws(StoreError) {
    let row = try connection.statement(
      """
      INSERT INTO draft(subject, subject_id, field, version, text, author, at)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT(subject, subject_id, field) DO UPDATE SET version = excluded.version,
        text = excluded.text, author = excluded.author, at = excluded.at
      """)
    row.bind(1, field.subject.kind)
    row.bind(2, field.subject.number)
    row.bind(3, field.subject.field)
    row.bind(4, words.version)
    row.bind(5, words.text)
    row.bind(6, words.author)
    row.bind(7, words.at.seconds)
    try row.run()
  }

  /// Refuses words where they would change what is settled, or belong to nothing.
  private func refuseTyping(into field: TypedField) throws(StoreError) {
    switch field {
    case .item(let number, let field):
      guard let item: AgendaItem = try read(number.number) else {
        throw .gone(.agendaItem, number.number)
      }
      try refuseSettled(item.meeting)
      if field != .notes, item.state == .decided {
        throw StoreError(
          .refused, "a decision stands on this item",
          toDo: "reopen it with a reason to change it, or write under Notes")
      }
    case .action(let number, _):
      guard let action: ActionRecord = try read(number.number) else {
        throw .gone(.action, number.number)
      }
      try refuseSettled(action.meeting)
    }
  }

  /// Refuses a change to a meeting whose minutes are approved.
  func refuseSettled(_ meeting: Identifier<Meeting>) throws(StoreError) {
    guard let found: Meeting = try read(meeting.number) else {
      throw .gone(.meeting, meeting.number)
    }
    if found.state == .minutesApproved {
      throw StoreError(
        .refused, "the minutes of \(found.heldOn.medium) are approved and cannot be altered",
        toDo: "add a dated note that corrects them")
    }
  }

  /// Runs a small transaction of what nobody has typed. It outlives the program at once, and a lost power
  /// supply from the next words on: whoever steps from child to child must not wait for the disk.
  private func noting(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    guard !isChanging else { return try body() }
    if keepsEveryWord { try connection.run("PRAGMA synchronous = NORMAL") }
    let outcome: Result<Void, StoreError>
    do throws(StoreError) {
      try connection.waiting(atMost: 200) { () throws(StoreError) in
        try connection.transaction(.recording, body)
      }
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    if keepsEveryWord { try connection.run("PRAGMA synchronous = FULL") }
    try outcome.get()
  }

  /// Runs a small transaction that is on the disk when it is done.
  func writingWords<T>(_ body: () throws(StoreError) -> T) throws(StoreError) -> T {
    guard !isChanging else { return try body() }
    if !keepsEveryWord {
      try connection.run("PRAGMA synchronous = FULL")
      keepsEveryWord = true
    }
    // Somebody types: who holds the file for long, as an import does, is not waited for. The words stay
    // on the screen and are saved a second later.
    return try connection.waiting(atMost: 200) { () throws(StoreError) in
      try connection.transaction(.recording, body)
    }
  }
}
