import AlternativeProvision
import Foundation

/// The tests' own counting of school days, written from the rows as published and sharing no code with
/// the calendar: Foundation's dates, a set of strings, and one step a day.
struct SecondCount {
  private static let gregorian: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    return calendar
  }()

  private static func date(_ iso: String) -> Date {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    return gregorian.date(
      from: DateComponents(year: parts[0], month: parts[1], day: parts[2])) ?? .distantPast
  }

  private static func iso(_ date: Date) -> String {
    let parts = gregorian.dateComponents([.year, .month, .day], from: date)
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }

  static func dayAfter(_ iso: String) -> String {
    self.iso(gregorian.date(byAdding: .day, value: 1, to: date(iso)) ?? .distantFuture)
  }

  private static func isWeekday(_ iso: String) -> Bool {
    ![1, 7].contains(gregorian.component(.weekday, from: date(iso)))
  }

  private static func range(_ first: String, _ last: String) -> [String] {
    var days: [String] = []
    var day = first
    while day <= last {
      days.append(day)
      day = dayAfter(day)
    }
    return days
  }

  /// The school days, as ISO dates.
  private(set) var open: Set<String> = []
  /// The last day of which anything was published.
  private(set) var end = ""

  /// Counts by rows of one owner.
  init(rows: [TermDateEvent], holidays: Set<String>) {
    for (_, year) in Dictionary(grouping: rows, by: \.schoolYear) {
      var days: Set<String> = []
      var away: Set<String> = []
      for row in year {
        guard let start = row.start?.iso else { continue }
        let last = row.end?.iso ?? start
        let title = row.title.lowercased()
        if title.hasSuffix(" term") && !title.contains("half") {
          days.formUnion(SecondCount.range(start, last))
        } else if !title.contains("first day") {
          away.formUnion(SecondCount.range(start, last))
        }
      }
      if days.isEmpty, let first = year.first(where: { $0.title.hasPrefix("First") })?.start?.iso,
        let summer = year.first(where: { $0.title.hasPrefix("Summer hol") })
      {
        days = Set(SecondCount.range(first, summer.start?.iso ?? first))
        end = max(end, summer.end?.iso ?? "")
      }
      days.subtract(away)
      days.subtract(holidays)
      days = days.filter(SecondCount.isWeekday)
      open.formUnion(days)
      end = max(end, days.max() ?? "")
    }
  }

  /// The n-th school day after a day, found by walking; nil past what was published.
  func schoolDay(_ count: Int, after iso: String) -> String? {
    var left = count
    var day = iso
    while left > 0 {
      day = SecondCount.dayAfter(day)
      if day > end { return nil }
      if open.contains(day) { left -= 1 }
    }
    return day
  }
}
