import AlternativeProvision
import CaseStore

/// A moment as a date and the time that clocks in England show, for the history.
enum ClockTime {
  /// "23 Nov 2026 08:45".
  static func text(_ instant: Instant) -> String {
    guard let moment = EnglishTime(secondsSince1970: instant.seconds) else { return "–" }
    return "\(moment.day.medium) \(moment.time)"
  }
}
