import AlternativeProvision
import CaseStore
import TerminalUI

// What was tried, what was said, and what went before.
extension BriefText {
  var tried: BriefPart? {
    let interventions = view.brief.referral?.value.interventions ?? []
    if coversAccounts, !interventions.isEmpty {
      let count = NumberText.count(interventions.count, "thing")
      return BriefPart("Tried", "\(count): \(BriefText.coveredAccount)", .muted)
    }
    let texts = interventions.map { step -> (String, Role) in
      let when = step.when.isEmpty ? "" : " (\(step.when))"
      let impact = step.impact.isEmpty ? "nobody says what came of it" : shown(step.impact)
      return ("\(shown(step.what))\(when): \(impact)", .text)
    }
    return BriefPart("Tried", texts.isEmpty ? [("Nothing is recorded.", .dueSoon)] : texts)
  }

  var child: BriefPart? {
    voice(
      "Child", .child, view.brief.referral?.value.childsViews,
      view.brief.referral?.value.noViewsBecause)
  }

  var parents: BriefPart? {
    var part = voice("Parents", .parent, view.brief.referral?.value.parentsViews, nil)
    if let referral = view.brief.referral?.value {
      if let consent = referral.consent {
        let when = consent.givenOn.map { " on \($0.medium)" } ?? ", not dated"
        part.texts.append(
          (
            "Consent\(consent.isWritten ? " in writing" : ", not in writing")\(when)",
            consent.isWritten && consent.givenOn != nil ? .good : .dueSoon
          ))
      } else if let reason = referral.noConsentBecause, !reason.isEmpty {
        part.texts.append(("No consent: \(told(reason))", .dueSoon))
      }
    }
    return part
  }

  private func voice(
    _ title: String, _ voice: Voice, _ referred: String?, _ missing: String?
  ) -> BriefPart {
    var texts: [(String, Role)] = []
    let isSaid = (view.brief.file?.views ?? []).contains { $0.value.voice == voice }
    if coversAccounts, isSaid || !(referred ?? "").isEmpty {
      return BriefPart(title, "Heard: \(BriefText.coveredAccount)", .muted)
    }
    if let referred, !referred.isEmpty { texts.append(("“\(shown(referred))”", .words)) }
    for said in (view.brief.file?.views ?? []).reversed() where said.value.voice == voice {
      texts.append(("“\(shown(said.value.words))” \(said.value.givenOn.medium)", .words))
    }
    if texts.isEmpty {
      let why = missing.flatMap { $0.isEmpty ? nil : "Not asked: \(told($0))" }
      texts = [(why ?? "Nothing is recorded.", .dueSoon)]
    }
    return BriefPart(title, texts)
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
          "\(decision.value.confirmedOn.medium): \(decision.value.decision.option.title)"
            + (decision.value.awaitsRatification ? ", to be ratified" : ""), .muted
        ))
    }
    return BriefPart("Before", texts.isEmpty ? [("No placement before.", .muted)] : texts)
  }

  var open: BriefPart? {
    var texts: [(String, Role)] = []
    if let referral = view.brief.referral?.value {
      if !referral.openQuestions.isEmpty { texts.append((told(referral.openQuestions), .dueSoon)) }
      texts += referral.gaps(on: file.meeting.value.heldOn).map {
        ($0.description, Role.dueSoon)
      }
      let omissions = referral.omissions(knowingRegister: record.hasRegister).map(\.title)
      if !omissions.isEmpty {
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
    return texts.isEmpty ? nil : BriefPart("Open", texts)
  }
}

/// Small phrases of a brief.
enum BriefWords {
  /// "■ Tue 17 Nov, 6 days ago: Sixth day, permanent exclusion": the day first, since a narrow column
  /// cuts the end.
  static func clock(_ clock: ClockReading, today: Day, short: Bool = false) -> String {
    let state = clock.state(on: today)
    let title = short ? Wording.short(clock.kind) : clock.kind.title
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

/// A brief as lines of one width, cut so that every part has its say in a room of so many rows.
struct MadeBrief {
  let width: Int
  let height: Int
  let lines: [TextLine]
  /// Whether there is more to read than is shown.
  let isCut: Bool

  /// Columns that the names of the parts take.
  static let label = 11

  init(_ parts: [BriefPart], width: Int, height: Int, isCut: Bool) {
    self.width = width
    self.height = height
    let room = max(12, width - MadeBrief.label)
    let wrapped = parts.map { part in
      part.texts.flatMap { TextLine.wrapped($0.text, width: room, $0.role) }
    }
    var shares = wrapped.map(\.count)
    self.isCut = isCut && shares.reduce(0, +) > height
    if self.isCut { shares = MadeBrief.shares(shares, height) }
    var lines: [TextLine] = []
    for (index, part) in parts.enumerated() {
      for row in 0..<shares[index] {
        let title = row == 0 ? part.title : ""
        let gap = String(repeating: " ", count: max(1, MadeBrief.label - TextWidth.of(title)))
        var line = TextLine(title + gap, .muted)
        line.spans += wrapped[index][row].spans
        if row == shares[index] - 1, row < wrapped[index].count - 1 {
          line = line.then(" …", .muted)
        }
        lines.append(line)
      }
    }
    self.lines = lines
  }

  /// A row for each part, as far as there are rows, and the rest to each in turn, the first ones first.
  private static func shares(_ wanted: [Int], _ height: Int) -> [Int] {
    var shares = [Int](repeating: 0, count: wanted.count)
    var left = height
    while left > 0 {
      var hasGiven = false
      for index in wanted.indices where left > 0 && shares[index] < wanted[index] {
        shares[index] += 1
        left -= 1
        hasGiven = true
      }
      if !hasGiven { break }
    }
    return shares
  }
}
