import AlternativeProvision
import CaseStore
import TerminalUI

/// The brief of an item in parts, what matters most first, with names covered where others can see.
struct BriefText {
  let view: ItemView
  let item: ItemFile
  let file: MeetingFile
  let shared: SharedView
  let today: Day
  /// Whether numbers stand for what is drawn.
  private let showsNumbers: Bool
  /// The key that shows what is covered.
  private let reveal: String
  private let cover: NameCover

  init(_ view: ItemView, _ item: ItemFile, _ file: MeetingFile, _ desk: Desk) {
    self.view = view
    self.item = item
    self.file = file
    shared = desk.sharedView
    today = desk.today
    showsNumbers = desk.showsNumbers
    reveal = desk.key(.meeting(.reveal), in: .meeting)
    cover = view.cover
  }

  /// Words as they may be shown.
  func shown(_ text: String) -> String {
    let plain = MinuteText.trimmed(text)
    return shared.isOn ? cover.covered(plain) : plain
  }

  /// Whether a fact is covered on this item now.
  func covers(_ fact: SharedFact) -> Bool { shared.covers(fact, on: item.item.id) }

  /// What is covered, in one line: three would push out what the room may read. It is the same of every
  /// child, whatever there is under it.
  private var coveredMatters: BriefPart? {
    let matters: [(CoveredMatter, String)] = [
      (.safeguarding, "care, risks and reasons"), (.diagnoses, "needs and health"),
      (.address, "address and contacts"), (.accounts, "accounts and views"),
    ]
    let names = matters.filter { shared.covers(matter: $0.0, on: item.item.id) }.map(\.1)
    guard !names.isEmpty else { return nil }
    return BriefPart(
      "Covered", .covered, "▒▒ \(reveal) shows \(names.joined(separator: ", "))", .muted)
  }

  /// A part, unless it is covered.
  private func uncovered(_ fact: SharedFact, _ part: BriefPart?) -> BriefPart? {
    covers(fact) ? nil : part
  }

  /// Every part that has something to say.
  var parts: [BriefPart] {
    var parts: [BriefPart] = []
    let interested = file.deciding(on: item).interested
    if !interested.isEmpty {
      parts.append(
        BriefPart(
          "Interest", .interest,
          interested.map {
            let nature = $0.nature.isEmpty ? "" : " (\(told($0.nature)))"
            return ("\($0.member) has an interest\(nature): not deciding", Role.warning)
          }))
    }
    if let decision = item.decision?.value { parts.append(decided(decision)) }
    parts += aboutMeeting
    guard view.brief.pupil != nil else {
      if parts.isEmpty { parts.append(BriefPart("Item", .meeting, shown(item.item.value.title))) }
      return parts
    }
    parts += [why, account, asked, clocks, suspensions, attendance].compactMap(\.self)
    parts += [coveredMatters, uncovered(.needs, needs), uncovered(.care, care)].compactMap(\.self)
    parts += [consent, before, tried, child, parents, open].compactMap(\.self)
    parts += [uncovered(.health, health), uncovered(.address, contacts)].compactMap(\.self)
    return parts
  }

  // MARK: What people tell

  /// Whether what people tell of the child is covered.
  var coversAccounts: Bool { covers(.accounts) }

  /// What stands in the place of an account that is covered.
  static let coveredAccount = "▒▒ covered"

  /// An account as it may be shown: covered, or with its names reduced.
  func told(_ text: String) -> String { coversAccounts ? BriefText.coveredAccount : shown(text) }

  // MARK: Items about no child

  private var aboutMeeting: [BriefPart] {
    var parts: [BriefPart] = []
    switch item.item.value.kind {
    case .mattersArising:
      let actions = view.carried.map { action -> (String, Role) in
        let due = action.action.dueOn.map { "due \($0.medium)" } ?? "no date"
        let isLate = action.action.isOverdue(on: today)
        let owner = action.action.owner.isEmpty ? "nobody" : action.action.owner
        return (
          "\(isLate ? "■" : Shape.mark(of: ClockState.running)) \(told(action.action.what)) – \(owner), \(due)",
          isLate ? .overdue : .text
        )
      }
      parts.append(
        BriefPart("Actions", .meeting, actions.isEmpty ? [("None is open.", .muted)] : actions))
    case .ratification:
      if let earlier = view.earlier { parts.append(toRatify(earlier)) }
    default: break
    }
    if let provider = view.brief.provider?.value {
      parts.append(
        BriefPart(
          "Provider", .asked,
          "\(provider.name), \(provider.kind.title.lowercased()), "
            + Wording.registration(of: provider)
            + (provider.isInDirectory ? "" : ", not in the directory")
            + (provider.places.map { ", \($0) places" } ?? "")))
    }
    return parts
  }

