import AlternativeProvision
import CaseStore
import TestSupport
import Testing

@testable import Interchange

@Suite("Minutes")
struct MinutesTests {
  @Test("a draft says so, and has attendance, quorum, interests, decisions, reasons and actions")
  func draft() throws {
    let text = Minutes.markdown(try PaperScene().facts())
    for part in [
      "# Minutes: Thursday panel", "**DRAFT – not yet approved by the chair**",
      "Held on Mon 23 Nov 2026, 14:00, Room 2.", "| A. Chair | Education and inclusion | Chair |",
      "**Apologies:** F. Friend (Police)",
      "A quorum was present, though not on every item: not on item 1.",
      "- D. Nurse, in NOVAK, Tereza (R-1): Aunt of Tereza", "### 1. NOVAK, Tereza (R-1)",
      "Larkfield High School · year 9",
      "**Recommended, to be ratified: Agree provision with The Boatyard from 30 Nov 2026**",
      "**Not deciding, because of an interest:** D. Nurse", "**Without a quorum:** ",
      "**Cost a week:** £450", "**Review on:** Mon 11 Jan 2027",
      "**Section 19 reasoning:** Not reasonably available",
      "**Evidence considered:** The GP's letter", "**Dissent:** C. Head would have waited",
      "**Notes:** Petra Novak was heard", "### 2. Any other business", "| 1 | Ring Petra Novak",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("what was typed is in the minutes to the letter, whatever signs it holds")
  func toTheLetter() throws {
    let html = Minutes.html(try PaperScene().facts())
    let shown = plain(html)
    for line in PaperScene.rationale.split(separator: "\n") {
      #expect(shown.contains(line), "\(line)")
    }
    #expect(!html.contains("<b>no</b>") && !html.contains("<em>"))
  }

  /// The text of a page as a browser shows it.
  private func plain(_ html: String) -> String {
    var text = ""
    var isTag = false
    for character in html {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" { isTag = false }
    }
    for (name, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(name, with: sign)
    }
    return text
  }

  @Test("any words at all come through Markdown and HTML as they are")
  func anyWords() throws {
    var generator = SeededGenerator(21)
    let signs = Array("ab1 .)(#*_-+>|\\`[]<&;~=!'\"é☂é小")
    for _ in 0..<600 {
      let words = String(
        (0..<Int.random(in: 1...24, using: &generator)).map { _ in
          signs.randomElement(using: &generator) ?? "a"
        })
      let trimmed = MinuteText.trimmed(words)
      guard !trimmed.isEmpty else { continue }
      var page = MarkdownText()
      page.paragraph(trimmed)
      page.labelled("Label", trimmed)
      page.list([trimmed])
      page.table(["Head"], [[trimmed]])
      page.heading(2, trimmed)
      let html = HTMLPage.page(title: "t", markdown: page.text, footer: "", isDraft: false)
      let body = plain(html)
      #expect(body.ranges(of: trimmed).count >= 5, "\(trimmed)")
    }
  }

  @Test("with initials no name of the child or the family is left")
  func initials() throws {
    let facts = try PaperScene().facts()
    for text in [
      Minutes.markdown(facts, names: .initials), Minutes.html(facts, names: .initials),
      ActionList.csv(facts, names: .initials),
    ] {
      let small = text.lowercased()
      #expect(!small.contains("tereza") && !small.contains("novak") && !small.contains("petra"))
      #expect(text.contains("R-1"))
    }
    let text = Minutes.markdown(facts, names: .initials)
    #expect(text.contains("### 1. TN (R-1)") && text.contains("A. Chair"))
    #expect(text.contains("TN's place at Larkfield"))
  }

  @Test(
    "approved minutes stay to the letter, marked and with their digest, and are corrected by notes")
  func approved() throws {
    let scene = try PaperScene()
    try scene.close()
    let caseload = scene.desk.caseload
    let day = scene.desk.today.adding(days: 2)
    let approved = try Minutes.approve(
      scene.meeting, in: caseload, by: "A. Chair", on: day, at: PaperScene.time)
    #expect(approved.text.contains("**Approved by A. Chair on 25 Nov 2026**"))
    #expect(!approved.text.contains("DRAFT") && !approved.covered.contains("Tereza"))
    try caseload.change(by: "Ada", at: PaperScene.time, cause: "rename") { door in
      var pupil = try #require(try caseload.pupil(reference: "S1")).value
      pupil.surname = "Other"
      try door.put(pupil)
    }
    #expect(Minutes.markdown(try scene.facts()) == approved.text)
    try caseload.change(by: "A. Chair", at: PaperScene.time, cause: "correct") { door in
      try door.correctMinutes(
        of: scene.meeting, words: "For Monday read Tuesday", on: day.adding(days: 1))
    }
    let corrected = Minutes.markdown(try scene.facts())
    #expect(corrected.hasPrefix(approved.text))
    #expect(
      corrected.hasSuffix(
        "\n\n## Corrections\n\n**Thu 26 Nov 2026, A. Chair:** For Monday read Tuesday\n"))
    let html = Minutes.html(try scene.facts())
    #expect(html.contains("SHA-256 \(approved.digest)") && !html.contains("class=\"draft\""))
    #expect(html.contains("<h2>Corrections</h2>") && html.contains("For Monday read Tuesday"))
  }

  @Test("the page is whole by itself and its tags are balanced")
  func page() throws {
    let html = Minutes.html(try PaperScene().facts())
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("@media print"))
    #expect(html.contains("<body class=\"draft\">"))
    for forbidden in ["http://", "https://", "<script", "<link", "src=", "url("] {
      #expect(!html.contains(forbidden))
    }
    for tag in ["h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "td", "strong"]
    {
      #expect(
        html.ranges(of: "<\(tag)>").count == html.ranges(of: "</\(tag)>").count, "\(tag)")
    }
  }

