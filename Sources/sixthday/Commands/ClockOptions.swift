import AlternativeProvision

/// Which clocks an option of `sixthday clock` says anything of: with another it would be left out of the
/// answer without a word.
enum ClockOptions {
  /// The options that mean something for some clocks only, with those clocks.
  static let meant: [(option: String, kinds: [ClockKind])] = [
    ("calendar", countingSchoolDays), ("authority", countingSchoolDays),
    ("urn", countingSchoolDays), ("bank-holidays", countingSchoolDays),
    ("delivery", [.reviewApplication, .reconsideration]),
    ("half-days", [.sixthDaySuspension, .governors15, .governors50, .yearLimit45]),
    ("from-afternoon", [.sixthDayPermanent, .sixthDaySuspension, .yearLimit45]),
    ("day-one", [.sixthDayPermanent, .sixthDaySuspension]),
    ("examination", [.examination]),
    ("school", kinds { $0.schools != nil }),
    // A limit is kept or passed, and nothing is done by a day.
    ("met", ClockKind.allCases.filter { $0 != .yearLimit45 }),
  ]

  /// What is wrong with the options given for a clock, and what would be right; nil where nothing is.
  ///
  /// - Parameter isGiven: whether the option of that name was.
  static func problem(of kind: ClockKind, isGiven: (String) -> Bool) -> String? {
    for (option, kinds) in meant where isGiven(option) && !kinds.contains(kind) {
      let others =
        kinds.count + 1 == ClockKind.allCases.count
        ? "every other clock" : kinds.map(\.keyword).joined(separator: ", ")
      return "--\(option) says nothing of \(kind.keyword); it is for \(others)"
    }
    return nil
  }

  /// The clocks that count school days, and so cannot do without a calendar.
  static let countingSchoolDays = kinds { rule in
    switch rule.counting {
    case .schoolDays, .schoolDaysInAll, .schoolDaysBefore: true
    case .calendarDays, .weeks, .months: false
    }
  }

  /// The clocks of which some rule is so.
  private static func kinds(_ isMeant: (ClockRule) -> Bool) -> [ClockKind] {
    ClockKind.allCases.filter { kind in
      RuleBook.standard.rules.contains { $0.kind == kind && isMeant($0) }
    }
  }
}
