import AlternativeProvision
import CaseStore
import Testing

@testable import Dashboard

@Suite("The panels' first screen")
struct PanelHomeTests {
  @Test("without a panel it says how to make one")
  func empty() throws {
    let bench = try Bench(small: SmallCaseload(), author: "Clerk")
    bench.press("M")
    #expect(bench.shows("No panel yet. n makes one"))
  }

  @Test("a panel is made from a form that says at once when it would meet")
  func making() throws {
    let bench = try Bench(small: SmallCaseload(), author: "Clerk")
    bench.press("M", "n")
    bench.type("Medical panel")
    bench.press("tab", "right", "right", "tab")
    bench.type("Education for children who are ill.")
    bench.press("tab", "right")
    #expect(bench.shows("Fortnightly"))
    bench.press("tab", "tab", "tab")
    bench.type("19/11")
    #expect(bench.shows("Thu 19 Nov 2026"))
    bench.press("F9")
    let panel = try #require(try bench.small.caseload.panels().first?.value)
    #expect(panel.name == "Medical panel")
    #expect(panel.kind == .medical)
    #expect(panel.terms.cycle.rhythm == .fortnightly)
    #expect(panel.terms.cycle.anchor == SmallCaseload.day(2026, 11, 19))
    // The next meetings follow at once.
    #expect(bench.shows("Thu 3 Dec"))
  }

  @Test("members are typed one a line, and a line that is none is named")
  func members() throws {
    let bench = try PanelOffice.bench()
    bench.press("1", "e")
    for _ in 1...10 { bench.press("tab") }
    bench.press("ctrl+end", "enter")
    bench.type("Ms Tan, Sendd")
    bench.press("F9")
    #expect(bench.shows("Line 6: “Sendd” is no agency."))
    bench.press("backspace", "F9")
    let panel = try #require(try bench.small.caseload.panels().first?.value)
    #expect(panel.members.last == PanelMember(name: "Ms Tan", agency: .specialNeeds))
    #expect(panel.members.count == 6)
  }

  @Test("wrong numbers and a second chair are answered with what would do")
  func wrongInput() throws {
    let bench = try PanelOffice.bench()
    bench.press("1", "e")
    bench.press("ctrl+u", "F9")
    #expect(bench.shows("Give it the name that the team knows it by."))
    bench.type("X")
    for _ in 1...8 { bench.press("tab") }
    bench.press("ctrl+u")
    bench.type("9999")
    bench.press("F9")
    #expect(bench.shows("How many minutes a meeting has: a number from 10 to 600."))
    bench.press("ctrl+u")
    bench.type("120")
    bench.press("tab", "tab", "ctrl+end", "enter")
    bench.type("Ms Tan, SEND, chair")
    bench.press("F9")
    #expect(bench.shows("There are 2 chairs; make all but one deputies."))
    #expect(try bench.small.caseload.panels().first?.value.name == "Permanent exclusion panel")
  }

  @Test("a name that another panel has is refused, and what was typed stays")
  func twice() throws {
    let bench = try PanelOffice.bench()
    bench.press("1", "n")
    bench.type("Permanent exclusion panel")
    bench.press("F9")
    bench.press("1", "n")
    bench.type("Other")
    bench.press("F9")
    bench.press("1", "g")
    let panels = try bench.small.caseload.panels()
    #expect(panels.count == 2)
  }

