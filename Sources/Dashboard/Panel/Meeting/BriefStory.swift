import AlternativeProvision
import CaseStore
import TerminalUI

// What was tried, what was said, and what went before.
extension BriefText {
  var tried: BriefPart? {
    let interventions = view.brief.referral?.value.interventions ?? []
    if coversAccounts, !interventions.isEmpty {
      let count = NumberText.count(interventions.count, "thing")
      return BriefPart("Tried", .tried, "\(count): \(BriefText.coveredAccount)", .muted)
    }
    let texts = interventions.map { step -> (String, Role) in
      let when = step.when.isEmpty ? "" : " (\(step.when))"
      let impact = step.impact.isEmpty ? "nobody says what came of it" : shown(step.impact)
      return ("\(shown(step.what))\(when): \(impact)", .text)
    }
    return BriefPart("Tried", .tried, texts.isEmpty ? [("Nothing is recorded.", .dueSoon)] : texts)
  }

  var child: BriefPart? {
    voice(
      "Child", .child, .child, view.brief.referral?.value.childsViews,
      view.brief.referral?.value.noViewsBecause)
  }

  var parents: BriefPart? {
    voice("Parents", .parents, .parent, view.brief.referral?.value.parentsViews, nil)
  }

  /// The parents' consent, or why there is none: without it no referral is ready.
  var consent: BriefPart? {
    guard let referral = view.brief.referral?.value else { return nil }
    if let consent = referral.consent {
      let isWhole = consent.isWritten && consent.givenOn != nil
      let who =
        consent.parent.isEmpty || covers(.contact) ? "" : " by \(shown(consent.parent))"
      return BriefPart(
        "Consent", .consent,
        (consent.isWritten ? "Given in writing" : "Given, but not in writing") + who
          + (consent.givenOn.map { ", \($0.medium)" } ?? ", not dated"),
        isWhole ? .good : .dueSoon)
    }
    let reason = referral.noConsentBecause ?? ""
    return BriefPart(
      "Consent", .consent, reason.isEmpty ? "None is recorded." : "None: \(told(reason))", .dueSoon)
  }

  private func voice(
    _ title: String, _ rank: BriefPart.Rank, _ voice: Voice, _ referred: String?,
    _ missing: String?
  ) -> BriefPart {
    var texts: [(String, Role)] = []
    let isSaid = (view.brief.file?.views ?? []).contains { $0.value.voice == voice }
    if coversAccounts, isSaid || !(referred ?? "").isEmpty {
      return BriefPart(title, rank, "Heard: \(BriefText.coveredAccount)", .muted)
    }
    if let referred, !referred.isEmpty { texts.append(("“\(shown(referred))”", .words)) }
    for said in (view.brief.file?.views ?? []).reversed() where said.value.voice == voice {
      texts.append(("“\(shown(said.value.words))” \(said.value.givenOn.medium)", .words))
    }
    if texts.isEmpty {
      let why = missing.flatMap { $0.isEmpty ? nil : "Not asked: \(told($0))" }
      texts = [(why ?? "Nothing is recorded.", .dueSoon)]
    }
    return BriefPart(title, rank, texts)
  }

  var before: BriefPart? {
    var texts: [(String, Role)] = []
    for placement in (view.brief.file?.placements ?? []).reversed() {
      let name = view.brief.file?.providers[placement.value.provider]?.name
      let end =
        placement.value.endedOn == nil
        ? "goes on" : placement.value.outcome.map(told) ?? "nobody says how it ended"
      texts.append(
        (
          "\(name ?? "A provider not on file"), \(BriefWords.span(of: placement.value)): \(end)",
          placement.value.isCurrent(on: today) ? .met : .text
        ))
    }
    for decision in view.brief.earlierDecisions.prefix(4) {
      texts.append(
        (
          "\(decision.value.confirmedOn.medium): "
            + (covers(.decision) ? "▒▒ decided" : decision.value.decision.option.title)
            + (decision.value.awaitsRatification ? ", to be ratified" : ""), .muted
        ))
    }
    return BriefPart("Before", .before, texts.isEmpty ? [("No placement.", .muted)] : texts)
  }

  var open: BriefPart? {
    var texts: [(String, Role)] = []
    if let referral = view.brief.referral?.value {
      if !referral.openQuestions.isEmpty { texts.append((told(referral.openQuestions), .dueSoon)) }
      texts += referral.gaps(on: file.meeting.value.heldOn).map {
        ($0.description, Role.dueSoon)
      }
      let omissions = referral.omissions(knowingRegister: record.hasRegister).map(\.title)
      // Which fields are empty tells of those that are covered.
      if !omissions.isEmpty, !coversAccounts {
        texts.append(("Not filled in: \(omissions.joined(separator: ", "))", .muted))
      }
    }
    for action in view.brief.openActions where action.item != item.item.id {
      let due = action.action.dueOn.map { ", due \($0.medium)" } ?? ""
      texts.append(
        (
          "Action: \(told(action.action.what)) (\(action.action.owner)\(due))",
          action.action.isOverdue(on: today) ? .overdue : .text
        ))
    }
    return texts.isEmpty ? nil : BriefPart("Open", .open, texts)
  }
}

/// Small phrases of a brief.
enum BriefWords {
  /// "■ Tue 17 Nov, 6 days ago: Sixth day, permanent exclusion": the day first, since a narrow column
  /// cuts the end.
  static func clock(
    _ clock: ClockReading, _ shared: SharedView, today: Day, short: Bool = false
  ) -> String {
    let state = clock.state(on: today)
    let title = short ? Wording.short(clock.kind, shared) : shared.title(of: clock.kind)
    let mark = Shape.mark(of: state)
    if let due = clock.deadline?.day {
      return "\(mark) \(DayText.weekday(due)), \(DayText.distance(due, from: today)): \(title)"
    }
    if let tally = clock.tally {
      return "\(mark) \(tally.daysUsed) of \(HalfDays.words(tally.limit)) days used: \(title)"
    }
    return "\(mark) \(state.title): \(title)"
  }

  /// "since 12 Oct 2026", "12 Oct 2026 to 18 Dec 2026".
  static func span(of placement: Placement) -> String {
    if let end = placement.endedOn {
      return "\(placement.startsOn.medium) to \(end.medium)"
    }
    let planned = placement.plannedEnd.map { ", planned to \($0.medium)" } ?? ""
    return "since \(placement.startsOn.medium)\(planned)"
  }
}
