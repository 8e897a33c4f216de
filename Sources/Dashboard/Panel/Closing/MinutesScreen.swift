import AlternativeProvision
import CaseStore
import TerminalUI

/// The minutes of a meeting, to read, to approve, and once approved to correct with a dated note.
struct MinutesScreen: Screen {
  private let id: Identifier<Meeting>
  private var file: MeetingFile
  /// Whether names are in full; never while the view is shared.
  private var isInFull = true
  /// Whether somebody asked for them while the view is shared.
  private var isRevealed = false
  private var page = TextPage()
  private var made: (width: Int, isInFull: Bool, lines: [TextLine])?
  /// What stands on the page, in which alone words are looked for.
  private var drawn: [TextLine] = []

  private init(_ file: MeetingFile) {
    self.file = file
    id = file.meeting.id
  }

  /// Opens the minutes on top; a message where they can't be written.
  static func opening(_ id: Identifier<Meeting>, desk: Desk) -> Outcome {
    guard desk.setting.papers != nil else {
      return .message(Message(.warning, "Minutes cannot be written from here."))
    }
    do throws(StoreError) {
      let file = try AgendaScreen.read(id, desk)
      guard file.meeting.value.state != .planned else {
        return .message(Message(.notice, "The meeting has not been opened: there are no minutes."))
      }
      return .push(MinutesScreen(file))
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  var contexts: [KeyContext] { page.contexts([.minutes]) }

  func whyNot(_ command: DashboardCommand, desk: Desk) -> String? {
    switch command {
    case .panel(.approve) where file.minutes != nil: "they are approved already"
    case .panel(.approve) where !file.meeting.value.state.isOver: "the meeting is still open"
    case .panel(.correct) where file.minutes == nil: "they are a draft, which follows the meeting"
    default: nil
    }
  }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    if let outcome = page.answer(input, in: drawn) { return outcome }
    switch input {
    case .command(.back): return .pop
    case .command(.panel(let command)): return answer(command, desk)
    case .command, .mouse, .key, .paste: return .stay
    }
  }

  private mutating func answer(_ command: PanelCommand, _ desk: Desk) -> Outcome {
    switch command {
    case .write: return PaperForm.opening(file, desk: desk)
    case .full:
      guard !desk.sharedView.isOn else {
        if !isRevealed {
          isRevealed = true
          made = nil
          return .redraw
        }
        return .message(
          Message(
            .notice,
            "The view is shared, and names are initials: \(desk.key(.share)) shows them in full."))
      }
      isInFull.toggle()
      return .redraw
    default: break
    }
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    switch command {
    case .approve: return approve(desk)
    case .correct: return correct()
    default: return .stay
    }
  }

  // MARK: Approving and correcting

  private func approve(_ desk: Desk) -> Outcome {
    if let approved = file.minutes {
      return .message(
        Message(
          .notice,
          "They were approved by \(approved.approvedBy) on \(approved.approvedOn.medium). "
            + "\(desk.key(.panel(.correct), in: .minutes)) corrects them with a dated note."))
    }
    guard file.meeting.value.state.isOver, let papers = desk.setting.papers else {
      return .message(
        Message(.warning, "The meeting is still open: close it first, then approve its minutes."))
    }
    let author = desk.setting.author
    let id = id
    return .push(
      SheetScreen(
        "Approve the minutes",
        at: FormPlace(.approval, of: id.number, about: file.meeting.value.heldOn.medium),
        intro: [
          "They will say: approved by \(author). After that nothing of this meeting can be altered, "
            + "only corrected by a dated note."
        ],
        covering: .nothing,
        fields: [SheetField.day("day", "Approved on", text: desk.today.medium)],
        check: { [heldOn = file.meeting.value.heldOn] values, desk in
          [
            "day": SheetDay.needed(values["day"], today: desk.today) { day in
              if day < heldOn { return "That is before the meeting, on \(heldOn.medium)." }
              return day > desk.today ? "\(day.medium) has not come yet." : nil
            }
          ]
        },
        save: { [warning = warning(author)] values, desk in
          guard let day = SheetDay.day(values["day"], today: desk.today) else {
            return SheetDay.refusal(values["day"], today: desk.today)
          }
          let caseload = desk.caseload
          let change = Change(
            cause: "approve minutes",
            done: "The minutes are approved by \(author) on \(day.medium)."
          ) { door in
            let texts = try papers.toApprove(caseload, id, author, day)
            try door.approveMinutes(of: id, text: texts.full, covered: texts.covered, on: day)
          }
          return warning.map { .after([$0], change) } ?? .change(change)
        }))
  }

  /// What to know where whoever approves is not known as the chair.
  private func warning(_ author: String) -> String? {
    let people = file.attendees.map(\.member) + file.panel.value.members
    let chairs = people.filter { $0.role == .chair || $0.role == .deputy }
    let isChair = chairs.contains { $0.name.lowercased() == author.lowercased() }
    guard !isChair else { return nil }
    let names = chairs.reduce(into: [String]()) { found, member in
      if !found.contains(member.name) { found.append(member.name) }
    }
    return names.isEmpty
      ? "Minutes are approved by the chair, and this panel has none on file."
      : "Minutes are approved by the chair: \(names.joined(separator: " or ")). You are \(author)."
  }

  private func correct() -> Outcome {
    guard let approved = file.minutes else {
      return .message(
        Message(
          .notice,
          "These minutes are a draft: correct what was written in the meeting, and they "
            + "follow."))
    }
    let id = id
    return .push(
      SheetScreen(
        "A note that corrects the minutes",
        at: FormPlace(.correction, of: id.number, about: file.meeting.value.heldOn.medium),
        intro: ["What was approved stays; the note stands under it, dated and with your name."],
        covering: .names(id),
        fields: [
          SheetField("words", "What should be read", .prose),
          SheetField.day("day", "Made on", text: "today"),
        ],
        check: { values, desk in
          var found: [String: FieldSheet.Remark] = [:]
          if values["words"].isEmpty {
            found["words"] = .problem("Say what should be read instead.")
          }
          found["day"] = SheetDay.needed(values["day"], today: desk.today) { day in
            day < approved.approvedOn
              ? "That is before the approval, on \(approved.approvedOn.medium)." : nil
          }
          return found
        },
        save: { values, desk in
          guard let day = SheetDay.day(values["day"], today: desk.today) else {
            return SheetDay.refusal(values["day"], today: desk.today)
          }
          return .change(
            Change(cause: "correct minutes", done: "The note stands under the minutes.") { door in
              try door.correctMinutes(of: id, words: values["words"], on: day)
            })
        }))
  }

  // MARK: Staying up to date

  mutating func refresh(desk: Desk) {
    if let again = desk.reading({ try AgendaScreen.read(id, desk) }) { file = again }
    made = nil
  }

  mutating func look(desk: Desk) -> Outcome {
    guard file.minutes == nil else { return .stay }
    refresh(desk: desk)
    return .redraw
  }

  // MARK: Looks

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let meeting = file.meeting.value
    if !desk.sharedView.isOn { isRevealed = false }
    let isCovered = desk.sharedView.isOn && !isRevealed
    let inFull = isInFull && !desk.sharedView.isOn
    let body = PanelPage.draw(
      on: &surface, title: "Minutes · \(file.panel.value.name) · \(meeting.heldOn.long)",
      note: inFull ? meeting.state.title : "\(meeting.state.title), initials", desk: desk)
    let inside = PaneFrame.draw(
      on: &surface, in: body, title: file.minutes == nil ? "Draft" : "Approved", isFocused: true
    ).inset(1, 0)
    let width = min(100, inside.width)
    if isCovered {
      made = nil
      drawn = covered(desk, width: width)
    } else {
      if made?.width != width || made?.isInFull != inFull {
        made = (width, inFull, lines(width: width, inFull: inFull, desk))
      }
      drawn = made?.lines ?? []
    }
    page.hidesUnfound = desk.isShared
    page.draw(drawn, on: &surface, in: inside, scrollBarAt: body.right - 1)
  }

  /// What stands in the place of minutes that the room has not been shown: they tell of each child what
  /// is covered everywhere else.
  private func covered(_ desk: Desk, width: Int) -> [TextLine] {
    TextLine.wrapped(
      "The minutes tell of each child what the shared view covers. "
        + "\(desk.key(.panel(.full), in: .minutes)) shows them here, with initials.",
      width: width, .muted)
  }

  private func lines(width: Int, inFull: Bool, _ desk: Desk) -> [TextLine] {
    do {
      guard let papers = desk.setting.papers else { return [] }
      var lines: [TextLine] = []
      if let approved = file.minutes, !approved.isIntact {
        lines += TextLine.wrapped(
          "■ This is not the text that was approved: something other than Sixthday altered it. "
            + "Restore a copy from before.", width: width, indent: 2, .error)
      }
      return lines
        + MarkdownLines.lines(try papers.minutes(desk.caseload, id, inFull), width: width)
    } catch {
      return TextLine.wrapped("\(error)", width: width, .error)
    }
  }
}
