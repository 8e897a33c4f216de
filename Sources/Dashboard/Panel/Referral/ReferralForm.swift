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
      var field = SheetField(name, label, sort, text: texts[name] ?? "", hint: hint)
      if ReferralFields.isDay(name) { field.content = .day }
      return field
    }
    func personal(
      _ name: String, _ label: String, _ sort: SheetField.Sort = .prose, hint: String = ""
    ) -> SheetField {
      var made = field(name, label, sort, hint: hint)
      made.isPrivate = true
      return made
    }
    var picked = field("school", "School", .picked, hint: "Enter opens the schools")
    picked.shown = school
    heading(
      "Who refers, and for what",
      [
        field("receivedOn", "Received on"), field("referrer", "Referred by", hint: "a name"),
        field("referrerRole", "Who is", hint: "head of year"),
        field("referrerContact", "Reached at"), picked,
        personal(
          "route", "Route", .choice(SheetChoice.all(CaseRoute.self, title: \.title))),
        field("panel", "Goes to", .choice(panels)),
        field("roll", "On the roll", .choice(SheetChoice.all(RollStatus.self, title: \.title))),
        personal("reasons", "Reasons", hint: "why the child is referred"),
        personal("outcome", "What is asked for"),
      ])
    heading(
      "Consent and views",
      [
        field("consent", "A parent's consent", .choice(consents)),
        personal("consentParent", "Given by", .line, hint: "the parent's name"),
        field("consentOn", "Given on", hint: "12/11"),
        personal("noConsent", "If none, why"),
        personal("childsViews", "The child's views", hint: "in the child's own words"),
        personal("noViews", "If none, why"),
        personal("parentsViews", "The parents' views"),
      ])
    let contacts = ReferralFields.count("contact", in: texts)
    for place in 0...contacts {
      heading(
        place == 0 ? "Who looks after the child" : "Someone else",
        [
          personal("contact\(place).name", "Name", .line),
          field("contact\(place).relationship", "Who is", hint: "mother"),
          personal("contact\(place).reached", "Reached at", .line, hint: "telephone or address"),
          field("contact\(place).responsible", "Responsible", .choice(responsible)),
        ])
    }
    heading(
      "Who helps already",
      [
        personal(
          "socialCare", "Social care",
          .choice(SheetChoice.all(SocialCareStatus.self, title: \.title))),
        personal("services", "Others", hint: "early help, virtual school, youth justice"),
      ])
    heading(
      "At school",
      record + [
        field(
          "attendance", "Attendance", .prose,
          hint: record.isEmpty ? "the school's figures: per cent, and codes" : besides),
        personal(
          "suspensions", "Suspensions",
          hint: record.isEmpty ? "the school's figures: how many, days, why" : besides),
        field("examinations", "Examinations", .prose, hint: "entered for"),
      ])
    let tried = ReferralFields.count("tried", in: texts)
    for place in 0...tried {
      heading(
        place == 0 ? "What was tried, and what came of it" : "And then",
        [
          personal("tried\(place).what", "What"),
          field("tried\(place).when", "When", hint: "spring term"),
          personal("tried\(place).impact", "What came of it"),
        ])
    }
    let health = ReferralFields.count("health", in: texts)
    for place in 0...health {
      heading(
        place == 0 ? "Evidence about health" : "More evidence",
        [
          personal("health\(place).source", "From", .line, hint: "GP, CAMHS"),
          field("health\(place).on", "Dated", hint: "2/10"),
          personal("health\(place).finding", "What it says"),
        ])
    }
    heading(
      "Risks and arrangements",
      [
        personal("risks", "Risks", hint: "to the child, and from the child"),
        field("risksOn", "Assessed on", hint: "11/11"), personal("transport", "Transport"),
        field("funding", "Who would pay", .prose),
        personal("reintegration", "Back to school", hint: "the plan to come back"),
      ])
    heading(
      "To finish",
      [
        personal("questions", "Open questions", hint: "what nobody could answer"),
        field("declaredOn", "Declared on", hint: "when the referrer declared it complete and true"),
      ])
    return fields
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
