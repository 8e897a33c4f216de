import AlternativeProvision
import CaseStore
import TerminalUI

extension MeetingScreen {
  /// What is typed is in the store after so long a pause, and after so long without one.
  static let pause = Duration.milliseconds(250)
  static let longest = Duration.milliseconds(700)

  // MARK: Going to a field

  /// The first field of the decision that still wants something.
  var firstToWrite: DecisionField {
    guard let item, let option = item.draft.option else { return .option }
    var wanted =
      option.required(at: file.panel.value.kind) + (option == .note ? [.notes] : [.rationale])
    // The chair gives a place, or says in words what is done.
    if option == .chairsAction, item.draft[.provider].isEmpty { wanted.insert(.measure, at: 0) }
    let unread = item.draft.read().problems.compactMap(\.unreadField)
    return wanted.first {
      MinuteText.trimmed(item.draft[$0]).isEmpty || unread.contains($0)
    } ?? unread.first ?? .rationale
  }

  /// The part so many on that the item has: one without a child has no providers.
  func neighbour(_ by: Int) -> Part {
    let parts = Part.allCases.filter { $0 != .options || view?.options.isEmpty == false }
    guard let place = parts.firstIndex(of: part) else { return parts.first ?? .brief }
    return parts[(place + (by == 1 ? 1 : parts.count - 1)) % parts.count]
  }

  mutating func go(to wanted: Part, _ desk: Desk) -> Outcome {
    let problem = blur(desk)
    finding = ""
    part = wanted
    if wanted == .form {
      if form.focus == nil { form.focus = form.fields.first }
      if let field = form.focus { focus(field) }
    }
    settleSoon(desk)
    return everything(problem)
  }

  /// Goes to a field of the form to write in it.
  mutating func write(_ field: MeetingField?, _ desk: Desk) -> Outcome {
    guard let field, item != nil else { return .stay }
    let problem = blur(desk)
    finding = ""
    part = .form
    focus(field)
    settleSoon(desk)
    return everything(problem)
  }

  mutating func focus(_ field: MeetingField) {
    guard let item else { return }
    form.focus = field
    form.isEntered = true
    form.open(field, in: item)
  }

  /// Leaves a field: a day that was written short is written out, and what is typed is saved.
  private mutating func blur(_ desk: Desk) -> Message? {
    guard part == .form, let field = form.focus else { return save(desk) }
    writeOutDay()
    let problem = save(desk) ?? complaint(about: field)
    if let item, var view, !view.isFound(for: item, in: file) {
      desk.reading {
        try viewing.find(&view, for: item, in: file)
        self.view = view
      }
    }
    return problem
  }

  /// Writes out a day that was written short, in the field with the focus.
  mutating func writeOutDay() {
    guard part == .form, let field = form.focus else { return }
    if field.isDay, let text = form.texts[field]?.editor.text, !text.isEmpty,
      (try? Day(MinuteText.trimmed(text))) == nil,
      let day = try? Day(text, relativeTo: file.meeting.value.heldOn)
    {
      form.texts[field]?.editor.rewrite(DayText.written(day))
      form.texts[field]?.isUnsaved = true
    }
  }

  /// What is wrong with what a field holds, so far as the field alone tells.
  private func complaint(about field: MeetingField) -> Message? {
    guard let item else { return nil }
    let text = form.text(of: field, in: item)
    if case .action(_, .dueOn) = field, !text.isEmpty, (try? Day(MinuteText.trimmed(text))) == nil {
      return Message(
        .warning, "Due: \(DayText.problem(with: text, today: file.meeting.value.heldOn))")
    }
    if let day = try? Day(MinuteText.trimmed(text)), let closure = closure(on: day, in: field) {
      return Message(
        .notice,
        "\(field.label): \(day.long) is no school day (\(closure)). The next is "
          + "\(DayText.weekday(schoolDays.next(after: day))).")
    }
    guard case .decision(let field) = field else { return nil }
    let excess = text.unicodeScalars.count - field.limit
    if excess > 0 {
      return Message(
        .warning, Wording.sentence(DecisionProblem.tooLong(field, excess: excess).description)
      )
    }
    let found = item.draft.read().problems.first { $0.unreadField == field }
    guard let found else { return nil }
    if field.sort == .day {
      return Message(
        .warning, "\(field.title): \(DayText.problem(with: text, today: file.meeting.value.heldOn))"
      )
    }
    return Message(.warning, Wording.sentence(found.description))
  }

  /// The school days of the child.
  private var schoolDays: SchoolDays { SchoolDays(by: view?.brief.calendar) }

  /// Why there is no school on a day that a field holds; nil where there is, or it does not matter.
  func closure(on day: Day, in field: MeetingField) -> String? {
    field.isDay && day >= file.meeting.value.heldOn ? schoolDays.closure(on: day) : nil
  }

  // MARK: Typing

