import AlternativeProvision
import TerminalUI

/// A clock's proof as it is read: how it stands, each day with what was made of it, the rule and its
/// authority.
enum ProofText {
  /// - Parameter shared: Who can see: where others can, the days that were counted stand, and the words
  ///   do not, of whichever clock, since those of some name illness, a plan or care.
  static func lines(
    of reading: ClockReading, today: Day, width: Int, days calendar: SchoolDays? = nil,
    shared: SharedView
  ) -> [TextLine] {
    let coversWords = shared.covers(.proofWords)
    let proof = reading.proof
    var lines: [TextLine] = []
    let state = reading.state(on: today)
    lines.append(
      TextLine(Shape.mark(of: state) + " ", Shape.role(of: state)).then(
        state.title, Shape.role(of: state), .bold
      ).then("  owed by the \(reading.owner.title)", .muted))
    lines.append(.blank)
    if !coversWords { lines += TextLine.wrapped(proof.conclusion, width: width, .heading) }
    if let outcome = outcome(of: reading, state, today, calendar) {
      lines += TextLine.wrapped(outcome, width: width, Shape.role(of: state))
    }
    for target in reading.targets where !coversWords {
      lines += TextLine.wrapped(
        "\(target.title): \(target.day.long) (\(target.basis.title), \(target.reference))",
        width: width, indent: 2)
    }
    if !coversWords {
      lines += TextLine.wrapped(
        "\(proof.reference) (\(proof.basis.title))", width: width, .muted)
    }
    lines.append(.blank)
    lines += days(of: reading, proof, today: today, width: width, calendar)
    guard !coversWords else {
      return lines
        + TextLine.wrapped(
          "The rule and what was remarked: \(Wording.covered)", width: width, .muted)
    }
    lines += TextLine.wrapped(proof.rule, width: width)
    if !proof.remarks.isEmpty {
      lines.append(.blank)
      lines.append(TextLine("Also", .heading))
      for remark in proof.remarks {
        lines += TextLine.wrapped("· " + remark, width: width, indent: 2)
      }
    }
    return lines
  }

  /// When it was done, and how late it was or is.
  private static func outcome(
    of reading: ClockReading, _ state: ClockState, _ today: Day, _ calendar: SchoolDays?
  ) -> String? {
    let due = reading.deadline?.day
    switch state {
    case .met: return reading.metOn.map { "It was done on \($0.long), in time." }
    case .metLate:
      guard let met = reading.metOn, let due else { return nil }
      return "It was done on \(met.long), \(late(from: due, to: met, reading, calendar))."
    case .overdue:
      guard let due else { return nil }
      return "It is \(late(from: due, to: today, reading, calendar)) today."
    case .endedNotMet:
      guard let due, let ended = reading.endedOn else { return nil }
      return "It was not done by \(due.long), and has not been owed since \(ended.long)."
    case .begunPartTime:
      guard let begun = reading.begunOn else { return nil }
      let owed = "Education began on \(begun.long) but is not full time: the duty goes on"
      guard let due, due < today else { return owed + "." }
      return owed + ", \(late(from: due, to: today, reading, calendar)) today."
    default: return nil
    }
  }

  /// "32 school days late", in what the clock counts, where that can be counted.
  private static func late(
    from due: Day, to day: Day, _ reading: ClockReading, _ calendar: SchoolDays?
  ) -> String {
    switch reading.rule.counting {
    case .schoolDays, .schoolDaysInAll, .schoolDaysBefore:
      // On the Sunday after a Friday no school day has gone by, and yet it is late.
      if let days = calendar?.count(from: due.adding(days: 1), through: day), days > 0 {
        return NumberText.count(days, "school day") + " late"
      }
    case .calendarDays, .weeks, .months: break
    }
    return NumberText.count(day.days(since: due), "day") + " late"
  }

  // MARK: Days

