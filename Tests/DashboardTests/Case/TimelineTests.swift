import AlternativeProvision
import Testing

@testable import Dashboard

@Suite("What the timeline of a case says of a panel's decisions")
struct TimelineTests {
  private static let day = SmallCaseload.day(2026, 11, 19)

  private func said(
    _ option: DecisionOption, _ standing: DecisionStanding,
    _ change: (inout RecordedDecision) -> Void = { _ in }
  ) -> [String] {
    var recorded = RecordedDecision(
      item: Identifier(1), number: 1, decision: Decision(option), standing: standing,
      deciding: [], interested: [], shortfalls: [], confirmedBy: "Chair",
      confirmedOn: TimelineTests.day)
    change(&recorded)
    let file = Case(
      reference: "AP-2026-0001", pupil: Identifier(1), route: .medical,
      openedOn: TimelineTests.day.adding(days: -9))
    var shared = SharedView()
    shared.isOn = false
    let timeline = Timeline(
      file: file, exclusions: [], placements: [], views: [], decisions: [recorded], shared: shared)
    return timeline.events.map(\.text)
  }

  @Test("a refusal to ratify is told as one, and never as a decision to ratify")
  func refused() {
    let texts = said(.ratify, .decided) { $0.decision.isAgreed = false }
    #expect(texts.first == "Panel: Not ratified")
    #expect(said(.ratify, .decided) { $0.decision.isAgreed = true }.first == "Panel: Ratified")
  }

  @Test("a decision that was taken up again is in force no longer, and says why")
  func reopened() {
    let text = said(.agree, .decided) {
      $0.reopening = Reopening(reason: "The aunt rang", by: "Chair")
      $0.decision.rationale = "Day six was past."
    }.first
    #expect(
      text
        == "Panel: Agree provision. Decided. Taken up again, and no longer in force: The aunt rang. "
        + "Rationale: Day six was past.")
  }

  @Test("a chair's action is named once")
  func action() {
    #expect(said(.chairsAction, .chairsAction).first == "Panel: Chair's action, to be ratified")
  }
}
