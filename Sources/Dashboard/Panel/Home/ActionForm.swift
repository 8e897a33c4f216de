import AlternativeProvision
import CaseStore
import TerminalUI

/// The forms with which an action of a panel is noted as done, or corrected.
enum ActionForm {
  /// Notes that an action was done, when, and what came of it.
  ///
  /// - Parameters:
  ///   - since: The place in the journal at which the action was read.
  ///   - child: The child whom it serves, as it may be shown; nil where that stands on the screen anyway.
  ///   - cover: What its words go through before they are shown.
  static func finish(
    _ file: ActionFile, since: Int64, about child: String? = nil, cover: NameCovering = { $0 }
  ) -> SheetScreen {
    SheetScreen(
      "Done: action \(file.number)" + (child.map { ", \($0)" } ?? ""),
      at: FormPlace(
        .actionDone, of: file.meeting.number, "\(file.id.number)", about: "\(file.number)"),
      intro: [cover(file.action.what), "For \(owner(file)), due \(due(file))."],
      covering: .names(file.meeting),
      fields: [
        SheetField.day("day", "Done on", text: "today"),
        SheetField(
          "result", "What came of it", .prose, text: file.action.result, hint: "may stay empty",
          fact: .action),
      ],
      check: { values, desk in
        [
          "day": SheetDay.needed(values["day"], today: desk.today) { day in
            day > desk.today
              ? "\(day.medium) has not come yet: give the day on which it was done." : nil
          }
        ]
      },
      save: { values, desk in
        guard let day = SheetDay.day(values["day"], today: desk.today), day <= desk.today else {
          return .refused("Give the day on which it was done.")
        }
        let edit = Edit.action(
          file, "note an action as done", done: "Done on \(day.medium)."
        ) { action in
          action.doneOn = day
          let result = MinuteText.cleaned(values["result"])
          if !result.isEmpty { action.result = result }
        }
        return .change(Change(edit, since: since, in: desk.caseload, shown: showing(file)))
      })
  }

  /// Changes what, by whom and when; as when somebody else takes it on.
  ///
  /// - Parameter since: The place in the journal at which the action was read.
  static func edit(_ file: ActionFile, heldOn: Day?, since: Int64) -> SheetScreen {
    let fields = [
      SheetField("what", "What", .prose, text: file.action.what, fact: .action),
      SheetField("owner", "By whom", text: file.action.owner),
      SheetField.day("due", "By when", text: file.action.dueOn?.medium ?? "", hint: "26/11"),
    ]
    return SheetScreen(
      "Action \(file.number)" + (heldOn.map { " of \($0.medium)" } ?? ""),
      at: FormPlace(
        .action, of: file.meeting.number, "\(file.id.number)", about: "\(file.number)"),
      covering: .names(file.meeting),
      fields: fields,
      check: { values, desk in
        var found: [String: FieldSheet.Remark] = [:]
        if values["what"].isEmpty { found["what"] = .problem("Say what is to be done.") }
        if values["owner"].isEmpty { found["owner"] = .problem("Give it an owner.") }
        found["due"] = SheetDay.needed(
          values["due"], today: desk.today, by: SchoolDays(by: PanelCalendar.calendar(desk)))
        return found
      },
      save: { values, desk in
        guard SheetDay.day(values["due"], today: desk.today) != nil else {
          return SheetDay.refusal(values["due"], today: desk.today)
        }
        let edits = SheetEdits(fields, values, today: desk.today)
        let edit = Edit.action(file, "change an action", done: "The action is changed.") { action in
          edits.set(&action.what, "what")
          edits.set(&action.owner, "owner")
          edits.set(&action.dueOn, "due")
        }
        return .change(Change(edit, since: since, in: desk.caseload, shown: showing(file)))
      })
  }

  /// What of two versions of an action the room may see.
  private static func showing(_ file: ActionFile) -> ConflictScreen.Showing {
    { text, _, desk in
      desk.sharedView.covers(.action)
        ? Wording.covered
        : desk.sharedView.text(
          text, under: desk.isShared ? desk.nameCover(of: file.meeting) : NameCover())
    }
  }

  private static func owner(_ file: ActionFile) -> String {
    file.action.owner.isEmpty ? "nobody" : file.action.owner
  }

  private static func due(_ file: ActionFile) -> String {
    file.action.dueOn?.long ?? "on no day"
  }
}
