import AlternativeProvision
import TerminalUI

/// A clock's proof as it is read: the rule, its authority, each day with what was made of it.
enum ProofText {
  static func lines(of reading: ClockReading, today: Day, width: Int) -> [TextLine] {
    let proof = reading.proof
    var lines: [TextLine] = []
    let state = reading.state(on: today)
    lines.append(
      TextLine(Shape.mark(of: state) + " ", Shape.role(of: state)).then(
        state.title, Shape.role(of: state), .bold
      ).then("  owed by the \(reading.owner.title)", .muted))
    lines.append(.blank)
    lines += TextLine.wrapped(proof.rule, width: width)
    lines += TextLine.wrapped(
      "\(proof.reference) (\(proof.basis.title))", width: width, .muted)
    lines.append(.blank)
    lines += TextLine.wrapped(proof.conclusion, width: width, .heading)
    for target in reading.targets {
      lines += TextLine.wrapped(
        "\(target.title): \(target.day.long) (\(target.basis.title), \(target.reference))",
        width: width, indent: 2)
    }
    if !proof.steps.isEmpty {
      lines.append(.blank)
      let source = proof.calendar.map { "Days by the calendar of \($0)" } ?? "Days"
      lines.append(TextLine(source, .heading))
      lines += steps(proof.steps, deadline: reading.deadline?.day, today: today)
    }
    if !proof.remarks.isEmpty {
      lines.append(.blank)
      lines.append(TextLine("To know besides", .heading))
      for remark in proof.remarks {
        lines += TextLine.wrapped("· " + remark, width: width, indent: 2)
      }
    }
    return lines
  }

  /// One line a day; a run of days skipped for one reason is one line.
  private static func steps(_ steps: [ProofStep], deadline: Day?, today: Day) -> [TextLine] {
    var lines: [TextLine] = []
    var index = 0
    while index < steps.count {
      let step = steps[index]
      var last = index
      if case .skipped = step.mark {
        while last + 1 < steps.count, steps[last + 1].mark == step.mark,
          steps[last + 1].day == steps[last].day.adding(days: 1)
        {
          last += 1
        }
      }
      lines.append(line(step, through: steps[last].day, deadline: deadline, today: today))
      index = last + 1
    }
    return lines
  }

  private static func line(
    _ step: ProofStep, through last: Day, deadline: Day?, today: Day
  ) -> TextLine {
    let counts = step.mark.counts
    let days =
      step.day == last
      ? padded(step.day.long, 16)
      : padded(DayText.weekday(step.day), 10) + " to " + padded(DayText.weekday(last), 10)
    var line = TextLine(counts ? " ● " : " · ", counts ? .text : .muted)
      .then(padded(days, 26), counts ? .text : .muted)
      .then(step.words, counts ? .text : .muted)
    if step.day <= today, today <= last { line = line.then("  ◂ today", .heading) }
    if let deadline, step.day <= deadline, deadline <= last {
      line = line.then("  ◂ last day", .dueSoon)
    }
    return line
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
