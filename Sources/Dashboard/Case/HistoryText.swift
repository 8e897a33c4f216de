import AlternativeProvision
import CaseStore
import TerminalUI

/// Who changed what, in words: no column of the store, no number of a day, no code is left as it is.
enum HistoryText {
  /// - Parameter isShared: whether others can see: of records that hold who the child is and what the
  ///   family said, only that they changed is told then.
  static func lines(
    _ entries: [JournalEntry], width: Int, isShared: Bool = false
  ) -> [TextLine] {
    if entries.isEmpty { return [TextLine("No change is on record.", .muted)] }
    var lines: [TextLine] = []
    var change: Int64?
    for entry in entries {
      if entry.change != change {
        if change != nil { lines.append(TextLine.blank) }
        change = entry.change
        lines.append(
          TextLine(CaseText.padded(ClockTime.text(entry.at), 19), .muted)
            .then(entry.author, .heading, .bold))
        // Why is one of the program's own words, but for a name that it was told.
        lines += TextLine.wrapped("  " + entry.cause, width: width, indent: 2)
      }
      lines += story(of: entry, width: width, isCovered: isShared && isPersonal(entry.kind))
    }
    return lines
  }

  /// What became of one record: its facts where it came or went, what changed where it stayed.
  private static func story(
    of entry: JournalEntry, width: Int, isCovered: Bool
  ) -> [TextLine] {
    // The numbers by which the store joins records say nothing to a reader.
    let fields = entry.fields.filter { !$0.name.hasSuffix("_id") && $0.name != "id" }
    let kind = title(of: entry.kind)
    if isCovered {
      // Which fields were filled in tells of a social worker too.
      return [TextLine("  \(kind) (covered)", .muted)]
    }
    let text: String
    let role: Role
    switch entry.act {
    case .added, .removed:
      let said = fields.compactMap { field -> String? in
        let held = field.after ?? field.before ?? ""
        guard !RecordText.isNothing(held) else { return nil }
        return "\(RecordText.name(of: field.name)) \(RecordText.value(held, of: field.name))"
      }
      text = "\(kind) \(entry.act == .added ? "added" : "removed"): " + said.joined(separator: ", ")
      role = .muted
    case .changed:
      let said = fields.map { field in
        "\(RecordText.name(of: field.name)) \(RecordText.value(field.before ?? "", of: field.name)) → "
          + RecordText.value(field.after ?? "", of: field.name)
      }
      text = "\(kind): " + said.joined(separator: ", ")
      role = .text
    }
    return TextLine.wrapped("  " + text, width: width, indent: 4, role)
  }

  /// Whether a record holds what the room need not see: all but who sat where and when.
  private static func isPersonal(_ kind: RecordKind) -> Bool {
    switch kind {
    // A case has its route and why it closed, an item why it left the agenda, a mark that the child
    // was ill; an exclusion's reasons and how a placement ended tell as much.
    case .meeting, .panel: false
    default: true
    }
  }

  private static func title(of kind: RecordKind) -> String {
    switch kind {
    case .caseFile: "Case"
    case .qualityVisit: "Quality visit"
    case .marks, .mark: "Attendance mark"
    default: RecordText.sentence(kind.rawValue)
    }
  }
}
