import AlternativeProvision
import CaseStore

/// What goes to the clipboard: a row with its facts parted by tabs, as a spreadsheet takes them.
enum CopyText {
  /// An open case, as the lists show it.
  static func row(_ row: CaseRow, _ shared: SharedView, today: Day) -> String {
    line([
      row.reference, row.name, row.yearGroup, row.school,
      shared.covers(.route) ? "" : row.route.title,
      row.nextClock.map { Wording.short($0, shared) } ?? "",
      row.nextClock?.due?.description ?? "",
      row.dayNumber.map(String.init) ?? "", PlaceText.of(row, otherwise: "").0,
      row.officer ?? "unassigned",
    ])
  }

  /// A provider.
  static func row(_ row: ProviderRow) -> String {
    line([
      row.reference, row.name, row.kind.title, row.overall?.title ?? "not rated",
      PercentText.whole(row.attendance.attendance), String(row.pupilsNow),
      row.nextVisitDue?.description ?? "",
    ])
  }

  /// Who the child of an open case is and how it stands, as its head says it.
  static func outcome(of open: OpenCase, desk: Desk) -> Outcome {
    let head = desk.shown(CaseText.child(open, desk: desk), about: open.file).map(\.text)
    let name = "\(desk.displayName(of: open.file))  \(open.file.file.value.reference)"
    return .copy(
      ([name] + head).map(plain).joined(separator: "\n"), "the head of the case")
  }

  private static func line(_ facts: [String]) -> String {
    facts.map(plain).joined(separator: "\t")
  }

  /// Without the characters that would break a row, or do something where they are pasted.
  private static func plain(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
  }
}
