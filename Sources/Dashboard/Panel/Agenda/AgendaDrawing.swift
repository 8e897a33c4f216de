import AlternativeProvision
import CaseStore
import TerminalUI

extension AgendaScreen {
  mutating func draw(on surface: inout Surface, desk: Desk) {
    let meeting = file.meeting.value
    let body = PanelPage.draw(
      on: &surface, title: title, note: meeting.state.title, desk: desk)
    let foot = foot(width: body.width - 2, desk)
    let detail = body.height >= 24 ? 7 : 0
    let rows = body.rows([.weight(1), .fixed(detail), .fixed(min(foot.count, body.height / 3))])
    let inside = PaneFrame.draw(
      on: &surface, in: rows[0], title: "Agenda", rightTitle: times, isFocused: true)
    heads(on: &surface, in: inside.row(0))
    let area = Rect(
      x: inside.x, y: inside.y + 1, width: inside.width, height: max(1, inside.height - 1))
    var names = names
    var list = list
    list.draw(
      on: &surface, in: area, count: items.count, isFocused: true,
      empty:
        "Nothing is on the agenda. \(desk.key(.panel(.build))) builds it from the caseload; \(desk.key(.panel(.add))) adds an item."
    ) { row in line(row, width: area.width, &names, desk) }
    self.list = list
    self.names = names
    ScrollBar.draw(
      on: &surface, in: Rect(x: rows[0].right - 1, y: area.y, width: 1, height: area.height),
      offset: list.position.top, page: list.position.height, of: items.count)
    if detail > 0 { drawDetail(on: &surface, in: rows[1], desk) }
    for (offset, line) in foot.prefix(rows[2].height).enumerated() {
      line.draw(on: &surface, x: rows[2].x + 1, y: rows[2].y + offset, width: body.width - 1)
    }
  }

  private var title: String {
    let meeting = file.meeting.value
    let time = meeting.startsAt.isEmpty ? "" : ", \(meeting.startsAt)"
    return "\(file.panel.value.name) · \(meeting.heldOn.long)\(time)"
  }

  /// "14 items · 140 of 150 min".
  private var times: String {
    let on = items.filter { $0.item.value.state != .dropped }
    let minutes = on.reduce(0) { $0 + $1.item.value.minutesAllotted }
    let all = file.meeting.value.minutesAllotted.map { " of \($0)" } ?? ""
    return "\(NumberText.count(on.count, "item")) · \(minutes)\(all) min"
  }

  /// What there is to say of the whole: time, what was left off, quorum.
  private func foot(width: Int, _ desk: Desk) -> [TextLine] {
    var lines: [TextLine] = []
    let minutes = items.filter { $0.item.value.state != .dropped }
      .reduce(0) { $0 + $1.item.value.minutesAllotted }
    if let all = file.meeting.value.minutesAllotted, minutes > all {
      lines.append(
        TextLine("▲ \(minutes - all) minutes more than the meeting has. ", .dueSoon)
          .then(
            "\(desk.key(.panel(.drop))) drops an item, \(desk.key(.panel(.lessTime))) gives it less, \(desk.key(.panel(.edit), in: .agenda)) changes the meeting.",
            .muted))
    }
    if let missing, !missing.isEmpty {
      lines.append(
        TextLine("▲ \(NumberText.grouped(missing.count)) more belong on it", .dueSoon)
          .then(": \(AgendaWords.kinds(missing)).", .muted))
      let late = AgendaWords.late(missing, on: file.meeting.value.heldOn)
      lines.append(
        TextLine(
          "  \(late)\(desk.key(.panel(.more))) chooses, \(desk.key(.panel(.build))) takes what there is time for.",
          .muted))
    }
    lines.append(
      QuorumText.line(
        file, hint: "\(desk.key(.panel(.attendance), in: .agenda)) records attendance"))
    return lines
  }

  // MARK: Rows

  private struct Room {
    var kind = 11
    var clock: Int
    var name: Int

    init(width: Int) {
      clock = width >= 100 ? 30 : 20
      name = max(10, width - 4 - kind - clock - 9)
    }
  }

  private func heads(on surface: inout Surface, in area: Rect) {
    let room = Room(width: area.width)
    surface.fill(area, style: Style(.heading))
    let text =
      "    " + Columns.cell("Kind", room.kind) + Columns.cell("About", room.name)
      + Columns.cell("First clock", room.clock) + "  min"
    surface.put(text, x: area.x, y: area.y, style: Style(.heading), width: area.width)
  }

  private func line(
    _ row: Int, width: Int, _ names: inout PanelNames, _ desk: Desk
  ) -> TextLine {
    let room = Room(width: width)
    let item = items[row].item.value
    let number = items[..<row].filter { $0.item.value.state != .dropped }.count + 1
    let about = names.about(item, desk)
    let minutes = "\(item.minutesAllotted)"
    let isGone = item.state == .dropped
    var line = TextLine(
      isGone ? "  – " : "\(number < 10 ? " " : "")\(number)  ", isGone ? .muted : .text)
    line = line.then(Columns.cell(item.kind.shortTitle, room.kind), isGone ? .muted : .heading)
      .then(Columns.cell(about, room.name), isGone ? .muted : .text)
    if isGone {
      let why = item.droppedBecause.map { "dropped: \(names.remark($0, desk))" } ?? "dropped"
      return line.then(Columns.cell(why, room.clock + 5), .muted)
    }
    let (words, role) = clock(item, desk, width: room.clock)
    line = line.then(Columns.cell(words, room.clock), role)
      .then(CaseText.padded("", max(0, 5 - minutes.utf8.count)) + minutes, .muted)
    let mark = item.state == .decided ? " ✓" : item.state == .parked ? " P" : ""
    return line.then(mark, item.state == .decided ? .met : .dueSoon)
  }