  @Test("the next meetings follow from the cycle and the school calendar, and Enter makes one")
  func meetings() throws {
    let bench = try PanelOffice.bench()
    #expect(bench.shows("Thu 26 Nov"))
    #expect(bench.shows("Thu 3 Dec"))
    bench.press("2", "enter")
    let meeting = try PanelOffice.meeting(bench)
    #expect(meeting.meeting.value.heldOn == PanelOffice.heldOn)
    #expect(meeting.meeting.value.startsAt == "14:00")
    #expect(meeting.meeting.value.minutesAllotted == 150)
    #expect(bench.shows("Agenda"))
    // Three children are excluded and without a place; the agenda has them by their sixth day.
    #expect(
      meeting.items.map(\.item.value.title) == [
        "AP-2026-0001", "AP-2026-0002", "AP-2026-0004 · The Boatyard", "AP-2026-0003",
        "Any other business",
      ])
  }

  @Test("a meeting can be made for any day, but not twice for the same")
  func otherDay() throws {
    let bench = try PanelOffice.bench()
    bench.press("2", "n", "tab", "ctrl+u")
    bench.type("31/2")
    bench.press("F9")
    #expect(bench.shows("There is no such day; February 2026 has 28 days."))
    bench.press("ctrl+u")
    bench.type("25/11")
    bench.press("F9")
    #expect(try PanelOffice.meeting(bench).meeting.value.heldOn == SmallCaseload.day(2026, 11, 25))
    bench.press("esc", "n", "tab", "ctrl+u")
    bench.type("25/11")
    bench.press("F9")
    #expect(bench.shows("has a meeting on 25 Nov 2026 already"))
  }

  @Test("names are initials while the view is shared, on every screen")
  func shared() throws {
    let small = try PanelOffice.small()
    try PanelOffice.refer("S02", on: small)
    let bench = try PanelOffice.bench(120, 40, small: small)
    #expect(bench.shows("MARLOW, Ben"))
    bench.press("x")
    #expect(!bench.text.lowercased().contains("marlow"))
    #expect(bench.shows("SHARED VIEW"))
    bench.press("2", "enter")
    #expect(bench.shows("BM · AP-2026-0002"))
    #expect(!bench.text.lowercased().contains("marlow"))
    bench.press("x")
    #expect(bench.shows("MARLOW, Ben · AP-2026-0002"))
  }

  @Test("an action says for which child it is, in the list and in its form")
  func actionOfAChild() throws {
    let small = try PanelOffice.withAnEarlierAction()
    let meeting = try #require(try small.caseload.meetings().first).id
    let file = try #require(try small.caseload.file(reference: "AP-2026-0001"))
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "agree") { door in
      try door.add(PanelAction(what: "Ask the GP"), to: meeting, item: nil, file: file.id)
    }
    let bench = try PanelOffice.bench(160, 45, small: small)
    #expect(bench.shows("FOX, Aaliyah · AP-2026-0001  nobody named   Ask the GP"))
    bench.press("4", "j", "d")
    #expect(bench.shows("Done: action 2, FOX, Aaliyah · AP-2026-0001"))
    bench.press("esc", "x")
    #expect(bench.shows("AF · AP-2026-0001") && !bench.shows("FOX"))
  }

  @Test("an action is noted as done from here, on a day that has come")
  func actions() throws {
    let small = try PanelOffice.withAnEarlierAction()
    let bench = try PanelOffice.bench(small: small)
    #expect(bench.shows("■ 20 Nov Ms Ward    Ring the school"))
    bench.press("4", "d", "ctrl+u")
    bench.type("24/11")
    bench.press("F9")
    #expect(bench.shows("24 Nov 2026 has not come yet"))
    bench.press("ctrl+u")
    bench.type("today")
    bench.press("tab")
    bench.type("They will send the plan.")
    bench.press("F9")
    #expect(bench.shows("No action is open."))
    bench.press("u")
    #expect(bench.shows("Ring the school"))
  }
}

@Suite("What panels agreed, on the case")
struct CaseActionTests {
  @Test("an open action stands on its case until it is noted there as done")
  func onCase() throws {
    let small = try PanelOffice.small()
    let panel = try #require(try small.caseload.panels().first)
    let file = try #require(try small.caseload.file(reference: "AP-2026-0005"))
    try small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "meet") { door in
      let meeting = try door.put(
        Meeting(panel: panel.id, heldOn: SmallCaseload.day(2026, 11, 19))
      ).id
      for what in ["Ring Erin's tutor", "Ask the GP"] {
        try door.add(
          PanelAction(what: what, owner: "Ms Ward", dueOn: SmallCaseload.day(2026, 11, 20)),
          to: meeting, item: nil, file: file.id)
      }
    }
    let bench = try Bench(small: small, author: "Clerk")
    bench.press("/")
    bench.type("quill")
    bench.press("enter", "enter", "2")
    #expect(bench.shows("20 Nov 2026  ■ Ring Erin's tutor – Ms Ward"))
    bench.press("x")
    // The words may name anybody.
    #expect(bench.shows("(covered) – Ms Ward") && !bench.shows("tutor"))
    bench.press("d")
    #expect(bench.shows("Which action is done?"))
    bench.type("gp")
    bench.press("enter", "tab")
    bench.type("She will write.")
    bench.press("F9")
    #expect(!bench.shows("■ Ask the GP"))
    #expect(bench.shows("Done: (covered)"))
    bench.press("x")
    #expect(bench.shows("Done: Ask the GP"))
    #expect(try small.caseload.openActions().map(\.action.what) == ["Ring Erin's tutor"])
  }
}
