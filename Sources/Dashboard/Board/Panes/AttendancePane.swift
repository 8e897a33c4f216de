import AlternativeProvision
import CaseStore
import TerminalUI

/// Attendance by provider: how high, which way it goes, and whose is worst.
enum AttendancePane {
  typealias Column = PaneColumn<ProviderRow, ProviderColumn>

  /// The columns, in the order in which they stand.
  static func columns(numbers: Bool = false) -> [Column] {
    [
      .text("Provider", width: 14, spread: 26, least: 11, importance: 100, sort: .name) { $0.name },
      Column(
        title: "Att", width: 4, importance: 98, alignment: .trailing, sort: .attendance,
        name: "Attendance, four weeks", longTitle: "Attendance"
      ) { surface, rect, row, style in
        let share = row.attendance.attendance
        surface.put(
          PercentText.whole(share), x: rect.x, y: rect.y, style: style(PercentText.role(share)),
          width: rect.width, align: .trailing)
      },
      Column(
        title: "8 weeks", width: numbers ? 12 : 8, spread: numbers ? 19 : 0, importance: 95
      ) { surface, rect, row, style in
        if numbers {
          // The latest stand at the right, as many as there is room for.
          surface.put(
            Trend.numbers(of: row, width: rect.width), x: rect.x, y: rect.y,
            style: style(.text), width: rect.width, align: .trailing)
          return
        }
        for (offset, week) in row.trend.suffix(rect.width).enumerated() {
          surface.set(
            rect.x + offset, rect.y, Trend.bar(of: week.attendance),
            style: style(week.attendance.whole > 0 ? .trend : .muted))
        }
      },
      Column(
        title: "±", width: 4, importance: 90, alignment: .trailing, sort: .change,
        name: "Change in points, providers of three children first", longTitle: "Change"
      ) { surface, rect, row, style in
        let (text, role) = Trend.change(of: row)
        surface.put(
          text, x: rect.x, y: rect.y, style: style(role), width: rect.width, align: .trailing)
      },
      .text(
        "Now", width: 4, importance: 85, sort: .pupilsNow, name: "Children there now",
        align: .trailing
      ) { String($0.pupilsNow) },
      .text(
        "Year", width: 4, importance: 60, sort: .yearToDate, name: "Attendance, year to date",
        align: .trailing
      ) { PercentText.whole($0.yearToDate.attendance) },
      .text(
        "PA yr", width: 5, importance: 58, sort: .persistentAbsentees,
        name: "Persistently absent since September", align: .trailing
      ) { String($0.persistentAbsentees) },
      .text("Kind", width: 10, importance: 40, sort: .kind) { $0.kind.shortTitle },
      .text("Registered", width: 10, importance: 35, sort: .registered) {
        $0.isRegistered ? "yes" : "no"
      },
    ]
  }
}

/// A trend of weekly attendance in one row of cells.
enum Trend {
  /// The bar of a week: from 30% at the bottom to 100% at the top, since little lies below.
  static func bar(of share: Share) -> Unicode.Scalar {
    let points = share.whole > 0 ? Double(PercentText.points(share)) : nil
    return Sparkline.level(points, from: 30, to: 100)
  }

  /// The shares of the last weeks in per cent; a point where there are no marks, and an ellipsis first where
  /// there is no room for all of them.
  static func numbers(of row: ProviderRow, width: Int) -> String {
    // The weeks stand one under another; only all of the marks take a third digit.
    let each = (width + 1) / 4 >= row.trend.count ? 3 : 2
    var text = ""
    for (place, week) in row.trend.enumerated().reversed() {
      let points = week.attendance.points.map(String.init) ?? "·"
      let blanks = String(repeating: " ", count: max(0, each - points.count))
      let longer = blanks + points + (text.isEmpty ? "" : " ") + text
      guard longer.count + (place > 0 ? 1 : 0) <= width else { return "…" + text }
      text = longer
    }
    return text
  }

  /// How the last four weeks with marks compare with the four before, in points: "-12", "+3", "=".
  static func change(of row: ProviderRow) -> (String, Role) {
    guard let points = row.attendanceChange else { return ("–", .muted) }
    if points == 0 { return ("=", .muted) }
    if points > 0 { return ("+\(points)", .text) }
    return (String(points), points <= -5 ? .absentUnauthorised : .text)
  }
}
