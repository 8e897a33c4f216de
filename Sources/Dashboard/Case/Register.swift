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
  }

  private(set) var weeks: [Week] = []
  private(set) var tally = AttendanceTally()

  /// The register of marks in order, as far as a day.
  init(marks: [RegisterMark], through today: Day) {
    guard let first = marks.first?.day.monday else { return }
    var monday = today.monday
    while monday >= first {
      weeks.append(
        Week(monday: monday, marks: Array(repeating: nil, count: 10), tally: AttendanceTally()))
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

  /// 1 August, from which the year of registers runs.
  static func startOfYear(_ today: Day) -> Day {
    let year = today.month >= 8 ? today.year : today.year - 1
    return Day(year: year, month: 8, day: 1) ?? today.adding(days: -365)
  }
}
