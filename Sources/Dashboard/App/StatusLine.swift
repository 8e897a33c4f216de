import TerminalUI

/// The line at the foot of the screens on top of the board: that it is a demo, and the day.
enum StatusLine {
  /// Draws the right end of the line and gives the columns that are left of it.
  @discardableResult
  static func draw(on surface: inout Surface, in area: Rect, desk: Desk) -> Int {
    surface.fill(area, style: .text)
    var right = area.right
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
    if desk.setting.isReadOnly {
      right -= 9
      surface.put("read only", x: right, y: area.y, style: Style(.warning), width: 9)
      right -= 2
    }
    return max(0, right - area.x)
  }

  /// The day that decides every figure, in the words that there is room for.
  private static func date(in width: Int, _ desk: Desk) -> String {
    width >= 100 ? desk.today.long : width >= 60 ? DayText.weekday(desk.today) : ""
  }

  /// The part of the line that a message may take.
  static func room(in area: Rect, desk: Desk) -> Rect {
    var taken = 0
    let date = StatusLine.date(in: area.width, desk)
    if !date.isEmpty { taken += date.utf8.count + 2 }
    if desk.setting.isDemo {
      taken += TextWidth.of(area.width >= 60 ? Wording.demo : Wording.shortDemo) + 2
    }
    // A long message matters more than being told the day again.
    let width = area.width - taken >= 48 ? area.width - taken : area.width
    return Rect(x: area.x, y: area.y, width: width, height: 1)
  }
}
