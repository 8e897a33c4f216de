import TerminalUI

/// Commands that hold on every screen and that the dashboard carries out itself.
extension DashboardApp {
  /// Shows every command that holds on the screen on top, and why some can't be called.
  func openPalette() {
    guard let top = screens.last else { return }
    carryOut(
      .push(
        PaletteScreen(desk.keys, in: top.contexts + [.always]) { top.whyNot($0, desk: desk) }))
  }

  /// Leaves the mouse to the terminal, or takes it back.
  func switchMouse() {
    hasMouse.toggle()
    effects.append(.mouse(hasMouse))
    say(Message(.notice, hasMouse ? Wording.mouseIsOurs : Wording.mouseIsTheirs))
  }

  /// Covers the names of children on every screen, or shows them again; before a room that sits only at the
  /// second press, since one slip would show them all; and where it can't be known whether one does.
  func share() {
    if desk.isShared {
      let sits = desk.reading { try desk.caseload.hasOpenMeeting() }
      if sits != false,
        !isTwice(.share, or: sits == nil ? Wording.maybeARoom : Wording.beforeTheRoom(desk))
      {
        return
      }
    }
    desk.sharedView.isOn.toggle()
    refreshScreens()
    say(Message(.notice, desk.isShared ? Wording.shared(desk) : Wording.unshared))
  }
}

extension DashboardCommand {
  /// Whether it ends the program.
  var leaves: Bool { self == .leave || self == .quit }
}
