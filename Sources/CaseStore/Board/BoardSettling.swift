import AlternativeProvision

/// Brings to today the rows that a day has overtaken: on file where that can be written, so that the
/// next program finds them right, else only in memory. Few are brought there before the first frame,
/// many in slices after it; until the last one is, the headline says how many it still lacks.
extension Board {
  /// How many open cases are still to be worked out for today, and are in no list or figure yet.
  public var unsettled: Int { loading?.unsettled.count ?? 0 }

  /// How many open cases the headline does not count: those still to be worked out, and while that goes
  /// on, or rows were worked out that are not on file, all that are still to be read.
  public var uncounted: Int {
    guard !isLoaded, !isHeadlineOfFile else { return 0 }
    return max(unsettled, openOnFile - headline.open)
  }

  /// The figures of what is known so far: of everything, unless cases are still to be worked out.
  func currentHeadline(
    _ source: BoardSource, open: Int? = nil
  ) throws(StoreError) -> Headline {
    isHeadlineOfFile = !isLoaded && unsettled == 0 && !source.hasOwnRows
    if isHeadlineOfFile { return try source.headline(open: open) }
    return columns.headline(
      redProviders: try isLoaded ? providers.redCount : source.redProviders())
  }

  /// Settles what a night has overtaken in a team's caseload, before anything is read.
  func settleFew(_ source: BoardSource) throws(StoreError) {
    guard source.isCurrent else { return }
    let numbers = try source.connection.unsettled(on: today)
    if (1...Board.workedOutAtOnce).contains(numbers.count) { try settle(numbers[...], source) }
  }

  /// Settles some of many; following the change then brings them into the columns.
  func settleSlice(_ source: BoardSource) throws(StoreError) {
    guard source.isCurrent, loading?.canSettle == true,
      let some = loading?.unsettled.prefix(Board.workedOutInSlice), !some.isEmpty
    else { return }
    if try settle(some, source) {
      loading?.unsettled.removeFirst(some.count)
    } else {
      loading?.canSettle = false
    }
  }

  /// Brings rows on file to today; false where that cannot be written.
  @discardableResult
  private func settle(_ numbers: ArraySlice<Int64>, _ source: BoardSource) throws(StoreError)
    -> Bool
  {
    do {
      // Whoever is writing may write for a while, and nobody should wait for that to see the board.
      try source.connection.waiting(atMost: 100) { () throws(StoreError) in
        try source.caseload.settle(numbers, on: today)
      }
      return true
    } catch  where error.kind == .notPermitted || error.kind == .busy {
      return false
    }
  }

  /// Works out some of the unsettled cases in memory.
  func workOut(_ limit: Int, _ source: BoardSource) throws(StoreError) {
    guard let some = loading?.unsettled.prefix(limit), !some.isEmpty else { return }
    let reader = try FactsReader(source.caseload)
    for number in some {
      // A case that is not open any more has no row yet, and gets none.
      _ = try source.workOut(number, by: reader)
      loading?.alreadyRead.insert(UInt32(truncatingIfNeeded: number))
    }
    loading?.unsettled.removeFirst(some.count)
  }
}
