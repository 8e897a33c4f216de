import AlternativeProvision
import CaseStore
import Foundation
import Testing

@testable import Dashboard

@Suite("The dashboard in words")
struct PlainTests {
  private func setting(isShared: Bool = false) -> DashboardSetting {
    var settings = Settings()
    settings.sharedView = isShared
    return DashboardSetting(author: "A. Lead", settings: settings, now: { SmallCaseload.now })
  }

  private func board(
    isShared: Bool = false, limit: Int = .max, part: String? = nil,
    _ narrow: (Board) -> Void = { _ in }
  ) throws -> [Substring] {
    let small = try SmallCaseload()
    let board = try Board(small.caseload, today: SmallCaseload.today)
    while try board.loadSlice() {}
    narrow(board)
    let plain = PlainBoard(
      board, of: small.caseload, limit: limit, part: part, setting(isShared: isShared))
    return plain.text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("on a past day what is dated later is left out, and that it is so is said")
  func pastDay() throws {
    let small = try SmallCaseload()
    let file = try #require(try small.caseload.file(reference: "AP-2026-0004"))
    func text(_ day: Day) throws -> String? {
      try PlainCase(file.id, on: day, isPast: true, of: small.caseload, setting()).text()
    }
    let whole = try self.file("AP-2026-0004")
    #expect(whole.contains("I like the workshop.") && !whole.contains("As it was known"))
    let view = try #require(try small.caseload.views(in: file.id).first).value.givenOn
    let before = try #require(try text(view.adding(days: -1)))
    #expect(before.contains("As it was known on that day: what is dated later is left out."))
    #expect(!before.contains("I like the workshop."))
    #expect(!before.contains("\(view.medium); Child's view recorded"))
    #expect(whole.contains("\(view.medium); Child's view recorded"))
    // What was entered into the caseload only later has no place in the history of that day.
    #expect(before.contains("HISTORY\nNo change is on record."), "\(before)")
    let starts = try #require(try small.caseload.placements(in: file.id).first).value.startsOn
    let early = try #require(try text(starts.adding(days: -1)))
    #expect(early.contains("No placement yet.") && !early.contains("Placed at"))
    #expect(try text(file.value.openedOn.adding(days: -1)) == nil)
  }

  @Test("the history has no column of the store, no number of a day, no pence and no 1 for yes")
  func history() throws {
    let small = try SmallCaseload()
    let file = try #require(try small.caseload.file(reference: "AP-2026-0004"))
    try small.caseload.change(by: "Ada", at: SmallCaseload.now, cause: "correct") { door in
      var placement = try #require(try small.caseload.placements(in: file.id).first)
      placement.value.weeklyCost = 49_700
      placement.value.lastReviewedOn = SmallCaseload.day(2026, 11, 16)
      _ = try door.put(placement.value)
      var pupil = try #require(try small.caseload.pupil(file.value.pupil))
      pupil.freeSchoolMeals.toggle()
      pupil.authorities.home = 351
      _ = try door.put(pupil)
    }
    let text = try #require(
      try PlainCase(file.id, on: SmallCaseload.today, of: small.caseload, setting()).text())
    let history = text.components(separatedBy: "\nHISTORY\n").last ?? ""
    #expect(history.contains("£497.00") || history.contains("£497"), "\(history)")
    #expect(!history.contains("49700") && !history.contains("free school meals 1"))
    #expect(history.contains("16 Nov 2026") && history.contains("Bury"))
    #expect(!history.contains("_"), "\(history)")
    #expect(!history.contains("207"), "a number of a day: \(history)")
  }

  private func file(_ reference: String, isShared: Bool = false) throws -> String {
    let small = try SmallCaseload()
    let file = try #require(try small.caseload.file(reference: reference))
    let plain = PlainCase(
      file.id, on: SmallCaseload.today, of: small.caseload, setting(isShared: isShared))
    return try #require(try plain.text())
  }

