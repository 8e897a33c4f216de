import AlternativeProvision
import CaseStore
import TerminalUI

/// The open cases: who, what is due, and who holds it.
enum CasesPane {
  typealias Column = PaneColumn<CaseRow, CaseColumn>

  /// The columns, in the order in which they stand.
  ///
  /// - Parameter coversRoutes: Whether by what route a child came is covered.
  static func columns(today: Day, coversRoutes: Bool = false) -> [Column] {
    [
      mark(today: today),
      Column(
        title: "Child", width: 17, spread: 14, least: 11, importance: 100, sort: .name,
        measured: { $0.name }
      ) { surface, rect, row, style in
        surface.put(
          NameText.fitted(row.name, width: rect.width), x: rect.x, y: rect.y, style: style(.text),
          width: rect.width)
      },
      Column(
        title: "Due", width: 10, spread: 1, importance: 95, sort: .urgency, name: "How pressing"
      ) { surface, rect, row, style in
        surface.put(
          DueText.short(row.nextClock, today: today, room: rect.width), x: rect.x, y: rect.y,
          style: style(Shape.role(of: row.group)), width: rect.width)
      },
      .text("Clock", width: 10, spread: 3, importance: 85, sort: .nextClock) {
        guard let clock = $0.nextClock else { return "no clock" }
        return $0.isBegunPartTime(on: today) ? "Part time" : Wording.short(clock)
      },
      .text(
        "Day", width: 4, importance: 90, sort: .dayNumber, name: "School days out",
        align: .trailing
      ) { $0.dayNumber.map(String.init) ?? "–" },
      .text("Flags", width: 5, importance: 62, sort: coversRoutes ? nil : .flags) {
        Shape.letters(of: $0.flags)
      },
      Column(
        title: "Provider", width: 11, spread: 14, importance: 75, sort: .provider,
        measured: { PlaceText.of($0, otherwise: "–").0 }
      ) { surface, rect, row, style in
        let (text, role) = PlaceText.of(row, otherwise: "–")
        surface.put(text, x: rect.x, y: rect.y, style: style(role), width: rect.width)
      },
      .text("Officer", width: 12, spread: 8, importance: 70, sort: .officer) {
        $0.officer ?? "unassigned"
      },
      Column(
        title: "Att", width: 4, importance: 58, alignment: .trailing, sort: .attendance,
        name: "Attendance"
      ) { surface, rect, row, style in
        surface.put(
          PercentText.whole(row.attendance), x: rect.x, y: rect.y,
          style: style(PercentText.role(row.attendance)), width: rect.width, align: .trailing)
      },
      .text("Route", width: 10, importance: 60, sort: coversRoutes ? nil : .route) {
        coversRoutes ? "▒▒" : $0.route.shortTitle
      },
      .text(
        "Yr", width: 3, importance: 55, sort: .yearGroup, name: "Year group", align: .trailing
      ) { $0.yearGroup },
      .text("School", width: 16, spread: 20, importance: 50, sort: .school) { $0.school },
      .text("Reference", width: 12, importance: 45, sort: .reference) { $0.reference },
      .text("Tier", width: 6, importance: 30, sort: .tier) { $0.tier.shortTitle },
      .text("Opened", width: 11, importance: 35, sort: .openedOn) { $0.openedOn.medium },
    ]
  }

  /// The shape that says how pressing a case is.
  static func mark(today: Day) -> Column {
    Column(title: "", width: 1, importance: 110) { surface, rect, row, style in
      let mark =
        row.isBegunPartTime(on: today)
        ? Shape.mark(of: ClockState.begunPartTime) : Shape.mark(of: row)
      surface.put(
        mark, x: rect.x, y: rect.y, style: style(Shape.role(of: row.group)), width: 1)
    }
  }
}

/// When something is or was due, in the ten columns of a list: a day, not a count of days, since clocks
/// count by different days. How late that is, in the clock's own days, is said in its proof.
enum DueText {
  static func short(_ clock: NextClock?, today: Day, room: Int = 11) -> String {
    guard let clock else { return "–" }
    guard let due = clock.due else { return "not set" }
    return short(due, today: today, room: room)
  }

  static func short(_ due: Day, today: Day, room: Int = 11) -> String {
    switch due.days(since: today) {
    // Of so long ago the year says by itself that it was.
    case ..<(-299): DayText.dated(due, from: today, room: room)
    case ..<0: "was \(due.short)"
    case 0: "today"
    case 1: "tomorrow"
    case 2..<7: DayText.weekday(due)
    default: DayText.dated(due, from: today, room: room)
    }
  }
}

/// Where a child is, or will be, in a column of a list.
enum PlaceText {
  static func of(_ row: CaseRow, otherwise none: String) -> (String, Role) {
    if let now = row.placement { return (now.provider, .text) }
    if let planned = row.plannedPlacement {
      return ("→ \(planned.startsOn.short) \(planned.provider)", .dueSoon)
    }
    return row.isOutOfEducation ? ("○ none", .dueSoon) : (none, .text)
  }
}

/// Shares of sessions as per cents.
enum PercentText {
  /// "87%", rounded, but 100 only of full attendance; a dash of nothing.
  static func whole(_ share: Share) -> String {
    share.whole > 0 ? "\(points(share))%" : "–"
  }

  /// The columns that `whole` takes.
  static func width(_ share: Share) -> Int {
    guard share.whole > 0 else { return 1 }
    let points = points(share)
    return points < 10 ? 2 : points < 100 ? 3 : 4
  }

  /// Whole per cent, rounded, but 100 only of all; 0 of nothing.
  static func points(_ share: Share) -> Int { share.points ?? 0 }

  /// The role of a share attended: half missed is severe, a tenth missed persistent.
  static func role(_ share: Share) -> Role {
    guard share.whole > 0 else { return .muted }
    let missed = Share(share.whole - share.part, of: share.whole)
    if missed.isAtLeast(AbsenceLevel.severe.threshold) { return .absentUnauthorised }
    return missed.isAtLeast(AbsenceLevel.persistent.threshold) ? .absentAuthorised : .attended
  }
}
