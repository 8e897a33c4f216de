import AlternativeProvision
import CaseStore
import TerminalUI

/// The form of one referral, kept as a draft at every pause, and handed in once it is ready.
struct ReferralScreen: Screen {
  /// The referral on file; nil while nothing has been typed into a new one.
  var id: Identifier<Referral>?
  var referral: Referral
  var pupil: Stored<Pupil>
  /// What the caseload itself knows of the child at school.
  var record: SchoolRecord
  var sheet: FieldSheet
  /// What stood in the fields when they were read or saved last.
  var base: [String: String]
  /// When what is typed must be on file.
  var saveBy: Duration?
  /// How often saving was tried since it worked last.
  var tries = 0
  var isLeaving = false
  var isHandingIn = false
  var hasAskedToWithdraw = false
  /// What was kept of somebody else's where both had filled in a field.
  let outcome = SavedReferral()

  /// Why a referral comes on file; taking that back takes the whole draft.
  static let beginning = "begin a referral"

  /// What is typed is on file after so long: within the second, with time to write it.
  static let pause = Duration.milliseconds(800)

  /// What could not be saved is tried again after so long.
  static let pauseBetweenTries = Duration.seconds(2)

  /// What a change that was carried out found: its number, and the fields in which theirs stayed.
  final class SavedReferral {
    var id: Identifier<Referral>?
    var kept: [String] = []
    /// What stood in the form when it was saved last, and what went on file with it.
    var saved: (mine: [String: String], onFile: [String: String])?
  }

  init(
    _ referral: Referral, id: Identifier<Referral>?, pupil: Stored<Pupil>, desk: Desk
  ) {
    self.id = id
    self.referral = referral
    self.pupil = pupil
    record = SchoolRecord(of: pupil.id, desk: desk)
    base = id == nil ? [:] : ReferralFields.texts(referral)
    sheet = FieldSheet([])
    sheet = FieldSheet(fields(ReferralFields.texts(referral), desk))
    sheet.go(to: "referrer")
  }

  var contexts: [KeyContext] { [.referral] }

  var editing: EditedText? {
    guard let id, let field = sheet.current?.name else { return nil }
    return .referral(id, field: field)
  }

  // MARK: Fields

  var texts: [String: String] {
    Dictionary(
      sheet.fields.filter { !$0.isFact }.map { ($0.name, $0.text) },
      uniquingKeysWith: { one, _ in one })
  }

  private func fields(_ texts: [String: String], _ desk: Desk) -> [SheetField] {
    let mends = desk.key(.panel(.child), in: .referral)
    return ReferralForm.fields(
      texts, child: ChildFacts.fields(pupil.value, on: desk.today, mendedBy: mends),
      record: record.facts, school: SchoolChooser.words(of: referral.school, desk))
  }

  /// Gives every list that is full another entry; empty ones at its end go, all but one.
  mutating func arrange(_ desk: Desk) {
    let texts = texts
    var filled = texts
    for list in ["contact", "tried", "health"] {
      for place in (0..<ReferralFields.count(list, in: texts)).reversed() {
        let entry = texts.filter { $0.key.hasPrefix("\(list)\(place).") }
        guard entry.values.allSatisfy({ MinuteText.trimmed($0).isEmpty }) else { break }
        for name in entry.keys { filled[name] = nil }
      }
    }
    let wanted = fields(filled, desk)
    let isSame =
      wanted.count == sheet.fields.count
      && zip(wanted, sheet.fields).allSatisfy { new, old in
        new.name == old.name && (!new.isFact || new.text == old.text)
      }
    guard !isSame else { return }
    var kept = wanted
    for index in kept.indices {
      if let old = sheet.fields.first(where: { $0.name == kept[index].name }), !old.isFact {
        kept[index] = old
      }
    }
    sheet.arrange(kept)
  }

  /// The referral as it stands in the form.
  func filled(_ desk: Desk) -> Referral {
    ReferralFields.filled(texts, over: referral, today: desk.today)
  }

