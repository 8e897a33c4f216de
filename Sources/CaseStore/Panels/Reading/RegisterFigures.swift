import AlternativeProvision

/// What the registers on file say of one child up to a day: what a referral form asks a school for.
public struct RegisterFigures: Sendable, Hashable {
  /// How often a code was given.
  public struct Count: Sendable, Hashable {
    /// The code.
    public var code: MarkCode
    /// The sessions.
    public var sessions: Int
  }

  /// The school year so far, at every provider.
  public var year = AttendanceTally()
  /// Each of the last eight weeks, oldest first.
  public var weeks = [AttendanceTally](repeating: AttendanceTally(), count: 8)
  /// The codes of the school year other than plain presence, the commonest first.
  public var codes: [Count] = []
  /// The last day of the year of which a mark is on file: as at when the figures stand.
  public var lastDay: Day?

  /// Figures of a child of whom there is no mark.
  public init() {}

  private mutating func add(_ code: MarkCode) {
    if code.second == 0, code.first == UInt8(ascii: "/") || code.first == UInt8(ascii: "\\") {
      return
    }
    if let place = codes.firstIndex(where: { $0.code == code }) {
      codes[place].sessions += 1
    } else {
      codes.append(Count(code: code, sessions: 1))
    }
  }

  fileprivate mutating func count(
    _ mark: RegisterMark, weeksFrom first: Day, yearFrom start: Day
  ) {
    guard
      let sort = AttendanceClass(first: mark.code.first, second: mark.code.second, on: mark.day)
    else { return }
    if mark.day >= start {
      year.count(sort)
      if sort != .administrative { add(mark.code) }
      lastDay = max(lastDay ?? mark.day, mark.day)
    }
    let week = mark.day.days(since: first) / 7
    if mark.day >= first, week < 8 { weeks[week].count(sort) }
  }

  fileprivate mutating func sortCodes() {
    codes.sort {
      $0.sessions != $1.sessions
        ? $0.sessions > $1.sessions
        : ($0.code.first, $0.code.second) < ($1.code.first, $1.code.second)
    }
  }
}

extension Caseload {
  /// What the registers on file say of a child up to a day, in its school year and the last eight weeks.
  public func registerFigures(
    of pupil: Identifier<Pupil>, on day: Day
  ) throws(StoreError) -> RegisterFigures {
    let year = ReferencePeriod.schoolYear(of: day)
    let first = day.monday.adding(days: -56)
    var figures = RegisterFigures()
    for mark in try marks(of: pupil, from: min(first, year.first), through: day) {
      figures.count(mark, weeksFrom: first, yearFrom: year.first)
    }
    figures.sortCodes()
    return figures
  }
}
