import CaseStore
import TerminalUI

/// The line that says what matters now, in as many words as there is room for.
enum HeadlineBar {
  /// One figure, in the three lengths that it is said in.
  private struct Part {
    var full: String
    var short: String
    var least: String
    var role: Role
  }

  static func draw(_ headline: Headline, on surface: inout Surface, in area: Rect) {
    let parts = parts(of: headline)
    let lengths: [(length: KeyPath<Part, String>, gap: Int)] = [
      (\.full, 2), (\.short, 2), (\.short, 1), (\.least, 2),
    ]
    let fitting = lengths.first { length, gap in
      parts.reduce(-gap) { $0 + TextWidth.of($1[keyPath: length]) + gap } <= area.width
    }
    let (chosen, gap) = fitting ?? (\.least, 1)
    surface.fill(area, style: Style(.headline))
    var x = area.x
    for part in parts {
      x += surface.put(
        part[keyPath: chosen], x: x, y: area.y, style: Style(part.role, .bold),
        width: max(0, area.right - x))
      x += gap
    }
  }

  private static func parts(of headline: Headline) -> [Part] {
    func part(
      _ mark: String, _ number: Int, _ full: String, _ short: String, _ role: Role
    ) -> Part {
      let count = NumberText.grouped(number)
      return Part(
        full: "\(mark) \(count) \(full)", short: "\(mark) \(count) \(short)",
        least: mark + count, role: number == 0 ? .muted : role)
    }
    return [
      part("█", headline.pastDaySix, "past day six", "past day 6", .overdue),
      part("■", headline.overdue, "overdue", "overdue", .overdue),
      part(
        "▲", headline.dueWithinTwoSchoolDays, "due within two school days", "due soon",
        .dueSoon),
      part(
        "○", headline.outOfEducationToday, "out of education today", "out", .dueSoon),
      part(
        "R", headline.redProviders,
        headline.redProviders == 1 ? "red provider" : "red providers", "red", .ragRed),
      part("·", headline.open, "open cases", "open", .headline),
    ]
  }
}
