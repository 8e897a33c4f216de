import AlternativeProvision

/// What of a board is still to be read, and how far the reading has come.
struct BoardLoading {
  var rows: CaseStream?
  /// The cases whose rows on file do not hold today, and are to be worked out.
  var unsettled: ArraySlice<Int64> = []
  /// Whether they can be brought to today on file too.
  var canSettle = true
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
  /// How many cases are worked out anew in a few milliseconds.
  static let workedOutInSlice = 24
  /// How many the first frame waits for: a team's first look in the morning.
  static let workedOutAtOnce = 200
  /// How many providers the first frame has, and of those rated red as many again.
  static let firstProviders = 24

  /// Reads what the first frame needs.
  func open() throws(StoreError) {
    guard let source else { return }
    try settleFew(source)
    try source.caseload.snapshot { () throws(StoreError) in
      place = try BoardChanges.place(in: source.connection)
      change = try source.connection.number("SELECT max(id) FROM change") ?? 0
      let open = try begin(in: source.columns, source)
      try readRows(Board.firstPage, source)
      if let few = loading?.unsettled, few.count <= Board.workedOutAtOnce {
        try workOut(few.count, source)
      }
      headline = try currentHeadline(source, open: open)
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
    try settleSlice(source)
    try source.caseload.snapshot { () throws(StoreError) in
      try follow(source)
      if loading?.unsettled.isEmpty == false {
        if !source.isCurrent || loading?.canSettle == false {
          try workOut(Board.workedOutInSlice, source)
        }
        headline = try currentHeadline(source)
      } else if loading?.rows != nil {
        try readRows(Board.slice, source)
      } else if loading?.hasNames == false {
        source.readAllNames(in: source.columns)
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
    let open = Int(try source.connection.number("SELECT open FROM derived_state") ?? 0)
    openOnFile = open
    columns.reserve(open + 16)
    var loading = BoardLoading(
      rows: try CaseStream(source.connection, today: today), columns: columns)
    if source.isCurrent {
      loading.unsettled = try source.connection.unsettled(on: today)[...]
    } else {
      // Not one row can be trusted, so none is read.
      loading.rows = nil
      loading.unsettled = try source.connection.numbers("SELECT case_id FROM board_case")[...]
    }
    self.loading = loading
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
      if source.holds(row),
        already.isEmpty || !already.contains(UInt32(truncatingIfNeeded: row.integer(1)))
      {
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
}
