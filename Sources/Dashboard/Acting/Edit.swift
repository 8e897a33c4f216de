import AlternativeProvision
import CaseStore

/// A correction of one record: what it sets, said apart from the record, so that where someone
/// else was quicker it can be made in theirs.
struct Edit {
  /// What the journal calls it.
  let cause: String
  /// What is said once it is done, before how to undo it.
  let done: String
  private let write: (inout Door, Caseload, Int64?) throws -> Void

  /// Puts it through the door.
  ///
  /// - Parameter since: The place in the journal at which the record was seen; nil to set what it sets in
  ///   the record as it is by now.
  func perform(_ door: inout Door, _ caseload: Caseload, since: Int64?) throws {
    try write(&door, caseload, since)
  }

  private init<Value>(
    _ seen: Stored<Value>, _ cause: String, _ done: String,
    now: @escaping (Caseload) throws -> Value?,
    put: @escaping (inout Door, Stored<Value>, Int64?) throws -> Void,
    set: @escaping (inout Value) -> Void
  ) {
    self.cause = cause
    self.done = done
    write = { door, caseload, since in
      var edited = seen
      if since == nil, let current = try now(caseload) { edited.value = current }
      set(&edited.value)
      try put(&door, edited, since)
    }
  }

  /// A correction with a form into which all of a record is read and from which all of it is written:
  /// only what was changed in the form is set.
  ///
  /// - Parameters:
  ///   - fields: The fields of a record, by whose texts it is told what was changed.
  ///   - filled: The record with what stands in such fields.
  static func record<Value>(
    _ seen: Stored<Value>, _ cause: String, done: String, typed: SheetValues,
    fields: @escaping (Value) -> [SheetField],
    filled: @escaping (SheetValues, Value) -> Value,
    now: @escaping (Caseload) throws -> Value?,
    put: @escaping (inout Door, Stored<Value>, Int64?) throws -> Void
  ) -> Edit {
    let before = SheetValues(fields(seen.value))
    return Edit(seen, cause, done, now: now, put: put) { value in
      value = filled(typed.changes(since: before, over: SheetValues(fields(value))), value)
    }
  }

  /// A correction of an action of a panel.
  static func action(
    _ file: ActionFile, _ cause: String, done: String,
    set: @escaping (inout PanelAction) -> Void
  ) -> Edit {
    Edit(
      Stored(id: file.id, value: file.action), cause, done, now: { try $0.action(file.id) },
      put: { door, edited, since in try door.write(edited, ifUnchangedSince: since) }, set: set)
  }

  /// A correction of an item of an agenda.
  static func item(
    _ item: Stored<AgendaItem>, _ cause: String, done: String,
    set: @escaping (inout AgendaItem) -> Void
  ) -> Edit {
    Edit(
      item, cause, done, now: { try $0.agendaItem(item.id) },
      put: { door, edited, since in try door.write(edited, ifUnchangedSince: since) }, set: set)
  }

  /// A correction of the case itself.
  static func file(
    _ file: CaseFile, _ cause: String, set: @escaping (inout Case) -> Void
  ) -> Edit {
    Edit(
      file.file, "\(cause) of \(file.file.value.reference)", "The case is changed.",
      now: { try $0.file(file.file.id) },
      put: { door, edited, since in try door.write(edited, ifUnchangedSince: since) }, set: set)
  }

  /// A correction of one of its placements.
  static func placement(
    _ placement: Stored<Placement>, of file: CaseFile, set: @escaping (inout Placement) -> Void
  ) -> Edit {
    Edit(
      placement, "change a placement of \(file.file.value.reference)",
      "The placement is changed.",
      now: { try $0.placement(placement.id) },
      put: { door, edited, since in try door.write(edited, ifUnchangedSince: since) }, set: set)
  }

  /// A correction of one of the child's exclusions, or what followed it.
  static func exclusion(
    _ exclusion: Stored<Exclusion>, of file: CaseFile, set: @escaping (inout Exclusion) -> Void
  ) -> Edit {
    Edit(
      exclusion, "change the exclusion behind \(file.file.value.reference)",
      "The exclusion is changed.",
      now: { try $0.exclusion(exclusion.id) },
      put: { door, edited, since in try door.write(edited, ifUnchangedSince: since) }, set: set)
  }

  /// A note of what somebody said.
  static func view(_ view: View, in file: CaseFile) -> Edit {
    Edit(
      Stored(id: Identifier<View>(0), value: view),
      "note a view in \(file.file.value.reference)", "What was said is noted.",
      now: { _ in nil }, put: { door, added, _ in try door.put(added.value) }, set: { _ in })
  }
}

extension Change {
  /// A correction of a record that is no case's own: what was not changed stays as others have written it
  /// meanwhile, and where both changed the same the person chooses between the two.
  ///
  /// - Parameters:
  ///   - since: The place in the journal at which the record was read.
  ///   - shown: What of the two versions others may see, where the view is shared.
  init(
    _ edit: Edit, since: Int64, in caseload: Caseload, advice: KeyAdvice? = .undoesIt,
    shown: @escaping ConflictScreen.Showing
  ) {
    self.init(
      cause: edit.cause, done: edit.done, advice: advice,
      overwriting: Overwriting(shown: shown) { door in
        try edit.perform(&door, caseload, since: nil)
      }
    ) { door in try edit.perform(&door, caseload, since: since) }
  }
}
