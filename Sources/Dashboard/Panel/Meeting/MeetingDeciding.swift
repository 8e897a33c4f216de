import AlternativeProvision
import CaseStore
import TerminalUI

extension MeetingScreen {
  // MARK: Choosing

  /// Goes to what is to be written next; the choice of the decision opens by itself.
  mutating func decide(_ desk: Desk) -> Outcome {
    guard let item else { return .message(Message(.warning, "The agenda has no item yet.")) }
    guard item.item.value.state != .decided else {
      return .message(
        Message(
          .notice, "A decision stands on this item: \(desk.key(.meeting(.reopen))) reopens it."))
    }
    if let unread { return .message(unread) }
    let outcome = writeNext(desk)
    guard item.draft.option == nil, refusal(desk) == nil,
      let chooser = MeetingChoosers.values(of: .option, self, desk: desk)
    else { return outcome }
    return .several([outcome, .push(chooser)])
  }

  /// Goes to the first field that still wants something; a provider is chosen beside the brief.
  mutating func writeNext(_ desk: Desk) -> Outcome {
    let next = firstToWrite
    guard next == .provider, view?.options.isEmpty == false, item?.draft.option != nil else {
      return write(.decision(next), desk)
    }
    return .several([
      go(to: .options, desk),
      .message(
        Message(
          .notice,
          "Choose a provider by letters or arrows: \(desk.key(.meeting(.choose), in: .providers)) takes it."
        )),
    ])
  }

  /// A key on a field that is chosen and not typed: Enter, Space or a letter opens the choice.
  mutating func choose(in field: MeetingField, _ key: Key, _ desk: Desk) -> Outcome {
    switch key.code {
    case .down: return write(form.field(1), desk)
    case .up: return write(form.field(-1), desk)
    case .backspace, .delete:
      guard case .decision(let field) = field else { return .stay }
      return put("", in: field, desk)
    case .enter, .character:
      if let refusal = refusal(desk, into: field) { return .message(refusal) }
      guard case .decision(let field) = field else { return .stay }
      if field == .provider, view?.options.isEmpty == false { return go(to: .options, desk) }
      guard let chooser = MeetingChoosers.values(of: field, self, desk: desk) else {
        return .message(Message(.notice, "There is nothing to choose from."))
      }
      // The letter that opens the list is the first that finds something in it.
      return .push(key.typed.map { chooser.finding(String(Character($0))) } ?? chooser)
    default: return .stay
    }
  }

  /// Writes a value that was chosen.
  mutating func put(_ text: String, in field: DecisionField, _ desk: Desk) -> Outcome {
    if let refusal = refusal(desk, into: .decision(field)) ?? unread { return .message(refusal) }
    var problem = write(value: text, in: field, desk)
    if field == .option {
      fillPlacement(desk)
      problem = problem ?? leftOver
    }
    if let item { form.take(item, rule: file.panel.value.terms.decides) }
    // What comes after the choice is what one writes next.
    if problem?.kind != .error, part == .form, !text.isEmpty, form.focus == .decision(field) {
      let next = field == .option ? writeNext(desk) : write(form.field(1), desk)
      return problem.map { .several([next, .message($0)]) } ?? next
    }
    return everything(problem)
  }

  /// That words of another option stay, though they are no part of this one; nil where there are none.
  private var leftOver: Message? {
    guard let item, let option = item.draft.option else { return nil }
    let fields = DecisionField.allCases.filter {
      $0 != .option && !item.draft[$0].isEmpty && !option.takes($0)
    }
    guard !fields.isEmpty else { return nil }
    let names = fields.map(\.shortTitle).joined(separator: ", ")
    return Message(.notice, "Kept, though no part of \(option.title): \(names).")
  }

  private mutating func write(value: String, in field: DecisionField, _ desk: Desk) -> Message? {
    guard let item else { return nil }
    do {
      let saved = try desk.caseload.save(
        value, to: .item(item.item.id, field), over: item[field], by: desk.setting.author,
        at: desk.setting.now())
      items[index].words[field] = saved.words
      form.texts[.decision(field)] = nil
      if saved.outcome == .differs {
        return Message(
          .warning, "\(saved.words.author) has just chosen otherwise: choose again to replace it.")
      }
      return nil
    } catch {
      return Message(.error, error.description)
    }
  }

  /// Fills in the placement that the decision is about, where there is only one that it can be.
  private mutating func fillPlacement(_ desk: Desk) {
    guard let item, item.draft.option?.fields.contains(.placement) == true,
      item.draft[.placement].isEmpty
    else { return }
    let current = (view?.brief.file?.placements ?? []).filter { $0.value.endedOn == nil }
    let only = current.count == 1 ? current.first?.id : nil
    guard let placement = item.item.value.placement ?? only else { return }
    _ = write(value: String(placement.number), in: .placement, desk)
  }

