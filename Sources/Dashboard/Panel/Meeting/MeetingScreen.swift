import AlternativeProvision
import CaseStore
import TerminalUI

/// A panel's meeting: one referral one screen, with the decision written beside the brief.
///
/// What is typed goes to the store at every pause; what another terminal types comes from there. Names
/// are initials until somebody turns the shared view off.
struct MeetingScreen: Screen {
  /// The parts of the screen between which Tab goes.
  enum Part: Int, CaseIterable {
    case brief, options, form
  }

  let id: Identifier<Meeting>
  /// All of the meeting as it was read last.
  var file: MeetingFile
  /// The items that are not dropped, in their order.
  var items: [ItemFile]
  /// The one that is up.
  var index = 0
  /// What is known of it.
  var view: ItemView?
  /// What is known of the items that may come next, made ready while nobody pressed a key.
  var ready: [Identifier<AgendaItem>: ItemView] = [:]
  var viewing: ItemViewing
  var form = ItemForm()
  var part = Part.brief
  var isZoomed = false
  var options = ListPosition()
  /// The letters by which a provider is being found.
  var finding = ""
  var page = TextPage()
  var timing = ItemTiming()
  /// When the panel began to sit, on the stopwatch; nil where that is not on record of its day.
  var openedAt: Duration?
  /// Whether something could not be saved when that was tried last.
  var hasFailed = false
  /// When what is typed must be in the store.
  var saveBy: Duration?
  /// Since when something is typed that the store does not hold.
  var unsavedSince: Duration?
  /// The stopwatch as it was read last.
  var lastSeen = Duration.zero
  /// When the item that is up is read again, where it could not be read; nil where it could.
  var readAgainBy: Duration?
  /// Whether the next item could not be made ready.
  var hasTriedNext = false
  var savedPlace: MeetingPlace?
  /// What others did to the item that is up, to be said once there is a way to.
  var news: Message?
  /// What of it was written to another file, since the caseload did not take it.
  let rescued = Rescued()
  /// Seconds that items took and that are not on file yet.
  var owed: [Identifier<AgendaItem>: Int] = [:]
  /// When time and place are to be noted.
  var settleBy: Duration?
  /// Since when there is something of that to note.
  var unsettledSince: Duration?
  var seenVersion: Int64 = 0
  var stale = Stale.everything
  var layout = MeetingLayout(Size(width: 80, height: 24), part: .brief, isZoomed: false, options: 0)
  /// What moves the lines between the parts.
  private var arranger = PaneArranger()
  var slots: [FormSlot] = []
  var optionRows = Rect(x: 0, y: 0, width: 0, height: 0)
  var made: MadeBrief?

  /// What must be drawn again.
  struct Stale: OptionSet {
    let rawValue: UInt8
    static let headline = Stale(rawValue: 1)
    static let text = Stale(rawValue: 2)
    static let everything = Stale(rawValue: 7)
  }

  /// Opens a meeting where this person left it, or at its first item that waits.
  ///
  /// - Throws: `StoreError` where there is no such meeting, or it can't be read.
  init(meeting: Identifier<Meeting>, desk: Desk) throws(StoreError) {
    guard let file = try desk.caseload.meeting(meeting) else {
      throw StoreError(
        .missing, "there is no such meeting any more", toDo: "choose another from the panel's list")
    }
    id = meeting
    self.file = file
    items = file.items.filter { $0.item.value.state != .dropped }
    viewing = ItemViewing(desk.caseload)
    seenVersion = try desk.caseload.othersVersion()
    // A meeting is projected: whoever looks on sees no name until somebody shows them.
    desk.sharedView.isOn = true
    let place = try desk.caseload.place(of: desk.setting.author, in: meeting)
    let known = place?.item.flatMap { id in items.firstIndex { $0.item.id == id } }
    index = known ?? items.firstIndex { $0.item.value.state == .waiting } ?? 0
    readOpening(desk)
    show(desk)
    if known != nil, let place, let name = place.field, let field = MeetingField(name: name),
      form.fields.contains(field)
    {
      part = .form
      focus(field)
      form.texts[field]?.editor.moveCursor(to: place.cursor)
      // Whoever was stopped in the middle of a day goes on with it.
      form.isEntered = false
    }
    savedPlace = place
  }