  /// The decision that is to be ratified: what it settles, since that is what the panel answers for.
  private func toRatify(_ earlier: RecordedDecision) -> BriefPart {
    let isAction = earlier.standing == .chairsAction
    let first =
      isAction
      ? "Chair's action of \(earlier.confirmedOn.medium)"
      : covers(.decision)
        ? "Recommended on \(earlier.confirmedOn.medium): ▒▒ \(reveal) shows what"
        : "\(earlier.decision.option.title), recommended on \(earlier.confirmedOn.medium)"
    var texts: [(String, Role)] = [(first, .dueSoon)]
    texts += settled(by: earlier.decision)
    texts.append((told(earlier.decision.rationale), .text))
    return BriefPart("To ratify", .decided, texts)
  }

  /// What a decision settles, in lines; an account is covered where accounts are.
  private func settled(by decision: Decision) -> [(String, Role)] {
    var texts = DecisionWords(view).lines(of: decision, covers: covers).map {
      (shown($0), Role.text)
    }
    if !decision.measure.isEmpty, !coversAccounts { texts.append((told(decision.measure), .text)) }
    return texts
  }

  private func decided(_ decision: RecordedDecision) -> BriefPart {
    let title =
      covers(.decision)
      ? "▒▒ \(reveal) shows what" : DecisionWords.title(of: decision.decision)
    let standing =
      decision.decision.option == .chairsAction && !covers(.decision)
      ? decision.standing.title : "\(title). \(decision.standing.title)"
    var texts: [(String, Role)] = [("✓ \(standing).", .good)]
    texts += settled(by: decision.decision)
    guard !covers(.decision), !covers(.rationale) else {
      return BriefPart("Decided", .decided, texts)
    }
    let rationale = told(decision.decision.rationale)
    if !decision.decision.rationale.isEmpty { texts.append((rationale, .text)) }
    for earlier in item.decisions.dropLast() {
      if let reopening = earlier.value.reopening {
        texts.append(
          (
            "Before: \(earlier.value.decision.option.title), reopened: \(shown(reopening.reason))",
            .muted
          ))
      }
    }
    return BriefPart("Decided", .decided, texts)
  }

  // MARK: Why here, and what is asked

  private var why: BriefPart? {
    let route = view.brief.file?.file.value.route ?? view.brief.referral?.value.route
    var first = item.item.value.kind.title
    if let route, route.title != first, !covers(.route) {
      first += ": \(route.title.lowercased())"
    }
    if let permanent = view.brief.exclusions.last(where: { $0.value.category == .permanent })?.value
    {
      let reasons = permanent.reasons.map {
        Codes.exclusionReasons.meaning(of: $0, on: permanent.firstDay)
      }.joined(separator: ", ").lowercased()
      first += ", excluded \(permanent.firstDay.medium)"
      if !reasons.isEmpty, !covers(.exclusionReason) { first += " (\(reasons))" }
      if permanent.outcome != .pending { first += ", \(permanent.outcome.title.lowercased())" }
    }
    return BriefPart("Why here", .why, first, .heading)
  }

  /// What the referrer says of why.
  private var account: BriefPart? {
    guard !coversAccounts, let reasons = view.brief.referral?.value.reasons, !reasons.isEmpty
    else { return nil }
    return BriefPart("", .account, shown(reasons))
  }

  private var asked: BriefPart? {
    if let sought = view.brief.referral?.value.outcomeSought, !sought.isEmpty {
      return BriefPart("Asked", .asked, shown(sought), .heading)
    }
    switch item.item.value.kind {
    case .reviewDue:
      return BriefPart("Asked", .asked, "Review the placement: go on, step down or end.")
    case .ratification: return BriefPart("Asked", .asked, "Ratify what was done, or not.")
    case .placementEnding:
      return BriefPart("Asked", .asked, "The placement ends: what comes after it?")
    default: return BriefPart("Asked", .asked, "Nobody has written down what is asked.", .dueSoon)
    }
  }

  private var clocks: BriefPart? {
    let readings = view.brief.clocks
    let open = readings.filter { $0.state(on: today).isOpen }
    var texts = open.map { clock -> (String, Role) in
      let state = clock.state(on: today)
      return (BriefWords.clock(clock, shared, today: today), Shape.role(of: state))
    }
    if texts.isEmpty { texts = [("No clock runs.", .muted)] }
    let met = readings.filter { [.met, .metLate].contains($0.state(on: today)) }
    if !met.isEmpty {
      let names = met.map {
        "\(shared.title(of: $0.kind))\($0.state(on: today) == .metLate ? " late" : "")"
      }
      texts.append(("✓ \(names.joined(separator: ", "))", .muted))
    }
    let missed = readings.filter { $0.state(on: today) == .endedNotMet }
    if !missed.isEmpty {
      let mark = Shape.mark(of: ClockState.endedNotMet)
      let names = missed.map { shared.title(of: $0.kind) }.joined(separator: ", ")
      texts.append(("\(mark) not met: \(names)", .dueSoon))
    }
    return BriefPart("Clocks", .clocks, texts)
  }

  // MARK: Suspensions and attendance

  /// What the caseload itself knows of the child at school.
  var record: SchoolRecord {
    SchoolRecord(
      register: view.brief.register, exclusions: view.brief.exclusions.map(\.value), today: today)
  }

