import AlternativeProvision
import CaseStore
import TerminalUI

/// The lists from which one chooses in a meeting.
enum MeetingChoosers {
  /// The agenda, to jump to an item.
  static func items(_ screen: MeetingScreen, desk: Desk) -> ChooserScreen {
    let rows = screen.items.enumerated().map { place, item in
      let value = item.item.value
      let pupil = pupil(of: value, desk: desk)
      // Who it is about comes first: a long heading is cut at its end.
      let name = pupil.map { desk.isShared ? "\($0.initials)  " : "\($0.displayName)  " } ?? ""
      let words = pupil == nil ? screen.shown(value.title, desk) : value.title
      let title = "\(place < 9 ? " " : "")\(place + 1)  \(name)\(words)"
      let due = value.dueOn.map { DayText.weekday($0) } ?? ""
      let isLate = value.dueOn.map { $0 < desk.today } ?? false
      return ChooserScreen.Item(
        title,
        notes: [
          Span(value.kind.shortTitle, Style(.muted)),
          Span(due, Style(isLate ? .overdue : .muted)),
          Span(state(of: item, desk), Style(role(of: value.state))),
        ], about: pupil?.displayName ?? "", choice: .answer(.meeting(.jump(item.item.id))))
    }
    return ChooserScreen(
      title: "Items of this meeting", items: rows, selected: screen.index,
      hint: "Type a number, a reference or a name"
    ).findingNames
  }

  /// What was revealed is revealed for one item, and never in the list of all.
  private static func state(of item: ItemFile, _ desk: Desk) -> String {
    if let option = item.decision?.value.decision.option {
      return desk.sharedView.covers(.decision) ? "✓ ▒▒" : "✓ \(option.shortTitle)"
    }
    return item.item.value.state == .waiting ? "" : item.item.value.state.title
  }

  private static func role(of state: AgendaItemState) -> Role {
    switch state {
    case .decided: .good
    case .parked: .warning
    case .waiting, .dropped: .muted
    }
  }

  private static func pupil(of item: AgendaItem, desk: Desk) -> Pupil? {
    var pupil: Identifier<Pupil>?
    if let file = item.file { pupil = desk.reading { try desk.caseload.file(file)?.pupil } ?? nil }
    if pupil == nil, let referral = item.referral {
      pupil = desk.reading { try desk.caseload.referral(referral)?.pupil } ?? nil
    }
    return pupil.flatMap { id in desk.reading { try desk.caseload.pupil(id) } ?? nil }
  }

  /// What a field that is chosen can hold; nil where there is nothing to choose from.
  static func values(
    of field: DecisionField, _ screen: MeetingScreen, desk: Desk
  ) -> ChooserScreen? {
    guard let item = screen.item else { return nil }
    func choice(
      _ title: String, _ value: String, _ note: String = "", about: String = ""
    ) -> ChooserScreen.Item {
      ChooserScreen.Item(
        title, notes: note.isEmpty ? [] : [Span(note, Style(.muted))], about: about,
        choice: .answer(.meeting(.value(field, value))))
    }
    let rows: [ChooserScreen.Item]
    switch field {
    case .option:
      rows = DecisionOption.offered(for: item.item.value.kind).map { choice($0.title, $0.rawValue) }
    case .tier: rows = CaseTier.allCases.map { choice($0.title, $0.rawValue) }
    case .declineRoute:
      rows = DeclineRoute.allCases.map {
        choice($0.title, $0.rawValue, about: $0.shortTitle)
      }
    case .isAgreed, .castingVote: rows = [choice("Yes", "yes"), choice("No", "no")]
    case .placement:
      rows = (screen.view?.brief.file?.placements ?? []).reversed().map { placement in
        let name = screen.view?.brief.file?.providers[placement.value.provider]?.name
        return choice(
          name ?? "A provider not on file", String(placement.id.number),
          BriefWords.span(of: placement.value))
      }
    default: return nil
    }
    guard !rows.isEmpty else { return nil }
    let chosen = item.draft[field]
    let selected = rows.firstIndex { row in
      if case .answer(.meeting(.value(_, let value))) = row.choice { return value == chosen }
      return false
    }
    let list = ChooserScreen(title: field.title, items: rows, selected: selected ?? 0)
    return field == .option && selected == nil ? list.unset : list
  }

  /// What the shared view covers, to be shown for this item.
  static func covered(
    _ shared: SharedView, on item: Identifier<AgendaItem>
  ) -> ChooserScreen {
    var rows = [
      ChooserScreen.Item("Everything, for this item", choice: .answer(.meeting(.reveal(nil))))
    ]
    for matter in CoveredMatter.allCases {
      let words =
        switch matter {
        case .accounts: "What is asked, tried and said"
        case .address: "Address, contacts and language"
        case .diagnoses: "Needs, plan and health"
        case .safeguarding: "Social care, risks, route and reasons"
        }
      rows.append(
        ChooserScreen.Item(
          words,
          notes: [
            Span(shared.covers(matter: matter, on: item) ? "covered" : "shown", Style(.muted))
          ],
          choice: .answer(.meeting(.reveal(matter)))))
    }
    return ChooserScreen(title: "Show for this item only", items: rows)
  }
}
