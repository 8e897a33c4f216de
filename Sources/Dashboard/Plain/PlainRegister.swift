import AlternativeProvision
import CaseStore

/// A child's register in words, a week a line: which day and which half of it each mark is of is said, not
/// told by a column.
struct PlainRegister {
  private let register: Register

  init(_ register: Register) { self.register = register }

  /// - Parameter coversCodes: Whether only the shares attended are told, and no mark.
  func say(in lines: inout PlainLines, coversCodes: Bool) {
    guard !register.weeks.isEmpty else { return lines.say("No marks this school year.") }
    let tally = register.tally
    let level = tally.absenceLevel.flatMap { $0 == .withinBounds ? nil : $0.title.lowercased() }
    lines.say(
      "This school year: attendance: \(percent(tally)); sessions attended: \(tally.attended) of "
        + "\(tally.possible)\(level.map { "; \($0)" } ?? "").")
    guard !coversCodes else {
      for week in register.weeks where week.tally.possible > 0 {
        lines.say("Week of \(week.monday.medium): attendance: \(percent(week.tally)).")
      }
      return lines.say("The marks are covered.")
    }
    for week in register.weeks { lines.say("Week of \(week.monday.medium): \(words(of: week)).") }
    for code in register.codes {
      let meaning = Codes.attendance.meaning(of: code.code, on: register.through)
      lines.say("\(code.code) is \(meaning): \(code.detail.title.lowercased()).")
    }
  }

  private func percent(_ tally: AttendanceTally) -> String { tally.attendance.text }

  /// "Monday: present all day; Tuesday: morning L, afternoon present; Friday: half term; attendance: 90%".
  private func words(of week: Register.Week) -> String {
    if let reason = week.closedThroughout { return reason }
    var parts: [String] = []
    for (day, name) in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"].enumerated() {
      if let sort = week.closureWords(on: day) {
        parts.append("\(name): \(sort)")
        continue
      }
      let marks = [week.marks[day * 2], week.marks[day * 2 + 1]]
      guard marks.contains(where: { $0 != nil }) else { continue }
      let (morning, afternoon) = (code(marks[0]), code(marks[1]))
      parts.append(
        morning == afternoon
          ? "\(name): \(morning) all day" : "\(name): morning \(morning), afternoon \(afternoon)")
    }
    if parts.isEmpty { parts.append("no marks") }
    if week.tally.possible > 0 { parts.append("attendance: \(percent(week.tally))") }
    return parts.joined(separator: "; ")
  }

  private func code(_ mark: Register.Mark?) -> String {
    guard let mark else { return "no mark" }
    // The signs of the register read as nothing.
    switch mark.code {
    case "/", "\\": return "present"
    default: return mark.code
    }
  }
}
