import TerminalUI

/// The screens, the message and the keys on one surface.
extension DashboardApp {
  /// The screen as it stands, drawn anew where it has changed.
  public func draw() -> Surface {
    guard needsDrawing else { return surface }
    needsDrawing = false
    longWait.goesOnToTheEnd()
    let base = screens.lastIndex { !$0.isOverlay } ?? 0
    if isTooSmall { return drawTooSmall() }
    if idle.isOn {
      surface.reset(to: size)
      IdleBlank.draw(on: &surface)
      mustRedrawAll = true
      return surface
    }
    // What a long message stood on belongs to the screens again, whether or not it is still said.
    if messageCovers { mustRedrawAll = true }
    // An overlay may have shrunk or moved: what is under it is drawn again with it.
    if mustRedrawAll || base < screens.count - 1 {
      surface.reset(to: size)
      for index in base..<screens.count { screens[index].invalidate() }
      mustRedrawAll = false
    }
    let before = surface.cursor
    surface.cursor = nil
    for index in base..<screens.count { screens[index].draw(on: &surface, desk: desk) }
    // A screen that draws only what has changed leaves the focus where it was.
    if surface.cursor == nil { surface.cursor = before }
    if let unread = desk.takeUnread(), message?.kind ?? .notice == .notice {
      say(Message(.error, unread.description))
      needsDrawing = false
    }
    drawMessage()
    drawKeys()
    return surface
  }

  /// The keys of the screen on top, be it an overlay.
  private func drawKeys() {
    let contexts = (screens.last?.contexts ?? []) + (keys.pending.isEmpty ? [] : [.always])
    let hints = keyLine.hints(
      desk.keys, in: contexts, after: keys.pending, isOffered: isOffered)
    Footer.draw(
      on: &surface, in: Rect(x: 0, y: size.height - 1, width: size.width, height: 1), hints)
  }

  /// Whether a key of the last line can be called now on the screen on top.
  func isOffered(_ command: DashboardCommand) -> Bool {
    screens.last?.whyNot(command, desk: desk) == nil
  }

  /// Whether nothing sensible can stand on the screen, an overlay least of all.
  var isTooSmall: Bool {
    size.width < BoardLayout.smallest.width || size.height < BoardLayout.smallest.height
  }

  /// Says so, and, where one is about to leave, what comes of that.
  private func drawTooSmall() -> Surface {
    surface.reset(to: size)
    surface.focus(on: surface.bounds)
    let words = [Wording.tooSmall, message?.text].compactMap { $0 }.joined(separator: " ")
    for (row, line) in TextLine.wrapped(words, width: size.width).enumerated() {
      line.draw(on: &surface, x: 0, y: row, width: size.width)
    }
    mustRedrawAll = true
    return surface
  }

  private func drawMessage() {
    let line = Rect(x: 0, y: size.height - 2, width: size.width, height: 1)
    messageCovers = false
    if let message {
      messageCovers = StatusLine.say(message, on: &surface, desk: desk)
      messageShown = messageShown ?? desk.setting.stopwatch()
    }
    StatusLine.drawShared(on: &surface, in: line, desk: desk)
  }
}