  /// Takes the provider that is selected beside the brief into the decision.
  mutating func chooseProvider(_ desk: Desk) -> Outcome {
    guard let item, let chosen = view?.options[safe: options.selected] else { return .stay }
    if let refusal = refusal(desk, into: .decision(.provider)) { return .message(refusal) }
    let name = chosen.provider.value.name
    if let bar = chosen.bars.first {
      if bar.isOfChild, covers(.objection, desk) {
        return .message(
          Message(
            .warning,
            "\(name) can't be taken; the shared view covers why: \(desk.key(.meeting(.reveal))) shows it."
          ))
      }
      return .message(Message(.warning, "\(name) is ruled out: \(bar.description)."))
    }
    var draft = item.draft
    draft.choose(chosen)
    let offered = DecisionOption.offered(for: item.item.value.kind)
    if draft.option == nil, offered.contains(.agree) {
      draft[.option] = DecisionOption.agree.rawValue
    }
    for field in [DecisionField.option, .provider, .weeklyCost]
    where draft[field] != item.draft[field] {
      if let problem = write(value: draft[field], in: field, desk) { return everything(problem) }
    }
    guard let now = self.item else { return .stay }
    form.take(now, rule: file.panel.value.terms.decides)
    let outcome = write(.decision(firstToWrite), desk)
    return .several([outcome, .message(Message(.notice, "\(name) is in the decision."))])
  }

  // MARK: Actions

  mutating func addAction(_ desk: Desk) -> Outcome {
    if let refusal = refusal(desk) { return .message(refusal) }
    guard let item else { return .stay }
    let problem = save(desk)
    if let problem, problem.kind == .error { return everything(problem) }
    let (meeting, number) = (id, item.item.id)
    return .change(
      Change(cause: "add an action to \(item.item.value.title)", then: .meeting(.actionAdded)) {
        door in try door.add(PanelAction(what: ""), to: meeting, item: number)
      })
  }

  mutating func removeAction() -> Outcome {
    guard case .action(let action, _)? = form.focus else {
      return .message(Message(.notice, "Go to an action first."))
    }
    form.texts = form.texts.filter { entry in
      if case .action(action, _) = entry.key { return false }
      return true
    }
    return .change(
      Change(cause: "remove an action", done: "The action is removed; the history keeps it.") {
        door in try door.remove(action)
      })
  }

  // MARK: Confirming

  /// Shows what the decision will do, or everything that keeps it from being confirmed.
  mutating func confirm(_ desk: Desk) -> Outcome {
    if let refusal = refusal(desk) ?? unread { return .message(refusal) }
    guard let item else { return .stay }
    if item.item.value.state == .decided {
      return .message(
        Message(
          .notice, "A decision stands on this item: \(desk.key(.meeting(.reopen))) reopens it."))
    }
    if item.item.value.state == .dropped {
      return .message(
        Message(.warning, "Taken off the agenda: put it back before it is decided."))
    }
    if file.meeting.value.state == .planned, item.draft.option != .chairsAction {
      return .message(
        Message(
          .warning, "The meeting is not open yet: \(desk.key(.meeting(.openMeeting))) opens it."))
    }
    if file.meeting.value.state.isOver {
      let close = desk.key(.panel(.closing), in: .meeting)
      let open = desk.key(.panel(.reopen), in: .closing)
      return .message(
        Message(.warning, "The meeting is closed: \(close), then \(open) opens it again to decide.")
      )
    }
    writeOutDay()
    if let problem = save(desk) { return everything(problem) }
    guard let current = self.item else { return .stay }
    do {
      let screen = try ConfirmScreen(
        current, in: file, view: view, desk: desk)
      stale = .everything
      return .several([.redraw, .push(screen)])
    } catch {
      return .message(Message(.error, error.description))
    }
  }

  // MARK: Reopening

  func reopen() -> Outcome {
    guard let item, item.item.value.state == .decided else {
      return .message(Message(.notice, "No decision stands on this item yet."))
    }
    let (number, title) = (item.item.id, item.item.value.title)
    return .push(
      SheetScreen(
        "Why is this decision taken up again?",
        at: FormPlace(.reopening, of: id.number, "\(number.number)", about: title),
        intro: ["Both decisions and this reason stay in the record."], covering: .names(id),
        fields: [SheetField("why", "Why", hint: "as in: the aunt rang, and can take her")],
        check: { values, _ in
          values["why"].isEmpty
            ? ["why": .problem("Say why the panel takes it up again.")] : [:]
        },
        save: { values, _ in
          .change(
            Change(
              cause: "reopen \(title)",
              done: "Reopened. The earlier decision stays in the record."
            ) { door in try door.reopen(number, because: values["why"]) })
        }))
  }

  private static let nothingIsCovered = "Nothing is covered: the shared view is off."

  /// Shows for this item all that the shared view covers, or covers it again.
  mutating func reveal(_ desk: Desk) -> Outcome {
    guard desk.isShared else {
      return .message(Message(.notice, MeetingScreen.nothingIsCovered))
    }
    let key = desk.key(.meeting(.reveal), in: isWriting ? .deciding : .meeting)
    let isShown = desk.sharedView.toggleAll()
    return everything(
      Message(
        .notice, isShown ? "Shown for this item only: \(key) covers it again." : "Covered again."))
  }

  /// Asks what of it to show for this item.
  func revealSome(_ desk: Desk) -> Outcome {
    guard desk.isShared, let item else {
      return .message(Message(.notice, MeetingScreen.nothingIsCovered))
    }
    return .push(MeetingChoosers.covered(desk.sharedView, on: item.item.id))
  }

  /// Words as they may be shown on this item.
  func shown(_ text: String, _ desk: Desk) -> String {
    desk.sharedView.text(text, under: nameCover(desk))
  }

  /// What covers names on the item that is up.
  func nameCover(_ desk: Desk) -> NameCover {
    view?.cover ?? (desk.isShared ? desk.nameCover(of: id) : NameCover())
  }
}

extension Array {
  /// The element at a place; nil where there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
