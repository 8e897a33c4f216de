import AlternativeProvision
import CaseStore
import TerminalUI

/// The end of a meeting: what is unfinished, closing it, its minutes and its papers.
struct ClosingScreen: Screen {
  let id: Identifier<Meeting>
  var file: MeetingFile
  var unfinished: [Unfinished]
  var list = LineList()
  var names = PanelNames()
  /// The last day on which its letters are in time; nil where bank holidays can't be read.
  private var lettersDueBy: Day?
  private var areLettersLate = false
  /// Whether the person has been told that something is unfinished, so that the key now insists.
  private var hasAsked = false
  /// Whether the person has been told what opening it again means.
  private var hasAskedToReopen = false

  /// - Throws: `StoreError` where there is no such meeting, or it can't be read.
  init(meeting: Identifier<Meeting>, desk: Desk) throws(StoreError) {
    id = meeting
    file = try AgendaScreen.read(meeting, desk)
    unfinished = file.unfinished()
    readLetters(desk)
  }

  private mutating func readLetters(_ desk: Desk) {
    let days = file.panel.value.terms.letterWorkingDays
    let holidays = desk.reading { try desk.caseload.bankHolidays() }
    lettersDueBy = holidays?.workingDay(days, after: file.meeting.value.heldOn)
    areLettersLate = lettersDueBy.map { $0 < desk.today } ?? false
  }

