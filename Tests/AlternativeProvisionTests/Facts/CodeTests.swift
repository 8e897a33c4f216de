import AlternativeProvision
import Testing

@Suite("Code tables")
struct CodeTests {
  @Test("the reasons for exclusion are 16 before the school year 2026/27 and 29 from then")
  func reasons() throws {
    let before = Codes.exclusionReasons.entries(on: try Day("2026-07-20"))
    let after = Codes.exclusionReasons.entries(on: try Day("2026-09-07"))
    #expect(before.count == 16)
    #expect(after.count == 29)
    #expect(Set(before.map(\.code)).isSubset(of: after.map(\.code)))
    #expect(
      Set(after.map(\.code)).subtracting(before.map(\.code))
        == ["BW", "TB", "SB", "MB", "AB", "DR", "AR", "SR", "VR", "LD", "CB", "MP", "OS"])
  }

  @Test("a code of the new set is refused for an exclusion of before, with the codes that would do")
  func notInForce() throws {
    let day = try Day("2026-03-03")
    do throws(CodeProblem) {
      _ = try Codes.exclusionReasons.require("BW", on: day)
      Issue.record("BW was not in force")
    } catch {
      #expect(error.description.contains("only from 1 Aug 2026"))
      #expect(error.suggestions.contains("OW"))
      #expect(!error.suggestions.contains("MP"))
    }
  }

  @Test("an unknown code is told the code of what it names")
  func suggestion() {
    #expect(throws: CodeProblem.self) { try Codes.exclusionReasons.require("ZZ") }
    do throws(CodeProblem) {
      _ = try Codes.exclusionReasons.require("bullying")
      Issue.record("a meaning is not a code")
    } catch {
      #expect(error.suggestions == ["BU"])
      #expect(error.description == "this is not an exclusion reason; use one of BU")
    }
  }

  @Test("of a long table the codes one slip away are suggested, not all of it")
  func slips() {
    do throws(CodeProblem) {
      _ = try Codes.localAuthorities.require("898")
      Issue.record("no authority has 898")
    } catch {
      #expect((1...5).contains(error.suggestions.count))
    }
  }

  @Test("codes are found in small letters, and by what they mean")
  func lookups() {
    #expect(Codes.needs.entry("semh")?.code == "SEMH")
    #expect(Codes.needs.entry(meaning: "social, emotional and mental health")?.code == "SEMH")
    #expect(Codes.needs.entry("") == nil)
    #expect(Codes.needs.meaning(of: "QQQ") == "QQQ")
    #expect(Codes.senProvision.list().hasPrefix("N No special educational needs, K SEN support"))
  }

  @Test("no table has two lines of one code in force on one day")
  func noOverlap() throws {
    let days = try ["2019-01-07", "2021-01-05", "2025-01-06", "2026-11-23"].map { try Day($0) }
    func check<Detail>(_ table: CodeTable<Detail>) {
      #expect(!table.entries.isEmpty)
      for day in days {
        let codes = table.entries(on: day).map(\.code)
        #expect(Set(codes).count == codes.count, "\(table.name) on \(day)")
      }
    }
    check(Codes.attendance)
    check(Codes.exclusionReasons)
    check(Codes.reviewResults)
    check(Codes.senProvision)
    check(Codes.needs)
    check(Codes.ethnicity)
    check(Codes.languages)
    check(Codes.yearGroups)
    check(Codes.sex)
    check(Codes.enrolment)
    check(Codes.settingTypes)
    check(Codes.placementReasons)
    check(Codes.attendancePatterns)
    check(Codes.placementAssociations)
    check(Codes.establishmentTypes)
    check(Codes.phases)
    check(Codes.localAuthorities)
  }

  @Test(
    "a language is known by its code or its name, and tells whether English is an additional one")
  func languages() {
    #expect(Codes.language(named: "pol") == "POL" && Codes.language(named: "polish") == "POL")
    #expect(Codes.language(named: "Twi") == "Twi", "a language that is not in the table stays")
    #expect(Codes.englishIsAdditional(besides: "Twi") == true)
    #expect(Codes.englishIsAdditional(besides: "English") == false)
    #expect(Codes.englishIsAdditional(besides: "REF") == nil)
  }

  @Test("England has 153 authorities with education duties, and remembers those that were")
  func authorities() throws {
    #expect(Codes.localAuthorities.entries(on: try Day("2026-11-22")).count == 153)
    #expect(Codes.localAuthorities.entries(on: try Day("2022-09-01")).count == 152)
    #expect(Codes.authorityName(888) == "Lancashire")
    #expect(Codes.authorityName(909) == "Cumbria")
    #expect(Codes.authorityName(99) == "99")
  }

  @Test("a GIAS type is known by its code, with a nought or without, and by its words")
  func types() {
    #expect(SchoolKind(establishmentType: "02") == .maintained)
    #expect(SchoolKind(establishmentType: "14") == .pupilReferralUnit)
    #expect(SchoolKind(establishmentType: "Pupil referral unit") == .pupilReferralUnit)
    #expect(
      SchoolKind(establishmentType: "Academy alternative provision sponsor led")
        == .alternativeProvisionAcademy)
    #expect(SchoolKind(establishmentType: "Academy converter") == .academy)
    #expect(SchoolKind(establishmentType: "unheard of") == nil)
    #expect(SchoolKind(establishmentType: "") == nil)
    #expect(SchoolPhase(phaseOfEducation: "2") == .primary)
    #expect(SchoolPhase(phaseOfEducation: "0") == .notApplicable)
    #expect(SchoolPhase(phaseOfEducation: "16 plus") == .sixteenPlus)
    #expect(SchoolPhase(phaseOfEducation: "all-through") == .allThrough)
  }
}

