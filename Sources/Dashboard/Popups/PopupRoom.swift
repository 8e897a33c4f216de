import TerminalUI

extension Surface {
  /// Whether the window has room for anything on top of a screen.
  var fitsPopup: Bool { width >= 40 && height >= 8 }

  /// Where a box over a screen may stand: above the line at the foot, of which it would leave the ends, and
  /// on which stand a message and the mark that others can see.
  func popupRoom(_ desk: Desk) -> Rect {
    var room = bounds.inset(2, 1)
    // On a very small screen a row more of the box is worth more than that line.
    if desk.isShared || height >= 12 { room.height -= 1 }
    return room
  }
}
