import AlternativeProvision
import CaseStore
import TerminalUI

/// The last look before a decision is confirmed: what it does and with what standing, or everything that
/// keeps it from being confirmed.
struct ConfirmScreen: Screen {
  private let lines: [(text: String, role: Role)]
  private let title: String
  private let change: Change?
  private let field: DecisionField?
  /// The meeting, where first somebody must be recorded as here.
  private let emptyMeeting: Identifier<Meeting>?
  private var page = TextPage()
  private var wrapped: [TextLine] = []

  /// - Throws: `StoreError` where the caseload can't be read.
  init(
    _ item: ItemFile, in file: MeetingFile, view: ItemView?, desk: Desk
  ) throws(StoreError) {
    let draft = item.draft
    let (read, unreadable) = draft.read()
    var problems = unreadable
    var lines: [(String, Role)] = []
    if let decision = read {
      let option = view?.options.first { $0.provider.id == decision.provider }
      let (context, deciding) = try desk.caseload.decisionContext(for: item.item.id, decision)
      problems += decision.problems(in: context)
      lines = ConfirmScreen.summary(
        of: decision, item, file, view, deciding: deciding, desk: desk)
      let cautions = decision.cautions(
        provider: option, clocks: view?.brief.clocks ?? [], meeting: file.meeting.value.heldOn,
        pupil: view?.brief.pupil?.value, calendar: view?.brief.calendar,
        targets: try desk.caseload.localTargets())
      lines += ConfirmScreen.words(of: cautions, on: item, desk).map { ($0, .warning) }
      lines += ConfirmScreen.reasons(of: decision, view, desk)
    }
    for action in item.actions where read != nil && !action.saysNothing {
      let due = action.action.dueOn.map { ", by \($0.medium)" } ?? ""
      let words = "Action: \(action.action.what) – \(action.action.owner)\(due)"
      lines.append((ConfirmScreen.shown(words, view, desk), .popup))
    }
    for action in item.actions {
      let what = MinuteText.trimmed(action.action.what)
      if what.isEmpty && action.action.owner.isEmpty { continue }
      for problem in action.action.problems(on: file.meeting.value.heldOn) {
        lines.append(("! Action \(action.number): \(problem.description)", .warning))
      }
    }
    field = problems.first?.field
    emptyMeeting = problems.first?.isOfAttendance == true ? file.meeting.id : nil
    guard problems.isEmpty else {
      title = "Not yet"
      self.lines = problems.map {
        (
          "✗ "
            + ConfirmScreen.shown(
              Wording.sentence(ConfirmScreen.words(of: $0, on: item, desk)), view, desk), .error
        )
      }
      change = nil
      return
    }
    title = "Confirm the decision?"
    self.lines = lines.map { (text: $0.0, role: $0.1) }
    change = ConfirmScreen.change(
      item, draft, file.deciding(on: item), desk.sharedView,
      told: read.map { DecisionTelling($0, on: item, in: file, view, desk).words } ?? [])
  }

  /// Words as others may see them.
  private static func shown(_ words: String, _ view: ItemView?, _ desk: Desk) -> String {
    desk.sharedView.text(words, under: view?.cover ?? .everything)
  }

  /// What is to be weighed; of what hangs on the child's needs or plan only that there is something, and
  /// of every place alike.
  private static func words(
    of cautions: [DecisionCaution], on item: ItemFile, _ desk: Desk
  ) -> [String] {
    let covers = desk.sharedView.covers(.objection, on: item.item.id)
    let words = cautions.filter { !covers || !$0.isOfChild }.map { caution in
      switch caution {
      case .afterDuty(let clock, let day) where desk.isShared:
        "! education is due by \(day.medium) (\(clock.neutralTitle)) and would begin after it"
      case .dutyStillOwed(let clock, let day) where desk.isShared:
        "! this does not end the duty: \(clock.neutralTitle)\(day.map { ", due \($0.medium)" } ?? "")"
      default: "! " + caution.description
      }
    }
    guard covers, item.draft.option?.fields.contains(.provider) == true else { return words }
    let key = desk.key(.meeting(.reveal), in: .meeting)
    return words + ["! What there is to weigh of needs and plan is covered: \(key) shows it first."]
  }

  /// What is wrong, without what the room need not see.
  private static func words(
    of problem: DecisionProblem, on item: ItemFile, _ desk: Desk
  ) -> String {
    guard desk.sharedView.covers(.objection, on: item.item.id), problem.isOfChild else {
      return problem.description
    }
    let key = desk.key(.meeting(.reveal), in: .meeting)
    return "this can't be confirmed as it is; the shared view covers why: \(key) shows it first"
  }

  private static func change(
    _ item: ItemFile, _ draft: DecisionDraft, _ deciding: Deciding, _ shared: SharedView,
    told: [String]
  ) -> Change {
    let number = item.item.id
    let title =
      draft.option.flatMap { shared.covers(.decision, on: number) ? nil : $0.title }
      ?? "The decision"
    let isRecommended =
      draft.option.map { DecisionStanding($0, hasQuorum: deciding.hasQuorum) } == .recommended
    // An action that says nothing yet is left to be typed; what says something is settled with this.
    let actions = item.actions.filter {
      !$0.words.isEmpty && !MinuteText.trimmed($0.action.what).isEmpty
    }.map(\.id)
    return Change(
      cause: "decide \(item.item.value.title)",
      // "Ratify is confirmed" would tell of a refusal as if it were the opposite.
      done: draft.option == .ratify && draft[.isAgreed] == "no" && !shared.isOn
        ? "Not ratified."
        : "\(title) is \(isRecommended ? "recommended, to be ratified" : "confirmed").",
      advice: KeyAdvice(command: .meeting(.reopen), words: "on that item reopens it"),
      then: .meeting(.itemDone)
    ) { door in
      for action in actions { try door.settle(action) }
      try door.confirm(number, seen: draft, told: told)
    }
  }

