import AlternativeProvision
import CaseStore
import TerminalUI

/// A form in a box: fields that say at once what is made of them, saved from the last or with a key.
///
/// What it is for, it is told: how to judge what was typed, and what to do with it.
struct SheetScreen: Screen {
  /// What is to be done with a sheet that was filled in.
  enum Saving {
    /// This change, and the box closes once it is on file; until then what was typed stays.
    case change(Change)
    /// The same; what the screen underneath is told is known only afterwards.
    case changing(Change, then: () -> Answer?)
    /// The same, once the person has read what speaks against it and presses the key again.
    case after([String], Change)
    /// This act on a case, and the box closes once it is on file.
    case act(Act)
    /// Something else, once the person has read what speaks against it and presses the key again.
    case asking([String], then: () -> Saving)
    /// This, and the box closes.
    case done(Outcome)
    /// Nothing, because of this.
    case refused(String)
  }

  /// What of it others may see, where the view is shared.
  enum Covering {
    /// All: it is about no child.
    case nothing
    /// All but the names of whoever comes before this meeting.
    case names(Identifier<Meeting>)
    /// Nothing: it is a child's own record, or about one.
    case everything
  }

  private let title: String
  private let intro: [String]
  private(set) var sheet: FieldSheet
  private var keeper: FormKeeper
  private let covering: Covering
  /// The names that are covered, once they were wanted.
  private var names: NameCover?
  private let lists: [String: (Desk) -> ChooserScreen]
  private let check: (SheetValues, Desk) -> [String: FieldSheet.Remark]
  private let save: (SheetValues, Desk) -> Saving
  /// Fields that were typed into: only of these is it said what they lack before one tries to save.
  private var touched: Set<String> = []
  private var hasTried = false
  /// What speaks against it, as the person has seen it, so that the key now insists.
  private var seen: [String] = []
  /// Whether the person was told that leaving loses what is typed, so that the key now insists.
  private var hasAskedToLeave = false
  /// The same of words of somebody else that saving would replace.
  private var hasAskedToReplace = false
  /// What the screen underneath is told once it is on file.
  private var after: (() -> Answer?)?

  /// - Parameters:
  ///   - title: What it is, over the box.
  ///   - place: Which form it is, by which what is typed is kept; nil for one that keeps nothing.
  ///   - intro: What there is to know first.
  ///   - fields: The fields.
  ///   - covering: What of it others may see, where the view is shared.
  ///   - lists: The lists from which picked fields are chosen, by the fields' names.
  ///   - check: What is made of each field, or what is wrong with it.
  ///   - save: What is done in the end.
  init(
    _ title: String, at place: FormPlace?, intro: [String] = [], covering: Covering = .everything,
    fields: [SheetField], lists: [String: (Desk) -> ChooserScreen] = [:],
    check: @escaping (SheetValues, Desk) -> [String: FieldSheet.Remark] = { _, _ in [:] },
    save: @escaping (SheetValues, Desk) -> Saving
  ) {
    self.title = title
    self.intro = intro
    self.covering = covering
    sheet = FieldSheet(
      fields.map { field in
        var field = field
        if case .everything = covering { field.isPrivate = true }
        return field
      })
    keeper = FormKeeper(place, fields)
    self.lists = lists
    self.check = check
    self.save = save
  }

  var contexts: [KeyContext] { [.sheet] }
  var isOverlay: Bool { true }
  var form: FormPlace? { keeper.place }

  // MARK: Keeping

  mutating func arrive(desk: Desk) { touched.formUnion(keeper.takeUp(&sheet, desk)) }

  var deadline: Duration? { keeper.saveBy }

  mutating func timeIsUp(desk: Desk) -> Outcome {
    keeper.keep(sheet, desk).map { .message($0) } ?? .stay
  }

  mutating func leave(desk: Desk) { _ = keeper.keep(sheet, desk) }

