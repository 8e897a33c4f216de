import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("The shared view, which others can see")
struct SharedViewTests {
  /// The names in the made-up caseload, the social worker's included, of which none may be seen.
  static let names = [
    "fox", "aaliyah", "marlow", "ben", "osei", "comfort", "pike", "danny", "quill", "erin", "sharp",
    "gwen", "achebe",
  ]

  /// Every screen that a person comes by, with the keys that lead from the one before.
  static let walk: [[String]] = [
    [], ["z"], ["z", "2"], ["z"], ["z", "3"], ["z"], ["z", "4"], ["1", "enter"], ["2"], ["3"],
    ["4"], ["5"], ["6"], ["z"], ["z", "1", "enter"], ["esc", "a"], ["esc", "p"], ["enter"],
    ["esc", "c"], ["enter"], ["esc", "esc", "?"], ["esc", "f"], ["esc", "s"], ["esc", ":"],
    ["esc", "/"],
  ]

  private func namesSeen(on bench: Bench) -> [String] {
    let words = Set(
      bench.text.lowercased().split { !$0.isLetter }.map(String.init))
    return SharedViewTests.names.filter { words.contains($0) }
  }

  @Test("what is covered in every row is covered in their order too, and nothing is narrowed to it")
  func orders() throws {
    let bench = try Bench(200, 50)
    func order() -> [Identifier<Case>] {
      let list = bench.app.desk.board.cases
      return (0..<list.count).map { list[$0].id }
    }
    let byUrgency = order()
    bench.press("s")
    bench.type("route")
    bench.press("enter")
    #expect(order() != byUrgency)
    bench.press("x")
    #expect(order() == byUrgency)
    bench.press("s")
    bench.type("route")
    #expect(bench.shows("Nothing of that name"))
    bench.press("esc", "esc", "f")
    #expect(bench.shows("An officer") && !bench.shows("A route"))
  }

  @Test(
    "no screen shows a child's name, at any size",
    arguments: [(60, 20), (80, 24), (120, 40), (200, 60)])
  func noNames(width: Int, height: Int) throws {
    let bench = try Bench(width, height)
    #expect(!namesSeen(on: bench).isEmpty)
    bench.press("x")
    for keys in SharedViewTests.walk {
      for key in keys { bench.press(key) }
      #expect(namesSeen(on: bench).isEmpty, "after \(keys)")
      #expect(bench.shows("SHARED VIEW"), "after \(keys)")
    }
  }

  @Test("it is turned on while a chooser or a form is open, and covers its title")
  func whileTyping() throws {
    let bench = try Bench()
    bench.press("p")
    #expect(bench.shows("Place Aaliyah Fox at"))
    bench.press("alt+s")
    #expect(bench.shows("Place AF · AP-2026-0001 at"))
    bench.press("enter")
    #expect(bench.shows("Place AF · AP-2026-0001"))
    bench.press("alt+s")
    #expect(bench.shows("Place Aaliyah Fox"))
  }

  @Test("a child's record is covered whole: what is typed is dots, what is wrong is not quoted")
  func records() throws {
    let bench = try Bench(120, 50)
    bench.press("x", "e", "enter")
    #expect(namesSeen(on: bench).isEmpty)
    #expect(bench.shows("(covered)") && !bench.shows("Born  ") && !bench.shows("2012"))
    bench.type("Quibble")
    #expect(!bench.shows("Quibble") && bench.shows("•••"))
    bench.press("tab", "tab", "tab")
    bench.type("zzz")
    bench.press("F9")
    #expect(!bench.shows("zzz"))
    #expect(bench.shows("can't be kept as it is"))
    bench.press("alt+s")
    #expect(bench.shows("Quibble"))
  }

  @Test("which authority cares for a child or keeps a plan is covered with the flags")
  func authorities() throws {
    let bench = try Bench(120, 40)
    let small = bench.small
    var child = try #require(try small.caseload.pupil(reference: "S01"))
    child.value.authorities.home = 888
    child.value.authorities.caring = 888
    child.value.authorities.plan = 888
    try small.caseload.change(by: "A. Lead", at: SmallCaseload.now, cause: "edit") { door in
      try door.write(child)
    }
    bench.app.caseloadMayHaveChanged()
    bench.press("enter")
    #expect(bench.shows("(home, plan, caring)"))
    bench.press("x")
    #expect(bench.shows("(home)"))
  }

  @Test("what is said after an act names no child")
  func messages() throws {
    let bench = try Bench(120, 40)
    bench.press("x", "a")
    bench.type("shah")
    bench.press("enter")
    #expect(bench.shows("AF · AP-2026-0001 is now with R. Shah"))
    bench.press("u")
    #expect(namesSeen(on: bench).isEmpty)
  }

