import AlternativeProvision
import CaseStore
import TerminalUI

/// Puts cases onto the agenda of a meeting that is to come, from the board or from a case: all of them in
/// one change, which one undo takes back.
enum PuttingOnAgenda {
  /// Asks which meeting; a message where no panel is on file.
  static func begin(_ cases: [Identifier<Case>], desk: Desk) -> Outcome {
    do throws(StoreError) {
      let meetings = try PanelOverview(desk).meetings.filter { line in
        line.state == .open || (line.state ?? .planned) == .planned && line.heldOn >= desk.today
      }
      guard !meetings.isEmpty else {
        return .message(
          Message(
            .warning,
            "No panel meets: \(desk.key(.panel(.home))) opens the panels, where a panel is made first."
          ))
      }
      return .push(chooser(cases, meetings))
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  private static func chooser(
    _ cases: [Identifier<Case>], _ meetings: [PanelOverview.MeetingLine]
  ) -> ChooserScreen {
    let what = cases.count == 1 ? "the case" : NumberText.count(cases.count, "case")
    return ChooserScreen(
      title: "Put \(what) on the agenda of",
      items: meetings.map { line in
        let items = line.count.map { NumberText.count($0.items, "item") } ?? "no agenda yet"
        return ChooserScreen.Item(
          line.panel.value.name,
          notes: [
            Span(DayText.weekday(line.heldOn) + " \(line.heldOn.year)", Style(.popup)),
            Span(line.state == .open ? "sits now" : items, Style(.muted)),
          ], about: line.heldOn.long, choice: .change(putting(cases, on: line)))
      }, hint: "Type a panel or a day")
  }

  /// The change: a meeting that nobody has made yet is made with it.
  private static func putting(
    _ cases: [Identifier<Case>], on line: PanelOverview.MeetingLine
  ) -> Change {
    let what = NumberText.count(cases.count, "case")
    let panel = line.panel.value
    let verb = cases.count == 1 ? "is" : "are"
    return Change(
      cause: "put \(what) on the agenda of \(line.heldOn.medium)",
      done: "\(what) \(verb) on the agenda of \(DayText.weekday(line.heldOn)).", advice: .undoesIt
    ) { door in
      var meeting = line.id
      if meeting == nil {
        var made = Meeting(panel: line.panel.id, heldOn: line.heldOn)
        made.startsAt = panel.terms.startsAt
        made.minutesAllotted = panel.terms.minutesInAll
        meeting = try door.put(made).id
      }
      if let meeting { try door.put(cases, onAgendaOf: meeting) }
    }
  }
}
