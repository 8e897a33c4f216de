import AlternativeProvision
import CaseStore
import TerminalUI

/// What is done when nobody presses a key: loading on, looking for what was left, and what a time brings.
extension DashboardApp {
  /// Whether there is more of a large caseload to load, or something to make ready, when there is
  /// nothing else to do.
  public var hasWork: Bool {
    if screens.last?.hasWork == true { return true }
    guard failedLoad?.tryAgainAt == nil else { return false }
    return !desk.board.isLoaded || !hasLookedForForms || desk.hasNamesToRead
  }

  /// Loads a few milliseconds' worth more, or makes ready what the screen will want next.
  public func work() {
    longWait.begin(canGiveUp: false)
    if let top = screens.last, top.hasWork { return screens[screens.count - 1].work(desk: desk) }
    do {
      try load()
      guard failedLoad != nil else { return }
      failedLoad = nil
      redrawAll()
    } catch {
      fail(toLoad: error)
    }
  }

  private func load() throws(StoreError) {
    if desk.board.isLoaded {
      return try hasLookedForForms ? desk.readNames() : lookForForms()
    }
    let unsettled = desk.board.unsettled
    let hasMore = try desk.board.loadSlice()
    // The rows in view are the most urgent and were there first: only the counts grow meanwhile.
    // Not so where cases are worked out anew, any of which may be the most urgent of all.
    if !hasMore || unsettled / 250 != desk.board.unsettled / 250 { refreshScreens() }
  }

  /// Says once why something can't be loaded, and sees to it that it is tried again in a second: a disk
  /// that does not answer may answer then, and nobody is helped by asking it all the time.
  private func fail(toLoad error: StoreError) {
    if failedLoad?.words != error.description {
      say(Message(.error, error.description))
      redrawAll()
    }
    failedLoad = FailedLoad(
      words: error.description, tryAgainAt: desk.setting.stopwatch() + .seconds(1))
  }

  /// Tells of forms that were left unsaved, as by a program that was killed.
  ///
  /// - Throws: `StoreError` where that can't be read; it is looked for again then.
  func lookForForms() throws(StoreError) {
    if desk.setting.isReadOnly {
      hasLookedForForms = true
      return
    }
    var drafts = try desk.caseload.drafts(by: desk.setting.author)
    let (hasTaken, left) = EditedText.takeIn(drafts, desk)
    if hasTaken {
      drafts = try desk.caseload.drafts(by: desk.setting.author)
      takeInChanges()
      refreshScreens()
      say(Message(.notice, "What was saved in your editor is taken in."))
    }
    hasLookedForForms = true
    if let file = left.first {
      return say(Message(.warning, Wording.editorLeft(file)))
    }
    if !hasTaken, message != nil { return }
    if let words = try FormPlace.waiting(drafts, desk) { say(Message(.notice, words)) }
  }

  /// When, on the desk's stopwatch, a screen wants to hear that a time has come; nil for never.
  public var deadline: Duration? {
    (screens.map(\.deadline) + [
      desk.isShared ? nil : idle.deadline, tidyAt, fileLookAt, failedLoad?.tryAgainAt,
    ]).compactMap { $0 }.min()
  }

  /// Tells the screens whose time has come.
  public func passTime() {
    let now = desk.setting.stopwatch()
    longWait.begin(canGiveUp: false)
    // What stands in the shared view is meant for whoever is in the room, as through a long item.
    if !desk.isShared, idle.passTime(to: now) { redrawAll() }
    for index in screens.indices where screens.indices.contains(index) {
      if let deadline = screens[index].deadline, deadline <= now {
        carryOut(screens[index].timeIsUp(desk: desk))
      }
    }
    if let time = failedLoad?.tryAgainAt, time <= now { failedLoad?.tryAgainAt = nil }
    if let time = fileLookAt, time <= now { lookAtFile() }
    if let time = tidyAt, time <= now {
      tidyAt = nil
      desk.caseload.tidy()
    }
  }

  /// Has the log brought into the file two seconds from now, unless a key puts that off.
  func tidySoon() { tidyAt = desk.setting.stopwatch() + .seconds(2) }

  /// Goes on to another day, as at midnight: every figure is worked out anew.
  public func turn(to today: Day) {
    guard today != desk.today else { return }
    longWait.begin(canGiveUp: false)
    do {
      desk.board = try Board(desk.caseload, today: today)
      desk.today = today
      desk.forget()
      refreshScreens()
    } catch {
      fail(toLoad: error)
    }
  }
}

/// What could not be loaded while nobody pressed a key: said once, and tried again after a while.
struct FailedLoad {
  /// Why, in the store's words, as they were said.
  let words: String
  /// When it is tried again, on the desk's stopwatch; nil once that time has come.
  var tryAgainAt: Duration?
}
