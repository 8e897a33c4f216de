import AlternativeProvision
import CaseStore
import Interchange

/// `sixthday list providers`, `attendance` and `quality`: three views of the providers' rows.
enum ProviderListing: String, CaseIterable {
  case providers, attendance, quality

  var columns: [TableColumn] {
    let first = [TableColumn("reference", mayShrink: false), TableColumn("name")]
    switch self {
    case .providers:
      return first + [
        TableColumn("kind"), TableColumn("registered"),
        TableColumn("in_directory", title: "directory"),
        TableColumn("pupils", alignment: .right),
        TableColumn("attendance", title: "att %", alignment: .right), TableColumn("rating"),
        TableColumn("next_visit", title: "next visit", mayShrink: false),
      ]
    case .attendance:
      return first + [
        TableColumn("pupils", alignment: .right),
        TableColumn("last_4_weeks", title: "last 4 weeks %", alignment: .right),
        TableColumn("year_to_date", title: "year to date %", alignment: .right),
        TableColumn("persistently_absent", title: "persistently absent", alignment: .right),
        TableColumn("weekly", title: "last 8 weeks %, oldest first", mayShrink: false),
      ]
    case .quality:
      return first
        + QualityStandard.allCases.map {
          TableColumn($0.columnName, title: $0.shortTitle)
        } + [
          TableColumn("overall"), TableColumn("last_visit", title: "last visit", mayShrink: false),
          TableColumn("next_visit", title: "next visit", mayShrink: false),
          TableColumn("visit_overdue", title: "visit overdue"),
        ]
    }
  }

  func table(of list: ProviderList, limit: Int) -> Table {
    var table = Table(columns: columns)
    for position in 0..<min(limit, list.count) { table.rows.append(row(list[position])) }
    return table
  }

  private func row(_ row: ProviderRow) -> [TableCell] {
    let first: [TableCell] = [.text(row.reference), .text(row.name)]
    switch self {
    case .providers:
      return first + [
        .text(row.kind.title), .flag(row.isRegistered), .flag(row.isInDirectory),
        .integer(row.pupilsNow), .percentage(row.attendance.attendance),
        .text(orNone: row.overall?.title), .day(orNone: row.nextVisitDue),
      ]
    case .attendance:
      return first + [
        .integer(row.pupilsNow), .percentage(row.attendance.attendance),
        .percentage(row.yearToDate.attendance), .integer(row.persistentAbsentees),
        .text(row.trend.map(Self.whole).joined(separator: " ")),
      ]
    case .quality:
      return first
        + QualityStandard.allCases.map { .text(orNone: row.ratings[$0]?.title) } + [
          .text(orNone: row.overall?.title), .day(orNone: row.lastVisitOn),
          .day(orNone: row.nextVisitDue), .flag(row.isVisitOverdue),
        ]
    }
  }

  private static func whole(_ week: AttendanceTally) -> String {
    week.attendance.points.map(String.init) ?? "–"
  }
}

extension QualityStandard {
  /// The standard's column in CSV and JSON.
  var columnName: String {
    switch self {
    case .safeguarding: "safeguarding"
    case .healthAndSafety: "health_and_safety"
    case .admissionsAndSupport: "admissions_and_support"
    case .qualityOfEducation: "quality_of_education"
    }
  }
}
