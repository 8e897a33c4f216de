import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

/// One referral, one screen: what nobody should decide without having read is there whole.
@Suite("The brief of an item")
struct BriefTests {
  /// A referral as long as real ones are.
  private func table() throws -> PanelTable {
    let table = try PanelTable()
    let caseload = table.small.caseload
    try caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "write at length") { door in
      let found = try #require(try caseload.referrals().first)
      var referral = found.value
      referral.outcomeSought = Self.asked
      referral.risks = Self.risks
      referral.interventions = (1...6).map {
        Intervention(
          what: "Attempt \($0) with a mentor", when: "Term \($0)",
          impact: "calmer for a fortnight, and then as before, in every lesson but art")
      }
      referral.childsViews = String(repeating: "I want a school where nobody knows me. ", count: 5)
      referral.parentsViews = String(repeating: "She needs a small place and one adult. ", count: 5)
      try door.write(Stored(id: found.id, value: referral))
    }
    return table
  }

  private static let asked =
    "A full-time place by day six, in a small setting with an adult whom she knows, and a route back "
    + "into a mainstream Year 10 by Easter."
  private static let risks =
    "At risk of criminal exploitation by an older group that waits at the bus station; not to be placed "
    + "with S02, nor at the referral unit in town; leaves the site when told in front of others; not to "
    + "be held. A taxi with an escort, never the 14 bus."

  /// The words on the screen, without line ends and the names of parts.
  private func words(_ seat: Seat) -> String {
    seat.lines.map { $0.dropFirst(MadeBrief.label) }.joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
  }

  @Test("at 80 by 24 risks, the first clock, what is asked and the consent are readable whole")
  func whole() throws {
    let seat = try Seat(80, 24, at: table())
    seat.press("x", "x")
    let shown = words(seat)
    for text in [
      Self.asked, Self.risks, "Given in writing by Mrs Fox, 9 Nov 2026", "Sixth day",
      "permanent exclusion",
    ] { #expect(shown.contains(text), "\(text) in\n\(seat.lines.joined(separator: "\n"))") }
    // Everything else has its row, or it is said how much has none.
    for part in ["Suspended", "Attended", "Needs", "Tried", "Child", "Parents", "Before", "Open"] {
      #expect(
        seat.lines.contains { $0.hasPrefix(part) || $0.contains(" · \(part): ") },
        "\(part) in\n\(seat.lines.joined(separator: "\n"))")
    }
    #expect(seat.shows("z: "))
    #expect(seat.shows("more rows"))
    #expect(seat.shows("… +"))
  }

  @Test("what is not shown is shown whole with the key that is named")
  func zoomed() throws {
    let seat = try Seat(80, 60, at: table())
    seat.press("x", "x", "z")
    let shown = words(seat)
    #expect(shown.contains("Attempt 6 with a mentor (Term 6): calmer for a fortnight"))
    #expect(shown.contains("01632 960 000"))
    #expect(!seat.shows("more row"))
  }

  @Test(
    "at 80 columns the likeliest providers are named below the brief, and Tab opens them beside it")
  func providers() throws {
    let seat = try Seat(80, 24, at: PanelTable())
    #expect(seat.shows("1 of 4 providers could take the child: Harbour Studio A 8 free"))
    seat.press("tab")
    #expect(seat.shows("1 of 4 providers on 26"))
    let wide = try Seat(160, 45, at: PanelTable())
    #expect(wide.shows("providers on 26 Nov"))
    #expect(!wide.shows("could take the child"))
  }

  @Test("pages of risks leave a row to every other part, and say how much is cut")
  func absurd() throws {
    let risks = BriefPart(
      "Care, risk", .risks, String(repeating: "Do not leave alone. ", count: 200))
    let others = [BriefPart.Rank.asked, .needs, .child, .parents, .tried, .before, .contacts].map {
      BriefPart("\($0)", $0, "One row of \($0).")
    }
    let brief = MadeBrief([risks] + others, width: 79, height: 18, isCut: true)
    #expect(brief.lines.count == 18)
    #expect(brief.hidden > 10)
    for part in others.dropLast() {
      #expect(brief.lines.contains { $0.text.contains(part.title) }, "\(part.title)")
    }
    #expect(brief.lines.contains { $0.text.hasSuffix(" … +\(brief.hidden)") })
    #expect(brief.lines.allSatisfy { TextWidth.of($0.text) <= 79 })
  }

  @Test("what gives way is contacts first, then earlier placements, what was tried, the parents")
  func givesWay() {
    let ranks: [BriefPart.Rank] = [
      .asked, .risks, .consent, .needs, .child, .parents, .tried, .before, .contacts,
    ]
    // So long that no two of them stand on one row.
    let parts = ranks.map { BriefPart("\($0)", $0, "One row of \($0), no more.") }
    for (rows, gone) in [(8, "contacts"), (7, "before"), (6, "tried"), (5, "parents")] {
      let brief = MadeBrief(parts, width: 40, height: rows, isCut: true)
      #expect(!brief.lines.contains { $0.text.hasPrefix(gone) }, "\(gone) of \(rows)")
      #expect(brief.lines.count == rows)
    }
  }

  @Test("the brief of what is to be ratified says what it was: provider, first day, hours, cost")
  func ratification() throws {
    let table = try PanelTable()
    let caseload = table.small.caseload
    let provider = try #require(
      try caseload.providers().first { $0.value.name == "Harbour Studio" })
    for (field, text) in [
      (DecisionField.option, "chairsAction"), (.provider, "\(provider.id.number)"),
      (.startsOn, "2026-11-30"), (.sessions, "10"), (.hours, "25"), (.weeklyCost, "425"),
      (.reviewOn, "2027-01-11"), (.rationale, "It snowed."),
    ] {
      _ = try caseload.save(
        text, to: .item(table.items[1], field), over: Words(), by: "Clerk", at: SmallCaseload.now)
    }
    try caseload.change(by: "Clerk", at: SmallCaseload.now, cause: "act") { door in
      let decision = try door.confirm(table.items[1])
      var item = AgendaItem(
        meeting: table.meeting, kind: .ratification, title: "AP-2026-0002 · chair's action")
      item.file = try #require(try caseload.file(reference: "AP-2026-0002")).id
      item.ratifies = decision.id
      try door.put(item)
    }
    let seat = try Seat(80, 24, at: table)
    seat.press("n")
    let decided = words(seat)
    let facts = "Harbour Studio, from Mon 30 Nov 2026, 10 sessions a week, 25 hours, £425"
    #expect(decided.contains(facts), "\(decided)")
    for _ in 1...4 { seat.press("n") }
    #expect(seat.shows("To ratify"))
    let shown = words(seat)
    #expect(shown.contains(facts), "\(shown)")
    #expect(shown.contains("Review on: Mon 11 Jan 2027"))
    #expect(!shown.contains("It snowed."))
    seat.press("v")
    #expect(words(seat).contains("It snowed."))
    // And in the box: where it is not ratified, what was done goes on.
    seat.choose(.ratify)
    seat.type("n")
    seat.press("enter")
    seat.go(to: .rationale)
    seat.type("There was a place in school.")
    seat.press("alt+c")
    #expect(seat.shows("Ratify: no"))
    #expect(seat.shows("Harbour Studio, from Mon 30 Nov 2026"))
    #expect(seat.shows("What the chair did goes on all the same"))
  }
}
