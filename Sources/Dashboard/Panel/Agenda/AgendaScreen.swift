import AlternativeProvision
import CaseStore
import TerminalUI

/// The agenda of a meeting: what comes before the panel, in which order, with how much time.
struct AgendaScreen: Screen {
  let id: Identifier<Meeting>
  var file: MeetingFile
  var list = LineList()
  /// How many items there were when it was last asked to build itself.
  private var itemsBeforeBuild = 0
  var names = PanelNames()
  /// What belongs on it and is not there; nil until it was looked for.
  var missing: [AgendaItem]?
  /// When that is looked for again, where it could not be read.
  private var lookAgainAt: Duration?
  /// Whether the meeting is to open on another day than its own, as the person was told.
  private var hasAsked = false

  /// Whether the meeting itself is under this screen, and going to it means going back.
  private let isOverMeeting: Bool

  /// - Throws: `StoreError` where there is no such meeting, or it can't be read.
  init(
    meeting: Identifier<Meeting>, isOverMeeting: Bool = false, desk: Desk
  ) throws(StoreError) {
    id = meeting
    self.isOverMeeting = isOverMeeting
    file = try AgendaScreen.read(meeting, desk)
  }

  /// Opens it on top; a message where the meeting can't be read.
  static func opening(
    _ id: Identifier<Meeting>, fromMeeting: Bool = false, desk: Desk
  ) -> Outcome {
    do throws(StoreError) {
      return .push(try AgendaScreen(meeting: id, isOverMeeting: fromMeeting, desk: desk))
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  static func read(_ id: Identifier<Meeting>, _ desk: Desk) throws(StoreError) -> MeetingFile {
    guard let file = try desk.caseload.meeting(id) else {
      throw StoreError(
        .missing, "there is no such meeting any more", toDo: "choose another from the panels")
    }
    return file
  }

  var contexts: [KeyContext] { [.agenda, .moving, .everywhere] }
  var items: [ItemFile] { file.items }

  var selected: ItemFile? {
    items.indices.contains(list.position.selected) ? items[list.position.selected] : nil
  }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): return .pop
    case .command(let command):
      if let moved = list.move(command, count: items.count) { return moved ? .redraw : .stay }
      guard case .panel(let command) = command else { return .stay }
      if command != .enter { hasAsked = false }
      return answer(command, desk)
    case .mouse(let mouse): return answer(mouse)
    case .key, .paste: return .stay
    }
  }

  private mutating func answer(_ mouse: Mouse) -> Outcome {
    switch mouse.action {
    case .wheelUp: return list.position.scroll(-3, of: items.count) ? .redraw : .stay
    case .wheelDown: return list.position.scroll(3, of: items.count) ? .redraw : .stay
    case .press:
      guard let row = list.row(at: mouse.point, count: items.count) else { return .stay }
      list.position.select(row, of: items.count)
      return .redraw
    default: return .stay
    }
  }

  private mutating func answer(_ command: PanelCommand, _ desk: Desk) -> Outcome {
    switch command {
    case .attendance: return AttendanceScreen.opening(id, desk: desk)
    case .closing: return closing(desk)
    case .enter: return meet(desk)
    case .edit: return MeetingDetails.editing(id, desk: desk)
    default: break
    }
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    if file.minutes != nil {
      return .message(Message(.warning, "The minutes are approved: the agenda stays as it was."))
    }
    switch command {
    case .done: return finishAction(desk)
    case .moveUp: return move(-1)
    case .moveDown: return move(1)
    case .drop: return drop(desk)
    case .moreTime: return give(5, desk)
    case .lessTime: return give(-5, desk)
    case .open: return change()
    case .add: return .push(AgendaAdding.kinds(self, desk: desk))
    case .more: return more(desk)
    case .build: return build()
    case .clockOrder:
      return .change(
        Change(
          cause: "put an agenda into the order of its clocks",
          done: "The clock that runs out first comes first.", advice: .undoesIt
        ) { [id] door in try door.orderByClock(id) })
    default: return .stay
    }
  }

  private func closing(_ desk: Desk) -> Outcome {
    guard file.meeting.value.state != .planned else {
      return .message(
        Message(
          .notice,
          "The meeting has not been opened yet: \(desk.key(.panel(.enter), in: .agenda)) opens it.")
      )
    }
    return ClosingScreen.opening(id, desk: desk)
  }

  /// Opens the meeting and goes to it; on another day than its own only when asked twice.
  private mutating func meet(_ desk: Desk) -> Outcome {
    let meeting = file.meeting.value
    switch meeting.state {
    case .open: return isOverMeeting ? .pop : go(desk)
    case .planned: break
    case .closed, .minutesDraft, .minutesApproved: return closing(desk)
    }
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    if meeting.heldOn != desk.today, !hasAsked {
      hasAsked = true
      return .message(
        Message(
          .warning,
          "This meeting is for \(meeting.heldOn.long), not today. "
            + "\(desk.key(.panel(.enter), in: .agenda)) again opens it all the same; "
            + "\(desk.key(.panel(.edit), in: .agenda)) changes its day."))
    }
    return PanelDoors.open(file, desk: desk)
  }

  private func go(_ desk: Desk) -> Outcome {
    do throws(StoreError) {
      return try PanelDoors.sitting(id, desk: desk)
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  // MARK: Changing it

  private func move(_ by: Int) -> Outcome {
    let here = list.position.selected
    guard items.indices.contains(here), items.indices.contains(here + by) else { return .stay }
    var order = items.map(\.item.id)
    order.swapAt(here, here + by)
    return .change(
      Change(cause: "reorder an agenda") { [id, order] door in try door.order(id, order) })
  }

  private func drop(_ desk: Desk) -> Outcome {
    guard let entry = selected else { return .stay }
    let item = entry.item.id
    let title = entry.item.value.title
    switch entry.item.value.state {
    case .decided:
      return .message(
        Message(.warning, "A decision stands on it: reopen that in the meeting, with a reason."))
    case .dropped:
      return .change(
        Change(
          cause: "put \(title) back on the agenda", done: "It is on the agenda again."
        ) { door in try door.set(.waiting, of: item) })
    case .waiting, .parked:
      return .push(
        SheetScreen(
          "Off the agenda: \(title)",
          at: FormPlace(
            .drop, of: entry.item.value.meeting.number, "\(item.number)", about: title),
          intro: ["It stays on the list, and the minutes give the reason."]
            + (entry.words.values.contains { !$0.text.isEmpty }
              ? ["Something is written on it: that is minuted with it, and is no decision."] : []),
          covering: .names(entry.item.value.meeting),
          fields: [SheetField("why", "Why", .prose, hint: "as in: moved to another authority")],
          check: { values, _ in
            values["why"].isEmpty ? ["why": .problem("Say why it comes off the agenda.")] : [:]
          },
          save: { values, desk in
            .change(
              Change(
                cause: "drop \(title)",
                done: "\(title) is off the agenda. \(desk.key(.panel(.drop), in: .agenda)) "
                  + "puts it back."
              ) { door in try door.drop(item, because: values["why"]) })
          }))
    }
  }

  /// Adds to the minutes of an item as they are by now, whoever changed what of it last.
  private func give(_ minutes: Int, _ desk: Desk) -> Outcome {
    guard let item = selected?.item else { return .stay }
    let caseload = desk.caseload
    let edit = Edit.item(item, "change the time of an item", done: "") { item in
      item.minutesAllotted = min(600, max(0, item.minutesAllotted + minutes))
    }
    return .change(
      Change(cause: edit.cause) { door in try edit.perform(&door, caseload, since: nil) })
  }

  private func change() -> Outcome {
    guard let entry = selected else { return .stay }
    return .push(AgendaAdding.editing(entry.item, since: file.position))
  }

  /// Notes an action as done that an earlier meeting of this panel agreed.
  private mutating func finishAction(_ desk: Desk) -> Outcome {
    let open: [ActionFile]
    do throws(StoreError) {
      open = try desk.caseload.openActions(
        of: file.panel.id, before: file.meeting.value.heldOn)
    } catch {
      return .message(Message(.error, error.description))
    }
    guard !open.isEmpty else {
      return .message(Message(.notice, "No action of an earlier meeting is open."))
    }
    var items: [ChooserScreen.Item] = []
    for action in open {
      let cover = names.covering(of: action, desk)
      items.append(
        ChooserScreen.Item(
          cover(action.action.what),
          notes: [
            Span(action.action.owner, Style(.muted)),
            Span(
              action.action.dueOn?.short ?? "",
              Style(action.action.isOverdue(on: desk.today) ? .overdue : .muted)),
          ], about: action.action.what,
          choice: .screen { [since = file.position] _ in
            ActionForm.finish(action, since: since, cover: cover)
          }))
    }
    return .push(
      ChooserScreen(title: "Which action is done?", items: items, heads: ["", "Due"]).findingNames)
  }

  private mutating func build() -> Outcome {
    itemsBeforeBuild = items.count
    return .change(
      Change(
        cause: "build an agenda", then: .panel(.agendaBuilt)
      ) { [id] door in try door.buildAgenda(id) })
  }

  private mutating func more(_ desk: Desk) -> Outcome {
    lookForMissing(desk)
    // Why it can't be read is said as the screen is drawn.
    guard let missing else { return .redraw }
    guard !missing.isEmpty else {
      return .message(Message(.notice, "Nothing was left off: all that belongs on it is there."))
    }
    return .push(AgendaAdding.leftOff(missing, names: names, desk: desk))
  }

  // MARK: Answers

  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome {
    guard case .panel(let answer) = answer else { return .redraw }
    switch answer {
    case .meetingOpened: return go(desk)
    case .agendaBuilt:
      refresh(desk: desk)
      lookForMissing(desk)
      return .several([.redraw, .message(Message(.notice, built(since: itemsBeforeBuild, desk)))])
    case .taken(let chosen): return take(chosen)
    case .child(let pupil, let found): return add(pupil, found, desk)
    default: return .redraw
    }
  }

  private func built(since before: Int, _ desk: Desk) -> String {
    let left = missing?.count ?? 0
    let added = items.count - before
    let first =
      added == 0 ? "Nothing new belongs on it" : "\(NumberText.count(added, "item")) added"
    return left == 0
      ? first + "."
      : "\(first); \(NumberText.grouped(left)) more have no time: \(desk.key(.panel(.more))) shows them."
  }

  private func take(_ chosen: [AgendaItem]) -> Outcome {
    .change(
      Change(
        cause: "add to an agenda",
        done: "\(NumberText.count(chosen.count, "item")) added.", advice: .undoesIt
      ) { door in for item in chosen { try door.put(item) } })
  }

  /// Puts a child on the agenda: by the case, else by the referral that waits.
  private func add(
    _ pupil: Identifier<Pupil>, _ found: Identifier<Case>?, _ desk: Desk
  ) -> Outcome {
    var item = AgendaItem(meeting: id, kind: .escalation, title: "")
    item.minutesAllotted = file.panel.value.terms.minutesPerItem
    let waiting: Stored<Referral>?
    do throws(StoreError) {
      waiting = try desk.caseload.referrals(of: pupil).first { $0.value.status.isWaiting }
      if let found, let open = try desk.caseload.file(found) {
        item.file = found
        item.title = open.reference
      }
    } catch {
      return .message(Message(.error, error.description))
    }
    if let waiting {
      item.kind = .newReferral
      item.referral = waiting.id
      if item.title.isEmpty { item.title = waiting.value.reference }
    }
    guard !item.title.isEmpty else {
      return .message(
        Message(
          .warning,
          "This child has neither an open case nor a referral that was handed in: begin a "
            + "referral first."))
    }
    let isThere = items.contains {
      ($0.item.value.file != nil && $0.item.value.file == item.file)
        || ($0.item.value.referral != nil && $0.item.value.referral == item.referral)
    }
    guard !isThere else {
      return .message(Message(.notice, "\(item.title) is on the agenda already."))
    }
    return take([item])
  }

  // MARK: Staying up to date

  mutating func refresh(desk: Desk) {
    let kept = selected?.item.id
    guard let again = desk.reading({ try AgendaScreen.read(id, desk) }) else { return }
    // What belongs on it follows from the records: while they stay, so does what was found.
    if again.position != file.position { missing = nil }
    file = again
    names = PanelNames()
    let row = items.firstIndex { $0.item.id == kept } ?? list.position.selected
    list.position.select(row, of: items.count)
  }

  mutating func look(desk: Desk) -> Outcome {
    guard let position = try? desk.caseload.journalPosition(), position != file.position else {
      return .stay
    }
    refresh(desk: desk)
    return .redraw
  }

  /// What was left off is looked for after the agenda is on the screen: it takes a while of many cases.
  var deadline: Duration? {
    missing == nil && file.meeting.value.state == .planned ? lookAgainAt ?? .zero : nil
  }

  mutating func timeIsUp(desk: Desk) -> Outcome {
    lookForMissing(desk)
    return .redraw
  }

  private mutating func lookForMissing(_ desk: Desk) {
    guard missing == nil else { return }
    missing = desk.reading { try desk.caseload.missingFromAgenda(of: id) }
    lookAgainAt = missing == nil ? desk.setting.stopwatch() + .seconds(1) : nil
  }
}
