import AlternativeProvision
import CaseStore
import TerminalUI
import Testing

@testable import Dashboard

@Suite("Placing a child")
struct PlacingTests {
  /// The form for placing a child, found by words, with a provider found by others.
  func form(_ child: String, at provider: String, _ bench: Bench) -> Bench {
    bench.press("/")
    bench.type(child)
    bench.press("enter", "p")
    bench.type(provider)
    bench.press("enter")
    return bench
  }

  @Test("the first character typed takes the place of what was proposed")
  func proposal() throws {
    let bench = try form("marlow", at: "harb", Bench())
    #expect(bench.shows("Tue 24 Nov 2026"))
    bench.type("26/11")
    #expect(bench.shows("Thu 26 Nov 2026"))
    bench.press("enter")
    bench.type("4")
    bench.press("enter")
    let placed = try bench.placements(of: "AP-2026-0002")
    #expect(placed.map(\.startsOn.iso) == ["2026-11-26"])
    #expect(placed.map(\.sessionsPerWeek) == [4])
  }

  @Test("a first day without school is answered with the next school day")
  func noSchoolDay() throws {
    let bench = try form("marlow", at: "harb", Bench())
    bench.type("28/11")
    #expect(bench.shows("No school day: weekend. Next: Mon 30 Nov 2026."))
    bench.press("enter", "enter", "enter")
    #expect(try bench.placements(of: "AP-2026-0002").map(\.startsOn.iso) == ["2026-11-30"])
  }

  @Test("a first day without school that is typed again is meant")
  func insist() throws {
    let bench = try form("marlow", at: "harb", Bench())
    bench.type("28/11")
    bench.press("enter")
    bench.type("28/11")
    bench.press("enter", "enter")
    #expect(try bench.placements(of: "AP-2026-0002").map(\.startsOn.iso) == ["2026-11-28"])
  }

  @Test("a placement that goes on ends the day before the new one, unless the answer is no")
  func overlap() throws {
    let bench = try form("pike", at: "harb", Bench())
    #expect(bench.shows("Now: The Boatyard, 10 sessions a week, from 12 Oct 2026"))
    bench.press("enter", "enter")
    bench.type("no")
    bench.press("enter")
    #expect(bench.shows("20 sessions a week"))
    #expect(try bench.placements(of: "AP-2026-0004").count == 1)
    bench.press("ctrl+u")
    bench.type("yes")
    bench.press("enter")
    let placed = try bench.placements(of: "AP-2026-0004")
    #expect(placed.map(\.startsOn.iso) == ["2026-10-12", "2026-11-24"])
    #expect(placed.map(\.endedOn?.iso) == ["2026-11-23", nil])
  }

  @Test("full time at an unregistered provider is refused for a child who is looked after")
  func lookedAfter() throws {
    let bench = try form("fox", at: "boat", Bench())
    #expect(bench.shows("one full-time child who is looked after"))
    bench.press("enter", "enter", "enter")
    #expect(try bench.placements(of: "AP-2026-0001").isEmpty)
    bench.press("ctrl+u")
    bench.type("6")
    bench.press("enter")
    #expect(try bench.placements(of: "AP-2026-0001").map(\.sessionsPerWeek) == [6])
  }

  @Test("a full or unregistered provider is warned of, and takes a second Enter")
  func warnings() throws {
    let small = try SmallCaseload()
    try small.caseload.change(by: "Import", at: SmallCaseload.now, cause: "places") { door in
      guard var tern = try small.caseload.provider(reference: "P04")?.value else { return }
      tern.places = 1
      try door.put(tern)
    }
    let bench = try form("marlow", at: "tern", Bench(small: small))
    bench.press("enter", "enter")
    #expect(bench.shows("It is full: 1 there, and room for 1."), "\(bench.text)")
    #expect(bench.shows("more than 18 hours a week"))
    #expect(bench.shows("Enter again"))
    #expect(try bench.placements(of: "AP-2026-0002").isEmpty)
    bench.press("enter")
    #expect(try bench.placements(of: "AP-2026-0002").count == 1)
  }

  @Test("in a small window the field with the cursor is in view, inside the frame")
  func small() throws {
    let bench = try form("marlow", at: "harb", Bench(40, 8))
    bench.press("tab")
    #expect(bench.shows("Sessions a week"))
    let cursor = try #require(bench.surface.cursor)
    #expect(cursor.point.y < 6)
    #expect(bench.lines[cursor.point.y].contains("Sessions a week"))
  }

  @Test("below the smallest window nothing is drawn on top of what says so")
  func tooSmall() throws {
    let bench = try form("marlow", at: "harb", Bench())
    bench.send(.resize(Size(width: 20, height: 5)))
    #expect(!bench.shows("Place"))
  }

  @Test("providers are found by their rating, and one with free places comes first")
  func chooser() throws {
    let bench = try Bench()
    bench.press("p")
    #expect(bench.shows("RAG"))
    bench.type("amber regis")
    #expect(bench.shows("Harbour Studio"))
    #expect(!bench.shows("│ The Boatyard"))
  }

  @Test("more sessions than a week has are refused once, and for that alone")
  func tooManySessions() throws {
    let bench = try Bench()
    bench.press("p", "enter", "tab")
    bench.type("31")
    bench.press("enter")
    #expect(bench.shows("Sessions are half days: from 1 to 10 a week."))
    #expect(!bench.shows("31 sessions a week with"))
  }
}

@Suite("Finding a name by what is typed")
struct SearchWordsTests {
  @Test("capitals, accents and the sort of apostrophe make no difference")
  func folding() {
    #expect(SearchWords("roisin").rank(of: "Róisín Kavanagh") == 0)
    #expect(SearchWords("girls'").rank(of: "Beacon Street Girls’ Project") != nil)
    #expect(SearchWords("sian  LLOYD").isSame(as: "Siân Lloyd"))
    #expect(SearchWords("nobody").rank(of: "Róisín Kavanagh") == nil)
  }

  @Test("names that begin with the words come first")
  func order() throws {
    let words = SearchWords("goslin")
    let begins = try #require(words.rank(of: "Goslinghurst Special School"))
    let within = try #require(words.rank(of: "Ashdale Goslinghurst Primary"))
    #expect(begins < within)
  }

  @Test("what is said about a name finds it by its beginning, so registered is not unregistered")
  func about() {
    #expect(SearchWords("registered").rank(of: "Tern", about: "unregistered") == nil)
    #expect(SearchWords("gre").rank(of: "Tern", about: "Green unregistered") != nil)
  }
}
