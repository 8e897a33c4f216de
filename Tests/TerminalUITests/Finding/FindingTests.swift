import Testing

@testable import TerminalUI

@Suite("Finding by what was typed")
struct FindingTests {
  static let titles = [
    "Filter", "Zoom", "Page down", "Page up", "Half a page down", "Next pane", "Narrow",
    "Place with a provider", "Repaint", "Déjà vu",
  ]

  private func best(_ typed: String) -> [String] {
    FuzzyPattern(typed).rank(Self.titles).map { Self.titles[$0.index] }
  }

  @Test("letters that begin words come first")
  func wordStarts() {
    #expect(best("pd").first == "Page down")
    #expect(best("np") == ["Next pane"])
    #expect(best("z") == ["Zoom"])
  }

  @Test("letters side by side come before letters apart, and those near the beginning first")
  func consecutive() {
    #expect(best("page") == ["Page up", "Page down", "Half a page down"])
    #expect(best("pa").prefix(2) == ["Page up", "Page down"])
    #expect(best("pa").contains("Repaint"))
  }

  @Test("scattered letters answer only where nothing better does")
  func scattered() throws {
    #expect(best("rpt") == ["Repaint"])
    #expect(best("row") == ["Narrow"])
    let pattern = FuzzyPattern("rpt")
    #expect(try #require(pattern.match("Repaint")).isScattered)
    #expect(try #require(FuzzyPattern("paint").match("Repaint")).isScattered == false)
  }

  @Test("accents, capitals and the sort of apostrophe make no difference")
  func folding() {
    #expect(best("DEJA") == ["Déjà vu"])
    #expect(FuzzyPattern("déjà").match("Deja vu") != nil)
    #expect(FuzzyPattern("girls'").match("Girls’ project") != nil)
    #expect(FuzzyPattern("łodz").match("Lodz") != nil)
    #expect(FuzzyPattern("e\u{301}t").match("Été") != nil)
  }

  @Test("each word is found on its own, and all must be")
  func words() {
    #expect(best("down page") == ["Page down", "Half a page down"])
    #expect(best("page zoom") == [])
  }

  @Test("nothing typed leaves everything as it is")
  func empty() {
    #expect(FuzzyPattern("  ").isEmpty)
    #expect(best(" ") == Self.titles)
  }

  @Test("the characters that were found can be shown")
  func positions() throws {
    let match = try #require(FuzzyPattern("pd").match("Page down"))
    #expect(match.positions == [0, 5])
    let spans = match.spans(of: "Page down", .text, found: Style(.match))
    #expect(spans.map(\.text) == ["P", "age ", "d", "own"])
    #expect(spans.map(\.style.role) == [Role.match, .text, .match, .text].map(\.number))
    // A letter and its accent are one character.
    let accented = try #require(FuzzyPattern("ej").match("De\u{301}ja"))
    #expect(accented.positions == [1, 2])
  }

  @Test("the word that was meant has letters put in, taken out, changed or exchanged")
  func spelling() {
    #expect(Spelling.distance("cases", "cases") == 0)
    #expect(Spelling.distance("case", "cases") == 1)
    #expect(Spelling.distance("kitten", "sitting") == 3)
    #expect(Spelling.distance("borad", "board") == 1)
    #expect(Spelling.nearest(to: "borad.zoom", among: ["case.zoom", "board.zoom"]) == "board.zoom")
    #expect(Spelling.nearest(to: "zzzz", among: ["cases"]) == nil)
  }
}
