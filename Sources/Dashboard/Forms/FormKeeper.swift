import AlternativeProvision
import CaseStore
import TerminalUI

/// Keeps what is typed into a form in the caseload, until it is saved or thrown away, and brings it back
/// when the form is opened again.
struct FormKeeper {
  /// A field in which a draft and the record both have something new.
  struct Contested: Equatable {
    let field: String
    let label: String
    /// What is on file by now.
    let theirs: String
  }

  /// Which form it is; nil for one that keeps nothing.
  let place: FormPlace?
  /// What stood in the fields when the form was opened.
  private let opened: [String: String]
  /// What stood in those that somebody else has changed since, when they were typed into first.
  private var before: [String: String] = [:]
  private var kept: FormDraft?
  /// When what is typed must be on file; nil while nothing waits.
  private(set) var saveBy: Duration?
  private var unsavedSince: Duration?
  /// Whether it could not be kept when that was tried last.
  private(set) var hasFailed = false
  /// When what came back was typed; nil where nothing came back.
  private(set) var cameBack: Instant?
  /// The fields in which what came back would replace what somebody else has written.
  private(set) var contested: [Contested] = []
  private var isOver = false
  /// Whether it can't be read what was typed here before, so that nothing may be kept over that.
  private var isUnread = false

  init(_ place: FormPlace?, _ fields: [SheetField]) {
    self.place = place
    opened = Dictionary(fields.map { ($0.name, $0.text) }, uniquingKeysWith: { one, _ in one })
  }

  // MARK: Keeping

  /// Sees to it that what was just typed is on file soon, by the same pauses as in a meeting.
  mutating func typed(_ desk: Desk) {
    guard place != nil, !desk.setting.isReadOnly else { return }
    let now = desk.setting.stopwatch()
    let since = unsavedSince ?? now
    unsavedSince = since
    saveBy = min(now + MeetingScreen.pause, since + MeetingScreen.longest)
  }

  /// Keeps what stands in the fields; what there is to say of it.
  mutating func keep(_ sheet: FieldSheet, _ desk: Desk) -> Message? {
    guard saveBy != nil, !isOver, let place, !desk.setting.isReadOnly else { return nil }
    saveBy = nil
    unsavedSince = nil
    do throws(StoreError) {
      if isUnread, try desk.caseload.draft(of: place.key, by: desk.setting.author) != nil {
        return refuse(Wording.draftUnread, desk)
      }
      isUnread = false
      if let draft = draft(of: sheet, at: place, desk) {
        try desk.caseload.keep(draft, of: desk.setting.author)
        kept = draft
      } else if kept != nil {
        try desk.caseload.forget(place.key, of: desk.setting.author)
        kept = nil
      }
      defer { hasFailed = false }
      return hasFailed ? Message(.notice, Wording.keptNow) : nil
    } catch {
      return refuse(Wording.notKept(error), desk)
    }
  }

  /// It stays in the form, and is tried again in a second.
  private mutating func refuse(_ why: String, _ desk: Desk) -> Message {
    hasFailed = true
    saveBy = desk.setting.stopwatch() + .seconds(1)
    return Message(.error, "Not kept yet. \(why)")
  }

  /// What is to be kept; nil where nobody has typed anything.
  private func draft(of sheet: FieldSheet, at place: FormPlace, _ desk: Desk) -> FormDraft? {
    let changed = sheet.fields.filter { !$0.isFact && $0.text != opened[$0.name] }
    guard changed.contains(where: { !$0.isChosen }) else { return nil }
    return FormDraft(
      form: place.key, title: place.about,
      fields: changed.map {
        FormDraft.Field(
          name: $0.name, opened: before[$0.name] ?? opened[$0.name] ?? "", text: $0.text,
          shown: $0.shown)
      },
      focus: sheet.current?.name ?? "", cursor: sheet.current?.cursor ?? 0,
      at: desk.setting.now())
  }

