import AlternativeProvision
import CaseStore
import TerminalUI

/// Days since exclusion: each child a ruler of school days, with day six and the clocks beyond it.
enum DaysPane {
  /// What a row of this pane is drawn from.
  struct Row {
    var row: CaseRow
    var reached: Int
    var zone: DayRuler.Zone
    var marks: [DayRuler.Mark]

    /// Whether the exclusion is over.
    var isOver: Bool { zone == .ended || zone == .missed }
  }

  typealias Column = PaneColumn<Row, CaseColumn>

  /// The position of the ruler among the columns.
  static let rulerColumn = 3

  /// The columns, in the order in which they stand.
  static func columns(today: Day, numbers: Bool = false) -> [Column] {
    [
      Column(title: "", width: 1, importance: 110) { surface, rect, row, style in
        surface.put(
          mark(of: row), x: rect.x, y: rect.y, style: style(role(of: row.zone)), width: 1)
      },
      Column(
        title: "Child", width: 11, spread: 17, least: 9, importance: 106, sort: .name,
        measured: { $0.row.name }
      ) {
        surface, rect, row, style in
        surface.put(
          NameText.fitted(row.row.name, width: rect.width), x: rect.x, y: rect.y,
          style: style(.text), width: rect.width)
      },
      .text(
        "Day", width: 3, importance: 105, sort: .dayNumber, name: "School days out",
        align: .trailing
      ) { $0.row.dayNumber.map(String.init) ?? "–" },
      Column(
        title: numbers ? "Day six" : "", width: 10, spread: 50, comfort: 26, least: 7,
        importance: 104, sort: .daySix,
        name: "Day six"
      ) { surface, rect, row, style in
        guard numbers else { return draw(row, on: &surface, in: rect, style) }
        surface.put(
          words(of: row), x: rect.x, y: rect.y, style: style(role(of: row.zone)), width: rect.width)
      },
      Column(
        title: "Education", width: 12, spread: 18, importance: 40, sort: .provider,
        measured: { PlaceText.of($0.row, otherwise: "ended").0 }
      ) { surface, rect, row, style in
        let (text, role) = PlaceText.of(row.row, otherwise: row.isOver ? "ended" : "–")
        surface.put(text, x: rect.x, y: rect.y, style: style(role), width: rect.width)
      },
      .text(numbers ? "Day six on" : "Day six", width: 11, importance: 45, sort: .daySix) { row in
        row.row.sixthDayDue.map {
          $0.year == today.year ? DayText.weekday($0) : DayText.dated($0, from: today)
        } ?? "–"
      },
      .text("School", width: 16, spread: 14, importance: 20, sort: .school) { $0.row.school },
    ]
  }

  /// What a row is drawn from, out of the list and the calendars.
  static func row(_ position: Int, of list: CaseList, desk: Desk) -> Row {
    let row = desk.shown(list[position])
    guard let ruler = list.ruler(at: position) else {
      return Row(row: row, reached: row.dayNumber ?? 0, zone: .safe, marks: [])
    }
    return Row(
      row: row, reached: row.dayNumber ?? 0, zone: zone(of: ruler, row, today: desk.today),
      marks: ruler.marks.compactMap { mark in
        // A day by which parents could have applied, or a panel met, is past and no more: nobody on the
        // list is late with it.
        guard !mark.isMet, mark.kind == .governors15 || mark.due >= desk.today,
          let letter = Wording.rulerLetter(of: mark.kind),
          let day = desk.schoolDay(of: mark.due, from: ruler.firstDay, at: row.schoolID)
        else { return nil }
        return DayRuler.Mark(day: day, letter: letter, isOverdue: mark.due < desk.today)
      })
  }

  /// How a child stands, by the same groups as the other panes have.
  private static func zone(
    of ruler: ExclusionRuler, _ row: CaseRow, today: Day
  ) -> DayRuler.Zone {
    if ruler.isPastDaySix { return .past }
    if ruler.isOver { return ruler.isDaySixMissed ? .missed : .ended }
    if row.isBegunPartTime(on: today) { return .partTime }
    // Education that has ended is owed again, and no other day six comes.
    if row.nextClock?.isResumed == true, row.isOutOfEducation { return .without }
    switch row.nextClock?.kind {
    case .sixthDayPermanent, .sixthDaySuspension:
      switch row.group {
      case .daySixUnknown: return .unknown
      case .dueToday, .dueWithinTwoSchoolDays, .dueThisWeek: return .thisWeek
      default: return .safe
      }
    default: break
    }
    if row.isOutOfEducation { return .without }
    if let began = ruler.educationBeganOn, began <= today { return .provided }
    return .safe
  }

