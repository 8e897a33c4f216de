import AlternativeProvision
import Testing

@Suite("Decisions")
struct DecisionTests {
  private let meeting: Day
  private let chair = PanelMember(name: "A. Chair", agency: .educationInclusion, role: .chair)
  private let head = PanelMember(name: "C. Head", agency: .school)

  init() throws { meeting = try Day("2026-11-26") }

  private func context(_ kind: AgendaKind = .newReferral) -> DecisionContext {
    DecisionContext(kind: kind, meetingOn: meeting, deciding: [chair, head])
  }

  private func agreed(_ option: DecisionOption = .agree) -> Decision {
    var decision = Decision(option)
    decision.provider = Identifier(1)
    decision.startsOn = meeting.adding(days: 4)
    decision.sessions = option == .agree ? 10 : 6
    decision.hours = option == .agree ? 25 : 15
    decision.weeklyCost = 45_000
    decision.reviewOn = meeting.adding(days: 40)
    decision.exitCriteria = "Attends nine sessions of ten for six weeks"
    decision.rationale = "Day six is on Monday and no school place is open"
    if option == .agreePartTime { decision.healthReason = "The GP advises mornings only" }
    return decision
  }

  /// A decision of each option that can be confirmed, with the sort of item it is made on.
  private func sound(_ option: DecisionOption) -> (Decision, DecisionContext) {
    var decision = Decision(option)
    decision.rationale = "Because"
    switch option {
    case .agree, .agreePartTime: return (agreed(option), context())
    case .deferred:
      decision.information = "Whether the GP's letter has come"
      decision.owner = "Ada"
      decision.dueOn = meeting.adding(days: 7)
    case .decline: decision.declineRoute = .ehcAssessment
    case .eotas: decision.isAgreed = false
    case .extend:
      decision.placement = Identifier(3)
      decision.plannedEnd = meeting.adding(days: 60)
      decision.reviewOn = meeting.adding(days: 40)
      return (decision, context(.reviewDue))
    case .stepDown:
      decision.tier = .targetedSupport
      decision.endsOn = meeting.adding(days: 14)
      decision.reviewOn = meeting.adding(days: 40)
      decision.measure = "Outreach for six weeks"
      var stepping = context(.reviewDue)
      stepping.tier = .timeLimitedPlacement
      return (decision, stepping)
    case .end:
      decision.placement = Identifier(3)
      decision.endsOn = meeting.adding(days: 14)
      decision.outcome = "Back in school"
      return (decision, context(.placementEnding))
    case .referSafeguarding:
      decision.referredTo = "the front door"
      decision.owner = "Ada"
      decision.dueOn = meeting
    case .chairsAction: decision.measure = "Tuition from Monday"
    case .ratify:
      decision.isAgreed = true
      return (decision, context(.ratification))
    case .note: decision.rationale = ""
    }
    return (decision, context())
  }

  @Test("a decision with its fields can be confirmed", arguments: DecisionOption.allCases)
  func soundOnes(option: DecisionOption) {
    let (decision, context) = sound(option)
    #expect(decision.problems(in: context) == [])
  }

  @Test("a decision without a field that it requires names it", arguments: DecisionOption.allCases)
  func missingFields(option: DecisionOption) {
    let (decision, context) = sound(option)
    for field in option.required + (option == .note ? [] : [.rationale]) {
      var lacking = decision
      lacking.clear(field)
      let problems = lacking.problems(in: context)
      #expect(problems.contains(.missing(field)), "\(option) without \(field)")
      let words = problems.map(\.description).joined()
      #expect(words.contains(field.whatToDo))
    }
    #expect(Set(option.required).isSubset(of: Set(option.fields)))
  }

