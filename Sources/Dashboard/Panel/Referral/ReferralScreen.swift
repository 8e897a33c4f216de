import AlternativeProvision
import CaseStore
import TerminalUI

/// The form of one referral, kept as a draft at every pause, and handed in once it is ready.
struct ReferralScreen: Screen {
  /// The referral on file; nil while nothing has been typed into a new one.
  private(set) var id: Identifier<Referral>?
  private(set) var referral: Referral
  var pupil: Stored<Pupil>
  /// What the caseload itself knows of the child at school.
  private(set) var record: SchoolRecord
  var sheet: FieldSheet
  /// What stood in the fields when they were read or saved last.
  private var base: [String: String]
  /// When what is typed must be on file.
  private var saveBy: Duration?
  private var isLeaving = false
  private var isHandingIn = false
  private var hasAskedToWithdraw = false
  /// What was kept of somebody else's where both had filled in a field.
  private let outcome = SavedReferral()

  /// Why a referral comes on file; taking that back takes the whole draft.
  static let beginning = "begin a referral"

  /// What is typed is on file after so long: within the second, with time to write it.
  private static let pause = Duration.milliseconds(800)

  /// What a change that was carried out found: its number, and the fields in which theirs stayed.
  private final class SavedReferral {
    var id: Identifier<Referral>?
    var kept: [String] = []
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

  // MARK: Fields

  var texts: [String: String] {
    Dictionary(
      sheet.fields.filter { !$0.isFact }.map { ($0.name, $0.text) },
      uniquingKeysWith: { one, _ in one })
  }

  private func fields(_ texts: [String: String], _ desk: Desk) -> [SheetField] {
    let school = (referral.school.flatMap { (try? desk.caseload.school($0)) ?? nil })?.name
    return ReferralForm.fields(
      texts, child: ChildFacts.fields(pupil.value, on: desk.today), record: record.facts,
      school: school ?? "")
  }

