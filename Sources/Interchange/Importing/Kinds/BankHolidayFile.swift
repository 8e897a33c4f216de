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
    let shown = harmless(run.path)
    let value: JSONValue
    do {
      value = try JSONReader.read(run.text)
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
      run.report.rows += 1
      guard let text = event["date"]?.string, let day = Day(iso: text) else {
        throw ImportRefusal(
          "\(shown): event \(index + 1) has no date as 2026-12-25; download the file again")
      }
      days[day] = event["title"]?.string ?? "Bank holiday"
    }
    let isFirst = try known.caseload.bankHolidays().listed.isEmpty
    let differing = try door.put(BankHolidays(days))
    if isFirst { run.report.added = differing } else { run.report.changed = differing }
    run.report.unchanged = max(0, days.count - differing)
  }
}
