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
    let needed = TextWidth.of(message.text) + 2
    let width = needed <= whole - taken ? whole - taken : whole
    return Rect(x: area.x, y: area.y, width: width, height: 1)
  }
}
