import AlternativeProvision
import TerminalUI

/// How a child's attendance went over the school year, week by week: as a line, and as numbers.
struct AttendanceTrend {
  /// The Monday of each week with school, the earliest first, and the share that was attended; nil where
  /// no session could be.
  private let weeks: [(monday: Day, share: Share?)]

  /// The trend of a register.
  init(_ register: Register) {
    weeks = register.weeks.reversed().map { week in
      (week.monday, week.tally.possible > 0 ? week.tally.attendance : nil)
    }
  }

  /// Whether there are weeks enough to be a trend.
  var isTelling: Bool { weeks.count { $0.share != nil } >= 4 }

  private var values: [Double?] {
    weeks.map { week in week.share.map { Double(PercentText.points($0)) } }
  }

  /// The line from no attendance to full, with its scale at the left and its first and last week below:
  /// two weeks to a cell, or as much more as there is room for.
  func picture(width: Int, height: Int) -> [TextLine] {
    let points = max(2, (width - AttendanceTrend.scale) * 2)
    // The latest weeks, where there is no room for all.
    let shown = weeks.suffix(points)
    let each = min(4, max(1, points / max(1, shown.count)))
    let line = values.suffix(shown.count).flatMap { Array(repeating: $0, count: each) }
    let rows = TrendLine.rows(line, height: height, from: 0, to: 100)
    var lines = rows.enumerated().map { row, text in
      TextLine(row == 0 ? "100% │" : row == height - 1 ? "  0% │" : "     │", .muted)
        .then(text, .trend)
    }
    guard let first = shown.first, let last = shown.last else { return lines }
    let (start, end) = (first.monday.short, last.monday.short)
    let gap = TrendLine.width(of: line.count) - TextWidth.of(start) - TextWidth.of(end)
    lines.append(
      TextLine(
        String(repeating: " ", count: AttendanceTrend.scale)
          + (gap > 0 ? start + String(repeating: " ", count: gap) + end : "weeks since \(start)"),
        .muted))
    return lines
  }

  /// The columns of the scale.
  private static let scale = 6

  /// The same in numbers, the earliest week first; `–` for one in which no session could be.
  func numbers(width: Int) -> [TextLine] {
    guard let first = weeks.first else { return [] }
    return TextLine.wrapped(
      "By week from \(first.monday.short), in %: \(Sparkline.numbers(values))", width: width,
      indent: 2, .muted)
  }
}
