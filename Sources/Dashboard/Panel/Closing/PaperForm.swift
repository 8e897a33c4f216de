import AlternativeProvision
import CaseStore
import TerminalUI

/// The form with which the papers of a meeting are written to a folder that the person chooses.
enum PaperForm {
  /// Comes up over a meeting that has been opened; a message where there is nothing to write.
  static func opening(_ file: MeetingFile, desk: Desk) -> Outcome {
    guard let papers = desk.setting.papers else {
      return .message(Message(.warning, "Papers cannot be written from here."))
    }
    guard file.meeting.value.state != .planned else {
      return .message(
        Message(.notice, "The meeting has not been opened: there is nothing to write yet."))
    }
    return .push(sheet(file, papers, day: desk.today))
  }

  private static func sheet(
    _ file: MeetingFile, _ papers: PanelPapers, day: Day
  ) -> SheetScreen {
    let draft = file.minutes == nil ? " They are a draft until the chair approves them." : ""
    return SheetScreen(
      "Write the papers",
      at: FormPlace(
        .papers, of: file.meeting.id.number, about: file.meeting.value.heldOn.medium),
      intro: [
        "Minutes as Markdown and HTML, in full and with initials; a letter to the school and one to "
          + "the parent for each decision on a child; the actions as CSV. Only you can read them, and "
          + "no file is named after a child." + draft
      ],
      covering: .nothing,
      fields: [
        SheetField("folder", "Folder", text: papers.folder(file.panel.value, file.meeting.value)),
        SheetField.day("day", "Letters are dated", text: day.medium),
      ],
      check: { values, desk in
        var found: [String: FieldSheet.Remark] = [:]
        if values["folder"].isEmpty {
          found["folder"] = .problem("Name the folder; it is made if it is not there.")
        }
        found["day"] = SheetDay.needed(values["day"], today: desk.today)
        return found
      },
      save: { values, desk in
        guard let day = SheetDay.day(values["day"], today: desk.today) else {
          return SheetDay.refusal(values["day"], today: desk.today)
        }
        let order = PanelPapers.Order(folder: values["folder"], day: day, replaces: false)
        return write(order, file.meeting.id, papers, desk)
      })
  }

  /// Writes, and asks first where papers of the same names are there.
  private static func write(
    _ order: PanelPapers.Order, _ meeting: Identifier<Meeting>, _ papers: PanelPapers,
    _ desk: Desk
  ) -> SheetScreen.Saving {
    do {
      switch try papers.write(desk.caseload, meeting, order) {
      case .written(let count, let folder, let notes):
        let what = "\(NumberText.count(count, "paper")) in \(folder)."
        let said = Outcome.message(Message(.notice, what))
        guard !notes.isEmpty else { return .done(said) }
        return .done(.several([said, .push(PaperNotes(what, notes))]))
      case .exists(let names):
        var again = order
        again.replaces = true
        let first = names.prefix(3).joined(separator: ", ")
        let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
        return .asking(["\(first)\(rest) there already; they would be replaced."]) {
          write(again, meeting, papers, desk)
        }
      }
    } catch {
      return .refused((error as? StoreError)?.description ?? "\(error)")
    }
  }
}
