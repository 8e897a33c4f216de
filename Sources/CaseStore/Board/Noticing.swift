import AlternativeProvision

extension Board {
  /// Takes in what this program and others have changed since the board last looked.
  ///
  /// After so much that naming it is not worth while, everything is read again: `isLoaded` is false
  /// then, and the old rows stay until `loadSlice` has brought all the new ones.
  ///
  /// - Returns: what changed; nil when nothing did, which costs a few microseconds to find.
  /// - Throws: `StoreError` when the caseload cannot be read.
  public func notice() throws(StoreError) -> ChangeSet? {
    guard let source, try BoardChanges.place(in: source.connection) != place else { return nil }
    return try source.caseload.snapshot { () throws(StoreError) in try follow(source) }
  }

  /// Takes in what has changed; part of a snapshot, so that it fits what is read with it.
  @discardableResult
  func follow(_ source: BoardSource) throws(StoreError) -> ChangeSet? {
    let now = try BoardChanges.place(in: source.connection)
    guard now != place else { return nil }
    let changes = try BoardChanges.since(place, in: source.connection)
    place = now
    var told = ChangeSet()
    told.authors = try authors(source.connection)
    if changes.isWholesale {
      told.isWholesale = true
      try readAgain(source)
      return told
    }
    try take(changes, source)
    told.cases = Set(changes.cases.map { Identifier($0) })
    told.providers = Set(changes.providers.map { Identifier($0) })
    headline = try currentHeadline(source)
    return told
  }

  private func take(_ changes: BoardChanges, _ source: BoardSource) throws(StoreError) {
    var gone: [Int] = []
    for number in changes.cases.sorted() {
      if let row = try source.reload(number) { gone.append(row) }
      if loading != nil { loading?.alreadyRead.insert(UInt32(truncatingIfNeeded: number)) }
    }
    source.columns.remove(rows: gone)
    for school in changes.schools { try source.reloadSchool(school) }
    if !changes.providers.isEmpty {
      try read(
        changes.providers.sorted(), with: ProviderReading(source.connection, today: today))
      for provider in changes.providers { try source.reloadProvider(provider) }
    }
  }

  /// Starts to read everything anew, into columns of their own.
  private func readAgain(_ source: BoardSource) throws(StoreError) {
    let open = try begin(in: try source.beginAgain(), source)
    // What is on screen stays there, and its figures with it, until the new ones are whole.
    if unsettled == 0 {
      isHeadlineOfFile = true
      headline = try source.headline(open: open)
    }
  }

  /// Who made the changes that have not been told yet.
  private func authors(_ connection: Connection) throws(StoreError) -> [String] {
    let rows = try connection.statement("SELECT id, author FROM change WHERE id > ?1 ORDER BY id")
    rows.bind(1, change)
    defer { rows.reset() }
    var authors: [String] = []
    while try rows.step() {
      change = rows.integer(0)
      let author = rows.text(1)
      if !authors.contains(author) { authors.append(author) }
    }
    return authors
  }
}
