import AlternativeProvision
import CaseStore
import Testing

@testable import Interchange

@Suite("Letters on a decision")
struct NoticeTests {
  @Test("whoever is only noted gets no letter, and that is told")
  func noted() throws {
    let scene = try PaperScene(edit: { form in
      form = [.option: "note", .notes: "Heard"]
    })
    let letters = NoticeLetters(
      try scene.facts(),
      templates: try NoticeKind.allCases.map { ($0, try NoticeTemplate.load($0, folder: nil)) },
      day: scene.desk.today)
    #expect(letters.files.isEmpty)
    #expect(
      letters.notes == ["no letters where the panel only took note, which decides nothing: R-1"])
  }

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
        "Recommendation: Agree provision with The Boatyard from 30 Nov 2026",
        "This is a recommendation", "First day: Mon 30 Nov 2026", "Hours a week: 25",
        "To be reviewed on: Mon 11 Jan 2027", "Nine sessions of ten", "Not reasonably available",
        "The GP's letter", "A. Chair", "Ring Petra Novak",
      ] {
        #expect(letter.contains(part), "\(kind): \(part)")
      }
      #expect(flat(letter).contains(flat(PaperScene.rationale)))
      #expect(letter.split(separator: "\n").allSatisfy { $0.count <= 78 })
      #expect(!letter.contains("{") && !letter.contains("}") && !letter.contains("\n\n\n"))
      // What this option does not have is not mentioned.
      #expect(!letter.contains("What the panel needs to know") && !letter.contains("£"))
    }
    let parent = try #require(
      Notice.letter(
        on: scene.item, facts, try NoticeTemplate.load(.parent, folder: nil),
        day: scene.desk.today))
    #expect(parent.contains("Dear Petra Novak") && parent.contains("Ombudsman"))
    #expect(parent.contains("\nPetra Novak\n[to be filled in: their address]\n"))
    #expect(parent.contains("[to be filled in: the officer who answers questions]"))
    // A recommendation gives nobody a place yet.
    #expect(!parent.contains("first day:") && flat(parent).contains("what was recommended."))
  }

  /// The words of a text, wherever its lines end.
  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("a letter on a place says what a parent must have for the first day, or names the gap")
  func firstDay() throws {
    let scene = try PaperScene(hasQuorum: true)
    let letters = NoticeLetters(
      try scene.facts(),
      templates: try NoticeKind.allCases.map { ($0, try NoticeTemplate.load($0, folder: nil)) },
      day: scene.desk.today)
    let parent = try #require(letters.files.last { $0.name.hasSuffix("parent.txt") }).text
    for part in [
      "Decision: Agree provision with The Boatyard from 30 Nov 2026", "First day: Mon 30 Nov 2026",
      "What is needed for the first day: Address: Larkfield LK1 2YZ [to be filled in: the "
        + "full address, or how Tereza joins if taught at home or online]",
      "Times: [to be filled in: when the day begins and ends, morning and afternoon]",
      "Report to: [to be filled in: whom to ask for on the first day]",
      "Transport: [to be filled in: what is arranged; the referral asks for some]",
      "1 Mill Lane LK1 1AA Dear Petra Novak", "what was decided.",
    ] {
      #expect(flat(parent).contains(part), "\(part)")
    }
    #expect(letters.notes.contains { $0.hasPrefix("2 of the letters have gaps") })
    // What the referral says was written for the team.
    #expect(letters.files.allSatisfy { !flat($0.text).contains("A taxi from") })
    // On and after the first day nobody needs to be told how to find it.
    let late = NoticeLetters(
      try scene.facts(), templates: [(.parent, try NoticeTemplate.load(.parent, folder: nil))],
      day: scene.desk.today.adding(days: 8))
    #expect(late.files.count == 1 && !late.files[0].text.contains("first day:"))
  }

  @Test("where the minutes hold no section 19 reasoning, the letter says so and not nothing")
  func noReasoning() throws {
    let scene = try PaperScene(hasQuorum: true, edit: withoutReasoning)
    let letter = try #require(
      Notice.letter(
        on: scene.item, try scene.facts(), try NoticeTemplate.load(.parent, folder: nil),
        day: scene.desk.today))
    #expect(
      flat(letter).contains(
        "section 19): [to be filled in: the reasoning, which the minutes do not hold: ask the chair]"
      ))
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

  @Test("after a refusal to ratify the letter says what becomes of the place that the chair gave")
  func notRatified() throws {
    let scene = try PaperScene(hasQuorum: true)
    let caseload = scene.desk.caseload
    let later = scene.desk.today.adding(days: 7)
    func type(_ texts: [DecisionField: String], on item: Identifier<AgendaItem>) throws {
      let words = try caseload.words(of: item)
      for (field, text) in texts {
        _ = try caseload.save(
          text, to: .item(item, field), over: words[field] ?? Words(), by: "Ada",
          at: PaperScene.time)
      }
    }
    func item(
      _ kind: AgendaKind, in meeting: Identifier<Meeting>,
      ratifies: Identifier<RecordedDecision>? = nil
    ) throws -> Identifier<AgendaItem> {
      var item = AgendaItem(meeting: meeting, kind: kind, title: "R-1 \(kind.title)")
      item.file = try caseload.file(reference: "AP-2026-0001")?.id
      item.ratifies = ratifies
      return try caseload.change(by: "Ada", at: PaperScene.time, cause: "item") { door in
        try door.put(item).id
      }
    }
    let provider = try #require(try caseload.providers().first).id
    let acted = try item(.escalation, in: scene.meeting)
    try type(
      [
        .option: "chairsAction", .provider: "\(provider.number)", .startsOn: "25/11/2026",
        .sessions: "10", .rationale: "It could not wait",
      ], on: acted)
    let decision = try caseload.change(by: "Ada", at: PaperScene.time, cause: "act") { door in
      try door.confirm(acted).id
    }
    let next = try caseload.change(by: "Ada", at: PaperScene.time, cause: "next") { door in
      let panel = try scene.facts().file.panel
      let next = try door.put(Meeting(panel: panel.id, heldOn: later)).id
      for member in panel.value.members { try door.put(Attendee(member, .present), in: next) }
      try door.move(next, to: .open)
      return next
    }
    let ratifying = try item(.ratification, in: next, ratifies: decision)
    try type(
      [.option: "ratify", .isAgreed: "no", .rationale: "It could have waited"], on: ratifying)
    try caseload.change(by: "Ada", at: PaperScene.time, cause: "ratify") { door in
      try door.confirm(ratifying)
    }
    let facts = try #require(try PaperFacts(next, in: caseload))
    let template = try NoticeTemplate.load(.parent, folder: nil)
    let letter = try #require(Notice.letter(on: ratifying, facts, template, day: later))
    #expect(
      flat(letter).contains(
        "The place with The Boatyard since 25 Nov 2026 goes on until we tell you otherwise: the panel "
          + "did not end it."))
    // The parent is the one whom the child's newest referral names, though this item is no referral.
    #expect(letter.contains("Dear Petra Novak"))
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
    #expect(letters.files.isEmpty)
    #expect(
      letters.notes.contains {
        $0.hasPrefix("no letter on R-1 to the school or to the parent: the child was referred to")
          && $0.hasSuffix("--tell-schools --tell-parents")
      })
    #expect(letters.notes.contains { $0.hasPrefix("the letters on R-1 may name another child") })
    #expect(letters.notes.contains("no letters where nothing is decided: AP-2"))
    let all = NoticeLetters(
      facts, templates: templates, day: scene.desk.today, told: [.school, .parent])
    #expect(all.files.map(\.name) == ["01-R-1-school.txt", "01-R-1-parent.txt"])
    for letter in all.files.map(\.text) {
      // That a concern went, and whom to ask; of what it is nothing.
      #expect(letter.contains("Referred to The duty team"))
      #expect(letter.contains("Who follows it up: Ada, by Mon 30 Nov 2026"))
      #expect(!letter.contains("not safe") && !letter.contains("find it out"))
      #expect(!letter.contains("Ring Petra Novak") && !letter.contains("reasonably available"))
    }
  }
}
