import AlternativeProvision
import CaseStore

/// The whole dashboard in words: what matters now, and the four panes, a line a row.
public struct PlainBoard {
  private let desk: Desk
  private let limit: Int
  private let part: String?

  /// A board as it stands, narrowed and filtered or not, wholly loaded.
  ///
  /// - Parameters:
  ///   - limit: The most lines of a pane.
  ///   - part: What the board was narrowed to, as it was asked for; nil where nothing is left out.
  public init(
    _ board: Board, of caseload: Caseload, limit: Int, part: String? = nil,
    _ setting: DashboardSetting
  ) {
    self.part = part
    desk = Desk(caseload: caseload, board: board, today: board.today, setting: setting)
    self.limit = limit
    // In the order in which the panes show them.
    BoardTables(today: board.today).applySorts(desk)
  }

  /// Whether cases are left out, of which then nothing is said.
  private var isPart: Bool { part != nil || !desk.board.narrowing.isEmpty }

  /// Why something of the text could not be read, once the text was made; nil where all of it was.
  public var unread: StoreError? { desk.unread }

  /// The text.
  public var text: String {
    var lines = PlainLines()
    lines.say("Sixthday on \(desk.today.long).")
    if desk.isShared { lines.say("Shared view: children are initials and a reference.") }
    now(&lines)
    cases(&lines)
    days(&lines)
    attendance(&lines)
    quality(&lines)
    return lines.text
  }

  // MARK: What matters now

  private func now(_ lines: inout PlainLines) {
    let board = desk.board
    let total = NumberText.grouped(board.headline.open)
    lines.heading("Now")
    if isPart {
      lines.say(
        "Only a part of the caseload is told here\(part.map { ": \($0)" } ?? ""). "
          + "Nothing is said of the rest of its \(total) open cases.")
    }
    let bar = HeadlineBar(
      headline: isPart ? board.shownHeadline : board.headline,
      collapsed: isPart
        ? board.cases.count(of: .collapsed) : board.collapsed(limit: 0)?.count,
      total: board.headline.open, today: desk.today, missing: missingTerms,
      reachesPastWeek: board.reachesPastWeek)
    for sentence in bar.sentences(ofPart: isPart) { lines.say(sentence) }
    let uncertain = board.cases.counts()[.provisional] ?? 0
    if uncertain > 0 {
      lines.say(
        "\(NumberText.count(uncertain, "case")) \(uncertain == 1 ? "has" : "have") a day that is not "
          + "known, because the term dates end before it or are missing.")
    }
    // The first line of the screen has no room for what can no longer be put right.
    let missed = desk.board.cases.count(of: .missed)
    if missed > 0 {
      lines.say(
        "\(NumberText.count(missed, "case")) \(missed == 1 ? "has" : "have") a deadline that passed "
          + "unmet and is owed no longer.")
    }
  }

  // MARK: The panes

  private func heading(_ pane: PaneKind, _ count: Int, _ lines: inout PlainLines) {
    lines.heading(Wording.title(of: pane))
    guard count > 0 else {
      return lines.say(isPart ? "None in this part." : Wording.nothing(in: pane))
    }
    let shown = min(limit, count)
    lines.say(
      shown < count
        ? "The first \(NumberText.grouped(shown)) of \(NumberText.grouped(count)):"
        : "\(NumberText.grouped(count)) in all:")
  }

  private func cases(_ lines: inout PlainLines) {
    let list = desk.board.cases
    heading(.cases, list.count, &lines)
    for position in 0..<min(limit, list.count) {
      let row = desk.shown(list[position])
      lines.item(
        position + 1, row.name,
        [
          ("", row.stateTitle(on: desk.today)), ("next clock", clock(row)),
          ("school day", row.dayNumber.map(String.init)),
          ("out since", row.outSince?.medium), ("education", education(row)),
          ("attendance", share(row.attendance)), ("officer", row.officer ?? "unassigned"),
          ("school", row.school.isEmpty ? nil : row.school), ("year group", row.yearGroup),

          ("route", desk.sharedView.covers(.route) ? nil : row.route.title),
          ("to bear in mind", flags(row.flags)),
          ("missed", row.hasMissed ? "a deadline that is owed no longer" : nil),
          ("reference", desk.isShared ? nil : row.reference),
        ])
    }
  }

