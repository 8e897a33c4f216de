import AlternativeProvision
import CaseStore
import TerminalUI

/// How what stands in a referral's form comes on file: at every pause, on leaving, handed in, withdrawn.
extension ReferralScreen {
  var deadline: Duration? { saveBy }

  mutating func timeIsUp(desk: Desk) -> Outcome {
    saveBy = nil
    // Only the words are tried again by themselves: to leave or hand in takes its key.
    isLeaving = false
    isHandingIn = false
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
        let filled = ReferralFields.filled(texts, over: now, today: today)
        try door.write(Stored(id: id, value: filled))
        outcome.saved = (mine, ReferralFields.texts(filled))
      } else {
        number = try door.put(
          ReferralFields.filled(mine, over: referral, today: today)
        ).id
      }
      outcome.id = number
      if isHandingIn, let number { try door.submit(number) }
    }
  }

  mutating func save(_ done: String, _ desk: Desk) -> Outcome {
    // What can't be saved is tried again without a key, until it is answered that it was.
    saveBy = desk.setting.stopwatch() + ReferralScreen.pauseBetweenTries
    let isAgain = tries > 0 && done.isEmpty
    tries += 1
    return .change(change(isAgain ? Wording.keptNow : done, desk))
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
      tries = 0
      takeOver(desk)
    } catch {
      tries += 1
      saveBy = desk.setting.stopwatch() + ReferralScreen.pause
    }
  }

  func unsavedWords(desk: Desk) -> String? {
    // A day of which half is typed differs from what is on file, and is nothing that was refused.
    guard tries > 0, isChanged(desk) else { return nil }
    let name =
      referral.reference.isEmpty
      ? "a new referral of \(pupil.value.reference)" : "referral \(referral.reference)"
    let fields = sheet.fields.filter { !$0.isFact && !$0.reading.isEmpty }
    return "Could not be saved, \(name):\n"
      + fields.map { "\n\($0.label): \($0.reading)\n" }.joined()
  }

  mutating func leave(_ desk: Desk) -> Outcome {
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

  mutating func handIn(_ desk: Desk) -> Outcome {
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

  mutating func withdraw(_ desk: Desk) -> Outcome {
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
      tries = 0
      saveBy = nil
      let mine = texts
      takeOver(desk)
      let kept = outcome.kept
      outcome.kept = []
      if let first = kept.first {
        isLeaving = false
        isHandingIn = false
        sheet.go(to: first)
        return .several([.redraw, .message(Message(.warning, theirs(first, mine, desk)))])
      }
      isHandingIn = false
      return isLeaving ? .pop : .redraw
    default: break
    }
    return .redraw
  }

  /// That somebody else filled in a field too; of one that is covered, not what either wrote.
  private func theirs(_ name: String, _ mine: [String: String], _ desk: Desk) -> String {
    let label = ReferralForm.label(name, in: sheet.fields)
    let field = sheet.fields.first { $0.name == name }
    if desk.isShared, field?.isPrivate != false {
      return "“\(label)”: somebody else has filled it in meanwhile, and theirs stays: type yours "
        + "again to replace it."
    }
    let now = field?.reading ?? ""
    return "“\(label)”: somebody else has written “\(now)” meanwhile, and it stays. Yours was "
      + "“\(mine[name] ?? "")”: type it again to replace theirs."
  }
}
