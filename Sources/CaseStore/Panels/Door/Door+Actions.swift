import AlternativeProvision

extension Door {
  /// Adds an action to a meeting, on an item or on none; what it lacks can be typed in later.
  @discardableResult
  public mutating func add(
    _ action: PanelAction, to meeting: Identifier<Meeting>, item: Identifier<AgendaItem>?,
    file: Identifier<Case>? = nil
  ) throws(StoreError) -> Identifier<PanelAction> {
    _ = try openable(meeting)
    let highest = try connection.statement(
      "SELECT max(number) FROM panel_action WHERE meeting_id = ?1")
    highest.bind(1, meeting.number)
    let last = try highest.step() ? highest.integer(0) : 0
    highest.reset()
    var file = file
    if file == nil, let item, let found: AgendaItem = try caseload.read(item.number) {
      file = found.file
    }
    let record = ActionRecord(
      meeting: meeting, number: Int(last) + 1, item: item, file: file, action: action)
    return Identifier(try put(record: record).id.number)
  }

  /// Journals an action as it was typed, and its drafts are done with.
  ///
  /// - Throws: `StoreError` for a date that cannot be read.
  public mutating func settle(_ action: Identifier<PanelAction>) throws(StoreError) {
    guard let found = try caseload.actions("WHERE id = ?1", action.number).first else {
      throw .gone(.action, action.number)
    }
    var settled = found.action
    settled.what = MinuteText.cleaned(MinuteText.trimmed(settled.what))
    settled.owner = MinuteText.cleaned(MinuteText.trimmed(settled.owner))
    if let typed = found.words[.dueOn] {
      let text = MinuteText.trimmed(typed.text)
      do throws(DayProblem) {
        settled.dueOn = text.isEmpty ? nil : try Day(text)
      } catch {
        throw .refused(
          .action, "\"\(text.prefix(40))\" is no date by which it is due",
          toDo: error.description)
      }
    }
    try write(Stored(id: action, value: settled))
    let drafts = try connection.statement(
      "DELETE FROM draft WHERE subject = 'action' AND subject_id = ?1")
    drafts.bind(1, action.number)
    try drafts.run()
  }

  /// Writes an action over the one on file, as when it is done.
  public mutating func write(
    _ edited: Stored<PanelAction>, ifUnchangedSince since: Int64? = nil
  ) throws(StoreError) {
    guard var record: ActionRecord = try caseload.read(edited.id.number) else {
      throw .gone(.action, edited.id.number)
    }
    record.action = edited.value
    _ = try put(record: record, over: edited.id.number, ifUnchangedSince: since)
  }

  /// Notes that an action was done.
  public mutating func finish(
    _ action: Identifier<PanelAction>, on day: Day, result: String = ""
  ) throws(StoreError) {
    guard let record: ActionRecord = try caseload.read(action.number) else {
      throw .gone(.action, action.number)
    }
    var done = record.action
    done.doneOn = day
    if !result.isEmpty { done.result = result }
    try write(Stored(id: action, value: done))
  }

  /// Removes an action that was entered by mistake; the journal keeps it.
  public mutating func remove(_ action: Identifier<PanelAction>) throws(StoreError) {
    guard let record: ActionRecord = try caseload.read(action.number) else {
      throw .gone(.action, action.number)
    }
    _ = try openable(record.meeting)
    let drafts = try connection.statement(
      "DELETE FROM draft WHERE subject = 'action' AND subject_id = ?1")
    drafts.bind(1, action.number)
    try drafts.run()
    try remove(number: action.number, with: caseload.statements(for: ActionRecord.table))
  }

  /// Removes actions that were begun and into which nobody has written anything.
  mutating func removeSilentActions(_ clause: String, _ number: Int64) throws(StoreError) {
    for file in try caseload.actions(clause, number) where file.saysNothing {
      try remove(file.id)
    }
  }
}
