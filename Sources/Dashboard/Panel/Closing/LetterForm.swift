import AlternativeProvision
import CaseStore
import TerminalUI

/// The form with which letters are noted as sent: which, when and by whom.
enum LetterForm {
  /// A letter that is still to be noted.
  private struct Letter {
    let item: AgendaItem
    let decision: Identifier<RecordedDecision>
    let kind: NoticeKind
  }

  /// Comes up over a meeting that is over; a message where no letter is left to be noted.
  ///
  /// - Parameter item: The item whose letters are proposed; nil for those of every item.
  static func opening(
    _ file: MeetingFile, on item: Identifier<AgendaItem>?, desk: Desk
  ) -> Outcome {
    guard file.meeting.value.state.isOver else {
      return .message(
        Message(
          .notice,
          "Letters go out after the meeting: \(desk.key(.panel(.close))) closes it, \(desk.key(.panel(.write), in: .closing)) writes them."
        ))
    }
    let due = file.items.filter { !$0.lettersPossible.isEmpty }
    guard !due.isEmpty else {
      return .message(
        Message(
          .notice,
          file.items.contains { !$0.letters.isEmpty }
            ? "Every letter is recorded as sent already."
            : "There is no letter to send: no decision on a child stands."))
    }
    return .push(sheet(file, due, proposed: item, desk))
  }

  private static func sheet(
    _ file: MeetingFile, _ due: [ItemFile], proposed: Identifier<AgendaItem>?, _ desk: Desk
  ) -> SheetScreen {
    let heldOn = file.meeting.value.heldOn
    let count = due.reduce(0) { $0 + $1.lettersDue.count }
    var choices = count > 0 ? [SheetChoice("", "All that are not sent yet: \(count)")] : []
    for entry in due {
      let (id, title) = (entry.item.id.number, entry.item.value.title)
      let kinds = entry.lettersPossible
      if kinds.count > 1 { choices.append(SheetChoice("\(id)", "\(title): both")) }
      for kind in kinds {
        choices.append(
          SheetChoice("\(id) \(kind.rawValue)", "\(title): \(kind.title.lowercased())"))
      }
    }
    let here = due.first { $0.item.id == proposed }
    let choice =
      here.map { entry in
        entry.lettersPossible.count > 1
          ? "\(entry.item.id.number)"
          : "\(entry.item.id.number) \(entry.lettersPossible[0].rawValue)"
      } ?? choices.first?.value ?? ""
    return SheetScreen(
      "Letters that were sent",
      at: FormPlace(.letters, of: file.meeting.id.number, about: heldOn.medium),
      intro: ["It stands on the child's case and, until they are approved, in the minutes."],
      covering: .names(file.meeting.id),
      fields: [
        SheetField("letters", "Which", .choice(choices), text: choice),
        SheetField.day("on", "Sent on", text: desk.today.medium),
        SheetField("by", "Sent by", text: desk.setting.author),
      ],
      check: { values, desk in
        var found: [String: FieldSheet.Remark] = [:]
        found["on"] = SheetDay.needed(values["on"], today: desk.today) { day in
          if day > desk.today {
            return "\(day.medium) has not come yet: give the day on which they went out."
          }
          return day < heldOn ? "That is before the meeting, on \(heldOn.medium)." : nil
        }
        if values["by"].isEmpty { found["by"] = .problem("Say who sent them.") }
        return found
      },
      save: { values, desk in
        guard let day = SheetDay.day(values["on"], today: desk.today) else {
          return SheetDay.refusal(values["on"], today: desk.today)
        }
        let letters = chosen(values["letters"], among: due)
        let (caseload, by) = (desk.caseload, values["by"])
        return .change(
          Change(
            cause: "record letters as sent",
            done: "\(NumberText.count(letters.count, "letter")) recorded as sent.",
            advice: .undoesIt
          ) { door in
            for letter in letters {
              try door.put(
                SentLetter(
                  decision: letter.decision, to: letter.kind,
                  addressee: try caseload.addressee(of: letter.kind, on: letter.item),
                  sentOn: day, sentBy: by))
            }
          })
      })
  }

  /// The letters that a choice means: of every item, of one, or one of one.
  private static func chosen(_ choice: String, among due: [ItemFile]) -> [Letter] {
    let words = choice.split(separator: " ")
    var letters: [Letter] = []
    for entry in due {
      guard let decision = entry.decision?.id,
        words.isEmpty || words[0] == "\(entry.item.id.number)"
      else { continue }
      let kinds = words.isEmpty ? entry.lettersDue : entry.lettersPossible
      for kind in kinds where words.count < 2 || words[1] == kind.rawValue {
        letters.append(Letter(item: entry.item.value, decision: decision, kind: kind))
      }
    }
    return letters
  }
}
