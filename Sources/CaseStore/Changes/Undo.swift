import AlternativeProvision

/// A change that was taken back.
public struct Undone: Sendable, Hashable {
  /// The number that the change had.
  public var change: Int64
  /// Why it had been made, as the journal says.
  public var cause: String
  /// When it had been made.
  public var madeAt: Instant
  /// How many records were put back as they had been.
  public var records: Int
}

/// A change that could be taken back.
public struct LastChange: Sendable, Hashable {
  /// Its number.
  public var number: Int64
  /// Why it was made, as the journal says.
  public var cause: String
  /// When it was made.
  public var madeAt: Instant
  /// Whether it was made through this very caseload, and not by another program or at another time.
  public var isOwn: Bool
}

extension Caseload {
  /// Who made the first change of all; nil where nothing was ever changed.
  public func firstAuthor() throws(StoreError) -> String? {
    let first = try connection.statement("SELECT author FROM change ORDER BY id LIMIT 1")
    defer { first.reset() }
    return try first.step() ? first.text(0) : nil
  }

  /// The change that an author would take back next: the last one made through this caseload since it
  /// was opened, or where there is none, the last one made anywhere; nil for none at all.
  ///
  /// Two windows of one person thus take back each its own.
  public func lastChange(by author: String) throws(StoreError) -> LastChange? {
    for number in ownChanges.reversed() {
      if let own = try lastChange(by: author, number) { return own }
    }
    return try lastChange(by: author, nil)
  }

  private func lastChange(by author: String, _ own: Int64?) throws(StoreError) -> LastChange? {
    let row = try connection.statement(
      """
      SELECT id, cause, at FROM change WHERE author = ?1 AND undoes IS NULL AND id = ifnull(?2, id)
        AND NOT EXISTS (SELECT 1 FROM change AS later WHERE later.undoes = change.id)
      ORDER BY id DESC LIMIT 1
      """)
    row.bind(1, author)
    row.bind(2, own)
    defer { row.reset() }
    guard try row.step() else { return nil }
    return LastChange(
      number: row.integer(0), cause: row.text(1), madeAt: Instant(seconds: row.integer(2)),
      isOwn: own != nil)
  }

  /// Takes back one change, as a new change.
  ///
  /// - Throws: a `StoreError` of kind `.cannotUndo` where it is not the author's to take back, or someone
  ///   has changed one of its records since.
  @discardableResult
  public func undo(_ number: Int64, by author: String, at time: Instant) throws -> Undone {
    let undone = try change(by: author, at: time, cause: "undo") { door in
      guard let last = try lastChange(by: author, number) else {
        throw StoreError(
          .cannotUndo, "that change has been taken back already", toDo: "nothing is needed")
      }
      return try door.takeBack(last)
    }
    // What a person types into one form is kept at every pause, and taken back as a whole.
    guard undone.cause.hasPrefix(Caseload.typingCause), let next = try lastChange(by: author),
      next.cause == undone.cause, undone.madeAt.seconds - next.madeAt.seconds < 600
    else { return undone }
    var whole = try undo(next.number, by: author, at: time)
    whole.records += undone.records
    return whole
  }

  /// How the cause of a change begins that only keeps what is being typed into a form; such changes that
  /// follow one another are undone together.
  public static let typingCause = "fill in "

  /// Takes back the last change that an author made and has not taken back yet, as a new change.
  ///
  /// - Throws: a `StoreError` of kind `.cannotUndo` where there is none, where it is a panel's decision
  ///   or its minutes, or where someone has changed one of its records since: nobody's later work is undone
  ///   along with it.
  @discardableResult
  public func undo(by author: String, at time: Instant) throws -> Undone {
    try change(by: author, at: time, cause: "undo") { door in
      guard let last = try lastChange(by: author, nil) else {
        throw StoreError(
          .cannotUndo, "\(author) has made no change that could be undone",
          toDo: "nothing is needed")
      }
      return try door.takeBack(last)
    }
  }
}

extension Door {
  fileprivate mutating func takeBack(_ last: LastChange) throws(StoreError) -> Undone {
    let number = last.number
    var undone = Undone(change: number, cause: last.cause, madeAt: last.madeAt, records: 0)
    undoes = number
    let acts = try acts(of: number)
    try refuseOnRecord(acts, cause: undone.cause)
    try refuseWhereChangedSince(number)
    // Marks first, then the latest first: whatever names a record goes before the record itself.
    undone.records += try takeBackMarks(of: number, acts: acts)
    for act in acts.reversed() where act.kind != .mark && act.kind != .marks {
      try takeBack(act)
      undone.records += 1
    }
    return undone
  }

