import AlternativeProvision
import CaseStore
import TerminalUI

/// The panels' first screen: panels, meetings, referrals that wait, and actions that are open.
struct PanelHomeScreen: Screen {
  /// The four parts of the screen.
  enum Part: Int, CaseIterable {
    case panels, meetings, referrals, actions

    var title: String {
      switch self {
      case .panels: "Panels"
      case .meetings: "Meetings"
      case .referrals: "Referrals"
      case .actions: "Open actions"
      }
    }
  }

  var overview: PanelOverview
  var focus = Part.meetings
  var isZoomed = false
  var lists = [LineList](repeating: LineList(), count: Part.allCases.count)
  /// The children of the referrals and the cases of the actions that were in view.
  var names = PanelNames()
  /// Why nothing could be read, where it could not.
  var failure: String?
  var areas: [(part: Part, area: Rect)] = []

  init(desk: Desk) {
    do throws(StoreError) {
      overview = try PanelOverview(desk)
    } catch {
      overview = PanelOverview()
      failure = error.description
    }
    if overview.panels.isEmpty { focus = .panels }
    // Whoever comes here on the day of a meeting comes for that.
    let here =
      overview.meetings.firstIndex { $0.state == .open }
      ?? overview.meetings.firstIndex { $0.heldOn == desk.today && $0.state?.isOver != true } ?? 0
    lists[Part.meetings.rawValue].position.select(here, of: overview.meetings.count)
  }

  var contexts: [KeyContext] { [.panels, .moving, .everywhere] }

  // MARK: Events

  mutating func handle(_ input: Input, desk: Desk) -> Outcome {
    switch input {
    case .command(let command): return answer(command, desk)
    case .mouse(let mouse): return answer(mouse, desk)
    case .key, .paste: return .stay
    }
  }

  private mutating func answer(_ command: DashboardCommand, _ desk: Desk) -> Outcome {
    if let moved = lists[focus.rawValue].move(command, count: count(of: focus)) {
      return moved ? .redraw : .stay
    }
    switch command {
    case .back: return .pop
    case .zoom:
      isZoomed.toggle()
      return .redraw
    case .panel(let command): return answer(command, desk)
    default: return .stay
    }
  }

  private mutating func answer(_ command: PanelCommand, _ desk: Desk) -> Outcome {
    switch command {
    case .part(let number): return go(to: number)
    case .nextPart: return go(to: (focus.rawValue + 1) % 4)
    case .previousPart: return go(to: (focus.rawValue + 3) % 4)
    case .open: return open(desk)
    case .edit: return edit(desk)
    case .new: return new(desk)
    case .newReferral: return beginReferral(desk)
    case .done: return finishAction(desk)
    default: return .stay
    }
  }

  private mutating func go(to number: Int) -> Outcome {
    guard let part = Part(rawValue: number), part != focus else { return .stay }
    focus = part
    return .redraw
  }

  private mutating func answer(_ mouse: Mouse, _ desk: Desk) -> Outcome {
    guard let place = areas.first(where: { $0.area.contains(mouse.point) }) else { return .stay }
    let count = count(of: place.part)
    switch mouse.action {
    case .wheelUp, .wheelDown:
      let rows = mouse.action == .wheelUp ? -3 : 3
      return lists[place.part.rawValue].position.scroll(rows, of: count) ? .redraw : .stay
    case .press:
      focus = place.part
      guard let row = lists[place.part.rawValue].row(at: mouse.point, count: count) else {
        return .redraw
      }
      lists[place.part.rawValue].position.select(row, of: count)
      return mouse.clicks >= 2 ? open(desk) : .redraw
    default: return .stay
    }
  }

  func count(of part: Part) -> Int {
    switch part {
    case .panels: overview.panels.count
    case .meetings: overview.meetings.count
    case .referrals: overview.referrals.count
    case .actions: overview.actions.count
    }
  }

  private func selected(_ part: Part) -> Int { lists[part.rawValue].position.selected }

  var selectedPanel: Stored<Panel>? {
    overview.panels.indices.contains(selected(.panels)) ? overview.panels[selected(.panels)] : nil
  }

  var selectedMeeting: PanelOverview.MeetingLine? {
    let row = selected(.meetings)
    return overview.meetings.indices.contains(row) ? overview.meetings[row] : nil
  }

  private var selectedReferral: PanelOverview.ReferralLine? {
    let row = selected(.referrals)
    return overview.referrals.indices.contains(row) ? overview.referrals[row] : nil
  }

  private var selectedAction: ActionFile? {
    let row = selected(.actions)
    return overview.actions.indices.contains(row) ? overview.actions[row] : nil
  }

  // MARK: What can be done

