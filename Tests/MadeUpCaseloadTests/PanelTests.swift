import AlternativeProvision
import CaseStore
import Interchange
import Testing

@testable import MadeUpCaseload

@Suite("The panels of the made-up caseload")
struct PanelTests {
  private static let days = ["2026-11-22", "2026-11-23", "2027-03-02", "2026-08-12", "2027-01-01"]

  private struct Made {
    let store: TemporaryStore
    let caseload: Caseload
    let today: Day

    init(_ date: String, size: CaseloadSize = .sample) throws {
      today = try #require(Day(iso: date))
      store = try TemporaryStore()
      caseload = try Caseload.open(store.path, access: .create)
      try MadeUpCaseload(size, today: today).fill(caseload)
    }

    func meeting() throws -> MeetingFile {
      let found = try caseload.meetings().first { $0.value.heldOn == today }
      let meeting = try #require(found)
      return try #require(try caseload.meeting(meeting.id))
    }
  }

  @Test("a meeting with fourteen children is ready on whatever day it is opened", arguments: days)
  func isReady(date: String) throws {
    let made = try Made(date)
    let file = try made.meeting()
    #expect(file.meeting.value.state == .planned)
    #expect(file.attendees.allSatisfy { $0.presence == .expected })
    let children = file.items.filter {
      $0.item.value.isAboutChild && $0.item.value.kind != .ratification
    }
    #expect(children.count == 14)
    let kinds = Set(children.map(\.item.value.kind))
    #expect(
      kinds == [
        .permanentExclusion, .newReferral, .reviewDue, .placementEnding, .escalation,
      ])
    #expect(file.items.first?.item.value.kind == .mattersArising)
    #expect(file.items.dropFirst().first?.item.value.kind == .ratification)
    #expect(file.items.last?.item.value.kind == .other)
    let between = children.compactMap(\.item.value.dueOn)
    #expect(between == between.sorted())
    #expect(between.count >= 10)
    let problems = try made.caseload.check(on: made.today).filter { $0.severity == .problem }
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test("every child has what a panel asks for: what was tried, a voice, risks", arguments: days)
  func briefsAreRich(date: String) throws {
    let made = try Made(date)
    let reader = BriefReader(made.caseload)
    for entry in try made.meeting().items
    where entry.item.value.isAboutChild && entry.item.value.kind != .ratification {
      let brief = try #require(try reader.brief(entry.item.id, on: made.today))
      let referral = try #require(brief.referral?.value)
      let pupil = try #require(brief.pupil?.value)
      #expect(referral.isReady(on: made.today))
      #expect(!referral.interventions.isEmpty && !referral.risks.isEmpty)
      #expect((referral.childsViews ?? "").count > 40)
      #expect(!referral.outcomeSought.isEmpty && brief.school != nil)
      #expect(pupil.problems(on: made.today).isEmpty)
      #expect(referral.receivedOn <= made.today)
    }
  }

  @Test("day six is past for one child and to come for two others")
  func daySix() throws {
    let made = try Made("2026-11-23")
    let reader = BriefReader(made.caseload)
    var states: [ClockState] = []
    for entry in try made.meeting().items where entry.item.value.kind == .permanentExclusion {
      let brief = try #require(try reader.brief(entry.item.id, on: made.today))
      let clock = try #require(brief.clocks.first { $0.kind == .sixthDayPermanent })
      states.append(clock.state(on: made.today))
    }
    #expect(states.count { $0 == .overdue } == 1)
    #expect(states.count { $0 == .running } == 2)
  }

  @Test("a full week of a child with a plan is unlawful at the workshop, and open at the school")
  func registration() throws {
    let made = try Made("2026-11-23")
    let robyn = try #require(
      try made.caseload.referrals().first { $0.value.outcomeSought.contains("Slipway") })
    let pupil = try #require(try made.caseload.pupil(robyn.value.pupil))
    func options(_ hours: Double) throws -> [ProviderOption] {
      PlaceSeeker(
        pupil: Stored(id: robyn.value.pupil, value: pupil), on: made.today, hoursPerWeek: hours
      ).options(among: try made.caseload.providerStandings(on: made.today, asOf: made.today))
    }
    func bars(_ name: String, _ hours: Double) throws -> [ProviderObjection] {
      try #require(try options(hours).first { $0.provider.value.name == name }).bars
    }
    #expect(try bars("Slipway Workshops", 25) == [.wouldBeUnlawful(fullTime: 1, vulnerable: 1)])
    #expect(try bars("Slipway Workshops", 12).isEmpty)
    #expect(try bars("Halyard Bridge School", 25).isEmpty)
  }

  @Test("earlier meetings left minutes, open actions and something to ratify")
  func earlierMeetings() throws {
    let made = try Made("2026-11-23")
    let today = try made.meeting()
    let panel = today.panel.id
    let open = try made.caseload.openActions(of: panel, before: made.today)
    #expect(open.count == 3)
    #expect(open.contains { $0.action.isOverdue(on: made.today) })
    let ratifies = today.items.compactMap(\.item.value.ratifies)
    #expect(ratifies.count == 1)
    #expect(try made.caseload.decision(ratifies[0])?.standing == .chairsAction)
    var approved = 0
    var drafts = 0
    for held in try made.caseload.meetings() where held.value.heldOn < made.today {
      let file = try #require(try made.caseload.meeting(held.id))
      if let minutes = file.minutes {
        approved += 1
        #expect(minutes.isIntact)
        #expect(minutes.text.contains(file.panel.value.name))
      }
      if held.value.state == .minutesDraft { drafts += 1 }
      for entry in file.items { #expect(entry.decision != nil) }
    }
    #expect((approved, drafts) == (3, 1))
  }

  @Test("one referral is a draft that says what it lacks")
  func draft() throws {
    let made = try Made("2026-11-23")
    let drafts = try made.caseload.referrals().filter { $0.value.status == .draft }
    #expect(drafts.count == 1)
    #expect(drafts[0].value.gaps(on: made.today) == [.consentNotWritten, .viewsMissing])
  }

  @Test("the agenda that builds itself adds nothing that stands on today's already")
  func agendaIsItsOwn() throws {
    let made = try Made("2026-11-23")
    let before = try made.meeting()
    try made.caseload.change(
      by: "Rosalind Peake", at: Instant(seconds: 0), cause: "build"
    ) { door in try door.buildAgenda(before.meeting.id) }
    let after = try made.meeting()
    let known = Set(before.items.compactMap(\.item.value.file))
    let there = Set(before.items.map(\.item.id))
    for entry in after.items where !there.contains(entry.item.id) {
      #expect(entry.item.value.file.map { !known.contains($0) } ?? true)
    }
    #expect(after.items.count { $0.item.value.kind == .ratification } == 1)
    #expect(after.items.count { $0.item.value.kind == .other } == 1)
  }

  @Test("without panels nothing of theirs is there")
  func leftOut() throws {
    let today = try #require(Day(iso: "2026-11-23"))
    let store = try TemporaryStore()
    let caseload = try Caseload.open(store.path, access: .create)
    try MadeUpCaseload(.sample, today: today).fill(caseload, withPanels: false)
    #expect(try caseload.panels().isEmpty)
    #expect(try caseload.referrals().isEmpty)
  }
}
