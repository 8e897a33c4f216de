import AlternativeProvision
import CaseStore

extension PanelFilling {
  /// The meeting that is ready today, and the next ones of each panel, whose agendas are still empty.
  func planMeetings() throws {
    try change(on: today, hour: 9, "plan meetings") { door in
      var meeting = Meeting(panel: inclusion, heldOn: today)
      meeting.startsAt = "14:00"
      meeting.venue = "Committee room 2"
      let number = try door.put(meeting).id
      let reader = BriefReader(caseload)
      for var item in try agenda() {
        item.meeting = number
        let id = try door.put(item).id
        guard item.dueOn == nil, !item.kind.clocks.isEmpty else { continue }
        guard let brief = try reader.brief(id, on: today) else { continue }
        item = brief.item.value
        let running = brief.clocks.filter {
          item.kind.clocks.contains($0.kind) && $0.state(on: today).isOpen
        }
        guard let first = running.first, let due = first.deadline?.day else { continue }
        (item.dueOn, item.clock) = (due, first.kind)
        try door.write(Stored(id: id, value: item))
      }
      try door.orderByClock(number)
      for (panel, cycle) in try upcoming() {
        var meeting = Meeting(panel: panel, heldOn: cycle)
        meeting.startsAt = try caseload.panel(panel)?.terms.startsAt ?? ""
        try door.put(meeting)
      }
    }
  }

  /// The next day of each panel after today.
  private func upcoming() throws -> [(Identifier<Panel>, Day)] {
    let calendar = try caseload.calendarBook().authorities[story.story.number]
    return try [inclusion, exclusion, assurance].compactMap { panel in
      let tomorrow = today.adding(days: 1)
      let cycle = try caseload.panel(panel)?.terms.cycle
      return cycle?.meetings(from: tomorrow, count: 1, in: calendar).first.map { (panel, $0.day) }
    }
  }

  /// What today's meeting has before it: the matters of every meeting, and fourteen children.
  private func agenda() throws -> [AgendaItem] {
    let none = Identifier<Meeting>(0)
    var items = [
      AgendaItem(
        meeting: none, kind: .mattersArising, title: "Matters arising and open actions"),
      AgendaItem(meeting: none, kind: .other, title: "Any other business"),
    ]
    if let ratifying = try ratification() { items.append(ratifying) }
    for entry in entries {
      if let kind = entry.child.kind { items.append(try placedItem(kind, entry)) }
    }
    return items.map { item in
      var item = item
      item.minutesAllotted = item.isAboutChild && item.kind != .ratification ? 8 : 5
      return item
    }
  }

  /// The item of a child, with the placement that it is about where it is about one.
  private func placedItem(_ kind: AgendaKind, _ entry: Entry) throws -> AgendaItem {
    var item = item(kind, entry)
    guard let number = entry.placement, let placement = try caseload.placement(number),
      [.reviewDue, .placementEnding, .escalation].contains(kind)
    else { return item }
    let provider = try caseload.provider(placement.provider)?.name ?? ""
    item.referral = nil
    item.placement = number
    item.provider = placement.provider
    item.title += " · \(provider)" + (kind == .escalation ? " rated red" : "")
    switch kind {
    case .placementEnding:
      item.dueOn = placement.plannedEnd
      item.clock = nil
    case .reviewDue:
      item.dueOn = placement.nextReviewOn ?? today
      item.clock = .placementReview
    default: item.dueOn = today
    }
    return item
  }

  /// The chair's action of the last meeting, which this one is to ratify.
  private func ratification() throws -> AgendaItem? {
    guard let nathan = entry("Sowerby"), let file = nathan.file,
      let earlier = try caseload.decisions(on: file).first
    else { return nil }
    let title = nathan.child.draft.cases[0].value.reference
    var item = AgendaItem(
      meeting: Identifier(0), kind: .ratification,
      title: "\(title) · chair's action of \(earlier.value.confirmedOn.short)")
    item.ratifies = earlier.id
    item.file = file
    return item
  }
}
