import AlternativeProvision

/// What of a board is still to be read, and how far the reading has come.
struct BoardLoading {
  var rows: CaseStream?
  var hasNames = false
  /// Whether the rows have been put into the orders by which they are sorted most.
  var hasOrders = false
  /// The last provider read; nil when all are.
  var provider: Int64? = 0
  /// Where the rows go: the board's own columns, or new ones that will take their place.
  var columns: CaseColumns
  /// Cases that were read again because they changed, and must not be read a second time.
  var alreadyRead: Set<UInt32> = []
}

extension Board {
  /// How many cases the first frame has in any case: the longest screen, and some to scroll.
  static let firstPage = 250
  /// How many rows take a few milliseconds.
  static let slice = 3000
  static let providersInSlice = 60
  /// How many providers the first frame has, and of those rated red as many again.
  static let firstProviders = 24

  /// Reads what the first frame needs.
  func open() throws(StoreError) {
    guard let source else { return }
    let settled = try settle(source)
    try source.caseload.snapshot { () throws(StoreError) in
      place = try BoardChanges.place(in: source.connection)
      change = try source.connection.number("SELECT max(id) FROM change") ?? 0
      let open = try begin(in: source.columns, source)
      if settled {
        try readRows(Board.firstPage, source)
        headline = try source.headline(open: open)
      } else {
        try readEverything(source)
      }
      try readProviders(Board.firstProviders, source, redFirst: true)
    }
  }

  /// Loads a few thousand more cases, which takes a few milliseconds.
  ///
  /// - Returns: whether there are more to come.
  /// - Throws: `StoreError` when the caseload cannot be read.
  @discardableResult
  public func loadSlice() throws(StoreError) -> Bool {
    guard let source, loading != nil else { return false }
    try source.caseload.snapshot { () throws(StoreError) in
      try follow(source)
      if loading?.rows != nil {
        try readRows(Board.slice, source)
      } else if loading?.hasNames == false {
        source.readAllNames()
        loading?.hasNames = true
      } else if loading?.provider != nil {
        try readProviders(Board.providersInSlice, source)
      }
    }
    if let loading, loading.rows == nil, loading.hasNames, loading.provider == nil {
      if loading.hasOrders {
        finish()
      } else {
        // Kept by the columns, so that sorting by name is as quick at first as later.
        _ = loading.columns.nameRanks
        _ = loading.columns.referenceRanks
        self.loading?.hasOrders = true
      }
    }
    return loading != nil
  }

  /// Begins to read everything, at first or again, and says how many cases are open.
  @discardableResult
  func begin(in columns: CaseColumns, _ source: BoardSource) throws(StoreError) -> Int {
    let open = Int(try source.connection.number("SELECT count(*) FROM board_case") ?? 0)
    columns.reserve(open + 16)
    loading = BoardLoading(
      rows: try CaseStream(source.connection, today: today), columns: columns)
    return open
  }

  private func finish() {
    guard let columns = loading?.columns else { return }
    loading = nil
    if columns !== self.columns { show(columns) }
    headline = columns.headline(redProviders: providers.redCount)
  }

  private func readRows(_ limit: Int, _ source: BoardSource) throws(StoreError) {
    guard let rows = loading?.rows else { return }
    let already = loading?.alreadyRead ?? []
    let hasMore = try rows.read(limit) { row throws(StoreError) in
      if already.isEmpty || !already.contains(UInt32(truncatingIfNeeded: row.integer(1))) {
        try source.append(row)
      }
    }
    if !hasMore { loading?.rows = nil }
  }

  private func readProviders(
    _ limit: Int, _ source: BoardSource, redFirst: Bool = false
  ) throws(StoreError) {
    guard let last = loading?.provider else { return }
    let reader = try ProviderReading(source.connection, today: today)
    if redFirst {
      try read(try reader.red(limit: limit), with: reader)
    }
    let numbers = try reader.numbers(after: last, limit: limit)
    try read(numbers, with: reader)
    loading?.provider = numbers.count < limit ? nil : numbers.last
  }

  func read(_ numbers: [Int64], with reader: ProviderReading) throws(StoreError) {
    var rows: [ProviderRow] = []
    for number in numbers {
      guard let row = try reader.row(number) else { continue }
      rows.append(row)
      columns.note(rating: row.overall, of: row.id)
      loading?.columns.note(rating: row.overall, of: row.id)
    }
    put(rows)
    columns.touch()
  }

  /// Sees to it that every row holds today; false where that cannot be written.
  private func settle(_ source: BoardSource) throws(StoreError) -> Bool {
    if try source.connection.unsettled(on: today).isEmpty { return true }
    do {
      try source.connection.run("PRAGMA busy_timeout = 100")
      defer { try? source.connection.run("PRAGMA busy_timeout = \(Connection.patience)") }
      try source.caseload.settle(on: today)
      return true
    } catch  where error.kind == .notPermitted || error.kind == .busy {
      return false
    }
  }

  /// Works out every case from its facts, for want of rows that hold today.
  private func readEverything(_ source: BoardSource) throws(StoreError) {
    try source.readFacts(asAt: nil)
    loading?.rows = nil
    headline = columns.headline(redProviders: try source.redProviders())
  }
}
