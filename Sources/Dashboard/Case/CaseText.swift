import AlternativeProvision
import CaseStore
import TerminalUI

/// The readable parts of a case as lines of text.
enum CaseText {
  // MARK: Who the child is

  static func child(_ open: OpenCase, today: Day, width: Int) -> [TextLine] {
    let file = open.file
    let pupil = file.pupil.value
    var identity = TextLine(
      "Born \(pupil.dateOfBirth.medium), \(pupil.age(on: today))"
    ).then("  Year \(pupil.yearGroup)")
    if let sex = pupil.sex { identity = identity.then("  \(Codes.sex.meaning(of: sex))") }
    identity = identity.then("  \(pupil.reference)", .muted)
    if let upn = pupil.upn { identity = identity.then("  UPN \(upn.text)", .muted) }
    return [
      identity, needs(pupil), authorities(pupil.authorities), school(file),
      education(open, today: today),
    ]
  }

  private static func needs(_ pupil: Pupil) -> TextLine {
    var line = TextLine()
    func flag(_ text: String) { line = line.then("[\(text)]", .dueSoon, .bold).then(" ") }
    if pupil.isLookedAfter { flag("Looked after") }
    if pupil.hasSocialWorker {
      flag("Social worker" + (pupil.socialWorker.map { ": \($0)" } ?? ""))
    }
    if let plan = pupil.plan { flag("EHC plan since \(plan.issuedOn.medium)") }
    if pupil.freeSchoolMeals { flag("Free school meals") }
    line = line.then(Codes.senProvision.meaning(of: pupil.senProvision), .muted)
    if !pupil.needs.isEmpty {
      line = line.then("  Needs: ", .muted)
        .then(pupil.needs.map { Codes.needs.meaning(of: $0) }.joined(separator: ", "))
    }
    return line
  }

  private static func authorities(_ authorities: PupilAuthorities) -> TextLine {
    var line = TextLine("Authorities: ", .muted)
    let parts: [(String, Int?)] = [
      ("home", authorities.home), ("school", authorities.school), ("plan", authorities.plan),
      ("caring", authorities.caring),
    ]
    for (index, part) in parts.enumerated() {
      line = line.then((index > 0 ? "  " : "") + part.0 + " ", .muted)
        .then(part.1.map { Codes.authorityName($0) } ?? "–")
    }
    return line
  }

  private static func school(_ file: CaseFile) -> TextLine {
    TextLine("School: ", .muted).then(file.school?.value.name ?? "none on file")
      .then("  Route: ", .muted).then(file.file.value.route.title)
      .then("  " + file.file.value.tier.shortTitle, .muted)
  }

  private static func education(_ open: OpenCase, today: Day) -> TextLine {
    let officer = open.file.file.value.officer
    let line = TextLine("Officer: ", .muted)
      .then(officer ?? "unassigned", officer == nil ? .dueSoon : .text)
      .then("  Education: ", .muted)
    if let closed = open.file.file.value.closedOn {
      return line.then("case closed on \(closed.medium)", .heading)
    }
    guard let (placement, provider) = open.placementNow(on: today) else {
      if let next = open.file.placements.first(where: { $0.value.startsOn > today })?.value {
        let name = open.file.providers[next.provider]?.name ?? "a provider"
        return line.then("none today; \(name) from \(next.startsOn.medium)", .dueSoon)
      }
      return line.then("none in place", .overdue, .bold)
    }
    let rating = open.file.visits[placement.provider]?.overall
    return line.then("\(provider) since \(placement.startsOn.medium)")
      .then(
        rating.map { "  rated \($0.title.lowercased())" } ?? "", rating.map(Shape.role) ?? .muted)
  }

  // MARK: Timeline

