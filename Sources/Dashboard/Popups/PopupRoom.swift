import TerminalUI

extension Surface {
  /// Whether the window has room for anything on top of a screen.
  var fitsPopup: Bool { width >= 40 && height >= 8 }

  /// Where a box over a screen may stand: where others can see, above the mark that says so, which is
  /// drawn over everything.
  func popupRoom(_ desk: Desk) -> Rect {
    var room = bounds.inset(2, 1)
    if desk.isShared { room.height -= 1 }
    return room
  }
}
