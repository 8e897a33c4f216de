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
        guard !isNothing(held) else { return nil }
        return "\(name(field.name)) \(value(held, of: field.name))"
      }
      text = "\(kind) \(entry.act == .added ? "added" : "removed"): " + said.joined(separator: ", ")
      role = .muted
    case .changed:
      let said = fields.map { field in
        "\(name(field.name)) \(value(field.before ?? "", of: field.name)) → "
          + value(field.after ?? "", of: field.name)
      }
      text = "\(kind): " + said.joined(separator: ", ")
      role = .text
    }
    return TextLine.wrapped("  " + text, width: width, indent: 4, role)
  }

  /// Whether a record holds what the room need not see: all but what the screens show anyway.
  private static func isPersonal(_ kind: RecordKind) -> Bool {
    switch kind {
    case .caseFile, .exclusion, .placement, .marks, .mark, .agendaItem, .meeting, .panel: false
    default: true
    }
  }

  private static func title(of kind: RecordKind) -> String {
    switch kind {
    case .caseFile: "Case"
    case .qualityVisit: "Quality visit"
    case .marks, .mark: "Attendance mark"
    default: Wording.field(kind.rawValue)
    }
  }

  private static func isNothing(_ text: String) -> Bool { text.isEmpty || text == "[]" }

  private static func name(_ field: String) -> String {
    names[field] ?? Wording.field(field).lowercased()
  }

  /// What a field of the store holds, in words.
  static func value(_ text: String, of field: String) -> String {
    if isNothing(text) { return "none" }
    switch field {
    case "route": return CaseRoute(rawValue: text)?.title.lowercased() ?? text
    case "tier": return CaseTier(rawValue: text)?.title.lowercased() ?? text
    case "category": return ExclusionCategory(rawValue: text)?.title.lowercased() ?? text
    case "outcome": return ExclusionOutcome(rawValue: text)?.title.lowercased() ?? text
    case "commissioner": return Commissioner(rawValue: text)?.title.lowercased() ?? text
    case "voice": return Voice(rawValue: text)?.title.lowercased() ?? text
    case "governors_decision": return GovernorsDecision(rawValue: text)?.title.lowercased() ?? text
    case "review_decision": return ReviewDecision(rawValue: text)?.title.lowercased() ?? text
    case "governors_notice_delivery", "review_notice_delivery":
      return Delivery(rawValue: text)?.title.lowercased() ?? text
    case "first_session": return text == "0" ? "morning" : "afternoon"
    case "sessions": return Int(text).map { Timeline.days(halves: $0) } ?? text
    case "reasons":
      return list(text).map { Codes.exclusionReasons.meaning(of: $0) }.joined(separator: "; ")
    case "needs": return list(text).map { Codes.needs.meaning(of: $0) }.joined(separator: "; ")
    case "sen_provision": return Codes.senProvision.meaning(of: text)
    case "sex": return Codes.sex.meaning(of: text)
    case "first_language": return Codes.languages.meaning(of: text)
    case "english_is_additional": return text == "1" ? "yes" : text == "0" ? "no" : text
    case "reason": return Codes.placementReasons.meaning(of: text)
    case let name where name.hasSuffix("authority") || name.hasPrefix("authority_"):
      if let number = Int(text), number < 1000 { return Codes.authorityName(number) }
    case let name where name.hasPrefix("is_") || name.hasPrefix("has_"):
      return text == "1" ? "yes" : text == "0" ? "no" : text
    default: break
    }
    if field == "planned_end", let number = Int32(text) { return Day(number: number).medium }
    let plain = Wording.value(text, of: field)
    return plain.hasPrefix("[") ? list(plain).joined(separator: "; ") : plain
  }

  /// The members of a list as the store keeps it: `["PP","VA"]`.
  private static func list(_ text: String) -> [String] {
    text.split { "[]\",".contains($0) }.map(String.init)
      .filter { !$0.allSatisfy { $0 == " " } }
  }

  /// Fields whose name in the store is not what people say.
  private static let names: [String: String] = [
    "first_session": "from the", "sessions": "length", "sen_provision": "SEN provision",
    "section19_accepted_on": "section 19 accepted on", "upn": "UPN", "former_upns": "former UPNs",
    "is_looked_after": "looked after", "has_social_worker": "social worker",
    "free_school_meals": "free school meals",
    "english_is_additional": "English as an additional language", "nc_year": "year group",
  ]
}
