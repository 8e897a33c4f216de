import AlternativeProvision
import Testing

@Suite("Chains of suspensions")
struct ChainTests {
  func sixth(_ exclusions: [ExclusionFacts], named: Int64 = 1, attended: [String] = [])
    -> [ClockReading]
  {
    var facts = MadeUp.facts(
      .longSuspension, opened: "2025-09-01", exclusions: exclusions, named: named)
    facts.attendance.attendedSchool = attended.map(day)
    return facts.readings(.sixthDaySuspension)
  }

  @Test("five school days start no clock, six do")
  func length() throws {
    let five = try #require(sixth([MadeUp.suspension(1, "2025-09-15", sessions: 10)]).first)
    #expect(five.state(on: day("2025-09-19")) == .notStarted)
    #expect(five.deadline == nil)
    let six = try #require(sixth([MadeUp.suspension(1, "2025-09-15", sessions: 12)]).first)
    #expect(six.deadline == .on(day("2025-09-22")))
    #expect(six.owner == .school)
  }

  @Test("suspensions that follow each other over a weekend or half term are one chain")
  func chain() throws {
    let pairs = [
      ("2025-09-18", "2025-09-22", "2025-09-25"), ("2025-10-23", "2025-11-03", "2025-11-06"),
    ]
    for (first, second, due) in pairs {
      let readings = sixth([
        MadeUp.suspension(2, second, sessions: 10), MadeUp.suspension(1, first, sessions: 4),
      ])
      #expect(readings.map(\.deadline) == [.on(day(due))])
      #expect(readings.first?.started == day(first))
    }
  }

  @Test("a duty that was missed says so after the suspension has ended it")
  func missed() throws {
    let long = try #require(sixth([MadeUp.suspension(1, "2025-09-15", sessions: 20)]).first)
    #expect(long.state(on: day("2025-09-29")) == .endedNotMet)
    #expect(
      long.proof.remarks.contains(
        "The suspension lasts through Mon 22 Sep 2025: where no full-time education has begun by then, "
          + "the day is missed, and the end of the suspension does not make it good."
      ))
  }

  @Test("one school day between breaks the chain")
  func broken() {
    let readings = sixth([
      MadeUp.suspension(1, "2025-09-18", sessions: 4),
      MadeUp.suspension(2, "2025-09-23", sessions: 10),
    ])
    #expect(readings.map(\.deadline) == [nil, nil])
    let longer = sixth([
      MadeUp.suspension(1, "2025-09-18", sessions: 4),
      MadeUp.suspension(2, "2025-09-23", sessions: 12),
    ])
    #expect(longer.map(\.deadline) == [nil, .on(day("2025-09-30"))])
  }

  @Test("a day sat in the school's own lessons breaks a suspension that covers it")
  func attended() throws {
    let readings = sixth(
      [MadeUp.suspension(1, "2025-09-15", sessions: 20)], attended: ["2025-09-17"])
    #expect(readings.map(\.deadline) == [nil, .on(day("2025-09-25"))])
    #expect(readings.last?.started == day("2025-09-18"))
  }

  @Test("an afternoon's end and a morning's start on one day make one day of the chain")
  func sharedDay() throws {
    let readings = sixth([
      MadeUp.suspension(1, "2025-09-15", sessions: 5),
      MadeUp.suspension(2, "2025-09-17", sessions: 7, from: .afternoon),
    ])
    #expect(readings.map(\.deadline) == [.on(day("2025-09-22"))])
  }

  @Test("lunchtimes never build a chain")
  func lunchtimes() {
    let lunch = MadeUp.lunchtimes(1, "2025-09-15", count: 10)
    #expect(sixth([lunch]).isEmpty)
    let joined = sixth([
      MadeUp.suspension(1, "2025-09-15", sessions: 6), MadeUp.lunchtimes(2, "2025-09-18", count: 3),
      MadeUp.suspension(3, "2025-09-23", sessions: 6),
    ])
    #expect(joined.map(\.deadline) == [nil, nil])
  }

  @Test("after a suspension from a pupil referral unit the authority owes the education")
  func unit() throws {
    let unit = MadeUp.school(.pupilReferralUnit)
    let readings = sixth([MadeUp.suspension(1, "2025-09-15", sessions: 20, school: unit)])
    #expect(readings.first?.owner == .homeAuthority)
    let academy = MadeUp.school(.alternativeProvisionAcademy)
    #expect(
      sixth([MadeUp.suspension(1, "2025-09-15", sessions: 20, school: academy)]).first?.owner
        == .school)
  }

  @Test("a suspension followed at once by a permanent exclusion runs two clocks with two owners")
  func twoClocks() throws {
    let facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15",
      exclusions: [
        MadeUp.suspension(1, "2025-09-15", sessions: 14), MadeUp.permanent(2, "2025-09-24"),
      ], named: 2)
    let school = try #require(facts.reading(.sixthDaySuspension))
    let authority = try #require(facts.reading(.sixthDayPermanent))
    #expect(school.deadline == .on(day("2025-09-22")))
    #expect(school.owner == .school)
    #expect(school.endedOn == day("2025-09-24"))
    #expect(authority.deadline == .on(day("2025-10-01")))
    #expect(authority.owner == .homeAuthority)
    #expect(authority.started == day("2025-09-24"))

    var kinder = facts
    kinder.targets[.countSuspensionBeforePermanent] = 1
    #expect(kinder.reading(.sixthDayPermanent)?.deadline == .on(day("2025-09-22")))
  }

  @Test("a suspension well before a permanent exclusion is not its case's business")
  func apart() {
    let facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-11-03",
      exclusions: [
        MadeUp.suspension(1, "2025-09-15", sessions: 14), MadeUp.permanent(2, "2025-11-03"),
      ], named: 2)
    #expect(facts.readings(.sixthDaySuspension).isEmpty)
  }

  @Test("the clock ends with the suspension, met or not")
  func ends() throws {
    let reading = try #require(sixth([MadeUp.suspension(1, "2025-09-15", sessions: 16)]).first)
    #expect(reading.state(on: day("2025-09-24")) == .overdue)
    #expect(reading.state(on: day("2025-09-25")) == .endedNotMet)
  }

  @Test("a chain that runs past the known calendar is provisional")
  func beyond() throws {
    let reading = try #require(sixth([MadeUp.suspension(1, "2027-07-16", sessions: 16)]).first)
    #expect(reading.deadline == .beyondCalendar(knownThrough: day("2027-07-21"), counted: 3))
    let july = try #require(sixth([MadeUp.suspension(1, "2026-07-15", sessions: 16)]).first)
    #expect(july.deadline == .on(day("2026-09-07")))
  }

  @Test("clocks of an exclusion that another case answers for are shown there alone")
  func otherCase() {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15",
      exclusions: [
        MadeUp.permanent(1, "2025-09-15"), MadeUp.suspension(2, "2025-11-03", sessions: 20),
      ], named: 1)
    #expect(facts.readings(.sixthDaySuspension).count == 1)
    facts.exclusionsOfOtherCases = [Identifier(2)]
    #expect(facts.readings(.sixthDaySuspension).isEmpty)
  }
}
