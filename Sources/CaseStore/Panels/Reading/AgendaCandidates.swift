import AlternativeProvision

/// Asks the file what may belong on an agenda: one statement a question, however large the caseload.
struct AgendaCandidates {
  private let caseload: Caseload
  /// The day of the meeting.
  private let day: Day
  /// The last day that cannot wait for the meeting after.
  private let horizon: Day
  /// Whether the clocks and rows beside the records can be asked.
  private let clocksAreKept: Bool

  init(_ caseload: Caseload, on day: Day, through horizon: Day, clocksAreKept: Bool) {
    self.caseload = caseload
    self.day = day
    self.horizon = horizon
    self.clocksAreKept = clocksAreKept
  }

  /// A case, as an agenda names it.
  struct File {
    var number: Int64
    var reference: String
  }

  /// The open cases of some routes with no place on the day and none that begins later, in order.
  ///
  /// - Parameter kinds: Only those with a clock of these kinds due by the horizon, as far as the kept
  ///   clocks tell it: one that is over, or not begun, is left to the caller; nil for all.
  func unplaced(
    _ routes: [CaseRoute], owedBy kinds: [ClockKind]? = nil
  ) throws(StoreError) -> [File] {
    if routes.isEmpty { return [] }
    var isOwed = ""
    if let kinds, clocksAreKept {
      let numbers = kinds.map { String($0.rawValue) }.joined(separator: ", ")
      isOwed = """
        AND (EXISTS(SELECT 1 FROM clock
            WHERE clock.case_id = c.id AND clock.kind IN (\(numbers)) AND clock.due <= ?2)
          OR NOT EXISTS(SELECT 1 FROM board_case AS b
            WHERE b.case_id = c.id AND b.valid_until <> \(CaseMoment.never)))
        """
    }
    let rows = try caseload.connection.prepare(
      """
      SELECT c.id, c.reference FROM case_file AS c
      WHERE c.route IN (\(Self.list(routes))) AND c.opened_on <= ?1
        AND (c.closed_on IS NULL OR c.closed_on > ?1)
        AND NOT EXISTS(SELECT 1 FROM placement AS p
          WHERE p.case_id = c.id AND (p.ended_on IS NULL OR p.ended_on >= ?1))
        \(clocksAreKept ? "AND c.id IN (\(Self.perhapsUnplaced(routes)))" : "")
        \(isOwed)
      ORDER BY c.id
      """)
    rows.bind(1, day)
    if !isOwed.isEmpty { rows.bind(2, horizon) }
    defer { rows.reset() }
    var found: [File] = []
    while try rows.step() {
      found.append(File(number: rows.integer(0), reference: rows.text(1)))
    }
    return found
  }

  /// The cases of which the board does not say that the child has a place on the day, and those that close
  /// after it and have left the board: far fewer than all of them.
  private static func perhapsUnplaced(_ routes: [CaseRoute]) -> String {
    let numbers = routes.map { String(RouteTable.number(of: $0)) }.joined(separator: ", ")
    return """
      SELECT case_id FROM board_case
      WHERE route IN (\(numbers)) AND (provider_id IS NULL OR placement_end < ?1)
      UNION ALL SELECT id FROM case_file WHERE closed_on > ?1
      """
  }

  /// A placement that goes on at the day of the meeting and may have to come before the panel.
  struct CurrentPlacement {
    var number: Int64
    var file: Int64
    var providerNumber: Int64
    /// The reference of its case, and the name of the provider.
    var reference: String
    var provider: String
    var plannedEnd: Day?
    /// When it is to be reviewed: as agreed, else so long after the last time.
    var review: Day
    var isEnding: Bool
    var isReviewDue: Bool
    /// Whether the latest visit rated the provider red.
    var isAtRed: Bool

    /// Makes an item one about this placement.
    func put(into item: inout AgendaItem) {
      item.file = Identifier(file)
      item.placement = Identifier(number)
      item.provider = Identifier(providerNumber)
    }
  }

