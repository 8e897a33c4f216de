import AlternativeProvision
import CaseStore
import Testing

@testable import Dashboard

@Suite("The agenda and who is at a meeting")
struct AgendaScreenTests {
  private func titles(_ bench: Bench) throws -> [String] {
    try PanelOffice.meeting(bench).items.map(\.item.value.title)
  }

  @Test("an item goes earlier or later, the selection with it, and back by the clocks")
  func reorder() throws {
    let bench = try PanelOffice.agenda()
    bench.press("J", "J")
    #expect(
      try titles(bench).prefix(3) == [
        "AP-2026-0002", "AP-2026-0004 · The Boatyard", "AP-2026-0001",
      ])
    #expect(bench.selectedLine?.contains("AP-2026-0001") == true)
    bench.press("K")
    #expect(try titles(bench).prefix(2) == ["AP-2026-0002", "AP-2026-0001"])
    bench.press("o")
    #expect(try titles(bench).first == "AP-2026-0001")
    bench.press("u")
    #expect(try titles(bench).first == "AP-2026-0002")
  }

  @Test("an item is dropped with a reason that is kept, and put back")
  func drop() throws {
    let bench = try PanelOffice.agenda()
    bench.press("d", "F9")
    #expect(bench.shows("Say why it comes off the agenda."))
    bench.type("Moved to Leeds")
    bench.press("F9")
    var item = try #require(try PanelOffice.meeting(bench).items.first?.item.value)
    #expect(item.state == .dropped)
    #expect(item.droppedBecause == "Moved to Leeds")
    #expect(bench.shows("dropped: Moved to Leeds"))
    #expect(bench.shows("4 items"))
    bench.press("d")
    item = try #require(try PanelOffice.meeting(bench).items.first?.item.value)
    #expect(item.state == .waiting)
    #expect(item.droppedBecause == nil)
  }

  @Test("a reason of several lines is seen as it is typed, and is not lost by one Escape")
  func reason() throws {
    let bench = try PanelOffice.agenda()
    bench.press("d")
    bench.type("Moved to Leeds")
    bench.press("enter")
    bench.type("on Monday")
    #expect(bench.shows("Moved to Leeds") && bench.shows("on Monday"))
    bench.press("esc")
    #expect(bench.shows("Not kept yet: F9 saves it; Esc again leaves without it."))
    bench.press("F9")
    let item = try #require(try PanelOffice.meeting(bench).items.first?.item.value)
    #expect(item.droppedBecause == "Moved to Leeds\non Monday")
    bench.press("d", "j", "d")
    bench.type("No")
    bench.press("esc", "q")
    #expect(!bench.shows("Not kept yet"), "two letters are no loss")
  }

  @Test("while the view is shared, no form of an agenda shows the names that are typed into it")
  func sharedForms() throws {
    let bench = try PanelOffice.agenda(120, 40)
    bench.press("x", "d")
    bench.type("Ben Marlow left; so did Aaliyah")
    #expect(bench.shows("B·· M····· left; so did A······"))
    bench.press("esc", "esc", "a")
    bench.type("matter")
    bench.press("enter")
    bench.type("Ben Marlow and his sister")
    #expect(bench.shows("B·· M····· and his sister"))
    bench.press("tab")
    #expect(bench.shows("BM and his sister"))
    bench.press("esc", "esc", "t", "i")
    bench.type("marlow")
    #expect(bench.shows("••••••") && !bench.text.lowercased().contains("marlow"))
  }

  @Test("what has no time is told by its sorts, and what is overdue since when")
  func leftOffInWords() throws {
    let day = SmallCaseload.today
    func item(_ kind: AgendaKind, due: Int) -> AgendaItem {
      var item = AgendaItem(meeting: Identifier(1), kind: kind, title: "x")
      item.dueOn = day.adding(days: due)
      return item
    }
    let items = [item(.newReferral, due: 3), item(.placementEnding, due: -200)]
    #expect(AgendaWords.kinds(items) == "1 referral, 1 placement ending")
    #expect(AgendaWords.late(items, on: day) == "One is overdue, since 7 May 2026; ")
    #expect(
      AgendaWords.late(items + [item(.reviewDue, due: -1)], on: day)
        == "2 are overdue, the first since 7 May 2026; ")
    #expect(AgendaWords.late([item(.reviewDue, due: 0)], on: day).isEmpty)
  }

  @Test("the day and place of a meeting that is over are not changed, and the reason is given")
  func over() throws {
    let bench = try PanelOffice.agenda()
    let meeting = try PanelOffice.meeting(bench).meeting.id
    try bench.small.caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "hold") { door in
      try door.move(meeting, to: .open)
      try door.move(meeting, to: .closed)
    }
    bench.rest()
    bench.press("e")
    #expect(bench.shows("The meeting is over: its day and place stand in the minutes."))
    #expect(!bench.shows("Minutes in all"))
  }

  @Test("an item gets more or less time, and the sum is shown against the meeting's")
  func time() throws {
    let bench = try PanelOffice.agenda()
    #expect(bench.shows("5 items · 50 of 150 min"))
    bench.press("+", "+", "j", "-")
    #expect(bench.shows("5 items · 55 of 150 min"))
    bench.press("enter", "ctrl+u")
    bench.type("9999")
    bench.press("F9")
    #expect(bench.shows("From 0 to 600 minutes."))
    bench.press("ctrl+u")
    bench.type("120")
    bench.press("F9")
    #expect(bench.shows("▲ 20 minutes more than the meeting has."))
  }

  @Test("what the time does not allow is left off, counted, and the chair can add it")
  func leftOff() throws {
    let bench = try PanelOffice.bench()
    bench.press("2", "n", "tab", "tab", "tab", "tab", "ctrl+u")
    bench.type("30")
    bench.press("F9")
    bench.rest()
    #expect(bench.shows("3 items · 30 of 30 min"))
    #expect(bench.shows("2 more belong on it"))
    bench.press("m")
    #expect(bench.shows("All 2 items"))
    bench.press("enter")
    bench.rest()
    #expect(bench.shows("4 items · 40 of 30 min"))
    #expect(bench.shows("1 more belong on it"))
    bench.press("b")
    #expect(bench.shows("Nothing new belongs on it; 1 more have no time: m shows them."))
  }

  @Test("a child, a provider or another matter is added")
  func add() throws {
    let bench = try PanelOffice.agenda()
    bench.press("a", "enter")
    bench.type("quill")
    bench.press("enter")
    #expect(try titles(bench).contains("AP-2026-0005"))
    bench.press("a", "enter")
    bench.type("quill")
    bench.press("enter")
    #expect(bench.shows("AP-2026-0005 is on the agenda already."))
    bench.press("a", "down", "enter")
    bench.type("kite")
    bench.press("enter")
    #expect(try titles(bench).contains("Kite House"))
    bench.press("a", "down", "down", "enter")
    bench.press("F9")
    #expect(bench.shows("Say what it is about."))
    bench.type("Half-term cover")
    bench.press("F9")
    #expect(try titles(bench).contains("Half-term cover"))
  }

  @Test("attendance shows the quorum at once, and whoever leaves counts no longer")
  func quorum() throws {
    let bench = try PanelOffice.agenda()
    bench.press("t", "g", "p", "a", "p", "p")
    #expect(bench.shows("■ No quorum: 1 more member is needed"))
    bench.press("p")
    #expect(bench.shows("Ms Ward: present. There is a quorum."))
    #expect(bench.shows("✓ Quorum  4 of 5 here"))
    bench.press("f")
    #expect(bench.shows("There is no quorum now: 1 more member is needed"))
    bench.press("k", "k", "k", "f")
    #expect(bench.shows("Mr Brandt is not recorded as here, and so cannot leave."))
    let people = try PanelOffice.meeting(bench).attendees
    #expect(people.map(\.presence) == [.present, .apologies, .present, .present, .left])
  }

  @Test("whoever comes in another's place is added; everyone else is here with one key")
  func deputies() throws {
    let bench = try PanelOffice.agenda()
    bench.press("t", "n", "F9")
    #expect(bench.shows("Name who is here."))
    bench.type("ms ward")
    bench.press("F9")
    #expect(bench.shows("ms ward is on the list already."))
    bench.press("ctrl+u")
    bench.type("Mx Ode")
    bench.press("tab")
    bench.type("p")
    bench.press("F9")
    bench.press("P")
    let people = try PanelOffice.meeting(bench).attendees
    #expect(people.last?.member == PanelMember(name: "Mx Ode", agency: .police))
    #expect(people.allSatisfy { $0.presence == .present })
  }

  @Test("an interest is declared in one item, shown as not deciding, and can be taken back")
  func interests() throws {
    let bench = try PanelOffice.agenda()
    bench.press("t", "j", "j", "i", "down", "enter", "F9")
    #expect(bench.shows("Say what the interest is."))
    bench.type("Governor of the school")
    bench.press("F9")
    var item = try #require(try PanelOffice.meeting(bench).items.dropFirst().first)
    #expect(
      item.interests == [Interest(member: "Mr Lindqvist", nature: "Governor of the school")])
    #expect(bench.shows("Mr Lindqvist does not decide on MARLOW, Ben · AP-2026-0002"))
    bench.press("w", "enter")
    item = try #require(try PanelOffice.meeting(bench).items.dropFirst().first)
    #expect(item.interests.isEmpty)
  }

  @Test("a meeting opens on its own day, on another only when asked twice, and names are initials")
  func opening() throws {
    let bench = try PanelOffice.agenda(120, 40)
    bench.press("O")
    #expect(bench.shows("This meeting is for Thu 26 Nov 2026, not today."))
    #expect(try PanelOffice.meeting(bench).meeting.value.state == .planned)
    bench.press("O")
    #expect(try PanelOffice.meeting(bench).meeting.value.state == .open)
    #expect(bench.shows("The meeting is open. No quorum"))
    #expect(bench.shows("SHARED VIEW"))
    #expect(!bench.text.lowercased().contains("marlow"))
  }

  @Test("an action of an earlier meeting is noted as done from the next agenda")
  func earlierActions() throws {
    let small = try PanelOffice.withAnEarlierAction()
    let bench = try PanelOffice.bench(120, 40, small: small)
    bench.press("2")
    let rows = bench.lines.filter { $0.contains("19 Nov") || $0.contains("26 Nov") }
    #expect(!rows.isEmpty)
    for _ in 1...5 where bench.selectedLine?.contains("26 Nov") == false { bench.press("j") }
    bench.press("enter")
    #expect(try titles(bench).first == "Matters arising and open actions")
    #expect(bench.shows("Ring the school – Ms Ward"))
    bench.press("D", "enter", "F9")
    #expect(try small.caseload.openActions().isEmpty)
    bench.press("D")
    #expect(bench.shows("No action of an earlier meeting is open."))
  }

  @Test("what another terminal does to the agenda is seen here")
  func together() throws {
    let small = try PanelOffice.small()
    let one = try PanelOffice.agenda(small: small)
    let other = try Caseload.open(small.path, access: .readWrite)
    let meeting = try PanelOffice.meeting(one).meeting.id
    try other.change(by: "Chair", at: SmallCaseload.now, cause: "add") { door in
      try door.put(AgendaItem(meeting: meeting, kind: .other, title: "Lift out of order"))
    }
    one.send(.wake(0))
    #expect(one.shows("Lift out of order"))
  }
}