  private func clock(_ item: AgendaItem, _ desk: Desk, width: Int) -> (String, Role) {
    guard let due = item.dueOn else { return ("", .muted) }
    let held = file.meeting.value.heldOn
    let name =
      item.clock.map { Wording.short($0, desk.sharedView) }
      ?? (item.kind == .placementEnding ? "Ends" : "Due")
    let isOver = due < held
    let day = due.year == held.year || width < 26 ? due.short : due.medium
    let later = Shape.mark(of: ClockState.running)
    let mark = isOver ? "■" : due.days(since: held) <= 7 ? "▲" : later
    return (
      "\(mark) \(name) \(day)", isOver ? .overdue : due.days(since: held) <= 7 ? .dueSoon : .safe
    )
  }

  private mutating func drawDetail(on surface: inout Surface, in area: Rect, _ desk: Desk) {
    guard let entry = selected else { return }
    let item = entry.item.value
    let inside = PaneFrame.draw(
      on: &surface, in: area, title: item.kind.title, isFocused: false
    ).inset(1, 0)
    var lines = [TextLine(names.about(item, desk), .text, .bold)]
    if let clock = item.clock, let due = item.dueOn {
      lines.append(TextLine("\(desk.sharedView.title(of: clock)): ", .muted).then(due.long))
    }
    if item.kind == .mattersArising {
      let open =
        desk.reading {
          try desk.caseload.openActions(of: file.panel.id, before: file.meeting.value.heldOn)
        } ?? []
      lines += open.prefix(3).map { action in
        TextLine("○ ", .safe).then(
          names.covering(of: action, desk)(
            "\(action.action.what) – \(action.action.owner)"))
      }
      if open.count > 3 { lines.append(TextLine("and \(open.count - 3) more", .muted)) }
    }
    if let why = item.droppedBecause {
      lines += TextLine.wrapped(
        "Dropped: \(names.remark(why, desk))", width: inside.width, .muted)
    }
    if let decision = entry.decision?.value {
      lines.append(
        TextLine("\(decision.standing.title): ", .muted).then(
          desk.sharedView.covers(.decision) ? Wording.covered : decision.decision.option.title))
    }
    for interest in entry.interests {
      lines.append(
        TextLine("Interest: ", .muted).then(
          "\(interest.member), \(names.remark(interest.nature, desk))"))
    }
    for (offset, line) in lines.prefix(inside.height).enumerated() {
      line.draw(on: &surface, x: inside.x, y: inside.y + offset, width: inside.width)
    }
  }
}

/// What is said of items that an agenda has no room for.
enum AgendaWords {
  /// "2 referrals, 31 reviews": how many of each sort, in the order in which they would be taken.
  static func kinds(_ items: [AgendaItem]) -> String {
    let words = items.map { word(for: $0.kind) }
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.map { word in
      NumberText.count(words.count { $0 == word }, word)
    }.joined(separator: ", ")
  }

  private static func word(for kind: AgendaKind) -> String {
    switch kind {
    case .permanentExclusion: "exclusion"
    case .newReferral: "referral"
    case .reviewDue: "review"
    case .placementEnding: "placement ending"
    case .escalation: "escalation"
    case .providerQuality: "provider"
    case .mattersArising, .ratification, .other: "matter"
    }
  }

  /// "460 are overdue, the first since 24 Feb 2026; "; empty where none is.
  static func late(_ items: [AgendaItem], on day: Day) -> String {
    let days = items.compactMap(\.dueOn).filter { $0 < day }
    guard let first = days.min() else { return "" }
    let are = days.count == 1 ? "One is" : "\(NumberText.grouped(days.count)) are"
    return "\(are) overdue, \(days.count == 1 ? "" : "the first ")since \(first.medium); "
  }
}

extension PanelNames {
  /// Whom or what an item is about, as it may be shown now.
  mutating func about(_ item: AgendaItem, _ desk: Desk) -> String {
    guard let pupil = child(of: item, desk) else {
      return desk.isShared ? cover(of: item.meeting, desk).covered(item.title) : item.title
    }
    let name = desk.sharedView.isOn ? pupil.initials : pupil.displayName
    return "\(name) · \(item.title)"
  }

  /// The child whom an item is about; nil for one that is about none.
  mutating func child(of item: AgendaItem, _ desk: Desk) -> Pupil? {
    if let file = item.file.flatMap({ self.file($0, desk) }) { return pupil(file.pupil, desk) }
    let referral = item.referral.flatMap { id in
      desk.reading { try desk.caseload.referral(id) } ?? nil
    }
    return referral.flatMap { pupil($0.pupil, desk) }
  }

  /// Words said of an item, as they may be shown now.
  func remark(_ text: String, _ desk: Desk) -> String {
    desk.sharedView.covers(.remark) ? Wording.covered : text
  }
}

/// Whether those present are a quorum, in a line.
enum QuorumText {
  /// - Parameter hint: What to do while nobody is recorded as here.
  static func line(_ file: MeetingFile, hint: String) -> TextLine {
    let deciding = file.deciding(on: nil)
    // Observers listen, and count towards no quorum.
    let members = file.attendees.filter { $0.member.role != .observer }
    let here = members.count { $0.presence == .present }
    let of = "\(here) of \(members.count) here"
    if here == 0 {
      return TextLine("Quorum: ", .muted).then("nobody is recorded as here yet", .dueSoon)
        .then(". \(hint).", .muted)
    }
    if deciding.hasQuorum {
      return TextLine("✓ Quorum", .met).then("  \(of)", .muted)
    }
    let missing = deciding.shortfalls.map(\.description).joined(separator: "; ")
    return TextLine("■ No quorum: \(missing)", .overdue).then(". \(of)", .muted)
  }
}