  func isChanged(_ desk: Desk) -> Bool {
    let before = id == nil ? ReferralFields.texts(referral) : base
    return texts.contains { name, text in
      !ReferralFields.isSame(text, before[name] ?? "", in: name, today: desk.today)
    }
  }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    if case .command(.panel(.withdraw)) = input {} else { hasAskedToWithdraw = false }
    switch input {
    case .command(let command): return answer(command, desk)
    case .key(let key): return press(key, desk)
    case .paste(let text):
      if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
      let remark = sheet.paste(text)
      typed(desk)
      return remark.map { .several([.redraw, .message(Message(.warning, $0))]) } ?? .redraw
    case .mouse(let mouse):
      return mouse.action == .press && sheet.press(at: mouse.point) ? .redraw : .stay
    }
  }

  private mutating func answer(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    switch command {
    case .back: return leave(desk)
    case .nextField:
      sheet.step(1)
      return .redraw
    case .previousField:
      sheet.step(-1)
      return .redraw
    case .panel(.nextHeading):
      sheet.stepHeading(1)
      return .redraw
    case .panel(.previousHeading):
      sheet.stepHeading(-1)
      return .redraw
    case .panel(.ownEditor):
      guard case .prose? = sheet.current?.sort else {
        return .message(
          Message(.notice, "This field is a line; your editor opens on longer texts."))
      }
      return .edit(sheet.current?.text ?? "")
    default: break
    }
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    switch command {
    case .panel(.save):
      guard isChanged(desk) || id == nil else {
        return .message(Message(.notice, "Everything is kept already."))
      }
      return save("The draft is kept.", desk)
    case .panel(.handIn): return handIn(desk)
    case .panel(.withdraw): return withdraw(desk)
    case .panel(.child): return ChildForm.opening(pupil.id, desk: desk)
    default: return .stay
    }
  }

  private mutating func press(_ key: Key, _ desk: Desk) -> Outcome {
    if desk.setting.isReadOnly, key.typed != nil {
      return .message(Message(.warning, Wording.readOnly))
    }
    switch sheet.press(key) {
    case .changed:
      typed(desk)
      return .redraw
    case .moved: return .redraw
    case .ignored: return .stay
    case .enter:
      if sheet.isLast { return handIn(desk) }
      sheet.step(1)
      return .redraw
    case .pick: return .push(SchoolChooser.chooser(desk))
    }
  }

  mutating func typed(_ desk: Desk) {
    arrange(desk)
    // Whoever goes on typing where it could not be saved neither leaves nor hands it in any more.
    isLeaving = false
    isHandingIn = false
    if saveBy == nil { saveBy = desk.setting.stopwatch() + ReferralScreen.pause }
  }

  // MARK: Staying up to date

  /// Takes over what is on file; what is being typed stays.
  mutating func takeOver(_ desk: Desk) {
    if let child = desk.reading({ try desk.caseload.pupil(pupil.id) }) ?? nil {
      pupil.value = child
    }
    record = SchoolRecord(of: pupil.id, desk: desk)
    guard let id, let now = desk.reading({ try desk.caseload.referral(id) }) ?? nil else {
      return arrange(desk)
    }
    let theirs = ReferralFields.texts(now)
    let mine = texts
    // What was just saved is on file with theirs already: only what was typed since is to be added.
    if let saved = outcome.saved, saved.onFile == theirs { base = saved.mine }
    outcome.saved = nil
    let saved = ReferralFields.merged(mine: mine, base: base, theirs: theirs).texts
    let before = base
    referral = now
    base = theirs
    for name in Set(saved.keys).union(mine.keys) {
      let text = saved[name] ?? ""
      // Spaces at the end are not kept on file, and the person may go on after them; a day that is
      // being typed stays as it is being typed.
      if MinuteText.trimmed(mine[name] ?? "") == MinuteText.trimmed(text) { continue }
      if sheet.current?.name == name, ReferralFields.isDay(name) { continue }
      let former = before[name] ?? ""
      sheet.change(name) { field in
        // Who types goes on at the words where the cursor stood, whatever came before them.
        let cursor =
          ReferralFields.isProse(name)
          ? TextMerge.merge(
            base: former, theirs: theirs[name] ?? "", mine: field.text, cursor: field.cursor
          ).cursor : text.count
        field.replace(with: text, cursor: cursor)
      }
    }
    arrange(desk)
  }

  mutating func refresh(desk: Desk) {
    takeOver(desk)
  }

  mutating func look(desk: Desk) -> Outcome {
    guard let id, let now = (try? desk.caseload.referral(id)) ?? nil, now != referral else {
      return .stay
    }
    takeOver(desk)
    return .redraw
  }
}
