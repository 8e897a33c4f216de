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
    /// All but the names of this child.
    case namesOf(Pupil)
    /// Nothing: it is a child's own record, or about one.
    case everything
  }

  /// What speaks against the whole of what is filled in, said as long as it does.
  struct Objections {
    /// Why it can't be.
    var refusal: String?
    /// What takes the key twice.
    var warnings: [String] = []
  }

  let title: (Desk) -> String
  let intro: [String]
  var sheet: FieldSheet
  var keeper: FormKeeper
  let covering: Covering
  /// The names that are covered, once they were wanted.
  var names: NameCover?
  private let lists: [String: (Desk) -> ChooserScreen]
  let check: (SheetValues, Desk) -> [String: FieldSheet.Remark]
  private let save: (SheetValues, Desk) -> Saving
  /// Fields that were typed into: only of these is it said what they lack before one tries to save.
  var touched: Set<String> = []
  var hasTried = false
  /// Whether Enter was what saved it last, and not the key that saves from anywhere.
  private(set) var savesByEnter = false
  /// What speaks against it, as the person has seen it, so that the key now insists.
  var seen: [String] = []
  /// Whether the last key brought that up: then it is read, and not the field.
  private(set) var isAsking = false
  /// Whether the person was told that leaving loses what is typed, so that the key now insists.
  private var hasAskedToLeave = false
  /// The same of words of somebody else that saving would replace.
  private var hasAskedToReplace = false
  /// What speaks against it as it stands; nil for a form in which nothing can.
  var objections: ((SheetValues, Desk) -> Objections)?
  /// What stands better in a field that Enter is pressed in; nil where it may stay.
  var correction: ((_ field: String, SheetValues, Desk) -> String?)?
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
    self.init(
      titled: { _ in title }, at: place, intro: intro, covering: covering, fields: fields,
      lists: lists, check: check, save: save)
  }

  /// The same, with a title that names a child, and so depends on who sees it.
  init(
    titled title: @escaping (Desk) -> String, at place: FormPlace?, intro: [String] = [],
    covering: Covering, fields: [SheetField], lists: [String: (Desk) -> ChooserScreen] = [:],
    check: @escaping (SheetValues, Desk) -> [String: FieldSheet.Remark],
    save: @escaping (SheetValues, Desk) -> Saving
  ) {
    self.title = title
    self.intro = intro
    self.covering = covering
    sheet = FieldSheet(
      fields.map { field in
        var field = field
        switch covering {
        case .everything: field.fact = .history
        case .names, .namesOf: field.hidesTyping = false
        case .nothing: break
        }
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

  var editing: EditedText? {
    guard let place = keeper.place, let field = sheet.current?.name else { return nil }
    return .form(place, field: field)
  }

  /// Puts a text into a field as if it had been typed.
  mutating func put(_ text: String, in name: String) {
    sheet[name] = text
    touched.insert(name)
  }

  /// Has the cursor begin in another field than the first.
  mutating func start(at name: String) { sheet.go(to: name) }

  // MARK: Keeping

  mutating func arrive(desk: Desk) {
    if !touched.isEmpty { keeper.typed(desk) }
    touched.formUnion(keeper.takeUp(&sheet, desk))
  }

  var deadline: Duration? { keeper.saveBy }

  mutating func timeIsUp(desk: Desk) -> Outcome {
    keeper.keep(sheet, desk).map { .message($0) } ?? .stay
  }

  mutating func leave(desk: Desk) { _ = keeper.keep(sheet, desk) }

  func unsavedWords(desk: Desk) -> String? { keeper.unsavedWords(sheet) }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    isAsking = false
    if case .command(.back) = input { return leave(desk) }
    hasAskedToLeave = false
    switch input {
    case .command(.nextField): return step(1)
    case .command(.previousField): return step(-1)
    case .command(.panel(.save)):
      savesByEnter = false
      return finish(desk)
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
    if let name = sheet.current?.name {
      if !sheet.isLast, case .problem(let text)? = check(values, desk)[name] {
        touched.insert(name)
        return .several([.redraw, refusing(text, desk)])
      }
      if let better = correction?(name, values, desk) {
        touch(desk)
        sheet.change(name) { $0.rewrite(better) }
        // Whoever meant the other types it in the place of this.
        sheet.go(to: name)
        return .redraw
      }
    }
    guard sheet.isLast else { return step(1) }
    savesByEnter = true
    return finish(desk)
  }

  private mutating func finish(_ desk: Desk) -> Outcome {
    hasTried = true
    let remarks = check(values, desk)
    for field in sheet.fields {
      guard case .problem(let text)? = remarks[field.name] else { continue }
      sheet.go(to: field.name)
      return .several([.redraw, refusing(text, desk)])
    }
    let against = objections?(values, desk) ?? Objections()
    if let refusal = against.refusal {
      return .several([.redraw, .message(Message(.error, refusal))])
    }
    if !against.warnings.isEmpty, seen != against.warnings {
      return ask(against.warnings)
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
      return ask(warnings)
    case .asking(let warnings, let then):
      if seen == warnings { return carryOut(then(), desk) }
      return ask(warnings)
    }
  }

  /// Has the person read what speaks against it, and press the key again.
  private mutating func ask(_ warnings: [String]) -> Outcome {
    seen = warnings
    isAsking = true
    return .redraw
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

  var values: SheetValues { SheetValues(sheet.fields) }
}

/// What stands in the fields of a sheet, by their names.
struct SheetValues {
  private let texts: [String: String]

  init(_ fields: [SheetField]) {
    texts = Dictionary(fields.map { ($0.name, $0.text) }, uniquingKeysWith: { one, _ in one })
  }

  private init(texts: [String: String]) { self.texts = texts }

  /// What stands in the fields of a record as it is by now, with what was changed here in its place.
  ///
  /// - Parameter before: What stood in the fields when they were read.
  func changes(since before: SheetValues, over now: SheetValues) -> SheetValues {
    SheetValues(
      texts: now.texts.merging(texts.filter { self[$0.key] != before[$0.key] }) { _, new in new })
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
