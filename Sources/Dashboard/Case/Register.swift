import AlternativeProvision
import CaseStore

/// A child's register as a calendar: a line a week, latest first, two marks a day.
struct Register {
  /// One session's mark.
  struct Mark: Equatable {
    var code: String
    var detail: AttendanceClass
  }

  /// A week from Monday to Friday; ten places, morning and afternoon of each day.
  struct Week {
    var monday: Day
    var marks: [Mark?]
    var tally: AttendanceTally
    /// Why there is no school on each of the five days; nil where there is.
    var closures: [ClosureReason?] = []

    /// The letters of a day without school and without marks.
    func closure(on day: Int) -> String? {
      guard closures.indices.contains(day), marks[day * 2] == nil, marks[day * 2 + 1] == nil
      else { return nil }
      return closures[day]?.letters
    }

    /// What sort of day without school and without marks it is.
    func closureWords(on day: Int) -> String? {
      closure(on: day) == nil ? nil : closures[day]?.sort
    }

    /// The reason where a whole week is without school and marks.
    var closedThroughout: String? {
      guard (0..<5).allSatisfy({ closure(on: $0) != nil }) else { return nil }
      let holiday = closures.compactMap { $0 }.first {
        if case .bankHoliday = $0 { false } else { true }
      }
      return holiday?.words
    }
  }

  /// The last day that is shown.
  let through: Day

  private(set) var weeks: [Week] = []
  private(set) var tally = AttendanceTally()

  /// The register of marks in order, as far as a day.
  init(marks: [RegisterMark], through today: Day, days: SchoolDays) {
    through = today
    guard let first = marks.first?.day.monday else { return }
    var monday = today.monday
    while monday >= first {
      let closures = (0..<5).map { offset -> ClosureReason? in
        guard case .closed(let reason) = days.status(of: monday.adding(days: offset)) else {
          return nil
        }
        return reason
      }
      weeks.append(
        Week(
          monday: monday, marks: Array(repeating: nil, count: 10), tally: AttendanceTally(),
          closures: closures))
      monday = monday.adding(days: -7)
    }
    for mark in marks where mark.day <= today && !mark.day.weekday.isWeekend {
      let week = today.monday.days(since: mark.day.monday) / 7
      guard weeks.indices.contains(week) else { continue }
      let detail =
        AttendanceClass(first: mark.code.first, second: mark.code.second, on: mark.day)
        ?? .administrative
      let place = mark.day.weekday.rawValue * 2 + Int(mark.session.rawValue)
      weeks[week].marks[place] = Mark(code: mark.code.text, detail: detail)
      weeks[week].tally.count(detail)
      tally.count(detail)
    }
  }

  /// The codes that occur, in the order of the alphabet.
  var codes: [Mark] {
    var seen: Set<String> = []
    return weeks.flatMap(\.marks).compactMap { $0 }.filter { seen.insert($0.code).inserted }
      .sorted { $0.code < $1.code }
  }

  /// The letters of the days without school in view, with what they mean.
  var closures: [(letters: String, words: String)] {
    var seen: Set<String> = []
    return weeks.filter { $0.closedThroughout == nil }
      .flatMap { week in (0..<5).filter { week.closure(on: $0) != nil }.map { week.closures[$0] } }
      .compactMap { $0 }.filter { seen.insert($0.letters).inserted }
      .map { ($0.letters, $0.sort) }
  }
}

extension ClosureReason {
  /// Two letters for a place of two marks.
  fileprivate var letters: String {
    switch self {
    case .weekend: "we"
    case .bankHoliday: "bh"
    case .halfTerm: "ht"
    case .inset: "in"
    case .closure: "cl"
    case .holiday: "ho"
    }
  }

  /// What sort of day it is.
  fileprivate var sort: String {
    switch self {
    case .weekend: "weekend"
    case .bankHoliday: "bank holiday"
    case .halfTerm: "half term"
    case .inset: "INSET"
    case .closure: "closed"
    case .holiday: "holiday"
    }
  }
}