@Suite("Names of choices")
struct TitleTests {
  private func check<Choice: Titled>(_ kind: Choice.Type) {
    var seen: Set<String> = []
    for choice in kind.allCases {
      #expect(!choice.title.isEmpty)
      #expect((1...10).contains(choice.shortTitle.count), "\(choice.title)")
      #expect(seen.insert(choice.shortTitle).inserted, "\(choice.shortTitle) stands for two")
    }
  }

  private func checkNamed<Choice: Titled & RawRepresentable<String> & Equatable>(
    _ kind: Choice.Type
  ) throws {
    check(kind)
    for choice in kind.allCases {
      #expect(try Choice(named: choice.rawValue) == choice)
      #expect(try Choice(named: choice.title.uppercased()) == choice)
    }
    #expect(throws: NameProblem.self) { try Choice(named: "") }
    #expect(throws: NameProblem.self) { try Choice(named: "–") }
  }

  @Test("every choice has a title, a short one of ten columns, and is found by its names")
  func titles() throws {
    try checkNamed(CaseRoute.self)
    try checkNamed(CaseTier.self)
    try checkNamed(Voice.self)
    try checkNamed(Commissioner.self)
    try checkNamed(ExclusionCategory.self)
    try checkNamed(ExclusionOutcome.self)
    try checkNamed(Delivery.self)
    try checkNamed(GovernorsDecision.self)
    try checkNamed(ReviewDecision.self)
    try checkNamed(SchoolKind.self)
    try checkNamed(SchoolPhase.self)
    try checkNamed(ProviderKind.self)
    try checkNamed(KeyStage.self)
    try checkNamed(PanelKind.self)
    try checkNamed(Agency.self)
    check(QualityStandard.self)
    check(Rating.self)
    check(Session.self)
    check(AttendanceClass.self)
    check(AbsenceLevel.self)
    check(AttendanceTrend.self)
  }

  @Test("no word stands for two choices of a kind")
  func distinctNames() {
    func check<Value: Titled & RawRepresentable & Equatable>(_: Value.Type)
    where Value.RawValue == String {
      for choice in Value.allCases {
        for name in [choice.rawValue, choice.title, choice.written] + choice.otherNames {
          #expect((try? Value(named: name)) == choice, "\(Value.self): \(name)")
        }
      }
    }
    check(CaseRoute.self)
    check(CaseTier.self)
    check(Voice.self)
    check(Commissioner.self)
    check(ExclusionCategory.self)
    check(ExclusionOutcome.self)
    check(Delivery.self)
    check(GovernorsDecision.self)
    check(ReviewDecision.self)
    check(SchoolKind.self)
    check(SchoolPhase.self)
    check(ProviderKind.self)
    check(RollStatus.self)
    check(SocialCareStatus.self)
    check(PanelKind.self)
    check(ReferralStatus.self)
    for table in [Codes.sex, Codes.senProvision, Codes.needs, Codes.ethnicity] {
      let names = table.entries.flatMap { [$0.meaning] + $0.otherNames }.map { $0.lowercased() }
      #expect(Set(names).count == names.count, "\(table.name)")
    }
  }

  @Test("a route is found by the service's abbreviation, and a refusal lists what would do")
  func abbreviations() throws {
    #expect(try CaseRoute(named: "pex") == .permanentExclusion)
    #expect(try CaseRoute(named: "off site direction") == .offSiteDirection)
    #expect(try ReviewDecision(named: "quashed") == .quashed)
    #expect(try CaseTier(named: "3") == .transitionalPlacement)
    #expect(try ExclusionCategory(named: "Fixed Period") == .suspension)
    #expect(try CaseRoute(named: CaseRoute.medical.written) == .medical)
    #expect(
      CaseRoute.educationOtherwiseThanAtSchool.keyword == "education-otherwise-than-at-school")
    #expect(try Rating(named: "A") == .amber)
    #expect(try Rating(named: "green") == .green)
    #expect(try Session(named: "PM") == .afternoon)
    do throws(NameProblem) {
      _ = try ExclusionCategory(named: "EXPELLED")
      Issue.record("there is no such category")
    } catch {
      #expect(
        error.description
          == "use one of Permanent exclusion (PEX), Suspension, Lunchtime suspension")
    }
  }
}