  private func days(_ lines: inout PlainLines) {
    let list = desk.board.days
    heading(.days, list.count, &lines)
    for position in 0..<min(limit, list.count) {
      let drawn = DaysPane.row(position, of: list, desk: desk)
      let row = drawn.row
      // A day that is past is no clock to come; where somebody is late with it, the case says so above.
      let coming = list.ruler(at: position)?.marks.filter { !$0.isMet && $0.due >= desk.today }
      let later = coming?.map { mark in
        mark.kind == .reviewApplication
          ? "\(desk.sharedView.title(of: mark.kind)) by \(mark.due.medium)"
          : "\(desk.sharedView.title(of: mark.kind)) \(due(mark.due))"
      }
      lines.item(
        position + 1, row.name,
        [
          ("", stands(drawn)), ("school day", row.dayNumber.map(String.init)),
          ("day six", row.sixthDayDue.map { daySix($0, drawn.zone) }),
          ("education", education(row)),
          ("later clocks", later.flatMap { $0.isEmpty ? nil : $0.joined(separator: ", ") }),
          ("reference", desk.isShared ? nil : row.reference),
        ])
    }
  }

  private func attendance(_ lines: inout PlainLines) {
    let list = desk.board.providers
    heading(.attendance, list.count, &lines)
    for position in 0..<min(limit, list.count) {
      let row = list[position]
      lines.item(
        position + 1, row.name,
        [
          ("attendance in the last four weeks", share(row.attendance.attendance)),
          ("change against the four before", row.attendanceChange.map(points)),
          ("since September", share(row.yearToDate.attendance)),
          ("children there now", String(row.pupilsNow)),
          ("persistently absent", String(row.persistentAbsentees)),
          ("last eight weeks, oldest first", trend(row)),
        ])
    }
    guard !isPart, let (count, worst) = desk.board.collapsed(limit: limit), count > 0 else {
      return
    }
    lines.say(
      "Attendance collapsed for \(NumberText.count(count, "child", "children")), the worst first:")
    for (number, row) in worst.map(desk.shown).enumerated() {
      lines.item(
        number + 1, row.name,
        [
          ("attendance", share(row.attendance)), ("fell by", "\(row.attendanceFall) points"),
          ("education", education(row)), ("reference", desk.isShared ? nil : row.reference),
        ])
    }
  }

  private func quality(_ lines: inout PlainLines) {
    let list = desk.board.quality
    heading(.quality, list.count, &lines)
    for position in 0..<min(limit, list.count) {
      let row = list[position]
      let standards = QualityStandard.allCases.map { standard in
        (label: standard.title.lowercased(), value: row.ratings[standard]?.title.lowercased())
      }
      lines.item(
        position + 1, row.name,
        [(label: "overall", value: row.overall?.title.lowercased() ?? "not yet visited")]
          + standards + [
            (
              label: "next visit",
              value: row.nextVisitDue.map { row.isVisitOverdue ? due($0) : $0.medium }
            ), (label: "last visit", value: row.lastVisitOn?.medium),
            (label: "children there now", value: String(row.pupilsNow)),
          ])
    }
  }

  // MARK: Facts

  private func clock(_ row: CaseRow) -> String {
    guard let clock = row.nextClock else { return "none" }
    let title =
      desk.isShared && !clock.isResumed ? clock.kind.neutralTitle : clock.title
    guard let day = clock.due else { return "\(title), date not yet certain" }
    return "\(title), \(due(day))"
  }

  /// "due tomorrow, 24 Nov 2026", "was due on 30 Sep 2026, 54 days ago".
  private func due(_ day: Day) -> String {
    switch day.days(since: desk.today) {
    case ..<0:
      "was due on \(day.medium), \(DayText.distance(day, from: desk.today))"
    case 0: "due today"
    case 1: "due tomorrow, \(day.medium)"
    default: "due on \(day.medium)"
    }
  }

  /// Only a day six that is owed can be late; of another it is said when it was.
  private func daySix(_ day: Day, _ zone: DayRuler.Zone) -> String {
    switch zone {
    case .past, .partTime: due(day)
    case .missed: "missed on \(day.medium)"
    case .safe, .thisWeek, .provided, .without, .unknown, .ended:
      day < desk.today ? "was \(day.medium)" : due(day)
    }
  }

