import AlternativeProvision
import Testing

@testable import Dashboard

@Suite("Fields of the store in words")
struct RecordTextTests {
  @Test(
    "what a field holds is said as a person says it, in the history and beside another version",
    arguments: [
      ("reasons", "[\"PP\"]", Codes.exclusionReasons.meaning(of: "PP")),
      ("planned_end", "\(Day(iso: "2026-12-18")?.number ?? 0)", "18 Dec 2026"),
      ("opened_on", "\(Day(iso: "2026-11-09")?.number ?? 0)", "9 Nov 2026"),
      ("authority_notified_on", "20731", "5 Oct 2026"), ("is_looked_after", "1", "yes"),
      ("free_school_meals", "0", "no"), ("officer", "", "none"),
      ("first_session", "1", "afternoon"), ("officer", "R. Shah", "R. Shah"),
      ("weekly_cost", "49700", "£497"), ("hours_per_week", "25.0", "25"),
    ])
  func values(_ field: String, _ stored: String, _ said: String) {
    #expect(RecordText.value(stored, of: field) == said)
  }

  @Test("a field begins a line with a capital, and keeps the names that people know it by")
  func names() {
    #expect(RecordText.sentence("planned_end") == "Planned end")
    #expect(RecordText.sentence("sen_provision") == "SEN provision")
    #expect(RecordText.sentence("is_looked_after") == "Looked after")
    #expect(RecordText.name(of: "officer") == "officer")
  }
}
