import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("What minutes say of an item")
struct MinutesItemsTests {
  private func change(
    _ scene: PaperScene, at time: Instant = PaperScene.time, _ body: (inout Door) throws -> Void
  ) throws {
    try scene.desk.caseload.change(by: "Ada", at: time, cause: "test") { door in try body(&door) }
  }

  private func type(
    _ texts: [DecisionField: String], on item: Identifier<AgendaItem>, _ scene: PaperScene
  ) throws {
    let words = try scene.desk.caseload.words(of: item)
    for (field, text) in texts {
      _ = try scene.desk.caseload.save(
        text, to: .item(item, field), over: words[field] ?? Words(), by: "Ada",
        at: PaperScene.time)
    }
  }

  private func addItem(
    _ kind: AgendaKind, _ title: String, _ scene: PaperScene
  ) throws -> Identifier<AgendaItem> {
    var item = AgendaItem(meeting: scene.meeting, kind: kind, title: title)
    item.referral = try scene.desk.caseload.referral(reference: "R-1")?.id
    return try scene.desk.caseload.change(by: "Ada", at: PaperScene.time, cause: "test") { door in
      try door.put(item).id
    }
  }

  @Test("who decided, who had an interest, and who had left stand with each item")
  func deciders() throws {
    let scene = try PaperScene(hasQuorum: true)
    try change(scene) { door in
      try door.put(
        Attendee(PanelMember(name: "C. Head", agency: .school), .left), in: scene.meeting)
    }
    let second = try addItem(.escalation, "R-1 again", scene)
    try type([.option: "note"], on: second, scene)
    try change(scene) { door in
      try door.confirm(second)
      try door.put(
        Attendee(PanelMember(name: "C. Head", agency: .school), .present), in: scene.meeting)
    }
    let text = Minutes.markdown(try scene.facts())
    #expect(text.contains("**Decided by 4:** A. Chair; C. Head; E. Worker; F. Friend"))
    #expect(text.contains("**Not deciding, because of an interest:** D. Nurse"))
    #expect(text.contains("**Decided by 4:** A. Chair; D. Nurse; E. Worker; F. Friend"))
    #expect(text.contains("**Not there for this item:** C. Head"))
    #expect(text.contains("| C. Head (not there for item 3) | School | Member |"))
    // What is only noted needs no quorum and nobody's word after it.
    #expect(text.contains("**Without a quorum:** nobody is here for School.\n"))
    #expect(text.contains("New referral · case AP-2026-0001 · Larkfield High School · year 9"))
    #expect(
      Minutes.markdown(try PaperScene().facts())
        .contains("New referral · referral R-1 · Larkfield High School · year 9"))
  }

  @Test("where the chair has an interest the minutes say that the deputy acted")
  func deputyActs() throws {
    let scene = try PaperScene(hasQuorum: true)
    let second = try addItem(.escalation, "R-1 again", scene)
    try type(
      [.option: "chairsAction", .measure: "A mentor", .rationale: "It could not wait"], on: second,
      scene)
    try change(scene) { door in
      try door.put(
        Attendee(
          PanelMember(name: "B. Deputy", agency: .attendance, role: .deputy), .present),
        in: scene.meeting)
      try door.declare(
        Interest(member: "A. Chair", nature: "Kin"), in: second, of: scene.meeting)
      try door.confirm(second)
    }
    let text = Minutes.markdown(try scene.facts())
    #expect(text.contains("**Decided by:** B. Deputy, deputy in the chair\n"))
    #expect(text.contains("**Not deciding, because of an interest:** A. Chair"))
  }

  @Test("what the panel was told when it decided is minuted; an action says that it is nobody's")
  func toldAtTheDecision() throws {
    let scene = try PaperScene(hasQuorum: true)
    let second = try addItem(.escalation, "R-1 again", scene)
    try type([.option: "note", .notes: "Heard"], on: second, scene)
    try change(scene) { door in
      _ = try door.add(PanelAction(what: "Ring the GP"), to: scene.meeting, item: second)
      try door.confirm(second, told: ["this decides nothing", "Action 2: the action is nobody's"])
    }
    let text = Minutes.markdown(try scene.facts())
    #expect(
      text.contains(
        "**Told at the decision:** this decides nothing; Action 2: the action is nobody's."))
    #expect(text.contains("Ring the GP – nobody named, no day"))
    #expect(text.contains("| 2 | Ring the GP | nobody named | no day |"))
    #expect(ActionList.csv(try scene.facts()).contains("Ring the GP,nobody named,no day"))
  }

  @Test("somebody who decided and left stands among those present, whatever is recorded at the end")
  func presence() throws {
    let scene = try PaperScene(hasQuorum: true)
    try change(scene) { door in
      try door.put(
        Attendee(PanelMember(name: "F. Friend", agency: .police), .apologies), in: scene.meeting)
    }
    let text = Minutes.markdown(try scene.facts())
    #expect(text.contains("| F. Friend (there for item 1) | Police | Member |"))
    #expect(!text.contains("**Apologies:**"))
  }

  @Test("when the panel sat is minuted by clocks in England")
  func sitting() throws {
    let scene = try PaperScene()
    #expect(!Minutes.markdown(try scene.facts()).contains("Opened at"))
    let midnight = Int64(scene.desk.today.number) * 86_400
    try change(scene, at: Instant(seconds: midnight + 14 * 3600 + 180)) { door in
      try door.move(scene.meeting, to: .closed)
    }
    // It was opened on another day than its own: of that the minutes say nothing.
    #expect(!Minutes.markdown(try scene.facts()).contains("closed at"))
    let other = try scene.desk.caseload.change(
      by: "Ada", at: Instant(seconds: midnight + 14 * 3600 + 180), cause: "open"
    ) { door in
      let panel = try door.put(Panel(name: "Another panel", kind: .medical)).id
      let meeting = try door.put(Meeting(panel: panel, heldOn: scene.desk.today)).id
      try door.move(meeting, to: .open)
      return meeting
    }
    try change(scene, at: Instant(seconds: midnight + 16 * 3600)) { door in
      try door.move(other, to: .closed)
    }
    let facts = try #require(try PaperFacts(other, in: scene.desk.caseload))
    #expect(Minutes.markdown(facts).contains(". Opened at 14:03, closed at 16:00."))
  }

  @Test("what was typed on an item that was not decided is in the minutes, to the letter")
  func undecided() throws {
    let scene = try PaperScene()
    let parked = try addItem(.escalation, "R-1 again", scene)
    try type(
      [
        .option: "eotas", .isAgreed: "yes", .rationale: "No school can meet *his* needs.",
        .startsOn: "next Tuesd",
      ], on: parked, scene)
    let dropped = try addItem(.reviewDue, "R-1 once more", scene)
    try type(
      [.evidence: "A letter that came late", .notes: "Heard by the clerk"], on: dropped, scene)
    try change(scene) { door in
      try door.set(.parked, of: parked)
      try door.drop(dropped, because: "Not ready")
    }
    let text = Minutes.markdown(try scene.facts())
    for part in [
      "**Parked; not decided. What was written is no decision, and stands as it was typed:**",
      "**Decision:** EOTAS\n", "**Starts on:** next Tuesd", "**Agreed:** yes",
      "**Rationale:** No school can meet \\*his\\* needs.",
      "Written on NOVAK, Tereza (R-1 once more), which was taken off:",
      "**Evidence considered:** A letter that came late", "**Notes:** Heard by the clerk",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(
    "sentences written for another option than the one decided are not lost, nor is a reopened item's state"
  )
  func otherOption() throws {
    let scene = try PaperScene()
    try change(scene) { door in try door.reopen(scene.item, because: "Petra rang") }
    try type([.option: "decline", .declineRoute: "earlyHelp"], on: scene.item, scene)
    let open = Minutes.markdown(try scene.facts())
    #expect(open.contains("**Not decided again. What was written is no decision"))
    try change(scene) { door in try door.confirm(scene.item) }
    let text = Minutes.markdown(try scene.facts())
    #expect(text.contains("Also written, and no part of the decision:\n\n**Exit criteria:** Nine"))
    #expect(!text.contains("Not decided again"))
    #expect(text.ranges(of: "Early help").count == 1, "the way instead is said once")
  }

  @Test("a ratification says what was ratified, in minutes and letters")
  func ratified() throws {
    let scene = try PaperScene()
    let recommended = try #require(try scene.facts().file.items.first?.decision)
    let later = scene.desk.today.adding(days: 7)
    let (meeting, item) = try scene.desk.caseload.change(
      by: "Ada", at: PaperScene.time, cause: "next"
    ) { door in
      let panel = try scene.facts().file.panel
      let meeting = try door.put(Meeting(panel: panel.id, heldOn: later)).id
      for member in panel.value.members {
        try door.put(Attendee(member, .present), in: meeting)
      }
      try door.move(meeting, to: .open)
      var item = AgendaItem(meeting: meeting, kind: .ratification, title: "R-1 · recommendation")
      item.ratifies = recommended.id
      item.referral = try scene.desk.caseload.referral(reference: "R-1")?.id
      return (meeting, try door.put(item).id)
    }
    try type([.option: "ratify", .isAgreed: "yes", .rationale: "Still so"], on: item, scene)
    try change(scene) { door in try door.confirm(item) }
    let facts = try #require(try PaperFacts(meeting, in: scene.desk.caseload))
    let text = Minutes.markdown(facts)
    let what =
      "recommendation of 23 Nov 2026 (Agree provision with The Boatyard from 30 Nov 2026)"
    for part in [
      "**Before the panel:** \(what)", "**Hours a week:** 25", "**Starts on:** Mon 30 Nov 2026",
      "**Why it was recommended:** 1. Tereza", "**Decided: Ratified: \(what)**",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let letter = try #require(
      Notice.letter(
        on: item, facts, try NoticeTemplate.load(.parent, folder: nil), day: scene.desk.today))
    let flat = letter.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "Decision: Ratified: \(what)", "Provider: The Boatyard", "First day: Mon 30 Nov 2026",
      "Hours a week: 25", "Why the panel decided so: Still so",
      "Why it was done before the panel met: 1. Tereza", "What is needed for the first day:",
      "section 19): Not reasonably available",
    ] {
      #expect(flat.contains(part), "\(part)")
    }
  }

  @Test("an action that says nothing is in no paper")
  func silentActions() throws {
    let scene = try PaperScene()
    try change(scene) { door in
      _ = try door.add(PanelAction(what: " "), to: scene.meeting, item: scene.item)
    }
    let facts = try scene.facts()
    #expect(!Minutes.markdown(facts).contains("| 2 |") && !Minutes.markdown(facts).contains("- \n"))
    #expect(ActionList.table(facts).rows.count == 1)
  }

  @Test(
    "where a decision rests on section 19 and nobody wrote why, the minutes say that none is recorded"
  )
  func noReasoning() throws {
    let scene = try PaperScene(edit: withoutReasoning)
    #expect(
      Minutes.markdown(try scene.facts()).contains(
        "**Section 19 reasoning:** none is recorded."))
  }

  @Test("a line that begins with spaces is no block of code")
  func spaces() throws {
    var page = MarkdownText()
    page.paragraph("First\n\n    four spaces\n\tand a tab, &#32; typed")
    page.list(["      six"])
    #expect(
      page.text
        == "First\n\n&#32;   four spaces\\\n&#9;and a tab, \\&#32; typed\n\n- &#32;     six\n")
    let html = HTMLPage.page(title: "t", markdown: page.text, footer: "", isDraft: false)
    #expect(html.contains("<p>    four spaces<br>\tand a tab, &amp;#32; typed</p>"))
    #expect(html.contains("<li>      six</li>"))
  }
}
