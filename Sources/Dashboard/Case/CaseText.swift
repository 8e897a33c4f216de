import AlternativeProvision
import CaseStore
import TerminalUI

/// The readable parts of a case as lines of text.
enum CaseText {
  // MARK: Who the child is

  /// - Parameter inWords: Whether what a sign says is said in words too.
  static func child(_ open: OpenCase, desk: Desk, inWords: Bool = false) -> [TextLine] {
    let file = open.file
    let pupil = file.pupil.value
    return [
      // What a small screen has no room for is at the end.
      StandingText.line(open, desk, inWords: inWords),
      education(open, today: desk.today, inWords: inWords),
      identity(pupil, desk), needs(pupil, desk), school(file, desk),
      authorities(pupil.authorities, desk),
    ]
  }

  /// Who the child is; where others can see, nothing by which a stranger could look it up.
  private static func identity(_ pupil: Pupil, _ desk: Desk) -> TextLine {
    let age = pupil.age(on: desk.today)
    var line = TextLine(
      desk.isShared ? "Aged \(age)" : "Born \(pupil.dateOfBirth.medium), aged \(age)"
    ).then("  Year \(pupil.yearGroup)")
    if let sex = pupil.sex { line = line.then("  \(Codes.sex.meaning(of: sex))") }
    guard !desk.isShared else { return line }
    line = line.then("  ref \(pupil.reference)", .muted)
    if let upn = pupil.upn { line = line.then("  UPN \(upn.text)", .muted) }
    return line
  }

  private static func needs(_ pupil: Pupil, _ desk: Desk) -> TextLine {
    var line = TextLine()
    func flag(_ text: String) { line = line.then("[\(text)]", .dueSoon, .bold).then(" ") }
    if !desk.sharedView.covers(.care) {
      if pupil.isLookedAfter { flag("Looked after") }
      if pupil.hasSocialWorker {
        flag("Social worker" + (pupil.socialWorker.map { ": \($0)" } ?? ""))
      }
    }
    if pupil.hasPlan, !desk.sharedView.covers(.plan) {
      flag("EHC plan" + (pupil.plan.map { " since \($0.issuedOn.medium)" } ?? ""))
    }
    if pupil.englishIsAdditional == true, !desk.sharedView.covers(.language) {
      flag(
        "English additional"
          + (pupil.firstLanguage.map { ": \(Codes.languages.meaning(of: $0))" } ?? ""))
    }
    guard !desk.sharedView.covers(.needs) else {
      return line.then("Needs, safeguarding and route are covered.", .muted)
    }
    if pupil.freeSchoolMeals { flag("Free school meals") }
    // The plan stands in brackets already.
    if !pupil.hasPlan {
      line = line.then(Codes.senProvision.meaning(of: pupil.senProvision), .muted)
    }
    if !pupil.needs.isEmpty {
      line = line.then("  Needs: ", .muted)
        .then(pupil.needs.map { Codes.needs.meaning(of: $0) }.joined(separator: ", "))
    }
    return line
  }

  private static func authorities(_ authorities: PupilAuthorities, _ desk: Desk) -> TextLine {
    var line = TextLine("Authority: ", .muted)
    // An authority that keeps a plan or cares for the child tells that there is one, or that it does.
    let parts: [(String, Int?)] = [
      ("home", authorities.home), ("school", authorities.school),
      ("plan", desk.sharedView.covers(.plan) ? nil : authorities.plan),
      ("caring", desk.sharedView.covers(.care) ? nil : authorities.caring),
    ]
    // One authority is named once, with all that it is to the child.
    var named: [Int] = []
    for case (_, let number?) in parts where !named.contains(number) {
      let roles = parts.filter { $0.1 == number }.map(\.0).joined(separator: ", ")
      line = line.then((named.isEmpty ? "" : "  ") + Codes.authorityName(number))
        .then(" (\(roles))", .muted)
      named.append(number)
    }
    return named.isEmpty ? line.then("none on file", .dueSoon) : line
  }

  private static func school(_ file: CaseFile, _ desk: Desk) -> TextLine {
    return TextLine("School: ", .muted).then(file.school?.value.name ?? "none on file")
      .then("  Route: ", .muted)
      .then(desk.sharedView.covers(.route) ? Wording.covered : file.file.value.route.title)
      .then("  " + file.file.value.tier.shortTitle, .muted)
  }

  private static func education(_ open: OpenCase, today: Day, inWords: Bool) -> TextLine {
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
    let rated = inWords ? "" : rating.map { "\($0.letter) " } ?? ""
    return line.then(rated, rating.map(Shape.role) ?? .muted, .bold)
      .then("\(provider) since \(placement.startsOn.medium)")
      .then(rating.map { ", rated \($0.title.lowercased())" } ?? "", .muted)
  }

  // MARK: Timeline

