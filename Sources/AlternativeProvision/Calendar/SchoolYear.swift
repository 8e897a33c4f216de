/// One school year as a school or an authority publishes it: terms, and the days closed within them.
public struct SchoolYear: Sendable, Hashable {
  /// The label, as in "2025/26".
  public var label: String
  /// The terms, in order.
  public var terms: [Term]
  /// Half terms, INSET days, closures and named holidays.
  public var closures: [Closure]

  /// A school year with its terms and closures.
  public init(label: String, terms: [Term], closures: [Closure] = []) {
    self.label = label
    self.terms = terms
    self.closures = closures
  }

  /// The calendar year in which it begins, read from the label: 2025 of "2025/26".
  public var startYear: Int? { SchoolYear.startYear(of: label) }

  /// The calendar year in which the year of a label begins; nil where the label names none.
  ///
  /// Accepts "2025/26", "2025-26", "2025/2026", "2025–26" and "202526".
  public static func startYear(of label: String) -> Int? {
    let digits = label.utf8.filter { (48...57).contains($0) }.map { Int($0) - 48 }
    let others = label.unicodeScalars.filter { !("0"..."9").contains($0) }
    guard others.allSatisfy({ "/-– ".unicodeScalars.contains($0) }),
      digits.count == 6 || digits.count == 8
    else { return nil }
    let start = digits[0..<4].reduce(0) { $0 * 10 + $1 }
    let end = digits[4...].reduce(0) { $0 * 10 + $1 }
    let next = digits.count == 6 ? (start + 1) % 100 : start + 1
    return end == next && start > 0 ? start : nil
  }

  /// The label of the year that begins in a calendar year, as in "2025/26".
  public static func label(startYear: Int) -> String {
    let end = (startYear + 1) % 100
    return "\(startYear)/\(end < 10 ? "0" : "")\(end)"
  }
}

/// A term: the days between which a school holds sessions.
public struct Term: Sendable, Hashable {
  /// The name, as in "Autumn term".
  public var name: String
  /// The first day.
  public var first: Day
  /// The last day.
  public var last: Day

  /// A term by its first and last days.
  public init(name: String, first: Day, last: Day) {
    self.name = name
    self.first = first
    self.last = last
  }
}

/// Days on which a school holds no session though the days around them may be in term.
public struct Closure: Sendable, Hashable {
  /// The name, as in "Autumn half term".
  public var name: String
  /// What sort of closure it is.
  public var kind: ClosureKind
  /// The first day closed.
  public var first: Day
  /// The last day closed.
  public var last: Day

  /// A closure by its first and last days.
  public init(name: String, kind: ClosureKind, first: Day, last: Day) {
    self.name = name
    self.kind = kind
    self.first = first
    self.last = last
  }
}

/// The sorts of closure between which a proof tells.
public enum ClosureKind: String, CaseIterable, Sendable {
  /// The week in the middle of a term.
  case halfTerm
  /// A day of in-service training: teachers are in, pupils are not, so it is no school day.
  case inset
  /// Closed for another cause: an election, a burst pipe.
  case closure
  /// A holiday between terms, named.
  case holiday
}
