import AlternativeProvision
import TestSupport
import Testing

@Suite("The form of a decision")
struct DecisionDraftTests {
  @Test("what is typed is read, in the ways that people write it")
  func reading() throws {
    let draft = DecisionDraft([
      .option: "agree", .provider: "7", .startsOn: "30/11/2026", .sessions: " 10 ",
      .hours: "12.5", .weeklyCost: "£1,250.50", .reviewOn: "11 Jan 2027", .tier: "Tier 3",
      .exitCriteria: "Nine of ten\r\nsessions", .rationale: " Because \u{1B}[31mwe must\u{7} ",
      .votesFor: "3",
    ])
    let (read, problems) = draft.read()
    let decision = try #require(read)
    #expect(problems == [])
    #expect(try decision.provider == Identifier(7) && decision.startsOn == Day("2026-11-30"))
    #expect(decision.sessions == 10 && decision.hours == 12.5 && decision.weeklyCost == 125_050)
    #expect(decision.tier == .transitionalPlacement)
    #expect(decision.exitCriteria == "Nine of ten\nsessions")
    #expect(decision.rationale == "Because [31mwe must")
    #expect(decision.votes == Votes(inFavour: 3, against: 0))
  }

  @Test(
    "what cannot be read is told with the field and what would be right",
    arguments: [
      (DecisionField.startsOn, "31/02/2026"), (.startsOn, "next week"), (.sessions, "ten"),
      (.hours, "25h"), (.weeklyCost, "cheap"), (.weeklyCost, "1.234"), (.tier, "9"),
      (.votesFor, "-1"), (.castingVote, "perhaps"), (.provider, "The Boatyard"), (.hours, "nan"),
      (.hours, "0x10"), (.hours, "1e1"), (.hours, "12."),
    ])
  func unreadable(field: DecisionField, text: String) {
    var draft = DecisionDraft([.option: "agree"])
    draft[field] = text
    let problems = draft.read().problems
    #expect(problems.map(\.field) == [field])
    #expect(problems.allSatisfy { $0.description.contains("cannot be read") })
  }

  @Test("fields of another option stay in the form and out of the decision")
  func otherOptions() throws {
    let draft = DecisionDraft([
      .option: "decline", .declineRoute: "earlyHelp", .provider: "7", .startsOn: "no date",
      .rationale: "Because",
    ])
    let (decision, problems) = draft.read()
    #expect(problems == [])
    #expect(decision?.provider == nil && decision?.declineRoute == .earlyHelp)
    #expect(DecisionDraft().read().problems == [.undecided])
  }

  @Test("a decision opened again is the same decision")
  func roundTrip() throws {
    var decision = Decision(.agreePartTime)
    decision.provider = Identifier(9)
    decision.startsOn = try Day("2026-11-30")
    decision.sessions = 4
    decision.hours = 12.5
    decision.weeklyCost = 42_505
    decision.budgetCode = "E1234"
    decision.plannedEnd = try Day("2027-02-12")
    decision.reviewOn = try Day("2027-01-11")
    decision.exitCriteria = "Two\nlines"
    decision.healthReason = "GP"
    decision.tier = .timeLimitedPlacement
    decision.officer = "Ada"
    decision.section19 = "s"
    decision.evidence = "e"
    decision.rationale = "r"
    decision.dissent = "d"
    decision.votes = Votes(inFavour: 2, against: 2, abstained: 1, hasCastingVote: true)
    #expect(DecisionDraft(decision).read().decision == decision)
    var eotas = Decision(.eotas)
    eotas.isAgreed = false
    #expect(DecisionDraft(eotas).read().decision == eotas)
  }

  @Test("choosing a provider fills the form, and leaves what was typed")
  func choosing() throws {
    var provider = Provider(reference: "P", name: "The Boatyard", kind: .nonSchool)
    provider.weeklyCost = 45_050
    let pupil = Pupil(
      reference: "S", surname: "Novak", forename: "Tereza", dateOfBirth: try Day("2012-03-04"),
      yearGroup: "9")
    let option = PlaceSeeker(
      pupil: Stored(id: Identifier(1), value: pupil), on: try Day("2026-11-30")
    ).option(ProviderStanding(provider: Stored(id: Identifier(5), value: provider), pupils: []))
    var draft = DecisionDraft([.option: "agree"])
    draft.choose(option)
    #expect(draft[.provider] == "5" && draft[.weeklyCost] == "450.50")
    draft[.weeklyCost] = "400"
    draft.choose(option)
    #expect(draft[.weeklyCost] == "400")
  }

  @Test("a pasted page keeps its words and lines, and loses what is no text")
  func pasting() {
    #expect(MinuteText.cleaned("a\r\nb\rc\u{2028}d\u{0}e\u{9b}f\tg") == "a\nb\nc\nde" + "f\tg")
    #expect(MinuteText.cleaned("\u{202E}zoë 小龙 👩‍💻\u{202C}") == "zoë 小龙 👩‍💻")
    #expect(MinuteText.trimmed(" \n a b \r\n") == "a b")
    var generator = SeededGenerator(5)
    for _ in 0..<500 {
      let text = String(
        String.UnicodeScalarView(
          (0..<40).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...0x2100, using: &generator))
          }))
      let cleaned = MinuteText.cleaned(text)
      #expect(MinuteText.cleaned(cleaned) == cleaned)
      #expect(letters(cleaned) == letters(text))
    }
  }

  @Test(
    "money is read as people write it",
    arguments: [
      ("425", 42_500), ("£1,250.5", 125_050), ("0", 0), ("0.05", 5), ("-1", nil), ("1.234", nil),
      ("", nil), ("1.", nil), ("twelve", nil), ("99999999999999999999", nil),
    ])
  func money(text: String, pence: Int?) {
    #expect(Pence.reading(text) == pence)
  }

  private func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0.properties.isAlphabetic }
  }

  @Test("money is written as people read it")
  func moneyWords() {
    #expect(Pence.words(42_500) == "£425" && Pence.words(42_505) == "£425.05")
    #expect(Pence.words(-50) == "-£0.50")
  }

  @Test("hours are written without a needless fraction, and read back")
  func hours() {
    for (hours, words) in [(25, "25"), (12.5, "12.5"), (0.25, "0.25")] as [(Double, String)] {
      #expect(Hours.words(hours) == words)
      #expect(Hours.reading(words) == hours)
    }
  }
}
