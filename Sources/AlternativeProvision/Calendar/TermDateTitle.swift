/// What the title of a row of term dates says that it is.
enum TermDateTitle: Sendable, Hashable {
  case term
  case halfTerm
  case holiday
  case inset
  case closure
  case bankHoliday
  case firstDay
  case lastDay
  case total

  /// Whether a title names a day of the weekend, as in "Open Saturday".
  static func namesWeekend(_ title: String) -> Bool {
    let names: Set<Substring> = ["saturday", "saturdays", "sunday", "sundays", "weekend"]
    return title.lowercased().split { !$0.isLetter }.contains { names.contains($0) }
  }

  /// Reads a title by its words, as councils use them; nil for one of no known kind.
  init?(_ title: String) {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    func has(_ some: String...) -> Bool { some.contains { words.contains($0) } }
    func hasPair(_ one: String, _ other: String) -> Bool {
      zip(words, words.dropFirst()).contains { $0 == one && $1 == other }
    }
    if has("total", "openings") {
      self = .total
    } else if has("inset", "training", "staff", "twilight") || hasPair("non", "pupil") {
      self = .inset
    } else if has("halfterm") || hasPair("half", "term") {
      self = .halfTerm
    } else if hasPair("bank", "holiday") || hasPair("may", "day") || hasPair("public", "holiday")
      || hasPair("good", "friday") || hasPair("easter", "monday") || hasPair("boxing", "day")
      || hasPair("christmas", "day")
    {
      self = .bankHoliday
    } else if hasPair("first", "day")
      || has("open", "opens", "starts", "begins", "reopen", "reopens")
      || has("start", "return", "returns")
    {
      self = .firstDay
    } else if hasPair("last", "day") || has("close", "closes", "ends", "end", "finish", "finishes")
    {
      self = .lastDay
    } else if has("holiday", "holidays", "break", "vacation") {
      self = .holiday
    } else if has("closed", "closure", "polling", "election", "occasional") {
      self = .closure
    } else if has("term") {
      self = .term
    } else {
      return nil
    }
  }
}
