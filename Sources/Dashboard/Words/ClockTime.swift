import AlternativeProvision
import CaseStore

/// A moment as a date and the time in Greenwich, for the history.
enum ClockTime {
  /// "23 Nov 2026 08:45".
  static func text(_ instant: Instant) -> String {
    let days = instant.seconds >= 0 ? instant.seconds / 86_400 : (instant.seconds - 86_399) / 86_400
    let rest = Int(instant.seconds - days * 86_400)
    guard let number = Int32(exactly: days) else { return "–" }
    return "\(Day(number: number).medium) \(two(rest / 3600)):\(two(rest / 60 % 60))"
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
}