  @Test("says what matters now in sentences, then every pane, a line a row")
  func wholeBoard() throws {
    let lines = try board()
    #expect(lines.first == "Sixthday on Mon 23 Nov 2026.")
    #expect(lines.contains("1 child is past day six."))
    #expect(lines.contains("7 cases are open."))
    for title in [
      "NOW", "OPEN CASES", "DAYS SINCE EXCLUSION", "ATTENDANCE BY PROVIDER", "QUALITY OF PROVIDERS",
    ] {
      #expect(lines.contains { $0 == title }, "no \(title)")
    }
    let fox = try #require(lines.first { $0.hasPrefix("1. FOX, Aaliyah: Past day six; ") })
    #expect(fox.contains("was due on 17 Nov 2026, 6 days ago"))
    #expect(fox.contains("officer: unassigned"))
    #expect(fox.contains("education: none today, though it is owed"))
    #expect(fox.contains("to bear in mind: looked after, has a social worker"))
    #expect(fox.hasSuffix("reference: AP-2026-0001."))
    #expect(lines.contains { $0.contains("FOX, Aaliyah: past day six, and no education") })
  }

  @Test("education is said to be owed from its day on, and before that from when")
  func owedFrom() throws {
    let lines = try board()
    let marlow = try #require(lines.first { $0.contains("MARLOW, Ben") })
    // Excluded on Monday 16 November: day six is Monday the 23rd, today.
    #expect(marlow.contains("education: none yet; owed from 23 Nov 2026"), "\(marlow)")
    let osei = try #require(lines.first { $0.contains("OSEI, Comfort") })
    #expect(osei.contains("education: none yet; owed from 25 Nov 2026"), "\(osei)")
    #expect(lines.contains { $0.contains("FOX, Aaliyah") && $0.contains("though it is owed") })
  }

