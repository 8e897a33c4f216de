/// Reads every clock of a case from its facts and the rule book.
public struct ClockEngine: Sendable {
  /// The rules by which it judges.
  public let book: RuleBook

  /// An engine that judges by a rule book.
  public init(book: RuleBook = .standard) {
    self.book = book
  }

  /// Every clock that the facts set, in the order of `ClockKind`; there may be several of one kind.
  ///
  /// Nothing depends on today: a date that is later than the day asked about has not happened yet as
  /// far as `ClockReading.state(on:)` is concerned.
  ///
  /// - Parameter asAt: facts dated later are taken as not yet known; `.distantFuture` hides nothing.
  public func readings(for facts: CaseFacts, asAt: Day = .distantFuture) -> [ClockReading] {
    guard let known = facts.known(asAt: asAt) else { return [] }
    let context = ClockContext(known, book: book)
    var readings: [ClockReading] = []
    context.addSixthDayPermanent(to: &readings)
    context.addSixthDaySuspension(to: &readings)
    context.addGovernors(to: &readings)
    context.addYearLimit(to: &readings)
    context.addReview(to: &readings)
    context.addSection19(to: &readings)
    context.addPlacements(to: &readings)
    context.addAnnualReview(to: &readings)
    context.addDirection(to: &readings)
    context.addUnexplainedMark(to: &readings)
    context.addFairAccess(to: &readings)
    if let closed = known.file.closedOn {
      for index in readings.indices {
        readings[index].end(on: closed, because: .day("The case was closed on", closed, "."))
      }
    }
    // Families overlap by a clock or two: a few moves put them in the order of the kinds.
    for index in readings.indices.dropFirst() {
      var place = index
      while place > 0, readings[place - 1].kind.rawValue > readings[place].kind.rawValue {
        readings.swapAt(place - 1, place)
        place -= 1
      }
    }
    return readings
  }
}