  /// Opens it on top; a message where the meeting can't be read.
  static func opening(_ id: Identifier<Meeting>, desk: Desk) -> Outcome {
    do throws(StoreError) {
      return .push(try ClosingScreen(meeting: id, desk: desk))
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  var contexts: [KeyContext] { [.closing, .moving, .everywhere] }
  var state: MeetingState { file.meeting.value.state }

  func whyNot(_ command: DashboardCommand, desk: Desk) -> String? {
    switch command {
    case .panel(.close) where state.isOver: "the meeting is closed already"
    case .panel(.close) where state == .planned: "the meeting has not been opened yet"
    case .panel(.reopen) where !state.isOver: "the meeting is not closed"
    case .panel(.reopen) where state == .minutesApproved: "its minutes are approved"
    case .panel(.sent) where !state.isOver: "letters go out after the meeting"
    default: nil
    }
  }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): return .pop
    case .command(.panel(let command)):
      if command != .close { hasAsked = false }
      if command != .reopen { hasAskedToReopen = false }
      return answer(command, desk)
    case .command(let command):
      return list.move(command, count: unfinished.count) == true ? .redraw : .stay
    case .mouse(let mouse):
      guard mouse.action == .press, let row = list.row(at: mouse.point, count: unfinished.count)
      else { return .stay }
      list.position.select(row, of: unfinished.count)
      return mouse.clicks >= 2 ? go(desk) : .redraw
    case .key, .paste: return .stay
    }
  }

  private mutating func answer(_ command: PanelCommand, _ desk: Desk) -> Outcome {
    switch command {
    case .attendance: return AttendanceScreen.opening(id, desk: desk)
    case .open: return go(desk)
    case .read: return MinutesScreen.opening(id, desk: desk)
    case .write: return PaperForm.opening(file, desk: desk)
    default: break
    }
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    switch command {
    case .close: return close(desk)
    case .reopen: return reopen(desk)
    case .sent: return LetterForm.opening(file, on: selectedLetters, desk: desk)
    default: return .stay
    }
  }

  /// The item whose letters the selected line speaks of.
  private var selectedLetters: Identifier<AgendaItem>? {
    guard unfinished.indices.contains(list.position.selected),
      case .letters(let item, _, _) = unfinished[list.position.selected]
    else { return nil }
    return item
  }

  /// Goes to what is not finished.
  private mutating func go(_ desk: Desk) -> Outcome {
    guard unfinished.indices.contains(list.position.selected) else {
      return .message(Message(.notice, "Everything is finished."))
    }
    switch unfinished[list.position.selected] {
    case .nobodyPresent, .presenceUnknown: return AttendanceScreen.opening(id, desk: desk)
    case .item(let item, _, _, _), .childWhoCannotWait(let item, _, _, _),
      .toRatify(let item, _, _), .reasoning(let item, _):
      guard state.isOpen else {
        return .message(
          Message(
            .notice,
            "The meeting is closed: \(desk.key(.panel(.reopen))) opens it again, and then it can be decided."
          ))
      }
      return PanelDoors.sitting(id, at: item, desk: desk)
    case .letters(let item, _, _):
      if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
      return LetterForm.opening(file, on: item, desk: desk)
    case .action(let number, _, _):
      let all = file.actions + file.items.flatMap(\.actions)
      guard let action = all.first(where: { $0.id == number }) else { return .stay }
      return .push(
        ActionForm.edit(action, heldOn: file.meeting.value.heldOn, since: file.position))
    }
  }

  private mutating func close(_ desk: Desk) -> Outcome {
    guard state == .open else {
      return .message(
        Message(
          .notice,
          state == .planned
            ? "The meeting has not been opened yet." : "The meeting is closed already."))
    }
    if !unfinished.isEmpty, !hasAsked {
      hasAsked = true
      let what = NumberText.count(unfinished.count, "thing")
      return .message(
        Message(
          .warning,
          "\(what) unfinished, as listed. \(desk.key(.panel(.close))) again closes all the same: what is not "
            + "decided is for the next meeting."))
    }
    return .change(
      Change(
        cause: "close the meeting of \(file.meeting.value.heldOn.medium)",
        done: "Closed. The minutes are in draft: \(desk.key(.panel(.read))) reads them."
      ) { [id] door in
        try door.move(id, to: .closed)
        try door.move(id, to: .minutesDraft)
      })
  }

  private mutating func reopen(_ desk: Desk) -> Outcome {
    switch state {
    case .closed, .minutesDraft:
      guard hasAskedToReopen else {
        hasAskedToReopen = true
        return .message(
          Message(
            .warning,
            "The meeting is over. \(desk.key(.panel(.reopen))) again opens it anew, as the meeting that sits."
          ))
      }
      hasAskedToReopen = false
      return .change(
        Change(
          cause: "open the meeting of \(file.meeting.value.heldOn.medium) again",
          done: "The meeting is open again."
        ) { [id] door in try door.move(id, to: .open) })
    case .minutesApproved:
      return .message(
        Message(
          .warning,
          "The minutes are approved: nothing changes any more. \(desk.key(.panel(.read))) reads them; there \(desk.key(.panel(.correct))) adds "
            + "a dated note."))
    case .planned, .open: return .message(Message(.notice, "The meeting is not closed."))
    }
  }

  // MARK: Staying up to date

  mutating func refresh(desk: Desk) {
    guard let again = desk.reading({ try AgendaScreen.read(id, desk) }) else { return }
    file = again
    unfinished = file.unfinished()
    readLetters(desk)
    names = PanelNames()
    list.position.select(list.position.selected, of: unfinished.count)
  }

  mutating func look(desk: Desk) -> Outcome {
    // Words being typed into an item count too, and are not in the journal.
    let before = unfinished
    refresh(desk: desk)
    return before == unfinished ? .stay : .redraw
  }

  // MARK: Looks

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let meeting = file.meeting.value
    let body = PanelPage.draw(
      on: &surface, title: "Closing · \(file.panel.value.name) · \(meeting.heldOn.long)",
      note: meeting.state.title, desk: desk)
    let summary = summary(desk, width: body.width >= 110 ? body.width / 2 - 4 : body.width - 4)
    let areas: [Rect]
    if body.width >= 110 {
      areas = body.columns([.weight(1), .weight(1)])
    } else {
      let wanted = min(summary.count + 2, max(6, body.height / 2))
      areas = body.rows([.weight(1, minimum: 5), .fixed(wanted)])
    }
    let inside = PaneFrame.draw(
      on: &surface, in: areas[0], title: state.isOver ? "Still to do" : "Not finished",
      rightTitle: unfinished.isEmpty ? "" : NumberText.grouped(unfinished.count), isFocused: true)
    let room = drawSelected(on: &surface, in: inside, desk)
    let said = unfinished.indices.map { line($0, desk) }
    var list = list
    list.draw(
      on: &surface, in: room, count: unfinished.count, isFocused: true,
      empty: state == .open
        ? "Everything is finished. \(desk.key(.panel(.close))) closes the meeting."
        : "Nothing is left."
    ) { row in said[row] }
    self.list = list
    let box = PaneFrame.draw(
      on: &surface, in: areas[1], title: "The meeting", isFocused: false
    ).inset(1, 0)
    for (offset, line) in summary.prefix(box.height).enumerated() {
      line.draw(on: &surface, x: box.x, y: box.y + offset, width: box.width)
    }
  }

  /// What the selected line says in full and what to do about it, below the list; the room that is left.
  private mutating func drawSelected(
    on surface: inout Surface, in area: Rect, _ desk: Desk
  ) -> Rect {
    guard unfinished.indices.contains(list.position.selected) else { return area }
    let what = unfinished[list.position.selected]
    let text = Wording.sentence(named(what, what.description, desk))
    let lines = TextLine.wrapped(text, width: area.width - 2, .muted)
    let height = area.height - lines.count - 1
    guard height >= min(3, unfinished.count) else { return area }
    surface.horizontalLine(
      x: area.x, y: area.y + height, width: area.width, style: Style(.border))
    for (row, line) in lines.enumerated() {
      line.draw(on: &surface, x: area.x + 1, y: area.y + height + 1 + row, width: area.width - 2)
    }
    return Rect(x: area.x, y: area.y, width: area.width, height: height)
  }

  /// What is said of an item, under the child's initials, by which the room knows it, and its reference.
  private mutating func named(_ what: Unfinished, _ words: String, _ desk: Desk) -> String {
    guard let entry = file.items.first(where: { $0.item.id == what.item }), let title = what.title
    else { return desk.isShared ? names.cover(of: id, desk).covered(words) : words }
    guard let pupil = names.child(of: entry.item.value, desk) else {
      return names.about(entry.item.value, desk) + words.dropFirst(title.count)
    }
    return "\(pupil.initials) \(words)"
  }

  /// What is unfinished.
  private mutating func line(_ row: Int, _ desk: Desk) -> TextLine {
    let what = unfinished[row]
    let isOnlyTold: Bool
    switch what {
    case .toRatify: isOnlyTold = true
    case .letters: isOnlyTold = !areLettersLate
    // Once the minutes are approved it can only come before the next meeting.
    case .item: isOnlyTold = state == .minutesApproved
    case .childWhoCannotWait: isOnlyTold = false
    default: isOnlyTold = false
    }
    return TextLine(isOnlyTold ? "△ " : "■ ", isOnlyTold ? .dueSoon : .overdue).then(
      named(what, what.what, desk))
  }

  private func summary(_ desk: Desk, width: Int) -> [TextLine] {
    var lines: [TextLine] = []
    func fact(_ label: String, _ text: String, _ role: Role = .text) {
      for (row, line) in TextLine.wrapped(text, width: max(12, width - 12), role).enumerated() {
        var whole = TextLine(CaseText.padded(row == 0 ? label : "", 12), .muted)
        whole.spans += line.spans
        lines.append(whole)
      }
    }
    let here = file.attendees.filter { $0.presence == .present || $0.presence == .left }
    fact(
      "Present",
      here.isEmpty ? "nobody is recorded" : here.map(\.member.name).joined(separator: ", "))
    let shortfalls = file.deciding(on: nil).shortfalls
    fact(
      "Quorum",
      shortfalls.isEmpty
        ? "✓ there is one" : "none: \(shortfalls.map(\.description).joined(separator: "; "))",
      shortfalls.isEmpty ? .met : .overdue)
    let on = file.items.filter { $0.item.value.state != .dropped }
    let decided = on.compactMap { $0.decision?.value }
    fact("Items", "\(decided.count) of \(on.count) decided")
    let kinds = DecisionOption.allCases.compactMap { option in
      let count = decided.filter { $0.decision.option == option }.count
      return count == 0 ? nil : "\(count) \(option.title.lowercased())"
    }
    if !kinds.isEmpty, !desk.sharedView.covers(.decision) {
      fact("Decisions", kinds.joined(separator: ", "))
    }
    let unratified = decided.filter(\.awaitsRatification).count
    if unratified > 0 {
      fact(
        "To ratify", "\(NumberText.count(unratified, "decision")) by the next meeting", .dueSoon)
    }
    let actions = (file.actions + file.items.flatMap(\.actions)).filter { !$0.saysNothing }
    fact("Actions", actions.isEmpty ? "none" : NumberText.grouped(actions.count))
    let sent = on.reduce(0) { $0 + $1.letters.count }
    let waiting = on.reduce(0) { $0 + $1.lettersDue.count }
    if sent + waiting > 0 {
      var words = sent > 0 ? "\(sent) of \(sent + waiting) sent" : "none is recorded as sent"
      if waiting > 0, let due = lettersDueBy {
        words += areLettersLate ? "; they were due out by \(due.long)" : "; due out by \(due.long)"
      }
      fact(
        "Letters",
        words + (waiting > 0 && state.isOver ? ": \(desk.key(.panel(.sent))) records it" : ""),
        waiting == 0 ? .met : areLettersLate ? .overdue : .text)
    }
    fact("Minutes", minutes(desk))
    return lines
  }

  private func minutes(_ desk: Desk) -> String {
    switch (file.minutes, state) {
    case (let approved?, _):
      "approved by \(approved.approvedBy) on \(approved.approvedOn.medium)"
        + (file.corrections.isEmpty
          ? "" : "; \(NumberText.count(file.corrections.count, "correction"))")
    case (nil, .open), (nil, .planned): "in draft once the meeting is closed"
    case (nil, _):
      "in draft, not approved: \(desk.key(.panel(.read))) reads them, \(desk.key(.panel(.approve))) there approves"
    }
  }
}
