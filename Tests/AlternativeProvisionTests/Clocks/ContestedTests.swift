import AlternativeProvision
import Testing

/// Points on which a clock would be contested: when a duty ends, and what does not meet it.
@Suite("What would be contested")
struct ContestedTests {
  func permanent(_ first: String = "2025-09-15", opened: String? = nil, pupil: Pupil? = nil)
    -> CaseFacts
  {
    MadeUp.facts(
      .permanentExclusion, opened: opened ?? first, exclusions: [MadeUp.permanent(1, first)],
      named: 1, pupil: pupil ?? MadeUp.pupil())
  }

  @Test("an overdue sixth day is owed no longer once the child has passed school leaving age")
  func leavingAge() throws {
    let facts = permanent(
      "2026-03-02", pupil: MadeUp.pupil(born: "2010-01-15", yearGroup: "11"))
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.state(on: day("2026-06-26")) == .overdue)
    #expect(reading.state(on: day("2026-06-27")) == .endedNotMet)
    #expect(reading.proof.remarks.contains { $0.contains("compulsory school age") })
    let young = try #require(permanent().reading(.sixthDayPermanent))
    #expect(!young.proof.remarks.contains { $0.contains("compulsory school age") })
  }

  @Test("an overdue sixth day in Year 11 ends with the last examination, and not before it")
  func lastExamination() throws {
    var facts = permanent(
      "2026-03-02", pupil: MadeUp.pupil(born: "2010-01-15", yearGroup: "11"))
    facts.examinationsFinishedOn = day("2026-06-10")
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.state(on: day("2026-06-10")) == .overdue)
    #expect(reading.state(on: day("2026-06-11")) == .endedNotMet)
  }

  @Test("compulsory school age begins on the prescribed day itself")
  func prescribedDay() {
    // EA 1996 s.8(2): born in January, of school age from 31 March, a school day in 2025.
    #expect(CompulsoryAge.england.window(bornOn: day("2020-01-10")).lowerBound == day("2025-03-31"))
    #expect(CompulsoryAge.england.window(bornOn: day("2020-04-01")).lowerBound == day("2025-08-31"))
    #expect(CompulsoryAge.england.window(bornOn: day("2020-10-01")).lowerBound == day("2025-12-31"))
  }

  @Test("a suspension of five days is over when it is over")
  func shortSuspension() throws {
    let facts = MadeUp.facts(
      .longSuspension, opened: "2025-09-15",
      exclusions: [MadeUp.suspension(1, "2025-09-15", sessions: 10)], named: 1)
    let reading = try #require(facts.reading(.sixthDaySuspension))
    #expect(reading.state(on: day("2025-09-19")) == .notStarted)
    #expect(reading.state(on: day("2025-09-20")) == .ended)
  }

  @Test("counting from the suspension, a place held since then is in time, and both days are named")
  func protectiveCount() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15",
      exclusions: [
        MadeUp.suspension(1, "2025-09-15", sessions: 14), MadeUp.permanent(2, "2025-09-24"),
      ], named: 2)
    facts.targets[.countSuspensionBeforePermanent] = 1
    facts.placements = [MadeUp.placement("2025-09-19")]
    let reading = try #require(facts.reading(.sixthDayPermanent))
    #expect(reading.deadline == .on(day("2025-09-22")))
    #expect(reading.state(on: day("2025-09-24")) == .met)
    #expect(
      reading.proof.remarks.contains {
        $0.contains("Counted from the suspension") && $0.contains("Wed 1 Oct 2025")
      })
  }

  @Test(
    "education that ends while a permanent exclusion stands is owed again from the next school day")
  func lapse() throws {
    var facts = permanent()
    // From 17 September to the Friday before half term.
    facts.placements = [MadeUp.placement("2025-09-17", end: "2025-10-24")]
    let readings = facts.readings(.sixthDayPermanent)
    #expect(readings.count == 2)
    #expect(readings.first?.state(on: day("2026-01-20")) == .met)
    let again = try #require(readings.last)
    #expect(again.deadline == .on(day("2025-11-03")))
    #expect(again.state(on: day("2025-10-24")) == .notStarted)
    #expect(again.state(on: day("2025-11-03")) == .dueToday)
    #expect(again.state(on: day("2025-11-04")) == .overdue)
    #expect(again.owner == .homeAuthority)
    #expect(again.proof.steps.last == ProofStep(day: day("2025-11-03"), mark: .counted(1)))
    #expect(!again.proof.rule.contains("sixth school day"))
    // As at a day before it ended there is nothing to say of it.
    #expect(facts.readings(.sixthDayPermanent, asAt: day("2025-10-20")).count == 1)
    // Another place, without a school day between or while the first goes on, carries it on.
    for start in ["2025-11-03", "2025-10-20"] {
      var followed = facts
      followed.placements.append(MadeUp.placement(start))
      #expect(followed.readings(.sixthDayPermanent).count == 1)
    }
    // Reinstated, closed, or placed in a school: nothing is owed again.
    let reinstated = facts.with {
      $0.outcome = .reinstated
      $0.endedOn = day("2025-11-03")
    }
    #expect(reinstated.readings(.sixthDayPermanent).last?.state(on: day("2025-11-10")) == .ended)
    facts.file.fairAccessPlacedOn = day("2025-10-23")
    #expect(facts.readings(.sixthDayPermanent).last?.state(on: day("2025-11-10")) == .ended)
  }

  @Test(
    "education that ends during a long suspension is owed again by the school, until it is over")
  func lapseOfSuspension() throws {
    var facts = MadeUp.facts(
      .longSuspension, opened: "2025-09-15",
      exclusions: [MadeUp.suspension(1, "2025-09-15", sessions: 40)], named: 1)
    facts.placements = [MadeUp.placement("2025-09-22", end: "2025-09-26")]
    let again = try #require(facts.readings(.sixthDaySuspension).last)
    #expect(again.owner == .school)
    #expect(again.deadline == .on(day("2025-09-29")))
    #expect(again.state(on: day("2025-09-30")) == .overdue)
    #expect(again.state(on: day("2025-10-11")) == .endedNotMet)
    facts.placements[0].endedOn = day("2025-10-10")
    #expect(facts.readings(.sixthDaySuspension).count == 1)
  }

  @Test("a placement that ended before the known calendar did does not meet a day beyond it")
  func beyond() throws {
    var facts = permanent("2027-07-15")
    facts.placements = [MadeUp.placement("2027-07-16", end: "2027-07-20")]
    #expect(facts.reading(.sixthDayPermanent)?.metOn == nil)
    facts.placements[0].endedOn = nil
    #expect(facts.reading(.sixthDayPermanent)?.metOn == day("2027-07-16"))
  }

  @Test("an old N without a rule of its own does not hide a new one")
  func oldMark() throws {
    var facts = MadeUp.facts(.outreach, opened: "2025-09-10")
    facts.attendance.unexplained = [day("2024-06-03"), day("2025-11-24")]
    #expect(facts.reading(.unexplainedMark)?.deadline == .on(day("2025-12-02")))
  }

  @Test("the days of an examination's proof end on the day that its sentence names")
  func examinationProof() throws {
    var facts = permanent("2025-09-29")
    facts.exclusions[0].exclusion.governors.notifiedOn = day("2025-10-06")
    facts.exclusions[0].exclusion.examinationOn = day("2025-10-13")
    let proof = try #require(facts.reading(.examination)).proof
    #expect(proof.conclusion.contains("Fri 10 Oct 2025"))
    #expect(proof.steps.last(where: { $0.mark.counts })?.day == day("2025-10-10"))
    facts.exclusions[0].exclusion.governors.notifiedOn = nil
    let unnotified = try #require(facts.reading(.examination)).proof
    #expect(unnotified.steps.last(where: { $0.mark.counts })?.day == day("2025-10-10"))
  }

  @Test("notice of a direction without a known calendar is provisional, and not without end")
  func directionBeyond() throws {
    var facts = MadeUp.facts(.offSiteDirection, opened: "2027-06-01")
    facts.file.direction = OffSiteDirection(firstDay: day("2027-09-06"))
    let reading = try #require(facts.reading(.directionNotice))
    #expect(reading.state(on: day("2027-09-01")) == .provisional)
    #expect(reading.proof.conclusion.contains("Provisional"))
  }

  @Test(
    "no regulations on exclusion bind an independent school or a college",
    arguments: [SchoolKind.independent, .furtherEducation])
  func unbound(kind: SchoolKind) {
    let school = MadeUp.school(kind)
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15",
      exclusions: [
        MadeUp.suspension(1, "2025-09-01", sessions: 18, school: school),
        MadeUp.permanent(2, "2025-09-15", school: school),
      ], named: 2, school: school)
    facts.exclusions[1].exclusion.governors.notifiedOn = day("2025-09-15")
    facts.exclusions[1].exclusion.governors.decision = .declinedToReinstate
    // The authority's duty to a child whom no school has stays.
    #expect(ClockEngine().readings(for: facts).map(\.kind) == [.sixthDayPermanent])
  }

  @Test("half days at the threshold set no board's clock in a question either")
  func thresholdQuestion() throws {
    var question = ClockQuestion(
      kind: .governors15, event: day("2025-10-06"), calendar: MadeUp.calendar)
    for (kind, halves, isOwed) in [
      (ClockKind.governors15, 30, false), (.governors15, 31, true), (.governors50, 10, false),
      (.governors50, 11, true),
    ] {
      question.kind = kind
      question.halfDays = halves
      let reading = try #require(ClockEngine().reading(for: question))
      #expect((reading.deadline != nil) == isOwed)
      #expect(isOwed || reading.proof.remarks.contains { $0.contains("more than") })
    }
  }

  @Suite("of section 19")
  struct Section19 {
    func facts(_ route: CaseRoute, opened: String, ill: [String]) -> CaseFacts {
      var facts = MadeUp.facts(route, opened: opened)
      facts.attendance.illness = ill.map { .init(day: day($0), sessions: 2) }
      return facts
    }

    @Test("a cold in September does not hide an absence that began in November")
    func coldBefore() throws {
      var facts = facts(.emotionallyBasedAbsence, opened: "2025-11-10", ill: ["2025-09-10"])
      facts.attendance.lastPresentOn = day("2025-11-06")
      let reading = try #require(facts.reading(.section19Illness))
      #expect(reading.deadline == MadeUp.calendar.schoolDay(14, from: day("2025-11-10")))
      #expect(reading.proof.steps.last?.day == reading.deadline?.day)
    }

    @Test("fifteen days away last school year stay owed when the new one begins")
    func newYear() throws {
      var days: [String] = []
      var next = day("2026-06-01")
      while days.count < 15 {
        if MadeUp.calendar.isOpen(next) { days.append(next.iso) }
        next = next.adding(days: 1)
      }
      let facts = facts(.medical, opened: "2026-06-08", ill: days + ["2026-09-07"])
      let reading = try #require(facts.reading(.section19Illness))
      #expect(reading.deadline == .on(try #require(days.last.map { day($0) })))
      #expect(reading.state(on: day("2026-09-08")) == .overdue)
    }

    @Test("a placement from which the child is away ill does not meet it")
    func awayFromPlacement() throws {
      var days: [String] = []
      var next = day("2025-11-03")
      while days.count < 15 {
        if MadeUp.calendar.isOpen(next) { days.append(next.iso) }
        next = next.adding(days: 1)
      }
      var facts = facts(.offSiteDirection, opened: "2025-09-15", ill: days)
      facts.placements = [MadeUp.placement("2025-09-22")]
      #expect(facts.reading(.section19Illness)?.state(on: day("2025-12-01")) == .overdue)
    }

    @Test("part-time education for illness is not said to fall short of full time as such")
    func partTime() throws {
      var facts = facts(.medical, opened: "2025-09-15", ill: ["2025-09-15"])
      facts.placements = [MadeUp.placement("2025-09-22", sessions: 5)]
      let remarks = try #require(facts.reading(.section19Illness)).proof.remarks
      #expect(remarks.contains { $0.contains("s.19(3AA)") })
    }
  }
}