  /// Gives every list that is full another entry; empty ones at its end go, all but one.
  private mutating func arrange(_ desk: Desk) {
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

  private func isChanged(_ desk: Desk) -> Bool {
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
    case .panel(.child): return .push(ChildForm.sheet(pupil, desk: desk))
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

  private mutating func typed(_ desk: Desk) {
    arrange(desk)
    if saveBy == nil { saveBy = desk.setting.stopwatch() + ReferralScreen.pause }
  }

  // MARK: Keeping it

  var deadline: Duration? { saveBy }

  mutating func timeIsUp(desk: Desk) -> Outcome {
    saveBy = nil
    return isChanged(desk) ? save("", desk) : .stay
  }

  /// The change that puts what stands in the form on file, with what others have put there meanwhile.
  private func change(_ done: String, _ desk: Desk) -> Change {
    let (mine, base, id, referral) = (texts, base, id, referral)
    let (caseload, today, outcome) = (desk.caseload, desk.today, outcome)
    let isHandingIn = isHandingIn
    let cause =
      id == nil ? ReferralScreen.beginning : Caseload.typingCause + "referral \(referral.reference)"
    return Change(
      cause: isHandingIn ? "hand in a referral" : cause, done: done, then: .panel(.saved)
    ) { door in
      outcome.kept = []
      var number = id
      if let id {
        guard let now = try caseload.referral(id) else {
          throw StoreError(
            .refused, "this referral is not on file any more", toDo: "begin it again")
        }
        let (texts, kept) = ReferralFields.merged(
          mine: mine, base: base, theirs: ReferralFields.texts(now))
        outcome.kept = kept
        try door.write(
          Stored(id: id, value: ReferralFields.filled(texts, over: now, today: today)))
      } else {
        number = try door.put(
          ReferralFields.filled(mine, over: referral, today: today)
        ).id
      }
      outcome.id = number
      if isHandingIn, let number { try door.submit(number) }
    }
  }

  private mutating func save(_ done: String, _ desk: Desk) -> Outcome {
    saveBy = nil
    return .change(change(done, desk))
  }

  mutating func leave(desk: Desk) {
    guard isChanged(desk), !desk.setting.isReadOnly else { return }
    saveBy = nil
    // The program may be ending: there is nobody left to answer.
    let change = change("", desk)
    do {
      try desk.caseload.change(
        by: desk.setting.author, at: desk.setting.now(), cause: change.cause, change.body)
      id = outcome.id ?? id
      takeOver(desk)
    } catch {
      saveBy = desk.setting.stopwatch() + ReferralScreen.pause
    }
  }

  private mutating func leave(_ desk: Desk) -> Outcome {
    guard isChanged(desk), !desk.setting.isReadOnly else { return .pop }
    isLeaving = true
    let gaps = filled(desk).gaps(on: desk.today)
    let unread = unreadable(desk).first
    let lacks = gaps.map(\.shortTitle).joined(separator: ", ")
    var done =
      gaps.isEmpty ? "The draft is kept; it is ready." : "The draft is kept; it lacks \(lacks)."
    if referral.status != .draft { done = "What was changed is kept." }
    if let unread {
      done =
        "The draft is kept, but not the day under “\(ReferralForm.label(unread, in: sheet.fields))”, "
        + "which could not be read."
    }
    return save(done, desk)
  }

  private func unreadable(_ desk: Desk) -> [String] {
    let remarks = ReferralForm.remarks(texts, referral: referral, today: desk.today)
    return sheet.fields.map(\.name).filter { name in
      if case .problem? = remarks[name] { return true }
      return false
    }
  }

  private mutating func handIn(_ desk: Desk) -> Outcome {
    if id != nil, referral.status != .draft, referral.status != .withdrawn {
      return .message(
        Message(
          .notice,
          "It is handed in already: \(referral.status.title.lowercased()). Changes are kept."
        ))
    }
    let gaps = filled(desk).gaps(on: desk.today)
    if let first = gaps.first {
      sheet.go(to: ReferralForm.field(of: first))
      let all = gaps.map(\.description).joined(separator: "; ")
      return .several([.redraw, .message(Message(.warning, "Not ready: \(all)."))])
    }
    if let unread = unreadable(desk).first {
      sheet.go(to: unread)
      return .several([
        .redraw,
        .message(Message(.warning, DayText.problem(with: texts[unread] ?? "", today: desk.today))),
      ])
    }
    isLeaving = true
    isHandingIn = true
    let panel = filled(desk).goesTo.title.lowercased()
    return save("Handed in: it comes onto the next agenda of the \(panel).", desk)
  }

  private mutating func withdraw(_ desk: Desk) -> Outcome {
    guard let id, referral.isUndecided else {
      return .message(
        Message(
          .notice, "There is nothing on file to withdraw: \(desk.key(.back, in: .referral)) leaves."
        ))
    }
    if !hasAskedToWithdraw {
      hasAskedToWithdraw = true
      return .message(
        Message(
          .warning,
          "Withdraw it? It stays on file. \(desk.key(.panel(.withdraw), in: .referral)) again withdraws it."
        ))
    }
    isLeaving = true
    let caseload = desk.caseload
    return .change(
      Change(
        cause: "withdraw referral \(referral.reference)",
        done: "Referral \(referral.reference) is withdrawn.", advice: .undoesIt,
        then: .panel(.saved)
      ) { [outcome] door in
        guard var now = try caseload.referral(id) else { return }
        now.status = .withdrawn
        try door.write(Stored(id: id, value: now))
        outcome.id = id
      })
  }

  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome {
    switch answer {
    case .edited(let text):
      if let name = sheet.current?.name { sheet.change(name) { $0.rewrite(text) } }
      typed(desk)
    case .panel(.picked(let name, let value, let shown)):
      sheet.change(name) {
        $0.text = value
        $0.shown = shown
      }
      sheet.step(1)
      typed(desk)
    case .panel(.saved):
      id = outcome.id ?? id
      let mine = texts
      takeOver(desk)
      let kept = outcome.kept
      outcome.kept = []
      if let first = kept.first {
        isLeaving = false
        isHandingIn = false
        sheet.go(to: first)
        return .several([.redraw, .message(Message(.warning, theirs(first, mine)))])
      }
      isHandingIn = false
      return isLeaving ? .pop : .redraw
    default: break
    }
    return .redraw
  }

  /// That somebody else filled in a field too.
  private func theirs(_ name: String, _ mine: [String: String]) -> String {
    let label = ReferralForm.label(name, in: sheet.fields)
    let now = sheet.fields.first { $0.name == name }?.reading ?? ""
    return "“\(label)”: somebody else has written “\(now)” meanwhile, and it stays. Yours was "
      + "“\(mine[name] ?? "")”: type it again to replace theirs."
  }

  // MARK: Staying up to date

  /// Takes over what is on file; what is being typed stays.
  private mutating func takeOver(_ desk: Desk) {
    if let child = (try? desk.caseload.pupil(pupil.id)) ?? nil { pupil.value = child }
    record = SchoolRecord(of: pupil.id, desk: desk)
    guard let id, let now = (try? desk.caseload.referral(id)) ?? nil else { return arrange(desk) }
    let theirs = ReferralFields.texts(now)
    let mine = texts
    let saved = ReferralFields.merged(mine: mine, base: base, theirs: theirs).texts
    referral = now
    base = theirs
    for name in Set(saved.keys).union(mine.keys) {
      let text = saved[name] ?? ""
      // Spaces at the end are not kept on file, and the person may go on after them; a day that is
      // being typed stays as it is being typed.
      if MinuteText.trimmed(mine[name] ?? "") == MinuteText.trimmed(text) { continue }
      if sheet.current?.name == name, ReferralFields.isDay(name) { continue }
      let isProse = ReferralFields.isProse(name)
      sheet.change(name) {
        $0.replace(with: text, cursor: isProse ? min($0.cursor, text.count) : text.count)
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
