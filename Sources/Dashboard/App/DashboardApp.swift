import AlternativeProvision
import CaseStore
import TerminalUI

/// The dashboard without a terminal: a stack of screens, a message, and a surface to read.
///
/// It takes events one at a time and never blocks; `run` feeds it from a terminal, a test by hand.
public final class DashboardApp {
  let desk: Desk
  var screens: [any Screen]
  var message: Message?
  /// Whether the person has asked to leave.
  public private(set) var isFinished = false
  /// What the last press asked for and must come twice for; and what this one is the second for.
  private var asked: DashboardCommand?
  private var insisted: DashboardCommand?
  /// The signal that ended it, where one did; 0 or nil where the person left.
  public private(set) var endedBy: Int32?
  /// What could not be saved and stands in another file, and in which.
  public internal(set) var rescued: (words: String, path: String)?
  /// Whether the surface is out of date.
  public internal(set) var needsDrawing = true
  var surface: Surface
  var size: Size
  var keys = KeyReader<DashboardCommand>()
  var mustRedrawAll = true
  var keyLine = KeyLine()
  var idle: IdleBlank
  var effects: [TerminalEffect] = []
  let longWait: LongWait
  /// Whether keys leave the message where it is until there was time to read it: who types fast has
  /// pressed the next ones before they could see that something failed, or what came of a long wait.
  private var isMessageHeld = false
  /// When the message came onto the screen; nil until it does.
  var messageShown: Duration?
  /// Whether the message stands on rows of the screens, being longer than the line at the foot.
  var messageCovers = false
  /// When the log is to be brought into the file: once nobody has pressed a key for a while after a
  /// change.
  var tidyAt: Duration?
  /// When to look again after the caseload's file, while that is not in its place.
  var fileLookAt: Duration?
  private var textToEdit: String?
  var hasMouse: Bool
  /// How often the screen on top has become another one, and how often it had at the last click.
  private var screensChanged = 0
  private var screensClicked = 0
  /// Whether it was looked for forms that were left unsaved, which no start waits for.
  var hasLookedForForms = false
  /// What could not be loaded, and when that is tried again; nil while all goes well.
  var failedLoad: FailedLoad?

  init(desk: Desk, size: Size, first: any Screen) {
    self.desk = desk
    self.size = size
    self.surface = Surface(size)
    self.screens = [first]
    hasMouse = desk.setting.settings.mouse
    longWait = LongWait(now: desk.setting.stopwatch)
    idle = IdleBlank(minutes: desk.setting.settings.blankAfter, now: desk.setting.stopwatch())
    if let notice = desk.setting.notice { message = Message(.warning, notice) }
    asksWhileWaiting()
  }

  /// Lets the caseload ask whether to wait on, whenever that takes long.
  func asksWhileWaiting() {
    desk.caseload.whileWaiting = { [longWait] in longWait.goesOn($0) }
  }

  /// Opens the board of a caseload.
  ///
  /// - Throws: `StoreError` where the caseload can't be read.
  public convenience init(
    caseload: Caseload, today: Day, size: Size, setting: DashboardSetting
  ) throws(StoreError) {
    let board = try Board(caseload, today: today)
    let desk = Desk(caseload: caseload, board: board, today: today, setting: setting)
    // Whoever starts in the middle of a meeting may stand before the room.
    if try caseload.hasOpenMeeting() { desk.sharedView.isOn = true }
    self.init(desk: desk, size: size, first: BoardScreen(desk: desk))
    recall()
    switch setting.opens {
    case .board: break
    case .panels: screens.append(PanelHomeScreen(desk: desk))
    case .caseFile(let file):
      let row = board.cases.position(of: file) ?? 0
      carryOut(CaseScreen.opening(file, among: .cases, at: row, desk: desk))
    case .meeting(let meeting): screens.append(try MeetingScreen(meeting: meeting, desk: desk))
    }
  }

  // MARK: Events