  func unsavedWords(desk: Desk) -> String? { keeper.unsavedWords(sheet, titled: title) }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    if case .command(.back) = input { return leave(desk) }
    hasAskedToLeave = false
    switch input {
    case .command(.nextField): return step(1)
    case .command(.previousField): return step(-1)
    case .command(.panel(.save)): return finish(desk)
    case .command(.panel(.ownEditor)): return edit()
    case .command: return .stay
    case .key(let key): return press(key, desk)
    case .paste(let text):
      let remark = sheet.paste(text)
      touch(desk)
      return remark.map { .several([.redraw, .message(Message(.warning, $0))]) } ?? .redraw
    case .mouse(let mouse):
      return mouse.action == .press && sheet.press(at: mouse.point) ? .redraw : .stay
    }
  }

  /// Words that somebody typed are not lost by one key.
  private mutating func leave(_ desk: Desk) -> Outcome {
    let words = sheet.fields.filter { touched.contains($0.name) && !$0.isChosen }
      .map { MinuteText.trimmed($0.text) }
    guard !hasAskedToLeave, keeper.cameBack != nil || words.contains(where: { $0.count > 3 })
    else {
      keeper.throwAway(desk)
      // What was asked before is answered, and no longer stands on the screen.
      return hasAskedToLeave ? .several([.pop, .message(Message(.notice, "Left unsaved."))]) : .pop
    }
    hasAskedToLeave = true
    let (save, leave) = (desk.key(.panel(.save), in: .sheet), desk.key(.back, in: .sheet))
    return .message(
      Message(
        .warning, "Not kept yet: \(save) saves it; \(leave) again leaves without it."))
  }

  private mutating func step(_ by: Int) -> Outcome {
    sheet.step(by)
    return .redraw
  }

  private mutating func touch(_ desk: Desk) {
    seen = []
    hasAskedToReplace = false
    keeper.typed(desk)
    if let name = sheet.current?.name { touched.insert(name) }
  }

  private mutating func press(_ key: Key, _ desk: Desk) -> Outcome {
    switch sheet.press(key) {
    case .changed:
      touch(desk)
      return .redraw
    case .moved: return .redraw
    case .ignored: return .stay
    case .pick(let name):
      guard let list = lists[name] else { return .stay }
      return .push(list(desk))
    case .enter: return enter(desk)
    }
  }

  private mutating func enter(_ desk: Desk) -> Outcome {
    if sheet.isLast { return finish(desk) }
    if let name = sheet.current?.name, case .problem(let text)? = check(values, desk)[name] {
      touched.insert(name)
      return .several([.redraw, refusing(text, desk)])
    }
    return step(1)
  }

  private mutating func finish(_ desk: Desk) -> Outcome {
    hasTried = true
    let remarks = check(values, desk)
    for field in sheet.fields {
      guard case .problem(let text)? = remarks[field.name] else { continue }
      sheet.go(to: field.name)
      return .several([.redraw, refusing(text, desk)])
    }
    if !hasAskedToReplace, let question = keeper.question(sheet, desk) {
      hasAskedToReplace = true
      return .message(Message(.warning, question))
    }
    return carryOut(save(values, desk), desk)
  }

  /// Says what is wrong with a field, without what stands in it where others must not see that.
  private func refusing(_ problem: String, _ desk: Desk) -> Outcome {
    let isCovered = desk.isShared && sheet.current?.isPrivate == true
    return .message(Message(.warning, isCovered ? Wording.coveredProblem : problem))
  }

  private mutating func carryOut(_ saving: Saving, _ desk: Desk) -> Outcome {
    switch saving {
    case .refused(let reason): return .several([.redraw, .message(Message(.warning, reason))])
    case .done(let outcome):
      keeper.throwAway(desk)
      return .several([.pop, outcome])
    case .act(let act): return .perform(act)
    case .change(let change): return perform(change)
    case .changing(let change, let then):
      after = then
      return perform(change)
    case .after(let warnings, let change):
      if seen == warnings { return perform(change) }
      seen = warnings
      return .redraw
    case .asking(let warnings, let then):
      if seen == warnings { return carryOut(then(), desk) }
      seen = warnings
      return .redraw
    }
  }

  /// Closes only once the change was made: what is refused can be mended where it stands.
  private mutating func perform(_ change: Change) -> Outcome {
    var change = change
    if let then = change.then { after = { then } }
    change.then = .panel(.saved)
    return .change(change)
  }

  private func edit() -> Outcome {
    guard case .prose? = sheet.current?.sort else {
      return .message(Message(.notice, "This field is a line; your editor opens on longer texts."))
    }
    return .edit(sheet.current?.text ?? "")
  }

  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome {
    switch answer {
    case .edited(let text):
      touch(desk)
      if let name = sheet.current?.name { sheet.change(name) { $0.rewrite(text) } }
    case .panel(.picked(let name, let value, let shown)):
      touch(desk)
      sheet.change(name) {
        $0.text = value
        $0.shown = shown
      }
      sheet.step(1)
    case .panel(.saved):
      // What was kept went with the change that saved it.
      keeper.end()
      return after?().map { .answer($0) } ?? .pop
    default: break
    }
    return .redraw
  }

  private var values: SheetValues { SheetValues(sheet.fields) }

  // MARK: Looks

  mutating func draw(on surface: inout Surface, desk: Desk) {
    guard FormScreen.fits(surface) else { return }
    let remarks = check(values, desk)
    sheet.remarks = remarks.filter { name, remark in
      if case .problem = remark { return hasTried || touched.contains(name) }
      return true
    }
    let room = surface.popupRoom(desk)
    let width = min(92, room.width)
    let cover = cover(desk)
    let lead =
      keeper.lines(width: width - 4, isCovered: cover != nil, desk)
      + lead(cover, width: width - 4)
    let tail = tail(width: width - 4)
    let height = lead.count + sheet.height(width: width - 4) + tail.count
    let area = room.centred(Size(width: width, height: height + 2))
    let inside = Popup.draw(
      on: &surface, in: area, title: cover?.words(title) ?? title,
      bottomTitle: advice(desk))
    for (row, line) in lead.prefix(inside.height).enumerated() {
      line.draw(on: &surface, x: inside.x, y: inside.y + row, width: inside.width)
    }
    let rest = Rect(
      x: inside.x, y: inside.y + lead.count, width: inside.width,
      height: max(1, inside.height - lead.count - tail.count))
    sheet.draw(
      on: &surface, in: rest, scrollBarAt: area.right - 1, cover: cover?.words, mask: cover?.mask)
    for (row, line) in tail.enumerated() where rest.bottom + row < inside.bottom {
      line.draw(on: &surface, x: inside.x, y: rest.bottom + row, width: inside.width)
    }
  }

  private func advice(_ desk: Desk) -> String {
    let (save, cancel) = (desk.key(.panel(.save), in: .sheet), desk.key(.back, in: .sheet))
    if !seen.isEmpty { return "\(save) again saves all the same, \(cancel) cancels" }
    var isLine = false
    if sheet.fields.count == 1, case .line = sheet.fields[0].sort { isLine = true }
    return "\(isLine ? "Enter" : save) saves, \(cancel) cancels"
  }

  /// What covers words on it, and the words that are being typed; nil where all may be seen.
  private mutating func cover(_ desk: Desk) -> (words: NameCovering, mask: TextEditor.Mask)? {
    guard desk.isShared else { return nil }
    switch covering {
    case .nothing: return nil
    case .everything: return ({ $0 }, Wording.dots)
    case .names(let meeting):
      let cover = names ?? (try? desk.caseload.nameCover(of: meeting)) ?? NameCover()
      names = cover
      return (cover.covered, { words, cursor in cover.masked(words, cursor: cursor) })
    }
  }

  private func lead(_ cover: (words: NameCovering, mask: TextEditor.Mask)?, width: Int)
    -> [TextLine]
  {
    guard !intro.isEmpty else { return [] }
    let intro = intro.map { cover?.words($0) ?? $0 }
    return intro.flatMap { TextLine.wrapped($0, width: width, .popup) } + [.blank]
  }

  private func tail(width: Int) -> [TextLine] {
    guard !seen.isEmpty else { return [] }
    let lines = seen.flatMap { TextLine.wrapped("! " + $0, width: width, indent: 2, .warning) }
    return [.blank] + lines.prefix(6)
  }
}

/// What stands in the fields of a sheet, by their names.
struct SheetValues {
  private let texts: [String: String]

  init(_ fields: [SheetField]) {
    texts = Dictionary(fields.map { ($0.name, $0.text) }, uniquingKeysWith: { one, _ in one })
  }

  /// The text of a field without spaces around it.
  subscript(name: String) -> String {
    let text = Substring(texts[name] ?? "")
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }

  /// The answer to a question of yes or no.
  func isYes(_ name: String) -> Bool { self[name] == "yes" }
}
