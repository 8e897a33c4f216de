import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

/// Each option written from the keyboard, with each of its fields asked for by name, and read from the
/// store afterwards.
@Suite("Every decision that a panel can make")
struct EveryDecisionTests {
  /// An option, the item of the table on which it is made, and what is typed or chosen in its fields.
  struct Decided: Sendable, CustomTestStringConvertible {
    let option: DecisionOption
    var place = 0
    var typed: [DecisionField: String] = [:]
    /// The lists that are gone down so many rows from the first.
    var chosen: [DecisionField: Int] = [:]
    var agrees: Bool?

    var testDescription: String {
      option.title + (agrees.map { $0 ? ": yes" : ": no" } ?? "")
    }

    /// What every decision here says besides.
    static let common: [DecisionField: String] = [
      .section19: "No school is open to her.", .evidence: "The referral, and what Dr Pereira said.",
      .rationale: "She keeps what she begins.", .dissent: "Mr Lindqvist would have waited.",
    ]

    var texts: [DecisionField: String] { typed.merging(Decided.common) { mine, _ in mine } }
  }

  static let place: [DecisionField: String] = [
    .startsOn: "30/11/2026", .sessions: "10", .hours: "25", .weeklyCost: "425.50",
    .budgetCode: "HN-1", .plannedEnd: "26/03/2027", .reviewOn: "11/01/2027",
    .exitCriteria: "Nine sessions in ten.",
  ]

  static let all: [Decided] = [
    Decided(
      option: .agree, typed: place.merging([.officer: "R. Shah"]) { one, _ in one },
      chosen: [.provider: 0, .tier: 2]),
    Decided(
      option: .agreePartTime,
      typed: place.merging([
        .sessions: "6", .hours: "15", .healthReason: "Mornings only, says the GP.",
      ]) { _, other in other }, chosen: [.provider: 0]),
    Decided(
      option: .deferred, place: 1,
      typed: [.information: "What the GP says of hours", .owner: "Ms Ward", .dueOn: "03/12/2026"]),
    Decided(option: .decline, place: 2, chosen: [.declineRoute: 3]),
    Decided(
      option: .eotas, place: 2, typed: [.reviewOn: "11/01/2027"], chosen: [.isAgreed: 0],
      agrees: true),
    Decided(option: .eotas, place: 2, chosen: [.isAgreed: 1], agrees: false),
    Decided(
      option: .extend, place: 4,
      typed: [
        .plannedEnd: "26/03/2027", .reviewOn: "11/01/2027", .sessions: "8", .hours: "20",
        .weeklyCost: "300",
      ], chosen: [.placement: 0]),
    Decided(
      option: .stepDown, place: 4,
      typed: [
        .endsOn: "18/12/2026", .measure: "A mentor at school on two mornings",
        .reviewOn: "11/01/2027",
      ], chosen: [.tier: 0, .placement: 0]),
    Decided(
      option: .end, place: 4,
      typed: [.endsOn: "18/12/2026", .outcome: "Back at Larkfield in January"],
      chosen: [.placement: 0]),
    Decided(
      option: .referSafeguarding,
      typed: [.referredTo: "MASH", .owner: "Ms Ward", .dueOn: "27/11/2026"]),
    Decided(option: .chairsAction, typed: [.measure: "A mentor from tomorrow"]),
    Decided(
      option: .chairsAction,
      typed: place, chosen: [.provider: 0]),
    Decided(option: .ratify, place: 5, chosen: [.isAgreed: 0], agrees: true),
    Decided(option: .ratify, place: 5, chosen: [.isAgreed: 1], agrees: false),
  ]

