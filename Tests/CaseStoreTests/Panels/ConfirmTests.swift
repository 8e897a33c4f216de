import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("decisions applied")
struct ConfirmTests {
  @Test("agreeing opens the case, makes the placement and sets its review, in one change")
  func agree() throws {
    let table = try PanelTable()
    let referral = try table.refer("R-1")
    let item = try table.item(on: referral)
    try table.type(table.agreement(), on: item)
    let decided = try table.confirm(item)
    #expect(decided.value.standing == .decided && decided.value.number == 1)
    #expect(decided.value.deciding.count == 5 && decided.value.shortfalls.isEmpty)
    let entry = try table.entry(item)
    #expect(entry.item.value.state == .decided && entry.decision == decided)
    let number = try #require(entry.item.value.file)
    let file = try #require(try table.caseload.file(number))
    #expect(file.reference == "AP-2026-0001" && file.officer == "Ada")
    #expect(file.tier == .transitionalPlacement)
    #expect(file.openedOn == PanelTable.day.adding(days: -10))
    #expect(file.section19AcceptedOn == PanelTable.day)
    let placement = try #require(try table.caseload.placements(in: number).first?.value)
    #expect(placement.provider == table.good && placement.startsOn == MadeUp.day(2026, 12, 1))
    #expect(placement.weeklyCost == 45_000 && placement.hoursPerWeek == 25)
    #expect(placement.nextReviewOn == MadeUp.day(2027, 1, 11))
    #expect(placement.plannedEnd == MadeUp.day(2027, 2, 12))
    let found = try #require(try table.caseload.referral(referral))
    #expect(found.status == .agreed && found.file == number)
    let changes = Set(
      try table.caseload.journal(of: number).filter { $0.cause == "confirm" }.map(\.change))
    #expect(changes.count == 1)
    let facts = try #require(try table.caseload.facts(for: number))
    let review = ClockEngine().readings(for: facts).first { $0.kind == .placementReview }
    #expect(review?.deadline == .on(MadeUp.day(2027, 1, 11)))
    #expect(try table.caseload.check(on: PanelTable.day).isEmpty)
  }