  /// The current placements in open cases of some routes that end or are to be reviewed by the horizon,
  /// an end within the two weeks after it included, and those at a provider that is red; the first
  /// planned end or review first.
  func placements(
    _ routes: [CaseRoute], reviewedWithin interval: Int
  ) throws(StoreError) -> [CurrentPlacement] {
    if routes.isEmpty { return [] }
    let lastEnd = horizon.adding(days: 14)
    let rows = try caseload.connection.prepare(
      """
      SELECT p.id, p.case_id, p.provider_id, c.reference, v.name, p.planned_end, p.review,
        p.provider_id IN (\(Self.red))
      FROM (SELECT *, coalesce(next_review_on,
          max(starts_on, coalesce(last_reviewed_on, starts_on)) + ?4) AS review FROM placement) AS p
        CROSS JOIN case_file AS c ON c.id = p.case_id
        CROSS JOIN provider AS v ON v.id = p.provider_id
      WHERE p.starts_on <= ?1 AND (p.ended_on IS NULL OR p.ended_on >= ?1)
        AND (p.planned_end <= ?3 OR p.review <= ?2 OR p.provider_id IN (\(Self.red)))
        AND c.route IN (\(Self.list(routes))) AND (c.closed_on IS NULL OR c.closed_on > ?1)
      ORDER BY coalesce(p.planned_end, p.next_review_on, p.last_reviewed_on, p.starts_on), p.id
      """)
    rows.bind(1, day)
    rows.bind(2, horizon)
    rows.bind(3, lastEnd)
    rows.bind(4, Int64(interval))
    defer { rows.reset() }
    var found: [CurrentPlacement] = []
    while try rows.step() {
      let (plannedEnd, review) = (rows.dayOrNil(5), rows.day(6))
      found.append(
        CurrentPlacement(
          number: rows.integer(0), file: rows.integer(1), providerNumber: rows.integer(2),
          reference: rows.text(3), provider: rows.text(4), plannedEnd: plannedEnd, review: review,
          isEnding: plannedEnd.map { $0 <= lastEnd } ?? false, isReviewDue: review <= horizon,
          isAtRed: rows.integer(7) != 0))
    }
    return found
  }

  /// The providers whose latest visit rated them red: asked of the visits themselves, one of which may be of
  /// the very change that builds the agenda.
  private static let red = """
    SELECT q.provider_id FROM quality_visit AS q
    WHERE q.overall = \(Rating.red.rawValue) AND NOT EXISTS(SELECT 1 FROM quality_visit AS later
      WHERE later.provider_id = q.provider_id AND later.visited_on > q.visited_on)
    """

  /// A provider, as a panel that answers for quality looks at it.
  struct VisitedProvider {
    var id: Identifier<Provider>
    var name: String
    /// The latest visit's rating, and when the next is due; nil before the first.
    var rating: Rating?
    var nextDue: Day?
    /// Whether any child has a place there, or is to have one.
    var hasPupils: Bool
  }

  /// Every provider, by name.
  func providers() throws(StoreError) -> [VisitedProvider] {
    let rows = try caseload.connection.statement(
      """
      SELECT v.id, v.name, q.overall, q.visited_on, q.next_visit_on,
        EXISTS(SELECT 1 FROM placement AS p
          WHERE p.provider_id = v.id AND (p.ended_on IS NULL OR p.ended_on >= ?1))
      FROM provider AS v LEFT JOIN quality_visit AS q ON q.provider_id = v.id
        AND q.visited_on = (SELECT max(visited_on) FROM quality_visit WHERE provider_id = v.id)
      ORDER BY v.name, v.id
      """)
    rows.bind(1, day)
    defer { rows.reset() }
    var found: [VisitedProvider] = []
    while try rows.step() {
      let id = Identifier<Provider>(rows.integer(0))
      var visit: QualityVisit?
      if let rating = rows.integerOrNil(2).flatMap({ Rating(rawValue: Int($0)) }) {
        visit = QualityVisit(provider: id, visitedOn: rows.day(3), ratings: [:], overall: rating)
        visit?.nextVisitOn = rows.dayOrNil(4)
      }
      found.append(
        VisitedProvider(
          id: id, name: rows.text(1), rating: visit?.overall, nextDue: visit?.nextDue,
          hasPupils: rows.integer(5) != 0))
    }
    return found
  }

  /// Routes as SQL lists them: the program's own words, never a person's.
  private static func list(_ routes: [CaseRoute]) -> String {
    routes.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }
}
