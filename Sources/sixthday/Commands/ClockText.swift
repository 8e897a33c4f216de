import AlternativeProvision
import Interchange

/// A clock's answer as a person and as a program read it, from the same proof.
struct ClockText {
  /// The answer.
  let reading: ClockReading
  /// The day on which its state is told.
  let today: Day
  /// Whether days could not be counted because no calendar was given.
  let lacksCalendar: Bool

  /// What is said first where no calendar was given: what follows, and what to do.
  private static let calendarAdvice =
    "No calendar was given, so no school day can be counted and no date is named: "
    + "give term dates with --calendar FILE (see: sixthday template calendars)."

  /// The answer on lines, the deadline first, then the rule, then the days.
  var plain: String {
    let proof = reading.proof
    var lines = lacksCalendar ? [Self.calendarAdvice, ""] : []
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
        ((lacksCalendar ? [Self.calendarAdvice] : []) + remarks).map { .text($0) }),
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
    case .beyondCalendar?: "provisional, past the end of the calendar"
    case nil: "no deadline"
    }
  }

  private func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(0, 15 - text.count))
  }
}