  @Test("part-time provision is placed with its sessions")
  func partTime() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(table.agreement(.agreePartTime), on: item)
    try table.confirm(item)
    let number = try #require(try table.entry(item).item.value.file)
    #expect(try table.caseload.placements(in: number).first?.value.sessionsPerWeek == 6)
  }

  @Test("deferring asks somebody for something, and the referral waits")
  func deferred() throws {
    let table = try PanelTable()
    let referral = try table.refer("R-1")
    let item = try table.item(on: referral)
    try table.type(
      [
        .option: "defer", .information: "The GP's letter", .owner: "Bel", .dueOn: "3/12/2026",
        .rationale: "Nothing shows why she cannot attend",
      ], on: item)
    try table.confirm(item)
    #expect(try table.caseload.referral(referral)?.status == .deferred)
    let actions = try table.caseload.openActions(of: "Bel")
    #expect(actions.map(\.action.what) == ["The GP's letter"])
    #expect(actions[0].action.dueOn == MadeUp.day(2026, 12, 3))
    #expect(try table.entry(item).item.value.file == nil)
  }

  @Test("declining opens no case, and fair access begins its twenty days")
  func decline() throws {
    let table = try PanelTable()
    let referral = try table.refer("R-1")
    let item = try table.item(on: referral)
    try table.type(
      [.option: "decline", .declineRoute: "earlyHelp", .rationale: "School can provide"], on: item)
    try table.confirm(item)
    #expect(try table.caseload.referral(referral)?.status == .declined)
    let (second, file, _) = try table.placed("AP-9", kind: .escalation)
    try table.type(
      [.option: "decline", .declineRoute: "fairAccess", .rationale: "Ready for school"], on: second)
    try table.confirm(second)
    #expect(try table.caseload.file(file)?.fairAccessAgreedOn == PanelTable.day)
  }

  @Test("EOTAS is agreed for a child with a plan, and refused without one")
  func eotas() throws {
    let table = try PanelTable()
    let (item, file, _) = try table.placed("AP-9")
    try table.type(
      [
        .option: "eotas", .isAgreed: "yes", .reviewOn: "11/1/2027",
        .section19: "No school can meet section F", .rationale: "As the plan says",
      ], on: item)
    let error = try table.refusal { try table.confirm(item) }
    #expect(error.whatToDo.contains("there is none"))
    try table.change("plan") { door in
      let found = try #require(try table.caseload.file(file))
      var pupil = try #require(try table.caseload.pupil(found.pupil))
      pupil.plan = CarePlan(issuedOn: PanelTable.day.adding(days: -300))
      try door.put(pupil)
    }
    try table.confirm(item)
    #expect(try table.caseload.file(file)?.route == .educationOtherwiseThanAtSchool)
  }

  @Test("extending, stepping down and ending change the placement that they name")
  func placements() throws {
    let table = try PanelTable()
    let (item, _, placement) = try table.placed("AP-1")
    try table.type(
      [
        .option: "extend", .placement: "\(placement.number)", .plannedEnd: "26/3/2027",
        .reviewOn: "11/1/2027", .sessions: "8", .rationale: "It goes well",
      ], on: item)
    try table.confirm(item)
    var found = try #require(try table.caseload.placement(placement))
    #expect(found.plannedEnd == MadeUp.day(2027, 3, 26) && found.sessionsPerWeek == 8)
    #expect(found.lastReviewedOn == PanelTable.day)
    #expect(found.nextReviewOn == MadeUp.day(2027, 1, 11))

    let (down, file, second) = try table.placed("AP-2")
    try table.type(
      [
        .option: "stepDown", .placement: "\(second.number)", .tier: "targetedSupport",
        .endsOn: "18/12/2026", .measure: "Outreach", .reviewOn: "11/1/2027",
        .rationale: "Ready",
      ], on: down)
    try table.confirm(down)
    found = try #require(try table.caseload.placement(second))
    #expect(found.endedOn == MadeUp.day(2026, 12, 18))
    #expect(try table.caseload.file(file)?.tier == .targetedSupport)

    let (end, _, third) = try table.placed("AP-3")
    try table.type(
      [
        .option: "end", .placement: "\(third.number)", .endsOn: "27/11/2026",
        .outcome: "Back in school", .rationale: "Ready",
      ], on: end)
    try table.confirm(end)
    found = try #require(try table.caseload.placement(third))
    #expect(found.endedOn == MadeUp.day(2026, 11, 27) && found.outcome == "Back in school")
  }

  @Test("a placement of another child is no placement of this one")
  func otherPlacement() throws {
    let table = try PanelTable()
    let (_, _, theirs) = try table.placed("AP-1")
    let (item, _, own) = try table.placed("AP-2")
    try table.type(
      [
        .option: "end", .placement: "\(theirs.number)", .endsOn: "27/11/2026", .outcome: "x",
        .rationale: "y",
      ], on: item)
    let error = try table.refusal { try table.confirm(item) }
    #expect(error.whatToDo.contains("another child's"))
    #expect(try table.caseload.placement(theirs)?.endedOn == nil)
    try table.type([.placement: "\(own.number)"], on: item)
    try table.confirm(item)
    #expect(try table.caseload.placement(own)?.endedOn == MadeUp.day(2026, 11, 27))
  }

  @Test("a concern goes to safeguarding with an action, and noting needs no reason")
  func others() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(
      [
        .option: "referSafeguarding", .referredTo: "the front door", .owner: "E. Worker",
        .dueOn: "26/11/2026", .rationale: "What she said today",
      ], on: item)
    try table.confirm(item)
    #expect(
      try table.caseload.openActions(of: "e. worker").map(\.action.what)
        == ["Refer to the front door"])
    let noted = try table.change("add") { door in
      try door.put(AgendaItem(meeting: table.meeting, kind: .other, title: "Parking")).id
    }
    try table.type([.option: "note"], on: noted)
    #expect(try table.confirm(noted).value.decision.option == .note)
  }

  @Test(
    "a full provider, a wrong date and a missing rationale are refused together, each with what to do"
  )
  func refusals() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    var form = table.agreement()
    form[.provider] = "\(table.full.number)"
    form[.startsOn] = "31/2/2027"
    form[.rationale] = "  "
    try table.type(form, on: item)
    var error = try table.refusal { try table.confirm(item) }
    #expect(error.whatToDo.contains("Quayside cannot take this child: all 0 places are taken"))
    #expect(error.whatToDo.contains("Starts on: \"31/2/2027\" cannot be read"))
    #expect(error.whatToDo.contains("Rationale is empty"))
    #expect(try table.entry(item).decisions.isEmpty)
    let empty = try table.item(on: try table.refer("R-2"))
    error = try table.refusal { try table.confirm(empty) }
    #expect(error.whatToDo.contains("choose an option"))
    #expect(try table.caseload.check(on: PanelTable.day).isEmpty)
  }

  @Test("the last place goes to one child")
  func lastPlace() throws {
    let table = try PanelTable()
    try table.change("places") { door in
      var provider = try #require(try table.caseload.provider(table.good))
      provider.places = 1
      try door.put(provider)
    }
    let first = try table.item(on: try table.refer("R-1"))
    let second = try table.item(on: try table.refer("R-2"))
    try table.type(table.agreement(), on: first)
    var earlier = table.agreement()
    earlier[.startsOn] = "27/11/2026"
    try table.type(earlier, on: second)
    try table.confirm(first)
    let error = try table.refusal { try table.confirm(second) }
    #expect(error.whatToDo.contains("1 place is taken"))
  }

  @Test("confirming is refused where somebody has typed since the chair looked")
  func seen() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(table.agreement(), on: item)
    let looked = try table.entry(item).draft
    let other = try Caseload.open(table.shelf.file(), access: .readWrite)
    let words = try #require(try other.words(of: item)[.rationale])
    _ = try other.save(
      words.text + " But the aunt objects.", to: .item(item, .rationale), over: words, by: "Bel",
      at: MadeUp.now)
    let error = try table.refusal {
      try table.change("confirm") { door in try door.confirm(item, seen: looked) }
    }
    #expect(error.kind == .conflict)
    let now = try table.entry(item).draft
    try table.change("confirm") { door in try door.confirm(item, seen: now) }
    #expect(
      try table.entry(item).decision?.value.decision.rationale.hasSuffix("aunt objects.") == true)
  }

  @Test("nothing is decided in a meeting that is not open, but a chair's action")
  func closed() throws {
    let table = try PanelTable(isOpen: false)
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(table.agreement(), on: item)
    let error = try table.refusal { try table.confirm(item) }
    #expect(error.description.contains("open the meeting to decide"))
    try table.type([.option: "chairsAction"], on: item)
    let acted = try table.confirm(item)
    #expect(acted.value.standing == .chairsAction && acted.value.awaitsRatification)
  }

  @Test(
    "a child who is declined or for whom the chair acts stays in a case while education is owed")
  func staysOnTheBoard() throws {
    let table = try PanelTable()
    func decide(
      _ reference: String, _ form: [DecisionField: String], ill: Int = 0
    ) throws -> Referral {
      let referral = try table.refer(reference, route: .permanentExclusion)
      let child = try #require(try table.caseload.referral(referral)).pupil
      if ill > 0 {
        try table.change("exclude") { door in
          var exclusion = Exclusion(
            pupil: child, school: table.school, category: .permanent,
            firstDay: PanelTable.day.adding(days: -ill))
          exclusion.outcome = .upheld
          exclusion.reasons = ["PP"]
          try door.put(exclusion)
        }
      }
      let item = try table.item(on: referral)
      try table.type(form, on: item)
      try table.confirm(item)
      return try #require(try table.caseload.referral(referral))
    }
    let declined: [DecisionField: String] = [
      .option: "decline", .declineRoute: "earlyHelp", .rationale: "Not yet",
      .section19: "Her school can provide it",
    ]
    let owed = try decide("R-1", declined, ill: 20)
    #expect(owed.status == .declined && owed.file != nil)
    let free = try decide("R-2", declined)
    #expect(free.status == .declined && free.file == nil)
    let shared = try decide(
      "R-4",
      [
        .option: "decline", .declineRoute: "fairAccess", .rationale: "Fair access",
        .section19: "A school place is to be found",
      ])
    #expect(shared.file != nil)
    let acted = try decide(
      "R-3",
      [.option: "chairsAction", .measure: "A mentor from tomorrow", .rationale: "It can't wait"])
    #expect(acted.status == .agreed && acted.file != nil)
  }

  @Test("where the panel votes, the votes are counted against those who decide")
  func votes() throws {
    let table = try PanelTable(rule: .majority)
    let item = try table.item(on: try table.refer("R-1"))
    try table.type(table.agreement(), on: item)
    #expect(try table.refusal { try table.confirm(item) }.whatToDo.contains("Votes for is empty"))
    try table.type([.votesFor: "4", .votesAgainst: "2"], on: item)
    #expect(try table.refusal { try table.confirm(item) }.whatToDo.contains("6 votes were counted"))
    try table.change("interest") { door in
      try door.declare(
        Interest(member: "C. Head", nature: "his pupil"), in: item, of: table.meeting)
    }
    try table.type([.votesFor: "3", .votesAgainst: "1"], on: item)
    // Without the head no school is there, so that it is a recommendation.
    let voted = try table.confirm(item)
    #expect(voted.value.decision.votes == Votes(inFavour: 3, against: 1))
    #expect(voted.value.standing == .recommended)
    #expect(voted.value.interested == [Interest(member: "C. Head", nature: "his pupil")])
  }

  @Test("reopening takes back what the decision did, and no word of the actions that people wrote")
  func reopeningKeepsActions() throws {
    let table = try PanelTable()
    let item = try table.item(on: try table.refer("R-1"))
    let action = try table.change("begin an action") { door in
      try door.add(PanelAction(what: ""), to: table.meeting, item: item)
    }
    for (field, text) in [
      (ActionField.what, "Ring the duty desk today"), (.owner, "Bel"), (.dueOn, "27/11/2026"),
    ] {
      _ = try table.caseload.save(
        text, to: .action(action, field), over: Words(), by: "Ada", at: MadeUp.now)
    }
    try table.type(
      [
        .option: "defer", .information: "The GP's letter", .owner: "Bel", .dueOn: "3/12/2026",
        .rationale: "Nothing shows why she cannot attend",
      ], on: item)
    try table.change("confirm") { door in
      try door.settle(action)
      try door.confirm(item)
    }
    try table.change("reopen") { door in try door.reopen(item, because: "The GP rang") }
    let kept = try table.entry(item).actions.map(\.action)
    #expect(kept.map(\.what) == ["Ring the duty desk today"], "the deferral's own action is gone")
    #expect(kept.first?.owner == "Bel" && kept.first?.dueOn == MadeUp.day(2026, 11, 27))
  }

  @Test("what was kept at the pauses of typing into one form is undone together")
  func undoneTogether() throws {
    let table = try PanelTable()
    let referral = try table.refer("R-1")
    for words in ["It began", "It began in March", "It began in March with a fight"] {
      try table.change(Caseload.typingCause + "referral R-1") { door in
        var found = try #require(try table.caseload.referral(referral))
        found.reasons = words
        try door.write(Stored(id: referral, value: found))
      }
    }
    let last = try #require(try table.caseload.lastChange(by: "Ada"))
    let undone = try table.caseload.undo(last.number, by: "Ada", at: MadeUp.now)
    #expect(undone.cause == "fill in referral R-1" && undone.records == 3)
    #expect(try table.caseload.referral(referral)?.reasons == "")
  }
}