  static func timeline(_ timeline: Timeline, width: Int, today: Day) -> [TextLine] {
    if timeline.events.isEmpty { return [TextLine("Nothing has happened yet.", .muted)] }
    var lines: [TextLine] = []
    var hasPassedToday = false
    for event in timeline.events {
      if !hasPassedToday, event.day <= today {
        hasPassedToday = true
        if !lines.isEmpty { lines.append(TextLine("─── today, \(today.medium) ───", .heading)) }
      }
      let day = padded(event.day.medium, 13)
      let (mark, role) = look(of: event.kind)
      let texts = TextLine.wrapped(event.text, width: width - 16)
      for (index, text) in texts.enumerated() {
        let start =
          index == 0
          ? TextLine(day, .muted).then(mark + " ", role)
          : TextLine(String(repeating: " ", count: 15))
        var line = start
        line.spans += text.spans
        lines.append(line)
      }
    }
    return lines
  }

  private static func look(of kind: Timeline.Kind) -> (String, Role) {
    switch kind {
    case .exclusion: ("■", .overdue)
    case .decision: ("◆", .heading)
    case .file: ("□", .text)
    case .placement: ("▶", .met)
    case .view: ("“", .words)
    case .quality: ("◇", .muted)
    }
  }

  // MARK: Placements

  static func placements(_ open: OpenCase, width: Int, today: Day) -> [TextLine] {
    let placements = open.file.placements.map(\.value)
    if placements.isEmpty {
      return [TextLine("No placement yet.", .muted), TextLine("p places the child.", .muted)]
    }
    var lines: [TextLine] = []
    for placement in placements.reversed() {
      if !lines.isEmpty { lines.append(TextLine.blank) }
      lines += story(of: placement, open, width: width, today: today)
    }
    return lines
  }

  private static func story(
    of placement: Placement, _ open: OpenCase, width: Int, today: Day
  ) -> [TextLine] {
    let provider = open.file.providers[placement.provider]
    let rating = open.file.visits[placement.provider]?.overall
    let isNow = placement.isCurrent(on: today)
    var head = TextLine(isNow ? "▶ " : "  ", isNow ? .met : .muted)
      .then(provider?.name ?? "A provider not on file", isNow ? .heading : .text, .bold)
    if let rating {
      head = head.then("  \(rating.letter)", Shape.role(of: rating), .bold)
        .then(" " + rating.title.lowercased(), .muted)
    }
    if let provider {
      head = head.then(
        "  \(provider.kind.title.lowercased()), \(provider.isRegistered ? "registered" : "unregistered")",
        .muted)
    }
    let until =
      placement.endedOn.map { "to \($0.medium)" } ?? (placement.startsOn > today ? "" : "to now")
    var facts = ["\(placement.sessionsPerWeek) sessions a week"]
    if let hours = placement.hoursPerWeek { facts.append("\(hours) hours a week") }
    if let cost = placement.weeklyCost {
      facts.append("£\(NumberText.grouped(cost / 100)) a week")
    }
    if let reason = placement.reason {
      facts.append(Codes.placementReasons.meaning(of: reason))
    }
    facts.append("commissioned by the \(placement.commissioner.title.lowercased())")
    var lines = [head, TextLine("  from \(placement.startsOn.medium) \(until)")]
    lines += TextLine.wrapped("  " + facts.joined(separator: ", "), width: width, indent: 2, .muted)
    var care: [String] = []
    if let day = placement.plannedEnd { care.append("planned to end \(day.medium)") }
    if let day = placement.lastReviewedOn { care.append("reviewed \(day.medium)") }
    if let day = placement.lastVisitedOn { care.append("visited \(day.medium)") }
    if !care.isEmpty {
      lines += TextLine.wrapped(
        "  " + care.joined(separator: ", "), width: width, indent: 2, .muted)
    }
    if let outcome = placement.outcome {
      lines += TextLine.wrapped("  Outcome: \(outcome)", width: width, indent: 2)
    }
    return lines
  }

  // MARK: Attendance

