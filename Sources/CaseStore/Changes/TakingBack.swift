import AlternativeProvision

/// One row of the journal, as putting a record back needs it.
struct Act {
  var kind: RecordKind
  var subject: Int64
  var before: String?
  var after: String?
}

/// Puts records back as the journal says they were: for undoing a change, and for reopening a decision.
extension Door {
  /// What a change did to records, in the order in which it did it.
  func acts(of change: Int64) throws(StoreError) -> [Act] {
    let rows = try connection.statement(
      "SELECT kind, subject_id, before, after FROM journal WHERE change_id = ?1 ORDER BY seq")
    rows.bind(1, change)
    defer { rows.reset() }
    var acts: [Act] = []
    while try rows.step() {
      guard let kind = RecordKind(rawValue: rows.text(0)) else {
        throw StoreError(
          .cannotUndo, "that change was made by a newer Sixthday",
          toDo: "install the newest Sixthday")
      }
      acts.append(
        Act(
          kind: kind, subject: rows.integer(1), before: rows.textOrNil(2),
          after: rows.textOrNil(3)))
    }
    return acts
  }

  /// Puts the record of an act back as it was before: away if the act added it, back if it removed it.
  ///
  /// - Parameter kept: A column that keeps what it holds now.
  mutating func takeBack(_ act: Act, keeping kept: String? = nil) throws(StoreError) {
    guard let table = Table.all.first(where: { $0.kind == act.kind }) else { return }
    let statements = try caseload.statements(for: table)
    let former = try caseload.members(of: act.before)
    switch (former, act.after) {
    case (nil, _):
      do {
        try remove(number: act.subject, with: statements)
      } catch  where error.kind == .refused {
        throw StoreError(
          .cannotUndo, "a \(table.kind.title) added by that change is used by later ones",
          toDo: "remove what names it first, or leave it")
      }
    case (let former?, nil):
      let nothing = table.columns.map { $0.list == nil ? Cell.null : .text("[]") }
      try add(
        table.cells(nothing, with: former), number: act.subject, with: statements)
    case (let former?, _?):
      guard let present = try statements.cells(number: act.subject) else {
        throw .gone(table.kind, act.subject)
      }
      let cells = table.cells(present, with: former.filter { $0.name != kept })
      let changed = cells.indices.filter { cells[$0] != present[$0] }
      try write(cells, over: present, number: act.subject, changed: changed, with: statements)
    }
  }

  /// Whether a record still is what an act made of it; nil where it is not on file any more.
  func isAsLeft(by act: Act) throws(StoreError) -> Bool? {
    guard let table = Table.all.first(where: { $0.kind == act.kind }),
      let present = try caseload.statements(for: table).cells(number: act.subject)
    else { return nil }
    return try (caseload.members(of: act.after) ?? []).allSatisfy { member in
      table.position(of: member.name).map { present[$0] == member.cell } ?? true
    }
  }
}

extension Table {
  /// A record's values with some of them replaced.
  fileprivate func cells(_ cells: [Cell], with members: [(name: String, cell: Cell)]) -> [Cell] {
    var cells = cells
    for member in members {
      if let position = position(of: member.name) { cells[position] = member.cell }
    }
    return cells
  }
}