  @Test("a reopened decision and the one after it both stand in the minutes")
  func reopened() throws {
    let scene = try PaperScene()
    let caseload = scene.desk.caseload
    try caseload.change(by: "Bel", at: PaperScene.time, cause: "reopen") { door in
      try door.reopen(scene.item, because: "Petra rang")
    }
    let words = try caseload.words(of: scene.item)
    for (field, text) in [
      (DecisionField.option, "decline"), (.declineRoute, "earlyHelp"), (.rationale, "Second"),
    ] {
      _ = try caseload.save(
        text, to: .item(scene.item, field), over: words[field] ?? Words(), by: "Ada",
        at: PaperScene.time)
    }
    try caseload.change(by: "Ada", at: PaperScene.time, cause: "confirm") { door in
      try door.confirm(scene.item)
    }
    let text = Minutes.markdown(try scene.facts())
    // This scene has no quorum.
    let inForce = "Recommended, to be ratified: Declined"
    #expect(text.contains("**No longer in force. Recommended, to be ratified: Agree provision"))
    #expect(text.contains("**\(inForce)") && !text.contains("No longer in force. \(inForce)"))
    #expect(text.contains("**Reopened in the meeting by Bel:** Petra rang"))
    #expect(text.contains("Declined; instead: Early help"))
  }

  @Test("with initials no owner of an action names a child")
  func owners() throws {
    let scene = try PaperScene()
    try scene.desk.caseload.change(by: "Ada", at: PaperScene.time, cause: "act") { door in
      try door.add(
        PanelAction(what: "Send work home", owner: "Ada, or Tereza Novak's tutor"),
        to: scene.meeting, item: scene.item)
    }
    let facts = try scene.facts()
    for paper in [
      Minutes.markdown(facts, names: .initials), ActionList.csv(facts, names: .initials),
    ] {
      #expect(paper.contains("TN's tutor") && !paper.contains("Novak"))
    }
    #expect(ActionList.csv(facts).contains("Tereza Novak's tutor"))
  }

  @Test("actions are a table that reads back")
  func actions() throws {
    let scene = try PaperScene()
    var reader = CSVReader(SourceText(Array(ActionList.csv(try scene.facts()).utf8)))
    var rows: [[String]] = []
    while reader.next() { rows.append(reader.strings) }
    #expect(rows.count == 2 && rows.first?.first == "meeting")
    #expect(
      rows.last == [
        "2026-11-23", "1", "R-1", "R-1", "Ring Petra Novak, about \"taxis\"", "Ada", "2026-11-26",
        "", "",
      ])
  }
}