  private var suspensions: BriefPart? {
    let record = record
    var texts: [(String, Role)] = [
      (record.suspended, record.suspendedThisYear.isEmpty ? .muted : .text)
    ]
    if !coversAccounts, let said = view.brief.referral?.value.suspensions, !said.isEmpty {
      texts.append((shown(said), .text))
    }
    return BriefPart("Suspended", .suspensions, texts)
  }

  private var attendance: BriefPart? {
    var texts: [(String, Role)] = []
    let (record, tally) = (record, view.brief.register.year)
    if record.hasRegister {
      let level = tally.absenceLevel ?? .withinBounds
      var words = "\(tally.attendance.text) this year"
      // How many marks there are of a sort tells of illness, by how many there are of the other.
      if tally.unauthorised > 0, !covers(.attendanceCodes) {
        words += ", \(NumberText.count(Int(tally.unauthorised), "session")) without leave"
      }
      if level != .withinBounds { words += ", \(level.title.lowercased())" }
      let weeks = view.brief.register.weeks
      if weeks.contains(where: { $0.possible > 0 }) {
        let shares = weeks.map(\.percentage)
        words +=
          "  "
          + (showsNumbers
            ? "by week in %: " + Sparkline.numbers(shares)
            : Sparkline.text(shares, from: 0, to: 100))
      }
      let codes = record.codes(atMost: 6)
      if !codes.isEmpty, !covers(.attendanceCodes) { words += "  \(codes)" }
      texts.append((words, level == .withinBounds ? .text : .absentUnauthorised))
    }
    if !coversAccounts, let said = view.brief.referral?.value.attendance, !said.isEmpty {
      texts.append((shown(said), .text))
    }
    let none = coversAccounts ? BriefText.coveredAccount : "No marks on file."
    return BriefPart("Attended", .attendance, texts.isEmpty ? [(none, .muted)] : texts)
  }

  // MARK: Needs, care, risks

  private var needs: BriefPart? {
    guard let pupil = view.brief.pupil?.value else { return nil }
    var words = pupil.needs.map { Codes.needs.meaning(of: $0) }.joined(separator: ", ")
    if words.isEmpty { words = "None recorded" }
    words +=
      "; " + (pupil.hasPlan ? "EHC plan" : Codes.senProvision.meaning(of: pupil.senProvision))
    if let plan = pupil.plan {
      words += " since \(plan.issuedOn.medium)"
      words += plan.lastReviewedOn.map { ", reviewed \($0.medium)" } ?? ", never reviewed"
      if let most = plan.maximumWeeklyHours { words += ", at most \(Hours.words(most)) hours" }
    }
    if pupil.englishIsAdditional == true, !covers(.language) {
      words += "; \(Wording.language(of: pupil))"
    }
    return BriefPart("Needs", .needs, words)
  }

  private var care: BriefPart? {
    guard let pupil = view.brief.pupil?.value else { return nil }
    let referral = view.brief.referral?.value
    var words: [String] = []
    if pupil.isLookedAfter { words.append("Looked after") }
    if let status = referral?.socialCare, status != .noneKnown, status != .lookedAfter {
      words.append(status.title)
    }
    if pupil.hasSocialWorker {
      words.append("social worker" + (pupil.socialWorker.map { " \(shown($0))" } ?? ""))
    }
    if let others = referral?.otherServices, !others.isEmpty { words.append(shown(others)) }
    var texts: [(String, Role)] = []
    if !words.isEmpty { texts.append((words.joined(separator: "; "), .dueSoon)) }
    if let risks = referral?.risks, !risks.isEmpty {
      let when = referral?.risksAssessedOn.map { " (\($0.medium))" } ?? " (not dated)"
      texts.append(("Risks\(when): \(shown(risks))", .warning))
    }
    if texts.isEmpty {
      return BriefPart("Care, risk", .risks, "No social worker; no risk recorded.", .muted)
    }
    return BriefPart("Care, risk", .risks, texts)
  }

  private var health: BriefPart? {
    let evidence = view.brief.referral?.value.healthEvidence ?? []
    guard !evidence.isEmpty else { return nil }
    let texts = evidence.map { piece -> (String, Role) in
      let when = piece.datedOn.map { ", \($0.medium)" } ?? ""
      return ("\(piece.source)\(when): \(shown(piece.finding))", .text)
    }
    return BriefPart("Health", .health, texts)
  }

  private var contacts: BriefPart? {
    var texts: [(String, Role)] = []
    if let pupil = view.brief.pupil?.value {
      let address = [pupil.address, pupil.postcode].compactMap(\.self).joined(separator: ", ")
      if !address.isEmpty { texts.append((address, .text)) }
    }
    for contact in view.brief.referral?.value.contacts ?? [] {
      let responsible = contact.hasResponsibility == true ? ", parental responsibility" : ""
      texts.append(
        (
          "\(shown(contact.name)), \(contact.relationship.lowercased())\(responsible): "
            + contact.reachedAt, .text
        ))
    }
    return texts.isEmpty ? nil : BriefPart("Contacts", .contacts, texts)
  }
}