  /// What a panel confirmed stays in the record: it is reopened with a reason, or corrected by a note.
  private func refuseOnRecord(_ acts: [Act], cause: String) throws(StoreError) {
    for act in acts {
      switch act.kind {
      case .decision where act.before == nil:
        throw StoreError(
          .cannotUndo,
          "the last change, \"\(cause)\", is a confirmed decision, which stays on record",
          toDo: "reopen it in its meeting: o on the item, with a reason")
      case .decision:
        throw StoreError(
          .cannotUndo, "the last change, \"\(cause)\", reopened a decision, which stays on record",
          toDo: "decide the item again in its meeting")
      case .minutes:
        throw StoreError(
          .cannotUndo, "the last change approved minutes, which stay as they are",
          toDo: "correct them with a dated note: n in the minutes")
      case .correction:
        throw StoreError(
          .cannotUndo, "the last change is a note under approved minutes, which stays there",
          toDo: "add another note: n in the minutes")
      default: continue
      }
    }
  }

  /// A later change counts unless it was itself taken back: the two then cancel out.
  private func refuseWhereChangedSince(_ number: Int64) throws(StoreError) {
    let later = try connection.statement(
      """
      SELECT change.author, newer.kind FROM journal AS older
      JOIN journal AS newer ON newer.subject_id = older.subject_id AND newer.kind = older.kind
        AND newer.change_id > older.change_id
      JOIN change ON change.id = newer.change_id
      WHERE older.change_id = ?1 AND older.kind NOT IN ('mark', 'marks') AND change.undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM change AS undo WHERE undo.undoes = change.id)
      LIMIT 1
      """)
    later.bind(1, number)
    defer { later.reset() }
    guard try later.step() else { return }
    let kind = RecordKind(rawValue: later.text(1))?.title ?? "record"
    throw StoreError(
      .cannotUndo, "\(later.text(0)) has changed a \(kind) of that change since",
      toDo: "make the correction as a new change")
  }

  // MARK: Marks

  /// Restores the marks that a change altered and removes those that it added.
  private mutating func takeBackMarks(
    of number: Int64, acts: [Act]
  ) throws(StoreError) -> Int {
    guard let batch = acts.last(where: { $0.kind == .marks }) else { return 0 }
    for act in acts where act.kind == .mark { try restoreMark(act, changedBy: number) }
    var added = 0
    for member in try caseload.members(of: batch.after) ?? [] where member.name == "added" {
      if case .integer(let count) = member.cell { added = Int(count) }
    }
    let rows = try connection.statement(
      "SELECT pupil_id, day FROM attendance_mark WHERE change_id = ?1")
    rows.bind(1, number)
    defer { rows.reset() }
    var found = 0
    while try rows.step() {
      touchWeek(of: rows.integer(0), on: rows.day(1))
      found += 1
    }
    guard found == added else {
      throw StoreError(
        .cannotUndo, "\(added - found) of its attendance marks have been changed since",
        toDo: "import the right register, which corrects them")
    }
    let deletion = try connection.statement("DELETE FROM attendance_mark WHERE change_id = ?1")
    deletion.bind(1, number)
    try deletion.run()
    var json = JSONText()
    json.raw("{")
    json.member("added")
    json.number(Int64(added))
    json.raw("}")
    try journal(kind: .marks, subject: number, caseNumber: nil, before: json, after: nil)
    return added + acts.count { $0.kind == .mark }
  }

  private mutating func restoreMark(_ act: Act, changedBy number: Int64) throws(StoreError) {
    guard let former = StoredMark(members: try caseload.members(of: act.before) ?? []),
      let later = StoredMark(members: try caseload.members(of: act.after) ?? [])
    else { return }
    let update = try connection.statement(
      """
      UPDATE attendance_mark SET code = ?4, provider_id = ?5, change_id = ?6
      WHERE pupil_id = ?1 AND day = ?2 AND session = ?3 AND change_id = ?7
      """)
    update.bind(1, act.subject)
    update.bind(2, Int64(former.day))
    update.bind(3, former.session)
    update.bind(4, former.code)
    update.bind(5, former.provider)
    update.bind(6, former.change)
    update.bind(7, number)
    try update.run()
    guard connection.rowsChanged == 1 else {
      throw StoreError(
        .cannotUndo, "one of its attendance marks has been changed since",
        toDo: "import the right register, which corrects them")
    }
    touchWeek(of: act.subject, on: Day(number: former.day))
    try journal(
      kind: .mark, subject: act.subject, caseNumber: nil, before: later.json, after: former.json)
  }

  private mutating func touchWeek(of pupil: Int64, on day: Day) {
    let week = PupilWeek(pupil: pupil, monday: day.monday.number)
    if touched.weeks.last != week { touched.weeks.append(week) }
  }
}
