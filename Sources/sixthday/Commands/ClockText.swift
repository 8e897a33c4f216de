import AlternativeProvision
import Interchange

/// A clock's answer as a person and as a program read it, from the same proof.
struct ClockText {
  /// The answer.
  let reading: ClockReading
  /// The day on which its state is told.
  let today: Day
  /// The calendar that was given, if one was.
  let calendar: SchoolCalendar?

  /// Whether days could not be counted because no calendar was given.
  private var lacksCalendar: Bool { reading.proof.remarks.contains(Proof.noCalendar) }

  /// What is said first where the calendar does not do: what follows, and what to do.
  private var calendarAdvice: String? {
    let remedy = "with --calendar FILE (see: sixthday template calendars)."
    if lacksCalendar {
      return "No calendar was given, so no school day can be counted and no date is named: "
        + "give term dates \(remedy)"
    }
    guard case .beyondCalendar(let through, _)? = reading.deadline, let calendar else { return nil }
    if let through {
      return "The calendar of \(calendar.name) ends on \(through.long), before the day is reached: "
        + "give one that holds the days after it too \(remedy)"
    }
    let begin = calendar.knownFrom.map { " on \($0.long)" } ?? " later"
    return "The calendar of \(calendar.name) begins\(begin), so the days before cannot be counted: "
      + "give one that holds them too \(remedy)"
  }

  /// The answer on lines, the deadline first, then the rule, then the days.
  var plain: String {
    let proof = reading.proof
    var lines = calendarAdvice.map { [$0, ""] } ?? []
    lines += ["\(reading.rule.title): \(deadlineWords)", ""]
    lines.append("state       \(reading.state(on: today).title) on \(today.long)")
    lines.append("owner       \(reading.owner.title)")
    lines.append("basis       \(proof.basis.title): \(proof.reference)")
    lines.append("rule        \(proof.rule)")
    if let calendar = proof.calendar { lines.append("calendar    \(calendar)") }
    for target in reading.targets {
      lines.append(
        "target      \(target.day.long): \(target.title) (\(target.basis.title): \(target.reference))"
      )
    }
    if !proof.steps.isEmpty {
      lines.append("")
      lines += proof.steps.map { "  \(padded($0.day.long))  \($0.words)" }
    }
    lines += ["", proof.conclusion]
    for remark in remarks { lines.append("note: \(remark)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The answer as JSON, every counted and skipped day included.
  var json: JSONValue {
    let proof = reading.proof
    return .members([
      "clock": .text(reading.kind.keyword),
      "title": .text(reading.rule.title),
      "state": .text(reading.state(on: today).rawValue),
      "on": .text(today.iso),
      "owner": .text(reading.owner.rawValue),
      "started": .text(orNull: reading.started?.iso),
      "due": .text(orNull: due?.iso),
      "provisional": .flag(isProvisional),
      "basis": .text(proof.basis.rawValue),
      "reference": .text(proof.reference),
      "rule": .text(proof.rule),
      "calendar": .text(orNull: proof.calendar),
      "targets": .list(
        reading.targets.map {
          .members(["title": .text($0.title), "day": .text($0.day.iso)])
        }),
      "days": .list(
        proof.steps.map {
          .members([
            "day": .text($0.day.iso), "counted": .flag($0.mark.counts), "why": .text($0.words),
          ])
        }),
      "conclusion": .text(proof.conclusion),
      "notes": .list(
        ((calendarAdvice.map { [$0] } ?? []) + remarks).map { .text($0) }),
    ])
  }

  /// What a reader should know besides, less what has been said first.
  private var remarks: [String] {
    reading.proof.remarks.filter { !lacksCalendar || $0 != Proof.noCalendar }
  }

  private var due: Day? {
    if case .on(let day)? = reading.deadline { return day }
    return nil
  }

  private var isProvisional: Bool {
    if case .beyondCalendar? = reading.deadline { return true }
    return false
  }

  private var deadlineWords: String {
    switch reading.deadline {
    case _ where reading.tally != nil:
      reading.tally.map { tally in
        "\(HalfDays.counted(tally.halfDays))"
          + (tally.breachedOn.map { ", past the limit on \($0.long)" } ?? " so far")
      } ?? ""
    case .on(let day)?: day.long
    case .beyondCalendar? where lacksCalendar: "no date without a calendar"
    case .beyondCalendar(nil, _)?: "no date, as the calendar begins later"
    case .beyondCalendar?: "provisional, past the end of the calendar"
    case nil: "no deadline"
    }
  }

  private func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(0, 15 - text.count))
  }
}