  static func register(_ register: Register, width: Int) -> [TextLine] {
    if register.weeks.isEmpty {
      return [TextLine("No marks this school year.", .muted)]
    }
    let tally = register.tally
    let share = tally.attendance
    var lines = [
      TextLine("This school year ", .muted)
        .then(share.text, PercentText.role(share), .bold)
        .then("  \(tally.attended) of \(tally.possible) sessions", .muted)
        .then(level(tally.absenceLevel), .dueSoon),
      .blank,
      TextLine("w/c         Mon  Tue  Wed  Thu  Fri", .heading),
    ]
    for week in register.weeks {
      var line = TextLine(padded(week.monday.medium, 12), .muted)
      for day in 0..<5 {
        for session in 0..<2 {
          guard let mark = week.marks[day * 2 + session] else {
            line = line.then("·", .muted)
            continue
          }
          // A two-character code shows its letter here; its class is told by the look of it.
          let letter = String(mark.code.prefix(1))
          let emphasis: Emphasis = mark.detail == .unauthorised ? [.bold, .underline] : []
          line = line.then(letter, Shape.role(of: mark.detail), emphasis)
        }
        line = line.then("   ")
      }
      if week.tally.possible > 0 {
        let share = week.tally.attendance
        line = line.then(PercentText.whole(share), PercentText.role(share))
      }
      lines.append(line)
    }
    lines.append(TextLine.blank)
    lines += legend(width: width)
    return lines
  }

  private static func level(_ level: AbsenceLevel?) -> String {
    guard let level, level != .withinBounds else { return "" }
    return "  \(level.title.lowercased())"
  }

  private static func legend(width: Int) -> [TextLine] {
    let classes: [(AttendanceClass, String)] = [
      (.attending, "/ \\ L B K P V W"), (.authorised, "C E I J M R S T"),
      (.unauthorised, "G N O U, underlined"), (.notPossible, "D Q X Y, not counted"),
    ]
    return classes.map {
      TextLine(padded($0.0.title, 24), Shape.role(of: $0.0)).then($0.1, .muted)
    }
  }

  // MARK: Views

  static func views(_ views: [View], width: Int) -> [TextLine] {
    if views.isEmpty {
      return TextLine.wrapped(
        "Nothing is recorded of what the child says. It belongs here before a decision.",
        width: width, .muted)
    }
    var lines: [TextLine] = []
    // The child is heard first; within a voice the latest comes first.
    let ordered = Voice.allCases.flatMap { voice in
      views.filter { $0.voice == voice }.sorted { $0.givenOn > $1.givenOn }
    }
    for view in ordered {
      if !lines.isEmpty { lines.append(TextLine.blank) }
      lines.append(
        TextLine(view.voice.title, .heading, .bold).then("  \(view.givenOn.medium)", .muted))
      lines += TextLine.wrapped("“\(view.words)”", width: width, indent: 1, .words)
    }
    return lines
  }

  // MARK: History

  static func history(_ entries: [JournalEntry], width: Int) -> [TextLine] {
    if entries.isEmpty { return [TextLine("No change is on record.", .muted)] }
    var lines: [TextLine] = []
    var change: Int64?
    for entry in entries {
      if entry.change != change {
        if change != nil { lines.append(TextLine.blank) }
        change = entry.change
        lines.append(
          TextLine(padded(ClockTime.text(entry.at), 19), .muted).then(entry.author, .heading, .bold)
            .then("  \(entry.cause)"))
      }
      lines += story(of: entry, width: width)
    }
    return lines
  }

  /// What became of one record: a line where it came or went, every field that changed where it stayed.
  private static func story(of entry: JournalEntry, width: Int) -> [TextLine] {
    // The numbers by which the store joins records say nothing to a reader.
    let fields = entry.fields.filter { !$0.name.hasSuffix("_id") && $0.name != "id" }
    switch entry.act {
    case .added, .removed:
      let said = fields.prefix(6).map { field in
        let value = Wording.value(field.after ?? field.before ?? "", of: field.name)
        return "\(Wording.field(field.name).lowercased()) \(value)"
      }
      let act = entry.act == .added ? "added" : "removed"
      let text = "  \(entry.kind.rawValue) \(act): \(said.joined(separator: ", "))"
      return [TextLine(text, .muted)]
    case .changed:
      let said = fields.map { field in
        let before = Wording.value(field.before ?? "", of: field.name)
        let after = Wording.value(field.after ?? "", of: field.name)
        return "\(Wording.field(field.name).lowercased()) \(before) → \(after)"
      }
      return TextLine.wrapped(
        "  \(entry.kind.rawValue): \(said.joined(separator: ", "))", width: width, indent: 4)
    }
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextWidth.of(text)))
  }
}