  static func timeline(_ timeline: Timeline, width: Int, today: Day) -> [TextLine] {
    if timeline.events.isEmpty { return [TextLine("Nothing has happened yet.", .muted)] }
    var lines: [TextLine] = []
    var hasPassedToday = false
    for event in timeline.events {
      if !hasPassedToday, event.day <= today {
        hasPassedToday = true
        lines.append(TextLine("─── today, \(today.medium) ───", .heading))
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

  static func look(of kind: Timeline.Kind) -> (String, Role) {
    switch kind {
    case .exclusion: ("■", .overdue)
    case .missed: ("!", .overdue)
    case .decision: ("◆", .heading)
    case .file: ("□", .text)
    case .placement: ("▶", .met)
    case .view: ("“", .words)
    case .quality: ("◇", .muted)
    }
  }

  // MARK: Placements

  static func placements(_ open: OpenCase, width: Int, _ desk: Desk) -> [TextLine] {
    let placements = open.file.placements.map(\.value)
    if placements.isEmpty {
      return [
        TextLine("No placement yet.", .muted),
        TextLine("\(desk.key(.place)) places the child.", .muted),
      ]
    }
    var lines: [TextLine] = []
    for placement in placements.reversed() {
      if !lines.isEmpty { lines.append(TextLine.blank) }
      lines += story(of: placement, open, width: width, desk)
    }
    return lines
  }

  private static func story(
    of placement: Placement, _ open: OpenCase, width: Int, _ desk: Desk
  ) -> [TextLine] {
    let (today, shared) = (desk.today, desk.sharedView)
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
    if let hours = placement.hoursPerWeek { facts.append("\(Hours.words(hours)) hours a week") }
    if let cost = placement.weeklyCost { facts.append("\(Pence.words(cost)) a week") }
    if let reason = placement.reason, !shared.covers(.placementReason) {
      facts.append(Codes.placementReasons.meaning(of: reason))
    }
    facts.append("commissioned by the \(placement.commissioner.title.lowercased())")
    var lines = [head, TextLine("  from \(placement.startsOn.medium) \(until)")]
    lines += TextLine.wrapped("  " + facts.joined(separator: ", "), width: width, indent: 2, .muted)
    var care: [String] = []
    if let day = placement.plannedEnd, !isNow || day >= today {
      care.append("planned to end \(day.medium)")
    }
    if let day = placement.lastReviewedOn { care.append("reviewed \(day.medium)") }
    if let day = placement.lastVisitedOn { care.append("visited \(day.medium)") }
    if isNow, let day = placement.plannedEnd, day < today {
      lines += TextLine.wrapped(
        "  ▲ It was to end on \(day.medium), and goes on.", width: width, indent: 4, .dueSoon)
    }
    if shared.covers(.placementReason) {
      lines.append(TextLine("  Reason and outcome: \(Wording.covered)", .muted))
    }
    if !care.isEmpty {
      lines += TextLine.wrapped(
        "  " + care.joined(separator: ", "), width: width, indent: 2, .muted)
    }
    if let outcome = placement.outcome, !shared.covers(.accounts) {
      lines += TextLine.wrapped("  Outcome: \(outcome)", width: width, indent: 2)
    }
    return lines
  }

  // MARK: Attendance

  /// - Parameter coversCodes: Whether only the share attended is shown, and no mark, since marks tell of
  ///   illness.
  static func register(
    _ register: Register, width: Int, coversCodes: Bool = false
  ) -> [TextLine] {
    if register.weeks.isEmpty {
      return [TextLine("No marks this school year.", .muted)]
    }
    let tally = register.tally
    let share = tally.attendance
    var lines = [
      TextLine("This school year ", .muted)
        .then(share.text, PercentText.role(share), .bold)
        .then("  attended \(tally.attended) of \(tally.possible) sessions", .muted)
        .then(level(tally.absenceLevel), .dueSoon),
      .blank,
      coversCodes
        ? TextLine("w/c         Marks \(Wording.covered)", .heading)
        : TextLine("w/c         Mon  Tue  Wed  Thu  Fri", .heading),
    ]
    for week in register.weeks {
      var line = TextLine(padded(week.monday.medium, 12), .muted)
      if let reason = week.closedThroughout {
        lines.append(line.then(reason, .muted))
        continue
      }
      for day in 0..<5 where !coversCodes {
        if let letters = week.closure(on: day) {
          line = line.then(padded(letters, 5), .muted)
          continue
        }
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
    guard !coversCodes else { return lines }
    lines.append(TextLine.blank)
    lines += legend(register, width: width)
    return lines
  }

  private static func level(_ level: AbsenceLevel?) -> String {
    guard let level, level != .withinBounds else { return "" }
    return "  \(level.title.lowercased())"
  }

  /// What the codes in view mean, and the days without school.
  private static func legend(_ register: Register, width: Int) -> [TextLine] {
    var lines: [TextLine] = []
    for attendance in AttendanceClass.allCases {
      let codes = register.codes.filter { $0.detail == attendance }
      guard !codes.isEmpty else { continue }
      lines.append(TextLine(attendance.title, Shape.role(of: attendance), .bold))
      for code in codes {
        let meaning = Codes.attendance.meaning(of: code.code, on: register.through)
        lines += TextLine.wrapped(
          "  " + padded(code.code, 3) + meaning, width: width, indent: 5, .muted)
      }
    }
    let closures = register.closures
    if !closures.isEmpty {
      lines += TextLine.wrapped(
        closures.map { "\($0.letters) \($0.words)" }.joined(separator: ", "), width: width,
        .muted)
    }
    return lines
  }

  // MARK: Views

  /// What stands in the place of views, without its full stop.
  static let nothingSaid =
    "Nothing is recorded of what the child says. It belongs here before a decision"

  /// What people said names others and places, which no list of names can find: it stays covered where
  /// others can see.
  static func views(_ views: [View], width: Int, desk: Desk) -> [TextLine] {
    if views.isEmpty {
      return TextLine.wrapped(
        "\(nothingSaid): \(desk.key(.edit, in: .acting)) notes it.", width: width, .muted)
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
      lines += TextLine.wrapped(
        desk.isShared ? Wording.covered : "“\(view.words)”", width: width, indent: 1,
        desk.isShared ? .muted : .words)
    }
    return lines
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextWidth.of(text)))
  }
}
