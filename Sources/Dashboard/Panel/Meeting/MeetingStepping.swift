import AlternativeProvision
import CaseStore
import TerminalUI

extension MeetingScreen {
  // MARK: Which item is up

  /// Brings up the item at `index` from what is ready, or from one reading; where it can't be read,
  /// nothing of the item before it stays.
  mutating func show(_ desk: Desk) {
    form = ItemForm()
    options = ListPosition()
    finding = ""
    page = TextPage()
    part = .brief
    stale = .everything
    made = nil
    view = nil
    readAgainBy = nil
    guard let item else { return }
    desk.sharedView.go(to: item.item.id)
    form.take(item, rule: file.panel.value.terms.decides)
    timing.begin(at: desk.setting.stopwatch(), onFile: item.secondsSpent)
    read(item, ready.removeValue(forKey: item.item.id), desk)
    options.fit(height: 8, count: view?.options.count ?? 0)
    if let chosen = item.draft.texts[.provider], let number = Int64(chosen),
      let row = view?.options.firstIndex(where: { $0.provider.id.number == number })
    {
      options.select(row, of: view?.options.count ?? 0)
    }
  }

  /// Reads what is known of an item; where that fails it is tried again in a second.
  private mutating func read(_ item: ItemFile, _ known: ItemView?, _ desk: Desk) {
    view =
      desk.reading {
        guard var known else { return try viewing.view(of: item, in: file, today: desk.today) }
        if !known.isFound(for: item, in: file) { try viewing.find(&known, for: item, in: file) }
        return known
      } ?? nil
    readAgainBy = view == nil ? desk.setting.stopwatch() + .seconds(1) : nil
    if view == nil, part == .options { part = .brief }
  }

  /// Tries again to read the item that is up.
  mutating func readAgain(_ desk: Desk) {
    if let item { read(item, nil, desk) }
    stale = .everything
    made = nil
  }

  /// Why nothing can be decided on the item that is up; nil where it can.
  var unread: Message? {
    guard item != nil, view == nil else { return nil }
    return Message(.warning, Self.notRead)
  }

  static let notRead = "This item cannot be read: nothing is decided on it until it can."

  /// Goes to an item; everything typed in the present one is saved first.
  mutating func go(toItem place: Int, _ desk: Desk) -> Outcome {
    guard items.indices.contains(place) else { return .stay }
    let problem = save(desk)
    // What the store does not take stays on the screen: one does not step away from it.
    guard unsafeFields.isEmpty else { return everything(problem) }
    hasTriedNext = false
    countTime(desk)
    // One often goes back to what was up a moment ago.
    if let item, let view { ready[item.item.id] = view }
    let wanted = items[place].item.id
    items.removeAll { $0.item.value.state == .dropped && $0.item.id != wanted }
    index = items.firstIndex { $0.item.id == wanted } ?? 0
    show(desk)
    settleSoon(desk)
    return everything(problem)
  }

  mutating func step(_ by: Int, _ desk: Desk) -> Outcome {
    let wanted = index + by
    guard items.indices.contains(wanted) else {
      return .message(Message(.notice, by > 0 ? endOfAgenda(desk) : "This is the first item."))
    }
    return go(toItem: wanted, desk)
  }

  private func endOfAgenda(_ desk: Desk) -> String {
    let open = items.filter { $0.item.value.state == .waiting }.count
    let parked = items.filter { $0.item.value.state == .parked }.count
    if open == 0 && parked == 0 {
      return
        "Every item is decided: \(desk.key(.panel(.closing), in: .meeting)) closes the meeting."
    }
    let waiting = open > 0 ? "\(open) not decided" : ""
    let left = parked > 0 ? "\(parked) parked (\(desk.key(.meeting(.nextParked))) returns)" : ""
    return "This is the last item: "
      + [waiting, left].filter { !$0.isEmpty }.joined(separator: ", ") + "."
  }

  /// The next item that waits after the one that is done with; what is parked comes after them.
  mutating func nextWaiting(_ desk: Desk) -> Outcome {
    let after = items.indices.filter { $0 > index } + items.indices.filter { $0 < index }
    if let next = after.first(where: { items[$0].item.value.state == .waiting }) {
      return go(toItem: next, desk)
    }
    if let next = after.first(where: { items[$0].item.value.state == .parked }) {
      return go(toItem: next, desk)
    }
    _ = go(to: .brief, desk)
    return everything()
  }

