import AlternativeProvision
import Testing

@Suite("Records that cannot be")
struct ExclusionRecordTests {
  private func exclusion(
    _ category: ExclusionCategory, _ sessions: Int?, on day: String = "2026-11-02",
    reasons: [String] = ["DB"]
  ) throws -> Exclusion {
    var exclusion = Exclusion(
      pupil: Identifier(1), school: Identifier(1), category: category, firstDay: try Day(day),
      sessions: sessions)
    exclusion.reasons = reasons
    return exclusion
  }

  @Test("sound exclusions have no problems")
  func sound() throws {
    #expect(try exclusion(.permanent, nil).problems().isEmpty)
    #expect(try exclusion(.suspension, 11).problems().isEmpty)
    #expect(try exclusion(.suspension, 90).problems().isEmpty)
    #expect(try exclusion(.lunchtime, 1).problems().isEmpty)
  }

  @Test("the length fits the category")
  func lengths() throws {
    #expect(try exclusion(.permanent, 2).problems() == [.permanentWithLength])
    #expect(try exclusion(.suspension, nil).problems() == [.lengthMissing])
    #expect(try exclusion(.suspension, 0).problems() == [.lengthNotPositive])
    #expect(try exclusion(.suspension, 91).problems() == [.overYearLimit(sessions: 91)])
    #expect(try exclusion(.lunchtime, 2).problems() == [.lunchtimeNotOneSession])
    #expect(try exclusion(.lunchtime, nil).problems() == [.lengthMissing])
  }

  @Test("a length reads as school days")
  func lengthText() throws {
    #expect(try exclusion(.suspension, 5).lengthText == "2½ days")
    #expect(try exclusion(.suspension, 2).lengthText == "1 day")
    #expect(try exclusion(.lunchtime, 1).lengthText == "½ day")
    #expect(try exclusion(.permanent, nil).lengthText == "permanent")
    #expect(try exclusion(.suspension, 5).days == 2.5)
  }

  @Test("there are one to three reasons, each once, each in force on the first day")
  func reasons() throws {
    func problems(_ reasons: [String], on day: String = "2026-11-02") throws -> [ExclusionProblem] {
      try exclusion(.suspension, 2, on: day, reasons: reasons).problems()
    }
    #expect(try problems([]) == [.reasonMissing])
    #expect(try problems(["PP", "PA", "VP", "VA"]) == [.tooManyReasons(4)])
    #expect(try problems(["PP", "pp"]) == [.reasonTwice("PP")])
    #expect(try problems(["PP", "MP"]).isEmpty)
    #expect(try problems(["PP", "MP"], on: "2026-05-05").count == 1)
    #expect(try problems(["OT"], on: "2019-05-07").isEmpty)
    #expect(try problems(["OT"]).count == 1)
  }

  @Test("only a review panel quashes, and what it quashed has no end until the board decides again")
  func quashed() throws {
    var record = try exclusion(.permanent, nil)
    record.outcome = .quashed
    #expect(record.problems() == [.quashedWithoutReview])
    record.review.hearingOn = try Day("2026-11-20")
    record.review.decision = .quashed
    #expect(record.problems().isEmpty)
    record.endedOn = try Day("2026-11-20")
    #expect(record.problems() == [.quashedWithEnd])
  }

  @Test("what is said to have been done on a day that has not come is told")
  func ahead() throws {
    let (today, ahead) = (try Day("2026-11-20"), try Day("2026-11-21"))
    var placement = Placement(
      file: Identifier(1), provider: Identifier(1), startsOn: try Day("2026-09-07"),
      sessionsPerWeek: 10)
    placement.lastReviewedOn = today
    #expect(placement.problems(on: today).isEmpty)
    placement.lastReviewedOn = ahead
    placement.lastVisitedOn = ahead
    #expect(
      placement.problems(on: today) == [.ahead("review", ahead), .ahead("monitoring visit", ahead)])
    var pupil = Pupil(
      reference: "P", surname: "Fenn", forename: "Ada", dateOfBirth: try Day("2012-05-01"),
      yearGroup: "9")
    pupil.plan = CarePlan(issuedOn: today, lastReviewedOn: ahead)
    #expect(pupil.problems(on: today) == [.planAhead(ahead)])
    #expect(pupil.problems(on: ahead).isEmpty)
  }

  @Test("dates of governors and review are in order, and decisions have their meetings")
  func dates() throws {
    var record = try exclusion(.permanent, nil)
    record.governors.notifiedOn = try Day("2026-11-04")
    record.governors.metOn = try Day("2026-11-03")
    record.review.decision = .upheld
    let found = record.problems().map(\.description)
    #expect(found.count == 2)
    #expect(
      found.contains(
        "its meeting is dated 3 Nov 2026, before notice to the governing board on 4 Nov 2026; "
          + "one of the two dates must be changed"))
    record.review = IndependentReview()
    record.governors = GovernorsConsideration()
    record.governors.decision = .declinedToReinstate
    #expect(record.problems() == [.decisionWithoutMeeting])
    var suspension = try exclusion(.suspension, 12)
    suspension.review.appliedOn = try Day("2026-11-20")
    #expect(suspension.problems() == [.reviewNotPossible])
  }

  @Test("a case has its reference, and its dates in order")
  func cases() throws {
    var file = Case(
      reference: "AP-2026-0412", pupil: Identifier(1), route: .medical,
      openedOn: try Day("2026-11-02"))
    #expect(file.problems().isEmpty)
    file.reference = " "
    file.closedOn = try Day("2026-11-01")
    file.fairAccessPlacedOn = try Day("2026-11-03")
    #expect(file.problems().count == 3)
    file.closedOn = nil
    file.closingReason = "Reintegrated"
    #expect(file.problems().contains(.reasonWithoutClosing))
  }

  @Test("a placement has one to ten sessions and ends after it began")
  func placements() throws {
    var placement = Placement(
      file: Identifier(1), provider: Identifier(1), startsOn: try Day("2026-11-02"),
      sessionsPerWeek: 10)
    placement.reason = "PEX"
    placement.hoursPerWeek = 25
    #expect(placement.problems().isEmpty)
    placement.sessionsPerWeek = 11
    placement.hoursPerWeek = .nan
    placement.weeklyCost = -1
    placement.reason = "QQQ"
    placement.endedOn = try Day("2026-11-01")
    #expect(placement.problems().count == 5)
    placement.sessionsPerWeek = 0
    #expect(placement.problems().contains(.sessions(0)))
  }
}
