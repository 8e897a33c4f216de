import AlternativeProvision
import CaseStore
import TerminalUI

/// The form with which a meeting is made or moved: its day, time, place and length.
enum MeetingDetails {
  /// Puts a meeting on file with the agenda that follows from the caseload, and opens that.
  static func making(_ meeting: Meeting, of panel: Panel) -> Change {
    Change(
      cause: "make the meeting of \(panel.name) on \(meeting.heldOn.medium)",
      then: .panel(.meetingMade(meeting.panel, meeting.heldOn))
    ) { door in
      let made = try door.put(meeting)
      try door.buildAgenda(made.id)
    }
  }

  /// The form of a new meeting, by default the next of the panel's cycle.
  static func new(
    of panel: Stored<Panel>, among panels: [Stored<Panel>], desk: Desk
  ) -> SheetScreen {
    let next = panel.value.terms.cycle.meetings(
      from: desk.today, count: 1, in: PanelCalendar.calendar(desk)
    ).first
    var meeting = Meeting(panel: panel.id, heldOn: next?.day ?? desk.today)
    meeting.startsAt = panel.value.terms.startsAt
    meeting.minutesAllotted = panel.value.terms.minutesInAll
    let choice = SheetField(
      "panel", "Panel",
      .choice(panels.map { SheetChoice("\($0.id.number)", $0.value.name) }),
      text: "\(panel.id.number)")
    return SheetScreen(
      "A new meeting", at: FormPlace(.newMeeting), covering: .nothing,
      fields: [choice] + fields(meeting),
      check: { values, desk in remarks(values, desk) },
      save: { values, desk in
        guard let filled = filled(values, over: meeting, desk),
          let chosen = panels.first(where: { "\($0.id.number)" == values["panel"] })
        else { return .refused("Fill in what is marked first.") }
        var made = filled
        made.panel = chosen.id
        let known: [Stored<Meeting>]
        do throws(StoreError) {
          known = try desk.caseload.meetings(of: chosen.id)
        } catch {
          return .refused(error.description)
        }
        if known.contains(where: { $0.value.heldOn == made.heldOn }) {
          return .refused(
            "\(chosen.value.name) has a meeting on \(made.heldOn.medium) already: choose another day."
          )
        }
        return .change(making(made, of: chosen.value))
      })
  }

  /// The form of a meeting that is on file; a message where its minutes are approved.
  static func editing(_ id: Identifier<Meeting>, desk: Desk) -> Outcome {
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    let (since, found): (Int64, Meeting?)
    do throws(StoreError) {
      since = try desk.caseload.journalPosition()
      found = try desk.caseload.meetingAlone(id)
    } catch {
      return .message(Message(.error, error.description))
    }
    guard let meeting = found else {
      return .message(Message(.warning, "That meeting is no longer there."))
    }
    if meeting.state == .minutesApproved {
      return .message(
        Message(.warning, "Its minutes are approved: nothing of it changes. Add a dated note."))
    }
    if meeting.state.isOver {
      return .message(
        Message(
          .warning,
          "The meeting is over: its day and place stand in the minutes. To change them, O where it "
            + "is closed opens it again."))
    }
    return .push(
      SheetScreen(
        "The meeting of \(meeting.heldOn.long)",
        at: FormPlace(.meeting, of: id.number, about: meeting.heldOn.medium), covering: .nothing,
        fields: fields(meeting),
        check: { values, desk in remarks(values, desk) },
        save: { values, desk in
          guard let filled = filled(values, over: meeting, desk) else {
            return .refused("Fill in what is marked first.")
          }
          let edit = Edit.record(
            Stored(id: id, value: meeting), "change the meeting of \(meeting.heldOn.medium)",
            done: "The meeting is on \(filled.heldOn.long).", typed: values, fields: fields,
            filled: { self.filled($0, over: $1, desk) ?? $1 },
            now: { try $0.meetingAlone(id) },
            put: { door, edited, since in try door.write(edited, ifUnchangedSince: since) })
          return .change(Change(edit, since: since, in: desk.caseload) { text, _, _ in text })
        }))
  }

  private static func fields(_ meeting: Meeting) -> [SheetField] {
    [
      SheetField.day("day", "Day", text: meeting.heldOn.medium),
      SheetField("time", "Begins at", text: meeting.startsAt, hint: "14:00"),
      SheetField("venue", "Where", text: meeting.venue, hint: "a room, or a link"),
      SheetField.number(
        "length", "Minutes in all", text: meeting.minutesAllotted.map { "\($0)" } ?? "",
        hint: "as long as its items take"),
    ]
  }

  private static func remarks(
    _ values: SheetValues, _ desk: Desk
  ) -> [String: FieldSheet.Remark] {
    var found: [String: FieldSheet.Remark] = [:]
    found["day"] = SheetDay.needed(
      values["day"], today: desk.today, by: SchoolDays(by: PanelCalendar.calendar(desk)))
    if !values["length"].isEmpty, length(values) == nil {
      found["length"] = .problem("From 10 to 600 minutes, or nothing for as long as it takes.")
    } else if !values["length"].isEmpty {
      found["length"] = .reading("the agenda takes what this allows, and says what it left off")
    }
    return found
  }

  private static func length(_ values: SheetValues) -> Int? {
    Int(values["length"]).flatMap { (10...600).contains($0) ? $0 : nil }
  }

  private static func filled(
    _ values: SheetValues, over meeting: Meeting, _ desk: Desk
  ) -> Meeting? {
    guard let day = try? Day(values["day"], relativeTo: desk.today),
      values["length"].isEmpty || length(values) != nil
    else { return nil }
    var filled = meeting
    filled.heldOn = day
    filled.startsAt = values["time"]
    filled.venue = values["venue"]
    filled.minutesAllotted = length(values)
    return filled
  }
}
