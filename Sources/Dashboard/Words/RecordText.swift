import AlternativeProvision
import CaseStore

/// The fields of the store in words, for the history and for two versions side by side: no column, no
/// number of a day, no code is left as it is.
enum RecordText {
  /// Whether a field holds nothing, or an empty list.
  static func isNothing(_ text: String) -> Bool { text.isEmpty || text == "[]" }

  /// What a field is called, within a sentence.
  static func name(of field: String) -> String {
    names[field] ?? words(field).joined(separator: " ").lowercased()
  }

  /// A name of the store at the beginning of a line.
  static func sentence(_ name: String) -> String {
    let text = names[name] ?? words(name).joined(separator: " ")
    return (text.first?.uppercased() ?? "") + text.dropFirst()
  }

  private static func words(_ name: String) -> [Substring] {
    name.split(separator: "_").filter { $0 != "id" }
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
    case "weekly_cost": return Int(text).map(Pence.words) ?? text
    case "hours_per_week", "plan_maximum_weekly_hours": return Double(text).map(Hours.words) ?? text
    case "ethnicity": return Codes.ethnicity.meaning(of: text)
    case "sex": return Codes.sex.meaning(of: text)
    case "first_language": return Codes.languages.meaning(of: text)
    case "english_is_additional": return text == "1" ? "yes" : text == "0" ? "no" : text
    case "reason": return Codes.placementReasons.meaning(of: text)
    case let name
    where name.hasSuffix("_on") || name.hasSuffix("_day") || name == "date_of_birth"
      || name == "planned_end":
      if let number = Int32(text) { return Day(number: number).medium }
    case let name where name.hasSuffix("authority") || name.hasPrefix("authority_"):
      if let number = Int(text), number < 1000 { return Codes.authorityName(number) }
    case let name
    where name.hasPrefix("is_") || name.hasPrefix("has_") || name == "free_school_meals":
      return text == "1" ? "yes" : text == "0" ? "no" : text
    default: break
    }
    return text.hasPrefix("[") ? list(text).joined(separator: "; ") : text
  }

  /// The members of a list as the store keeps it: `["PP","VA"]`.
  private static func list(_ text: String) -> [String] {
    text.split { "[]\",".contains($0) }.map(String.init)
      .filter { !$0.allSatisfy { $0 == " " } }
  }

  /// Fields whose name in the store is not what people say.
  private static let names: [String: String] = [
    "claim_determined_on": "discrimination claim determined on",
    "first_session": "from the", "sessions": "length", "sen_provision": "SEN provision",
    "section19_accepted_on": "section 19 accepted on", "upn": "UPN", "former_upns": "former UPNs",
    "is_looked_after": "looked after", "has_social_worker": "social worker",
    "free_school_meals": "free school meals",
    "english_is_additional": "English as an additional language", "nc_year": "year group",
  ]
}
