import AlternativeProvision
import Foundation

/// The published term dates and bank holidays in `../shared`, beside the repository.
enum RealCalendars {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/calendar")

  static let missing = "the shared calendars are not beside this checkout"
  static var arePresent: Bool { !events.isEmpty && !listedHolidays.isEmpty }

  static let listedHolidays: [Day: String] = {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent("bank-holidays.json")),
      let all = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let england = all["england-and-wales"] as? [String: Any],
      let events = england["events"] as? [[String: Any]]
    else { return [:] }
    var days: [Day: String] = [:]
    for event in events {
      if let date = event["date"] as? String, let day = Day(iso: date) {
        days[day] = event["title"] as? String
      }
    }
    return days
  }()

  static let bankHolidays = BankHolidays(listedHolidays)

  static let events: [TermDateEvent] = {
    let file = folder.appendingPathComponent("term_dates_north_west.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(whereSeparator: \.isNewline).enumerated().dropFirst().map { index, line in
      let fields = fields(of: line)
      return TermDateEvent(
        line: index + 1, owner: fields[0], schoolYear: fields[1], title: fields[2],
        start: Day(iso: fields[3]), end: Day(iso: fields[4]), asWritten: fields[5])
    }
  }()

  /// The fields of a line, in which quoted fields may hold commas but nothing else of note.
  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      if character == "\"" {
        quoted.toggle()
      } else if character == "," && !quoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  static let dates = SchoolYear.read(events)

  static func calendar(_ owner: String) -> SchoolCalendar {
    SchoolCalendar(
      name: owner, years: dates.years.filter { $0.owner == owner }.map(\.year),
      bankHolidays: bankHolidays)
  }

  static let owners = ["Lancashire", "Liverpool", "Knowsley", "Sefton", "Bury"]
}

/// A day from its ISO date, for tables of test cases.
func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }
