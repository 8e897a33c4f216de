import AlternativeProvision
import CaseStore
import TerminalUI

/// What every screen of the panel has around its middle: a headline and the status.
enum PanelPage {
  /// Draws them and gives the rectangle between.
  static func draw(
    on surface: inout Surface, title: String, note: String = "", desk: Desk
  ) -> Rect {
    surface.fill(surface.bounds, style: .text)
    let rows = surface.bounds.rows([.fixed(1), .weight(1), .fixed(1), .fixed(1)])
    surface.fill(rows[0], style: Style(.headline))
    var right = rows[0].right
    let noteWidth = TextWidth.of(note)
    if noteWidth > 0, right - noteWidth - 2 > TextWidth.of(title) {
      right -= noteWidth
      surface.put(note, x: right, y: 0, style: Style(.headline), width: noteWidth)
      right -= 2
    }
    surface.put(
      title, x: rows[0].x, y: 0, style: Style(.headline, .bold), width: max(0, right - rows[0].x))
    StatusLine.draw(on: &surface, in: rows[2], desk: desk)
    return rows[1]
  }

  /// A day from which the reader sees how far off it is: "Thu 26 Nov", with the year where it is another.
  static func day(_ day: Day, today: Day) -> String {
    day.year == today.year ? DayText.weekday(day) : day.medium
  }
}
