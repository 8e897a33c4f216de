import AlternativeProvision
import CaseStore
import Glibc

/// The bank holidays of England and Wales, as GOV.UK publishes them in JSON.
struct BankHolidayFile {
  private static let division = "england-and-wales"

  /// Whether a file starts as that file does.
  static func looksLikeOne(_ text: SourceText) -> Bool {
    let start = String(decoding: text.bytes.prefix(400), as: UTF8.self)
    let first = text.bytes.first { $0 != 32 && $0 != 10 && $0 != 13 && $0 != 9 }
    return first == UInt8(ascii: "{")
      && (strstr(start, "\"\(division)\"") != nil || strstr(start, "\"division\"") != nil)
  }

  func read(
    into run: inout ImportRun, _ known: OnFile, through door: inout Door
  ) throws {
    let days = try BankHolidayFile.days(of: run.text, file: run.path)
    run.report.rows = days.count
    let isFirst = try known.caseload.bankHolidays().listed.isEmpty
    let differing = try door.put(BankHolidays(days))
    if isFirst { run.report.added = differing } else { run.report.changed = differing }
    run.report.unchanged = max(0, days.count - differing)
  }

  /// The days of the file with their names.
  ///
  /// - Throws: `ImportRefusal`, where it is not whole, or not that file.
  static func days(of text: SourceText, file path: String) throws(ImportRefusal) -> [Day: String] {
    let shown = harmless(path)
    let value: JSONValue
    do {
      value = try JSONReader.read(text)
    } catch {
      throw ImportRefusal("\(shown): this is not whole JSON (\(error)); download it again")
    }
    let division = value[BankHolidayFile.division] ?? value
    guard let events = division["events"]?.elements, !events.isEmpty else {
      throw ImportRefusal(
        "\(shown): no events of \(BankHolidayFile.division); "
          + "download https://www.gov.uk/bank-holidays.json")
    }
    var days: [Day: String] = [:]
    for (index, event) in events.enumerated() {
      guard let text = event["date"]?.string, let day = Day(iso: text) else {
        throw ImportRefusal(
          "\(shown): event \(index + 1) has no date as 2026-12-25; download the file again")
      }
      days[day] = event["title"]?.string ?? "Bank holiday"
    }
    return days
  }
}

extension BankHolidays {
  /// The bank holidays of England and Wales in a file as GOV.UK publishes it.
  ///
  /// - Throws: `SourceProblem` where it cannot be read, or `ImportRefusal` where it is another file.
  public static func published(in path: String) throws -> BankHolidays {
    let text = try ImportSource(.calendars, file: path).text
    guard BankHolidayFile.looksLikeOne(text) else {
      throw ImportRefusal(
        "\(harmless(path)): this is not the file of bank holidays; "
          + "download https://www.gov.uk/bank-holidays.json")
    }
    return BankHolidays(try BankHolidayFile.days(of: text, file: path))
  }
}
