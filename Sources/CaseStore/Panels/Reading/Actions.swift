import AlternativeProvision

extension Caseload {
  /// The actions of a case that say something, open ones first, then the latest first.
  public func actions(of file: Identifier<Case>) throws(StoreError) -> [ActionFile] {
    try snapshot { () throws(StoreError) in
      try actions("WHERE case_id = ?1 ORDER BY done_on IS NOT NULL, id DESC", file.number)
        .filter { !$0.saysNothing }
    }
  }

  /// The open actions of a person, whatever capitals their name was written in; the first due first.
  public func openActions(of owner: String) throws(StoreError) -> [ActionFile] {
    let wanted = owner.lowercased()
    return try openActions().filter { $0.action.owner.lowercased() == wanted }
  }

  /// Every open action that says something, the first due first.
  public func openActions() throws(StoreError) -> [ActionFile] {
    try snapshot { () throws(StoreError) in
      try actions("WHERE done_on IS NULL ORDER BY due_on IS NULL, due_on, id")
        .filter { !$0.saysNothing }
    }
  }

  /// The open actions of a panel's meetings before a day: what is carried over onto its next agenda.
  public func openActions(
    of panel: Identifier<Panel>, before day: Day
  ) throws(StoreError) -> [ActionFile] {
    try snapshot { () throws(StoreError) in
      try actions(
        """
        WHERE done_on IS NULL AND meeting_id IN
          (SELECT id FROM meeting WHERE panel_id = ?1 AND held_on < ?2)
        ORDER BY due_on IS NULL, due_on, id
        """, panel.number, Int64(day.number)
      ).filter { !$0.saysNothing }
    }
  }

  /// The action of that identifier, as it is being typed by now; nil where there is none.
  public func action(_ id: Identifier<PanelAction>) throws(StoreError) -> PanelAction? {
    try snapshot { () throws(StoreError) in try actions("WHERE id = ?1", id.number).first?.action }
  }

  func actions(
    _ clause: String, _ number: Int64? = nil, _ second: Int64? = nil
  ) throws(StoreError) -> [ActionFile] {
    let rows: [Stored<ActionRecord>] = try readAll(clause, number, second)
    let typed = try connection.statement(
      """
      SELECT field, text, version, author, at FROM draft
      WHERE subject = 'action' AND subject_id = ?1
      """)
    var found: [ActionFile] = []
    for row in rows {
      var file = ActionFile(
        id: Identifier(row.id.number), number: row.value.number, meeting: row.value.meeting,
        item: row.value.item, file: row.value.file, action: row.value.action, words: [:])
      typed.bind(1, row.id.number)
      defer { typed.reset() }
      while try typed.step() {
        guard let field = ActionField(rawValue: typed.text(0)) else { continue }
        file.words[field] = Words(typed, from: 1)
      }
      file.takeTyped()
      found.append(file)
    }
    return found
  }
}

extension ActionFile {
  /// Shows the action as it is being typed; a date that cannot be read yet is none.
  mutating func takeTyped() {
    if let what = words[.what] { action.what = what.text }
    if let owner = words[.owner] { action.owner = owner.text }
    if let due = words[.dueOn] { action.dueOn = try? Day(MinuteText.trimmed(due.text)) }
  }
}