  /// Ends with the form: from now on nothing of it is kept.
  mutating func end() {
    isOver = true
    saveBy = nil
  }

  /// Throws away what was kept, with the form.
  mutating func throwAway(_ desk: Desk) {
    end()
    guard let place, kept != nil else { return }
    // What can't be taken away now comes back once more, and can be thrown away then.
    try? desk.caseload.forget(place.key, of: desk.setting.author)
  }

  // MARK: Coming back

  /// Puts into the fields what was typed there before, and the cursor where it was; the names of the
  /// fields that hold it.
  ///
  /// Where somebody else has changed the record since, sentences are merged; in any other field what was
  /// typed stays, and what it would replace is told.
  mutating func takeUp(_ sheet: inout FieldSheet, _ desk: Desk) -> [String] {
    guard let place, !desk.setting.isReadOnly else { return [] }
    let found = desk.reading {
      try desk.caseload.draft(of: place.key, by: desk.setting.author)
    }
    isUnread = found == nil
    guard let draft = found ?? nil else { return [] }
    var names: [String] = []
    for entry in draft.fields {
      guard let field = sheet.fields.first(where: { $0.name == entry.name }), !field.isFact
      else { continue }
      let theirs = field.text
      let isChanged = place.isOfRecord && theirs != entry.opened && theirs != entry.text
      var text = entry.text
      var cursor = entry.name == draft.focus ? draft.cursor : text.count
      if isChanged {
        if case .prose = field.sort {
          let merged = TextMerge.merge(
            base: entry.opened, theirs: theirs, mine: text, cursor: cursor)
          (text, cursor) = (merged.text, merged.cursor)
        } else {
          before[entry.name] = entry.opened
          contested.append(
            Contested(field: entry.name, label: field.label, theirs: field.reading))
        }
      }
      sheet.change(entry.name) { field in
        field.take(text, shown: entry.shown)
        field.moveCursor(to: cursor)
      }
      names.append(entry.name)
    }
    kept = draft
    guard !names.isEmpty else { return [] }
    cameBack = draft.at
    sheet.go(to: draft.focus)
    sheet.goOn()
    return names
  }

  /// What is said over the fields of what came back.
  ///
  /// - Parameter isCovered: Whether others can see the form and what is in it is not for them.
  func lines(width: Int, isCovered: Bool, _ desk: Desk) -> [TextLine] {
    guard let cameBack else { return [] }
    let key = desk.key(.back, in: .sheet)
    var lines = TextLine.wrapped(
      "What you typed on \(ClockTime.text(cameBack)) is here again; \(key) twice throws it away.",
      width: width, .notice)
    for entry in contested {
      let theirs =
        isCovered ? Wording.covered : entry.theirs.isEmpty ? "nothing" : "“\(entry.theirs)”"
      lines += TextLine.wrapped(
        "! \(entry.label): somebody else has changed it to \(theirs) meanwhile.", width: width,
        indent: 2, .warning)
    }
    return lines + [.blank]
  }

  /// What is asked before what came back replaces what somebody else has written; nil where nothing does.
  func question(_ sheet: FieldSheet, _ desk: Desk) -> String? {
    let names = contested.filter { entry in
      sheet.fields.first { $0.name == entry.field }.map { $0.reading != entry.theirs } ?? false
    }.map(\.label)
    guard !names.isEmpty else { return nil }
    return "Changed by somebody else meanwhile: \(names.joined(separator: ", ")). "
      + "\(desk.key(.panel(.save), in: .sheet)) again writes yours over it."
  }

  /// What is typed and could not be kept, as a text of its own; nil where everything is.
  func unsavedWords(_ sheet: FieldSheet) -> String? {
    guard hasFailed, let place else { return nil }
    let fields = sheet.fields.filter { !$0.isFact && $0.text != opened[$0.name] }
    guard !fields.isEmpty else { return nil }
    return "Could not be saved, \(place.name):\n"
      + fields.map { "\n\($0.label): \($0.reading)\n" }.joined()
  }
}
