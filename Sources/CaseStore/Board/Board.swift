import AlternativeProvision

/// The caseload as the dashboard and `sixthday list` see it on a day: cases, days, providers, headline.
///
/// The most urgent cases and the headline are there at once; the rest comes in slices of a few
/// milliseconds, so that the first frame never waits for a large caseload. A board belongs to the
/// thread that made it.
public final class Board {
  /// The day for which every figure stands.
  public let today: Day
  /// The open cases, most urgent first until sorted otherwise.
  public let cases: CaseList
  /// The same cases, but only those of permanent exclusions and long suspensions.
  public let days: CaseList
  /// The providers.
  public let providers: ProviderList
  /// The same providers, with a filter and an order of their own for a second pane.
  public let quality: ProviderList
  /// The figures that matter now, for the whole caseload, loaded or not.
  public internal(set) var headline = Headline()
  /// What the lists show.
  private(set) var columns: CaseColumns
  let source: BoardSource?
  /// What is still to be read; nil when all is there.
  var loading: BoardLoading?
  /// How many cases were open when they began to be read.
  var openOnFile = 0
  /// Whether the headline was read from the file's own sums, which count what is not read yet.
  var isHeadlineOfFile = false
  /// The place in `board_change` up to which the board follows.
  var place: Int64 = 0
  /// The last change whose author has been told.
  var change: Int64 = 0

  /// The rows of children whose attendance collapsed, as last found.
  var knownCollapsed: (version: Int, narrowing: Narrowing, rows: [Int])?

  /// What the panes agree to leave out.
  public var narrowing = Narrowing() {
    didSet {
      cases.narrowing = narrowing
      days.narrowing = narrowing
      providers.narrowing = narrowing
      quality.narrowing = narrowing
    }
  }

  init(today: Day, columns: CaseColumns, source: BoardSource?) {
    self.today = today
    self.columns = columns
    self.source = source
    cases = CaseList(columns: columns, excludedOnly: false, names: source)
    days = CaseList(columns: columns, excludedOnly: true, names: source)
    providers = ProviderList(columns: columns)
    quality = ProviderList(columns: columns)
  }

  /// A board of a caseload on a day, with its headline and its most urgent cases.
  ///
  /// For a day that passes, this day and those before it as they were recorded; `init(_:asAt:)` hides
  /// what was not known yet.
  ///
  /// - Throws: `StoreError` when the caseload cannot be read.
  public convenience init(_ caseload: Caseload, today: Day) throws(StoreError) {
    let source = try BoardSource(caseload, today: today)
    self.init(today: today, columns: source.columns, source: source)
    try open()
  }

  /// A board of rows that are given, which has no file behind it: for pictures and tests.
  ///
  /// The state of a case is worked out again from its dates.
  public convenience init(today: Day, cases rows: [CaseRow], providers: [ProviderRow] = []) {
    self.init(today: today, columns: CaseColumns(today: today), source: nil)
    put(providers)
    for row in rows { columns.append(given: row) }
    for provider in providers { columns.note(rating: provider.overall, of: provider.id) }
    columns.markChanged()
    headline = columns.headline(redProviders: providers.count(where: \.isRed))
  }

  /// Whether every case is in memory.
  public var isLoaded: Bool { loading == nil }

  /// How many of the open cases are in memory.
  public var loaded: Int { columns.count }

  /// The file whose growth says that a program, this one included, has changed the caseload.
  public var watchedPath: String? { source.map { $0.caseload.path + "-wal" } }

  /// Whether a case is open, shown in a list or not; true where that is not known yet.
  public func isOpen(_ id: Identifier<Case>) -> Bool {
    columns.row(of: id) != nil || !isLoaded
  }

  /// How many of some cases have a clock that has run out.
  public func overdueCount(of cases: [Identifier<Case>]) -> Int {
    let figures = FigureColumns(columns)
    return cases.count { id in
      guard let row = columns.row(of: id) else { return false }
      return figures.counts(.pastDaySix, row: row) || figures.counts(.otherOverdue, row: row)
    }
  }

  /// A provider, shown in a list or not.
  public func provider(_ id: Identifier<Provider>) -> ProviderRow? { providers.provider(id) }

  /// Puts provider rows into both lists of them.
  func put(_ rows: [ProviderRow]) {
    providers.put(rows)
    quality.put(rows)
  }

  /// Shows other columns, which were read while the old ones stayed on screen.
  func show(_ columns: CaseColumns) {
    self.columns = columns
    cases.show(columns)
    days.show(columns)
    providers.show(columns)
    quality.show(columns)
  }
}
