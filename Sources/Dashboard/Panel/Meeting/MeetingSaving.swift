import AlternativeProvision
import CaseStore
import TerminalUI

extension MeetingScreen {
  // MARK: Saving

  /// Puts everything that is typed into the store; what went wrong, or what somebody else had written.
  mutating func save(_ desk: Desk) -> Message? {
    saveBy = nil
    unsavedSince = nil
    let unsaved = form.unsaved
    guard let item, !desk.setting.isReadOnly, !unsaved.isEmpty else { return nil }
    // Before the words: where the program is killed between the two, the cursor is further on than what is
    // on file, which is its end, and never at a place from which these words had yet to be typed.
    keepPlace(desk)
    var message: Message?
    for field in unsaved {
      guard var text = form.texts[field] else { continue }
      do {
        let saved = try desk.caseload.save(
          text.editor.text, to: field.typed(on: item.item.id), over: text.base,
          cursor: text.editor.cursor, by: desk.setting.author, at: desk.setting.now())
        text.isUnsaved = false
        switch saved.outcome {
        case .saved: break
        case .merged:
          text.editor.replace(with: saved.words.text, cursor: saved.cursor)
          stale = .everything
        case .differs:
          message = Message(
            .warning,
            "\(saved.words.author) wrote \"\(saved.words.text)\" for \(field.label.lowercased()) "
              + "meanwhile; you had \"\(text.editor.text)\". Type again to replace it.")
          text.editor.replace(with: saved.words.text, cursor: saved.cursor)
          stale = .everything
        }
        text.base = saved.words
        form.texts[field] = text
        items[index].take(saved.words, in: field)
      } catch {
        if error.kind == .refused, keepUnderNotes(field, desk) {
          message = Message(
            .warning, "Your words are kept under Notes: \(error.whatHappened).")
          continue
        }
        // It stays on the screen, and is tried again in a second unless it can't ever be taken.
        // The key comes first, since a narrow line has no room for its end.
        let other =
          desk.setting.rescue == nil
          ? ""
          : " \(desk.key(.meeting(.rescue), in: isWriting ? .deciding : .meeting)) writes it elsewhere."
        let isRefused = error.kind == .refused
        message =
          rescued.texts[field] == text.editor.text
          ? Message(.warning, "Not in the caseload. \(Wording.areIn(rescued.path, desk))")
          : Message(
            .error,
            "\(isRefused ? "Not kept." : "Not saved yet.")\(other) \(Wording.notKept(error))")
        hasFailed = true
        let now = desk.setting.stopwatch()
        unsavedSince = now
        saveBy = isRefused ? nil : now + .seconds(1)
      }
    }
    if timing.unsaved(at: desk.setting.stopwatch()) >= 60 { countTime(desk) }
    settle(desk)
    // What was said to be in danger is said to be safe.
    if hasFailed, form.unsaved.isEmpty {
      hasFailed = false
      message = message ?? Message(.notice, Wording.keptNow)
    }
    return message
  }

  /// Keeps words that their field takes no more, since somebody has confirmed the decision or removed
  /// the action meanwhile: under Notes, which stay open.
  private mutating func keepUnderNotes(_ field: MeetingField, _ desk: Desk) -> Bool {
    let notes = MeetingField.decision(.notes)
    guard field != notes, let item, let text = form.texts[field] else { return false }
    var words = form.text(of: notes, in: item)
    if !words.isEmpty { words += "\n" }
    words += "\(field.label): \(MinuteText.trimmed(text.editor.text))"
    guard
      let saved = try? desk.caseload.save(
        words, to: .item(item.item.id, .notes), over: item[.notes], by: desk.setting.author,
        at: desk.setting.now())
    else { return false }
    items[index].take(saved.words, in: notes)
    form.texts[notes] = nil
    form.texts[field] = nil
    // Whoever goes on typing does so there, and not in a field that takes nothing.
    if form.focus == field { form.focus = notes }
    if let focus = form.focus { form.open(focus, in: items[index]) }
    stale = .everything
    return true
  }

  /// Takes over what others have typed into the texts that are open.
  mutating func takeWords(_ desk: Desk) {
    guard let item else { return }
    for (field, var text) in form.texts {
      let present = item.words(in: field)
      guard present.version != text.base.version || present.text != text.base.text else { continue }
      // What is typed and not saved is merged by saving it.
      if text.isUnsaved { continue }
      let merged = TextMerge.merge(
        base: text.base.text, theirs: present.text, mine: text.editor.text,
        cursor: text.editor.cursor)
      text.editor.replace(with: merged.text, cursor: merged.cursor)
      text.base = present
      form.texts[field] = text
    }
    if !form.unsaved.isEmpty { _ = save(desk) }
  }
}
