import AlternativeProvision
import Testing

@testable import CaseStore

@Suite("panels and referrals on file")
struct PanelStoreTests {
  @Test("a panel comes back just as it was")
  func panels() throws {
    let table = try PanelTable()
    var panel = Panel(name: "Monthly board", kind: .assurance)
    panel.members = PanelTable.members
    panel.terms = TermsOfReference(
      purpose: "Assurance\nof providers",
      cycle: PanelCycle(.monthly, on: .tuesday, week: 2, anchor: PanelTable.day),
      startsAt: "14:00",
      quorum: Quorum(
        needsChair: false, members: 2, requiredAgencies: [.virtualSchool, .police],
        needsOutsideEducation: false),
      decides: .majority, decisionMaker: "F. Director", letterWorkingDays: 3, minutesPerItem: 12)
    let number = try table.change("put") { door in try door.put(panel).id }
    #expect(try table.caseload.panel(number) == panel)
    #expect(try table.caseload.panels().map(\.value.name) == ["Monthly board", "Thursday panel"])
    panel.members.append(PanelMember(name: "a. chair", agency: .school))
    let error = try table.refusal { try table.change("put") { door in try door.put(panel) } }
    #expect(error.description.contains("a. chair is a member twice"))
  }

  @Test("a referral comes back just as it was")
  func referrals() throws {
    let table = try PanelTable()
    let (_, file, _) = try table.placed("AP-7")
    let id = try table.refer("R-1") { referral in
      referral.file = file
      referral.panel = .fairAccess
      referral.referrerRole = "Head of year"
      referral.referrerContact = "01234"
      referral.school = table.school
      referral.roll = .dualMain
      referral.reasons = "Out since October\n\"quoted\" \\ 小龙"
      referral.outcomeSought = "A place"
      referral.contacts = [
        ReferralContact(name: "P. Parent", relationship: "Mother", hasResponsibility: true),
        ReferralContact(name: "Q. Aunt", reachedAt: "0123", hasResponsibility: false),
        ReferralContact(name: "R. Friend"),
      ]
      referral.noConsentBecause = "n"
      referral.noViewsBecause = "v"
      referral.parentsViews = "p"
      referral.socialCare = .childProtection
      referral.otherServices = "o"
      referral.attendance = "61%"
      referral.suspensions = "three"
      referral.interventions = [
        Intervention(what: "mentor", when: "autumn", impact: "little"),
        Intervention(what: "", impact: "x"),
      ]
      referral.healthEvidence = [
        HealthEvidence(source: "GP", datedOn: PanelTable.day, finding: "anxious"),
        HealthEvidence(source: "CAMHS"),
      ]
      referral.risks = "r"
      referral.risksAssessedOn = PanelTable.day
      referral.examinations = "e"
      referral.transport = "t"
      referral.funding = "f"
      referral.reintegration = "i"
      referral.openQuestions = "q"
      referral.declaredOn = PanelTable.day
    }
    let found = try #require(try table.caseload.referral(id))
    let put = try table.change("again") { door in try door.put(found) }
    #expect(put.outcome == .unchanged)
    #expect(found.contacts.count == 3 && found.contacts[2].hasResponsibility == nil)
    #expect(found.contacts[1].hasResponsibility == false)
    #expect(found.interventions.last == Intervention(what: "", impact: "x"))
    #expect(found.healthEvidence[1] == HealthEvidence(source: "CAMHS"))
    #expect(found.reasons.hasSuffix("小龙") && found.socialCare == .childProtection)
    #expect(try table.caseload.referral(reference: "R-1")?.id == id)
    #expect(try table.caseload.referrals(of: found.pupil).map(\.id) == [id])
  }

  @Test("a draft is kept whatever it lacks, and handed in only when it is ready")
  func readiness() throws {
    let table = try PanelTable()
    let id = try table.refer("R-1") { referral in
      referral.status = .draft
      referral.consent = nil
      referral.childsViews = nil
      referral.referrer = ""
    }
    let error = try table.refusal { try table.change("submit") { door in try door.submit(id) } }
    #expect(error.whatHappened == "referral R-1 is not ready for a panel")
    #expect(error.whatToDo.contains("no parent has consented"))
    #expect(error.whatToDo.contains("the child's views are missing"))
    var referral = try #require(try table.caseload.referral(id))
    referral.noConsentBecause = "Permanently excluded"
    referral.noViewsBecause = "Missing"
    try table.change("complete") { door in
      try door.write(Stored(id: id, value: referral))
      try door.submit(id)
    }
    #expect(try table.caseload.referral(id)?.status == .submitted)
    referral.status = .submitted
    referral.noViewsBecause = nil
    let again = try table.refusal {
      try table.change("spoil") { door in try door.write(Stored(id: id, value: referral)) }
    }
    #expect(again.kind == .refused)
    let twice = try table.refusal { try table.change("submit") { door in try door.submit(id) } }
    #expect(twice.description.contains("handed in already"))
  }

  @Test("references follow one another within a year")
  func references() throws {
    let table = try PanelTable()
    var named: [String] = []
    for _ in 0..<3 {
      let id = try table.refer("")
      named.append(try #require(try table.caseload.referral(id)).reference)
    }
    #expect(named == ["R-2026-0001", "R-2026-0002", "R-2026-0003"])
    try table.refer("R-2026-0110")
    let next = try table.refer("")
    #expect(try table.caseload.referral(next)?.reference == "R-2026-0111")
    let other = try table.refer("") { $0.receivedOn = MadeUp.day(2025, 5, 5) }
    #expect(try table.caseload.referral(other)?.reference == "R-2025-0001")
  }

  @Test("a new meeting expects the panel's members")
  func expected() throws {
    let table = try PanelTable(isOpen: false)
    let file = try table.file()
    #expect(file.attendees.map(\.member) == PanelTable.members)
    #expect(file.attendees.allSatisfy { $0.presence == .expected })
    #expect(file.unfinished().contains(.nobodyPresent))
  }

  @Test("a caseload of the layout before panels is brought up to date and keeps what it has")
  func migration() throws {
    let shelf = Shelf()
    let connection = try Caseload.open(shelf.file(), access: .create).connection
    #expect(try connection.number("PRAGMA user_version") == Int64(Migration.latest))
    #expect(Migration.all.map(\.number) == Migration.all.map(\.number).sorted())
    #expect(
      try connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'agenda_item'") == 1)
  }
}