  @Test(
    "a panel that weighs section 19 agrees no provision without its reasoning, and a number is none",
    arguments: [DecisionOption.agree, .agreePartTime], [PanelKind.section19, .medical])
  func section19(option: DecisionOption, kind: PanelKind) {
    var context = context()
    context.panel = kind
    var decision = agreed(option)
    #expect(decision.problems(in: context) == [.missing(.section19)])
    decision.section19 = "10"
    #expect(decision.problems(in: context) == [.unreasoned(.section19, "10")])
    let words = decision.problems(in: context)[0].description
    #expect(words.contains("says only \"10\"; say whether education is reasonably available"))
    decision.section19 = "No school place is open to him before January."
    #expect(decision.problems(in: context) == [])
    context.panel = .exclusion
    decision.section19 = ""
    #expect(decision.problems(in: context) == [])
  }

  @Test("few sessions are mended where they stand, unless section 19 says how the week is met")
  func fewSessions() {
    var decision = agreed()
    decision.sessions = 4
    decision.section19 = "10"
    #expect(decision.problems(in: context()) == [.partTimeUnexplained(sessions: 4)])
    #expect(decision.problems(in: context())[0].field == .sessions)
    decision.section19 = "The school teaches the other six sessions."
    #expect(decision.problems(in: context()) == [])
  }

  @Test("a rationale of spaces is none")
  func blankRationale() {
    var decision = agreed()
    decision.rationale = " \n\t"
    #expect(decision.problems(in: context()) == [.missing(.rationale)])
  }

  @Test("an over-long rationale says by how much, and what to do")
  func longRationale() {
    var decision = agreed()
    decision.rationale = String(repeating: "x", count: 20_000)
    #expect(decision.problems(in: context()) == [])
    decision.rationale += "yz"
    let problems = decision.problems(in: context())
    #expect(problems == [.tooLong(.rationale, excess: 2)])
    #expect(problems[0].description.contains("2 characters too long"))
    #expect(problems[0].field == .rationale)
  }

