import AlternativeProvision
import CaseStore
import TerminalUI

extension PanelHomeScreen {
  mutating func draw(on surface: inout Surface, desk: Desk) {
    let waiting = overview.referrals.filter { $0.referral.value.status.isWaiting }.count
    let body = PanelPage.draw(
      on: &surface, title: "Panels",
      note: waiting == 0 ? "" : "\(NumberText.count(waiting, "referral")) handed in", desk: desk)
    areas = layOut(body)
    for place in areas {
      let count = count(of: place.part)
      let inside = PaneFrame.draw(
        on: &surface, in: place.area, title: "\(place.part.rawValue + 1) \(place.part.title)",
        rightTitle: count == 0 ? "" : NumberText.grouped(count), isFocused: place.part == focus)
      draw(place.part, on: &surface, in: inside, desk: desk)
      ScrollBar.draw(
        on: &surface,
        in: Rect(x: place.area.right - 1, y: inside.y, width: 1, height: inside.height),
        offset: lists[place.part.rawValue].position.top,
        page: lists[place.part.rawValue].position.height, of: count)
    }
  }

  /// Two above two; in a narrow window, or zoomed, only the one with the focus.
  private func layOut(_ body: Rect) -> [(part: Part, area: Rect)] {
    if isZoomed || body.width < 64 || body.height < 12 { return [(focus, body)] }
    let rows = body.rows([.weight(1), .weight(1)])
    let above = rows[0].columns([.weight(1), .weight(1)])
    let below = rows[1].columns([.weight(1), .weight(1)])
    return [
      (.panels, above[0]), (.meetings, above[1]), (.referrals, below[0]), (.actions, below[1]),
    ]
  }

  private mutating func draw(
    _ part: Part, on surface: inout Surface, in area: Rect, desk: Desk
  ) {
    let isFocused = part == focus
    var list = lists[part.rawValue]
    defer { lists[part.rawValue] = list }
    let count = count(of: part)
    let empty = failure ?? emptyText(part, desk)
    switch part {
    case .panels:
      let room = drawTerms(below: count, on: &surface, in: area)
      list.draw(on: &surface, in: room, count: count, isFocused: isFocused, empty: empty) { row in
        panelLine(row, width: area.width, desk)
      }
    case .meetings:
      list.draw(on: &surface, in: area, count: count, isFocused: isFocused, empty: empty) { row in
        meetingLine(row, width: area.width, desk)
      }
    case .referrals:
      var names = names
      list.draw(on: &surface, in: area, count: count, isFocused: isFocused, empty: empty) { row in
        referralLine(row, width: area.width, &names, desk)
      }
      self.names = names
    case .actions:
      var names = names
      list.draw(on: &surface, in: area, count: count, isFocused: isFocused, empty: empty) { row in
        actionLine(row, width: area.width, &names, desk)
      }
      self.names = names
    }
  }

  private func emptyText(_ part: Part, _ desk: Desk) -> String {
    switch part {
    case .panels:
      "No panel yet. \(desk.key(.panel(.new), in: .panels)) makes one: its terms of reference, members and cycle."
    case .meetings: "No meeting yet. They follow from a panel's cycle and the school calendar."
    case .referrals:
      "No referral waits. \(desk.key(.panel(.newReferral), in: .panels)) begins one; sixthday import referrals takes a file."
    case .actions: "No action is open."
    }
  }

  // MARK: Rows

  /// Where there is room below the panels, the terms of the one selected; the rows left for the list.
  private func drawTerms(below count: Int, on surface: inout Surface, in area: Rect) -> Rect {
    let rows = min(max(1, count), max(1, area.height - 8))
    guard area.height - rows >= 7, let panel = selectedPanel else { return area }
    let line = area.y + rows
    surface.horizontalLine(x: area.x, y: line, width: area.width, style: Style(.border))
    let lines = TermsText.lines(panel.value, width: area.width)
    for (offset, text) in lines.prefix(area.height - rows - 1).enumerated() {
      text.draw(on: &surface, x: area.x, y: line + 1 + offset, width: area.width)
    }
    return Rect(x: area.x, y: area.y, width: area.width, height: rows)
  }

  private func panelLine(_ row: Int, width: Int, _ desk: Desk) -> TextLine {
    let panel = overview.panels[row]
    let next = overview.next(of: panel.id, from: desk.today)
    let when = next.map { $0.state == .open ? "open now" : DayText.weekday($0.heldOn) } ?? "–"
    let name = max(8, width - 11)
    return TextLine(Columns.cell(panel.value.name, name))
      .then(" " + when, next?.state == .open ? .dueSoon : .muted)
  }