  private func education(_ row: CaseRow) -> String {
    if let now = row.placement { return now.provider }
    if let planned = row.plannedPlacement {
      return "none today, to start at \(planned.provider) on \(planned.startsOn.medium)"
    }
    guard row.isOutOfEducation else { return "none on file" }
    switch row.nextClock?.kind {
    case .sixthDayPermanent, .sixthDaySuspension, .section19Illness:
      // Until then a school sets work, or the authority sees to it: no law is broken yet.
      if let clock = row.nextClock, !clock.isResumed, let due = clock.due, due >= desk.today {
        return "none yet; owed from \(due.medium)"
      }
    default:
      let isExcluded = row.route == .permanentExclusion || row.route == .longSuspension
      if isExcluded, row.sixthDayDue == nil { return "none today" }
    }
    return "none today, though it is owed"
  }

  /// What is missing of the children whose day six is not known, each once.
  private var missingTerms: [String] {
    let list = desk.board.cases
    guard list.count(of: .daySixUnknown) > 0 else { return [] }
    var found: [String] = []
    for position in 0..<list.count {
      let row = list[position]
      guard row.group == .daySixUnknown, let why = whyUnknown(row), !found.contains(why) else {
        continue
      }
      found.append(why)
    }
    return found
  }

  /// Why a child's day six is not known; nil where the term dates are there after all.
  private func whyUnknown(_ row: CaseRow) -> String? {
    guard let since = row.outSince else { return "no exclusion is on file" }
    let school = row.schoolID
    return school.flatMap { school in
      desk.reading { try desk.caseload.termsMissing(at: school, from: since) } ?? nil
    }
  }

  /// The first day of the exclusion from which a case arose.
  private func firstDay(of row: CaseRow) -> Day? {
    let file = desk.reading { try desk.caseload.caseFile(row.id) } ?? nil
    return file?.facts.exclusions.first { $0.id == file?.file.value.exclusion }?.exclusion.firstDay
  }

  /// How a child stands, by the day and not by the week in which it lies.
  private func stands(_ drawn: DaysPane.Row) -> String {
    let row = drawn.row
    if drawn.zone == .unknown {
      return
        "day six is not known: \(whyUnknown(row) ?? "the term dates end before it or are missing")"
    }
    if drawn.zone == .safe, row.outSince == nil, row.sixthDayDue != nil,
      let first = firstDay(of: row), first > desk.today
    {
      return "the exclusion begins on \(first.medium)"
    }
    if drawn.zone == .thisWeek, let due = row.sixthDayDue, due > desk.today.endOfWeekAhead {
      return "day six comes within two school days, and no education is in place"
    }
    return drawn.zone.words
  }

  private func share(_ share: Share) -> String? {
    share.whole > 0 ? "\(PercentText.points(share)) per cent" : nil
  }

  private func points(_ change: Int) -> String {
    switch change {
    case ..<0: "\(-change) points less"
    case 0: "none"
    default: "\(change) points more"
    }
  }

  private func trend(_ row: ProviderRow) -> String? {
    guard row.trend.contains(where: { $0.possible > 0 }) else { return nil }
    return row.trend.map { week in
      week.possible > 0 ? String(PercentText.points(week.attendance)) : "no marks"
    }.joined(separator: ", ")
  }

  private func flags(_ flags: CaseFlags) -> String? {
    var words: [String] = []
    if flags.contains(.lookedAfter) { words.append("looked after") }
    if flags.contains(.socialWorker) { words.append("has a social worker") }
    if flags.contains(.plan) { words.append("has an EHC plan") }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension DayRuler.Zone {
  /// What the bar says by its weight.
  fileprivate var words: String {
    switch self {
    case .safe: "day six is still to come"
    case .thisWeek: "day six is this week, and no education is in place"
    case .past: "past day six, and no education is in place"
    case .provided: "education is in place"
    case .without: "out of education today"
    case .unknown: "day six is not known"
    case .partTime: "past day six, and the education that has begun is not full time"
    case .ended: "the exclusion is over"
    case .missed: "the exclusion is over, and its day six was missed"
    }
  }
}