  private static func days(
    of reading: ClockReading, _ proof: Proof, today: Day, width: Int, _ calendar: SchoolDays?
  ) -> [TextLine] {
    guard !proof.steps.isEmpty else { return [] }
    var lines: [TextLine] = []
    // An authority without a name is known by its number.
    let name = proof.calendar.map { Int($0) == nil ? $0 : "authority \($0)" }
    lines.append(TextLine(name.map { "Days by the calendar of \($0)" } ?? "Days", .heading))
    if proof.steps.count == 1, let due = reading.deadline?.day {
      lines += elapsed(reading, proof.steps[0], due, today: today, width: width, calendar)
    } else {
      lines += steps(proof.steps, deadline: reading.deadline?.day, today: today, width: width)
    }
    return lines + [.blank]
  }

  /// A stretch of the civil calendar: where it begins, how long it is, where it ends.
  private static func elapsed(
    _ reading: ClockReading, _ start: ProofStep, _ due: Day, today: Day, width: Int,
    _ calendar: SchoolDays?
  ) -> [TextLine] {
    let unit = NumberText.count(reading.rule.length, reading.rule.counting.unit)
    var end = "last day"
    if let closure = calendar?.closure(on: due) {
      end += ", no school day: \(closure)"
      if let before = calendar?.last(before: due) { end += "; the last before is \(before.long)" }
    }
    let isNow = start.day == today
    let begin = row(
      date: start.day.long, words: start.words + (isNow ? ", today" : ""), room: 16, counts: false,
      mark: isNow ? .heading : nil, width: width)
    let length = row(date: "", words: unit, room: 16, counts: true, mark: nil, width: width)
    let last = row(
      date: due.long, words: end + (due == today ? ", today" : ""), room: 16, counts: true,
      mark: .dueSoon, width: width)
    return begin + length + last
  }

  /// One line a day; a run of days skipped for one reason is one line.
  private static func steps(
    _ steps: [ProofStep], deadline: Day?, today: Day, width: Int
  ) -> [TextLine] {
    var runs: [(step: ProofStep, last: Day)] = []
    for step in steps {
      if case .skipped = step.mark, let run = runs.last, run.step.mark == step.mark,
        run.last.adding(days: 1) == step.day
      {
        runs[runs.count - 1].last = step.day
      } else {
        runs.append((step, step.day))
      }
    }
    let room = runs.contains { $0.step.day != $0.last } ? 24 : 16
    return runs.flatMap { step, last in
      line(step, through: last, deadline: deadline, today: today, room: room, width: width)
    }
  }

  private static func line(
    _ step: ProofStep, through last: Day, deadline: Day?, today: Day, room: Int, width: Int
  ) -> [TextLine] {
    let date =
      step.day == last
      ? step.day.long : DayText.weekday(step.day) + " to " + DayText.weekday(last)
    let isToday = step.day <= today && today <= last
    let isLast = deadline.map { step.day <= $0 && $0 <= last } ?? false
    let said = [step.words, isLast ? "last day" : "", isToday ? "today" : ""]
    return row(
      date: date, words: said.filter { !$0.isEmpty }.joined(separator: ", "), room: room,
      counts: step.mark.counts, mark: isLast ? .dueSoon : isToday ? .heading : nil, width: width)
  }

  /// A day with its sign, marked in the left margin where it matters; the words go on below.
  private static func row(
    date: String, words: String, room: Int, counts: Bool, mark: Role?, width: Int
  ) -> [TextLine] {
    let role: Role = mark ?? (counts ? .text : .muted)
    let start = 3 + room + 1
    return TextLine.wrapped(words, width: max(12, width - start)).enumerated().map {
      number, text -> TextLine in
      guard number == 0 else {
        return TextLine(String(repeating: " ", count: start)).then(text.text, role)
      }
      return TextLine(mark == nil ? " " : "▸", mark ?? .muted).then(counts ? "● " : "· ", role)
        .then(CaseText.padded(date, room + 1), role).then(text.text, role)
    }
  }
}
