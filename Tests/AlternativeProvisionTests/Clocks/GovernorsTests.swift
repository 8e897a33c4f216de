import AlternativeProvision
import Testing

@Suite("The governing board's clocks")
struct GovernorsTests {
  func facts(
    _ exclusions: [ExclusionFacts], notified: String? = "2025-10-06", represented: String? = nil
  )
    -> CaseFacts
  {
    let named = exclusions[exclusions.count - 1].id.number
    var facts = MadeUp.facts(
      .longSuspension, opened: "2025-09-01", exclusions: exclusions, named: named)
    let last = facts.exclusions.count - 1
    facts.exclusions[last].exclusion.governors.notifiedOn = notified.map(day)
    facts.exclusions[last].exclusion.governors.representationsOn = represented.map(day)
    return facts
  }

  @Test("a term is the school's own where it has three, though Easter falls within one of them")
  func ownTerms() throws {
    // In 2027 Easter Monday is 29 March: a spring term that goes on until 9 April holds it.
    func book(_ spring: [(String, String)]) -> CalendarBook {
      var year = MadeUp.year("2026/27", [], [])
      year.terms = ([("2026-09-01", "2026-12-18")] + spring + [("2027-04-26", "2027-07-21")]).map {
        Term(name: "Term", first: day($0.0), last: day($0.1))
      }
      return CalendarBook(authorities: [
        MadeUp.authority: SchoolCalendar(
          name: "Madeupshire", years: [year], bankHolidays: .statutory)
      ])
    }
    var facts = MadeUp.facts(
      .longSuspension, opened: "2027-03-15",
      exclusions: [
        MadeUp.suspension(1, "2027-03-15", sessions: 10),
        MadeUp.suspension(2, "2027-03-31", sessions: 1),
      ], named: 2)
    facts.exclusions[1].exclusion.governors.notifiedOn = day("2027-03-31")
    facts.calendars = book([("2027-01-04", "2027-04-09")])
    #expect(facts.reading(.governors50) != nil, "5½ days in the spring term")
    // Four terms: the reference dates divide the year, and Easter Monday begins anew.
    facts.calendars = book([("2027-01-04", "2027-02-12"), ("2027-02-22", "2027-04-09")])
    #expect(facts.reading(.governors50) == nil)
  }

  @Test(
    "the triggers are strict: 5 and 15 days do not pull them, half a day more does",
    arguments: [
      (10, ClockKind?.none), (11, .governors50), (30, .governors50), (31, .governors15),
    ])
  func triggers(sessions: Int, kind: ClockKind?) {
    let single = facts([MadeUp.suspension(1, "2025-09-08", sessions: sessions)])
    let kinds = ClockEngine().readings(for: single).map(\.kind)
    #expect(kinds.contains(.governors15) == (kind == .governors15))
    #expect(kinds.contains(.governors50) == (kind == .governors50))
    let split = facts([
      MadeUp.suspension(1, "2025-09-08", sessions: sessions - 3),
      MadeUp.suspension(2, "2025-11-10", sessions: 3),
    ])
    let splitKinds = ClockEngine().readings(for: split).filter { $0.exclusion?.number == 2 }
      .map(\.kind)
    #expect(splitKinds.contains(.governors15) == (kind == .governors15))
    #expect(splitKinds.contains(.governors50) == (kind == .governors50))
  }

  @Test("each lunchtime is half a day of the total")
  func lunchtimes() {
    let ten = facts([
      MadeUp.suspension(1, "2025-09-08", sessions: 8), MadeUp.lunchtimes(2, "2025-09-22", count: 2),
    ])
    #expect(ten.reading(.governors50) == nil)
    let eleven = facts([
      MadeUp.suspension(1, "2025-09-08", sessions: 8), MadeUp.lunchtimes(2, "2025-09-22", count: 3),
    ])
    #expect(eleven.reading(.governors50)?.exclusion?.number == 2)
  }

  @Test("totals start anew with each term, but not with a half term")
  func terms() {
    let acrossHalfTerm = facts([
      MadeUp.suspension(1, "2025-10-20", sessions: 8),
      MadeUp.suspension(2, "2025-11-10", sessions: 3),
    ])
    #expect(acrossHalfTerm.reading(.governors50) != nil)
    let acrossChristmas = facts([
      MadeUp.suspension(1, "2025-12-08", sessions: 8),
      MadeUp.suspension(2, "2026-01-12", sessions: 3),
    ])
    #expect(acrossChristmas.reading(.governors50) == nil)
    let acrossEaster = facts([
      MadeUp.suspension(1, "2026-03-16", sessions: 8),
      MadeUp.suspension(2, "2026-04-20", sessions: 3),
    ])
    #expect(acrossEaster.reading(.governors50) == nil)
    // One suspension that straddles the year's end: four days before Christmas and four after.
    let straddling = facts([MadeUp.suspension(1, "2025-12-16", sessions: 16)])
    #expect(straddling.reading(.governors50) == nil)
  }