  private func meetingLine(_ row: Int, width: Int, _ desk: Desk) -> TextLine {
    let line = overview.meetings[row]
    let isOpen = line.state == .open
    let day = Columns.cell(PanelPage.day(line.heldOn, today: desk.today), 12)
    let state =
      line.state.map { width < 60 ? $0.shortTitle : $0.title } ?? "to be made"
    let stateWidth = width < 60 ? 11 : 17
    var text = TextLine(day, isOpen ? .dueSoon : .text, isOpen ? .bold : [])
      .then(Columns.cell(state, stateWidth), isOpen ? .dueSoon : .muted)
    // The panel's whole name, or its kind where that has no room: half a name says neither.
    let room = max(8, min(34, width - 12 - stateWidth - (width < 60 ? 7 : 14)))
    let whole = line.panel.value.name
    let name = TextWidth.of(whole) <= room ? whole : line.panel.value.kind.shortTitle
    text = text.then(Columns.cell(name, room) + " ")
    return text.then(remark(on: line, isShort: width < 60), .muted)
  }

  private func remark(on line: PanelOverview.MeetingLine, isShort: Bool) -> String {
    guard let count = line.count else { return line.remark }
    if line.state == .planned {
      return isShort ? "\(count.items) it." : NumberText.count(count.items, "item")
    }
    return "\(count.decided)/\(count.items)" + (isShort ? "" : " decided")
  }

  private func referralLine(
    _ row: Int, width: Int, _ names: inout PanelNames, _ desk: Desk
  ) -> TextLine {
    let line = overview.referrals[row]
    let referral = line.referral.value
    let isReady = line.gaps.isEmpty
    let name = names.name(of: referral.pupil, reference: "", desk)
    let room = min(24, max(10, width * 3 / 8))
    let text = TextLine(referral.status == .draft ? "○ " : "✓ ", isReady ? .met : .dueSoon)
      .then(Columns.cell(referral.reference, 12), .muted)
      .then(Columns.cell(NameText.fitted(name, width: room), room) + " ")
    // Which fields are empty tells of those that are covered.
    let omissions = desk.sharedView.covers(.accounts) ? [] : line.omissions.map(\.shortTitle)
    let lacks = (line.gaps.map(\.shortTitle) + omissions).joined(separator: ", ")
    switch referral.status {
    case .draft where isReady && omissions.isEmpty: return text.then("ready", .met)
    case .draft:
      return text.then(isReady ? "ready; no \(lacks)" : lacks, isReady ? .muted : .dueSoon)
    default: return text.then(referral.status.title.lowercased(), .muted)
    }
  }

  /// The child's name without the reference of the case after it.
  private static func nameAlone(_ child: String) -> String {
    child.firstIndex(of: "·").map { String(child[..<$0].dropLast()) } ?? child
  }

  private func actionLine(
    _ row: Int, width: Int, _ names: inout PanelNames, _ desk: Desk
  ) -> TextLine {
    let file = overview.actions[row]
    let isLate = file.action.isOverdue(on: desk.today)
    let due = file.action.dueOn.map { $0.short } ?? "no day"
    let text = TextLine(isLate ? "■ " : "○ ", isLate ? .overdue : .safe)
      .then(Columns.cell(due, 7), isLate ? .overdue : .text)
    let what = names.covering(of: file, desk)(file.action.what)
    let child = names.child(of: file, desk)
    // Whose it is and what it asks matter as much as for whom: in a narrow pane each has a few columns.
    guard width >= 60 else {
      let name = desk.isShared ? child : child.map(Self.nameAlone)
      let about = name.map { Columns.cell(NameText.fitted($0, width: 10), 10) + " " } ?? ""
      return text.then(about)
        .then(Columns.cell(file.action.ownerWords, child == nil ? 10 : 8) + " ", .muted).then(what)
    }
    return text.then(Columns.cell(child ?? "–", 28) + " ")
      .then(Columns.cell(file.action.ownerWords, 14) + " ", .muted).then(what)
  }
}

extension ReferralGap {
  /// What is missing, in a word or two.
  var shortTitle: String {
    switch self {
    case .consentMissing: "consent"
    case .consentNotWritten: "written consent"
    case .consentUndated, .consentDatedAhead: "date of consent"
    case .viewsMissing: "child's views"
    }
  }
}
