/// A remark of a proof, kept unworded until somebody reads the proof.
enum Remark: Sendable, Hashable {
  case words(String)
  case day(String, Day, String = "")
  case deadline(String, Deadline)
  case number(String, Int, String)
  case halves(String, Int, String)
  case leftOut(AwayDays)

  /// Whether it speaks of a day that could not be counted to.
  var needsCalendar: Bool {
    if case .deadline(_, .beyondCalendar) = self { return true }
    return false
  }

  /// The remark in words.
  var text: String {
    switch self {
    case .words(let words): words
    case .day(let before, let day, let after): "\(before) \(day.long)\(after)"
    case .deadline(let before, .on(let day)): "\(before) \(day.long)."
    case .deadline(let before, .beyondCalendar(let end?, _)):
      "\(before) a day past the known calendar, which ends on \(end.long)."
    case .deadline(let before, .beyondCalendar(nil, _)):
      "\(before) a day that cannot be counted, since the known calendar begins later."
    case .number(let before, let number, let after): "\(before) \(number) \(after)"
    case .halves(let before, let halves, let after):
      "\(before) \(HalfDays.words(halves)) \(after)"
    case .leftOut(let away):
      "Left out, as their marks do not count here: "
        + away.halvesLeftOut.map { "\(HalfDays.counted($0.halves)) marked \($0.code)" }
        .joined(separator: ", ") + "."
    }
  }
}