  mutating func nextParked(_ desk: Desk) -> Outcome {
    let round = items.indices.filter { $0 > index } + items.indices.filter { $0 < index }
    guard let next = round.first(where: { items[$0].item.value.state == .parked }) else {
      let park = desk.key(.meeting(.park), in: .meeting)
      return .message(
        Message(.notice, "Nothing else is parked. \(park) parks the item that is up."))
    }
    return go(toItem: next, desk)
  }

  mutating func park(_ desk: Desk) -> Outcome {
    guard let item else { return .stay }
    if let refusal = refusal(desk) { return .message(refusal) }
    let isParked = item.item.value.state == .parked
    let number = item.item.id
    let problem = save(desk)
    if let problem, problem.kind == .error { return everything(problem) }
    return .change(
      Change(
        cause: "\(isParked ? "take up" : "park") \(item.item.value.title)",
        done: isParked
          ? "Taken up again."
          : "Parked; \(desk.key(.meeting(.nextParked), in: .meeting)) returns to it.",
        then: isParked ? nil : .meeting(.itemDone)
      ) { door in try door.set(isParked ? .waiting : .parked, of: number) })
  }

  func openMeeting() -> Outcome {
    guard file.meeting.value.state != .open else {
      return .message(Message(.notice, "The meeting is open."))
    }
    let number = id
    return .change(
      Change(cause: "open the meeting", done: "The meeting is open.") { door in
        try door.move(number, to: .open)
      })
  }

  // MARK: What others do

  mutating func look(desk: Desk) -> Outcome {
    var outcome = Outcome.stay
    if let version = try? desk.caseload.othersVersion(), version != seenVersion {
      refresh(desk: desk)
      outcome = .redraw
    }
    guard let news else { return outcome }
    self.news = nil
    return .several([.redraw, .message(news)])
  }

  /// What somebody did under the hands of whoever writes here: the words stay, and that is said.
  private func news(
    since before: ItemFile?, in field: MeetingField?
  ) -> Message? {
    guard let before, let item, let field else { return nil }
    if item.item.value.state == .dropped, before.item.value.state != .dropped {
      return Message(.warning, "This item was taken off the agenda. What you type is kept.")
    }
    guard case .decision(let field) = field, let option = item.draft.option,
      option != before.draft.option, !option.takes(field)
    else { return nil }
    return Message(
      .warning, "“\(field.shortTitle)” is no part of \(option.title); what you type is kept.")
  }

  /// That somebody else opened or closed the meeting, or approved its minutes, and what becomes of words
  /// typed from now on.
  private func news(since before: MeetingState) -> Message? {
    let now = file.meeting.value.state
    guard now != before else { return nil }
    switch now {
    case .planned: return nil
    case .open: return Message(.notice, before.isOver ? Self.openAgain : Self.isOpen)
    case .closed, .minutesDraft: return before.isOver ? nil : Message(.warning, Self.isClosed)
    case .minutesApproved: return Message(.warning, Self.isApproved)
    }
  }

  static let isOpen = "The meeting is open."
  static let openAgain = "The meeting is open again."
  static let isClosed =
    "The meeting is closed. What you type is kept, as words that decide nothing."
  static let isApproved =
    "The minutes are approved: they take no word more. A dated note corrects them."

  mutating func refresh(desk: Desk) {
    let version = (try? desk.caseload.othersVersion()) ?? seenVersion
    let isByOthers = version != seenVersion
    guard let again = desk.reading({ try desk.caseload.meeting(id) }) ?? nil else { return }
    seenVersion = version
    let before = item
    let here = before?.item.id
    let held = isWriting ? form.focus : nil
    let hasChanged = again.position != file.position
    let state = file.meeting.value.state
    file = again
    readOpening(desk)
    let turn = isByOthers ? news(since: state) : nil
    news = turn ?? news
    // An item that is taken off stays for whoever is writing on it.
    items = again.items.filter {
      $0.item.value.state != .dropped || (held != nil && $0.item.id == here)
    }
    for place in items.indices { items[place].secondsSpent += owed[items[place].item.id] ?? 0 }
    guard let place = items.firstIndex(where: { $0.item.id == here }) else {
      // Somebody dropped the item that was up.
      index = min(index, max(0, items.count - 1))
      ready = [:]
      show(desk)
      return
    }
    index = place
    form.take(items[place], rule: file.panel.value.terms.decides, keeping: held)
    news = turn ?? news(since: before, in: held) ?? news
    takeWords(desk)
    if hasChanged {
      ready = [:]
      hasTriedNext = false
      viewing.forget()
    }
    if hasChanged || view == nil { read(items[place], nil, desk) }
    stale = .everything
    made = nil
  }
}
