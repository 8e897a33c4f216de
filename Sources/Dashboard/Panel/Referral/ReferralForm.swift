import AlternativeProvision
import CaseStore
import TerminalUI

/// The referral form as it is laid out: parts with headings, fields with what they ask for.
enum ReferralForm {
  /// The fields of a form, with an empty entry at the end of each list for what comes next.
  static func fields(
    _ texts: [String: String], child: [SheetField], record: [SheetField], school: String
  ) -> [SheetField] {
    var fields = child
    func heading(_ heading: String, _ more: [SheetField]) {
      var more = more
      if !more.isEmpty { more[0].heading = heading }
      fields += more
    }
    func field(
      _ name: String, _ label: String, _ sort: SheetField.Sort = .line, hint: String = ""
    ) -> SheetField {
      var made = SheetField(name, label, sort, text: texts[name] ?? "", hint: hint)
      if ReferralFields.isDay(name) { made.content = .day }
      made.fact = fact(of: name)
      return made
    }
    func prose(_ name: String, _ label: String, hint: String = "") -> SheetField {
      field(name, label, .prose, hint: hint)
    }
    var picked = field("school", "School", .picked, hint: "Enter opens the schools")
    picked.shown = school
    heading(
      "Who refers, and for what",
      [
        field("receivedOn", "Received on"), field("referrer", "Referred by", hint: "a name"),
        field("referrerRole", "Who is", hint: "head of year"),
        field("referrerContact", "Reached at"), picked,
        field(
          "route", "Route", .choice(SheetChoice.all(CaseRoute.self, title: \.title))),
        field("panel", "Goes to", .choice(panels)),
        field("roll", "On the roll", .choice(SheetChoice.all(RollStatus.self, title: \.title))),
        prose("reasons", "Reasons", hint: "why the child is referred"),
        prose("outcome", "What is asked for"),
      ])
    heading(
      "Consent and views",
      [
        field("consent", "A parent's consent", .choice(consents)),
        field("consentParent", "Given by", .line, hint: "the parent's name"),
        field("consentOn", "Given on", hint: "12/11"),
        prose("noConsent", "If none, why"),
        prose("childsViews", "The child's views", hint: "in the child's own words"),
        prose("noViews", "If none, why"),
        prose("parentsViews", "The parents' views"),
      ])
    let contacts = ReferralFields.count("contact", in: texts)
    for place in 0...contacts {
      heading(
        place == 0 ? "Who looks after the child" : "Someone else",
        [
          field("contact\(place).name", "Name", .line),
          field("contact\(place).relationship", "Who is", hint: "mother"),
          field("contact\(place).reached", "Reached at", .line, hint: "telephone or address"),
          field("contact\(place).responsible", "Responsible", .choice(responsible)),
        ])
    }
    heading(
      "Who helps already",
      [
        field(
          "socialCare", "Social care",
          .choice(SheetChoice.all(SocialCareStatus.self, title: \.title))),
        prose("services", "Others", hint: "early help, virtual school, youth justice"),
      ])
    heading(
      "At school",
      record + [
        field(
          "attendance", "Attendance", .prose,
          hint: record.isEmpty ? "the school's figures: per cent, and codes" : besides),
        prose(
          "suspensions", "Suspensions",
          hint: record.isEmpty ? "the school's figures: how many, days, why" : besides),
        field("examinations", "Examinations", .prose, hint: "entered for"),
      ])
    let tried = ReferralFields.count("tried", in: texts)
    for place in 0...tried {
      heading(
        place == 0 ? "What was tried, and what came of it" : "And then",
        [
          prose("tried\(place).what", "What"),
          field("tried\(place).when", "When", hint: "spring term"),
          prose("tried\(place).impact", "What came of it"),
        ])
    }
    let health = ReferralFields.count("health", in: texts)
    for place in 0...health {
      heading(
        place == 0 ? "Evidence about health" : "More evidence",
        [
          field("health\(place).source", "From", .line, hint: "GP, CAMHS"),
          field("health\(place).on", "Dated", hint: "2/10"),
          prose("health\(place).finding", "What it says"),
        ])
    }
    heading(
      "Risks and arrangements",
      [
        prose("risks", "Risks", hint: "to the child, and from the child"),
        field("risksOn", "Assessed on", hint: "11/11"), prose("transport", "Transport"),
        field("funding", "Who would pay", .prose),
        prose("reintegration", "Back to school", hint: "the plan to come back"),
      ])
    heading(
      "To finish",
      [
        prose("questions", "Open questions", hint: "what nobody could answer"),
        field("declaredOn", "Declared on", hint: "when the referrer declared it complete and true"),
      ])
    return fields
  }

  /// What kind of fact a field holds, of whichever entry of a list.
  static func fact(of name: String) -> SharedFact {
    let parts = name.split(separator: ".")
    let list = parts.count > 1 ? parts[0].prefix { !$0.isNumber } : ""
    switch (list, name) {
    case ("contact", _), (_, "referrer"), (_, "referrerRole"), (_, "referrerContact"),
      (_, "consentParent"):
      return .contact
    case ("health", _): return .health
    case ("tried", _): return .accounts
    case (_, "school"), (_, "roll"): return .school
    case (_, "receivedOn"), (_, "declaredOn"): return .gaps
    case (_, "route"), (_, "panel"): return .route
    case (_, "outcome"): return .asked
    case (_, "consent"), (_, "consentOn"): return .consent
    case (_, "socialCare"): return .care
    case (_, "services"): return .otherServices
    case (_, "risks"), (_, "risksOn"): return .risks
    case (_, "funding"): return .funding
    default: return .accounts
    }
  }

  private static let besides = "what the school says besides"

  private static let panels =
    [SheetChoice("", "The panel of the route")]
    + SheetChoice.all(PanelKind.self, title: \.title)

  private static let consents = [
    SheetChoice("", "None yet"), SheetChoice("written", "In writing"),
    SheetChoice("spoken", "Not in writing"),
  ]

  private static let responsible = [
    SheetChoice("", "Nobody asked"), SheetChoice("yes", "Has parental responsibility"),
    SheetChoice("no", "Has none"),
  ]

  /// What is made of the days in the form, and what is wrong with them.
  static func remarks(
    _ texts: [String: String], referral: Referral, today: Day
  ) -> [String: FieldSheet.Remark] {
    var found: [String: FieldSheet.Remark] = [:]
    for (name, text) in texts where ReferralFields.isDay(name) {
      let typed = MinuteText.trimmed(text)
      if typed.isEmpty {
        if name == "receivedOn" {
          found[name] = .problem("Give the day; until then \(referral.receivedOn.medium) stays.")
        }
        continue
      }
      guard let day = try? Day(typed, relativeTo: today) else {
        found[name] = .problem(DayText.problem(with: typed, today: today))
        continue
      }
      if day > today, name != "receivedOn" {
        found[name] = .problem("\(day.medium) has not come yet.")
      } else {
        found[name] = .day(day, typed: typed)
      }
    }
    if texts["panel"] == "" {
      found["panel"] = .reading(referral.goesTo.title)
    }
    return found
  }

  /// The field in which a gap is filled.
  static func field(of gap: ReferralGap) -> String {
    switch gap {
    case .consentMissing, .consentNotWritten: "consent"
    case .consentUndated, .consentDatedAhead: "consentOn"
    case .viewsMissing: "childsViews"
    }
  }

  /// The label of a field, for a message.
  static func label(_ name: String, in fields: [SheetField]) -> String {
    fields.first { $0.name == name }?.label ?? name
  }
}
