import AlternativeProvision
import CaseStore
import TerminalUI

/// The fields of the referral form, each a text that can be read from a referral and written into one.
///
/// As texts they can be merged: what two people fill in at once is compared field by field.
enum ReferralFields {
  /// Every field as it stands in a referral, by name.
  static func texts(_ referral: Referral) -> [String: String] {
    var texts: [String: String] = [
      "receivedOn": referral.receivedOn.medium, "referrer": referral.referrer,
      "referrerRole": referral.referrerRole, "referrerContact": referral.referrerContact,
      "school": referral.school.map { "\($0.number)" } ?? "", "route": referral.route.rawValue,
      "panel": referral.panel?.rawValue ?? "", "roll": referral.roll.rawValue,
      "reasons": referral.reasons, "outcome": referral.outcomeSought,
      "consent": consent(referral), "consentParent": referral.consent?.parent ?? "",
      "consentOn": referral.consent?.givenOn?.medium ?? "",
      "noConsent": referral.noConsentBecause ?? "", "childsViews": referral.childsViews ?? "",
      "noViews": referral.noViewsBecause ?? "", "parentsViews": referral.parentsViews ?? "",
      "socialCare": referral.socialCare.rawValue, "services": referral.otherServices,
      "attendance": referral.attendance, "suspensions": referral.suspensions,
      "risks": referral.risks, "risksOn": referral.risksAssessedOn?.medium ?? "",
      "examinations": referral.examinations, "transport": referral.transport,
      "funding": referral.funding, "reintegration": referral.reintegration,
      "questions": referral.openQuestions, "declaredOn": referral.declaredOn?.medium ?? "",
    ]
    for (place, contact) in referral.contacts.enumerated() {
      texts["contact\(place).name"] = contact.name
      texts["contact\(place).relationship"] = contact.relationship
      texts["contact\(place).reached"] = contact.reachedAt
      texts["contact\(place).responsible"] =
        contact.hasResponsibility.map { $0 ? "yes" : "no" } ?? ""
    }
    for (place, tried) in referral.interventions.enumerated() {
      texts["tried\(place).what"] = tried.what
      texts["tried\(place).when"] = tried.when
      texts["tried\(place).impact"] = tried.impact
    }
    for (place, evidence) in referral.healthEvidence.enumerated() {
      texts["health\(place).source"] = evidence.source
      texts["health\(place).on"] = evidence.datedOn?.medium ?? ""
      texts["health\(place).finding"] = evidence.finding
    }
    return texts
  }

  private static func consent(_ referral: Referral) -> String {
    referral.consent.map { $0.isWritten ? "written" : "spoken" } ?? ""
  }

  /// The fields whose texts are days.
  static func isDay(_ name: String) -> Bool {
    ["receivedOn", "consentOn", "risksOn", "declaredOn"].contains(name)
      || (name.hasPrefix("health") && name.hasSuffix(".on"))
  }

  /// Whether two people's words in a field can be merged.
  static func isProse(_ name: String) -> Bool {
    let prose: Set = [
      "reasons", "outcome", "noConsent", "childsViews", "noViews", "parentsViews", "services",
      "attendance", "suspensions", "risks", "examinations", "transport", "funding",
      "reintegration", "questions",
    ]
    return prose.contains(name) || name.hasSuffix(".impact") || name.hasSuffix(".finding")
      || name.hasSuffix(".what")
  }

