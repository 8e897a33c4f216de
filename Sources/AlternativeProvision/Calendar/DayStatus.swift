/// Whether a school holds a session on a day, as far as is known.
public enum DayStatus: Sendable, Hashable {
  /// A school day: at least one session.
  case open
  /// Not a school day, and why.
  case closed(ClosureReason)
  /// Nobody has published this stretch of the calendar, and nothing is guessed.
  case unknown
}

/// Why a day is not a school day.
public enum ClosureReason: Sendable, Hashable {
  case weekend
  case bankHoliday(String)
  case halfTerm(String)
  case inset(String)
  case closure(String)
  case holiday(String)

  /// The reason in words, as in "Autumn half term".
  public var words: String {
    switch self {
    case .weekend: "weekend"
    case .bankHoliday(let name): "bank holiday: \(name)"
    case .inset(let name): ClosureReason.mentionsInset(name) ? name : "INSET: \(name)"
    case .halfTerm(let name), .closure(let name), .holiday(let name): name
    }
  }

  private static func mentionsInset(_ name: String) -> Bool {
    name.lowercased().split(whereSeparator: { !$0.isLetter }).contains("inset")
  }
}