  @Test("fifteen school days run from when the board received notice, not from the exclusion")
  func notice() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")])
    let waiting = try #require(facts.reading(.governors15))
    #expect(waiting.state(on: day("2026-01-15")) == .notStarted)
    facts.exclusions[0].exclusion.governors.notifiedOn = day("2025-10-06")
    let reading = try #require(facts.reading(.governors15))
    // From 7 October: fourteen school days before half term, and the first day after it.
    #expect(reading.deadline == MadeUp.calendar.schoolDay(15, after: day("2025-10-06")))
    #expect(reading.deadline == .on(day("2025-11-03")))
    #expect(reading.owner == .governingBoard)
    facts.exclusions[0].exclusion.governors.metOn = day("2025-11-03")
    #expect(facts.reading(.governors15)?.state(on: day("2025-11-03")) == .met)
    facts.exclusions[0].exclusion.governors.metOn = day("2025-11-04")
    #expect(facts.reading(.governors15)?.state(on: day("2025-11-03")) == .dueToday)
    #expect(facts.reading(.governors15)?.state(on: day("2025-11-04")) == .metLate)
  }

  @Test("fifty school days run only once a parent has made representations")
  func representations() throws {
    let suspension = MadeUp.suspension(1, "2025-09-29", sessions: 12)
    let silent = try #require(facts([suspension]).reading(.governors50))
    #expect(silent.state(on: day("2025-12-01")) == .notStarted)
    let spoken = try #require(
      facts([suspension], represented: "2025-10-10").reading(.governors50))
    #expect(spoken.deadline == MadeUp.calendar.schoolDay(50, after: day("2025-10-06")))
    #expect(spoken.state(on: day("2025-10-09")) == .notStarted)
    #expect(spoken.state(on: day("2025-10-10")) == .running)
  }

  @Test("an examination that would be missed brings the board's day forward to the day before it")
  func examination() throws {
    var case1 = facts([MadeUp.suspension(1, "2025-09-29", sessions: 4)])
    case1.exclusions[0].exclusion.examinationOn = day("2025-10-13")
    let reading = try #require(case1.reading(.examination))
    #expect(reading.deadline == .on(day("2025-10-10")))
    #expect(case1.reading(.governors50) == nil)
    case1.exclusions[0].exclusion.examinationOn = day("2026-05-13")
    #expect(
      case1.reading(.examination)?.deadline
        == MadeUp.calendar.schoolDay(15, after: day("2025-10-06")))
  }

  @Test("a board that reinstates at once ends the exclusion, though nobody noted how it stands")
  func reinstatedAtOnce() throws {
    let facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")]
    ).with {
      $0.governors.metOn = day("2025-09-19")
      $0.governors.decision = .reinstatedAtOnce
    }
    #expect(facts.exclusions[0].exclusion.outcome == .pending)
    let sixth = try #require(facts.reading(.sixthDayPermanent))
    #expect(sixth.state(on: day("2025-09-18")) == .running)
    #expect(sixth.state(on: day("2025-10-20")) == .ended)
    let upheld = facts.with { $0.outcome = .upheld }.exclusions[0].exclusion
    #expect(upheld.problems().contains(.upheldThoughReinstated))
    let reinstated = facts.with { $0.outcome = .reinstated }.exclusions[0].exclusion
    #expect(!reinstated.problems().contains(.upheldThoughReinstated))
  }

  @Test("cancelling ends the board's duty; reinstating meets it; the two are told apart")
  func ends() throws {
    let base = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")]
    ).with { $0.governors.notifiedOn = day("2025-09-15") }
    let cancelled = base.with {
      $0.outcome = .cancelled
      $0.endedOn = day("2025-09-18")
    }
    #expect(cancelled.reading(.governors15)?.state(on: day("2025-09-18")) == .ended)
    #expect(cancelled.reading(.governors15)?.state(on: day("2025-09-17")) == .running)
    #expect(cancelled.reading(.sixthDayPermanent)?.state(on: day("2025-09-18")) == .ended)
    let reinstated = base.with {
      $0.outcome = .reinstated
      $0.endedOn = day("2025-10-02")
      $0.governors.metOn = day("2025-10-01")
      $0.governors.decision = .reinstatedByDate
    }
    #expect(reinstated.reading(.governors15)?.state(on: day("2025-10-03")) == .met)
    #expect(reinstated.reading(.sixthDayPermanent)?.state(on: day("2025-10-01")) == .overdue)
    #expect(
      reinstated.reading(.sixthDayPermanent)?.state(on: day("2025-10-02")) == .endedNotMet)
    let quashed = base.with { $0.outcome = .quashed }
    #expect(quashed.reading(.sixthDayPermanent)?.state(on: day("2025-10-02")) == .overdue)
    // Quashing reinstates nobody: the board decides again, and until then the duty goes on.
    let quashedAndEnded = quashed.with { $0.endedOn = day("2025-10-01") }
    #expect(quashedAndEnded.reading(.sixthDayPermanent)?.state(on: day("2025-10-02")) == .overdue)
    let upheld = base.with { $0.outcome = .upheld }
    #expect(upheld.reading(.sixthDayPermanent)?.state(on: day("2025-10-02")) == .overdue)
    let words = [cancelled, reinstated, quashed].map {
      $0.reading(.sixthDayPermanent)?.proof.remarks.joined() ?? ""
    }
    #expect(words[0].contains("Cancelled by the head teacher"))
    #expect(words[1].contains("reinstated the pupil"))
    #expect(words[2].contains("remains a permanent exclusion"))
  }

  @Test("half days at a school that the regulations do not bind pull no trigger")
  func unboundSchool() {
    let college = MadeUp.school(.independent, urn: 900_009)
    let facts = MadeUp.facts(
      .longSuspension, opened: "2025-09-15",
      exclusions: [
        MadeUp.suspension(1, "2025-09-15", sessions: 8, school: college, schoolId: 9),
        MadeUp.suspension(2, "2025-10-06", sessions: 4),
      ], named: 2)
    #expect(facts.readings(.governors50).isEmpty)
    #expect(facts.reading(.yearLimit45)?.tally?.halfDays == 4)
  }
}
