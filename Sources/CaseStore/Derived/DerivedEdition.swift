import AlternativeProvision

/// Says by which rules and in which way the rows beside the records were worked out.
///
/// A newer program may count otherwise than the one that wrote a file. The file carries the edition
/// of its rows, and a program of another edition works them out again before it trusts them.
enum DerivedEdition {
  /// Raised by hand whenever rows come out otherwise though no rule of the book changed.
  static let working: Int64 = 7

  /// The edition of this program.
  static let current = RuleBook.standard.fingerprint &+ working

  /// The edition of the rows on file.
  static func stored(in connection: Connection) throws(StoreError) -> Int64? {
    try connection.number("SELECT edition FROM derived_state")
  }

  /// Whether the rows on file are this program's own.
  static func isCurrent(in connection: Connection) throws(StoreError) -> Bool {
    try stored(in: connection) == current
  }
}

extension Caseload {
  /// Whether what the file keeps beside the records was worked out by this edition of the program.
  ///
  /// Where it was not, and nothing may be written, every case is worked out anew each time it is opened.
  public var isOfThisEdition: Bool {
    (try? DerivedEdition.isCurrent(in: connection)) ?? true
  }

  /// Sees to it that no row of another edition is taken for one of this program's: calendars are laid
  /// out again at once, and the cases marked to be worked out again by whoever shows them.
  func renewDerived(_ working: (() -> Void)? = nil) throws(StoreError) {
    if try DerivedEdition.isCurrent(in: connection) { return }
    do {
      try makeCurrent(working)
    } catch  where error.kind == .busy {
      // Whoever opens it next will do it; a board meanwhile works out what it shows.
    }
  }

  private func makeCurrent(_ working: (() -> Void)?) throws(StoreError) {
    try derive { () throws(StoreError) in
      // Another program may have been first.
      if try DerivedEdition.isCurrent(in: connection) { return }
      try CalendarStretches(connection).rebuild(from: self, working)
      working?()
      try connection.run("UPDATE board_case SET valid_until = \(CaseMoment.never)")
      let note = try connection.statement("UPDATE derived_state SET edition = ?1")
      note.bind(1, DerivedEdition.current)
      try note.run()
      // A board that another program has open must not go on with rows of another edition.
      var changes = BoardChanges()
      changes.isWholesale = true
      try changes.write(to: connection)
    }
  }
}

extension RuleBook {
  /// A number that differs where any rule does.
  var fingerprint: Int64 {
    var sum = Fingerprint()
    for rule in rules {
      sum.add(Int64(rule.kind.rawValue))
      sum.add(rule.counting.rawValue)
      sum.add(Int64(rule.length))
      sum.add(rule.firstDayCounts ? 1 : 0)
      sum.add(rule.owner.rawValue)
      sum.add(rule.basis.rawValue)
      sum.add(rule.isWindow ? 1 : 0)
      for school in rule.schools ?? [] { sum.add(school.rawValue) }
      sum.add(Int64(rule.moreThan ?? 0))
      sum.add(rule.localTarget?.rawValue ?? "")
      sum.add(Int64(rule.inForceFrom?.number ?? .min))
      sum.add(Int64(rule.inForceThrough?.number ?? .max))
    }
    return Int64(bitPattern: sum.value)
  }
}
