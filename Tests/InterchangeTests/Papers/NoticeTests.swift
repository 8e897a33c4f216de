import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("Letters on a decision")
struct NoticeTests {
  @Test(
    "the built-in letters say what was decided, why, when it is reviewed, and what the parent can do"
  )
  func builtIn() throws {
    let scene = try PaperScene()
    let facts = try scene.facts()
    for kind in NoticeKind.allCases {
      let template = try NoticeTemplate.load(kind, folder: nil)
      let letter = try #require(
        Notice.letter(on: scene.item, facts, template, day: scene.desk.today))
      for part in [
        "Tereza Novak", "R-1", "Thursday panel", "Mon 23 Nov 2026",
        "Decision: Agree provision with The Boatyard from 30 Nov 2026",
        "This is a recommendation", "First day: Mon 30 Nov 2026", "Hours a week: 25",
        "To be reviewed on: Mon 11 Jan 2027", "Nine sessions of ten", "Not reasonably available",
        "The GP's letter", "A. Chair", "Ring Petra Novak",
      ] {
        #expect(letter.contains(part), "\(kind): \(part)")
      }
      #expect(letter.contains(PaperScene.rationale))
      #expect(!letter.contains("{") && !letter.contains("}") && !letter.contains("\n\n\n"))
      // What this option does not have is not mentioned.
      #expect(!letter.contains("What the panel needs to know") && !letter.contains("£"))
    }
    let parent = try #require(
      Notice.letter(
        on: scene.item, facts, try NoticeTemplate.load(.parent, folder: nil),
        day: scene.desk.today))
    #expect(parent.contains("Dear Petra Novak") && parent.contains("Ombudsman"))
  }

  @Test("a heading goes with what it heads: neither is left without the other")
  func headings() throws {
    let scene = try PaperScene()
    let template = try NoticeTemplate.load(.school, folder: nil)
    let letter = try #require(
      Notice.letter(on: scene.item, try scene.facts(), template, day: scene.desk.today))
    #expect(!letter.contains("Why part-time is right"))
    #expect(letter.contains("Why the panel decided so:\n"))
  }

  @Test("letters are due within the working days of the panel's terms")
  func due() throws {
    #expect(Notice.dueDay(try PaperScene().facts()).iso == "2026-11-30")
  }

  @Test("no letter is written where nothing is decided")
  func undecided() throws {
    let scene = try PaperScene()
    let facts = try scene.facts()
    let other = try #require(facts.file.items.last).item.id
    let template = try NoticeTemplate.load(.school, folder: nil)
    #expect(Notice.letter(on: other, facts, template, day: scene.desk.today) == nil)
  }

  @Test("a team's own template takes the place of the built-in one, line ends of any sort")
  func ownTemplate() throws {
    let scene = try PaperScene()
    let text = "To {school}\r\n{child}: {decision}\r\nMissing: {information}\r\n{{braces}}\r\n"
    _ = try scene.desk.file(text, name: "notice-school.txt")
    let template = try NoticeTemplate.load(.school, folder: scene.desk.folder)
    let letter = Notice.letter(
      on: scene.item, try scene.facts(), template, day: scene.desk.today)
    #expect(
      letter == """
        To Larkfield High School
        Tereza Novak: Agree provision with The Boatyard from 30 Nov 2026
        {braces}

        """)
    #expect(try NoticeTemplate.load(.parent, folder: scene.desk.folder).text.contains("Dear"))
  }

  @Test("a fault in a template is told with its line and what would be right")
  func faults() throws {
    let desk = try Desk()
    _ = try desk.file("Dear {parent}\n\n{chlid} is welcome\n", name: "notice-parent.txt")
    do {
      _ = try NoticeTemplate.load(.parent, folder: desk.folder)
      Issue.record("taken")
    } catch let problem as NoticeProblem {
      #expect(problem.line == 3 && problem.fault == .unknown("chlid"))
      #expect(
        problem.description.contains("notice-parent.txt, line 3: there is no {chlid}; use one of"))
      #expect(problem.description.contains("{child}"))
    }
    #expect(throws: NoticeProblem.self) { try NoticeTemplate("a\n{child", file: "x") }
    for kind in NoticeKind.allCases {
      #expect(throws: Never.self) { try NoticeTemplate.load(kind, folder: desk.folder + "/none") }
    }
  }

  @Test("a parent is told of a referral to safeguarding only where that is asked for")
  func safeguarding() throws {
    let scene = try PaperScene()
    let caseload = scene.desk.caseload
    try caseload.change(by: "Bel", at: PaperScene.time, cause: "another child") { door in
      let child = try door.put(
        Pupil(
          reference: "S2", surname: "Lund", forename: "Harvey",
          dateOfBirth: Day(year: 2012, month: 5, day: 6) ?? scene.desk.today, yearGroup: "9")
      ).id
      var item = AgendaItem(meeting: scene.meeting, kind: .escalation, title: "AP-2")
      item.file = try door.put(
        Case(
          reference: "AP-2", pupil: child, route: .medical,
          openedOn: scene.desk.today.adding(days: -9))
      ).id
      try door.put(item)
      try door.reopen(scene.item, because: "Something was said")
    }
    let words = try caseload.words(of: scene.item)
    for (field, text) in [
      (DecisionField.option, "referSafeguarding"), (.referredTo, "The duty team"),
      (.owner, "Ada"), (.dueOn, "2026-11-30"), (.rationale, "She is not safe there, nor is Harvey"),
    ] {
      _ = try caseload.save(
        text, to: .item(scene.item, field), over: words[field] ?? Words(), by: "Ada",
        at: PaperScene.time)
    }
    try caseload.change(by: "Ada", at: PaperScene.time, cause: "confirm") { door in
      try door.confirm(scene.item)
    }
    let facts = try scene.facts()
    let templates = try NoticeKind.allCases.map { ($0, try NoticeTemplate.load($0, folder: nil)) }
    let letters = NoticeLetters(facts, templates: templates, day: scene.desk.today)
    #expect(letters.files.map(\.name) == ["01-R-1-school.txt"])
    #expect(letters.notes.contains { $0.hasPrefix("no letter to the parent on R-1") })
    #expect(letters.notes.contains { $0.hasPrefix("the letters on R-1 may name another child") })
    #expect(letters.notes.contains("no letters on AP-2: nothing is decided"))
    let all = NoticeLetters(
      facts, templates: templates, day: scene.desk.today, tellsParents: true)
    #expect(all.files.count == 2)
  }
}
