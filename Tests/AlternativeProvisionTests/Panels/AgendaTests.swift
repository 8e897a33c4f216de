import AlternativeProvision
import Testing

@Suite("Agendas, meetings, actions")
struct AgendaTests {
  private func item(_ kind: AgendaKind, _ title: String, due: Int32? = nil) -> AgendaItem {
    var item = AgendaItem(meeting: Identifier(1), kind: kind, title: title)
    item.dueOn = due.map { Day(number: $0) }
    return item
  }

  @Test(
    "matters arising come first, other business last, and between them the clock that runs out first"
  )
  func order() {
    let sorted = AgendaOrder.sorted(
      [
        item(.other, "other"), item(.newReferral, "no clock"),
        item(.reviewDue, "review", due: 30), item(.permanentExclusion, "day six", due: 10),
        item(.newReferral, "same day", due: 10), item(.ratification, "ratify"),
        item(.escalation, "overdue", due: 3), item(.mattersArising, "matters"),
      ], on: Day(number: 20))
    #expect(
      sorted.map(\.title) == [
        "matters", "ratify", "overdue", "day six", "same day", "review", "no clock", "other",
      ])
  }

  @Test("a placement that should have ended long ago comes after every clock that runs")
  func lapsed() {
    let sorted = AgendaOrder.sorted(
      [
        item(.placementEnding, "ended in spring", due: 100), item(.reviewDue, "late", due: 250),
        item(.permanentExclusion, "day six", due: 310), item(.newReferral, "no clock"),
        item(.escalation, "owed since spring", due: 100),
      ], on: Day(number: 270))
    #expect(
      sorted.map(\.title) == [
        "owed since spring", "late", "day six", "no clock", "ended in spring",
      ])
  }

  @Test("what a panel meets for has its time first, whatever else has run out")
  func ownItemsFirst() {
    let endings = (1...20).map { item(.placementEnding, "ending \($0)", due: Int32($0)) }
    let proposed =
      endings + [
        item(.permanentExclusion, "excluded", due: 300), item(.newReferral, "referred"),
        item(.other, "other"),
      ]
    let (taken, leftOff) = AgendaOrder.fitting(
      proposed, into: 50, for: .exclusion, on: Day(number: 290))
    #expect(taken.map(\.title) == ["excluded", "referred", "ending 1", "ending 2", "other"])
    #expect(leftOff.count == 18 && leftOff.first?.title == "ending 3")
    let board = AgendaOrder.fitting(
      [item(.placementEnding, "ending", due: 1), item(.providerQuality, "visit", due: 300)],
      into: 10, for: .assurance, on: Day(number: 290))
    #expect(board.taken.map(\.title) == ["visit"])
  }

  @Test("escalations crowd out neither whom the last meeting left undecided nor who was referred")
  func leftAndReferredFirst() {
    var excluded = item(.permanentExclusion, "left: day six", due: 300)
    excluded.file = Identifier(7)
    var before = excluded
    before.kind = .escalation
    let escalations = (1...9).map { item(.escalation, "escalation \($0)", due: Int32($0)) }
    let proposed = escalations + [item(.newReferral, "referred", due: 290), excluded]
    let (taken, leftOff) = AgendaOrder.fitting(
      proposed, into: 30, for: .section19, left: [before], on: Day(number: 280))
    #expect(taken.map(\.title) == ["escalation 1", "referred", "left: day six"])
    #expect(leftOff.first?.title == "escalation 2")
  }

  @Test("a meeting opens, closes, may open again, and stays as it is once its minutes are approved")
  func states() {
    #expect(MeetingState.planned.next == [.open])
    #expect(MeetingState.open.next == [.closed])
    #expect(MeetingState.closed.next.contains(.open))
    #expect(MeetingState.minutesDraft.next.contains(.minutesApproved))
    #expect(MeetingState.minutesApproved.next.isEmpty)
  }

  @Test("an action has something to do, an owner and a day that is ahead")
  func actions() throws {
    let day = try Day("2026-11-26")
    #expect(
      PanelAction(what: " ").problems(on: day) == [.nothingToDo, .ownerMissing, .dueMissing])
    let late = PanelAction(what: "Ring the school", owner: "Ada", dueOn: day.adding(days: -1))
    #expect(late.problems(on: day) == [.dueBefore(day.adding(days: -1), day)])
    #expect(late.isOverdue(on: day))
    var done = late
    done.doneOn = day
    #expect(done.problems(on: day).isEmpty && !done.isOverdue(on: day))
  }

  @Test(
    "an observer and a member with an interest do not decide, and the quorum is counted without them"
  )
  func deciding() {
    let chair = PanelMember(name: "A. Chair", agency: .educationInclusion, role: .chair)
    let deputy = PanelMember(name: "B. Deputy", agency: .attendance, role: .deputy)
    let head = PanelMember(name: "C. Head", agency: .school)
    let nurse = PanelMember(name: "D. Nurse", agency: .schoolNursing)
    let watching = PanelMember(name: "E. Watcher", agency: .police, role: .observer)
    let everyone = [chair, deputy, head, nurse, watching].map { Attendee($0, .present) }
    let quorum = Quorum(members: 3)
    #expect(Deciding(attendees: everyone, quorum: quorum).hasQuorum)
    let without = Deciding(
      attendees: everyone, interests: [Interest(member: "c. head", nature: "her own pupil")],
      quorum: quorum)
    #expect(without.members == [chair, deputy, nurse])
    #expect(without.interested.map(\.member) == ["c. head"])
    #expect(without.shortfalls == [.members(1), .agency(.school)])
    var chairLeft = everyone
    chairLeft[0].presence = .left
    let led = Deciding(attendees: chairLeft, quorum: Quorum(members: 2))
    #expect(led.hasQuorum && led.members.count == 3)
    let elsewhere = Deciding(
      attendees: everyone, interests: [Interest(member: "Z. Absent")], quorum: quorum)
    #expect(elsewhere.interested.isEmpty)
  }

  @Test("every panel's routes lead back to a panel that takes them")
  func routes() {
    for route in CaseRoute.allCases {
      #expect(PanelKind.usual(for: route).routes.contains(route))
    }
  }

  @Test("names of choices are short where they must be, and no two are alike")
  func titles() {
    func check<Choice: Titled>(_: Choice.Type) {
      let all = Array(Choice.allCases)
      #expect(all.allSatisfy { !$0.title.isEmpty && $0.shortTitle.count <= 10 })
      #expect(Set(all.map(\.title)).count == all.count)
    }
    check(AgendaKind.self)
    check(AgendaItemState.self)
    check(DecisionField.self)
    check(DecisionOption.self)
    check(DecisionRule.self)
    check(DecisionStanding.self)
    check(DeclineRoute.self)
    check(MeetingState.self)
    check(PanelKind.self)
    check(PanelRhythm.self)
    check(PanelRole.self)
    check(Presence.self)
    check(ReferralField.self)
    check(ReferralStatus.self)
    check(RollStatus.self)
    check(SocialCareStatus.self)
  }
}