  /// A table at which all of it can be decided: a plan, a high tier, and a chair's action to ratify.
  private func table(_ rule: DecisionRule = .chair) throws -> PanelTable {
    let table = try PanelTable(decides: rule)
    let caseload = table.small.caseload
    try caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "prepare") { door in
      var child = try #require(try caseload.pupil(reference: "S03"))
      child.value.senProvision = "E"
      child.value.plan = CarePlan(issuedOn: SmallCaseload.day(2025, 2, 3))
      try door.write(child)
      var file = try #require(try caseload.file(reference: "AP-2026-0005"))
      file.value.tier = .transitionalPlacement
      try door.write(file)
    }
    // A fortnight ago the chair acted for another child.
    let earlier = try caseload.change(
      by: "Clerk", at: SmallCaseload.now, cause: "an earlier meeting"
    ) { door in
      let panel = try #require(try caseload.panels().first)
      let day = PanelTable.heldOn.adding(days: -14)
      let meeting = try door.put(Meeting(panel: panel.id, heldOn: day)).id
      for member in PanelTable.members { try door.put(Attendee(member, .present), in: meeting) }
      let file = try #require(try caseload.file(reference: "AP-2026-0006"))
      var item = AgendaItem(meeting: meeting, kind: .escalation, title: "AP-2026-0006")
      item.file = file.id
      return try door.put(item).id
    }
    for (field, text) in [
      (DecisionField.option, "chairsAction"), (.measure, "A taxi"), (.rationale, "It snowed."),
    ] {
      _ = try caseload.save(
        text, to: .item(earlier, field), over: Words(), by: "Clerk", at: SmallCaseload.now)
    }
    try caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "act") { door in
      let decision = try door.confirm(earlier)
      var item = AgendaItem(
        meeting: table.meeting, kind: .ratification, title: "AP-2026-0006 · chair's action")
      item.file = try #require(try caseload.file(reference: "AP-2026-0006")).id
      item.ratifies = decision.id
      table.items.append(try door.put(item).id)
    }
    return table
  }

  private func seat(_ decided: Decided, at table: PanelTable) throws -> Seat {
    let seat = try Seat(160, 60, at: table)
    for _ in 0..<decided.place { seat.press("n") }
    seat.choose(decided.option)
    for (field, row) in decided.chosen.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      choose(field, row, seat)
    }
    for (field, text) in decided.texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      write(text, in: field, seat)
    }
    return seat
  }

  private func choose(_ field: DecisionField, _ row: Int, _ seat: Seat) {
    seat.go(to: field)
    seat.press("enter")
    if seat.screen?.part == .options { return seat.press("enter") }
    seat.press("home")
    for _ in 0..<row { seat.press("down") }
    seat.press("enter")
  }

  private func write(_ text: String, in field: DecisionField, _ seat: Seat) {
    seat.go(to: field)
    seat.press("ctrl+u")
    seat.type(text)
  }

  /// What a field of a confirmed decision says, as it would be typed.
  private func said(_ field: DecisionField, _ decision: Decision) -> String {
    let text = DecisionDraft(decision)[field]
    guard field.sort == .day, let day = try? Day(text) else { return text }
    return DayText.written(day)
  }

  @Test(
    "all that is typed and chosen stands in the store, and the box before it says it",
    arguments: all)
  func confirms(_ decided: Decided) throws {
    let table = try table()
    let seat = try seat(decided, at: table)
    seat.press("alt+c")
    #expect(seat.shows("Confirm the decision?"), "\(seat.lines.joined(separator: "\n"))")
    for (field, text) in decided.texts where field.sort != .day && field.sort != .number {
      let shown = field == .weeklyCost ? "£\(text)" : text
      if field == .weeklyCost, decided.option == .eotas { continue }
      #expect(seat.shows(shown), "\(field) in\n\(seat.lines.joined(separator: "\n"))")
    }
    seat.press("enter")
    let recorded = try #require(try table.item(decided.place).decision?.value)
    #expect(recorded.decision.option == decided.option)
    #expect(
      recorded.standing == (decided.option == .chairsAction ? .chairsAction : .decided))
    for (field, text) in decided.texts {
      #expect(said(field, recorded.decision) == text, "\(field)")
    }
    for field in decided.chosen.keys {
      #expect(recorded.decision.has(field), "\(field)")
    }
    #expect(recorded.decision.isAgreed == decided.agrees)
    #expect(recorded.awaitsRatification == (decided.option == .chairsAction))
    try follows(decided, recorded.decision, at: table)
  }

  /// What a decision does to the case, the placement and the actions.
  private func follows(_ decided: Decided, _ decision: Decision, at table: PanelTable) throws {
    let caseload = table.small.caseload
    let item = try table.item(decided.place)
    let number = try #require(item.item.value.file)
    let file = try #require(try caseload.file(number))
    let placement = try caseload.placements(in: number).last?.value
    switch decided.option {
    case .agree, .agreePartTime:
      #expect(placement?.provider == decision.provider)
      #expect(placement?.sessionsPerWeek == decision.sessions)
      #expect(placement?.nextReviewOn == SmallCaseload.day(2027, 1, 11))
      if decided.option == .agree {
        #expect(file.tier == .transitionalPlacement && file.officer == "R. Shah")
      }
    case .deferred:
      let action = try #require(try caseload.openActions(of: "Ms Ward").first?.action)
      #expect(action.what == "What the GP says of hours")
      #expect(action.dueOn == SmallCaseload.day(2026, 12, 3))
      #expect(placement == nil)
    case .decline: #expect(decision.declineRoute == .earlyHelp && placement == nil)
    case .eotas:
      #expect((file.route == .educationOtherwiseThanAtSchool) == (decided.agrees == true))
    case .extend:
      #expect(placement?.plannedEnd == SmallCaseload.day(2027, 3, 26))
      #expect(placement?.sessionsPerWeek == 8 && placement?.weeklyCost == 30_000)
    case .stepDown:
      #expect(file.tier == .targetedSupport)
      #expect(placement?.endedOn == SmallCaseload.day(2026, 12, 18))
    case .end:
      #expect(placement?.endedOn == SmallCaseload.day(2026, 12, 18))
      #expect(placement?.outcome == "Back at Larkfield in January")
    case .referSafeguarding:
      #expect(try caseload.openActions(of: "Ms Ward").map(\.action.what) == ["Refer to MASH"])
    case .chairsAction: #expect((placement != nil) == (decision.provider != nil))
    case .ratify:
      let earlier = try #require(try caseload.decisions(on: number).last?.value)
      #expect(earlier.ratification?.isRatified == decided.agrees)
      #expect(!earlier.awaitsRatification)
    case .note: break
    }
  }

  @Test(
    "what an option cannot do without is asked for by name, and Enter goes there", arguments: all)
  func asks(_ decided: Decided) throws {
    let table = try table()
    let seat = try seat(decided, at: table)
    var wanted = decided.option.required + [.rationale]
    if decided.option == .eotas, decided.agrees == true { wanted.append(.reviewOn) }
    for field in wanted {
      seat.go(to: field)
      if decided.chosen[field] != nil { seat.press("backspace") } else { seat.press("ctrl+u") }
      seat.press("alt+c")
      #expect(seat.shows("Not yet"), "\(field)")
      #expect(seat.shows("\(field.title) is empty; "), "\(field)")
      #expect(try table.item(decided.place).decision == nil)
      seat.press("enter")
      #expect(seat.focused == .decision(field), "\(field)")
      if let row = decided.chosen[field] {
        choose(field, row, seat)
      } else {
        write(decided.texts[field] ?? "", in: field, seat)
      }
    }
    seat.press("alt+c")
    #expect(seat.shows("Confirm the decision?"), "\(seat.lines.joined(separator: "\n"))")
  }

  @Test("a chair's action says what the chair does: a provider, or words")
  func chairsAction() throws {
    let table = try table()
    let seat = try seat(Decided(option: .chairsAction), at: table)
    seat.press("alt+c")
    #expect(seat.shows("Say what the chair does: choose a provider, or write it"))
    seat.press("enter")
    #expect(seat.focused == .decision(.measure))
  }

  @Test(
    "where everybody who could take the chair has an interest, a chair's action says who could act")
  func nobodyInTheChair() throws {
    let table = try table()
    let seat = try seat(
      Decided(option: .chairsAction, typed: [.measure: "A mentor", .rationale: "Now."]), at: table)
    seat.press("alt+c")
    #expect(seat.shows("Chair's action, to be ratified. By Ms Okafor."))
    seat.press("esc")
    try table.declare("Ms Okafor", "her nephew", item: 0)
    seat.hear()
    seat.press("alt+c")
    #expect(seat.shows("No chair without an interest is here: Ms Okafor has declared one"))
    seat.press("enter")
    #expect(seat.app.screens.last is AttendanceScreen)
  }

  @Test("EOTAS without a plan, or without why a school would be inappropriate, says what to do")
  func eotas() throws {
    let table = try table()
    let seat = try seat(
      Decided(
        option: .eotas, place: 1, typed: [.reviewOn: "11/01/2027"], chosen: [.isAgreed: 0],
        agrees: true), at: table)
    seat.press("alt+v", "alt+c")
    #expect(seat.shows("decline and name the EHC needs assessment"))
    seat.press("esc")
    seat.go(to: .section19)
    seat.press("ctrl+u", "alt+c")
    #expect(seat.shows("Say under section 19 reasoning why"))
  }

  @Test("where the panel votes, every decision of it needs votes that carry", arguments: all)
  func votes(_ decided: Decided) throws {
    let table = try table(.majority)
    let seat = try seat(decided, at: table)
    seat.press("alt+c")
    guard decided.option != .chairsAction else {
      #expect(seat.shows("Confirm the decision?"))
      return
    }
    #expect(seat.shows("Votes for is empty; give the number of votes"))
    seat.press("enter")
    #expect(seat.focused == .decision(.votesFor))
    seat.type("2")
    write("2", in: .votesAgainst, seat)
    write("1", in: .votesAbstained, seat)
    seat.press("alt+c")
    #expect(seat.shows("was not carried (2 for, 2 against, 1 abstained)"))
    seat.press("esc")
    choose(.castingVote, 0, seat)
    seat.press("alt+c")
    #expect(seat.shows("Confirm the decision?"))
    #expect(seat.shows("carried by the chair's casting vote"))
    seat.press("enter")
    let votes = try table.item(decided.place).decision?.value.decision.votes
    #expect(votes == Votes(inFavour: 2, against: 2, abstained: 1, hasCastingVote: true))
  }
}
