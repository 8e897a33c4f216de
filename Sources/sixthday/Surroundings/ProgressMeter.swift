import Interchange

/// A line on standard error that says how far a long import is, and leaves no trace when it is done.
struct ProgressMeter {
  private let label: String
  private let isShown: Bool
  private var lastPercent = -1

  /// A meter that is only seen where standard error is a terminal.
  init(label: String, isShown: Bool) {
    self.label = label
    self.isShown = isShown
  }

  /// Shows how far it is, whenever another hundredth is done.
  mutating func show(_ progress: ImportProgress) {
    let percent = progress.bytes * 100 / max(1, progress.totalBytes)
    guard isShown, percent != lastPercent else { return }
    lastPercent = percent
    StandardOutput.remark("\r\(label): \(percent)%, \(progress.rows) rows\u{1b}[K")
  }

  /// Wipes the line.
  mutating func clear() {
    guard isShown, lastPercent >= 0 else { return }
    lastPercent = -1
    StandardOutput.remark("\r\u{1b}[K")
  }
}
