import AlternativeProvision
import CaseStore
import TerminalUI

/// The one line that says how a case stands: the days out, the worst clock, what became of the
/// exclusion.
enum StandingText {
  /// - Parameter inWords: Whether the state of the clock is said too, for whoever does not see its sign.
  static func line(_ open: OpenCase, _ desk: Desk, inWords: Bool = false) -> TextLine {
    let today = desk.today
    let file = open.file.file.value
    var line = TextLine()
    if let closed = file.closedOn { return TextLine("Closed on \(closed.medium)", .heading) }
    let worst = open.clocks.first { reading in
      reading.state(on: today).isOpen
        || reading.state(on: today) == .notStarted && reading.started != nil
          && reading.deadline?.day != nil
    }
    let state = worst?.state(on: today)
    let look = worst.map {
      Shape.look(of: $0, on: today, soon: open.secondSchoolDay(after: today))
    }
    let role = look?.role ?? .text
    if let exclusion = open.exclusion {
      if let ended = open.exclusionOver(on: today) {
        line = line.then("Out no longer since \(DayText.dated(ended, from: today))", .heading)
          .then(", exclusion of \(DayText.dated(exclusion.firstDay, from: today))", .muted)
      } else if exclusion.firstDay > today {
        line = line.then("Out from \(DayText.dated(exclusion.firstDay, from: today))", .heading)
      } else if let days = open.daysOut(on: today, since: exclusion.firstDay) {
        // Suspensions that led straight to it are days out too, though not of this exclusion.
        if let first = open.chainBegan(on: today), first < exclusion.firstDay,
          let all = open.daysOut(on: today, since: first)
        {
          line = line.then("Day \(all)", role, .bold).then(
            " out since \(DayText.dated(first, from: today)), ", .muted
          )
          .then("\(days)", role, .bold)
        } else {
          line = line.then("Day \(days)", role, .bold)
        }
        line = line.then(
          " since the exclusion of \(DayText.dated(exclusion.firstDay, from: today))", .muted)
      }
    }
    if let worst, let state, let look {
      line = line.then(line.spans.isEmpty ? "" : "  ")
        .then(
          "\(look.mark) \(worst.rule.isResumed ? worst.name : Wording.short(worst.kind, desk.sharedView))",
          role, .bold)
      if let due = worst.deadline?.day {
        line = line.then(" " + DueText.short(due, today: today), role, .bold)
      }
      if inWords { line = line.then(": \(state.title)", role) }
    }
    if let exclusion = open.exclusion {
      let day = exclusion.endedOn ?? exclusion.governors.metOn
      let when = exclusion.outcome == .pending ? nil : day
      line = line.then("  \(exclusion.outcome.title.lowercased())", .heading)
        .then(when.map { " \(DayText.dated($0, from: today))" } ?? "", .heading)
    } else if !desk.sharedView.covers(.attendanceCodes), let away = open.daysAway(on: today) {
      line = line.then("  \(away) this school year", .heading)
    }
    return line.spans.isEmpty ? TextLine("No clock runs in this case.", .muted) : line
  }
}