  private static func summary(
    of decision: Decision, _ item: ItemFile, _ file: MeetingFile, _ view: ItemView?,
    deciding: Deciding, desk: Desk
  ) -> [(String, Role)] {
    var lines: [(String, Role)] = []
    let standing = DecisionStanding(decision.option, hasQuorum: deciding.hasQuorum)
    var what = DecisionWords.title(of: decision)
    if let child = view?.brief.pupil {
      what +=
        " for " + desk.sharedView.name(of: child.value, reference: view?.brief.reference ?? "")
    }
    lines.append((what, .heading))
    if decision.option == .ratify, let earlier = view?.earlier {
      lines += DecisionWords(view).lines(of: earlier.decision).map { ($0, .popup) }
      if decision.isAgreed == false, earlier.standing == .chairsAction, earlier.decision.placesChild
      {
        lines.append(
          (
            "! What the chair did goes on all the same: end the placement, or give an action.",
            .warning
          ))
      }
    }
    lines += DecisionWords(view).lines(of: decision).map { ($0, .popup) }
    let telling = DecisionTelling(decision, on: item, in: file, view, desk)
    if let notes = telling.notes { lines.append(("Notes: \(notes)", .popup)) }
    if telling.opensCase {
      lines.append(("A case is opened, in which the clocks run on.", .popup))
    }
    switch standing {
    case .decided:
      lines.append(("Decided by \(NumberText.count(deciding.members.count, "member")).", .good))
    case .recommended: lines.append(("\(standing.title).", .warning))
    case .chairsAction:
      let who = deciding.chairing.member.map { " By \($0.inTheChair)." } ?? ""
      lines.append(("\(standing.title).\(who)", .warning))
    }
    if standing == .recommended {
      lines += deciding.shortfalls.map { ("No quorum: \($0.description)", .warning) }
      lines.append(("Nothing changes in the case until a later meeting ratifies it.", .warning))
      for clock in view?.brief.clocks ?? [] where decision.placesChild && clock.kind.isOwedEducation
      {
        guard clock.state(on: desk.today).isOpen, let due = clock.deadline?.day else { continue }
        lines.append(
          (
            "! \(desk.sharedView.title(of: clock.kind)) is due on \(due.medium) and waits for no meeting: a chair's action does not either.",
            .warning
          ))
      }
    }
    for interest in deciding.interested {
      lines.append(("\(interest.member) has an interest: not deciding.", .notice))
    }
    return lines
  }

  /// The sentences of a decision, each to its first lines: what is long has been read as it was written.
  private static func reasons(
    of decision: Decision, _ view: ItemView?, _ desk: Desk
  ) -> [(String, Role)] {
    DecisionField.allCases.filter { $0.sort == .prose }.compactMap { field -> (String, Role)? in
      guard let text = decision.text(of: field), !text.isEmpty else { return nil }
      let shown = ConfirmScreen.shown(text, view, desk)
      let most = 240
      let words = shown.count > most ? shown.prefix(most) + " …" : shown[...]
      return ("\(field.title): \(MinuteText.oneLine(String(words)))", Role.popup)
    }
  }

  var contexts: [KeyContext] { [.choosing] }
  var isOverlay: Bool { true }

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(.back): return .pop
    case .command(.choose):
      if let change { return .several([.pop, .change(change)]) }
      if let emptyMeeting {
        return .several([.pop, AttendanceScreen.opening(emptyMeeting, desk: desk)])
      }
      return .answer(.meeting(.goTo(field)))
    case .command(let command): return page.move(command, count: wrapped.count) ? .redraw : .stay
    case .mouse(let mouse): return page.answer(mouse, count: wrapped.count)
    case .key, .paste: return .stay
    }
  }

  mutating func draw(on surface: inout Surface, desk: Desk) {
    let room = surface.popupRoom(desk)
    let width = min(room.width, 84) - 4
    wrapped = lines.flatMap { TextLine.wrapped($0.text, width: width, indent: 2, $0.role) }
    let area = room.centred(Size(width: width + 4, height: max(5, wrapped.count + 2)))
    let inside = Popup.draw(
      on: &surface, in: area, title: title,
      bottomTitle: change == nil
        ? "\(desk.key(.choose, in: .choosing)) goes there, \(desk.key(.back, in: .choosing)) closes"
        : "\(desk.key(.choose, in: .choosing)) confirms, \(desk.key(.back, in: .choosing)) goes back"
    )
    page.draw(wrapped, on: &surface, in: inside, scrollBarAt: area.right - 1)
  }
}

extension DecisionCaution {
  /// Whether it hangs on what the shared view covers of the child.
  fileprivate var isOfChild: Bool {
    switch self {
    case .provider, .moreThanPlan: true
    default: false
    }
  }
}

extension DecisionProblem {
  /// Whether it hangs on what the shared view covers of the child.
  fileprivate var isOfChild: Bool {
    switch self {
    case .provider(_, let objections): objections.contains(where: \.isOfChild)
    case .eotasWithoutPlan: true
    default: false
    }
  }

  /// Whether it is who is here that must be put right first.
  fileprivate var isOfAttendance: Bool {
    switch self {
    case .nobodyDeciding, .nobodyInTheChair: true
    default: false
    }
  }

  /// The field that holds what cannot be read; nil where something else is wrong.
  var unreadField: DecisionField? {
    if case .unreadable(let field, _, _) = self { field } else { nil }
  }
}