  /// The referral with these texts in it; a day that cannot be read stays as it was.
  static func filled(
    _ texts: [String: String], over referral: Referral, today: Day
  ) -> Referral {
    var filled = referral
    func text(_ name: String) -> String {
      MinuteText.cleaned(MinuteText.trimmed(texts[name] ?? ""))
    }
    func optional(_ name: String) -> String? { text(name).isEmpty ? nil : text(name) }
    func day(_ name: String, _ old: Day?) -> Day? {
      let typed = text(name)
      return typed.isEmpty ? nil : (try? Day(typed, relativeTo: today)) ?? old
    }
    filled.receivedOn = day("receivedOn", referral.receivedOn) ?? referral.receivedOn
    filled.referrer = text("referrer")
    filled.referrerRole = text("referrerRole")
    filled.referrerContact = text("referrerContact")
    filled.school = Int64(text("school")).map { Identifier($0) }
    filled.route = CaseRoute(rawValue: text("route")) ?? referral.route
    filled.panel = PanelKind(rawValue: text("panel"))
    filled.roll = RollStatus(rawValue: text("roll")) ?? .unknown
    filled.reasons = text("reasons")
    filled.outcomeSought = text("outcome")
    if text("consent").isEmpty {
      filled.consent = nil
    } else {
      filled.consent = ParentalConsent(
        parent: text("consentParent"), givenOn: day("consentOn", referral.consent?.givenOn),
        isWritten: text("consent") == "written")
    }
    filled.noConsentBecause = optional("noConsent")
    filled.childsViews = optional("childsViews")
    filled.noViewsBecause = optional("noViews")
    filled.parentsViews = optional("parentsViews")
    filled.socialCare = SocialCareStatus(rawValue: text("socialCare")) ?? .noneKnown
    filled.otherServices = text("services")
    filled.attendance = text("attendance")
    filled.suspensions = text("suspensions")
    filled.risks = text("risks")
    filled.risksAssessedOn = day("risksOn", referral.risksAssessedOn)
    filled.examinations = text("examinations")
    filled.transport = text("transport")
    filled.funding = text("funding")
    filled.reintegration = text("reintegration")
    filled.openQuestions = text("questions")
    filled.declaredOn = day("declaredOn", referral.declaredOn)
    filled.contacts = (0..<count("contact", in: texts)).compactMap { place in
      let contact = ReferralContact(
        name: text("contact\(place).name"), relationship: text("contact\(place).relationship"),
        reachedAt: text("contact\(place).reached"),
        hasResponsibility: optional("contact\(place).responsible").map { $0 == "yes" })
      return contact == ReferralContact(name: "") ? nil : contact
    }
    filled.interventions = (0..<count("tried", in: texts)).compactMap { place in
      let tried = Intervention(
        what: text("tried\(place).what"), when: text("tried\(place).when"),
        impact: text("tried\(place).impact"))
      return tried == Intervention(what: "") ? nil : tried
    }
    filled.healthEvidence = (0..<count("health", in: texts)).compactMap { place in
      let old =
        referral.healthEvidence.indices.contains(place)
        ? referral.healthEvidence[place].datedOn : nil
      let evidence = HealthEvidence(
        source: text("health\(place).source"), datedOn: day("health\(place).on", old),
        finding: text("health\(place).finding"))
      return evidence == HealthEvidence(source: "") ? nil : evidence
    }
    return filled
  }

  /// Whether two texts of a field mean the same.
  static func isSame(_ one: String, _ other: String, in name: String, today: Day) -> Bool {
    let (one, other) = (MinuteText.trimmed(one), MinuteText.trimmed(other))
    if one == other { return true }
    guard isDay(name), let day = try? Day(one, relativeTo: today) else { return false }
    return day == (try? Day(other, relativeTo: today))
  }

  /// How many entries of a list have fields, filled or not.
  static func count(_ list: String, in texts: [String: String]) -> Int {
    var count = 0
    while texts.keys.contains(where: { $0.hasPrefix("\(list)\(count).") }) { count += 1 }
    return count
  }

  /// The texts that go on file: mine, where nobody else changed a field; both in prose; theirs otherwise.
  ///
  /// - Parameters:
  ///   - mine: What stands in the form.
  ///   - base: What stood there when it was read or saved last.
  ///   - theirs: What is on file now.
  /// - Returns: The texts, and the names of fields in which theirs stayed and mine did not.
  static func merged(
    mine: [String: String], base: [String: String], theirs: [String: String]
  ) -> (texts: [String: String], kept: [String]) {
    var texts = theirs
    var kept: [String] = []
    for (name, text) in mine {
      let before = base[name] ?? ""
      let other = theirs[name] ?? ""
      if text == before || text == other { continue }
      if other == before {
        texts[name] = text
      } else if isProse(name) {
        texts[name] = TextMerge.merge(base: before, theirs: other, mine: text, cursor: nil).text
      } else {
        kept.append(name)
      }
    }
    return (texts, kept.sorted())
  }
}
