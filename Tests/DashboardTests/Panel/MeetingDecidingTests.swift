import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("Deciding in a meeting")
struct MeetingDecidingTests {
  /// Writes what an option wants, by the keyboard alone.
  func fill(_ option: DecisionOption, _ seat: Seat) {
    seat.choose(option)
    var wanted = option.required
    if option == .chairsAction { wanted.append(.measure) }
    if option != .note { wanted.append(.rationale) }
    for field in wanted {
      switch field {
      case .provider:
        seat.press("enter")
        if seat.screen?.part == .options { seat.press("enter") }
      case .declineRoute, .isAgreed, .placement, .tier:
        seat.go(to: field)
        seat.press("enter", "enter")
      default:
        seat.go(to: field)
        seat.press("ctrl+u")
        seat.type(words(field))
      }
    }
  }

  private func words(_ field: DecisionField) -> String {
    switch field {
    case .startsOn: "30/11/2026"
    case .sessions: "10"
    case .hours: "18"
    case .weeklyCost: "425.50"
    case .reviewOn: "11/01/2027"
    case .plannedEnd: "26/03/2027"
    case .dueOn: "7/12"
    case .endsOn: "18/12/2026"
    default: "Words for \(field.title)."
    }
  }

  @Test(
    "each decision is written from the keyboard, looked at once more, and confirmed",
    arguments: [
      (DecisionOption.agree, 0), (.deferred, 1), (.decline, 2), (.referSafeguarding, 0),
      (.chairsAction, 0), (.note, 1), (.extend, 4), (.end, 4),
    ])
  func confirms(_ option: DecisionOption, _ place: Int) throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    for _ in 0..<place { seat.press("n") }
    fill(option, seat)
    seat.press("alt+c")
    #expect(seat.shows("Confirm the decision?"), "\(seat.lines.joined(separator: "\n"))")
    seat.press("enter")
    let item = try table.item(place)
    #expect(item.item.value.state == .decided)
    #expect(item.decision?.value.decision.option == option)
    if option != .note {
      #expect(item.decision?.value.decision.rationale == "Words for Rationale.")
    }
    // That a child was referred to safeguarding is not for the room: so no decision is named.
    #expect(seat.shows("The decision is confirmed"))
    #expect(seat.shows("Item \((place + 1) % 5 + 1) of 5"))
  }

  @Test("part-time without a need of health, EOTAS without a plan and a step down to no lower tier")
  func refusals() throws {
    let seat = try Seat(120, 40, at: PanelTable())
    fill(.agreePartTime, seat)
    seat.go(to: .healthReason)
    seat.press("ctrl+u")
    seat.press("alt+c")
    #expect(seat.shows("ten sessions are full-time") || seat.shows("Ten sessions are full-time"))
    #expect(seat.shows("Reason of health is empty"))
    seat.press("esc")
    seat.go(to: .option)
    seat.press("enter")
    seat.type("EOTAS")
    seat.press("enter")
    seat.go(to: .isAgreed)
    seat.press("enter", "enter", "alt+c")
    // That there is no plan is covered until it is asked for.
    #expect(!seat.shows("there is none") && seat.shows("the shared view covers why"))
    seat.press("esc", "alt+v", "alt+c")
    #expect(seat.shows("there is none"))
  }

  @Test("a section 19 panel's place wants its reasoning, which is asked for, and a number is none")
  func section19() throws {
    let table = try PanelTable(kind: .section19)
    let seat = try Seat(160, 60, at: table)
    seat.press("tab", "enter")
    for (field, text) in [
      (DecisionField.startsOn, "30/11"), (.sessions, "4"), (.hours, "10"), (.weeklyCost, "450"),
      (.reviewOn, "11/1"),
      (.exitCriteria, "Nine in ten."), (.section19, "10"), (.rationale, "She is ready."),
    ] {
      seat.go(to: field)
      seat.type(text)
    }
    seat.press("alt+c")
    #expect(seat.shows("4 sessions a week are part-time"))
    #expect(seat.shows("Section 19 reasoning says only \"10\""))
    // The sessions are the fault that comes first, and Enter goes there.
    seat.press("enter")
    #expect(seat.focused == .decision(.sessions))
    seat.press("ctrl+u")
    seat.type("10")
    seat.press("alt+c", "enter")
    #expect(seat.focused == .decision(.section19))
    seat.press("ctrl+u")
    seat.press("alt+c")
    #expect(seat.shows("Section 19 reasoning is empty; say whether education"))
    seat.press("enter")
    seat.type("No school place is open to her before Christmas.")
    seat.press("alt+c")
    #expect(seat.shows("Confirm the decision?"))
  }

  @Test(
    "a note shows what it notes, says that it decides nothing, and what the panel was told is kept")
  func noteDecidesNothing() throws {
    let table = try PanelTable()
    let seat = try Seat(160, 60, at: table)
    seat.choose(.note)
    seat.go(to: .notes)
    seat.type("The aunt will ring on Monday.")
    seat.press("alt+c")
    #expect(seat.shows("Notes: The aunt will ring on Monday."))
    #expect(
      seat.shows("! this decides nothing: what was asked stays open, and nobody is written to"))
    #expect(seat.shows("! this does not end the duty"))
    seat.press("enter")
    let told = try table.item(0).decision?.value.told ?? []
    #expect(told.first?.hasPrefix("this decides nothing") == true)
    #expect(told.contains { $0.hasPrefix("this does not end the duty") })
  }

  @Test("the letter that opens a list finds in it, and a way is found by its abbreviation")
  func lettersFind() throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    seat.choose(.decline)
    seat.go(to: .declineRoute)
    seat.type("EHC")
    #expect(seat.shows("Education, health and care needs assessment"))
    seat.press("enter")
    #expect(try seat.stored(.declineRoute) == "ehcAssessment")
  }

  @Test("the box before a decision shows its actions, and what a recommendation leaves to a clock")
  func recommendedBox() throws {
    let table = try PanelTable()
    for name in ["Mr Lindqvist", "Dr Pereira", "Ms Tan"] { try table.leave(name) }
    let seat = try Seat(160, 60, at: table)
    seat.press("n", "a")
    seat.type("Ring the school")
    seat.press("enter")
    seat.type("Ms Ward")
    seat.press("esc", "tab", "enter")
    for (field, text) in [
      (DecisionField.startsOn, "30/11"), (.sessions, "10"), (.hours, "25"), (.weeklyCost, "450"),
      (.reviewOn, "11/1"), (.exitCriteria, "Nine in ten."), (.rationale, "She is ready."),
    ] {
      seat.go(to: field)
      seat.press("ctrl+u")
      seat.type(text)
    }
    seat.press("alt+c")
    #expect(seat.shows("Confirm the decision?"))
    #expect(seat.shows("Action: Ring the school – Ms Ward"))
    #expect(seat.shows("Sixth day, permanent exclusion is due on"))
  }

  @Test("Enter alone decides nothing: an option is gone to or typed first")
  func nothingByEnter() throws {
    let seat = try Seat(at: PanelTable())
    seat.press("d", "enter", "enter")
    #expect(seat.shows("Go to a line"))
    #expect(try seat.stored(.option).isEmpty)
    seat.press("down", "enter")
    #expect(try seat.stored(.option) == "agree")
  }

  @Test("a decision without a rationale is refused, and Enter goes to the field that wants it")
  func noRationale() throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    fill(.decline, seat)
    seat.go(to: .rationale)
    seat.press("ctrl+u")
    seat.press("alt+c")
    #expect(seat.shows("Rationale is empty"))
    seat.press("enter")
    #expect(seat.focused == .decision(.rationale))
    #expect(try table.item(0).decision == nil)
  }

  @Test("without a quorum it is a recommendation to be ratified, and changes nothing in the case")
  func recommended() throws {
    let table = try PanelTable()
    try table.leave("Mr Lindqvist")
    let seat = try Seat(at: table)
    fill(.agree, seat)
    seat.press("alt+c")
    #expect(seat.shows("Recommended, to be ratified"))
    #expect(seat.shows("No quorum"))
    seat.press("enter")
    #expect(try table.item(0).decision?.value.standing == .recommended)
    let file = try #require(try table.small.caseload.file(reference: "AP-2026-0001"))
    #expect(try table.small.caseload.placements(in: file.id).isEmpty)
    // Regained, the next one is decided.
    try table.come("Mr Lindqvist")
    seat.hear()
    fill(.decline, seat)
    seat.press("alt+c", "enter")
    #expect(try table.item(1).decision?.value.standing == .decided)
  }

  @Test("an agreed place, its review and its action are on file in one change")
  func applied() throws {
    let table = try PanelTable()
    let seat = try Seat(at: table)
    fill(.agree, seat)
    seat.press("alt+a")
    seat.type("Send the letter")
    seat.press("tab")
    seat.type("Ms Okafor")
    seat.press("tab")
    seat.type("+7")
    let before = try table.small.caseload.journalPosition()
    seat.press("alt+c")
    #expect(seat.shows("Harbour Studio, from Mon 30 Nov 2026"))
    seat.press("enter")
    let file = try #require(try table.small.caseload.file(reference: "AP-2026-0001"))
    let placed = try #require(try table.small.caseload.placements(in: file.id).first?.value)
    #expect(placed.startsOn == SmallCaseload.day(2026, 11, 30))
    #expect(placed.hoursPerWeek == 18)
    let action = try #require(try table.small.caseload.actions(of: file.id).first?.action)
    #expect(action.owner == "Ms Okafor")
    #expect(action.dueOn == SmallCaseload.day(2026, 12, 3))
    #expect(try table.small.caseload.journalPosition() > before)
  }

  @Test("a full provider is not agreed, though it was chosen while it had a place")
  func full() throws {
    let table = try PanelTable()
    let seat = try Seat(120, 40, at: table)
    fill(.agree, seat)
    try table.fill("Harbour Studio")
    seat.hear()
    seat.press("alt+c")
    #expect(seat.shows("Harbour Studio cannot take this child"))
  }

  @Test("a decision is reopened with a reason, and both stand in the record")
  func reopens() throws {
    let table = try PanelTable()
    let seat = try Seat(120, 40, at: table)
    fill(.decline, seat)
    seat.press("alt+c", "enter", "p")
    #expect(!seat.shows("✓ Decline"))
    seat.press("v")
    #expect(seat.shows("✓ Decline"))
    seat.press("d")
    #expect(seat.shows("o reopens it"))
    seat.press("o", "enter")
    #expect(seat.shows("Say why"))
    seat.type("The school had not been heard")
    seat.press("enter")
    #expect(try table.item(0).item.value.state == .waiting)
    seat.press("c", "enter")
    let decisions = try table.item(0).decisions.map(\.value)
    #expect(decisions.count == 2)
    #expect(decisions.first?.reopening?.reason == "The school had not been heard")
  }

  @Test("who confirms sees what the other has typed meanwhile before anything is recorded")
  func confirmedOver() throws {
    let table = try PanelTable()
    let chair = try Seat(at: table)
    let clerk = try Seat(at: table, author: "C. Clerk")
    fill(.decline, chair)
    chair.press("alt+c")
    clerk.hear()
    clerk.go(to: .dissent)
    clerk.type("The school dissents.")
    clerk.wait(.milliseconds(250))
    chair.press("enter")
    #expect(chair.shows("somebody has typed into this item"))
    #expect(try table.item(0).decision == nil)
    chair.press("alt+c", "enter")
    #expect(try table.item(0).decision?.value.decision.dissent == "The school dissents.")
  }

  @Test("votes are asked for where the panel votes, and more votes than members are refused")
  func votes() throws {
    let seat = try Seat(120, 40, at: PanelTable(decides: .majority))
    fill(.decline, seat)
    seat.go(to: .votesFor)
    seat.type("7")
    seat.press("alt+c")
    #expect(seat.shows("7 votes were counted and 5 decide"))
    seat.press("enter", "ctrl+u")
    seat.type("3")
    seat.press("tab")
    seat.type("2")
    seat.press("alt+c", "enter")
    #expect(seat.shows("The decision is confirmed"))
  }

  @Test("where nobody is recorded as here, Enter goes to attendance, and back to the same field")
  func nobody() throws {
    let table = try PanelTable()
    for member in PanelTable.members { try table.leave(member.name) }
    let seat = try Seat(at: table)
    fill(.decline, seat)
    seat.press("alt+c")
    #expect(seat.shows("Nobody is present who may decide"))
    seat.press("enter")
    #expect(seat.shows("Ms Okafor"))
    seat.press("p", "esc")
    #expect(seat.focused == .decision(.rationale))
    seat.press("alt+c")
    #expect(seat.shows("Confirm the decision?"))
  }

  @Test("an item of a meeting that is not open says how to open it")
  func notOpen() throws {
    let table = try PanelTable(isOpen: false)
    let seat = try Seat(at: table)
    #expect(seat.shows("Planned"))
    fill(.decline, seat)
    seat.press("alt+c")
    #expect(seat.shows("O opens it"))
    seat.press("esc", "O")
    #expect(seat.shows("The meeting is open."))
    seat.press("c", "enter")
    #expect(try table.item(0).item.value.state == .decided)
  }
}