  @Test("of a part only what is in it is told, and first of all that it is a part")
  func partOnly() throws {
    let lines = try board(part: "--urgency past-day-six") { $0.narrowing.group = .pastDaySix }
    let now = lines.drop { $0 != "NOW" }.dropFirst().prefix { !$0.isEmpty }
    #expect(
      now.first.map(String.init)
        == "Only a part of the caseload is told here: --urgency past-day-six. "
        + "Nothing is said of the rest of its 7 open cases.")
    #expect(now.contains("1 child is past day six."))
    #expect(now.contains("1 of the 7 open cases is told of."))
    #expect(!now.contains { $0.hasPrefix("No ") || $0.contains("no child") }, "\(now)")
    // Words that were typed narrow the figures as they narrow the rows.
    let words = try board(part: "--match qqq") {
      $0.cases.filter = "qqq"
      $0.quality.filter = "qqq"
    }
    #expect(words.contains("None of the 7 open cases is told of."))
    #expect(!words.contains { $0.contains("past day six.") })
    #expect(words.contains("None in this part."))
    #expect(!words.contains { $0.hasPrefix("No ") || $0.contains("the worst first") })
  }

  /// The board with one more child, suspended for some half days from a day, who had no education.
  private func suspended(from first: (Int, Int), halfDays: Int) throws -> [Substring] {
    let small = try SmallCaseload()
    let osei = try #require(try small.caseload.pupil(reference: "S03"))
    let school = try #require(osei.value.school)
    let day = SmallCaseload.day(2026, first.0, first.1)
    try small.caseload.change(by: "Ada", at: SmallCaseload.now, cause: "suspension") { door in
      var pupil = osei.value
      pupil.reference = "S90"
      pupil.surname = "Missed"
      let child = try door.put(pupil).id
      var exclusion = Exclusion(
        pupil: child, school: school, category: .suspension, firstDay: day, sessions: halfDays)
      exclusion.reasons = ["PP"]
      var file = Case(
        reference: "AP-2026-0090", pupil: child, route: .longSuspension, openedOn: day)
      file.exclusion = try door.put(exclusion).id
      _ = try door.put(file)
    }
    let board = try Board(small.caseload, today: SmallCaseload.today)
    while try board.loadSlice() {}
    let plain = PlainBoard(board, of: small.caseload, limit: .max, setting())
    return plain.text.split(separator: "\n")
  }

  @Test("a suspension that is over counts no days on, and a day six missed in it is said")
  func overSuspension() throws {
    // Seven school days from Wednesday 4 November: day six is Wednesday the 11th.
    let missed = try suspended(from: (11, 4), halfDays: 14)
    let row = try #require(missed.last { $0.contains("MISSED, Comfort") })
    #expect(row.contains("the exclusion is over, and its day six was missed"))
    #expect(row.contains("day six: missed on 11 Nov 2026"))
    #expect(!row.contains("school day:") && !row.contains("late"))
    #expect(missed.contains("1 case has a deadline that passed unmet and is owed no longer."))
    let listed = try #require(missed.first { $0.contains("MISSED, Comfort") })
    #expect(listed.contains("missed: a deadline that is owed no longer"))
    #expect(!listed.contains("out since") && !listed.contains("school day:"))
    let short = try suspended(from: (11, 4), halfDays: 10)
    #expect(!short.contains { $0.contains("owed no longer") })
    let over = try #require(short.last { $0.contains("MISSED, Comfort") })
    #expect(over.contains("the exclusion is over;") || over.contains("the exclusion is over."))
    #expect(!over.contains("day six:"))
  }

  @Test("nothing in it is told by a frame, a sign or a column, and nothing in it can do harm")
  func noSigns() throws {
    let file = try file("AP-2026-0004")
    for line in try board() + file.split(separator: "\n") {
      #expect(!line.contains("  "), "\(line)")
      for scalar in line.unicodeScalars {
        #expect(!(0x2190...0x2BFF).contains(scalar.value), "\(scalar) in \(line)")
        #expect(scalar.value != 0x203A, "› in \(line)")
        #expect(scalar.value >= 0x20 && scalar.value != 0x202E)
      }
    }
  }

  @Test("the shared view names no child, neither on the board nor in a case")
  func shared() throws {
    let small = try file("AP-2026-0001", isShared: true)
    let text = try board(isShared: true).joined(separator: "\n") + small
    for name in ["FOX", "Fox", "Aaliyah", "MARLOW", "Osei", "Achebe", "social worker"] {
      #expect(!text.contains(name), "\(name) can be read")
    }
    #expect(text.contains("AF · AP-2026-0001"))
  }

  @Test("what is narrowed and limited says so")
  func narrowed() throws {
    let lines = try board(limit: 1) { $0.narrowing.officer = "R. Shah" }
    #expect(lines.contains("The first 1 of 2:"))
    #expect(lines.contains("2 of the 7 open cases are told of."))
    // FOX is past day six, but none of R. Shah's: nothing is said that could be taken for the whole.
    #expect(!lines.contains { $0.contains("past day six.") })
    #expect(lines.contains { $0.hasPrefix("Only a part of the caseload is told here. ") })
    #expect(!lines.contains { $0.contains("FOX") })
  }

  @Test("a case tells who the child is, each clock with its proof, and all the rest")
  func wholeCase() throws {
    let text = try file("AP-2026-0004")
    #expect(text.hasPrefix("PIKE, Danny, AP-2026-0004, on Mon 23 Nov 2026.\n"))
    #expect(text.contains("Clock 1 of "))
    #expect(text.contains("Mon 5 Oct 2026; day 1\n"))
    #expect(text.contains("Sat 10 Oct to Sun 11 Oct; not counted: weekend\n"))
    #expect(text.contains("SI 2007/1870 (law)"))
    for panel in CasePanel.allCases { #expect(text.contains("\n\(panel.title.uppercased())\n")) }
    #expect(text.contains("I like the workshop."))
    #expect(!text.contains("p places the child"))
    let silent = try self.file("AP-2026-0001")
    #expect(
      silent.contains("It belongs here before a decision.\n") && !silent.contains("e notes it"))
  }

  @Test("the register says of which day and which half of it a mark is, without a column")
  func register() throws {
    let text = try file("AP-2026-0004")
    #expect(text.contains("This school year: attendance: 91.6%; sessions attended: 44 of 48.\n"))
    #expect(
      text.contains(
        "Week of 16 Nov 2026: Monday: morning K, afternoon O; Tuesday: K all day; "
          + "Wednesday: K all day; Thursday: K all day; Friday: K all day; attendance: 90.0%.\n"))
    #expect(text.contains("Week of 26 Oct 2026: Autumn half term.\n"))
    #expect(text.contains("Friday: INSET"))
    #expect(!text.contains("w/c"))
  }

  @Test("a day that is past is no clock to come")
  func comingClocks() throws {
    for line in try board() where line.contains("later clocks:") {
      #expect(!line.contains("later clocks: Apply for") || !line.contains(" late"), "\(line)")
      let later = line.components(separatedBy: "later clocks: ").last ?? ""
      #expect(!later.contains("was due"), "\(line)")
    }
  }
}
