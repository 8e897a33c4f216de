import CaseStore
import TerminalUI

/// The caseload's file that goes from under the dashboard, and another one that comes in its place.
extension DashboardApp {
  /// Looks whether the file is still where it was, says what has become of it, and takes up the one that
  /// is there instead. Once a second for as long as it is not in its place, and else only when the folder
  /// was heard of.
  ///
  /// - Parameter anew: Whether to say it though it was said before, as when something was refused for it.
  /// - Returns: Whether there was anything to say.
  @discardableResult
  func lookAtFile(anew: Bool = false) -> Bool {
    let before = desk.standing
    desk.standing = desk.caseload.standing
    fileLookAt =
      desk.standing == .inPlace ? nil : desk.setting.stopwatch() + .seconds(1)
    let isToTakeUp = desk.standing == .replaced || desk.standing == .written
    guard anew || desk.standing != before || isToTakeUp else { return false }
    var message: Message?
    switch desk.standing {
    case .inPlace: if before != .inPlace { message = Message(.notice, Wording.fileIsBack) }
    case .gone: message = Message(.error, Wording.fileIsGone)
    case .replaced, .written: message = takeUp(saysWhy: anew || before != desk.standing)
    }
    guard let message else { return false }
    say(message)
    redrawAll()
    return true
  }

  /// Opens what is in the file's place, once no screen is left that was read from the old one.
  private func takeUp(saysWhy: Bool) -> Message? {
    let isReplaced = desk.standing == .replaced
    guard screens.count == 1 else {
      return saysWhy
        ? Message(.error, isReplaced ? Wording.fileToTakeUp : Wording.fileToReadAgain) : nil
    }
    do throws(StoreError) {
      guard
        let caseload = try desk.caseload.successor(
          desk.setting.isReadOnly ? .readOnly : .readWrite)
      else { return saysWhy ? Message(.error, Wording.fileIsGone) : nil }
      let board = try Board(caseload, today: desk.today)
      remember()
      desk.caseload = caseload
      asksWhileWaiting()
      try? caseload.tidiesLater()
      desk.board = board
      desk.forget()
    } catch {
      let words = error.kind == .notACaseload ? Wording.fileIsNone : error.description
      return saysWhy ? Message(.error, words) : nil
    }
    screens = [BoardScreen(desk: desk)]
    recall()
    desk.standing = .inPlace
    fileLookAt = nil
    return isReplaced
      ? Message(.warning, Wording.fileWasReplaced) : Message(.notice, Wording.fileReadAgain)
  }
}
