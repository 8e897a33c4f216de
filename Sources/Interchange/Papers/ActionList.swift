import AlternativeProvision
import CaseStore

/// Actions that panels agreed, as rows: in a table, or in CSV that a spreadsheet opens.
public enum ActionList {
  private static let columns = [
    TableColumn("meeting", mayShrink: false),
    TableColumn("number", title: "no.", alignment: .right), TableColumn("item"),
    TableColumn("case", mayShrink: false), TableColumn("action"), TableColumn("owner"),
    TableColumn("due_on", title: "due", mayShrink: false),
    TableColumn("done_on", title: "done", mayShrink: false), TableColumn("result"),
  ]

  /// Every action of a meeting, done or not.
  ///
  /// - Parameter names: Whether names of children and families in the words are reduced to initials.
  public static func table(_ facts: PaperFacts, names: PaperNames = .full) -> Table {
    let cover = names == .full ? NameCover() : facts.cover
    let heldOn = facts.file.meeting.value.heldOn
    var rows: [(number: Int, cells: [TableCell])] = facts.file.actions.map {
      ($0.number, row($0, heldOn: heldOn, item: "", reference: "", cover: cover))
    }
    for entry in facts.file.items {
      let reference = facts.children[entry.item.id]?.reference ?? ""
      rows += entry.actions.map {
        let title = entry.item.value.title
        return (
          $0.number, row($0, heldOn: heldOn, item: title, reference: reference, cover: cover)
        )
      }
    }
    return Table(columns: columns, rows: rows.sorted { $0.number < $1.number }.map(\.cells))
  }

  /// Every action of a meeting as CSV.
  public static func csv(_ facts: PaperFacts, names: PaperNames = .full) -> String {
    table(facts, names: names).written(as: .csv)
  }

  /// Every action that is still open, of whichever panel, the first due first.
  public static func open(
    in caseload: Caseload, names: PaperNames = .full
  ) throws(StoreError) -> Table {
    var meetings: [Identifier<Meeting>: PaperFacts] = [:]
    var table = Table(columns: columns)
    for file in try caseload.openActions() {
      if meetings[file.meeting] == nil {
        meetings[file.meeting] = try PaperFacts(file.meeting, in: caseload)
      }
      guard let facts = meetings[file.meeting] else { continue }
      let item = facts.file.items.first { $0.item.id == file.item }
      let reference = item.flatMap { facts.children[$0.item.id]?.reference }
      table.rows.append(
        row(
          file, heldOn: facts.file.meeting.value.heldOn, item: item?.item.value.title ?? "",
          reference: reference ?? "", cover: names == .full ? NameCover() : facts.cover))
    }
    return table
  }

  private static func row(
    _ file: ActionFile, heldOn: Day, item: String, reference: String, cover: NameCover
  ) -> [TableCell] {
    [
      .day(heldOn), .integer(file.number), .text(item), .text(reference),
      .text(cover.covered(file.action.what)), .text(cover.covered(file.action.ownerWords)),
      file.action.dueOn.map(TableCell.day) ?? .text(file.action.dueWords),
      .day(orNone: file.action.doneOn),
      .text(cover.covered(file.action.result)),
    ]
  }
}
