import AlternativeProvision
import CaseStore

/// The actions of a meeting as a table that a spreadsheet opens.
public enum ActionList {
  /// One row an action: number, item, case, what, owner, due, done, result.
  ///
  /// - Parameter names: Whether names of children and families in the words are reduced to initials.
  public static func csv(_ facts: PaperFacts, names: PaperNames = .full) -> String {
    let cover = names == .full ? NameCover() : facts.cover
    var writer = CSVWriter()
    writer.write([
      "meeting", "number", "item", "case", "action", "owner", "due_on", "done_on", "result",
    ])
    let meeting = facts.file.meeting.value.heldOn.iso
    var rows: [(ActionFile, String, String)] = facts.file.actions.map { ($0, "", "") }
    for entry in facts.file.items {
      let reference = facts.children[entry.item.id]?.reference ?? ""
      rows += entry.actions.map { ($0, entry.item.value.title, reference) }
    }
    for (file, item, reference) in rows.sorted(by: { $0.0.number < $1.0.number }) {
      writer.write([
        meeting, "\(file.number)", item, reference, cover.covered(file.action.what),
        file.action.owner, file.action.dueOn?.iso ?? "", file.action.doneOn?.iso ?? "",
        cover.covered(file.action.result),
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
