import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("What the screen of a case does")
struct CaseBehaviourTests {
  func opened(_ words: String, _ width: Int = 80, _ height: Int = 24) throws -> Bench {
    let bench = try Bench(width, height)
    bench.press("/")
    bench.type(words)
    bench.press("enter", "enter")
    return bench
  }

  @Test("who the child is stands at the top: flags, needs, the four authorities, school, officer")
  func whoTheChildIs() throws {
    let bench = try opened("fox")
    #expect(bench.shows("FOX, Aaliyah"))
    #expect(bench.shows("[Looked after]"))
    #expect(bench.shows("[Social worker: Ms Achebe]"))
    #expect(bench.shows("Bury (home, school)"))
    #expect(bench.shows("Knowsley (caring)"))
    #expect(bench.shows("Larkfield High School"))
    #expect(bench.shows("unassigned"))
  }

  @Test("an EHC plan of which only the provision is known is shown and flagged like any other")
  func planWithoutDates() throws {
    let small = try SmallCaseload()
    var pupil = try #require(try small.caseload.pupil(reference: "S01")).value
    pupil.senProvision = "E"
    try small.caseload.change(by: "Import", at: SmallCaseload.now, cause: "import") { door in
      try door.put(pupil)
    }
    let bench = try Bench(200, 50, small: small)
    #expect(bench.lines.contains { $0.contains("FOX, Aaliyah") && $0.contains("LSE") })
    bench.press("/")
    bench.type("fox")
    bench.press("enter", "enter")
    #expect(bench.shows("[EHC plan]"))
    #expect(!bench.shows("Education, health and care plan"))
  }

  @Test("how a case stands is never cut: on a narrow screen it takes two lines")
  func standingNarrow() throws {
    let bench = try opened("fox", 60, 20)
    #expect(bench.shows("Sixth day was 17 Nov"))
    #expect(!bench.lines[1...2].contains { $0.contains("…") })
  }

  @Test("the next case comes up with one key and keeps the part that is open")
  func nextCase() throws {
    let bench = try Bench()
    bench.press("enter", "2")
    let first = bench.lines[0]
    bench.press("]")
    #expect(bench.lines[0] != first)
    #expect(bench.shows("[2 Timeline]"))
    bench.press("[")
    #expect(bench.lines[0] == first)
    bench.press("[")
    #expect(bench.shows("This is the first"))
  }

  @Test("a proof shows the days counted, those skipped and why, and the guidance's other reading")
  func proof() throws {
    let bench = try opened("fox", 120, 60)
    bench.press("w")
    #expect(bench.shows("day 6"))
    #expect(bench.shows("INSET"))
    #expect(bench.shows("weekend"))
    #expect(bench.shows("guidance"))
  }

  @Test("the attendance is a calendar with the code of every session")
  func calendar() throws {
    let bench = try opened("pike")
    bench.press("4")
    #expect(bench.shows("Mon  Tue  Wed  Thu  Fri"))
    #expect(bench.shows("KK"))
    #expect(bench.shows("16 Nov 2026"))
  }

  @Test("the child's own words are shown as they were given")
  func views() throws {
    let bench = try opened("pike")
    bench.press("5")
    #expect(bench.shows("“I like the workshop."))
  }

  @Test("the history says who changed what")
  func history() throws {
    let bench = try opened("fox")
    bench.press("a")
    bench.type("pat")
    bench.press("enter", "6")
    #expect(bench.shows("A. Lead"))
    #expect(bench.shows("J. Patel"))
  }

  @Test("on a large screen every part is in view at once")
  func large() throws {
    let bench = try opened("pike", 200, 60)
    for panel in CasePanel.allCases { #expect(bench.shows("\(panel.rawValue + 1) \(panel.title)")) }
    #expect(bench.shows("“I like the workshop."))
  }

  @Test(
    "the first line says how long the child is out, what is worst, and how the exclusion stands")
  func standing() throws {
    let bench = try opened("fox")
    #expect(bench.lines[1].contains("Day 10 since the exclusion of 9 Nov"))
    #expect(bench.lines[1].contains("Sixth day was 17 Nov"))
    #expect(bench.lines[1].contains("pending"))
  }

  @Test("the history is in words, and nothing of it is cut")
  func historyInWords() throws {
    let bench = try opened("pike", 80, 60)
    bench.press("6")
    #expect(bench.shows("permanent exclusion"))
    #expect(bench.shows("Physical assault against a pupil"))
    #expect(!bench.shows("permanentExclusion"))
    #expect(!bench.shows("…"))
  }

  @Test("the reasons of an exclusion are written out")
  func reasons() throws {
    let bench = try opened("fox", 120, 40)
    #expect(bench.text.contains("Physical assault"))
    #expect(!bench.shows("(PP)"))
  }

  @Test("the timeline has the day that was missed, and where today stands")
  func timeline() throws {
    let bench = try opened("fox")
    bench.press("2")
    #expect(bench.shows("─── today, 23 Nov 2026"))
    #expect(bench.lines.contains { $0.contains("17 Nov 2026") && $0.contains("missed") })
  }

  @Test("a proof marks its last day in the left margin")
  func lastDay() throws {
    let bench = try opened("fox", 120, 40)
    bench.press("enter")
    #expect(bench.lines.contains { $0.contains("▸●") && $0.contains("last day") })
  }

  @Test("a clock that was met says when, and how it stood to its last day")
  func metOn() throws {
    let bench = try opened("pike")
    #expect(bench.shows("met 12 Oct"))
  }

  @Test("days without school are told from lost marks, and the codes used are explained")
  func closures() throws {
    let bench = try opened("pike", 80, 60)
    bench.press("4")
    #expect(bench.lines.contains { $0.contains("26 Oct 2026") && $0.contains("half term") })
    #expect(bench.shows("in INSET"))
    #expect(bench.shows("Attending"))
  }

  @Test("Enter is offered only where it explains a clock, and says so elsewhere")
  func why() throws {
    let bench = try opened("fox")
    #expect(bench.lines.last?.contains("Enter Why") == true)
    bench.press("6")
    #expect(bench.lines.last?.contains("Enter Why") == false)
    bench.press("enter")
    #expect(bench.shows("press 1 for the clocks"))
  }
}