  /// The item that is up; nil in a meeting without any.
  var item: ItemFile? { items.indices.contains(index) ? items[index] : nil }

  /// Whether letters are text now.
  var isWriting: Bool { part == .form && form.focus != nil }

  var editing: EditedText? {
    guard let item, let field = form.focus else { return nil }
    return .words(field.typed(on: item.item.id))
  }

  var contexts: [KeyContext] {
    isWriting ? [.deciding] : isFinding ? [.providers] : [.meeting, .moving, .everywhere]
  }

  func whyNot(_ command: DashboardCommand, desk: Desk) -> String? {
    let isDecided = item?.item.value.state == .decided
    return switch command {
    case .meeting(.decide), .meeting(.confirm), .meeting(.park):
      isDecided ? "A decision stands on this item: \(desk.key(.meeting(.reopen))) reopens it." : nil
    case .meeting(.reopen): isDecided ? nil : "No decision stands on this item yet."
    case .meeting(.openMeeting):
      file.meeting.value.state == .open ? "The meeting is open." : nil
    case .meeting(.rescue): unsafeFields.isEmpty ? "Everything that you typed is kept." : nil
    case .meeting(.reveal), .meeting(.revealSome):
      desk.isShared ? nil : "Nothing is covered: the shared view is off."
    case .meeting(.nextParked):
      items.contains { $0.item.value.state == .parked } ? nil : "Nothing is parked."
    default: nil
    }
  }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.meeting(let command)): return answer(command, desk)
    case .command(.panel(.agenda)): return AgendaScreen.opening(id, fromMeeting: true, desk: desk)
    case .command(.panel(.attendance)): return AttendanceScreen.opening(id, desk: desk)
    case .command(.panel(.closing)): return ClosingScreen.opening(id, desk: desk)
    case .command(.back): return back(desk)
    case .command(let command) where MeetingScreen.arranging.contains(command):
      return arrange(command, desk)
    case .command(let command): return move(command)
    case .key(let key): return press(key, desk)
    case .paste(let text): return paste(text, desk)
    case .mouse(let mouse): return answer(mouse, desk)
    }
  }

  private mutating func answer(_ command: MeetingCommand, _ desk: Desk) -> Outcome {
    switch command {
    case .nextItem: return step(1, desk)
    case .previousItem: return step(-1, desk)
    case .items: return .push(MeetingChoosers.items(self, desk: desk))
    case .park: return park(desk)
    case .nextParked: return nextParked(desk)
    case .reveal: return reveal(desk)
    case .revealSome: return revealSome(desk)
    case .decide: return decide(desk)
    case .confirm: return confirm(desk)
    case .reopen: return reopen()
    case .addAction: return addAction(desk)
    case .removeAction: return removeAction()
    case .nextPane: return go(to: neighbour(1), desk)
    case .previousPane: return go(to: neighbour(2), desk)
    case .zoom:
      isZoomed.toggle()
      return everything()
    case .choose: return part == .options ? chooseProvider(desk) : write(.decision(.option), desk)
    case .nextField: return write(form.field(1), desk)
    case .previousField: return write(form.field(-1), desk)
    case .leaveField: return go(to: .brief, desk)
    case .ownEditor: return ownEditor()
    case .undoTyping: return edit(desk) { $0.undo() }
    case .redoTyping: return edit(desk) { $0.redo() }
    case .openMeeting: return openMeeting()
    case .stepOut: return stepOut(desk)
    case .rescue: return rescue(desk)
    }
  }

  private static let arranging: Set<DashboardCommand> = [
    .narrower, .wider, .shorter, .taller, .evenPanes,
  ]

  /// Answers a key that moves the line between two parts.
  private mutating func arrange(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    guard !isZoomed else {
      return .message(Message(.notice, Wording.zoomed(desk, in: .meeting, by: .meeting(.zoom))))
    }
    if command == .evenPanes {
      desk.arranged.meeting = PaneShape()
    } else {
      guard let area = layout.area(of: part),
        arranger.answer(command, at: area, &desk.arranged.meeting, in: layout.places) == true
      else { return .message(Message(.notice, Wording.noOtherPane)) }
    }
    return everything()
  }

  private mutating func move(_ command: DashboardCommand) -> Outcome {
    if part == .options {
      finding = ""
      guard options.move(command, count: view?.options.count ?? 0) == true else { return .stay }
      return everything()
    }
    // What does not fit is a step further down: the brief then has the whole screen.
    if made?.isCut == true, [.down, .pageDown, .halfPageDown, .bottom].contains(command) {
      isZoomed = true
      return everything()
    }
    guard page.move(command, count: made?.lines.count ?? 0) else { return .stay }
    stale = .everything
    return .redraw
  }

  /// One step out: from the whole screen, from the providers. Out of a meeting that sits goes only the
  /// key that says so: one Esc too many must not show the room the dashboard.
  private mutating func stepOut(_ desk: Desk) -> Outcome {
    if isZoomed {
      isZoomed = false
      return everything()
    }
    if !finding.isEmpty {
      finding = ""
      return everything()
    }
    guard part == .brief else { return go(to: .brief, desk) }
    guard file.meeting.value.state == .open else { return back(desk) }
    return .message(
      Message(
        .notice, "The meeting goes on: \(desk.key(.back, in: .meeting)) leaves it as it stands."))
  }

  private mutating func back(_ desk: Desk) -> Outcome {
    let problem = save(desk)
    return unsafeFields.isEmpty ? .pop : everything(problem)
  }

  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome {
    switch answer {
    case .edited(let text): return receive(edited: text, desk)
    case .meeting(let answer): return receive(answer, desk)
    case .sort, .narrow, .panel: return .stay
    }
  }

  private mutating func receive(_ answer: MeetingAnswer, _ desk: Desk) -> Outcome {
    switch answer {
    case .value(let field, let text): return put(text, in: field, desk)
    case .jump(let wanted):
      guard let place = items.firstIndex(where: { $0.item.id == wanted }) else { return .stay }
      return go(toItem: place, desk)
    case .goTo(let field): return write(.decision(field ?? .option), desk)
    case .reveal(let matter):
      for one in CoveredMatter.allCases where matter == nil || matter == one {
        if matter != nil || desk.sharedView.covers(matter: one, on: item?.item.id) {
          desk.sharedView.toggle(one)
        }
      }
      return everything()
    case .itemDone: return nextWaiting(desk)
    case .actionAdded:
      guard let newest = item?.actions.last else { return everything() }
      return write(.action(newest.id, .what), desk)
    }
  }

  /// Draws everything again, and says something where there is something to say.
  mutating func everything(_ message: Message? = nil) -> Outcome {
    stale = .everything
    made = nil
    return message.map { .several([.redraw, .message($0)]) } ?? .redraw
  }

  mutating func invalidate() { stale = .everything }

  // MARK: Mouse

  private mutating func answer(_ mouse: Mouse, _ desk: Desk) -> Outcome {
    if let moved = arranger.drag(mouse, &desk.arranged.meeting, in: layout.places) {
      return moved ? everything() : .stay
    }
    switch mouse.action {
    case .wheelUp, .wheelDown:
      let rows = mouse.action == .wheelUp ? -3 : 3
      if layout.options.contains(mouse.point) {
        return options.scroll(rows, of: view?.options.count ?? 0) ? everything() : .stay
      }
      let outcome = page.answer(mouse, count: made?.lines.count ?? 0)
      stale = .everything
      return outcome
    case .press:
      if let slot = slots.first(where: { $0.area.contains(mouse.point) }) {
        let outcome = write(slot.field, desk)
        form.texts[slot.field]?.editor.press(at: mouse.point, in: slot.area)
        return outcome
      }
      let row = options.top + mouse.point.y - optionRows.y
      if optionRows.contains(mouse.point), view?.options.indices.contains(row) == true {
        options.select(row, of: view?.options.count ?? 0)
        let outcome = go(to: .options, desk)
        return mouse.clicks >= 2 ? chooseProvider(desk) : outcome
      }
      return layout.brief.contains(mouse.point) ? go(to: .brief, desk) : .stay
    default: return .stay
    }
  }
}