  @Test("wrong dates are told with the date that they must not precede")
  func dates() throws {
    var decision = agreed()
    decision.startsOn = meeting.adding(days: -1)
    #expect(
      decision.problems(in: context()) == [
        .tooEarly(.startsOn, meeting.adding(days: -1), notBefore: meeting, why: "the meeting")
      ])
    decision = agreed()
    decision.startsOn = try Day("2062-11-30")
    #expect(decision.problems(in: context()).contains { $0.field == .startsOn })
    decision = agreed()
    decision.reviewOn = meeting.adding(days: 3)
    #expect(decision.problems(in: context()).map(\.field) == [.reviewOn])
    decision = agreed()
    decision.plannedEnd = meeting.adding(days: 2)
    #expect(decision.problems(in: context()).map(\.field) == [.plannedEnd])
    // A field of another option is no part of this one.
    decision = agreed()
    decision.dueOn = meeting.adding(days: -400)
    #expect(decision.problems(in: context()) == [])
  }

  @Test("a chair's action may have begun before the meeting, within two months")
  func chairsActionDates() {
    var decision = agreed(.agree)
    decision.option = .chairsAction
    decision.startsOn = meeting.adding(days: -20)
    #expect(decision.problems(in: context()) == [])
    decision.startsOn = meeting.adding(days: -90)
    #expect(decision.problems(in: context()).map(\.field) == [.startsOn])
    decision = Decision(.chairsAction)
    decision.rationale = "Urgent"
    #expect(decision.problems(in: context()) == [.actionWithoutMeasure])
  }

  @Test("numbers that no week has are refused")
  func numbers() {
    var decision = agreed()
    decision.sessions = 11
    #expect(decision.problems(in: context()) == [.sessions(11)])
    decision.sessions = 0
    #expect(decision.problems(in: context()) == [.sessions(0)])
    decision = agreed()
    decision.hours = 0
    #expect(decision.problems(in: context()) == [.hours(0)])
    decision = agreed()
    decision.weeklyCost = -1
    #expect(decision.problems(in: context()) == [.cost(-1)])
    decision.weeklyCost = 45_000_00
    #expect(decision.problems(in: context())[0].description.contains("£45000"))
  }

  @Test("part-time needs a reason of health, or a word on the rest of the week")
  func partTime() {
    var decision = agreed()
    decision.sessions = 6
    #expect(decision.problems(in: context()) == [.partTimeUnexplained(sessions: 6)])
    decision.section19 = "The other four sessions are at college"
    #expect(decision.problems(in: context()) == [])
    var part = agreed(.agreePartTime)
    part.sessions = 10
    #expect(part.problems(in: context()) == [.notPartTime])
  }

  @Test("EOTAS is agreed only with a plan, with reasons and a review")
  func eotas() {
    var decision = Decision(.eotas)
    decision.rationale = "Because"
    decision.isAgreed = true
    #expect(
      decision.problems(in: context()) == [
        .eotasWithoutPlan, .eotasUnexplained, .missing(.reviewOn),
      ])
    decision.section19 = "No school could meet the needs in section F"
    decision.reviewOn = meeting.adding(days: 30)
    var planned = context()
    planned.hasPlan = true
    #expect(decision.problems(in: planned) == [])
    decision.provider = Identifier(2)
    #expect(
      decision.problems(in: planned) == [.missing(.startsOn), .missing(.sessions)])
  }

  @Test("a step down goes down")
  func stepDown() {
    var (decision, context) = sound(.stepDown)
    decision.tier = .transitionalPlacement
    #expect(
      decision.problems(in: context)
        == [.notLower(.transitionalPlacement, from: .timeLimitedPlacement)])
    context.tier = nil
    #expect(decision.problems(in: context) == [])
  }

  @Test("an extension is later than the end planned so far")
  func extend() throws {
    var (decision, context) = sound(.extend)
    var placement = Placement(
      file: Identifier(1), provider: Identifier(1), startsOn: meeting.adding(days: -60),
      sessionsPerWeek: 10)
    placement.plannedEnd = meeting.adding(days: 60)
    context.placement = placement
    #expect(decision.problems(in: context).map(\.field) == [.plannedEnd])
    decision.plannedEnd = meeting.adding(days: 61)
    #expect(decision.problems(in: context) == [])
  }

  @Test("where the panel votes, votes are counted, no more than decide, and carry")
  func votes() {
    var decision = agreed()
    var voting = context()
    voting.rule = .majority
    #expect(decision.problems(in: voting) == [.missing(.votesFor)])
    decision.votes = Votes(inFavour: 2, against: 1)
    #expect(decision.problems(in: voting) == [.tooManyVotes(3, deciding: 2)])
    decision.votes = Votes(inFavour: 1, against: 1)
    #expect(
      decision.problems(in: voting) == [.notCarried(Votes(inFavour: 1, against: 1))])
    decision.votes?.hasCastingVote = true
    #expect(decision.problems(in: voting) == [])
  }

  @Test("nobody present decides nothing, but a chair acts alone")
  func nobody() {
    var empty = context()
    empty.deciding = []
    #expect(agreed().problems(in: empty) == [.nobodyDeciding])
    let (action, _) = sound(.chairsAction)
    #expect(action.problems(in: empty) == [])
  }

  @Test("a chair with an interest does not act alone: the deputy does, or nobody, with who could")
  func chairWithInterest() {
    let deputy = PanelMember(name: "B. Deputy", agency: .attendance, role: .deputy)
    func deciding(_ presence: [Presence], _ interested: String...) -> Deciding {
      Deciding(
        attendees: zip([deputy, chair, head], presence).map { Attendee($0, $1) },
        interests: interested.map { Interest(member: $0) }, quorum: Quorum())
    }
    let all: [Presence] = [.present, .present, .present]
    #expect(deciding(all).chairing.member == chair)
    #expect(deciding(all, chair.name).chairing.member == deputy)
    #expect(deciding([.present, .apologies, .present]).chairing.member == deputy)
    // Between two meetings nobody is recorded as here, and the chair acts all the same.
    #expect(deciding([.expected, .expected, .expected]).chairing.member == chair)
    #expect(deciding([.expected, .expected, .expected], chair.name).chairing.member == deputy)

    let (action, _) = sound(.chairsAction)
    func problems(_ deciding: Deciding) -> [String] {
      var context = context()
      context.deciding = deciding.members
      context.chairing = deciding.chairing
      return action.problems(in: context).map(\.description)
    }
    #expect(problems(deciding(all, chair.name)).isEmpty)
    #expect(
      problems(deciding(all, chair.name, deputy.name)) == [
        "no chair without an interest is here: A. Chair and B. Deputy have declared one each; record "
          + "somebody without an interest as the deputy of this meeting, or park the item"
      ])
    #expect(
      problems(deciding([.left, .present, .present], chair.name)) == [
        "no chair without an interest is here: A. Chair has declared one; B. Deputy could act once "
          + "recorded as present, or record somebody without an interest as the deputy of this meeting"
      ])
    #expect(
      problems(deciding([.left, .apologies, .present])).first?.hasPrefix(
        "no chair is here to act; A. Chair and B. Deputy could act") == true)
  }

  @Test("an option that the item does not offer is refused")
  func offers() {
    let (decision, _) = sound(.ratify)
    #expect(
      decision.problems(in: context(.newReferral)) == [.notOffered(.ratify, .newReferral)])
    for kind in AgendaKind.allCases { #expect(!DecisionOption.offered(for: kind).isEmpty) }
    for option in DecisionOption.allCases {
      #expect(AgendaKind.allCases.contains { DecisionOption.offered(for: $0).contains(option) })
    }
  }

  @Test("without a quorum a decision is a recommendation; a chair's action is to be ratified")
  func standing() {
    #expect(DecisionStanding(.agree, hasQuorum: true) == .decided)
    #expect(DecisionStanding(.agree, hasQuorum: false) == .recommended)
    #expect(DecisionStanding(.chairsAction, hasQuorum: true) == .chairsAction)
    #expect(!DecisionStanding.recommended.takesEffect)
    #expect(DecisionStanding.chairsAction.takesEffect)
  }

  @Test("what should be weighed is told, and does not refuse")
  func cautions() throws {
    var decision = agreed()
    decision.reviewOn = meeting.adding(days: 90)
    decision.startsOn = try Day("2026-12-19")
    let provider = Provider(reference: "P", name: "The Boatyard", kind: .nonSchool)
    let pupil = Pupil(
      reference: "S", surname: "Novak", forename: "Tereza", dateOfBirth: try Day("2012-03-04"),
      yearGroup: "9")
    let option = PlaceSeeker(pupil: Stored(id: Identifier(1), value: pupil), on: meeting)
      .option(
        ProviderStanding(provider: Stored(id: Identifier(1), value: provider), pupils: []))
    let year = SchoolYear(
      label: "2026/27",
      terms: [Term(name: "Autumn", first: try Day("2026-09-01"), last: try Day("2026-12-18"))])
    let calendar = SchoolCalendar(name: "Made-up", years: [year], bankHolidays: .statutory)
    let found = decision.cautions(
      provider: option, clocks: [], meeting: meeting, pupil: pupil, calendar: calendar)
    #expect(found.contains(.provider(.unrated)) && found.contains(.provider(.placesUnknown)))
    #expect(found.contains { if case .lateReview = $0 { true } else { false } })
    #expect(found.allSatisfy { !$0.description.isEmpty })
  }
}

extension Decision {
  /// Takes a field's value away.
  fileprivate mutating func clear(_ field: DecisionField) {
    switch field {
    case .provider: provider = nil
    case .startsOn: startsOn = nil
    case .sessions: sessions = nil
    case .hours: hours = nil
    case .weeklyCost: weeklyCost = nil
    case .reviewOn: reviewOn = nil
    case .exitCriteria: exitCriteria = ""
    case .healthReason: healthReason = ""
    case .information: information = ""
    case .owner: owner = ""
    case .dueOn: dueOn = nil
    case .declineRoute: declineRoute = nil
    case .isAgreed: isAgreed = nil
    case .placement: placement = nil
    case .plannedEnd: plannedEnd = nil
    case .tier: tier = nil
    case .endsOn: endsOn = nil
    case .measure: measure = ""
    case .outcome: outcome = ""
    case .referredTo: referredTo = ""
    case .rationale: rationale = ""
    default: break
    }
  }
}
