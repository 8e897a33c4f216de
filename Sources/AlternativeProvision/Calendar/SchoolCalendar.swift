/// The days on which one school, or the schools of one authority, hold sessions.
///
/// "School day" is in law any day on which that school has a session (EA 1996 s.579(1)), so each
/// count of school days names the calendar by which it counted. The calendar is built once, from terms
/// less closures, weekends and bank holidays, into a sorted list of days, and answers by binary search.
/// Where nothing was published it answers `.unknown`, and counting stops there.
public struct SchoolCalendar: Sendable {
  /// A stretch of days of which it is known which are school days.
  struct Span: Sendable, Equatable {
    var first: Day
    var last: Day
    /// The positions of its school days in `days`.
    var openings: Range<Int>
  }

  /// One reference to share: readings of clocks keep the calendar by which they counted.
  final class Contents: Sendable {
    let name: String
    let years: [SchoolYear]
    let bankHolidays: BankHolidays
    let days: [Day]
    let spans: [Span]
    let namesInsetDays: Bool

    init(name: String, years: [SchoolYear], bankHolidays: BankHolidays) {
      let sorted = years.sorted { ($0.startYear ?? 0) < ($1.startYear ?? 0) }
      self.name = name
      self.years = sorted
      self.bankHolidays = bankHolidays
      days = CalendarBuilding.openDays(of: sorted, bankHolidays: bankHolidays)
      spans = CalendarBuilding.spans(of: sorted, days: days)
      namesInsetDays = sorted.contains { $0.closures.contains { $0.kind == .inset } }
    }
  }

  let contents: Contents

  /// Builds the calendar of the years given, in any order.
  public init(name: String, years: [SchoolYear], bankHolidays: BankHolidays) {
    contents = Contents(name: name, years: years, bankHolidays: bankHolidays)
  }

  /// Whose calendar it is, as in "Lancashire".
  public var name: String { contents.name }
  /// The years it holds, in order.
  public var years: [SchoolYear] { contents.years }
  /// The bank holidays it heeds.
  public var bankHolidays: BankHolidays { contents.bankHolidays }
  /// Whether any INSET day is named; an authority's calendar often leaves those to its schools.
  public var namesInsetDays: Bool { contents.namesInsetDays }
  /// The first day of which anything is known.
  public var knownFrom: Day? { contents.spans.first?.first }
  /// The last day of which anything is known.
  public var knownThrough: Day? { contents.spans.last?.last }
  /// Every school day, in order.
  public var openDays: [Day] { contents.days }
  /// The stretches of days of which it is known which are school days, in order.
  public var knownStretches: [ClosedRange<Day>] { contents.spans.map { $0.first...$0.last } }

  /// Whether that is a school day, or why not, or that it is not known.
  public func status(of day: Day) -> DayStatus {
    guard span(of: day) != nil else { return .unknown }
    if isOpen(day) { return .open }
    if day.weekday.isWeekend { return .closed(.weekend) }
    if let name = contents.bankHolidays.name(of: day) { return .closed(.bankHoliday(name)) }
    return .closed(closure(on: day))
  }

  /// Whether that is known to be a school day.
  public func isOpen(_ day: Day) -> Bool {
    let position = position(onOrAfter: day)
    return position < contents.days.count && contents.days[position] == day
  }

  /// The number of school days from one day through another, both counted; unknown days count none.
  public func openDays(from first: Day, through last: Day) -> Int {
    guard first <= last else { return 0 }
    return position(onOrAfter: last.adding(days: 1)) - position(onOrAfter: first)
  }

  /// The number of openings published for a school year, as in 195 for "2025/26"; 0 if it is unknown.
  public func openings(inYear label: String) -> Int {
    guard let wanted = SchoolYear.startYear(of: label) else { return 0 }
    var count = 0
    for year in contents.years where year.startYear == wanted {
      guard let first = year.terms.map(\.first).min(), let last = year.terms.map(\.last).max()
      else { continue }
      count = max(count, openDays(from: first, through: last))
    }
    return count
  }

  /// The n-th school day after a day, that day itself not counted.
  public func schoolDay(_ count: Int, after day: Day) -> Deadline {
    schoolDay(count, from: day.adding(days: 1))
  }

  /// The n-th school day from a day on, that day counted where it is a school day.
  public func schoolDay(_ count: Int, from day: Day) -> Deadline {
    guard let span = span(of: day) else {
      return .beyondCalendar(knownThrough: lastKnown(before: day), counted: 0)
    }
    let first = position(onOrAfter: day)
    let wanted = first + max(1, count) - 1
    if wanted < span.openings.upperBound { return .on(contents.days[wanted]) }
    return .beyondCalendar(
      knownThrough: span.last, counted: max(0, span.openings.upperBound - first))
  }

  /// The n-th school day before a day, that day itself not counted; nil where that is not known.
  public func schoolDay(_ count: Int, before day: Day) -> Day? {
    guard let span = span(of: day.adding(days: -1)) else { return nil }
    let wanted = position(onOrAfter: day) - max(1, count)
    return wanted >= span.openings.lowerBound ? contents.days[wanted] : nil
  }

  /// The last day before a day of which anything is known; nil where the calendar begins later.
  func lastKnown(before day: Day) -> Day? { contents.spans.last { $0.last < day }?.last }

  /// The first position in `days` of a day no earlier than the one given.
  func position(onOrAfter day: Day) -> Int {
    let days = contents.days
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The known stretch that holds a day.
  func span(of day: Day) -> Span? {
    contents.spans.first { $0.first <= day && day <= $0.last }
  }

  private func closure(on day: Day) -> ClosureReason {
    var before: Term?
    var after: Term?
    for year in contents.years {
      for closure in year.closures where closure.first <= day && day <= closure.last {
        switch closure.kind {
        case .halfTerm: return .halfTerm(closure.name)
        case .inset: return .inset(closure.name)
        case .closure: return .closure(closure.name)
        case .holiday: return .holiday(closure.name)
        }
      }
      for term in year.terms {
        if term.last < day && term.last > before?.last ?? Day(number: .min) { before = term }
        if term.first > day && term.first < after?.first ?? Day(number: .max) { after = term }
      }
    }
    return .holiday(CalendarBuilding.holidayName(between: before, and: after))
  }
}