  private mutating func open(_ desk: Desk) -> Outcome {
    switch focus {
    case .panels:
      guard let panel = selectedPanel else { return new(desk) }
      return .push(TermsScreen(panel.value))
    case .meetings:
      guard let line = selectedMeeting else { return nothing(desk) }
      guard let id = line.id else { return make(line.panel, on: line.heldOn, desk) }
      return PanelDoors.meeting(id, state: line.state ?? .planned, desk: desk)
    case .referrals:
      guard let line = selectedReferral else { return nothing(desk) }
      return ReferralScreen.opening(line.referral.id, desk: desk)
    case .actions: return finishAction(desk)
    }
  }

  private func nothing(_ desk: Desk) -> Outcome {
    .message(
      Message(
        .notice,
        "There is nothing here to open. \(desk.key(.panel(.new), in: .panels)) makes the first."))
  }

  private mutating func edit(_ desk: Desk) -> Outcome {
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    switch focus {
    case .panels:
      guard let panel = selectedPanel else { return new(desk) }
      return .push(PanelForm.sheet(panel, since: overview.position))
    case .meetings:
      guard let line = selectedMeeting, let id = line.id else {
        return .message(
          Message(
            .notice,
            "\(desk.key(.panel(.open), in: .panels)) makes this meeting; then it can be changed."))
      }
      return MeetingDetails.editing(id, desk: desk)
    case .referrals: return open(desk)
    case .actions:
      guard let action = selectedAction else { return nothing(desk) }
      return .push(
        ActionForm.edit(
          action, heldOn: overview.heldOn[action.meeting], since: overview.position))
    }
  }

  private func new(_ desk: Desk) -> Outcome {
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    switch focus {
    case .panels: return .push(PanelForm.sheet(nil, since: overview.position))
    case .meetings:
      guard !overview.panels.isEmpty else {
        return .message(Message(.notice, "Make a panel first: 1, then n."))
      }
      let panel = selectedMeeting?.panel ?? overview.panels[0]
      return .push(MeetingDetails.new(of: panel, among: overview.panels, desk: desk))
    case .referrals: return beginReferral(desk)
    case .actions:
      return .message(
        Message(.notice, "Actions are agreed in a meeting: open one, and add it to an item."))
    }
  }

  private func make(_ panel: Stored<Panel>, on day: Day, _ desk: Desk) -> Outcome {
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    var meeting = Meeting(panel: panel.id, heldOn: day)
    meeting.startsAt = panel.value.terms.startsAt
    meeting.minutesAllotted = panel.value.terms.minutesInAll
    return .change(MeetingDetails.making(meeting, of: panel.value))
  }

  private func beginReferral(_ desk: Desk) -> Outcome {
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    return .push(ChildFinder("Who is referred?", offersNew: true))
  }

  private mutating func finishAction(_ desk: Desk) -> Outcome {
    if desk.setting.isReadOnly { return .message(Message(.warning, Wording.readOnly)) }
    guard focus == .actions, let action = selectedAction else {
      return .message(Message(.notice, "Go to the open actions first: 4. Then d on one of them."))
    }
    return .push(
      ActionForm.finish(
        action, since: overview.position, about: names.child(of: action, desk),
        cover: names.covering(of: action, desk)))
  }

  mutating func receive(_ answer: Answer, desk: Desk) -> Outcome {
    guard case .panel(let answer) = answer else { return .redraw }
    switch answer {
    case .meetingMade(let panel, let day):
      refresh(desk: desk)
      let meetings = desk.reading { try desk.caseload.meetings(of: panel) } ?? []
      guard let made = meetings.first(where: { $0.value.heldOn == day }) else { return .redraw }
      return PanelDoors.meeting(made.id, state: made.value.state, desk: desk)
    case .child(let pupil, let file):
      return ReferralScreen.beginning(pupil, file: file, desk: desk)
    case .newChild(let text): return .push(ChildForm.new(named: text, desk: desk))
    default: return .redraw
    }
  }

  // MARK: Staying up to date

  mutating func refresh(desk: Desk) {
    let kept = Part.allCases.map(identity)
    do throws(StoreError) {
      overview = try PanelOverview(desk)
      failure = nil
    } catch {
      failure = error.description
    }
    names = PanelNames()
    for part in Part.allCases {
      let count = count(of: part)
      let row =
        (0..<count).first { identity(part, $0) == kept[part.rawValue] } ?? selected(part)
      lists[part.rawValue].position.select(row, of: count)
    }
  }

  mutating func look(desk: Desk) -> Outcome {
    guard let position = try? desk.caseload.journalPosition(), position != overview.position
    else { return .stay }
    refresh(desk: desk)
    return .redraw
  }

  /// What tells one row from another, whatever order they come in.
  private func identity(_ part: Part) -> String? { identity(part, selected(part)) }

  private func identity(_ part: Part, _ row: Int) -> String? {
    guard row < count(of: part) else { return nil }
    switch part {
    case .panels: return "\(overview.panels[row].id.number)"
    case .meetings:
      return "\(overview.meetings[row].panel.id.number) \(overview.meetings[row].heldOn.number)"
    case .referrals: return "\(overview.referrals[row].referral.id.number)"
    case .actions: return "\(overview.actions[row].id.number)"
    }
  }
}
