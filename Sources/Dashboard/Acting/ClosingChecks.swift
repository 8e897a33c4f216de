import AlternativeProvision
import CaseStore

/// What a person should know before a case is closed: what is still owed, and what ends with it.
struct ClosingChecks: Equatable {
  /// What there is to say; empty where nothing is open.
  private(set) var warnings: [String] = []

  /// Looks at a case as it stands on a day.
  ///
  /// - Parameter shared: Who can see it: some clocks are named otherwise where others can.
  init(of file: CaseFile, today: Day, shared: SharedView) {
    let overdue = ClockEngine().readings(for: file.facts, asAt: today)
      .filter { $0.state(on: today) == .overdue }
    for reading in overdue.prefix(4) {
      let due = reading.deadline?.day.map { ", due on \($0.medium)" } ?? ""
      warnings.append("Overdue and still owed: \(shared.title(of: reading))\(due).")
    }
    if overdue.count > 4 { warnings.append("And \(overdue.count - 4) more that are overdue.") }
    guard !overdue.isEmpty else { return }
    for placement in file.placements where placement.value.isCurrent(on: today) {
      let name = file.providers[placement.value.provider]?.name ?? "a provider"
      warnings.append("The placement at \(name) ends with the case.")
    }
  }
}