  /// Answers one event.
  public func handle(_ event: Event) {
    if isSwallowed(event) { return }
    longWait.begin(canGiveUp: true)
    switch event {
    case .key(let key):
      if tidyAt != nil { tidySoon() }
      actByHand()
      press(key)
    case .mouse(let mouse):
      // The rest of a double click that has closed a list is not meant for what was beneath it.
      if mouse.action == .press, mouse.clicks > 1, screensClicked != screensChanged { return }
      screensClicked = screensChanged
      if isTooSmall { return }
      // The second half of a double click is no second thought.
      if mouse.action == .press, mouse.clicks < 2 { actByHand() }
      if mouse.action == .press, mouse.point.y == size.height - 1 { return press(at: mouse.point) }
      send(.mouse(mouse))
    case .paste(let text):
      if isTooSmall { return }
      actByHand()
      send(.paste(text))
    case .resize(let size):
      self.size = size
      redrawAll()
    case .focus: break
    case .wake: caseloadMayHaveChanged()
    case .quit(let signal):
      endedBy = signal
      isFinished = true
    }
  }

  /// Somebody presses something: a key, the mouse, a paste. What the one before asked for is now or never.
  private func actByHand() {
    wipeMessage()
    insisted = asked
    asked = nil
  }

  /// Answers what has happened, in order. What was typed while the store kept the person waiting falls
  /// away, since nobody could see what it would meet.
  func answer(_ events: [Event]) {
    var rest = events[...]
    while !isFinished, let event = rest.popFirst() {
      handle(event)
      if longWait.tookKeys { rest = longWait.takeLater() + rest.filter { !$0.isByHand } }
    }
  }

  /// Whether an event only brings back a screen that was covered, or finds it covered.
  private func isSwallowed(_ event: Event) -> Bool {
    switch event {
    case .mouse(let mouse) where idle.isOn && mouse.action != .press: return true
    case .key, .paste, .mouse:
      guard idle.touch(at: desk.setting.stopwatch()) else { return false }
      redrawAll()
      return true
    case .resize, .focus, .wake, .quit: return false
    }
  }

  /// Keys on a screen that has no room are not seen to act, and so they don't, but for those that leave.
  private func press(_ key: Key) {
    guard let top = screens.last else { return }
    let pending = keys.pending
    let wasPending = !pending.isEmpty
    switch keys.press(key, table: desk.keys, in: top.contexts + [.always]) {
    case .command(let binding):
      if !isTooSmall || binding.command.leaves { command(binding.command) }
    case _ where isTooSmall: break
    case .prefix: needsDrawing = true
    case .nothing:
      // Escape after a first key takes that back, and no more; nor does what nothing begins with.
      if !wasPending {
        if send(.key(key)) { say(Message(.notice, Wording.noSequence([key]))) }
      } else if key != Key(.escape) {
        say(Message(.notice, Wording.noSequence(pending + [key])))
      }
    }
    // The last line has named what could follow.
    if wasPending, keys.pending.isEmpty { redrawAll() }
  }

  /// A key named in the footer is a button too.
  private func press(at point: Point) {
    guard let contexts = screens.last?.contexts else { return }
    let pressed = keyLine.command(
      at: point.x, width: size.width, desk.keys, in: contexts, isOffered: isOffered)
    if let pressed { command(pressed) }
  }

  private func command(_ command: DashboardCommand) {
    switch command {
    case .help:
      let contexts = (screens.last?.contexts ?? []) + [.always]
      carryOut(.push(HelpScreen(desk.keys, in: contexts)))
    case .palette: openPalette()
    case .theme: carryOut(themes())
    case .numbers: switchNumbers()
    case .repaint:
      effects.append(.repaint)
      redrawAll()
    case .leave: if isTwice(.leave, or: warningOfLeaving()) { isFinished = canLeave() }
    case .mouse: switchMouse()
    case .undo: carryOut(.undo)
    case .share: share()
    default: send(.command(command))
    }
  }

  /// Whether a command was called twice running; if not, it says what the second time would do.
  func isTwice(_ command: DashboardCommand, or warning: @autoclosure () -> String) -> Bool {
    if insisted == command { return true }
    asked = command
    say(Message(.warning, warning()))
    return false
  }

  /// Hands an input to the screen on top; true where that has no use for it.
  @discardableResult
  private func send(_ input: Input) -> Bool {
    guard !screens.isEmpty else { return false }
    let outcome = screens[screens.count - 1].handle(input, desk: desk)
    // What was read only in part is not shown.
    if longWait.wasGivenUp {
      giveUp()
      return false
    }
    if case .stay = outcome { return true }
    carryOut(outcome)
    return false
  }

