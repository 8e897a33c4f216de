import AlternativeProvision
import TestSupport
import Testing

@Suite("Section 19, accepted and counted")
struct Section19Tests {
  /// Three days ill in September, in school again on the 19th.
  func brieflyIll(_ route: CaseRoute = .medical, accepted: String? = "2025-09-24") -> CaseFacts {
    var facts = MadeUp.facts(route, opened: "2025-09-15")
    facts.attendance.illness = ["2025-09-15", "2025-09-16", "2025-09-17"].map {
      .init(day: day($0), sessions: 2)
    }
    facts.attendance.lastPresentOn = day("2025-09-19")
    facts.file.section19AcceptedOn = accepted.map(day)
    return facts
  }

  @Test("a duty that was accepted and has nothing in place is overdue from the next school day")
  func acceptedWithoutEducation() throws {
    #expect(brieflyIll(accepted: nil).reading(.section19Illness)?.deadline == nil)
    let reading = try #require(brieflyIll().reading(.section19Illness))
    #expect(reading.deadline == .on(day("2025-09-25")))
    #expect(reading.state(on: day("2025-09-24")) == .running)
    #expect(reading.state(on: day("2025-09-25")) == .dueToday)
    #expect(reading.state(on: day("2026-06-01")) == .overdue)
    #expect(reading.owner == .homeAuthority)
    // The proof has the days on record, the acceptance, and the day on which it falls due.
    #expect(reading.proof.steps.first?.mark == .halfDays(2, total: 2))
    #expect(reading.proof.steps.contains { $0.day == day("2025-09-24") && !$0.mark.counts })
    #expect(reading.proof.steps.last == ProofStep(day: day("2025-09-25"), mark: .counted(1)))
    #expect(!reading.proof.rule.contains("fifteen"))
    // As at a day before, nobody had accepted anything.
    #expect(
      brieflyIll().reading(.section19Illness, asAt: day("2025-09-23"))?.deadline == nil)
  }

  @Test("a fifteenth day that is known stays the day, whenever the duty was accepted")
  func fifteenthDayStands() throws {
    var facts = brieflyIll()
    facts.attendance.lastPresentOn = nil
    let reading = try #require(facts.reading(.section19Illness))
    #expect(reading.deadline == MadeUp.calendar.schoolDay(12, after: day("2025-09-17")))
    facts.file.section19AcceptedOn = nil
    #expect(facts.reading(.section19Illness)?.deadline == reading.deadline)
  }

  @Test("an accepted duty whose placement ended is owed again, as after a permanent exclusion")
  func lapse() throws {
    var facts = brieflyIll()
    facts.placements = [MadeUp.placement("2025-09-25", end: "2025-10-24")]
    let readings = facts.readings(.section19Illness)
    #expect(readings.map { $0.state(on: day("2025-10-24")) } == [.met, .notStarted])
    let again = try #require(readings.last)
    #expect(again.deadline == .on(day("2025-11-03")))
    #expect(again.state(on: day("2026-02-02")) == .overdue)
    #expect(again.proof.remarks.contains { $0.contains("Fri 24 Oct 2025, and none has followed") })
    // A later place ends what was owed meanwhile, late.
    facts.placements.append(MadeUp.placement("2025-11-10"))
    let late = try #require(facts.readings(.section19Illness).last)
    #expect(late.state(on: day("2025-11-07")) == .overdue)
    #expect(late.state(on: day("2025-11-10")) == .metLate)
    // Nobody accepted that it was owed: the end of a placement says nothing by itself.
    facts.placements.removeLast()
    facts.file.section19AcceptedOn = nil
    #expect(facts.readings(.section19Illness).count == 1)
  }

  @Test(
    "education that the authority arranged is owed again when it ends, though nobody noted the duty"
  )
  func arrangedAndEnded() throws {
    var facts = MadeUp.facts(.medical, opened: "2025-09-09")
    facts.placements = [MadeUp.placement("2025-09-22", end: "2025-10-24")]
    let again = try #require(facts.readings(.section19Illness).last)
    #expect(again.deadline == .on(day("2025-11-03")))
    #expect(again.state(on: day("2025-11-04")) == .overdue)
    // A register that has the child present since says that the absence may be over.
    facts.attendance.lastPresentOn = day("2025-11-05")
    #expect(facts.readings(.section19Illness).count == 1)
    // What a school arranged for its own pupil is no acceptance by the authority.
    facts.attendance.lastPresentOn = nil
    facts.placements[0].commissioner = .school
    #expect(facts.readings(.section19Illness).count == 1)
  }

  @Test("after a permanent exclusion, too, days without a place before the next are owed")
  func gapAfterExclusion() throws {
    var facts = MadeUp.facts(
      .permanentExclusion, opened: "2025-09-15", exclusions: [MadeUp.permanent(1, "2025-09-15")],
      named: 1)
    facts.placements = [
      MadeUp.placement("2025-09-17", end: "2025-10-24"), MadeUp.placement("2025-11-10"),
    ]
    let again = try #require(facts.readings(.sixthDayPermanent).last)
    #expect(again.state(on: day("2025-11-05")) == .overdue)
    #expect(again.state(on: day("2025-11-10")) == .metLate)
  }

  @Test("an acceptance in June is not begun anew by illness in September")
  func newYear() throws {
    var facts = MadeUp.facts(.medical, opened: "2026-06-08")
    facts.attendance.illness = ["2026-06-08", "2026-06-09", "2026-09-07", "2026-09-08"].map {
      .init(day: day($0), sessions: 2)
    }
    facts.attendance.lastPresentOn = day("2026-09-14")
    facts.file.section19AcceptedOn = day("2026-06-10")
    facts.placements = [MadeUp.placement("2026-06-11", end: "2026-11-16")]
    let readings = facts.readings(.section19Illness)
    #expect(readings.first?.metOn == day("2026-06-11"))
    #expect(readings.first?.state(on: day("2026-11-16")) == .met)
    #expect(readings.last?.state(on: day("2026-11-20")) == .overdue)
  }

  @Test(
    "part-time education meets an accepted duty only for the child's health",
    arguments: [
      (CaseRoute.emotionallyBasedAbsence, String?.some("MHN"), ClockState.met),
      (.emotionallyBasedAbsence, nil, .met), (.emotionallyBasedAbsence, "OTH", .begunPartTime),
      (.safeguardingSeparation, "OTH", .begunPartTime),
      (.safeguardingSeparation, nil, .begunPartTime), (.medical, nil, .met),
    ])
  func partTime(route: CaseRoute, reason: String?, state: ClockState) throws {
    var facts = brieflyIll(route)
    facts.placements = [MadeUp.placement("2025-09-25", sessions: 5)]
    facts.placements[0].reason = reason
    #expect(facts.reading(.section19Illness)?.state(on: day("2025-11-10")) == state)
  }

  @Test("nothing is owed after compulsory school age, and what was missed stays missed")
  func leavingAge() throws {
    var facts = brieflyIll()
    facts.pupil = MadeUp.pupil(born: "2010-01-15", yearGroup: "11")
    let reading = try #require(facts.reading(.section19Illness))
    #expect(reading.state(on: day("2026-06-26")) == .overdue)
    #expect(reading.state(on: day("2026-06-27")) == .endedNotMet)
  }

  @Test("an accepted duty on any route is owed, save where a permanent exclusion has its own clock")
  func routes() {
    for route in CaseRoute.allCases {
      var facts = MadeUp.facts(route, opened: "2025-09-15")
      facts.attendance.lastPresentOn = day("2025-09-19")
      facts.file.section19AcceptedOn = day("2025-09-24")
      let states = facts.readings(.section19Illness).map { $0.state(on: day("2026-02-02")) }
      #expect(states == (route == .permanentExclusion ? [] : [.overdue]), "\(route)")
    }
  }

  @Test("whoever is marked present after the duty fell due may be back: the proof says so")
  func back() throws {
    var facts = brieflyIll()
    facts.attendance.lastPresentOn = day("2025-10-06")
    let reading = try #require(facts.reading(.section19Illness))
    #expect(reading.state(on: day("2025-10-07")) == .overdue)
    #expect(
      reading.proof.remarks.contains { $0.contains("Mon 6 Oct 2025") && $0.contains("close") })
  }

  // MARK: Which marks count

  /// Absent for days on end under the codes given, a day each.
  func away(_ route: CaseRoute, _ codes: [String]) -> CaseFacts {
    var facts = MadeUp.facts(route, opened: "2025-09-08")
    var next = day("2025-09-08")
    for code in codes {
      while !MadeUp.calendar.isOpen(next) { next = next.adding(days: 1) }
      if code == "I" {
        facts.attendance.illness.append(.init(day: next, sessions: 2))
      } else {
        for _ in 0..<2 { facts.attendance.otherAbsences.append(.init(day: next, code: code)) }
      }
      next = next.adding(days: 1)
    }
    facts.attendance.lastPresentOn = next
    return facts
  }

  @Test(
    "an anxious child's absence counts whatever code the school chose, and illness alone does not")
  func otherwise() throws {
    let codes = ["O", "O", "M", "I", "C", "C2", "N", "O", "I", "O", "O", "O", "O", "O", "O", "O"]
    let reading = try #require(
      away(.emotionallyBasedAbsence, codes).reading(.section19Illness))
    #expect(reading.deadline == .on(day("2025-09-26")))
    #expect(reading.proof.steps.last?.mark == .marked("O", halves: 2, total: 30))
    #expect(reading.proof.remarks.contains { $0.contains("Ombudsman") })
    let ill = try #require(away(.medical, codes).reading(.section19Illness))
    #expect(ill.deadline == nil)
  }

  @Test("the proof names the marks left out: other codes than illness, exclusion, leave")
  func leftOut() throws {
    let ill = try #require(away(.medical, ["I", "O", "M", "I"]).reading(.section19Illness)).proof
    #expect(ill.steps.filter(\.mark.counts).map(\.day.iso) == ["2025-09-08", "2025-09-11"])
    #expect(ill.steps.map(\.words).contains("not counted: marked O"))
    #expect(ill.remarks.contains { $0.contains("1 day marked M, 1 day marked O") })
    let anxious = try #require(
      away(.emotionallyBasedAbsence, ["O", "E", "G", "O"]).reading(.section19Illness)
    ).proof
    #expect(anxious.steps.map(\.mark.counts) == [true, false, false, true])
    #expect(anxious.remarks.contains { $0.contains("1 day marked E, 1 day marked G") })
  }

  @Test("days away at random: the fifteenth agrees with a count made another way")
  func random() throws {
    var dice = SeededGenerator(19)
    let counting: Set = ["I", "M", "O", "N", "C", "C2"]
    let all = ["I", "I", "O", "O", "N", "M", "C", "C2", "E", "G", "U", "S", "T", "R", "J1", "C1"]
    for _ in 0..<300 {
      var facts = MadeUp.facts(.emotionallyBasedAbsence, opened: "2025-09-08")
      var halves = 0
      var fifteenth: Day?
      for day in MadeUp.calendar.openDays.prefix(60) {
        for _ in 0..<2 where Int.random(in: 0..<3, using: &dice) > 0 {
          let code = all.randomElement(using: &dice, or: "I")
          if code != "I" {
            facts.attendance.otherAbsences.append(.init(day: day, code: code))
          } else if facts.attendance.illness.last?.day == day {
            facts.attendance.illness[facts.attendance.illness.count - 1].sessions = 2
          } else {
            facts.attendance.illness.append(.init(day: day, sessions: 1))
          }
          if counting.contains(code) { halves += 1 }
          if halves == 30, fifteenth == nil { fifteenth = day }
        }
      }
      facts.attendance.lastPresentOn = day("2026-07-01")
      let reading = try #require(facts.reading(.section19Illness))
      #expect(reading.deadline?.day == fifteenth)
      if let fifteenth {
        #expect(reading.proof.steps.last(where: \.mark.counts)?.day == fifteenth)
      }
    }
  }
}
