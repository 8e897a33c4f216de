import TerminalUI

/// The line at the foot of every screen: that names are covered, that it is a demo, and the day.
enum StatusLine {
  /// Draws the right end of the line and gives the columns that are left of it.
  @discardableResult
  static func draw(on surface: inout Surface, in area: Rect, desk: Desk) -> Int {
    surface.fill(area, style: .text)
    var right = area.right - drawShared(on: &surface, in: area, desk: desk)
    let date = StatusLine.date(in: area.width, desk)
    if !date.isEmpty {
      right -= date.utf8.count
      surface.put(date, x: right, y: area.y, style: Style(.muted), width: date.utf8.count)
      right -= 2
    }
    if desk.setting.isDemo {
      let text = area.width >= 60 ? Wording.demo : Wording.shortDemo
      let width = TextWidth.of(text)
      right -= width
      surface.put(text, x: right, y: area.y, style: Style(.demo, .bold), width: width)
      right -= 2
    }
    let isLost = desk.standing == .gone || desk.standing == .replaced
    let warning = isLost ? Wording.noFile : desk.setting.isReadOnly ? "read only" : ""
    if !warning.isEmpty {
      right -= warning.utf8.count
      surface.put(
        warning, x: right, y: area.y, style: Style(.warning), width: warning.utf8.count)
      right -= 2
    }
    return max(0, right - area.x)
  }

  /// Draws the mark of the shared view at the end of the line, and gives the columns that it takes;
  /// again over whatever came on top of the line.
  @discardableResult
  static func drawShared(on surface: inout Surface, in area: Rect, desk: Desk) -> Int {
    let mark = sharedMark(in: area.width, desk)
    guard !mark.isEmpty else { return 0 }
    let width = mark.utf8.count
    surface.put(
      mark, x: area.right - width, y: area.y, style: Style(.shared, .bold), width: width)
    return width + 2
  }

  /// That others can see the screen, which nobody may overlook; nothing where they can't.
  private static func sharedMark(in width: Int, _ desk: Desk) -> String {
    guard desk.isShared else { return "" }
    return width >= 100
      ? " SHARED VIEW: names covered " : width >= 60 ? " SHARED VIEW " : " SHARED "
  }

  /// The day that decides every figure, in the words that there is room for.
  private static func date(in width: Int, _ desk: Desk) -> String {
    width >= 100 ? desk.today.long : width >= 60 ? DayText.weekday(desk.today) : ""
  }

  /// Draws a message on the line at the foot, and where it is longer on up to two lines above it too: what
  /// is to be done stands at its end. Where that would cover the row with the cursor, which is the one that
  /// is selected or typed in, a long one stands at the top of the screen.
  ///
  /// Gives whether it covers more than the line at the foot.
  static func say(_ message: Message, on surface: inout Surface, desk: Desk) -> Bool {
    let foot = Rect(x: 0, y: surface.height - 2, width: surface.width, height: 1)
    let room = room(in: foot, for: message, desk: desk)
    let most = min(3, surface.height / 4)
    guard most > 1, TextWidth.of(message.signedText) > room.width else {
      message.draw(on: &surface, in: room)
      return false
    }
    // Only the last line shares its row with the mark that others can see.
    var all = TextLine.wrapped(message.signedText, width: surface.width)
    if all.count > most || TextWidth.of(all.last?.text ?? "") > room.width {
      all = TextLine.wrapped(message.signedText, width: room.width)
    }
    var lines = all.prefix(most).map(\.text)
    if all.count > most { lines[most - 1] += " " + all.dropFirst(most).map(\.text).joined() }
    var top = foot.bottom - lines.count
    if let cursor = surface.cursor?.point.y, cursor >= top, cursor < foot.y { top = 0 }
    for (row, line) in lines.enumerated() {
      let isFoot = top + row == foot.y
      surface.put(
        line, x: 0, y: top + row, style: Style(message.role),
        width: isFoot ? room.width : surface.width, fills: true)
    }
    return true
  }

  /// The part of the line that a message may take: all of it where it needs more than is free.
  static func room(in area: Rect, for message: Message, desk: Desk) -> Rect {
    // The mark of the shared view is never covered by a message.
    let shared = StatusLine.sharedMark(in: area.width, desk)
    let whole = area.width - (shared.isEmpty ? 0 : shared.utf8.count + 2)
    var taken = 0
    let date = StatusLine.date(in: area.width, desk)
    if !date.isEmpty { taken += date.utf8.count + 2 }
    if desk.setting.isDemo {
      taken += TextWidth.of(area.width >= 60 ? Wording.demo : Wording.shortDemo) + 2
    }
    // A message whose end says what to do matters more than being told the day again.
    let needed = TextWidth.of(message.signedText)
    let width = needed <= whole - taken ? whole - taken : whole
    return Rect(x: area.x, y: area.y, width: width, height: 1)
  }
}