  /// Why nothing can be typed here; nil where it can.
  func refusal(_ desk: Desk, into field: MeetingField? = nil) -> Message? {
    if desk.setting.isReadOnly { return Message(.warning, Wording.readOnly) }
    guard let item else { return Message(.warning, "The agenda has no item yet.") }
    if file.meeting.value.state == .minutesApproved {
      return Message(.warning, Self.isApproved)
    }
    if case .decision(let field)? = field, field != .notes, item.item.value.state == .decided {
      return Message(
        .warning,
        "A decision stands on this item: \(desk.key(.meeting(.leaveField))) and \(desk.key(.meeting(.reopen))) reopens it; Notes stay open."
      )
    }
    return nil
  }

  mutating func press(_ key: Key, _ desk: Desk) -> Outcome {
    if isFinding { return find(key, desk) }
    guard isWriting, let field = form.focus else { return .stay }
    guard field.isTyped else { return choose(in: field, key, desk) }
    if !field.isProse {
      switch key.code {
      case .enter, .down: return write(form.field(1), desk)
      case .up: return write(form.field(-1), desk)
      default: break
      }
    } else if key.code == .enter, case .action = field {
      return write(form.field(1), desk)
    }
    if key.typed != nil || key.code == .enter || key.code == .backspace || key.code == .delete,
      let refusal = refusal(desk, into: field)
    {
      return .message(refusal)
    }
    let isReplacing = form.isEntered && field.isShort && key.typed != nil
    return edit(desk) { editor in
      if isReplacing { editor.rewrite("") }
      return editor.press(key)
    }
  }

  /// Changes the text with the focus, and sees to it that it is saved soon.
  mutating func edit(
    _ desk: Desk, _ body: (inout TextEditor) -> TextEditor.Answer
  ) -> Outcome {
    guard part == .form, let field = form.focus, form.texts[field] != nil else { return .stay }
    if let refusal = refusal(desk, into: field), desk.setting.isReadOnly {
      return .message(refusal)
    }
    let rows = height(of: field)
    form.isEntered = false
    guard var text = form.texts.removeValue(forKey: field) else { return .stay }
    let answer = body(&text.editor)
    if answer == .changed { text.isUnsaved = true }
    form.texts[field] = text
    switch answer {
    case .ignored: return .stay
    case .moved: stale.insert(.text)
    case .changed:
      noteTyping(desk)
      if height(of: field) != rows { stale = .everything } else { stale.insert(.text) }
    }
    return .redraw
  }

  /// How many rows the text with the focus takes, where its room on the screen grows with it.
  private mutating func height(of field: MeetingField) -> Int {
    guard let slot = slots.first(where: { $0.field == field }) else { return 0 }
    return slot.grows ? form.texts[field]?.editor.rows(at: slot.area.width) ?? 0 : 0
  }

  /// Sets the time by which what was typed must be in the store.
  mutating func noteTyping(_ desk: Desk) {
    let now = desk.setting.stopwatch()
    if unsavedSince == nil { unsavedSince = now }
    saveBy = min(now + MeetingScreen.pause, (unsavedSince ?? now) + MeetingScreen.longest)
  }

  mutating func paste(_ pasted: String, _ desk: Desk) -> Outcome {
    guard isWriting, let field = form.focus, field.isTyped else { return .stay }
    if let refusal = refusal(desk, into: field) { return .message(refusal) }
    var result = TextEditor.Pasted()
    let outcome = edit(desk) { editor in
      result = editor.paste(pasted)
      return result.hasChanged ? .changed : .moved
    }
    stale = .everything
    var remarks: [String] = []
    if result.refused > 0 {
      remarks.append(
        "\(NumberText.count(result.refused, "control character")) of the paste left out")
    }
    if result.cut > 0 {
      remarks.append("\(NumberText.count(result.cut, "character")) did not fit: shorten it first")
    }
    if remarks.isEmpty {
      return complaint(about: field).map { .several([outcome, .message($0)]) } ?? outcome
    }
    return .several([
      outcome, .message(Message(.warning, remarks.joined(separator: "; ") + ".")),
    ])
  }

  // MARK: The person's own editor

  mutating func ownEditor() -> Outcome {
    guard let field = form.focus, field.isProse, let text = form.texts[field] else {
      return .message(Message(.notice, "Go to a field of sentences first."))
    }
    return .edit(text.editor.text)
  }

  mutating func receive(edited: String, _ desk: Desk) -> Outcome {
    guard let field = form.focus, field.isProse else { return .stay }
    if let refusal = refusal(desk, into: field) { return .message(refusal) }
    var refused = 0
    _ = edit(desk) { editor in
      let result = editor.rewrite(edited)
      refused = result.refused
      return result.hasChanged ? .changed : .moved
    }
    let problem = save(desk) ?? complaint(about: field)
    if let problem { return everything(problem) }
    return everything(
      refused > 0
        ? Message(
          .warning, "\(NumberText.count(refused, "control character")) left out of the text.")
        : nil)
  }
}

extension DayText {
  /// "30/11/2026", as a date is written into a field.
  static func written(_ day: Day) -> String {
    let (year, month, number) = day.components
    return "\(number < 10 ? "0" : "")\(number)/\(month < 10 ? "0" : "")\(month)/\(year)"
  }
}