  @Test("words typed to find a child are dots, as one types and on the trail")
  func filters() throws {
    let bench = try Bench(120, 40)
    bench.press("x", "/")
    bench.type("fox")
    #expect(namesSeen(on: bench).isEmpty)
    #expect(bench.shows("•••"))
    bench.press("enter")
    #expect(bench.shows("children with “•••”"))
    bench.press("x", "j")
    #expect(bench.shows("children with “fox”"))
  }

  @Test("two versions of a change name no child")
  func conflict() throws {
    let bench = try Bench(120, 40)
    bench.press("x", "a")
    let file = try #require(try bench.small.caseload.file(reference: "AP-2026-0001"))
    try bench.small.caseload.change(by: "B. Other", at: SmallCaseload.now, cause: "assign") {
      door in
      var edited = file
      edited.value.officer = "Fox Aaliyah"
      try door.write(edited)
    }
    bench.type("shah")
    bench.press("enter")
    #expect(bench.shows("Changed by someone else"))
    #expect(namesSeen(on: bench).isEmpty)
  }

  @Test("needs, safeguarding, the day of birth and numbers that find a child are covered")
  func facts() throws {
    let bench = try Bench(120, 40)
    bench.press("enter")
    #expect(bench.shows("Looked after") && bench.shows("Born ") && bench.shows("ref S01"))
    bench.press("x")
    for words in ["Looked after", "Born ", "ref S01", "UPN", "Social worker", "Social, emotional"] {
      #expect(!bench.shows(words), "\(words)")
    }
    #expect(bench.shows("Needs, safeguarding and route are covered"))
  }

  @Test("a message never covers the mark of the shared view", arguments: [40, 60, 80, 120])
  func mark(width: Int) throws {
    let bench = try Bench(width, 24, isDemo: true)
    bench.press("x")
    #expect(bench.shows("SHARED"))
    bench.press("j")
    #expect(bench.shows("SHARED"))
  }

  @Test("it can be on from the start")
  func start() throws {
    let small = try SmallCaseload()
    var settings = Settings()
    settings.sharedView = true
    let app = try DashboardApp(
      caseload: small.caseload, today: SmallCaseload.today, size: Size(width: 80, height: 24),
      setting: DashboardSetting(
        author: "A. Lead", settings: settings, now: { SmallCaseload.now }))
    #expect(app.draw().lines.contains { $0.contains("SHARED VIEW") })
    #expect(!app.draw().lines.contains { $0.contains("FOX") })
  }

  @Test(
    "a covered name keeps its initials and the end of its reference in any room",
    arguments: [
      (20, "AF · AP-2026-0001"), (15, "AF AP-2026-0001"), (12, "AF …026-0001"), (8, "AF …0001"),
    ])
  func fitted(width: Int, expected: String) {
    #expect(NameText.fitted("AF · AP-2026-0001", width: width) == expected)
    #expect(TextWidth.of(NameText.fitted("AF · AP-2026-0001", width: width)) <= width)
  }

  @Test("initials are of the name that a child goes by and of the surname")
  func initials() {
    #expect(NameText.initials(of: "FOX, Aaliyah") == "AF")
    #expect(NameText.initials(of: "FOX, Aaliyah (Lia)") == "LF")
    #expect(NameText.initials(of: "小龙") == "小")
    #expect(NameText.initials(of: "") == "?")
  }

  @Test("why a child was excluded stays covered in a case's timeline and history")
  func reasons() throws {
    let bench = try Bench(200, 60)
    bench.press("/")
    bench.type("fox")
    bench.press("enter", "enter")
    let reason = Codes.exclusionReasons.meaning(of: "PP", on: SmallCaseload.today)
    let words = reason.split(separator: " ").prefix(2).joined(separator: " ")
    #expect(bench.shows(words))
    bench.press("x")
    #expect(!bench.text.lowercased().contains(words.lowercased()))
    #expect(bench.shows("Permanent exclusion"))
  }

  @Test("what people said stays covered in a case, since it names others; so do all three flags")
  func words() throws {
    let bench = try Bench(200, 60)
    let small = bench.small
    let file = try #require(try small.caseload.file(reference: "AP-2026-0001"))
    try small.caseload.change(by: "A. Lead", at: SmallCaseload.now, cause: "a view") { door in
      try door.put(
        View(
          file: file.id, voice: .child, givenOn: SmallCaseload.today,
          words: "My brother Kyle is at Marlstead."))
    }
    bench.app.caseloadMayHaveChanged()
    bench.press("x", "enter", "5")
    #expect(!bench.shows("Kyle"))
    #expect(bench.shows("(covered)"))
    bench.press("x")
    #expect(bench.shows("Kyle"))
    #expect(bench.app.desk.isShared == false)
    bench.app.desk.sharedView.isOn = true
    var row = bench.app.desk.board.cases[0]
    row.flags = [.lookedAfter, .socialWorker, .plan]
    #expect(bench.app.desk.shown(row).flags.isEmpty)
  }
}
