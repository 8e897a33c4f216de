import AlternativeProvision
import Testing

@Suite("The sixth day")
struct SixthDayTests {
  @Test(
    "of a permanent exclusion is inclusive, by the excluding school's own calendar",
    arguments: [
      // A plain week, then over a weekend: Monday's sixth day is next Monday.
      ("2025-09-15", "2025-09-22"), ("2025-09-16", "2025-09-23"),
      // Over half term, over an INSET day, over Easter and its bank holidays, over May Day and a poll.
      ("2025-10-22", "2025-11-05"), ("2025-11-24", "2025-12-02"), ("2026-03-25", "2026-04-15"),
      ("2026-05-01", "2026-05-12"),
      // From a Saturday, and from an INSET day: the first school day after is day 1.
      ("2025-09-20", "2025-09-29"), ("2025-09-01", "2025-09-09"),
      // July: two and five days before the summer, INSET days at both ends of it.
      ("2026-07-16", "2026-09-08"), ("2026-07-13", "2026-09-03"),
    ])
  func permanent(first: String, due: String) throws {
    let facts = MadeUp.facts(
      .permanentExclusion, opened: first, exclusions: [MadeUp.permanent(1, first)], named: 1)
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.deadline == .on(day(due)))
    #expect(reading.owner == .homeAuthority)
    #expect(reading.proof.steps.last == ProofStep(day: day(due), mark: .counted(6)))
  }

  @Test(
    "is met by the first school day of a placement, since nobody is taught on a Sunday",
    arguments: [
      // Due on Mon 22 Sep: a start on the day, on the Saturday and the Sunday before it, a day late.
      ("2025-09-22", "2025-09-22", ClockState.met), ("2025-09-20", "2025-09-22", .met),
      ("2025-09-21", "2025-09-22", .met), ("2025-09-23", "2025-09-23", .metLate),
      // The Sunday after, and the half term five weeks later: on the first school day after them.
      ("2025-09-28", "2025-09-29", .metLate), ("2025-10-28", "2025-11-03", .metLate),
    ])
  func startsOnNoSchoolDay(start: String, met: String, state: ClockState) throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")],
      named: 1)
    facts.placements = [MadeUp.placement(start)]
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.metOn == day(met))
    #expect(reading.state(on: day("2026-01-09")) == state)
  }

  @Test("past the known calendar is provisional and says how many days were counted")
  func provisional() throws {
    let facts = MadeUp.facts(
      .permanentExclusion, opened: "2027-07-15", exclusions: [MadeUp.permanent(1, "2027-07-15")])
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.deadline == .beyondCalendar(knownThrough: day("2027-07-21"), counted: 4))
    #expect(reading.state(on: day("2027-07-15")) == .provisional)
    #expect(reading.state(on: day("2027-09-30")) == .provisional)
    #expect(reading.proof.steps.last?.mark == .unknown)
    #expect(reading.proof.conclusion.contains("Provisional: 4 of 6"))
  }

  @Test("without any calendar is provisional from the first day")
  func noCalendar() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    facts.calendars = CalendarBook()
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.deadline == .beyondCalendar(knownThrough: nil, counted: 0))
    #expect(reading.proof.remarks.contains { $0.contains("No calendar is known") })
  }

  @Test("names the guidance's later day in its proof")
  func guidance() throws {
    let facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    let remarks = try #require(facts.reading(.sixthDayPermanent)).proof.remarks
    #expect(
      remarks.contains { $0.contains("statutory guidance") && $0.contains("Tue 23 Sep 2025") })
  }

  @Test(
    "aims at day one for a child looked after or with a social worker",
    arguments: [(true, false), (false, true), (false, false)])
  func dayOne(lookedAfter: Bool, socialWorker: Bool) throws {
    var pupil = MadeUp.pupil()
    pupil.isLookedAfter = lookedAfter
    pupil.hasSocialWorker = socialWorker
    let facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-20", exclusions: [MadeUp.permanent(1, "2025-09-20")],
      pupil: pupil)
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.targets.map(\.day) == (lookedAfter || socialWorker ? [day("2025-09-22")] : []))
    #expect(reading.targets.allSatisfy { $0.basis == .statutoryGuidance })
  }

  @Test("a part-day is day one of six, and half a day of the term's total")
  func partDay() throws {
    let suspension = MadeUp.suspension(1, "2025-09-15", sessions: 11, from: .afternoon)
    let facts = MadeUp.facts(.longSuspension, opened: "2025-09-15", exclusions: [suspension])
    let sixth = try #require(facts.reading(.sixthDaySuspension))
    #expect(sixth.deadline == .on(day("2025-09-22")))
    let board = try #require(facts.reading(.governors50))
    #expect(board.proof.grounds.map(\.mark).last == .halfDays(2, total: 11))
    #expect(board.proof.grounds.first?.mark == .halfDays(1, total: 1))
  }

  @Test("every state: running, due, overdue and still due, met, met late")
  func states() throws {
    let facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.state(on: day("2025-09-14")) == .notStarted)
    #expect(reading.state(on: day("2025-09-15")) == .running)
    #expect(reading.state(on: day("2025-09-22")) == .dueToday)
    #expect(reading.state(on: day("2025-09-23")) == .overdue)
    // Years later still, as long as the child is of school age.
    #expect(reading.state(on: day("2028-06-30")) == .overdue)
    #expect(reading.state(on: day("2025-09-23")) == .overdue)

    var met = facts
    met.placements = [MadeUp.placement("2025-09-22")]
    #expect(met.reading(.sixthDayPermanent)?.state(on: day("2025-09-22")) == .met)
    #expect(met.reading(.sixthDayPermanent)?.state(on: day("2025-09-19")) == .running)
    met.placements = [MadeUp.placement("2025-09-23")]
    #expect(met.reading(.sixthDayPermanent)?.state(on: day("2025-09-22")) == .dueToday)
    #expect(met.reading(.sixthDayPermanent)?.state(on: day("2025-09-23")) == .metLate)
  }

  @Test("is not met by a placement that ended before day six, nor by one only planned")
  func placements() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    facts.placements = [MadeUp.placement("2025-09-16", end: "2025-09-18")]
    #expect(facts.reading(.sixthDayPermanent)?.metOn == nil)
    facts.placements = [MadeUp.placement("2025-09-24")]
    #expect(facts.reading(.sixthDayPermanent, asAt: day("2025-09-22"))?.metOn == nil)
    // A place held since before the exclusion goes on meeting it from its first day.
    facts.placements = [MadeUp.placement("2025-03-03")]
    #expect(facts.reading(.sixthDayPermanent)?.metOn == day("2025-09-15"))
  }

  @Test("is begun by part-time education, not met, and its proof says that the duty goes on")
  func partTime() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    facts.placements = [MadeUp.placement("2025-09-17", sessions: 4)]
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.metOn == nil)
    #expect(reading.state(on: day("2025-09-16")) == .running)
    #expect(reading.state(on: day("2025-09-22")) == .begunPartTime)
    #expect(reading.state(on: day("2025-11-24")) == .begunPartTime)
    #expect(ClockState.begunPartTime.isOpen)
    #expect(reading.proof.remarks.contains { $0.contains("4 sessions a week, which is not full") })
    facts.pupil.plan = CarePlan(issuedOn: day("2025-01-06"), maximumWeeklyHours: 10)
    facts.placements[0].hoursPerWeek = 10
    let full = try #require(facts.reading(.sixthDayPermanent))
    #expect(!full.proof.remarks.contains { $0.contains("not full time") })
    #expect(full.state(on: day("2025-09-22")) == .met)
  }

  @Test("is met when placements side by side come to full time, and begun until they do")
  func sideBySide() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    facts.placements = [
      MadeUp.placement("2025-09-17", sessions: 6), MadeUp.placement("2025-09-29", sessions: 4),
    ]
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.begunOn == day("2025-09-17") && reading.metOn == day("2025-09-29"))
    #expect(reading.state(on: day("2025-09-26")) == .begunPartTime)
    #expect(reading.state(on: day("2025-09-29")) == .metLate)
    // When one of the two ends, full-time education is owed again, though some goes on.
    facts.placements[1].endedOn = day("2025-10-10")
    let both = facts.readings(.sixthDayPermanent)
    try #require(both.count == 2)
    #expect(both[1].state(on: day("2025-10-14")) == .begunPartTime)
    #expect(both[1].proof.remarks.contains { $0.contains("what goes on is not full time") })
  }

  @Test("is overdue again when the part-time education ends")
  func partTimeEnds() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    facts.placements = [MadeUp.placement("2025-09-17", end: "2025-10-03", sessions: 5)]
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.state(on: day("2025-10-03")) == .begunPartTime)
    #expect(reading.state(on: day("2025-10-06")) == .overdue)
  }

  @Test("is met by part-time education that the authority commissioned for the child's health")
  func partTimeForHealth() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    facts.placements = [MadeUp.placement("2025-09-17", sessions: 4)]
    facts.placements[0].reason = "MHN"
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.state(on: day("2025-09-22")) == .met)
    #expect(reading.proof.remarks.contains { $0.contains("s.19(3AA)") })
  }

  @Test("is not owed any more once the child is admitted to a school")
  func admission() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    facts.file.admittedOn = day("2025-10-06")
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.state(on: day("2025-10-03")) == .overdue)
    #expect(reading.state(on: day("2025-10-06")) == .endedNotMet)
    #expect(reading.proof.remarks.contains { $0.contains("s.19(3A)(a)") })
    // A placement that goes on past the admission, and ends, sets nothing running again.
    facts.placements = [MadeUp.placement("2025-09-17", end: "2025-10-17")]
    #expect(facts.readings(.sixthDayPermanent).map { $0.state(on: day("2025-10-20")) } == [.met])
    #expect(
      facts.reading(.sixthDayPermanent, asAt: day("2025-09-30"))?.endedOn?.iso != "2025-10-06")
  }

  @Test(
    "is not owed outside compulsory school age",
    arguments: [
      ("2021-01-10", "R", ClockState.ended), ("2009-05-05", "12", .ended),
      ("2012-03-04", "9", .running),
    ])
  func age(born: String, yearGroup: String, state: ClockState) throws {
    let facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")],
      pupil: MadeUp.pupil(born: born, yearGroup: yearGroup))
    #expect(facts.reading(.sixthDayPermanent)?.state(on: day("2025-09-16")) == state)
  }

  @Test("is not owed in Year 11 once the last examination is over, where that is known")
  func examinations() {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2026-06-10", exclusions: [MadeUp.permanent(1, "2026-06-10")],
      pupil: MadeUp.pupil(born: "2010-01-15", yearGroup: "11"))
    #expect(facts.reading(.sixthDayPermanent)?.state(on: day("2026-06-12")) == .running)
    facts.examinationsFinishedOn = day("2026-06-09")
    #expect(facts.reading(.sixthDayPermanent)?.state(on: day("2026-06-12")) == .ended)
  }

  @Test(
    "compulsory school age runs from the prescribed day to the last Friday in June",
    arguments: [
      ("2020-09-01", "2025-12-31", "2037-06-26"), ("2020-08-31", "2025-08-31", "2036-06-27"),
      ("2021-03-31", "2026-03-31", "2037-06-26"), ("2021-04-01", "2026-08-31", "2037-06-26"),
      ("2020-12-31", "2025-12-31", "2037-06-26"),
    ])
  func leaving(born: String, first: String, last: String) {
    let age = CompulsoryAge.england.window(bornOn: day(born))
    #expect([age.lowerBound.iso, age.upperBound.iso] == [first, last])
  }
}
