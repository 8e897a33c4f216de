import AlternativeProvision
import CaseStore
import TerminalUI

/// Quality of providers: a letter for each standard, one for the whole, and the next visit due.
enum QualityPane {
  typealias Column = PaneColumn<ProviderRow, ProviderColumn>

  /// The columns, in the order in which they stand.
  static func columns(today: Day) -> [Column] {
    var columns: [Column] = [
      .text("Provider", width: 14, spread: 26, least: 11, importance: 100, sort: .name) { $0.name },
      Column(
        title: "All", width: 3, importance: 99, sort: .overall, name: "Overall rating",
        longTitle: "Overall"
      ) {
        surface, rect, row, style in
        put(row.overall, on: &surface, at: rect, style, isOverall: true)
      },
    ]
    for standard in QualityStandard.allCases {
      columns.append(
        Column(
          title: Wording.letters(of: standard), width: 2, importance: 90,
          sort: .rating(standard), name: standard.title, longTitle: standard.shortTitle
        ) { surface, rect, row, style in
          put(row.ratings[standard], on: &surface, at: rect, style, isOverall: false)
        })
    }
    columns += [
      Column(title: "Next visit", width: 10, spread: 3, importance: 95, sort: .nextVisit) {
        surface, rect, row, style in
        let (text, role) = visit(row, today: today, room: rect.width - 2)
        surface.put(text, x: rect.x, y: rect.y, style: style(role), width: rect.width)
      },
      .text("Last visit", width: 11, importance: 50, sort: .lastVisit) {
        $0.lastVisitOn.map(\.medium) ?? "never"
      },
      .text(
        "Now", width: 4, importance: 60, sort: .pupilsNow, name: "Children there now",
        align: .trailing
      ) { String($0.pupilsNow) },
      .text("Kind", width: 10, importance: 45, sort: .kind) { $0.kind.shortTitle },
      .text("Directory", width: 9, importance: 40, sort: .directory) {
        $0.isInDirectory ? "yes" : "no"
      },
      .text("Reference", width: 10, importance: 30, sort: .reference) { $0.reference },
    ]
    return columns
  }

  private static func put(
    _ rating: Rating?, on surface: inout Surface, at rect: Rect, _ style: CellStyle,
    isOverall: Bool
  ) {
    guard let rating else {
      surface.put("–", x: rect.x, y: rect.y, style: style(.muted), width: rect.width)
      return
    }
    // Red is reversed as well as lettered: it must be found without reading.
    let emphasis: Emphasis = rating == .red ? [.bold, .reverse] : isOverall ? .bold : []
    surface.put(
      isOverall ? " \(rating.letter) " : String(rating.letter), x: rect.x, y: rect.y,
      style: style(Shape.role(of: rating), emphasis), width: rect.width)
  }

  private static func visit(_ row: ProviderRow, today: Day, room: Int) -> (String, Role) {
    guard let due = row.nextVisitDue else { return ("not set", .muted) }
    let day = DayText.dated(due, from: today, room: room)
    if row.isVisitOverdue { return ("■ \(day)", .overdue) }
    if due.days(since: today) <= 28 { return ("▲ \(day)", .dueSoon) }
    return ("  \(day)", .text)
  }
}
