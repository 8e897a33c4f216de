/// Why a text is not a day, told so that whoever wrote it can put it right.
///
/// The description is a clause that can follow the place and the value, as in
/// `line 3, start date, "31/02/2026": there is no such day; February 2026 has 28 days`.
public enum DayProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is nothing to read.
  case empty
  /// It is not written in any way that is known.
  case notADay
  /// The month has fewer days.
  case noSuchDay(year: Int, month: Int)
  /// There is no such month, and the day does not make sense as one.
  case noSuchMonth(Int)
  /// It reads as month before day, as in the United States; the day that was probably meant.
  case monthFirst(Day)
  /// The century is missing.
  case shortYear
  /// It is the number under which a spreadsheet keeps a day; the day that it stands for.
  case spreadsheetNumber(Day)
  /// It names a day of the week on which the date does not fall.
  case wrongWeekday(Day)

  /// What is wrong, and what would be right.
  public var description: String {
    switch self {
    case .empty: "the date is missing; write it as 2026-09-01 or 01/09/2026"
    case .notADay: "this is not a date; write it as 2026-09-01 or 01/09/2026"
    case .noSuchDay(let year, let month):
      "there is no such day; \(Day.monthName(month)) \(year) has "
        + "\(Day.length(ofMonth: month, year: year)) days"
    case .noSuchMonth(let month): "there is no month \(month); write the date as 2026-09-01"
    case .monthFirst(let day):
      "the month stands before the day; write \(day.iso) if \(day.medium) is meant"
    case .shortYear: "the year needs four digits, as in 01/09/2026"
    case .spreadsheetNumber(let day):
      "this is a spreadsheet's number for a day; format the column as a date (\(day.iso))"
    case .wrongWeekday(let day): "\(day.medium) is a \(day.weekday.name)"
    }
  }
}

extension Weekday {
  /// The name in full, as in "Monday".
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}
