import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("meetings from agenda to minutes")
struct MeetingTests {
  @Test("an agenda builds itself, in the order of the clocks, and twice adds nothing")
  func building() throws {
    let table = try PanelTable(isOpen: false)
    let ready = try table.refer("R-1")
    try table.refer("R-2") { $0.status = .draft }
    try table.refer("R-3", route: .permanentExclusion)
    try table.refer("R-4", route: .medical)
    let earlier = try table.change("earlier") { door in
      try door.put(Meeting(panel: table.panel, heldOn: PanelTable.day.adding(days: -7))).id
    }
    // A review long due, an end in sight: items of the earlier meeting, which is over.
    let (_, ending, _) = try table.placed("AP-1", in: earlier)
    let (_, due, placement) = try table.placed("AP-2", in: earlier)
    try table.change("plan") { door in
      var found = try #require(try table.caseload.placement(placement))
      found.plannedEnd = nil
      try door.put(found)
      try door.add(
        PanelAction(what: "Ring", owner: "Bel", dueOn: PanelTable.day), to: earlier, item: nil)
      try door.put(AgendaItem(meeting: earlier, kind: .other, title: "Lift out of order"))
    }
    let added = try table.change("build") { door in try door.buildAgenda(table.meeting) }.added
    let items = try table.file().items.map(\.item.value)
    #expect(items.count == added)
    #expect(
      items.map(\.kind) == [
        .mattersArising, .reviewDue, .placementEnding, .newReferral, .newReferral, .other, .other,
      ])
    #expect(items.contains { $0.referral == ready })
    #expect(items.contains { $0.title == "R-4" })
    #expect(!items.contains { $0.title == "R-2" || $0.title == "R-3" })
    #expect(items.first { $0.file == ending }?.kind == .placementEnding)
    let review = try #require(items.first { $0.file == due })
    #expect(review.kind == .reviewDue && review.dueOn == PanelTable.day.adding(days: -38))
    #expect(items.contains { $0.title == "Lift out of order" })
    #expect(try table.change("again") { door in try door.buildAgenda(table.meeting) }.added == 0)
    let dues = items.filter { $0.kind != .mattersArising && $0.kind != .other }
      .map { $0.dueOn ?? .distantFuture }
    #expect(dues == dues.sorted())
  }

  @Test("the chair's own order and what was dropped stay when the agenda is built again")
  func ordering() throws {
    let table = try PanelTable(isOpen: false)
    try table.refer("R-1")
    try table.refer("R-2")
    try table.change("build") { door in try door.buildAgenda(table.meeting) }
    let ids = try table.file().items.map(\.item.id)
    try table.change("order") { door in
      try door.order(table.meeting, Array(ids.reversed()))
      try door.set(.dropped, of: ids[0])
    }
    try table.refer("R-3")
    #expect(try table.change("build") { door in try door.buildAgenda(table.meeting) }.added == 1)
    let items = try table.file().items
    #expect(items.map(\.item.id).prefix(ids.count) == ids.reversed()[...])
    #expect(items.first { $0.item.id == ids[0] }?.item.value.state == .dropped)
    #expect(items.last?.item.value.title == "R-3")
  }

  @Test("an agenda takes what its time allows, and says how much it left off")
  func capped() throws {
    let table = try PanelTable(isOpen: false)
    for number in 1...6 { try table.refer("R-\(number)") }
    try table.change("length") { door in
      var meeting = try table.file().meeting.value
      meeting.minutesAllotted = 45
      try door.put(meeting)
    }
    let built = try table.change("build") { door in try door.buildAgenda(table.meeting) }
    // Other business has ten minutes of the forty-five; three referrals of ten fit into the rest.
    #expect(built == AgendaBuilt(added: 4, leftOff: 3))
    #expect(try table.file().items.map(\.item.value.title).last == "Any other business")
    let left = try table.caseload.missingFromAgenda(of: table.meeting)
    #expect(left.map(\.title) == ["R-4", "R-5", "R-6"])
    try table.change("more") { door in try door.put(left[2]) }
    #expect(
      try table.change("build") { door in try door.buildAgenda(table.meeting) }
        == AgendaBuilt(added: 0, leftOff: 2))
    try table.change("no length") { door in
      var meeting = try table.file().meeting.value
      meeting.minutesAllotted = nil
      try door.put(meeting)
      var panel = try #require(try table.caseload.panel(table.panel))
      panel.terms.minutesInAll = 60
      try door.put(panel)
    }
    // Without a length of its own the meeting has the panel's: one more fits into sixty minutes.
    #expect(
      try table.change("build") { door in try door.buildAgenda(table.meeting) }
        == AgendaBuilt(added: 1, leftOff: 1))
    #expect(try table.caseload.agendaCounts()[table.meeting] == AgendaCount(items: 6, decided: 0))
  }

  @Test("an item is dropped with a reason, which stays until it is taken up again")
  func dropping() throws {
    let table = try PanelTable(isOpen: false)
    let item = try table.item(on: table.refer("R-1"))
    let refusal = try table.refusal {
      try table.change("drop") { door in try door.drop(item, because: "  ") }
    }
    #expect(refusal.whatToDo == "say why it comes off the agenda")
    try table.change("drop") { door in try door.drop(item, because: "Moved to Leeds ") }
    #expect(try table.entry(item).item.value.state == .dropped)
    #expect(try table.entry(item).item.value.droppedBecause == "Moved to Leeds")
    try table.change("take up") { door in try door.set(.waiting, of: item) }
    #expect(try table.entry(item).item.value.droppedBecause == nil)
  }

  @Test("a permanent exclusion without a place comes before the exclusion panel with its sixth day")
  func exclusions() throws {
    let table = try PanelTable(kind: .exclusion, isOpen: false)
    let file = try table.change("exclude") { door in
      let pupil = try door.put(MadeUp.pupil("S-9", school: table.school)).id
      var exclusion = Exclusion(
        pupil: pupil, school: table.school, category: .permanent,
        firstDay: MadeUp.day(2026, 11, 23))
      exclusion.reasons = ["PP"]
      let excluded = try door.put(exclusion).id
      var file = Case(
        reference: "AP-1", pupil: pupil, route: .permanentExclusion,
        openedOn: MadeUp.day(2026, 11, 23))
      file.exclusion = excluded
      let year = SchoolYear(
        label: "2026/27",
        terms: [
          Term(name: "Autumn", first: MadeUp.day(2026, 9, 1), last: MadeUp.day(2026, 12, 18))
        ])
      try door.put(year, of: .authority(888))
      return try door.put(file).id
    }
    try table.change("build") { door in try door.buildAgenda(table.meeting) }
    let item = try #require(try table.file().items.first { $0.item.value.file == file })
    #expect(item.item.value.kind == .permanentExclusion)
    #expect(item.item.value.dueOn == MadeUp.day(2026, 11, 30))
    #expect(item.item.value.clock == .sixthDayPermanent)
    let brief = try #require(
      try BriefReader(table.caseload).brief(item.item.id, on: PanelTable.day))
    #expect(brief.clocks.first?.kind == .sixthDayPermanent)
    #expect(brief.pupil?.value.reference == "S-9" && brief.reference == "AP-1")
    #expect(brief.exclusions.count == 1 && brief.calendar != nil)
  }

  @Test("an assurance board sees the providers that are not green or not visited")
  func assurance() throws {
    let table = try PanelTable(kind: .assurance, isOpen: false)
    try table.change("visit") { door in
      try door.put(
        QualityVisit(
          provider: table.full, visitedOn: PanelTable.day.adding(days: -10),
          ratings: [.safeguarding: .red], overall: .red))
    }
    try table.change("build") { door in try door.buildAgenda(table.meeting) }
    let items = try table.file().items.map(\.item.value)
    #expect(items.map(\.title) == ["Quayside", "Any other business"])
    #expect(items[0].provider == table.full)
  }

  @Test("a child with a provider that went red is escalated")
  func red() throws {
    let table = try PanelTable(isOpen: false)
    let earlier = try table.change("earlier") { door in
      try door.put(Meeting(panel: table.panel, heldOn: PanelTable.day.adding(days: -7))).id
    }
    let (_, file, placement) = try table.placed("AP-1", in: earlier)
    try table.change("red") { door in
      var found = try #require(try table.caseload.placement(placement))
      found.plannedEnd = nil
      found.lastReviewedOn = PanelTable.day.adding(days: -2)
      try door.put(found)
      try door.put(
        QualityVisit(
          provider: table.good, visitedOn: PanelTable.day.adding(days: -1), ratings: [:],
          overall: .red))
      try door.buildAgenda(table.meeting)
    }
    let item = try #require(try table.file().items.first { $0.item.value.file == file })
    #expect(item.item.value.kind == .escalation && item.item.value.title.hasSuffix("rated red"))
  }

  @Test("a brief of a referred child without a case has the child, school and clocks")
  func brief() throws {
    let table = try PanelTable()
    let referral = try table.refer("R-1") { $0.parentsViews = "We are worried" }
    let item = try table.item(on: referral)
    let reader = BriefReader(table.caseload)
    let brief = try #require(try reader.brief(item, on: PanelTable.day))
    #expect(brief.pupil?.value.surname == "ChildR-1" && brief.reference == "R-1")
    #expect(brief.referral?.value.parentsViews == "We are worried")
    #expect(brief.school?.value == MadeUp.school && brief.file == nil)
    #expect(brief.cover.covered("P. Parent and ChildR-1") != "P. Parent and ChildR-1")
    let (_, file, _) = try table.placed("AP-1")
    let placed = try #require(
      try table.file().items.first { $0.item.value.file == file }?.item.id)
    let second = try #require(try reader.brief(placed, on: PanelTable.day))
    #expect(second.file?.placements.count == 1 && second.register.weeks.count == 8)
    #expect(second.clocks.contains { $0.kind == .placementReview })
    #expect(try reader.brief(Identifier(9999), on: PanelTable.day) == nil)
  }

  @Test("providers stand as a child would find them, with places promised to others")
  func standings() throws {
    let table = try PanelTable()
    _ = try table.placed("AP-1")
    func taken(_ day: Day) throws -> Int {
      try #require(
        try table.caseload.providerStandings(on: day, asOf: PanelTable.day).first {
          $0.provider.id == table.good
        }
      ).taken
    }
    // It runs until 16 December, as planned.
    #expect(try taken(PanelTable.day) == 1)
    #expect(try taken(PanelTable.day.adding(days: 21)) == 0)
    // A planned end that has passed without a word leaves the place taken.
    #expect(
      try table.caseload.providerStandings(
        on: PanelTable.day.adding(days: 30), asOf: PanelTable.day.adding(days: 30),
        of: table.good
      ).map(\.taken) == [1])
    #expect(
      try table.caseload.providerStandings(on: PanelTable.day, asOf: PanelTable.day).first {
        $0.provider.id == table.good
      }?.lastVisit?.overall == .green)
  }

  @Test("a first day to come leaves none of the attendance out of which registers tell")
  func standingsOfALaterDay() throws {
    let table = try PanelTable()
    let (_, file, _) = try table.placed("AP-1")
    let pupil = try #require(try table.caseload.file(file)).pupil
    try table.change("register") { door in
      for week in 1...4 {
        try door.putMark(
          pupil: pupil, provider: table.good,
          day: PanelTable.day.monday.adding(days: -7 * week), session: .morning,
          code: MarkCode(UInt8(ascii: week == 4 ? "O" : "K"), 0))
      }
    }
    func attendance(_ day: Day) throws -> Share {
      try #require(
        try table.caseload.providerStandings(on: day, asOf: PanelTable.day, of: table.good).first
      ).attendance.attendance
    }
    let today = try attendance(PanelTable.day)
    #expect(today.part == 3 && today.whole == 4)
    #expect(try attendance(PanelTable.day.adding(days: 14)) == today)
  }

  @Test("items are parked and taken up again, and a decided one is neither parked nor dropped")
  func parking() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    try table.change("park") { door in try door.set(.parked, of: item) }
    #expect(
      try table.file().unfinished().contains(
        .item(item, title: "R-1", isParked: true, hasWords: false)))
    try table.type(table.agreement(), on: item)
    try table.confirm(item)
    let error = try table.refusal {
      try table.change("drop") { door in try door.set(.dropped, of: item) }
    }
    #expect(error.description.contains("reopen it with a reason"))
  }

  @Test("closing shows what is unfinished")
  func unfinished() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    try table.type([.rationale: "half a thou"], on: item)
    try table.change("act") { door in
      _ = try door.add(PanelAction(what: "Ring"), to: table.meeting, item: item)
      try door.put(Attendee(PanelTable.members[4], .expected), in: table.meeting)
      // What is only talked about needs no decision.
      try door.put(AgendaItem(meeting: table.meeting, kind: .other, title: "Any other business"))
    }
    let found = try table.file().unfinished()
    #expect(found.count == 3)
    #expect(found.map(\.description).joined().contains("though something is written"))
    #expect(found.map(\.description).joined().contains("give it an owner"))
    #expect(found.map(\.description).joined().contains("E. Worker"))
    try table.change("close") { door in try door.move(table.meeting, to: .closed) }
    #expect(try table.file().meeting.value.state == .closed)
  }

  @Test(
    "a child to whom education is owed before the panel meets again is not left for that meeting",
    arguments: [(3, true), (14, false), (-1, false)])
  func cannotWait(_ days: Int, _ cannotWait: Bool) throws {
    let table = try PanelTable()
    let due = PanelTable.day.adding(days: days)
    let item = try table.item(on: try table.refer("R-1"))
    try table.change("clock") { door in
      try door.put(Meeting(panel: table.panel, heldOn: PanelTable.day.adding(days: 14)))
      var entry = try #require(try table.file().items.first { $0.item.id == item }?.item)
      entry.value.clock = .sixthDayPermanent
      entry.value.dueOn = due
      try door.write(entry)
    }
    let words = try table.file().unfinished().map(\.description).joined(separator: "\n")
    #expect(words.contains("before the next meeting, 10 Dec 2026") == cannotWait, "\(words)")
    #expect(words.contains("let the chair act") == cannotWait)
    #expect(words.contains("leave it for the next meeting") != cannotWait)
  }

  @Test("a meeting takes its states in order")
  func states() throws {
    let table = try PanelTable(isOpen: false)
    let error = try table.refusal {
      try table.change("close") { door in try door.move(table.meeting, to: .closed) }
    }
    #expect(
      error.description == "a meeting that is planned cannot become closed: it can become open")
    try table.change("all") { door in
      try door.move(table.meeting, to: .open)
      try door.move(table.meeting, to: .closed)
      try door.move(table.meeting, to: .open)
      try door.move(table.meeting, to: .closed)
      try door.move(table.meeting, to: .minutesDraft)
    }
    let approved = try table.refusal {
      try table.change("cheat") { door in try door.move(table.meeting, to: .minutesApproved) }
    }
    #expect(approved.kind == .refused)
  }

  @Test(
    "approved minutes cannot be altered, by the door or past it, only corrected by a dated note")
  func approved() throws {
    let table = try PanelTable()
    let referral = try table.refer("R-1")
    let item = try table.item(on: referral)
    let action = try table.change("act") { door in
      try door.add(
        PanelAction(what: "Ring", owner: "Bel", dueOn: PanelTable.day.adding(days: 3)),
        to: table.meeting, item: item)
    }
    try table.type(table.agreement(), on: item)
    try table.confirm(item)
    let early = try table.refusal {
      try table.change("approve") { door in
        try door.approveMinutes(of: table.meeting, text: "t", covered: "c", on: PanelTable.day)
      }
    }
    #expect(early.description.contains("close the meeting first"))
    try table.change("approve", by: "A. Chair") { door in
      try door.move(table.meeting, to: .closed)
      try door.approveMinutes(
        of: table.meeting, text: "The minutes", covered: "covered", on: PanelTable.day)
    }
    let minutes = try #require(try table.file().minutes)
    #expect(minutes.isIntact && minutes.approvedBy == "A. Chair")
    #expect(minutes.text == "The minutes" && minutes.digest.count == 64)

    let refusals: [(inout Door) throws -> Void] = [
      { try $0.reopen(item, because: "x") }, { try $0.move(table.meeting, to: .open) },
      { try $0.put(Attendee(PanelTable.members[0], .absent), in: table.meeting) },
      { try $0.declare(Interest(member: "x"), in: nil, of: table.meeting) },
      { try $0.set(.parked, of: item) },
      { _ = try $0.put(AgendaItem(meeting: table.meeting, kind: .other, title: "late")) },
      { _ = try $0.add(PanelAction(what: "late"), to: table.meeting, item: nil) },
      { try $0.approveMinutes(of: table.meeting, text: "x", covered: "", on: PanelTable.day) },
      { try $0.order(table.meeting, [item]) },
    ]
    for refuse in refusals {
      let error = try table.refusal { try table.change("alter", refuse) }
      #expect(error.description.contains("approved"))
    }
    #expect(try table.refusal { try table.type([.notes: "x"], on: item) }.kind == .refused)
    for sql in [
      "UPDATE minutes SET text = 'forged'", "DELETE FROM minutes",
      "UPDATE decision SET rationale = 'forged'", "DELETE FROM decision",
      "UPDATE agenda_item SET title = 'forged'", "UPDATE meeting SET state = 'open'",
      "UPDATE attendee SET presence = 'absent'",
    ] {
      #expect(throws: StoreError.self) { try table.caseload.connection.run(sql) }
    }
    #expect(throws: (any Error).self) {
      try table.caseload.undo(by: "A. Chair", at: MadeUp.now)
    }

    // What is to be done after the meeting goes on.
    try table.change("done") { door in
      try door.finish(action, on: PanelTable.day.adding(days: 2), result: "Rang")
    }
    #expect(try table.entry(item).actions[0].action.doneOn == PanelTable.day.adding(days: 2))
    try table.change("correct", by: "A. Chair") { door in
      try door.correctMinutes(
        of: table.meeting, words: "For Monday read Tuesday", on: PanelTable.day.adding(days: 9))
    }
    #expect(
      try table.file().corrections == [
        MinutesCorrection(
          madeOn: PanelTable.day.adding(days: 9), author: "A. Chair",
          words: "For Monday read Tuesday")
      ])
    #expect(try table.file().minutes == minutes)
    let silent = try table.refusal {
      try table.change("correct") { door in
        try door.correctMinutes(of: table.meeting, words: " ", on: PanelTable.day)
      }
    }
    #expect(silent.kind == .refused)
    #expect(throws: StoreError.self) {
      try table.caseload.connection.run("UPDATE correction SET words = 'forged'")
    }
    #expect(try table.caseload.check(on: PanelTable.day).isEmpty)
    try table.caseload.connection.run(
      "DROP TRIGGER minutes_stay; UPDATE minutes SET text = 'forged'")
    #expect(
      try table.caseload.check(on: PanelTable.day).map(\.whatIsWrong)
        == ["they are not the text that was approved"])
  }

  @Test("actions show on their case and owner, and on the next agenda until they are done")
  func actions() throws {
    let table = try PanelTable()
    let (item, file, _) = try table.placed("AP-1")
    let action = try table.change("act") { door in
      try door.add(
        PanelAction(what: "Ring", owner: "Bel", dueOn: PanelTable.day.adding(days: 3)),
        to: table.meeting, item: item)
    }
    #expect(try table.caseload.actions(of: file).map(\.id) == [action])
    #expect(try table.caseload.openActions(of: "BEL").map(\.id) == [action])
    let later = PanelTable.day.adding(days: 7)
    #expect(try table.caseload.openActions(of: table.panel, before: later).map(\.id) == [action])
    #expect(try table.caseload.openActions(of: table.panel, before: PanelTable.day).isEmpty)
    try table.change("done") { door in try door.finish(action, on: later) }
    #expect(try table.caseload.openActions(of: "Bel").isEmpty)
    #expect(try table.caseload.actions(of: file).count == 1)
  }

  @Test(
    "the digest is SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1000),
        "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
      ),
    ])
  func digest(text: String, digest: String) {
    #expect(SHA256.digest(of: text) == digest)
  }
}