  /// What the ruler shows, as numbers: "4 past, G 15".
  static func words(of row: Row) -> String {
    let beyond = row.reached - DayRuler.daySix
    let stand =
      row.isOver
      ? (row.zone == .missed ? "missed" : "ended")
      : row.zone == .unknown
        ? "day 6 not known"
        : beyond > 0 ? "\(beyond) past" : beyond == 0 ? "day 6" : "6 in \(-beyond)"
    let marks = row.marks.sorted { $0.day < $1.day }
      .map { "\($0.letter) \($0.day)\($0.isOverdue ? "!" : "")" }
    return ([stand] + marks).joined(separator: ", ")
  }

  // MARK: Drawing

  private static func draw(
    _ row: Row, on surface: inout Surface, in rect: Rect, _ style: CellStyle
  ) {
    for offset in 0..<rect.width {
      let cell = DayRuler.cell(
        day: offset + 1, of: rect.width, reached: row.reached, zone: row.zone, marks: row.marks)
      // No school day is ahead of a child who is back.
      if row.isOver, cell == .ahead || cell == .daySix { continue }
      let (scalar, role, emphasis) = look(of: cell)
      surface.set(rect.x + offset, rect.y, scalar, style: style(role, emphasis))
    }
  }

  private static func look(of cell: DayRuler.Cell) -> (Unicode.Scalar, Role, Emphasis) {
    switch cell {
    case .blank: (" ", .muted, [])
    case .ahead: ("·", .muted, [])
    case .daySix: ("│", .daySix, [])
    case .elapsed(let zone): (bar(of: zone), role(of: zone), [])
    case .elapsedAtDaySix(let zone): (crossing(of: zone), role(of: zone), [])
    case .beyond(let zone): ("»", role(of: zone), [])
    case .mark(let letter, let isOverdue):
      (
        letter.unicodeScalars.first ?? "?", isOverdue ? .overdue : .heading,
        isOverdue ? [.bold, .reverse] : .bold
      )
    }
  }

  /// The weight of a bar: thin while safe or provided for, half-high this week, solid once past.
  private static func bar(of zone: DayRuler.Zone) -> Unicode.Scalar {
    switch zone {
    case .safe, .provided, .without, .unknown, .partTime, .ended, .missed: "─"
    case .thisWeek: "▄"
    case .past: "█"
    }
  }

  private static func crossing(of zone: DayRuler.Zone) -> Unicode.Scalar {
    switch zone {
    case .safe, .provided, .without, .unknown, .partTime, .ended, .missed: "┼"
    case .thisWeek: "▟"
    case .past: "█"
    }
  }

  /// The sign of a row: the same as in the list of cases for a child who reaches day six this week.
  private static func mark(of row: Row) -> String {
    row.zone == .thisWeek ? Shape.mark(of: row.row.group) : mark(of: row.zone)
  }

  static func mark(of zone: DayRuler.Zone) -> String {
    switch zone {
    case .safe: "·"
    case .provided: "✓"
    case .thisWeek: "▲"
    case .past: "█"
    case .without: "○"
    case .unknown: Shape.mark(of: ClockState.provisional)
    case .partTime: Shape.mark(of: ClockState.begunPartTime)
    case .ended: Shape.mark(of: ClockState.ended)
    case .missed: Shape.mark(of: ClockState.endedNotMet)
    }
  }

  static func role(of zone: DayRuler.Zone) -> Role {
    switch zone {
    case .safe: .safe
    case .provided: .met
    case .thisWeek: .dueSoon
    case .past: .overdue
    case .without, .partTime: .dueSoon
    case .unknown: Shape.role(of: ClockState.provisional)
    case .ended: .muted
    case .missed: Shape.role(of: ClockState.endedNotMet)
    }
  }
}
