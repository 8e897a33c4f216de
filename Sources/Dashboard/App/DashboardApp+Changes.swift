import CaseStore
import TerminalUI

/// Changes to the caseload: those of the person at the screen, and those of others.
extension DashboardApp {
  func perform(_ act: Act, anyway: Bool) {
    if desk.setting.isReadOnly { return say(Message(.warning, Wording.readOnly)) }
    do {
      let before = desk.caseload.changesMade
      try act.perform(on: desk, anyway: anyway, saving: screens.last?.form)
      tidySoon()
      takeInChanges()
      // What is on file already is no change, and there is nothing to take back.
      let isChanged = desk.caseload.changesMade != before
      say(Message(.notice, isChanged ? act.done(desk) : Wording.nothingChanged))
      // The form from which it came has been waiting for it.
      if screens.last?.form != nil {
        carryOut(screens[screens.count - 1].receive(.panel(.saved), desk: desk))
      }
    } catch let placed as PlacedMeanwhile {
      takeInChanges()
      carryOut(.push(ConflictScreen(act: act, placed: placed)))
    } catch let error as StoreError {
      takeInChanges()
      if let conflict = error.conflict {
        // What can stand beside theirs needs nobody to choose; it is written into the record as it is now.
        if conflict.fields.isEmpty, !anyway, act.setsOnlyItsOwn {
          return perform(act, anyway: true)
        }
        carryOut(.push(ConflictScreen(act: act, conflict: conflict)))
      } else {
        fail(error)
      }
    } catch {
      fail(error)
    }
  }

  func perform(_ change: Change) {
    if desk.setting.isReadOnly { return say(Message(.warning, Wording.readOnly)) }
    let form = screens.last?.form
    let before = desk.caseload.changesMade
    do {
      try desk.caseload.change(
        by: desk.setting.author, at: desk.setting.now(), cause: change.cause
      ) { door in
        try change.body(&door)
        if let form { try door.forget(form.key) }
      }
      tidySoon()
      // What concerns a meeting only moves nothing on the board, and is shown all the same.
      if takeInChanges() == nil { refreshScreens() }
      if change.overwriting != nil, desk.caseload.changesMade == before {
        // What is on file already is no change, and there is nothing to take back.
        say(Message(.notice, Wording.nothingChanged))
      } else if !change.done.isEmpty {
        let advice = change.advice.map { " " + desk.sentence($0, in: screens.last?.contexts ?? []) }
        say(Message(.notice, change.done + (advice ?? "")))
      }
      if let answer = change.then, !screens.isEmpty {
        carryOut(screens[screens.count - 1].receive(answer, desk: desk))
      }
    } catch {
      if takeInChanges() == nil { refreshScreens() }
      guard let overwriting = change.overwriting, let conflict = (error as? StoreError)?.conflict
      else { return fail(error) }
      var again = change
      again.body = overwriting.body
      // What can stand beside theirs needs nobody to choose.
      if conflict.fields.isEmpty { return perform(again) }
      carryOut(.push(ConflictScreen(change: again, conflict, shown: overwriting.shown)))
    }
  }

  func undo() {
    if desk.setting.isReadOnly { return say(Message(.warning, Wording.readOnly)) }
    do {
      guard let last = try desk.caseload.lastChange(by: desk.setting.author) else {
        return say(Message(.notice, Wording.nothingToUndo))
      }
      // A key that takes back what was just done must take back neither last week's import unasked nor
      // what the same person did in another window.
      if !last.isOwn, !isTwice(.undo, or: Wording.before(last)) { return }
      if last.cause == ReferralScreen.beginning, !isTwice(.undo, or: Wording.wholeReferral) {
        return
      }
      let undone = try desk.undo(last)
      tidySoon()
      if takeInChanges() == nil { refreshScreens() }
      say(Message(.notice, "Undone: \(undone)"))
    } catch {
      fail(error, .warning)
    }
  }

  /// Looks whether another program has changed the caseload; where it has, shows it and says so.
  public func caseloadMayHaveChanged() {
    lookAtFile()
    defer { for index in screens.indices { carryOut(screens[index].look(desk: desk)) } }
    guard let changes = takeInChanges() else { return }
    let others = changes.authors.filter { $0 != desk.setting.author }
    // What failed is still to be read, and matters more.
    guard !others.isEmpty, message.map({ $0.kind == .notice }) ?? true else { return }
    say(Message(.notice, Wording.changed(by: others, cases: changes.cases.count)))
  }

  /// Brings the board up to date with the caseload, and the screens with the board.
  @discardableResult
  func takeInChanges() -> ChangeSet? {
    longWait.goesOnToTheEnd()
    do {
      guard let changes = try desk.board.notice() else { return nil }
      desk.forget()
      refreshScreens()
      return changes
    } catch {
      say(Message(.error, error.description))
      return nil
    }
  }

  func refreshScreens() {
    longWait.goesOnToTheEnd()
    for index in screens.indices { screens[index].refresh(desk: desk) }
    redrawAll()
  }

  // MARK: What did not come about

  /// Says why something was not done.
  private func fail(_ error: any Error, _ kind: Message.Kind = .error) {
    if let error = error as? StoreError {
      if error.kind == .missing, lookAtFile(anew: true) { return }
      say(
        error.kind == .givenUp
          ? Message(.notice, Wording.givenUp) : Message(kind, error.description))
    } else {
      say(Message(kind, "\(error)"))
    }
  }

  /// Leaves everything as it was, since the person did not want to wait.
  func giveUp() {
    refreshScreens()
    say(Message(.notice, Wording.givenUp))
  }
}