  // MARK: Outcomes

  func carryOut(_ outcome: Outcome) {
    switch outcome {
    case .stay: break
    case .redraw: needsDrawing = true
    case .push(let screen):
      leaveTop()
      arrive(screen)
    case .replace(let screen):
      leaveTop()
      if !screens.isEmpty { screens.removeLast() }
      arrive(screen)
    case .pop: pop()
    case .answer(let answer):
      pop()
      guard !screens.isEmpty else { return }
      carryOut(screens[screens.count - 1].receive(answer, desk: desk))
    case .perform(let act): perform(act, anyway: false)
    case .performAnyway(let act): perform(act, anyway: true)
    case .change(let change): perform(change)
    case .edit(let text):
      // The editor covers nothing of what is in it.
      if desk.isShared, !isTwice(.panel(.ownEditor), or: Wording.editorShows) { return }
      // Nothing that was typed waits for the editor to end.
      leaveTop()
      textToEdit = text
    case .undo: undo()
    case .run(let command): self.command(command)
    case .theme(let name): use(theme: name)
    case .arrange(let pane, let choice): arrange(pane, choice)
    case .copy(let text, let what):
      effects.append(.copy(text))
      say(Message(.notice, Wording.copied(what)))
    case .message(let message): say(message)
    case .several(let outcomes): for outcome in outcomes { carryOut(outcome) }
    case .quit: isFinished = true
    }
  }

  private func arrive(_ screen: any Screen) {
    if !hasLookedForForms { desk.reading { try lookForForms() } }
    var screen = screen
    screen.arrive(desk: desk)
    screens.append(screen)
    redrawAll()
  }

  private func pop() {
    leaveTop()
    guard screens.count > 1 else {
      isFinished = true
      return
    }
    screens.removeLast()
    redrawAll()
  }

  private func leaveTop() {
    screensChanged += 1
    if !screens.isEmpty { screens[screens.count - 1].leave(desk: desk) }
  }

  func say(_ message: Message?) {
    messageShown = nil
    isMessageHeld = longWait.tookKeys || message.map { $0.kind != .notice } == true
    var message = message
    // What was done may name a child whom nobody meant to name.
    if desk.isShared, let text = message?.text { message?.text = desk.messageCover.covered(text) }
    guard message != self.message else { return }
    self.message = message
    if let message, message.kind != .notice, desk.setting.settings.bell { effects.append(.ring) }
    needsDrawing = true
    // The line that a message stood on belongs to the screen under it again.
    if message == nil { mustRedrawAll = true }
  }

  /// A key takes the message away, unless it was pressed before anybody could have read it.
  private func wipeMessage() {
    guard message != nil else { return }
    if isMessageHeld {
      let since = messageShown.map { desk.setting.stopwatch() - $0 } ?? .zero
      guard since >= .milliseconds(400) else { return }
    }
    say(nil)
  }

  func redrawAll() {
    mustRedrawAll = true
    needsDrawing = true
  }

  // MARK: Leaving, and the terminal

  /// Saves what no screen has saved yet, as when the program is asked to end.
  public func leave() {
    remember()
    for index in screens.indices { screens[index].leave(desk: desk) }
    rescueWords()
  }

  /// Takes what the terminal is asked for besides showing the screen.
  func takeEffects() -> [TerminalEffect] {
    defer { effects = [] }
    return effects
  }

  /// Says that a text was too long for the clipboard.
  func copyFailed() { say(Message(.warning, Wording.tooLongToCopy)) }

  /// Takes the text that is to be edited in the person's own editor, if there is one.
  func takeTextToEdit() -> String? {
    defer { textToEdit = nil }
    return textToEdit
  }

  /// Hands an edited text to the screen that wanted it; a message where the editor failed.
  func receive(edited text: Result<String, EditorFailure>) {
    redrawAll()
    switch text {
    case .success(let text):
      if !screens.isEmpty {
        carryOut(screens[screens.count - 1].receive(.edited(text), desk: desk))
        leaveTop()
      }
    case .failure(let failure): say(Message(.error, failure.advice))
    }
  }
}
